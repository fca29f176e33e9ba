using System;
using Gen.Distributions;

namespace Gen.Tests.Distributions;

/// <summary>
/// A coordinate y on the real line for the variate of a continuous case: that of its support's bijection, and for the whole line x = median +
/// width sinh(y), in which heavy tails become exponential ones.
/// </summary>
internal sealed class Coordinates
{
    private readonly Func<double, double> toX, toY, logJacobian;

    public Coordinates(DistributionFamily family, double[] parameters)
    {
        var median = family.Quantile(0.5, parameters);
        var width = family.Quantile(0.75, parameters) - family.Quantile(0.25, parameters);
        (Func<double, double> X, Func<double, double> Y, Func<double, double> LogJacobian) map = family.Support switch
        {
            Support.Real => (
                y => median + width * Math.Sinh(y),
                x => Math.Asinh((x - median) / width),
                y => Math.Log(width) + Math.Log(Math.Cosh(y))),
            Support.Positive or Support.NonNegative => (
                PositiveBijection.Constrain, PositiveBijection.Unconstrain, PositiveBijection.LogJacobian),
            Support.Unit => (UnitBijection.Constrain, UnitBijection.Unconstrain, UnitBijection.LogJacobian),
            Support.Interval when family.Name == nameof(Pareto) => (
                y => LowerBijection.Constrain(y, parameters[1]), x => LowerBijection.Unconstrain(x, parameters[1]), LowerBijection.LogJacobian),
            Support.Circular => (
                y => IntervalBijection.Constrain(y, -Math.PI, Math.PI),
                x => IntervalBijection.Unconstrain(x, -Math.PI, Math.PI),
                y => IntervalBijection.LogJacobian(y, -Math.PI, Math.PI)),
            Support.Interval => (
                y => IntervalBijection.Constrain(y, parameters[0], parameters[1]),
                x => IntervalBijection.Unconstrain(x, parameters[0], parameters[1]),
                y => IntervalBijection.LogJacobian(y, parameters[0], parameters[1])),
            _ => throw new ArgumentOutOfRangeException(nameof(family)),
        };
        (toX, toY, logJacobian) = map;
        Centre = toY(median);
        Kink = family.Name switch
        {
            nameof(Laplace) => toY(parameters[0]),
            nameof(Triangular) when parameters[2] > parameters[0] && parameters[2] < parameters[1] => toY(parameters[2]),
            _ => double.NaN,
        };
        Width = toY(family.Quantile(0.75, parameters)) - toY(family.Quantile(0.25, parameters));
    }

    public double Centre { get; }

    public double Width { get; }

    /// <summary>Where the density has a kink; NaN where it is smooth.</summary>
    public double Kink { get; }

    public double X(double y) => toX(y);

    public double Y(double x) => toY(x);

    public double LogJacobian(double y) => logJacobian(y);

    /// <summary>∫ value(x) exp(logDensity(x)) dx, on both sides of a kink apart.</summary>
    public double Integrate(Func<double, double> logDensity, Func<double, double> value)
        => double.IsNaN(Kink) ? Smooth(logDensity, value) : FromKink(logDensity, value, 1) + FromKink(logDensity, value, -1);

    /// <summary>
    /// One side of the kink by the trapezoidal rule in t, y = kink ± width exp(t − exp −t) (Takahasi and Mori 1974, for half-infinite intervals).
    /// </summary>
    private double FromKink(Func<double, double> logDensity, Func<double, double> value, int direction)
    {
        const double step = 1.0 / 256;
        double sum = 0;
        for (var i = -5 / step; i * step < 9; i++)
        {
            var t = i * step;
            var distance = Width * Math.Exp(t - Math.Exp(-t));
            var y = Kink + direction * distance;
            var logMass = logDensity(X(y)) + LogJacobian(y) + Math.Log(distance * (1 + Math.Exp(-t)));
            if (logMass > -700)
                sum += Math.Exp(logMass) * value(X(y));
        }

        return sum * step;
    }

    /// <summary>
    /// By the trapezoidal rule in t, y = centre + width sinh t, outwards until the mass is below e^−600: the rule
    /// converges geometrically for analytic integrands.
    /// </summary>
    private double Smooth(Func<double, double> logDensity, Func<double, double> value)
    {
        const double step = 1.0 / 512;
        double sum = 0;
        foreach (var direction in (double[])[1, -1])
        {
            for (var i = direction > 0 ? 0 : 1; i * step < 14; i++)
            {
                var t = direction * i * step;
                var y = Centre + Width * Math.Sinh(t);
                var logMass = logDensity(X(y)) + LogJacobian(y) + Math.Log(Width * Math.Cosh(t));
                if ((X(y) == 0 && y != Centre) || !double.IsFinite(X(y)) || (!(logMass > -600) && i * step > 2))
                    break;
                if (logMass > -700)
                    sum += Math.Exp(logMass) * value(X(y));
            }
        }

        return sum * step;
    }
}
