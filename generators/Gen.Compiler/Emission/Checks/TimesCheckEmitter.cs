using System.Linq;
using Gen.Compiler.Ir;

namespace Gen.Compiler.Emission;

/// <summary>Writes the check that the times at which a differential equation is solved increase, where they are data as they were given.</summary>
internal static class TimesCheckEmitter
{
    public static void Write(CSharpWriter writer, ModelLayout layout, Program program, MethodScope scope)
    {
        foreach (var call in Program.Flatten(program.Steps).OfType<CallStep>().Where(call => call.Equation is not null))
        {
            var (initial, times) = (call.Arguments[0], call.Inputs[1]);
            var array = program.Arrays[times.Array];
            if (array.Role is ArrayRole.Data or ArrayRole.Prepared && times.Indices.Count == 0 && program.Graph.FreeAxes(initial) == 0 && CheckEmitter.IsPlain(program, initial))
            {
                var condition = call.Condition;
                if (condition >= 0 && (program.Graph.FreeAxes(condition) != 0 || !CheckEmitter.IsPlain(program, condition)))
                {
                    continue;
                }

                using System.IDisposable? block = condition >= 0 ? writer.Block($"if ({scope.Expressions.Condition(condition)})") : null;
                writer.Line($"DataCheck.Times(\"{layout.Name}\", \"{array.Name}\", \"{call.Routine}\", {scope.Expressions.Value(initial).Text}, {scope.ArrayOf(times.Array).Text});");
            }
        }
    }
}
