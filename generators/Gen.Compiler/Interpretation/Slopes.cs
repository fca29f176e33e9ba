using System;
using Gen.Compiler.Arithmetic;
using Gen.Compiler.Ir;

namespace Gen.Compiler.Interpretation;

/// <summary>
/// The derivatives of the scalar operations by their arguments, on doubles, from textbook formulas. They repeat what
/// <see cref="OperationTable"/> says symbolically, on purpose: they are what its partials are tested against. At 0, the infinite slopes of roots and of
/// powers below 1 are 0: along whatever keeps a product at 0 it does not move.
/// </summary>
internal static class Slopes
{
    /// <summary>The derivative of an operation by each argument at <paramref name="v"/>; zero where it is piecewise constant.</summary>
    public static double[] At(Operation operation, double[] v)
    {
        var x = v[0];
        var y = v.Length > 1 ? v[1] : 0;
        return operation switch
        {
            Operation.Add => [1, 1],
            Operation.Subtract => [1, -1],
            Operation.Multiply => [y, x],
            Operation.Divide => [1 / y, -(x / y) / y],
            Operation.Negate => [-1],
            Operation.Square => [2 * x],
            Operation.Sqrt => [x == 0 ? 0 : 1 / (2 * Math.Sqrt(x))],
            Operation.Exp or Operation.Expm1 => [Math.Exp(x)],
            Operation.Log => [1 / x],
            Operation.Log1p => [1 / (1 + x)],
            Operation.Pow => [y == 0 || (x == 0 && y < 1) ? 0 : y * Math.Pow(x, y - 1), x == 0 ? 0 : Math.Pow(x, y) * Math.Log(x)],
            Operation.Abs => [x > 0 ? 1 : x < 0 ? -1 : 0],
            Operation.Sin => [Math.Cos(x)],
            Operation.Cos => [-Math.Sin(x)],
            Operation.Tan => [1 / (Math.Cos(x) * Math.Cos(x))],
            Operation.Atan => [1 / (1 + x * x)],
            Operation.Tanh => [1 / (Math.Cosh(x) * Math.Cosh(x))],
            Operation.Remainder => [1, (x % y - x) / y],
            Operation.Max => x >= y ? [1, 0] : [0, 1],
            Operation.Min => x <= y ? [1, 0] : [0, 1],
            Operation.InverseLogit => [1 / (2 + 2 * Math.Cosh(x))],
            Operation.Logit => [1 / x + 1 / (1 - x)],
            Operation.Log1pExp => [x < 0 ? Math.Exp(x) / (1 + Math.Exp(x)) : 1 / (1 + Math.Exp(-x))],
            Operation.LogGamma => [Scalar.Digamma(x)],
            Operation.Digamma => [Trigamma(x)],
            Operation.LogBesselI0 => [Scalar.BesselRatio(x)],
            Operation.BesselRatio => [x == 0 ? 0.5 : 1 - Scalar.BesselRatio(x) / x - Scalar.BesselRatio(x) * Scalar.BesselRatio(x)],
            Operation.Erf => [2 / Math.Sqrt(Math.PI) * Math.Exp(-x * x)],
            Operation.Erfc => [-2 / Math.Sqrt(Math.PI) * Math.Exp(-x * x)],
            Operation.NormalCdf => [NormalDensity(x)],
            Operation.LogNormalCdf => [InverseMillsRatio(x)],
            Operation.InverseMills => [-InverseMillsRatio(x) * (x + InverseMillsRatio(x))],
            Operation.XLogY => [x == 0 && y == 0 ? 0 : Math.Log(y), x == 0 ? 0 : x / y],
            Operation.XLog1pY => [x == 0 && y == -1 ? 0 : Scalar.Log1p(y), x == 0 ? 0 : x / (1 + y)],
            Operation.LogRatio => [1 / x, -1 / y],
            Operation.PoissonDeviance => [Scalar.LogRatio(x, y), x == 0 ? 1 : (y - x) / y],
            Operation.StirlingExcess => [Scalar.StirlingExcessSlope(x)],
            Operation.StirlingExcessSlope => [Trigamma(x + 1) - 1 / x],
            Operation.LogScaledBesselI0 => [Scalar.ScaledBesselSlope(x)],
            Operation.ScaledBesselSlope => [x == 0 ? 0.5 : 1 - Scalar.BesselRatio(x) / x - Scalar.BesselRatio(x) * Scalar.BesselRatio(x)],
            _ => new double[v.Length],
        };
    }

    private static double NormalDensity(double x) => Math.Exp(-x * x / 2) / Math.Sqrt(2 * Math.PI);

    /// <summary>φ(x) / Φ(x); far to the left by Laplace's continued fraction (Abramowitz and Stegun 26.2.14).</summary>
    private static double InverseMillsRatio(double x)
    {
        if (x > -4)
        {
            return NormalDensity(x) / (0.5 * Scalar.Erfc(-x / Math.Sqrt(2)));
        }

        var fraction = -x;
        for (var k = 200; k > 0; k--)
        {
            fraction = -x + k / fraction;
        }

        return fraction;
    }

    /// <summary>ψ′ by upward recurrence to x ≥ 15 and its asymptotic series (Abramowitz and Stegun 6.4.12).</summary>
    private static double Trigamma(double x)
    {
        if (!(x > 0))
        {
            return double.NaN;
        }

        var sum = 0.0;
        while (x < 15)
        {
            sum += 1 / (x * x);
            x++;
        }

        var r = 1 / (x * x);
        return sum + 1 / x + r / 2 + r / x * (1.0 / 6 - r * (1.0 / 30 - r * (1.0 / 42 - r * (1.0 / 30 - r * 5.0 / 66))));
    }
}
