using System;
using System.IO;
using System.Runtime.CompilerServices;
using Gen.Numerics;

namespace Gen.Sampling;

/// <summary>
/// A scale for each coordinate, and factors for a few directions of the scaled coordinates: L = diag(σ) (I + U (√Λ − I) Uᵀ), so that M⁻¹ = L Lᵀ has the
/// variances Λ in the directions U and is diagonal beside. Without directions it is the diagonal metric, at its cost; k of them cost 4 d k operations more.
/// </summary>
internal sealed class LowRankMetric : IMetric
{
    private readonly DiagonalMetric diagonal;
    private readonly int stride;
    private readonly double[] scaled;
    private double[] directions = [];
    private double[] stretches = [];

    /// <summary>The identity of <paramref name="dimension"/> coordinates.</summary>
    public LowRankMetric(int dimension)
    {
        diagonal = new DiagonalMetric(dimension);
        stride = PaddedLength.Of(dimension);
        scaled = new double[stride];
    }

    /// <inheritdoc/>
    public int Dimension => diagonal.Dimension;

    /// <summary>The number of directions.</summary>
    public int Rank { get; private set; }

    /// <summary>σ, to be set.</summary>
    public Span<double> Scales => diagonal.Scales;

    /// <summary>Makes the metric diagonal.</summary>
    public void Clear() => Rank = 0;

    /// <summary>Adds a direction of length 1, orthogonal to those there are, in which the scaled coordinates have the given variance.</summary>
    public void Add(ReadOnlySpan<double> direction, double variance)
    {
        if (stretches.Length == Rank)
        {
            var room = Math.Min(Math.Max(4, 2 * Rank), Dimension);
            Array.Resize(ref stretches, room);
            Array.Resize(ref directions, checked(room * stride));
        }

        stretches[Rank] = Math.Sqrt(variance) - 1;
        direction.CopyTo(Direction(Rank));
        Rank++;
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public double Kick(ReadOnlySpan<double> gradient, double step, Span<double> momentum)
    {
        if (Rank == 0)
            return diagonal.Kick(gradient, step, momentum);
        scaled.AsSpan().Clear();
        diagonal.Kick(gradient, step, scaled);
        for (var k = 0; k < Rank; k++)
            PaddedVectors.AddScaled(stretches[k] * PaddedVectors.Dot(Direction(k), scaled), Direction(k), momentum);
        PaddedVectors.AddScaled(1, scaled, momentum);
        return PaddedVectors.Dot(momentum, momentum);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Drift(ReadOnlySpan<double> momentum, double step, ReadOnlySpan<double> position, Span<double> next)
    {
        if (Rank == 0)
        {
            diagonal.Drift(momentum, step, position, next);
            return;
        }

        momentum.CopyTo(scaled);
        for (var k = 0; k < Rank; k++)
            PaddedVectors.AddScaled(stretches[k] * PaddedVectors.Dot(Direction(k), momentum), Direction(k), scaled);
        diagonal.Drift(scaled, step, position, next);
    }

    /// <inheritdoc/>
    public ChainTuning Tuning(double stepSize)
    {
        var tuning = diagonal.Tuning(stepSize);
        if (Rank == 0)
            return tuning;
        double[] rows = new double[Rank * Dimension], variances = new double[Rank], increases = new double[Dimension];
        for (var k = 0; k < Rank; k++)
        {
            var direction = Direction(k)[..Dimension];
            direction.CopyTo(rows.AsSpan(k * Dimension));
            variances[k] = (1 + stretches[k]) * (1 + stretches[k]);
            for (var i = 0; i < Dimension; i++)
                increases[i] += (variances[k] - 1) * direction[i] * direction[i];
        }

        for (var i = 0; i < Dimension; i++)
            tuning.InverseMass[i] *= 1 + increases[i];
        return tuning with { Directions = rows, Variances = variances, Scales = Scales.ToArray() };
    }

    /// <inheritdoc/>
    public void Save(BinaryWriter writer)
    {
        diagonal.Save(writer);
        writer.Write(Rank);
        writer.Write<double>(stretches.AsSpan(0, Rank));
        for (var k = 0; k < Rank; k++)
            writer.Write<double>(Direction(k)[..Dimension]);
    }

    /// <inheritdoc/>
    public void Load(BinaryReader reader)
    {
        diagonal.Load(reader);
        Rank = reader.ReadCount(Dimension);
        (stretches, directions) = (new double[Rank], new double[checked(Rank * stride)]);
        reader.Read<double>(stretches);
        for (var k = 0; k < Rank; k++)
            reader.Read(Direction(k)[..Dimension]);
    }

    private Span<double> Direction(int k) => directions.AsSpan(k * stride, stride);
}
