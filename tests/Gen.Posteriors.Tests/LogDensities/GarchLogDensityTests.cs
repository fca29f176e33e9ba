using System;
using Gen.Numerics;
using Gen.Posteriors.Tests.Data;
using Gen.Sampling;
using Xunit;

namespace Gen.Posteriors.Tests.LogDensities;

/// <summary>A recurrence is what its loop says: against the same log-density written by hand, and its gradient against differences.</summary>
public class GarchLogDensityTests
{
    private readonly ILogDensity emitted = SyntheticData.Garch().CreateLogDensity();
    private readonly Vector y = SyntheticData.Garch().Y!;

    [Fact]
    public void The_log_density_is_the_loops()
    {
        var random = new RandomStream(3);
        for (var trial = 0; trial < 20; trial++)
        {
            var position = Position(random);
            var expected = ByHand(position);
            Assert.Equal(expected, emitted.Evaluate(position, new double[4]), 1e-10 * Math.Abs(expected));
        }
    }

    [Fact]
    public void The_gradient_is_that_of_differences()
    {
        const double Step = 1e-5;
        var random = new RandomStream(4);
        for (var trial = 0; trial < 20; trial++)
        {
            var position = Position(random);
            var gradient = new double[4];
            var value = emitted.Evaluate(position, gradient);
            for (var i = 0; i < position.Length; i++)
            {
                double Shifted(double by)
                {
                    double[] shifted = [.. position];
                    shifted[i] += by;
                    return ByHand(shifted);
                }

                // Of fourth order: what is left is the rounding of the values, divided by the step.
                var slope = (8 * (Shifted(Step) - Shifted(-Step)) - (Shifted(2 * Step) - Shifted(-2 * Step))) / (12 * Step);
                Assert.Equal(slope, gradient[i], 1e-8 * (Math.Abs(value) + Math.Abs(slope)));
            }
        }
    }

    private static double[] Position(RandomStream random) =>
        [5 + random.NextNormal(), random.NextNormal(), random.NextNormal(), random.NextNormal()];

    private double ByHand(double[] position)
    {
        static double Logistic(double x) => 1 / (1 + Math.Exp(-x));

        var (mu, alpha0) = (position[0], Math.Exp(position[1]));
        var (alpha1, share) = (Logistic(position[2]), Logistic(position[3]));
        var beta1 = (1 - alpha1) * share;

        // Jacobians only, since the priors are flat: of the exponential, and of logistics scaled to intervals.
        var total = position[1] + Math.Log(alpha1 * (1 - alpha1)) + Math.Log(share * (1 - share)) + Math.Log(1 - alpha1);

        var sigma = 0.5;
        for (var t = 0; t < y.Length; t++)
        {
            if (t > 0)
            {
                sigma = Math.Sqrt(alpha0 + alpha1 * (y[t - 1] - mu) * (y[t - 1] - mu) + beta1 * sigma * sigma);
            }

            total += Normal(y[t], mu, sigma);
        }

        return total;
    }

    private static double Normal(double x, double mu, double sigma) =>
        -0.5 * (x - mu) * (x - mu) / (sigma * sigma) - Math.Log(sigma) - 0.5 * Math.Log(2 * Math.PI);
}
