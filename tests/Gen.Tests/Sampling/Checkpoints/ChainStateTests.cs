using System;
using System.Collections;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Threading;
using Gen.Numerics;
using Gen.Sampling;
using Xunit;

namespace Gen.Tests.Sampling;

/// <summary>What is written of a chain is all that decides its later draws.</summary>
public sealed class ChainStateTests
{
    // What is read only after it was written anew, or is how the chain was made. Whatever else a chain has, also in times to come, is part of its state.
    private static readonly string[] NoState =
    [
        "Chain.options", "Chain.logDensity", "Chain.model", "Chain.positions", "Chain.statistics", "Chain.progress", "Chain.start", "Chain.began", "Chain.reported",
        "Chain.earlier", "Chain.beforeDraw", "RecenteredDensity.density", "RecenteredDensity.own", "RecenteredDensity.slopes", "RecenteredDensity.locations",
        "RecenteredDensity.logScales", "CenteringEstimator.centered", "CenteringEstimator.locations", "CenteringEstimator.logScales", "CenteringEstimator.chosen",
        "CenteringEstimator.products", "Leapfrog.LogDensity", "LowRankMetric.scaled", "DenseMetric.candidate", "Dense.covariance", "WelfordCovariance.deviation",
        "LowRankEstimator.scales", "LowRankEstimator.direction", "LowRankEstimator.x", "LowRankEstimator.g", "LowRankEstimator.basis", "LowRankEstimator.block",
        "LowRankEstimator.covariance", "LowRankEstimator.precision", "LowRankEstimator.vectors", "LowRankEstimator.values", "LowRankEstimator.scratch",

        // Position and gradient are compared instead.
        "NoUTurnSampler.macroStep", "NoUTurnSampler.pool", "NoUTurnSampler.subtree", "NoUTurnSampler.drawPosition", "NoUTurnSampler.drawGradient",
        "NoUTurnSampler.candidatePosition", "NoUTurnSampler.candidateGradient", "NoUTurnSampler.spare", "NoUTurnSampler.backward", "NoUTurnSampler.forward",
    ];

    public static TheoryData<string> Cases => CheckpointCase.Names;

    [Theory]
    [MemberData(nameof(Cases))]
    public void AnotherChainTakesOverAfterEveryDraw(string name)
    {
        var run = CheckpointCase.Of(name);
        var whole = new Made(run);
        while (!whole.Chain.Advance(0, CancellationToken.None))
        {
        }

        var made = new Made(run);
        while (!made.Chain.Advance(0, CancellationToken.None))
            made = made.TakenOver();
        Assert.Equal(whole.Positions, made.Positions);
        Assert.Equal(whole.Statistics.Energy, made.Statistics.Energy);
        Assert.Equal(whole.Statistics.StepSize, made.Statistics.StepSize);
        Assert.Equal(whole.Chain.Divergences.Select(divergence => divergence.Draw), made.Chain.Divergences.Select(divergence => divergence.Draw));
        Assert.True(name != "diverging" || made.Chain.Divergences.Count > 0);
        CheckpointCase.RequireSame(whole.Chain.Tuning, made.Chain.Tuning);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void WhatIsLoadedIsSavedAsItWas(string name)
    {
        var made = new Made(CheckpointCase.Of(name));
        do
        {
            var bytes = made.Saved();
            Assert.Equal(bytes, made.TakenOver(bytes).Saved());
        }
        while (!made.Chain.Advance(0, CancellationToken.None));
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void NoFieldIsForgotten(string name)
    {
        var run = CheckpointCase.Of(name);
        var made = new Made(run);

        // Once the metric is final, what it came from is not written.
        var most = run.Options.Adaptation == AdaptationSchedule.Stan ? run.Options.Tune + run.Options.Draws : (int)(0.84 * run.Options.Tune);
        while (made.Chain.Done < most && !made.Chain.Advance(0, CancellationToken.None))
            RequireEqual(made.Chain, made.TakenOver().Chain, "Chain");
    }

    [Fact]
    public void WhatIsNamedAsNoStateExists() => Assert.All(NoState, name => Assert.Contains(
        typeof(Chain).Assembly.GetTypes(), type => type.Name == name.Split('.')[0] && Fields(type).Any(field => Name(field) == name.Split('.')[1])));

    private static IEnumerable<FieldInfo> Fields(Type type) => type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic);

    // The compiler's names for what belongs to a property or a constructor's parameter have the name between brackets.
    private static string Name(FieldInfo field) => field.Name.StartsWith('<') ? field.Name[1..field.Name.IndexOf('>')] : field.Name;

    private static void RequireEqual(object? expected, object? actual, string path)
    {
        if (expected is null or string or Delegate || actual is null || expected.GetType() is { IsPrimitive: true } or { IsEnum: true }
            || expected is ILogDensity and not RecenteredDensity)
        {
            Assert.True(expected is ILogDensity || Equals(expected, actual), $"{path} is {expected} and, loaded, {actual}");
            return;
        }

        Assert.Equal(expected.GetType(), actual.GetType());
        if (expected is IList list)
        {
            // Arrays that grow have room to spare.
            var other = (IList)actual;
            for (var i = 0; i < Math.Min(list.Count, other.Count); i++)
                RequireEqual(list[i], other[i], $"{path}[{i}]");
            return;
        }

        if (expected is NoUTurnSampler sampler && actual is NoUTurnSampler same)
        {
            Assert.Equal(sampler.Position.ToArray(), same.Position.ToArray());
            Assert.Equal(sampler.Gradient.ToArray(), same.Gradient.ToArray());
        }

        foreach (var field in Fields(expected.GetType()))
        {
            if (!NoState.Contains($"{expected.GetType().Name}.{Name(field)}"))
                RequireEqual(field.GetValue(expected), field.GetValue(actual), $"{path}.{Name(field)}");
        }
    }

    /// <summary>The second chain of three with its part of the draws.</summary>
    private sealed class Made
    {
        private readonly CheckpointCase run;

        public Made(CheckpointCase run)
            : this(run, isNew: true)
        {
        }

        private Made(CheckpointCase run, bool isNew)
        {
            this.run = run;
            var (density, options) = (run.Density(), run.Options);
            Positions = new double[3 * options.Draws * density.Dimension];
            Statistics = new SampleStatistics(3, options.Draws, options.MaxTreeDepth);
            Chain = new Chain(1, density, options, Positions, Statistics, SampledModel.Unknown, null);
            if (isNew)
            {
                Chain.FindStart();
                Chain.LookOn(double.NegativeInfinity);
            }
        }

        public Chain Chain { get; }

        public double[] Positions { get; }

        public SampleStatistics Statistics { get; }

        public byte[] Saved()
        {
            using var stream = new MemoryStream();
            Chain.Save(new BinaryWriter(stream));
            var bytes = stream.ToArray();

            // The time since the chain began goes on.
            bytes.AsSpan(sizeof(int) + sizeof(bool) + sizeof(int) + sizeof(double), sizeof(long)).Clear();
            return bytes;
        }

        public Made TakenOver() => TakenOver(Saved());

        public Made TakenOver(byte[] bytes)
        {
            var other = new Made(run, isNew: false);
            using var stream = new MemoryStream(bytes);
            other.Chain.Load(new BinaryReader(stream));
            Assert.Equal(stream.Length, stream.Position);
            Assert.Null(other.Chain.Disagreement());
            return other;
        }
    }
}
