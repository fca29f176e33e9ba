using System;
using System.Linq;
using Gen.Numerics;
using Xunit;
using G = Gen.Generated.Gen.Posteriors.Tests.Constraints;

namespace Gen.Posteriors.Tests.Constraints;

/// <summary>The maps between positions and constrained values, as they are emitted: inverse to each other, inside their sets, with the log-Jacobian of their differences.</summary>
public sealed class ConstraintTests
{
    private const int N = 4;

    // Central differences with fourth-order error at a step of 1e-4 keep ten digits, a product of up to twenty-one of them nine.
    private const double Tolerance = 1e-8;

    public static TheoryData<string> Names() => [.. Models().Select(model => model.Name)];

    private static ConstrainedModel[] Models()
    {
        G.Bounded.Data bounded = new(2);
        G.Standardized.Data standardized = new(N);
        G.Ascending.Data ascending = new(N);
        G.AscendingPositive.Data positive = new(N);
        G.AscendingBetween.Data between = new(N);
        G.Shares.Data shares = new(N);
        G.Contrasts.Data contrasts = new(N);
        G.Direction.Data direction = new(N);
        G.Correlation.Data correlation = new(N);
        G.Covariance.Data covariance = new(N);
        return
        [
            new("bounds", new Bounded(2).Compiled, (p, v) => G.Bounded.Recorder.Record(bounded, p, v), (v, p) => G.Bounded.Recorder.Unconstrain(bounded, v, p), All, OutsideBounds),
            new("not centred", new Standardized(N).Compiled, (p, v) => G.Standardized.Recorder.Record(standardized, p, v),
                (v, p) => G.Standardized.Recorder.Unconstrain(standardized, v, p), All, v => Below(v[1], 0)),
            new("ordered", new Ascending(N).Compiled, (p, v) => G.Ascending.Recorder.Record(ascending, p, v),
                (v, p) => G.Ascending.Recorder.Unconstrain(ascending, v, p), All, v => v.Chunk(N).Max(OutOfOrder)),
            new("ordered and positive", new AscendingPositive(N).Compiled, (p, v) => G.AscendingPositive.Recorder.Record(positive, p, v),
                (v, p) => G.AscendingPositive.Recorder.Unconstrain(positive, v, p), All, v => v.Chunk(N).Max(row => Math.Max(OutOfOrder(row), Below(row[0], 0)))),
            new("ordered between ends", new AscendingBetween(N).Compiled, (p, v) => G.AscendingBetween.Recorder.Record(between, p, v),
                (v, p) => G.AscendingBetween.Recorder.Unconstrain(between, v, p), All, v => v.Skip(1).Chunk(N).Max(OutOfOrder) + OutsideEnds(v)),

            // The Dirichlet's density is with respect to all elements but the last, and so is the map's: ½ log n + Σ log x.
            new("simplex", new Shares(N).Compiled, (p, v) => G.Shares.Recorder.Record(shares, p, v),
                (v, p) => G.Shares.Recorder.Unconstrain(shares, v, p), i => i % N < N - 1, v => v.Chunk(N).Max(row => Math.Max(Math.Abs(row.Sum() - 1), Below(row.Min(), 0)))),

            // The map is an isometry onto the hyperplane: the measure is length, area, … within it, and the log-Jacobian 0.
            new("zero sum", new Contrasts(N).Compiled, (p, v) => G.Contrasts.Recorder.Record(contrasts, p, v),
                (v, p) => G.Contrasts.Recorder.Unconstrain(contrasts, v, p), All, v => v.Chunk(N).Max(row => Math.Abs(row.Sum()))),
            new("unit vector", new Direction(N).Compiled, (p, v) => G.Direction.Recorder.Record(direction, p, v),
                (v, p) => G.Direction.Recorder.Unconstrain(direction, v, p), All, v => Math.Abs(v.Sum(x => x * x) - 1)),

            // A correlation's diagonal follows from its rows' length: the measure is of the elements strictly below it.
            new("correlation", new Correlation(N).Compiled, (p, v) => G.Correlation.Recorder.Record(correlation, p, v),
                (v, p) => G.Correlation.Recorder.Unconstrain(correlation, v, p), i => i % N < i / N, v => v.Chunk(N).Max(row => Math.Abs(row.Sum(x => x * x) - 1)) + OutsideFactors(v)),
            new("covariance", new Covariance(N).Compiled, (p, v) => G.Covariance.Recorder.Record(covariance, p, v),
                (v, p) => G.Covariance.Recorder.Unconstrain(covariance, v, p), i => i % N <= i / N, OutsideFactors),
        ];
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Maps_are_inverse_to_each_other(string name)
    {
        var model = Models().Single(model => model.Name == name);
        var random = new RandomStream(11);
        for (var point = 0; point < 20; point++)
        {
            var position = Point(model, random);
            var values = model.Values(position);
            var back = model.Position(values);

            // A unit vector says nothing of the length of its position.
            var length = name == "unit vector" ? Math.Sqrt(position.Sum(y => y * y)) : 1;
            Assert.Equal(position, back.Select(y => y * length), (a, b) => Math.Abs(a - b) <= 1e-11 * (1 + Math.Abs(a)));
            Assert.Equal(values, model.Values(back), (a, b) => Math.Abs(a - b) <= 1e-12 * (1 + Math.Abs(a)));
            Assert.True(model.Distance(values) <= 1e-14 * N, $"{model.Distance(values)} outside at [{string.Join(", ", values)}]");
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_log_Jacobian_is_that_of_finite_differences(string name)
    {
        var model = Models().Single(model => model.Name == name);
        var random = new RandomStream(12);
        for (var point = 0; point < 10; point++)
        {
            var position = Point(model, random);
            var added = model.LogDensity.Evaluate(position, new double[position.Length]) - model.Body(model.Values(position));
            var expected = name == "unit vector" ? DirectionAndLength(model, position) : model.LogVolume(position);
            Assert.True(Math.Abs(added - expected) <= Tolerance * (1 + Math.Abs(expected)), $"{added:R} is added at [{string.Join(", ", position)}], the volume is {expected:R}");
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Far_out_values_stay_in_the_set_and_gradients_finite(string name)
    {
        var model = Models().Single(model => model.Name == name);
        var random = new RandomStream(13);
        var gradient = new double[model.LogDensity.Dimension];
        for (var point = 0; point < 50; point++)
        {
            // All above, all below, and any signs.
            double[] position = [.. gradient.Select(_ => point == 0 ? 30.0 : point == 1 ? -30.0 : random.NextDouble() < 0.5 ? -30.0 : 30.0)];
            var values = model.Values(position);
            Assert.All(values, value => Assert.True(double.IsFinite(value), $"[{string.Join(", ", values)}] at [{string.Join(", ", position)}]"));
            Assert.True(model.Distance(values) <= 1e-14 * N * values.Max(Math.Abs) + 1e-14, $"{model.Distance(values)} outside at [{string.Join(", ", values)}]");
            if (double.IsFinite(model.LogDensity.Evaluate(position, gradient)))
            {
                Assert.All(gradient, slope => Assert.True(double.IsFinite(slope), $"[{string.Join(", ", gradient)}] at [{string.Join(", ", position)}]"));
            }
        }
    }

    /// <summary>
    /// A position y is a direction x and a length r. The volume of (x, r) per unit of y is r^(1−n), so that with a density p(x) over directions
    /// the added log-density is that of independent standard normal y, −½ r², and not of x at all: r^(n−1) e^(−½ r²) for the length.
    /// </summary>
    private static double DirectionAndLength(ConstrainedModel model, double[] position)
    {
        static double Length(double[] y) => Math.Sqrt(y.Sum(v => v * v));
        var length = Length(position);
        return ConstrainedModel.LogVolume(position, y => [.. model.Values(y), Length(y)]) + (N - 1) * Math.Log(length) - 0.5 * length * length;
    }

    private static double[] Point(ConstrainedModel model, RandomStream random) => [.. Enumerable.Range(0, model.LogDensity.Dimension).Select(_ => 1.5 * random.NextNormal())];

    private static bool All(int value) => true;

    private static double Below(double value, double bound) => Math.Max(0, bound - value);

    private static double OutOfOrder(double[] row) => row.Skip(1).Zip(row, (next, value) => Below(next, value)).Max();

    private static double OutsideFactors(double[] factor) =>
        factor.Select((value, i) => i / N == i % N ? Below(value, 0) : i / N < i % N ? Math.Abs(value) : 0).Max();

    /// <summary>In the order of the model: an end, shares, elements above it and not by more than 3, elements below it.</summary>
    private static double OutsideEnds(double[] v) =>
        new[] { Below(v[1], 0), Below(1, v[N]), Below(v[N + 1], v[0]), Below(v[0] + 3, v[2 * N]), Below(v[0], v[3 * N]) }.Max();

    /// <summary>In the order of the model: scale, centre, below (2), above, between (2), inside (2), share.</summary>
    private static double OutsideBounds(double[] v)
    {
        var (scale, centre) = (v[0], v[1]);
        double[] outside =
        [
            Below(scale, 0), Below(2, v[2]), Below(2, v[3]), Below(v[4], centre), Below(v[5], -1), Below(3, v[5]), Below(v[6], -1), Below(3, v[6]),
            Below(v[7], centre - scale), Below(centre + 2 * scale, v[7]), Below(v[8], centre - scale), Below(centre + 2 * scale, v[8]), Below(v[9], 0), Below(1, v[9]),
        ];
        return outside.Max();
    }
}
