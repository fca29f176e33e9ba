using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Gen.Compiler.Ir;
using Microsoft.CodeAnalysis;

namespace Gen.Compiler.Reading;

/// <summary>Reads methods marked <c>[Objective]</c>: their parameters are matched with the model by name.</summary>
internal sealed class ObjectiveReader(Draft draft, IMethodSymbol model, Compilation compilation, int modelArrays)
{
    public static bool IsObjective(IMethodSymbol method) => method.GetAttributes().Any(attribute => attribute.AttributeClass?.Name == "ObjectiveAttribute");

    public Objective? Read(IMethodSymbol method, CancellationToken cancellation)
    {
        draft.Sizes.BeginSection();
        var body = new BodyReader(draft, new(), compilation, cancellation);
        body.Scope.Enter(model);
        body.Scope.Enter(method);
        var decided = new List<ArrayDraft>();
        try
        {
            if (!method.IsStatic || method.ReturnType.SpecialType != SpecialType.System_Double)
            {
                throw Refusal.Of(Rules.ObjectiveType, method.Locations[0], method.Name);
            }

            var parameters = method.Parameters.Select(parameter => Bind(method, parameter, body, decided)).ToEquatableArray();
            var statements = body.Methods.Body(method) ?? throw new Refusal(null);
            draft.AddSite(SiteKind.Other, method.Name, SourceText.OneLine(statements[0].Syntax).TrimEnd(';'), statements[0].Syntax);
            var value = body.Methods.ReadReturned(statements[0], statements) is Shaped { Rank: 0 } scalar ? scalar.Expr : throw new Refusal(null);
            return new(method.Name, parameters, StepAxes.Rename(draft.Graph, body.Scope.Steps), draft.Graph.Id(value), draft.Sizes.Checks())
            {
                LengthChecks = draft.TakeLengthChecks(),
            };
        }
        catch (Refusal refusal)
        {
            if (refusal.Diagnostic is { } diagnostic)
            {
                draft.Diagnostics.Add(diagnostic);
            }

            return null;
        }
        finally
        {
            foreach (var array in decided)
            {
                array.DependsOn = null;
            }
        }
    }

    private ObjectiveParameter Bind(IMethodSymbol method, IParameterSymbol parameter, BodyReader body, List<ArrayDraft> decided)
    {
        var at = parameter.Locations[0];
        if (ParameterReader.TypeOf(parameter.Type) is not { } type)
        {
            throw Refusal.Of(Rules.DataType, at, parameter.Name, parameter.Type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat));
        }

        var isDecision = parameter.GetAttributes().Any(attribute => attribute.AttributeClass?.Name == "DecisionAttribute");
        var data = draft.Parameters.FirstOrDefault(p => p.Name == parameter.Name);
        if (data is not null)
        {
            RequireType(at, parameter.Name, data.Type, type);
            body.Scope.Variables[parameter] = data.Array < 0 ? Shaped.Scalar(draft.Size(data.Sizes[0])) : body.Alignment.Whole(data.Array, []);
            if (isDecision && data.Array >= 0)
            {
                draft.Arrays[data.Array].DependsOn = data.Name;
                decided.Add(draft.Arrays[data.Array]);
            }

            return new(parameter.Name, type, isDecision ? Binding.DecidedData : Binding.Data, data.Array);
        }

        var quantity = draft.Arrays.FindIndex(0, modelArrays, array => array.Name == parameter.Name && array.Role is ArrayRole.Latent or ArrayRole.Deterministic);
        if (quantity >= 0 && !isDecision)
        {
            RequireType(at, parameter.Name, draft.Arrays[quantity].Extents.Length switch { 0 => ParameterType.Real, 1 => ParameterType.Vector, _ => ParameterType.Matrix }, type);
            body.Scope.Variables[parameter] = body.Alignment.Whole(quantity, []);
            return new(parameter.Name, type, Binding.Quantity, quantity);
        }

        if (!isDecision)
        {
            RequireArgument(method, parameter, type);
        }

        var sizes = ParameterReader.SizeNames(parameter.Name, type).Select(draft.Sizes.Add).ToList();
        var array = draft.AddArray(
            parameter.Name, isDecision ? ArrayRole.Decision : ArrayRole.Argument, [.. sizes.Select(draft.Size)], ParameterReader.IsInteger(type));
        body.Scope.Variables[parameter] = body.Alignment.Whole(array, []);
        return new(parameter.Name, type, isDecision ? Binding.Decision : Binding.Argument, array);
    }

    private void RequireType(Location at, string name, ParameterType own, ParameterType here)
    {
        if (own != here)
        {
            throw Refusal.Of(Rules.ObjectiveParameterType, at, name, Word(own), model.ContainingType.Name, Word(here));
        }
    }

    /// <summary>A number that matches nothing is an argument of the caller's, unless its name looks like one that was meant.</summary>
    private void RequireArgument(IMethodSymbol method, IParameterSymbol parameter, ParameterType type)
    {
        var names = draft.Arrays.Take(modelArrays).Where(array => array.Role is ArrayRole.Latent or ArrayRole.Deterministic or ArrayRole.Data).Select(array => array.Name);
        var near = names.Where(name => EditDistance.IsNear(parameter.Name, name)).OrderBy(name => EditDistance.Of(parameter.Name, name)).ToList();
        if (near.Count == 0 && type is ParameterType.Real or ParameterType.Integer or ParameterType.Boolean)
        {
            return;
        }

        var advice = near.Count > 0 ? $" Did you mean {string.Join(" or ", near.Select(name => $"'{name}'"))}?" : " Mark it [Decision] if it is to be chosen.";
        throw new Refusal(new(
            Rules.ObjectiveParameter, parameter.Locations[0], [method.Name, parameter.Name, model.ContainingType.Name, advice], near.FirstOrDefault()));
    }

    private static string Word(ParameterType type) => type switch
    {
        ParameterType.Real => "double",
        ParameterType.Integer => "int",
        ParameterType.Boolean => "bool",
        ParameterType.IntegerVector => "int[]",
        _ => type.ToString(),
    };
}
