using System;
using System.Linq;

namespace Gen.Compiler.Tests.Fuzzing;

/// <summary>Writes loops over matrices: filled by element, carried from row to row, factorised at every step.</summary>
internal sealed class MatrixLoopWriter(Scope scope, ExpressionWriter expressions, MatrixWriter matrices, Action<FuzzStatement, string, Interval> add)
{
    /// <summary>A matrix assigned element by element in loops, or below its diagonal only.</summary>
    public void Filled()
    {
        var (name, shape) = (scope.Fresh("b"), scope.Choose("gg", "gm", "mh", "ng"));
        var (i, j) = (scope.Pick(shape[..1])?.Name, scope.Pick(shape[1..])?.Name);
        if (i is null || j is null)
        {
            return;
        }

        var inner = shape == "gg" && scope.Chance(0.6) ? scope.Choose("j <= i", "j < i") : $"j < {MatrixWriter.Length(shape[1])}";
        var value = scope.Choose($"Tanh({i}[i] * {j}[j])", $"Sin({i}[i]) + 0.1 * j", $"i == 0 ? Tanh({j}[j]) : Cos({i}[i - 1] - {j}[j])");
        add(
            new([$"var {name} = new Matrix({MatrixWriter.Length(shape[0])}, {MatrixWriter.Length(shape[1])});", $"for (var i = 0; i < {MatrixWriter.Length(shape[0])}; i++)", "{", $"    for (var j = 0; {inner}; j++)", "    {", $"        {name}[i, j] = {value};", "    }", "}"], name),
            shape, (-1, 2));
    }

    /// <summary>A row for each step, made of the row before: a state, or the forward algorithm of a hidden Markov model.</summary>
    public void CarriedRows()
    {
        if (scope.Variables.LastOrDefault(v => v.Shape is "gg" or "mm" or "hh") is not { } a)
        {
            return;
        }

        var (name, axis) = (scope.Fresh("r"), a.Shape[0]);
        string[] body;
        if (scope.Chance(0.5))
        {
            body = [$"    {name}[t] = Tanh(0.5 * Dot({a.Name}, {name}[t - 1]) + {scope.Choose("x[t]", "dose[t] * " + matrices.Direction($"{axis}"))});"];
        }
        else
        {
            body = [$"    for (var j = 0; j < {MatrixWriter.Length(axis)}; j++)", "    {", $"        {name}[t, j] = LogSumExp({name}[t - 1] + Tanh({a.Name}[.., j])) - 0.1 * Square(x[t] - j);", "    }"];
        }

        add(
            new([$"var {name} = new Matrix(x.Length, {MatrixWriter.Length(axis)});", $"{name}[0] = {matrices.Direction($"{axis}")};", "for (var t = 1; t < x.Length; t++)", "{", .. body, "}"], name),
            $"n{axis}", body.Length == 1 ? (-1, 1) : (-4.0 * scope.Sizes['n'] - 2, 4.0 * scope.Sizes['n'] + 2));
    }

    public void FactorInLoop()
    {
        if (matrices.Any("n") is not { } rows)
        {
            return;
        }

        var (name, axis) = (scope.Fresh("s"), rows.Shape[1]);
        var row = $"Tanh({rows.Name}[t])";
        var diagonal = scope.Pick($"{axis}") is { } s ? $"DiagonalMatrix(0.5 + Square(Tanh({s.Name})))" : $"Identity({MatrixWriter.Length(axis)})";
        var value = scope.Choose("Sum(Log(Diagonal(l)))", $"Sum(SolveTriangular(l, {row}))", "l[1, 0] + l[1, 1]", $"Dot(SolveTriangular(l, {row}, transpose: true), {row})");
        add(
            new([$"var {name} = Zeros(x.Length);", "for (var t = 0; t < x.Length; t++)", "{", $"    var l = Cholesky(Outer({row}, {row}) + {diagonal});", $"    {name}[t] = {value};", "}"], name),
            "n", (-20, 20));
    }

    /// <summary>A filter: a covariance carried through time, factorised at each step.</summary>
    public void CarriedMatrix()
    {
        var (name, carried, axis) = (scope.Fresh("s"), scope.Fresh("q"), scope.Choose('g', 'm', 'h'));
        var (direction, noise) = (matrices.Direction($"{axis}"), expressions.Unit("", 0).Operand);
        var transition = scope.Variables.LastOrDefault(v => v.Shape == $"{axis}{axis}")?.Name;
        var step = transition is null
            ? $"0.6 * {carried} + Outer({direction}, {direction})"
            : $"0.05 * Dot(Tanh({transition}), Dot({carried}, Transpose(Tanh({transition}))))";
        string[] lines =
        [
            $"var {name} = Zeros(x.Length);",
            $"var {carried} = Identity({MatrixWriter.Length(axis)});",
            "for (var t = 0; t < x.Length; t++)",
            "{",
            $"    {carried} = {step} + (0.5 + {noise}) * Identity({MatrixWriter.Length(axis)});",
            $"    var l = Cholesky({carried});",
            $"    {name}[t] = {scope.Choose("Sum(Log(Diagonal(l)))", $"Sum(SolveTriangular(l, {direction})) * x[t]", $"QuadraticForm({carried}, {direction})")};",
            "}",
        ];
        add(new(lines, name), "n", (-60, 60));
    }
}
