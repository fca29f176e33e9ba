using System.Linq;
using Gen.Compiler.Ir;
using static Gen.Compiler.Emission.CSharpWriter;

namespace Gen.Compiler.Emission.Surface;

/// <summary>One world at a time: a simulation, and a point at which the body is executed.</summary>
internal static class SimulationEmitter
{
    public static void Write(CSharpWriter writer, SurfaceModel surface)
    {
        writer.Blank().Doc("One simulated world: a value of every quantity.").Line(SurfaceModel.GeneratedCode);
        using (writer.Block("public sealed class Simulation : global::Gen.ModelSimulation"))
        {
            using (writer.Block("internal Simulation(global::Gen.Models.CompiledModel model, double[] values)\n    : base(model, values)"))
            {
            }

            for (var i = 0; i < surface.Quantities.Count; i++)
            {
                var quantity = surface.Quantities[i];
                writer.Blank().Line($"/// <summary><c>{Xml(surface.Statement(quantity))}</c></summary>")
                    .Line($"{SurfaceModel.Remarks(quantity)}public {SurfaceModel.TypeName(quantity.Type)} {quantity.Member} => {Value(quantity.Type, Number(i))};");
            }
        }

        writer.Blank().Doc("Values of latents, by name; those left out are drawn from their priors.").Line(SurfaceModel.GeneratedCode);
        using (writer.Block("public sealed class Point"))
        {
            foreach (var latent in surface.Latents)
            {
                writer.Line($"/// <summary><c>{Xml(surface.Statement(latent))}</c></summary>")
                    .Line($"public {SurfaceModel.TypeName(latent.Type)}? {latent.Member} {{ get; init; }}")
                    .Blank();
            }

            writer.Line("internal global::System.Collections.Generic.IReadOnlyDictionary<string, double[]> ToValues() =>")
                .Line($"    global::Gen.Models.QuantityValue.Collect({string.Join(", ", surface.Latents.Select(latent => $"({Text(latent.Name)}, {latent.Member})"))});");
        }
    }

    private static string Value(ParameterType type, string quantity) => type switch
    {
        ParameterType.Real => $"ScalarAt({quantity})",
        ParameterType.Integer => $"IntegerAt({quantity})",
        ParameterType.Boolean => $"BooleanAt({quantity})",
        ParameterType.IntegerVector => $"IntegersAt({quantity})",
        ParameterType.IntegerMatrix => $"IntegerMatrixAt({quantity})",
        ParameterType.Matrix => $"MatrixAt({quantity})",
        _ => $"VectorAt({quantity})",
    };
}
