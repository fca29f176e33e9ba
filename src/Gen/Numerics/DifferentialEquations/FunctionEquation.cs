using System;

namespace Gen.Numerics;

/// <summary>
/// A differential equation from a function of vectors, as models' bodies write it, without parameters of its own. Its Jacobian is by forward
/// differences, which suffices for Newton's iteration; only emitted systems bring exact ones.
/// </summary>
internal sealed class FunctionEquation(string function, Func<double, Vector, Vector> derivative, int states) : IDifferentialEquation
{
    private static readonly double Difference = Math.Sqrt(double.BitIncrement(1) - 1);
    private readonly double[] shifted = new double[states];
    private readonly double[] there = new double[states];
    private readonly double[] here = new double[states];

    public int States => states;

    public int Parameters => 0;

    public void Derivative(double time, ReadOnlySpan<double> state, Span<double> result)
    {
        var value = derivative(time, new Vector(state));
        if (value.Length != states)
        {
            throw new ArgumentException($"{function}: the derivative has {value.Length} elements, the initial state {states}.");
        }

        value.AsSpan().CopyTo(result);
    }

    public void Jacobians(double time, ReadOnlySpan<double> state, Span<double> byState, Span<double> byParameter)
    {
        Derivative(time, state, here);
        state.CopyTo(shifted);
        for (var j = 0; j < states; j++)
        {
            shifted[j] = state[j] + Difference * Math.Max(Math.Abs(state[j]), Difference);
            var step = shifted[j] - state[j];
            Derivative(time, shifted, there);
            for (var i = 0; i < states; i++)
            {
                byState[i * states + j] = (there[i] - here[i]) / step;
            }

            shifted[j] = state[j];
        }
    }
}
