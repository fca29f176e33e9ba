using System.Linq;
using static Gen.Compiler.Emission.CSharpWriter;

namespace Gen.Compiler.Emission.Surface;

/// <summary>Writes the members through which the data's constructor calls methods that are private to the model's class.</summary>
internal static class ForwardingEmitter
{
    public static void Write(CSharpWriter writer, SurfaceModel surface)
    {
        foreach (var call in surface.Model.Prepared.Select(prepared => prepared.Call).Where(call => call?.Forward is not null).Select(call => call!).GroupBy(call => call.Forward).Select(group => group.First()))
        {
            var forward = call.Forward!;
            var arguments = call.Arguments.Select(argument => $"{Identifier(argument.Parameter)}: {Identifier(argument.Parameter)}");
            writer.Blank()
                .Line("[global::System.ComponentModel.EditorBrowsable(global::System.ComponentModel.EditorBrowsableState.Never)]")
                .Line($"internal static {forward.ReturnType} {forward.Name}({string.Join(", ", forward.Parameters)}) => {call.Method}({string.Join(", ", arguments)});");
        }
    }
}
