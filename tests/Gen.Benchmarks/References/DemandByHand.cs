using System;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Gen.Numerics;

namespace Gen.Benchmarks.References;

/// <summary>sales ~ Normal(a · price^b, sigma): one exponential a row, on lanes.</summary>
internal sealed class DemandByHand(Vector price, Vector sales) : ByHand(3)
{
    // Gamma of mean 100 and standard deviation 40: shape 6.25, rate 1/16.
    private const double Shape = 6.25, Rate = 0.0625;
    private static readonly double GammaConstant = Shape * Math.Log(Rate) - Functions.LogGamma(Shape);

    private readonly double[] logPrice = [.. price.Select(p => Math.Log(p))];
    private readonly double[] sales = sales.ToArray();

    public override double Evaluate(ReadOnlySpan<double> position, Span<double> gradient)
    {
        var (logA, b, logSigma) = (position[0], position[1], position[2]);
        var (a, sigma) = (Math.Exp(logA), Math.Exp(logSigma));
        var (squares, byA, byB) = Vector512.IsHardwareAccelerated ? Residuals<Lanes512>(a, b) : Residuals<Lanes256>(a, b);
        var precision = 1 / (sigma * sigma);
        var n = sales.Length;
        gradient[0] = a * (precision * byA - Rate) + Shape;
        gradient[1] = a * precision * byB - b;
        gradient[2] = precision * squares - n - sigma * sigma + 1;
        return -0.5 * precision * squares - n * (logSigma + HalfLogTwoPi)
            + Shape * logA - Rate * a + GammaConstant - 0.5 * b * b - HalfLogTwoPi - 0.5 * sigma * sigma + HalfNormalConstant + logSigma;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private (double Squares, double ByA, double ByB) Residuals<V>(double a, double b)
        where V : struct, ILanes<V>
    {
        var (squares, byA, byB) = (V.Zero, V.Zero, V.Zero);
        var i = 0;
        for (; i <= sales.Length - V.Count; i += V.Count)
        {
            var log = V.Load(logPrice, i);
            var power = V.Exp(b * log);
            var residual = V.Load(sales, i) - a * power;
            squares += residual * residual;
            var slope = residual * power;
            byA += slope;
            byB += slope * log;
        }

        var (s, t, u) = (V.Sum(squares), V.Sum(byA), V.Sum(byB));
        for (; i < sales.Length; i++)
        {
            var power = Math.Exp(b * logPrice[i]);
            var residual = sales[i] - a * power;
            s += residual * residual;
            t += residual * power;
            u += residual * power * logPrice[i];
        }

        return (s, t, u);
    }
}
