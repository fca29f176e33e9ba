using System.Collections.Generic;
using System.Linq;
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
        var around = new Stack<CSharpWriter.Scope>(model.Name.Outer.Select(outer => writer.Block($"partial {outer.Keyword} {CSharpWriter.Identifier(outer.Name)}")));
        using (writer.Block($"{model.Name.TypeModifiers} partial {model.Name.Keyword} {surface.Type}".TrimStart()))
        {
            ModelEmitter.Write(writer, surface);
            ForwardingEmitter.Write(writer, surface);
            PosteriorEmitter.Write(writer, surface);
            foreach (var objective in surface.Objectives)
            {
                ObjectiveEmitter.Write(writer, surface, objective);
            }

            ModeEmitter.Write(writer, surface);
            SimulationEmitter.Write(writer, surface);
            KernelsEmitter.Write(writer, surface);
        }

        while (around.Count > 0)
        {
            around.Pop().Dispose();
        }

        writer.Blank();
        VerbsEmitter.Write(writer, surface);
        return writer.ToString();
    }
}
