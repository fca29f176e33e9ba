using System.Collections.Generic;
using System.Linq;
using Gen.Compiler.Ir;
using static Gen.Compiler.Emission.CSharpWriter;

namespace Gen.Compiler.Emission.Surface;

/// <summary>Writes the members through which the data's constructor calls methods that are private to the model's class.</summary>
internal static class ForwardingEmitter
{
    public static void Write(CSharpWriter writer, SurfaceModel surface)
    {
        foreach (var source in Program.Flatten(surface.Model.Steps).SelectMany(Densities).Select(density => density.Source).Where(source => source?.Forward is not null).Select(source => source!).GroupBy(source => source.Forward).Select(group => group.First()))
        {
            Write(writer, source.Forward!, $"{source.Draw}({string.Join(", ", source.Forward!.Parameters.Select(parameter => parameter.Substring(parameter.LastIndexOf(' ') + 1)))})");
        }

        foreach (var call in surface.Model.Prepared.Select(prepared => prepared.Call).Where(call => call?.Forward is not null).Select(call => call!).GroupBy(call => call.Forward).Select(group => group.First()))
        {
            var forward = call.Forward!;
            var arguments = call.Arguments.Select(argument => $"{Identifier(argument.Parameter)}: {Identifier(argument.Parameter)}");
            Write(writer, forward, $"{call.Method}({string.Join(", ", arguments)})");
        }
    }

    private static void Write(CSharpWriter writer, ForwardingMember forward, string call) => writer.Blank()
        .Line("[global::System.ComponentModel.EditorBrowsable(global::System.ComponentModel.EditorBrowsableState.Never)]")
        .Line($"internal static {forward.ReturnType} {forward.Name}({string.Join(", ", forward.Parameters)}) => {call};");

    private static IEnumerable<Density> Densities(Step step) => step switch
    {
        SampleStep sample => [sample.Density],
        ObserveStep observe => [observe.Density],
        _ => [],
    };
}
