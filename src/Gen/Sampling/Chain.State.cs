using System;
using System.Diagnostics;
using System.Globalization;
using System.IO;

namespace Gen.Sampling;

internal sealed partial class Chain
{
    // A density is rounded otherwise on another processor; data that differ move it further.
    private const double Tolerance = 1e-9;

    private TimeSpan earlier;

    /// <inheritdoc/>
    /// <remarks>Between two draws. The kept draws, the greatest part by far, are written from where they stay.</remarks>
    public void Save(BinaryWriter writer)
    {
        writer.Write(Done);
        writer.Write(hasBegun);
        writer.Write(treeDepth);
        writer.Write(StartMass);
        writer.Write(Elapsed(Stopwatch.GetTimestamp()).Ticks);
        writer.Write(random);
        if (recentered is not null)
            writer.Write(recentered.Centering);
        adaptation.Save(writer);
        sampler.Save(writer);

        writer.Write(divergences.Count);
        foreach (var divergence in divergences)
        {
            writer.Write(divergence.Draw);
            writer.Write(divergence.IsAbrupt);
            writer.Write<double>(divergence.Position);
        }

        var kept = KeptDraws;
        writer.Write<double>(KeptPositions);
        writer.Write<double>(statistics.LogDensity.AsSpan(kept));
        writer.Write<double>(statistics.Energy.AsSpan(kept));
        writer.Write<double>(statistics.Acceptance.AsSpan(kept));
        writer.Write<double>(statistics.StepSize.AsSpan(kept));
        writer.Write<int>(statistics.TreeDepth.AsSpan(kept));
        writer.Write<int>(statistics.LeapfrogSteps.AsSpan(kept));
        writer.Write<bool>(statistics.Diverging.AsSpan(kept));
    }

    /// <inheritdoc/>
    public void Load(BinaryReader reader)
    {
        Done = reader.ReadCount(options.Tune + options.Draws);
        hasBegun = reader.ReadBoolean();
        treeDepth = reader.ReadInt32();
        StartMass = reader.ReadDouble();
        (earlier, began) = (new TimeSpan(reader.ReadInt64()), 0);
        reader.Read(random);
        if (recentered is not null)
        {
            var centering = new double[logDensity.Dimension];
            reader.Read<double>(centering);
            recentered.Centering = centering;
        }

        adaptation.Load(reader);
        sampler.Load(reader);

        divergences.Clear();
        for (var left = reader.ReadCount(Kept); left > 0; left--)
        {
            var (draw, isAbrupt, position) = (reader.ReadInt32(), reader.ReadBoolean(), new double[logDensity.Dimension]);
            reader.Read<double>(position);
            divergences.Add(new Divergence(Number, draw, position) { IsAbrupt = isAbrupt });
        }

        var kept = KeptDraws;
        reader.Read(KeptPositions);
        reader.Read(statistics.LogDensity.AsSpan(kept));
        reader.Read(statistics.Energy.AsSpan(kept));
        reader.Read(statistics.Acceptance.AsSpan(kept));
        reader.Read(statistics.StepSize.AsSpan(kept));
        reader.Read(statistics.TreeDepth.AsSpan(kept));
        reader.Read(statistics.LeapfrogSteps.AsSpan(kept));
        reader.Read(statistics.Diverging.AsSpan(kept));
        HasStarted = true;
    }

    /// <summary>Says in what the density at the chain's position is not the one that it had there; null where they agree but for rounding.</summary>
    public string? Disagreement()
    {
        var slopes = new double[logDensity.Dimension];
        var value = logDensity.Evaluate(sampler.Position, slopes);
        if (!AreClose(value, sampler.LogDensity, 1))
            return Differs("the log-density", sampler.LogDensity, value);

        // Derivatives near 0 are sums of parts that are not.
        var scale = 1.0;
        foreach (var slope in sampler.Gradient)
            scale = Math.Max(scale, Math.Abs(slope));
        for (var i = 0; i < slopes.Length; i++)
        {
            var was = sampler.Gradient[i];
            if (!AreClose(slopes[i], was, scale))
                return Differs($"the derivative of the log-density by coordinate {i}", was, slopes[i]);
        }

        return null;
    }

    private string Differs(string what, double was, double value) =>
        string.Create(CultureInfo.InvariantCulture, $"{what} at chain {Number}'s newest position was {was:R} and is {value:R}");

    private Range KeptDraws => (Number * options.Draws)..(Number * options.Draws + Kept);

    private Span<double> KeptPositions => positions.AsSpan(Number * options.Draws * logDensity.Dimension, Kept * logDensity.Dimension);

    /// <summary>The time since the chain began, without that between a checkpoint and going on from it.</summary>
    private TimeSpan Elapsed(long now) => began == 0 ? earlier : earlier + Stopwatch.GetElapsedTime(began, now);

    private static bool AreClose(double value, double other, double scale) => Math.Abs(value - other) <= Tolerance * Math.Max(scale, Math.Abs(other));
}
