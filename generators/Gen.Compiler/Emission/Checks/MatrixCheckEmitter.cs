using System.Linq;
using Gen.Compiler.Definitions;
using Gen.Compiler.Ir;

namespace Gen.Compiler.Emission;

/// <summary>Writes the check that covariances, precisions and scales are symmetric and positive definite, where they are data as they were given.</summary>
internal static class MatrixCheckEmitter
{
    public static void Write(CSharpWriter writer, ModelLayout layout, Program program, MethodScope scope)
    {
        var graph = program.Graph;
        foreach (var (array, reader) in Program.Flatten(program.Steps).SelectMany(Matrices).Distinct().Where(entry => program.Arrays[entry.Array].Role is ArrayRole.Data or ArrayRole.Prepared))
        {
            var order = scope.Expressions.Address(program.Arrays[array].Extents[0]);
            writer.Line($"DataCheck.PositiveDefinite(\"{layout.Name}\", \"{program.Arrays[array].Name}\", {scope.ArrayOf(array).Text}, {order}, \"{reader}\");");
        }

        (int Array, string Reader)[] Matrices(Step step) => step switch
        {
            SampleStep sample => OfDensity(sample.Density),
            ObserveStep observe => OfDensity(observe.Density),
            _ => [],
        };

        (int Array, string Reader)[] OfDensity(Density density) => density.Axes.Count == 0 || Modifier.Of(graph, density) is not null ? []
            : [.. DistributionDefinition.Of(density).ParametersOf(density.Parameterization)
                .Zip(density.Arguments, (parameter, argument) => (Parameter: parameter, Matrix: graph[argument]))
                .Where(entry => entry.Parameter is { Along.Count: 2, Requires: Gen.Support.Real } && entry.Matrix is { Kind: NodeKind.Read, Arguments.Count: 2 } && entry.Matrix.Arguments.All(index => graph[index].Kind == NodeKind.Index))
                .Select(entry => (entry.Matrix.Symbol, $"{entry.Parameter.Name} of {density.Distribution}"))];
    }
}
