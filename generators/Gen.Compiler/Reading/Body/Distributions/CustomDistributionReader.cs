using System;
using System.Collections.Generic;
using System.Linq;
using Gen.Compiler.Definitions;
using Gen.Compiler.Ir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Gen.Compiler.Reading;

/// <summary>Reads <c>Custom(RayleighLogDensity, scale)</c>: a distribution that the user defines by static methods.</summary>
internal sealed class CustomDistributionReader(BodyReader body)
{
    private const string Suffix = "LogDensity";

    public DistributionValue Read(IInvocationOperation call)
    {
        var arguments = CallReader.Arguments(call);
        IMethodSymbol? Named(string parameter) =>
            arguments[call.TargetMethod.Parameters.First(p => p.Name == parameter).Ordinal] is { } argument ? Method(argument) : null;
        var density = Named("logDensity")!;
        var attribute = density.GetAttributes().FirstOrDefault(own => own.AttributeClass?.Name == nameof(DistributionAttribute))
            ?? throw Refusal.Unsupported(call, $"A distribution of '{density.Name}'", $"Mark '{density.Name}' [Distribution(Support.…)] with the set in which its variate lies.");
        var name = density.Name.EndsWith(Suffix, StringComparison.Ordinal) && density.Name.Length > Suffix.Length ? density.Name.Substring(0, density.Name.Length - Suffix.Length) : density.Name;
        if (DistributionDefinition.All.ContainsKey(name) || Modifier.Names.Contains(name))
        {
            throw Refusal.Unsupported(call, $"A second distribution called '{name}'", $"The language has one; give '{density.Name}' another name.");
        }

        var parameters = density.Parameters.Skip(1).Select(parameter => new SourceParameter(parameter.Name, Requires(parameter))).ToEquatableArray();
        string? End(string end) => attribute.NamedArguments.FirstOrDefault(own => own.Key == end).Value.Value as string;
        var (draw, forward) = Named("draw") is { } sampler ? MethodReach.Of(body, call, sampler, sampler.Parameters) : ("", null);
        var source = new SourceDistribution(
            name, (Support)Convert.ToInt32(attribute.ConstructorArguments[0].Value), End("Lower"), End("Upper"), parameters,
            Function(call, density), Named("logCdf") is { } logCdf ? Function(call, logCdf) : null, draw, forward);
        var definition = new SourceDefinition(source);
        List<Shaped> values = [];
        List<GivenArgument> written = [];
        foreach (var parameter in definition.Forms[0].Parameters)
        {
            var argument = arguments[values.Count + 1]!;
            values.Add(body.Expressions.Read(argument));
            written.Add(new(parameter.Name, parameter.Requires, values[values.Count - 1], argument));
        }

        return new(definition, definition.Forms[0], [.. values], [.. written], call);
    }

    private static Support Requires(IParameterSymbol parameter) =>
        parameter.GetAttributes().FirstOrDefault(own => own.AttributeClass?.Name == nameof(RequiresAttribute)) is { } requires
            ? (Support)Convert.ToInt32(requires.ConstructorArguments[0].Value)
            : Support.Real;

    /// <summary>The method that a delegate is made of.</summary>
    private static IMethodSymbol Method(IOperation argument) => argument switch
    {
        IConversionOperation conversion => Method(conversion.Operand),
        IDelegateCreationOperation creation => Method(creation.Target),
        IMethodReferenceOperation { Method: { IsStatic: true } method } => method,
        _ => throw Refusal.Unsupported(argument, $"'{SourceText.OneLine(argument.Syntax)}' as a distribution's function", "Write the name of a static method."),
    };

    /// <summary>A method's value as an expression of its parameters, of which nothing is known but what they are called.</summary>
    private SourceFunction Function(IInvocationOperation call, IMethodSymbol method)
    {
        var draft = new Draft(new());
        draft.Sizes.BeginSection();
        var reader = new BodyReader(draft, new(), body.Compilation, body.Cancellation);
        reader.Scope.Enter(method);
        reader.Scope.Enter(method);
        foreach (var parameter in method.Parameters)
        {
            reader.Scope.Variables[parameter] = Shaped.Scalar(draft.Graph.Read(draft.AddArray(parameter.Name, ArrayRole.Latent, [])));
        }

        try
        {
            var statements = reader.Methods.Body(method) ?? throw Refusal.Of(Rules.UnreadableMethod, call, method.Name, "");
            var value = reader.Methods.ReadReturned(call, statements) is Shaped { Rank: 0 } scalar && reader.Scope.Steps.Count == 0
                ? draft.Graph.Id(scalar.Expr)
                : throw Refusal.Unsupported(call, $"'{method.Name}', which fills vectors or carries values through a loop,", "A density is an expression of the variate and the parameters.");
            return Function(draft.Graph, value);
        }
        catch (Refusal refusal) when (refusal.Diagnostic is { } diagnostic && diagnostic.Location.SourceTree != call.Syntax.SyntaxTree)
        {
            // Analyzers may only report in the tree they analyse: the call stands for what is wrong in another file.
            throw new Refusal(diagnostic with { Location = call.Syntax.GetLocation() });
        }
    }

    private static SourceFunction Function(Graph graph, int value)
    {
        var reached = new SortedSet<int>();
        void Visit(int id)
        {
            if (reached.Add(id))
            {
                var node = graph[id];
                foreach (var next in node.IsReduction || node.Kind == NodeKind.Index ? node.Arguments.Append(graph.Axes[node.Symbol].Lower).Append(graph.Axes[node.Symbol].Upper) : node.Arguments)
                {
                    Visit(next);
                }
            }
        }

        Visit(value);
        var places = reached.Select((id, place) => (id, place)).ToDictionary(entry => entry.id, entry => entry.place);
        var axes = reached.Select(id => graph[id]).Where(node => node.IsReduction || node.Kind == NodeKind.Index).Select(node => node.Symbol).Distinct().ToList();
        return new(
            reached.Select(id => graph[id] with
            {
                Symbol = graph[id].IsReduction || graph[id].Kind == NodeKind.Index ? axes.IndexOf(graph[id].Symbol) : graph[id].Symbol,
                Arguments = graph[id].Arguments.Select(argument => places[argument]).ToEquatableArray(),
            }).ToEquatableArray(),
            axes.Select(axis => graph.Axes[axis] with { Lower = places[graph.Axes[axis].Lower], Upper = places[graph.Axes[axis].Upper] }).ToEquatableArray());
    }
}
