using System.Linq;
using Gen.Compiler.Ir;

namespace Gen.Compiler.Emission;

/// <summary>Writes the call of a routine: <c>Cholesky.Factor(k, n, l)</c>.</summary>
internal static class RoutineCode
{
    /// <param name="program">The program.</param>
    /// <param name="scope">Where the call stands.</param>
    /// <param name="call">The call.</param>
    /// <param name="solver">How a solver is reached that is kept from call to call, from the code that makes it; null where it is made anew.</param>
    public static string Of(Program program, MethodScope scope, CallStep call, System.Func<string, string, string>? solver = null)
    {
        if (call.Equation is { } equation)
        {
            return Solution(program, scope, call, equation, solver);
        }

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

    private static string Solution(Program program, MethodScope scope, CallStep call, DifferentialEquation equation, System.Func<string, string, string>? solver)
    {
        string Number(int i) => scope.Expressions.Value(call.Arguments[i]).Text;
        string Array(Operand operand) => operand.Array < 0 ? "[], 0" : $"{scope.ArrayOf(operand.Array).Text}, {Start(program, scope, operand)}";
        var (type, count) = (EquationEmitter.Name(program.Model, equation), EquationEmitter.ParameterCount(program, equation));
        var solverType = $"{RoutineTable.Row(call.Routine).Function}<{type}>";
        var made = $"new {solverType}({equation.Derivatives.Count}, {count}, new DifferentialEquationOptions {{ RelativeTolerance = {Number(1)}, "
            + $"AbsoluteTolerance = {Number(2)}, MaxSteps = {scope.Expressions.Address(call.Arguments[3])} }}, {(equation.VariesInitialState ? "true" : "false")})";
        var equationMade = $"new {type}(data, {Array(call.Inputs[2])}, {Array(call.Inputs[3])})";
        var sensitivities = call.Outputs.Count > 1 ? Text(program, scope, call.Outputs[1]) : "default";
        return $"{solver?.Invoke(solverType, made) ?? made}.Solve({equationMade}, {Text(program, scope, call.Inputs[0])}, {Number(0)}, "
            + $"{Text(program, scope, call.Inputs[1])}, {Text(program, scope, call.Outputs[0])}, {sensitivities});";
    }

    /// <summary>Where an operand begins in its array.</summary>
    private static string Start(Program program, MethodScope scope, Operand operand)
    {
        if (operand.Indices.Count == 0)
        {
            return "0";
        }

        var extents = program.Arrays[operand.Array].Extents;
        var start = scope.Expressions.Index(operand.Array, 0, operand.Indices[0], 2);
        for (var d = 1; d < operand.Indices.Count; d++)
        {
            start = $"({start} * {scope.Expressions.Address(extents[d], 3)} + {scope.Expressions.Index(operand.Array, d, operand.Indices[d], 1)})";
        }

        return $"{start} * {Rest(program, scope, operand)}";
    }

    private static string Rest(Program program, MethodScope scope, Operand operand) =>
        string.Join(" * ", program.Arrays[operand.Array].Extents.Skip(operand.Indices.Count).Select(extent => scope.Expressions.Address(extent, 3)));

    private static int[] Extents(Program program, Operand operand) => [.. program.Arrays[operand.Array].Extents.Skip(operand.Indices.Count)];

    /// <summary>An operand as a span, to be read or to be drawn.</summary>
    public static string Text(Program program, MethodScope scope, Operand operand, bool isDrawn = false)
    {
        if (operand.Array < 0)
        {
            return "default";
        }

        var array = scope.ArrayOf(operand.Array);
        if (operand.Indices.Count == 0 && array.Place != ArrayPlace.Filled)
        {
            return array.Text;
        }

        var part = array.Place == ArrayPlace.Field ? "AsSpan" : array.Place == ArrayPlace.Filled && isDrawn ? "Fill" : "Slice";
        return $"{array.Text}.{part}({Start(program, scope, operand)}, {Rest(program, scope, operand)})";
    }
}
