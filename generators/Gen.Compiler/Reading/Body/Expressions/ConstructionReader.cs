using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Gen.Compiler.Ir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using static Gen.Numerics.Functions;

namespace Gen.Compiler.Reading;

/// <summary>Reads vectors and matrices that the body makes from lengths or from elements.</summary>
internal sealed class ConstructionReader(BodyReader body)
{
    private Graph Graph => body.Draft.Graph;

    public Shaped? Read(IInvocationOperation invocation)
    {
        var arguments = CallReader.Arguments(invocation);
        switch (invocation.TargetMethod.Name)
        {
            case "Zeros":
                return Filled(0, arguments);
            case "Ones":
                return Filled(1, arguments);
            case "Identity":
                var shape = Filled(1, [arguments[0], arguments[0]]);
                return shape with { Expr = Equal(Graph.Index(shape.Axes[0]), Graph.Index(shape.Axes[1])) };
            case "Arange":
                return Arange(arguments);
            default:
                return null;
        }
    }

    public Shaped New(IObjectCreationOperation creation)
    {
        IReadOnlyList<IOperation> arguments = [.. creation.Arguments.Select(argument => argument.Value)];
        return creation.Type?.Name is not ("Vector" or "Matrix") || arguments.Count == 0 || creation.Initializer is not null ? throw ExpressionReader.Unsupported(creation)
            : arguments[0].Type?.SpecialType == SpecialType.System_Int32 || arguments[0].Type?.Name == "Dim" ? Filled(0, arguments)
            : body.Expressions.Read(arguments[0]);
    }

    public Shaped Collection(ICollectionExpressionOperation collection) => Elements(collection, collection.Elements);

    /// <summary>A vector of given elements, as an array that is filled in order.</summary>
    public Shaped Elements(IOperation at, IReadOnlyList<IOperation> elements)
    {
        var parts = elements.Select(element => body.Expressions.Read(element is ISpreadOperation spread ? spread.Operand : element)).ToList();
        var length = parts.Aggregate(Graph.Constant(0), (sum, part) => sum + (part.Rank == 0 ? Graph.Constant(1) : Graph.Length(part.Axes[0])));
        var prefix = body.Loops.Ordinals();
        var array = body.Draft.AddArray("vector", ArrayRole.Local, [.. body.Loops.Lengths(), length]);
        body.Draft.Arrays[array].DependsOn = parts.Select(part => body.Draft.DependsOn(part.Expr)).FirstOrDefault(name => name is not null);
        var start = Graph.Constant(0);
        var guard = body.Scope.Evaluated();
        foreach (var part in parts)
        {
            var position = part.Rank == 0 ? start : Graph.Index(part.Axes[0]) + start;
            body.Scope.Steps.Add(new AssignStep(
                array, part.Axes.ToEquatableArray(), [.. prefix.Select(Graph.Id), Graph.Id(position)], Graph.Id(part.Expr), false, guard, body.Draft.Site));
            start += part.Rank == 0 ? Graph.Constant(1) : Graph.Length(part.Axes[0]);
        }

        return body.Alignment.Whole(array, prefix);
    }

    /// <summary>A vector or a matrix of one number, of given lengths.</summary>
    public Shaped Filled(double value, IReadOnlyList<IOperation?> lengths)
    {
        List<int> axes = [];
        foreach (var argument in lengths)
        {
            var length = body.Expressions.ReadScalar(argument!);
            body.RequireKnown(argument!, length);
            body.Requirements.Length(argument!, length);
            axes.Add(body.Alignment.Axis(length, axes));
        }

        return new([.. axes], Graph.Constant(value));
    }

    private Shaped Arange(IReadOnlyList<IOperation?> arguments)
    {
        var bounds = arguments.Select(argument => argument is null ? Graph.Constant(1) : body.Expressions.ReadScalar(argument)).ToList();
        var (start, stop, step) = bounds.Count == 1 ? (Graph.Constant(0), bounds[0], Graph.Constant(1)) : (bounds[0], bounds[1], bounds[2]);
        var length = step.IsNumber(1) && bounds.Count == 1 ? stop : Max(-Floor(-((stop - start) / step)), 0);
        body.RequireKnown(arguments[0]!, Graph.Wrap(Graph.Id(length)));
        body.Requirements.Length(arguments[bounds.Count == 1 ? 0 : 1]!, Graph.Wrap(Graph.Id(length)));
        var axis = body.Alignment.Axis(length);
        return new([axis], start + Graph.Index(axis) * step);
    }
}
