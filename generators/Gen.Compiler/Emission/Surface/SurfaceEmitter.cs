using Gen.Compiler.Ir;

namespace Gen.Compiler.Emission.Surface;

/// <summary>
/// Writes the half of a model that its users see, the file <c>Type.g.cs</c>: constructors and data, the verbs, the typed posterior, predictions,
/// simulations and objectives. All of it forwards to the runtime and to the kernels of the other file.
/// </summary>
public static class SurfaceEmitter
{
    /// <summary>The text of the file.</summary>
    public static string Emit(Model model, SourceMap sources)
    {
        var surface = new SurfaceModel(model, sources);
        var writer = new CSharpWriter();
        HeaderEmitter.Write(writer, surface);
        if (model.Name.Namespace.Length > 0)
        {
            writer.Blank().Line($"namespace {SurfaceModel.Namespace(model.Name.Namespace)};");
        }

        writer.Blank();
        using (writer.Block($"{(model.Name.TypeModifiers + " partial class").TrimStart()} {surface.Type}"))
        {
            ModelEmitter.Write(writer, surface);
            ForwardingEmitter.Write(writer, surface);
            PosteriorEmitter.Write(writer, surface);
            foreach (var objective in model.Objectives)
            {
                ObjectiveEmitter.Write(writer, surface, objective);
            }

            SimulationEmitter.Write(writer, surface);
            KernelsEmitter.Write(writer, surface);
        }

        writer.Blank();
        VerbsEmitter.Write(writer, surface);
        return writer.ToString();
    }
}
