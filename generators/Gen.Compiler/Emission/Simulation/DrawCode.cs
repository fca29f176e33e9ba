using System;
using System.Linq;
using Gen.Compiler.Definitions;
using Gen.Compiler.Ir;
using Gen.Distributions;

namespace Gen.Compiler.Emission;

/// <summary>Draws from densities as C#. One from a modifier is drawn from the distribution as the language's own functions make it.</summary>
internal sealed class DrawCode
{
    private readonly Graph graph;
    private readonly MethodScope scope;
    private readonly DrawnComponents components;

    private DrawCode(Graph graph, MethodScope scope, DrawnComponents components) => (this.graph, this.scope, this.components) = (graph, scope, components);

    /// <summary>The statement that draws a variate.</summary>
    public static string Of(MethodScope scope, DrawnComponents components, SampleStep step)
    {
        var (program, code) = (components.Program, new DrawCode(components.Program.Graph, scope, components));
        var (array, indices, density) = (step.Array, step.Indices, step.Density);
        if (step.Restriction is { } restriction)
        {
            // A distribution that is the same for every element takes their number.
            var length = code.IsElementwise(density) ? "" : $", {scope.Expressions.Address(program.Arrays[array].Extents[indices.Count - 1])}";
            var drawn = $"global::Gen.Modeling.{(restriction == Support.ZeroSum ? "ZeroSum" : "Ordered")}({code.Distribution(density)}{length}).Draw(random)";
            return $"{drawn}.AsSpan().CopyTo({Part(1)});";
        }

        if (Modifier.Of(program.Graph, density) is not null)
        {
            return $"{BlockWriter.Element(scope, array, indices)} = {code.Distribution(density)}.Draw(random);";
        }

        if (density.Source is { } source)
        {
            return $"{BlockWriter.Element(scope, array, indices)} = {code.Custom(source, density)};";
        }

        var arguments = density.Arguments.Select((argument, i) =>
            i < density.Operands.Count && density.Operands[i].Array >= 0 ? RoutineCode.Text(program, scope, density.Operands[i]) : scope.Expressions.Value(argument).Text);
        var rank = density.Operands.Count > 0 ? DistributionDefinition.Of(density).VariateRank : 0;
        var call = $"global::Gen.Distributions.{density.Distribution}.Draw({string.Join(", ", ["random", .. arguments, .. rank > 0 ? [Part(rank)] : Array.Empty<string>()])})";
        return rank > 0 ? call + ";" : $"{BlockWriter.Element(scope, array, indices)} = {call};";

        string Part(int dimensions) => RoutineCode.Text(program, scope, new(array, indices.Take(indices.Count - dimensions).ToEquatableArray()), isDrawn: true);
    }

    /// <summary>A draw by the user's own sampler.</summary>
    private string Custom(SourceDistribution source, Density density)
    {
        var target = source.Forward is { } forward ? $"{ModelLayout.Qualified(components.Program.Model.Name)}.{forward.Name}" : source.Draw;
        return source.Draw.Length == 0
            ? $"DataCheck.CannotDraw<double>(\"{source.Name}\", \"it was given no sampler: Custom({source.Name}LogDensity, …, draw: {source.Name}Draw)\")"
            : $"{target}({string.Join(", ", density.Arguments.Select(Value).Prepend("random"))})";
    }

    private string Distribution(Density density)
    {
        if (density.Source is { } source)
        {
            return $"DataCheck.CannotDraw<global::Gen.Univariate>(\"{source.Name}\", \"samplers of one's own are not drawn from within a modifier\")";
        }

        var inner = density.Components.Select(Distribution);
        var arguments = density.Distribution switch
        {
            nameof(Truncated) or nameof(Censored) => inner.Concat(Ends(density)),
            nameof(Mixture) => inner.Prepend(Weights(density)),
            nameof(ZeroInflated) or nameof(Hurdle) => inner.Prepend(Value(density.Arguments[0])),
            _ => DistributionDefinition.Of(density).ParametersOf(density.Parameterization)
                .Zip(density.Arguments, (parameter, argument) => $"{CSharpWriter.Identifier(parameter.Name)}: {Value(argument)}"),
        };
        return $"global::Gen.Modeling.{density.Distribution}({string.Join(", ", arguments)})";
    }

    private string[] Ends(Density density) => density.Parameterization switch
    {
        Modifier.Bounded.OnlyLower => [$"lower: {Value(density.Arguments[0])}"],
        Modifier.Bounded.OnlyUpper => [$"upper: {Value(density.Arguments[0])}"],
        _ => [$"lower: {Value(density.Arguments[0])}", $"upper: {Value(density.Arguments[1])}"],
    };

    private string Weights(Density density) => IsRow(density.Arguments[0])
        ? Value(density.Arguments[0])
        : $"new global::Gen.Vector([{string.Join(", ", density.Arguments.Select(Value))}])";

    private bool IsElementwise(Density density) => density.Arguments.Any(IsRow);

    private bool IsRow(int argument) => graph[argument].Kind == NodeKind.Read && components.IsRows(graph[argument].Symbol);

    private string Value(int argument)
    {
        if (!IsRow(argument))
        {
            return scope.Expressions.Value(argument).Text;
        }

        var array = graph[argument].Symbol;
        var extents = components.Program.Arrays[array].Extents;
        return $"new global::Gen.Vector({scope.ArrayOf(array).Text}.AsSpan({scope.Expressions.Flat(graph[argument])}, {scope.Expressions.Address(extents[extents.Count - 1])}))";
    }
}
