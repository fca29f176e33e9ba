using System;
using System.Collections.Generic;
using System.Linq;
using Gen.Numerics;
using Gen.Optimization;
using Gen.Sampling;

namespace Gen.Approximations;

/// <summary>
/// Variational inference by a normal distribution of independent coordinates N(μ, e^(2ξ)), whose bound is a mean over fixed draws, and so a function that can be
/// minimised like any other; the covariance is then that of linear response, which sees what moves together, and the error is that of the fixed draws.
/// </summary>
/// <remarks>
/// Giordano, Ingram and Broderick (2024), "Black box variational inference with a deterministic objective", JMLR 25(18). Draws come in pairs z and −z here, so that the mean of a normal
/// posterior is exact; what the error is estimated from are the pairs, which are independent.
/// </remarks>
internal sealed class DeterministicAdvi : IObjectiveFunction
{
    /// <summary>Of more coordinates the second derivatives at every draw would cost more than sampling.</summary>
    public const int MostCoordinates = 500;

    private const int FewestPairs = 16;
    private const int MostPairs = 128;

    // In standard deviations of the posterior, when more draws are taken.
    private const double WantedError = 0.05;

    private readonly ILogDensity density;
    private readonly int n, pairs;
    private readonly double[] centre, scales, noise;
    private readonly double[] position, slopes;

    private DeterministicAdvi(ILogDensity density, double[] centre, double[] scales, int pairs, long seed)
    {
        (this.density, n, this.centre, this.scales, this.pairs) = (density, density.Dimension, centre, scales, pairs);
        (position, slopes) = (new double[n], new double[n]);
        var random = new RandomStream(seed, pairs);
        noise = new double[pairs * n];
        foreach (ref var z in noise.AsSpan())
            z = random.NextNormal();
    }

    /// <inheritdoc/>
    public int Dimension => 2 * n;

    /// <summary>Fits from a place in the mass of the posterior.</summary>
    public static FoundDistribution Fit(ILogDensity density, double[] start, long seed)
    {
        var scales = Scales(density, start);
        for (var pairs = FewestPairs; ; pairs *= 2)
        {
            var advi = new DeterministicAdvi(density, start, scales, pairs, seed);
            var end = advi.Minimize();
            (start, scales) = advi.At(end.Point);
            var fitted = advi.n <= MostCoordinates ? advi.Respond(start, scales) : new FoundDistribution(new IndependentNormal(start, scales), $"Of {advi.n} coordinates there is no covariance by linear response: standard deviations are those of independent coordinates, which are too small where latents are correlated.");
            fitted = fitted with { Fault = end.Converged ? fitted.Fault : $"The bound could not be brought to its highest: {end.Message}" };
            if (!(fitted.Error > WantedError) || pairs == MostPairs)
                return fitted;
        }
    }

    /// <inheritdoc/>
    /// <remarks>In units of the scales at the start: a, b with μ = centre + scale · a and e^ξ = scale · e^b.</remarks>
    public double Evaluate(ReadOnlySpan<double> x, Span<double> gradient)
    {
        gradient.Clear();
        var (sum, share) = (0.0, 1.0 / (2 * pairs));
        for (var draw = 0; draw < 2 * pairs; draw++)
        {
            for (var i = 0; i < n; i++)
                position[i] = centre[i] + scales[i] * (x[i] + Math.Exp(x[n + i]) * Noise(draw, i));
            sum += density.Evaluate(position, slopes);
            for (var i = 0; i < n; i++)
            {
                var slope = -share * scales[i] * slopes[i];
                gradient[i] += slope;
                gradient[n + i] += slope * Math.Exp(x[n + i]) * Noise(draw, i);
            }
        }

        var value = -share * sum;
        for (var i = 0; i < n; i++)
        {
            value -= x[n + i];
            gradient[n + i] -= 1;
        }

        return value;
    }

    private double Noise(int draw, int i) => draw < pairs ? noise[draw * n + i] : -noise[(draw - pairs) * n + i];

    private (double[] Mean, double[] Scales) At(IReadOnlyList<double> x) =>
        ([.. Enumerable.Range(0, n).Select(i => centre[i] + scales[i] * x[i])], [.. Enumerable.Range(0, n).Select(i => scales[i] * Math.Exp(x[n + i]))]);

    private OptimizationResult Minimize()
    {
        const int MostShrinkings = 10;
        var start = new double[2 * n];
        for (var shrunk = 0; ; shrunk++)
        {
            var end = LbfgsB.Minimize(this, start, options: new LbfgsBOptions { GradientTolerance = 1e-7, ValueTolerance = 1e-13, MaxIterations = 5000 });
            if (end.End != OptimizationEnd.NotFinite || shrunk == MostShrinkings)
                return end;

            // A draw lies where nothing is possible: nearer to the start it may not.
            for (var i = 0; i < n; i++)
                start[n + i] -= 1;
        }
    }

    /// <summary>The covariance by linear response, and the error that the fixed draws make, from the second derivatives at each of them.</summary>
    private FoundDistribution Respond(double[] mean, double[] sds)
    {
        // The Hessian of the bound by (ξ, μ / σ), in this order: the last block of its factor is that of the precision of μ / σ.
        var order = 2 * n;
        double[] hessian = new double[order * order], scores = new double[pairs * order], factor = new double[order * order];
        var share = 1.0 / (2 * pairs);
        for (var draw = 0; draw < 2 * pairs; draw++)
        {
            for (var i = 0; i < n; i++)
                position[i] = mean[i] + sds[i] * Noise(draw, i);
            density.Evaluate(position, slopes);
            var score = scores.AsSpan(draw % pairs * order, order);
            for (var i = 0; i < n; i++)
            {
                score[i] -= 0.5 * slopes[i] * sds[i] * Noise(draw, i) + 0.5;
                score[n + i] -= 0.5 * slopes[i] * sds[i];
                hessian[i * order + i] -= share * slopes[i] * sds[i] * Noise(draw, i);
            }

            var curvature = DensityHessian.Negative(density, position, sds);
            for (var i = 0; i < n; i++)
            {
                for (var j = 0; j < n; j++)
                {
                    var scaled = share * sds[i] * curvature[i * n + j] * sds[j];
                    hessian[i * order + j] += scaled * Noise(draw, i) * Noise(draw, j);
                    hessian[(n + i) * order + j] += scaled * Noise(draw, j);
                    hessian[(n + i) * order + n + j] += scaled;
                }
            }
        }

        var independent = new IndependentNormal(mean, sds);
        if (!Cholesky.Factor(hessian, order, factor))
            return new(independent, "The bound is not curved at its highest, so that there is no covariance by linear response: standard deviations are those of independent coordinates, which are too small where latents are correlated.");

        // One step of Newton's method, for what the search has left.
        double[] left = new double[order], correction = new double[order], corrected = new double[n];
        for (var pair = 0; pair < pairs; pair++)
            RowOperations.AddScaled(1.0 / pairs, scores.AsSpan(pair * order, order), left);
        TriangularSolve.Lower(factor, order, left, correction);
        TriangularSolve.LowerTransposed(factor, order, correction, correction);
        for (var i = 0; i < n; i++)
            corrected[i] = mean[i] - sds[i] * correction[n + i];
        var precision = new double[n * n];
        for (var i = 0; i < n; i++)
        {
            for (var j = 0; j <= i; j++)
                precision[i * n + j] = precision[j * n + i] = RowOperations.Dot(factor.AsSpan((n + i) * order + n, j + 1), factor.AsSpan((n + j) * order + n, j + 1)) / (sds[i] * sds[j]);
        }

        return NormalApproximation.OfPrecision(corrected, precision) is { } response
            ? new(response, null) { Error = Error(factor, scores, response, sds) }
            : new(independent, "The covariance by linear response is not positive definite: standard deviations are those of independent coordinates, which are too small where latents are correlated.");
    }

    /// <summary>The largest standard error of a mean, in standard deviations of the posterior: H⁻¹ Cov(score) H⁻¹ / pairs.</summary>
    private double Error(double[] factor, double[] scores, NormalApproximation response, double[] sds)
    {
        var order = 2 * n;
        double[] solved = new double[order], squares = new double[n], unit = new double[n];
        for (var pair = 0; pair < pairs; pair++)
        {
            TriangularSolve.Lower(factor, order, scores.AsSpan(pair * order, order), solved);
            TriangularSolve.LowerTransposed(factor, order, solved, solved);
            for (var i = 0; i < n; i++)
                squares[i] += solved[n + i] * solved[n + i];
        }

        var largest = 0.0;
        for (var i = 0; i < n; i++)
        {
            Array.Clear(unit);
            unit[i] = 1;
            largest = Math.Max(largest, Math.Sqrt(squares[i]) / pairs * sds[i] / response.StandardDeviation(unit));
        }

        return largest;
    }

    /// <summary>Standard deviations by each coordinate alone, from its curvature at a place.</summary>
    private static double[] Scales(ILogDensity density, double[] start)
    {
        const double Step = 1e-4, Largest = 10;
        double[] moved = [.. start], above = new double[start.Length], below = new double[start.Length], scales = new double[start.Length];
        for (var i = 0; i < start.Length; i++)
        {
            var step = Step * Math.Max(1, Math.Abs(start[i]));
            moved[i] = start[i] + step;
            density.Evaluate(moved, above);
            moved[i] = start[i] - step;
            density.Evaluate(moved, below);
            moved[i] = start[i];
            var scale = 1 / Math.Sqrt((below[i] - above[i]) / (2 * step));
            scales[i] = double.IsFinite(scale) ? Math.Min(scale, Largest * Math.Max(1, Math.Abs(start[i]))) : 1;
        }

        return scales;
    }
}
