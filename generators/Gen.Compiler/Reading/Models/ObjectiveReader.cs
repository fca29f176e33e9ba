using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Gen.Compiler.Ir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Gen.Compiler.Reading;

/// <summary>Reads methods marked <c>[Objective]</c>: their parameters are matched with the model by name.</summary>
internal sealed class ObjectiveReader(Draft draft, IMethodSymbol model, Compilation compilation, int modelArrays, IReadOnlyList<Step> modelSteps)
{
    public static bool IsObjective(IMethodSymbol method) => method.GetAttributes().Any(attribute => attribute.AttributeClass?.Name == "ObjectiveAttribute");

    public static bool IsDecision(IParameterSymbol parameter) => parameter.GetAttributes().Any(attribute => attribute.AttributeClass?.Name == "DecisionAttribute");

    public Objective? Read(IMethodSymbol method, CancellationToken cancellation)
    {
        draft.Sizes.BeginSection();
        var body = new BodyReader(draft, new(), compilation, cancellation);
        body.Scope.Enter(model);
        body.Scope.Enter(method, isOwn: true);
        var decided = new List<ArrayDraft>();
        try
        {
            if (method.ReturnType.SpecialType != SpecialType.System_Double)
            {
                throw Refusal.Of(Rules.ObjectiveType, method.Locations[0], method.Name);
            }

            if (!method.IsStatic)
            {
                throw new Refusal(new(Rules.MissingModifier, method.Locations[0], [method.Name, "static", "an objective runs on its parameters alone."], "static"));
            }

            var parameters = method.Parameters.Select(parameter => Bind(method, parameter, body, decided)).ToEquatableArray();
            if (!parameters.Any(parameter => parameter.Binding is Binding.Decision or Binding.DecidedData))
            {
                throw Refusal.Of(Rules.ObjectiveWithoutDecision, method.Locations[0], method.Name);
            }

            RequireFollowing(method, parameters);
            var statements = body.Methods.Body(method) ?? throw new Refusal(null);
            draft.AddSite(SiteKind.Other, method.Name, SourceText.OneLine(statements[0].Syntax).TrimEnd(';'), statements[0].Syntax);
            var value = body.Methods.ReadReturned(statements[0], statements) is Shaped { Rank: 0 } scalar ? scalar.Expr : throw new Refusal(null);
            body.Elements.FillUnassigned(value);
            IReadOnlyList<Step> steps = [.. modelSteps, .. body.Scope.Steps];
            RequireReadable(method, parameters, steps, value);
            RequireContinuous(method, parameters, steps, value);
            return new(method.Name, parameters, StepAxes.Rename(draft.Graph, VaryingLengths.Guard(draft, body.Scope.Steps)), draft.Graph.Id(value), draft.Sizes.Checks())
            {
                LengthChecks = draft.TakeLengthChecks(),
            };
        }
        catch (Refusal refusal)
        {
            draft.Report(refusal, method.Locations[0]);
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
        var isDecision = IsDecision(parameter);
        var data = draft.Parameters.FirstOrDefault(p => p.Name == parameter.Name);
        var known = ParameterReader.TypeOf(parameter.Type);
        if (isDecision && known is not (ParameterType.Real or ParameterType.Vector or ParameterType.Matrix))
        {
            throw new Refusal(DecisionType(parameter, known, data is not null));
        }

        if (known is not { } type)
        {
            throw new Refusal(ParameterReader.NoData(parameter));
        }
        if (data is not null)
        {
            RequireType(
                at, parameter.Name, data.Type, type,
                isDecision ? $" A decision that bears the name of data replaces them all; for another, give it a name of its own, and write what it leads to from the latents." : "");
            body.Scope.Variables[parameter] = data.Array < 0 ? Shaped.Scalar(draft.Size(data.Sizes[0])) : body.Alignment.Whole(data.Array, []);
            if (isDecision && data.Array >= 0)
            {
                draft.Arrays[data.Array].DependsOn = data.Name;
                decided.Add(draft.Arrays[data.Array]);
            }

            return new(parameter.Name, type, isDecision ? Binding.DecidedData : Binding.Data, data.Array) { Default = ParameterReader.DefaultOf(parameter) };
        }

        var quantity = draft.Arrays.FindIndex(0, modelArrays, array => array.Name == parameter.Name && array.Role is ArrayRole.Latent or ArrayRole.Deterministic or ArrayRole.Generated);
        if (quantity >= 0 && !isDecision)
        {
            var own = draft.Arrays[quantity].Extents.Length switch { 0 => ParameterType.Real, 1 => ParameterType.Vector, _ => ParameterType.Matrix };
            RequireType(at, parameter.Name, own, type);
            body.Scope.Variables[parameter] = body.Alignment.Whole(quantity, []);
            return new(parameter.Name, type, Binding.Quantity, quantity);
        }

        if (!isDecision)
        {
            RequireArgument(method, parameter, type);
        }

        var sizes = ParameterReader.SizeNames(parameter.Name, type).Select(draft.Sizes.Add).ToList();
        draft.ObjectiveSizes.UnionWith(sizes);
        var array = draft.AddArray(
            parameter.Name, isDecision ? ArrayRole.Decision : ArrayRole.Argument, [.. sizes.Select(draft.Size)], ParameterReader.IsInteger(type));
        body.Scope.Variables[parameter] = body.Alignment.Whole(array, []);
        return new(parameter.Name, type, isDecision ? Binding.Decision : Binding.Argument, array) { Default = ParameterReader.DefaultOf(parameter) };
    }

    /// <summary>What is generated is read as it was recorded, and latents as they were drawn, which is the same whatever is decided.</summary>
    private void RequireFollowing(IMethodSymbol method, IReadOnlyList<ObjectiveParameter> parameters)
    {
        HashSet<int> decided = [.. parameters.Where(parameter => parameter.Binding == Binding.DecidedData).Select(parameter => parameter.Array)];
        for (var i = 0; i < parameters.Count; i++)
        {
            if (parameters[i].Binding != Binding.Quantity)
            {
                continue;
            }

            var (at, decider) = (method.Parameters[i].Locations[0], $"objective '{method.Name}'");
            if (GeneratedQuantities.SourcesOf(draft, modelSteps, parameters[i].Array).Where(decided.Contains).Prepend(-1).Last() is >= 0 and var source)
            {
                throw Refusal.Of(Rules.UndecidedQuantity, at, parameters[i].Name, draft.Arrays[source].Name, decider);
            }

            if (DecidedPriors.Of(draft, modelSteps, parameters[i].Array, decided) is var (latent, data))
            {
                throw Refusal.Of(Rules.UndecidedLatent, at, parameters[i].Name, draft.Arrays[data].Name, decider, draft.Arrays[latent].Name);
            }
        }
    }

    /// <summary>That a decision has a type that none can have, and what to decide instead.</summary>
    private static ReadDiagnostic DecisionType(IParameterSymbol parameter, ParameterType? type, bool isData)
    {
        var instead = OutlineReader.Decided(type ?? ParameterType.Dim);
        var where = isData ? "here and in the model" : "instead";
        var advice = type switch
        {
            ParameterType.Integer or ParameterType.IntegerVector or ParameterType.IntegerMatrix => $" Take a {Word(instead)} {where}, and round what is found.",
            ParameterType.Boolean => $" Take a double between 0 and 1 {where}, or compare the expected utilities of both by Evaluate.",
            _ => "",
        };
        var written = parameter.DeclaringSyntaxReferences.Select(reference => reference.GetSyntax()).OfType<ParameterSyntax>().FirstOrDefault()?.Type;
        return new(
            Rules.DecisionType, parameter.Locations[0], [parameter.Name, ParameterReader.Described(parameter), advice],
            type is null or ParameterType.Dim or ParameterType.Boolean || isData || written is null ? null : Word(instead), written?.GetLocation());
    }

    /// <summary>What a decision moves has a slope by it only if it is continuous.</summary>
    private void RequireContinuous(IMethodSymbol method, IEnumerable<ObjectiveParameter> parameters, IReadOnlyList<Step> steps, Expr value)
    {
        var decided = parameters.Where(parameter => parameter.Binding is Binding.Decision or Binding.DecidedData).Select(parameter => parameter.Array);
        foreach (var (written, mover) in MovingJumps.Of(draft, steps, decided, ReadBy(value)))
        {
            throw Refusal.Of(Rules.MovingJump, method.Locations[0], SourceText.OneLine(written), mover);
        }
    }

    private IEnumerable<int> ReadBy(Expr value) => Dependence.Reachable(draft.Graph, [draft.Graph.Id(value)]).Where(id => draft.Graph[id].Kind == NodeKind.Read).Select(id => draft.Graph[id].Symbol);

    /// <summary>What is prepared of data that are decided cannot follow the decision.</summary>
    private void RequireReadable(IMethodSymbol method, IEnumerable<ObjectiveParameter> parameters, IReadOnlyList<Step> steps, Expr value)
    {
        HashSet<int> decided = [.. parameters.Where(parameter => parameter.Binding == Binding.DecidedData).Select(parameter => parameter.Array)];
        var needed = Dependence.Needed(draft.Graph, steps, ReadBy(value));
        var follows = decided.ToDictionary(array => array, array => draft.Arrays[array].Name);
        foreach (var prepared in draft.Prepared)
        {
            var sources = prepared.Steps.SelectMany(step => Dependence.Reads(draft.Graph, step)).Concat(prepared.Call?.Arguments.Select(argument => argument.Array) ?? []);
            if (sources.Where(follows.ContainsKey).Prepend(-1).Last() is >= 0 and var source)
            {
                follows.Add(prepared.Array, follows[source]);
                if (needed.Contains(prepared.Array) && prepared.Call is { } call)
                {
                    var name = call.Method.Substring(call.Method.LastIndexOf('.') + 1);
                    throw Refusal.Of(Rules.UnreadableOfDecision, method.Locations[0], name, follows[source], "Here it is called once, with the data.");
                }
            }
        }
    }

    private void RequireType(Location at, string name, ParameterType own, ParameterType here, string advice = "")
    {
        if (own != here)
        {
            throw Refusal.Of(Rules.ObjectiveParameterType, at, name, Word(own), model.ContainingType.Name, Word(here), advice);
        }
    }

    /// <summary>What matches nothing is an argument of the caller's, unless its name looks like one that was meant.</summary>
    private void RequireArgument(IMethodSymbol method, IParameterSymbol parameter, ParameterType type)
    {
        var names = draft.Arrays.Take(modelArrays).Where(array => array.Role is ArrayRole.Latent or ArrayRole.Deterministic or ArrayRole.Generated or ArrayRole.Data).Select(array => array.Name);
        var near = names.Where(name => EditDistance.IsNear(parameter.Name, name)).OrderBy(name => EditDistance.Of(parameter.Name, name)).ToList();
        var isVariable = IsVariableOfModel(parameter.Name);
        var isNumber = type is ParameterType.Real or ParameterType.Integer or ParameterType.Boolean;
        if (near.Count == 0 && (isNumber || (!isVariable && type != ParameterType.Dim)))
        {
            return;
        }

        var advice = isVariable ? $" Write 'var {parameter.Name} = Deterministic(…);' in the model to make it one."
            : near.Count > 0 ? $" Did you mean {string.Join(" or ", near.Select(name => $"'{name}'"))}?"
            : " An axis is the model's own: take an int.";
        throw new Refusal(new(
            Rules.ObjectiveParameter, parameter.Locations[0], [method.Name, parameter.Name, model.ContainingType.Name, advice], isVariable ? null : near.FirstOrDefault()));
    }

    private bool IsVariableOfModel(string name) => model.DeclaringSyntaxReferences
        .SelectMany(reference => reference.GetSyntax().DescendantNodes().OfType<VariableDeclaratorSyntax>()).Any(variable => variable.Identifier.ValueText == name);

    private static string Word(ParameterType type) => type switch
    {
        ParameterType.Real => "double",
        ParameterType.Integer => "int",
        ParameterType.Boolean => "bool",
        ParameterType.IntegerVector => "int[]",
        ParameterType.IntegerMatrix => "int[,]",
        _ => type.ToString(),
    };
}
