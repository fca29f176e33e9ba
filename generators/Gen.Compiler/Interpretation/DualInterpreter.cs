using System;
using System.Collections.Generic;
using System.Linq;
using Gen.Compiler.Ir;

namespace Gen.Compiler.Interpretation;

/// <summary>
/// The interpreter in forward mode: what reverse mode, a pass on programs, is tested against. Derivatives of the scalar operations come from
/// <see cref="Slopes"/>, not from the table that the pass uses. Max, Min and Where are differentiated on the piece that they take;
/// elements that tie for the greatest or least of many share it.
/// </summary>
public static class DualInterpreter
{
    /// <summary>The derivative of every array's elements when <paramref name="array"/> moves along <paramref name="direction"/>.</summary>
    public static IReadOnlyList<double[]> Derivative(Program program, Bindings bindings, int array, double[] direction)
    {
        var evaluation = Run(program, bindings, (a, i) => a == array ? [direction[i]] : null);
        return [.. program.Arrays.Select((_, a) => Array.ConvertAll(evaluation.Memory[a], element => element.Tangent?[0] ?? 0))];
    }

    /// <summary>The derivative of the program's target by each element of some arrays, one array after another.</summary>
    public static double[] Gradient(Program program, Bindings bindings, params int[] arrays) => Target(program, bindings, null, arrays).Gradient;

    /// <summary>
    /// The program's target and its derivatives where the result of every operation on what some arrays decide is rounded in another way: how much they vary between
    /// random roundings is how much of them is not known.
    /// </summary>
    /// <remarks>Parker (1997), "Monte Carlo arithmetic"; Vignes (2004), "Discrete stochastic arithmetic for validating results of numerical software".</remarks>
    public static (double Value, double[] Gradient) Rounded(Program program, Bindings bindings, Func<double, double> rounding, params int[] arrays) =>
        Target(program, bindings, rounding, arrays);

    private static (double Value, double[] Gradient) Target(Program program, Bindings bindings, Func<double, double>? rounding, int[] arrays)
    {
        var offsets = new Dictionary<int, int>();
        var dimension = 0;
        foreach (var array in arrays)
        {
            offsets.Add(array, dimension);
            dimension += bindings.Values[array].Length;
        }

        var evaluation = Run(program, bindings, (array, i) => offsets.TryGetValue(array, out var offset) ? Unit(dimension, offset + i) : null, rounding);
        var target = evaluation.Memory[Interpreter.Target(program)][0];
        return (target.Value, target.Tangent ?? new double[dimension]);
    }

    private static Evaluation Run(Program program, Bindings bindings, Func<int, int, double[]?> seed, Func<double, double>? rounding = null)
    {
        var given = bindings.Values.ToDictionary(pair => pair.Key, pair => pair.Value.Select((value, i) => new Dual(value, seed(pair.Key, i))).ToArray());
        var evaluation = new Evaluation(program, bindings.Sizes, given, rounding);
        evaluation.Run([.. Program.WithoutRequirements(program.Model.Prepared.SelectMany(prepared => prepared.Steps))]);
        evaluation.Run(program.Steps);
        return evaluation;
    }

    private static double[] Unit(int dimension, int i)
    {
        var unit = new double[dimension];
        unit[i] = 1;
        return unit;
    }
}
