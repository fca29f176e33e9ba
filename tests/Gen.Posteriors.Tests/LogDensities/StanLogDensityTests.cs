using System;
using System.Linq;
using Gen.Posteriors.Tests.References;
using Xunit;

namespace Gen.Posteriors.Tests.LogDensities;

/// <summary>Emitted log-densities and gradients are Stan's for the same model, data and unconstrained position.</summary>
public class StanLogDensityTests
{
    // The published values have 12 decimals, and those in the millions 15 digits.
    private const double Tolerance = 1e-8;

    public static TheoryData<string> Posteriors() => [.. PublishedPosteriors.All.Select(posterior => posterior.Name)];

    [StanTheory]
    [MemberData(nameof(Posteriors))]
    public void The_log_density_and_its_gradient_are_Stans(string name)
    {
        var posterior = PublishedPosteriors.Named(name);
        var density = posterior.CreateStanDensity();
        double[] position = [.. Enumerable.Range(1, density.Dimension).Select(posterior.CheckedAt)];
        var gradient = new double[density.Dimension];

        var value = density.Evaluate(position, gradient);

        var (expected, head, norm) = PosteriorDatabase.StanCheck(name);
        Close("the log-density", expected + posterior.Offset, value, Math.Abs(expected));
        var actualNorm = Math.Sqrt(gradient.Sum(slope => slope * slope));
        Close("the gradient's norm", norm, actualNorm, norm);
        for (var i = 0; i < head.Length; i++)
        {
            Close($"slope {i}", head[i], gradient[i], norm);
        }
    }

    private static void Close(string what, double expected, double actual, double scale) =>
        Assert.True(Math.Abs(expected - actual) <= Tolerance * scale, $"{what} is {actual:R}, Stan's {expected:R}");
}
