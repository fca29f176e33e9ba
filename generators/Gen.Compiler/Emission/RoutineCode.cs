using System.Linq;
using Gen.Compiler.Ir;

namespace Gen.Compiler.Emission;

/// <summary>Writes the call of a routine: <c>Cholesky.Factor(k, n, l)</c>.</summary>
internal static class RoutineCode
{
    public static string Of(Program program, MethodScope scope, CallStep call)
    {
        var row = RoutineTable.Row(call.Routine);
        var order = Extents(program, call.Inputs[0])[0];
        var lengths = scope.Expressions.Address(order);
        if (!row.IsFactorization)
        {
            var right = Extents(program, call.Inputs[1]);
            lengths += right.Length > 1 ? ", " + scope.Expressions.Address(right[1]) : "";
        }

        string[] arguments = [Text(program, scope, call.Inputs[0]), lengths, .. call.Inputs.Skip(1).Concat(call.Outputs).Select(operand => Text(program, scope, operand))];
        return $"{row.Function}({string.Join(", ", arguments)});";
    }

    private static int[] Extents(Program program, Operand operand) => [.. program.Arrays[operand.Array].Extents.Skip(operand.Indices.Count)];

    private static string Text(Program program, MethodScope scope, Operand operand)
    {
        if (operand.Array < 0)
        {
            return "default";
        }

        var array = scope.ArrayOf(operand.Array);
        if (operand.Indices.Count == 0)
        {
            return array.Text;
        }

        var extents = program.Arrays[operand.Array].Extents;
        var rest = string.Join(" * ", extents.Skip(operand.Indices.Count).Select(extent => scope.Expressions.Address(extent, 3)));
        var start = scope.Expressions.Address(operand.Indices[0], 2);
        for (var d = 1; d < operand.Indices.Count; d++)
        {
            start = $"({start} * {scope.Expressions.Address(extents[d], 3)} + {scope.Expressions.Address(operand.Indices[d], 1)})";
        }

        return $"{array.Text}.{(array.Place == ArrayPlace.Field ? "AsSpan" : "Slice")}({start} * {rest}, {rest})";
    }
}
