using System.Collections.Generic;
using System.Linq;
using Gen.Compiler.Ir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using static Gen.Numerics.Functions;

namespace Gen.Compiler.Reading;

/// <summary>Reads functions of whole vectors and matrices: sums, products, extremes.</summary>
internal sealed class ReductionReader(BodyReader body)
{
    private Graph Graph => body.Draft.Graph;

    public Shaped? Read(IInvocationOperation invocation)
    {
        var arguments = CallReader.Arguments(invocation);
        var name = invocation.TargetMethod.Name;
        if (arguments.Count == 0 || arguments[0] is null)
        {
            return null;
        }

        Shaped First() => body.Expressions.Read(arguments[0]!);
        switch (name)
        {
            case "Sum" or "Mean" or "LogSumExp":
            case "Max" or "Min" when arguments.Count == 1:
                var (over, rest, value) = Along(invocation, First(), arguments);
                RequireElements(invocation, name, over);
                return new([.. rest], Reduce(name, over, value));
            case "ArgMax" or "ArgMin":
                var elements = First();
                RequireElements(invocation, name, [.. elements.Axes]);
                return Shaped.Scalar(Extreme(name == "ArgMax", elements));
            case "Prod":
                return Running(invocation, "product", First(), Operation.Multiply, Graph.Constant(1)).Last;
            case "CumulativeSum":
                return Running(invocation, "total", First(), Operation.Add, Graph.Constant(0)).All;
            case "Sd":
                return StandardDeviation(invocation, First());
            case "Softmax":
                return Softmax(First());
            case "Dot":
                return Dot(invocation, First(), body.Expressions.Read(arguments[1]!));
            case "Outer":
                var left = First();
                var right = body.Alignment.Apart(body.Expressions.Read(arguments[1]!), left.Axes);
                return new([.. left.Axes, .. right.Axes], left.Expr * right.Expr);
            case "Transpose":
                var matrix = First();
                return matrix with { Axes = [matrix.Axes[1], matrix.Axes[0]] };
            default:
                return null;
        }
    }

    /// <summary>The axes that a call reduces, and those that stay.</summary>
    private static (int[] Over, int[] Remaining, Expr Value) Along(IOperation at, Shaped value, IReadOnlyList<IOperation?> arguments)
    {
        if (arguments.Count == 1)
        {
            return ([.. value.Axes], [], value.Expr);
        }

        return arguments[1]?.ConstantValue is { HasValue: true, Value: int axis and (0 or 1) }
            ? ([value.Axes[axis]], [value.Axes[1 - axis]], value.Expr)
            : throw Refusal.Unsupported(arguments[1] ?? at, "An axis that is not the literal 0 or 1", "Write 0 to go along the rows, 1 along the columns.");
    }

    /// <summary>A mean or an extreme of nothing is none.</summary>
    private void RequireElements(IOperation at, string function, int[] over)
    {
        foreach (var axis in over.Where(_ => function is not ("Sum" or "LogSumExp")))
        {
            body.Requirements.Least(at, Graph.Length(axis), 1, function);
        }
    }

    private Expr Reduce(string function, int[] over, Expr value)
    {
        var result = Graph.Wrap(Graph.Id(value));
        if (function == "LogSumExp")
        {
            // The shift's derivatives cancel, so that it may be taken for a constant. It is finite, whatever the terms are: ∞ − ∞ would be none of them.
            var greatest = over.Aggregate(result, (x, axis) => Graph.Reduce(NodeKind.Maximum, axis, x));
            var shift = Graph.Apply(Operation.Detach, Min(Max(greatest, double.MinValue), double.MaxValue));
            return shift + Log(Reduce("Sum", over, Exp(result - shift)));
        }

        foreach (var axis in over)
        {
            result = function switch
            {
                "Max" => Graph.Reduce(NodeKind.Maximum, axis, result),
                "Min" => Graph.Reduce(NodeKind.Minimum, axis, result),
                "Mean" => Graph.Sum(axis, result) / Graph.Length(axis),
                _ => Graph.Sum(axis, result),
            };
        }

        return result;
    }

    /// <summary>The first position of the greatest or least element; 0 where an element is not a number.</summary>
    private Expr Extreme(bool greatest, Shaped value)
    {
        var axis = value.Axes[0];
        var element = Graph.Wrap(Graph.Id(value.Expr));
        var extreme = Graph.Reduce(greatest ? NodeKind.Maximum : NodeKind.Minimum, axis, element);
        var isLess = greatest ? Less(element, extreme) : Less(extreme, element);
        return Graph.Apply(Operation.Detach, Graph.Reduce(NodeKind.Minimum, axis, Where(isLess, Graph.Length(axis) - 1, Graph.Index(axis))));
    }

    private Shaped StandardDeviation(IOperation at, Shaped value)
    {
        var axis = value.Axes[0];
        var length = Graph.Length(axis);
        body.Requirements.Least(at, length, 2, "Sd");
        var mean = Graph.Sum(axis, value.Expr) / length;
        return Shaped.Scalar(Sqrt(Graph.Sum(axis, Square(value.Expr - mean)) / (length - 1)));
    }

    private Shaped Softmax(Shaped value) =>
        value with { Expr = Exp(value.Expr - Reduce("LogSumExp", [value.Axes[value.Rank - 1]], value.Expr)) };

    /// <summary>Combines a vector's elements in order, in an array of the values before the first and after each.</summary>
    private (Shaped All, Shaped Last) Running(IOperation at, string name, Shaped value, Operation operation, Expr start)
    {
        var axis = value.Axes[0];
        var length = body.Ranges.Widest(Graph.Length(axis));
        var prefix = body.Loops.Ordinals();
        var array = body.Draft.AddArray(name, ArrayRole.Local, [.. body.Loops.Lengths(), length + 1]);
        body.Draft.Arrays[array].DependsOn = body.Draft.DependsOn(value.Expr);
        var (site, guard) = (body.Draft.Site, body.Scope.Evaluated());

        // The loop takes a copy of the axis that no vector expression around it has.
        var along = Graph.Axis(Graph.Constant(0).Id, Graph.Id(length), LoopRange.FirstCopy + body.Scope.Loops.Count);
        var position = Graph.Index(along);
        var own = Graph.Inside(axis) is { } inside ? Graph.Apply(Operation.Where, inside, value.Expr, start) : value.Expr;
        var element = body.Alignment.Replace(own, new() { [axis] = position });
        body.Scope.Steps.Add(Assign([.. prefix, Graph.Constant(0)], start));
        body.Scope.Steps.Add(new LoopStep(
            along, false, [Assign([.. prefix, position + 1], Graph.Apply(operation, Graph.Read(array, [.. prefix, position]), element))], site));
        return (new([axis], Graph.Read(array, [.. prefix, Graph.Index(axis) + 1])), Shaped.Scalar(Graph.Read(array, [.. prefix, length])));

        AssignStep Assign(Expr[] indices, Expr result) =>
            new(array, [], indices.Select(Graph.Id).ToEquatableArray(), Graph.Id(result), false, guard, site);
    }

    private Shaped Dot(IOperation at, Shaped left, Shaped right)
    {
        right = body.Alignment.Apart(right, left.Axes);
        var (inner, other) = (left.Axes[left.Rank - 1], right.Axes[0]);
        body.Alignment.RequireEqual(at, Graph.Length(inner), Graph.Length(other));
        var factor = body.Alignment.Replace(right.Expr, new() { [other] = Graph.Index(inner) });
        return new([.. left.Axes.Take(left.Rank - 1), .. right.Axes.Skip(1)], Graph.Sum(inner, left.Expr * factor));
    }
}
