using System.Linq;
using static Gen.Compiler.Emission.CSharpWriter;

namespace Gen.Compiler.Emission.Surface;

/// <summary>Where the posterior is highest: the typed mode. A quantity that is called like something of <c>ModelMode</c> hides it there.</summary>
internal static class ModeEmitter
{
    public static void Write(CSharpWriter writer, SurfaceModel surface)
    {
        writer.Blank().Doc("Where the posterior density of the latents is highest, with standard errors.").Line(SurfaceModel.GeneratedCode);
        using (writer.Block("public sealed class PosteriorMode : global::Gen.ModelMode"))
        {
            using (writer.Block("internal PosteriorMode(global::Gen.Approximations.FoundEstimates found)\n    : base(found)"))
            {
            }

            var number = 0;
            foreach (var quantity in surface.Quantities.Where(quantity => quantity.Kind is SurfaceQuantityKind.Latent or SurfaceQuantityKind.Deterministic))
            {
                var type = quantity.Declaration.Rank switch { 0 => "global::Gen.ScalarEstimate", 1 => "global::Gen.VectorEstimate", _ => "global::Gen.MatrixEstimate" };
                writer.Blank().Line($"/// <summary><c>{Xml(surface.Statement(quantity))}</c></summary>")
                    .Line($"{SurfaceModel.Remarks(quantity)}public {type} {quantity.Member} => ({type})Quantities[{Number(number++)}];");
            }
        }
    }
}
