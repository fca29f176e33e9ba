using System;
using Gen.Sampling;

namespace Gen.Tests.Sampling;

/// <summary>Independent normals with the given standard deviations.</summary>
internal sealed class NormalTarget(params double[] scales) : ILogDensity
{
    public int Dimension => scales.Length;

    public static NormalTarget Standard(int dimension)
    {
        var scales = new double[dimension];
        Array.Fill(scales, 1);
        return new NormalTarget(scales);
    }

    public double Evaluate(ReadOnlySpan<double> position, Span<double> gradient)
    {
        double sum = 0;
        for (var i = 0; i < scales.Length; i++)
        {
            var z = position[i] / scales[i];
            sum -= 0.5 * z * z;
            gradient[i] = -z / scales[i];
        }

        return sum;
    }
}

/// <summary>A pair of normals with correlation ρ and given standard deviations.</summary>
internal sealed class CorrelatedTarget(double rho, double firstScale, double secondScale) : ILogDensity
{
    public int Dimension => 2;

    public double Evaluate(ReadOnlySpan<double> position, Span<double> gradient)
    {
        double a = position[0] / firstScale, b = position[1] / secondScale, rest = 1 - rho * rho;
        gradient[0] = -(a - rho * b) / rest / firstScale;
        gradient[1] = -(b - rho * a) / rest / secondScale;
        return -0.5 * (a * a - 2 * rho * a * b + b * b) / rest;
    }
}

/// <summary>Neal's funnel: v ~ Normal(0, 3), x_i ~ Normal(0, e^{v/2}).</summary>
internal sealed class FunnelTarget(int leaves) : ILogDensity
{
    public int Dimension => leaves + 1;

    public double Evaluate(ReadOnlySpan<double> position, Span<double> gradient)
    {
        var v = position[0];
        var precision = Math.Exp(-v);
        double square = 0;
        for (var i = 1; i <= leaves; i++)
        {
            square += position[i] * position[i];
            gradient[i] = -position[i] * precision;
        }

        gradient[0] = -v / 9 - 0.5 * leaves + 0.5 * square * precision;
        return -v * v / 18 - 0.5 * leaves * v - 0.5 * square * precision;
    }
}

/// <summary>Neal's funnel, whose leaves have location 0 and scale e^(v/2).</summary>
internal class CenteredFunnel(int leaves) : IRecentering
{
    private readonly FunnelTarget funnel = new(leaves);

    public int Dimension => funnel.Dimension;

    public virtual double Evaluate(ReadOnlySpan<double> position, Span<double> gradient) => funnel.Evaluate(position, gradient);

    public void Mark(Span<double> written) => written[1..].Fill(1);

    public double Center(ReadOnlySpan<double> position, ReadOnlySpan<double> centering, Span<double> coordinates, Span<double> locations, Span<double> logScales)
    {
        var logJacobian = 0.0;
        for (var i = 1; i < position.Length; i++)
        {
            (locations[i], logScales[i]) = (0, position[0] / 2);
            coordinates[i] = Math.Exp((1 - centering[i]) * logScales[i]) * position[i];
            logJacobian += (1 - centering[i]) * logScales[i];
        }

        return logJacobian;
    }

    public void Pull(ReadOnlySpan<double> position, ReadOnlySpan<double> centering, ReadOnlySpan<double> slopes, Span<double> gradient)
    {
        gradient.Clear();
        for (var i = 1; i < position.Length; i++)
        {
            gradient[i] = slopes[i] * Math.Exp((1 - centering[i]) * position[0] / 2);
            gradient[0] += (1 - centering[i]) / 2 * (1 + gradient[i] * position[i]);
        }
    }
}

/// <summary>The funnel's leaves, each measured: y_i ~ Normal(x_i, error).</summary>
internal sealed class MeasuredLeaves(int leaves, double error) : CenteredFunnel(leaves)
{
    public override double Evaluate(ReadOnlySpan<double> position, Span<double> gradient)
    {
        var value = base.Evaluate(position, gradient);
        for (var i = 1; i < position.Length; i++)
        {
            var residual = (Math.Sin(i) - position[i]) / error;
            value -= 0.5 * residual * residual;
            gradient[i] += residual / error;
        }

        return value;
    }
}

/// <summary>A density of one coordinate, by its log-density and derivative.</summary>
internal sealed class CurveTarget(Func<double, (double Value, double Slope)> curve) : ILogDensity
{
    public int Dimension => 1;

    public static CurveTarget StudentT(double degrees) =>
        new(x => (-(degrees + 1) / 2 * Math.Log(1 + x * x / degrees), -(degrees + 1) * x / (degrees + x * x)));

    /// <summary>The logarithm of an exponential variable.</summary>
    public static CurveTarget LogExponential() => new(x => (x - Math.Exp(x), 1 - Math.Exp(x)));

    public static CurveTarget Logistic() => new(x => (-x - 2 * Math.Log(1 + Math.Exp(-x)), -Math.Tanh(x / 2)));

    public double Evaluate(ReadOnlySpan<double> position, Span<double> gradient)
    {
        (var value, gradient[0]) = curve(position[0]);
        return value;
    }
}

/// <summary>A density by a function of a point that fills its slopes.</summary>
internal sealed class DensityTarget(int dimension, Func<double[], double[], double> density) : ILogDensity
{
    private readonly double[] point = new double[dimension], slopes = new double[dimension];

    public int Dimension => dimension;

    public double Evaluate(ReadOnlySpan<double> position, Span<double> gradient)
    {
        position.CopyTo(point);
        var value = density(point, slopes);
        slopes.CopyTo(gradient);
        return value;
    }
}

/// <summary>The eight schools, non-centred: θ = μ + τ z, μ ~ Normal(0, 5), τ ~ HalfCauchy(5), in (μ, log τ, z).</summary>
internal sealed class EightSchoolsTarget : ILogDensity
{
    private static readonly double[] Effects = [28, 8, -3, 7, -1, 1, 18, 12];
    private static readonly double[] Errors = [15, 10, 16, 11, 9, 11, 10, 18];

    public int Dimension => 10;

    public double Evaluate(ReadOnlySpan<double> position, Span<double> gradient)
    {
        double mean = position[0], scale = Math.Exp(position[1]), ratio = scale / 5;
        var sum = -0.5 * mean * mean / 25 - Math.Log(1 + ratio * ratio) + position[1];
        double toMean = -mean / 25, toScale = 0;
        for (var i = 0; i < 8; i++)
        {
            var z = position[2 + i];
            var residual = (Effects[i] - mean - scale * z) / Errors[i];
            sum -= 0.5 * (residual * residual + z * z);
            var pull = residual / Errors[i];
            toMean += pull;
            toScale += pull * z;
            gradient[2 + i] = pull * scale - z;
        }

        gradient[0] = toMean;
        gradient[1] = toScale * scale - 2 * ratio * ratio / (1 + ratio * ratio) + 1;
        return sum;
    }
}

/// <summary>x ~ Normal(0, 1), y ~ Normal(x², Width): as narrow as Width across, and bent.</summary>
internal sealed class BananaTarget : ILogDensity
{
    public const double Width = 0.2;

    public int Dimension => 2;

    public double Evaluate(ReadOnlySpan<double> position, Span<double> gradient)
    {
        double x = position[0], z = (position[1] - x * x) / Width;
        gradient[0] = -x + 2 * x * z / Width;
        gradient[1] = -z / Width;
        return -0.5 * (x * x + z * z);
    }
}
