using System;
using System.IO;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Registers = System.Numerics.Vector;

namespace Gen.Sampling;

/// <summary>A diagonal inverse mass matrix, M⁻¹ = diag(σ²).</summary>
internal sealed class DiagonalMetric : IMetric
{
    private readonly double[] scales;

    /// <summary>The identity of <paramref name="dimension"/> coordinates.</summary>
    public DiagonalMetric(int dimension)
    {
        Dimension = dimension;
        scales = new double[PaddedLength.Of(dimension)];
        Scales.Fill(1);
    }

    /// <inheritdoc/>
    public int Dimension { get; }

    /// <summary>σ: the square root of each entry of the inverse mass matrix, to be set.</summary>
    public Span<double> Scales => scales.AsSpan(0, Dimension);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public double Kick(ReadOnlySpan<double> gradient, double step, Span<double> momentum)
    {
        ref var u = ref MemoryMarshal.GetReference(momentum);
        ref var g = ref MemoryMarshal.GetReference(gradient);
        ref var scale = ref MemoryMarshal.GetArrayDataReference(scales);
        var steps = new Vector<double>(step);
        var square = Vector<double>.Zero;
        for (nuint i = 0; i < (nuint)scales.Length; i += (nuint)Vector<double>.Count)
        {
            var moved = Registers.LoadUnsafe(ref u, i) + steps * Registers.LoadUnsafe(ref scale, i) * Registers.LoadUnsafe(ref g, i);
            moved.StoreUnsafe(ref u, i);
            square += moved * moved;
        }

        return Registers.Sum(square);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Drift(ReadOnlySpan<double> momentum, double step, ReadOnlySpan<double> position, Span<double> next)
    {
        ref var u = ref MemoryMarshal.GetReference(momentum);
        ref var from = ref MemoryMarshal.GetReference(position);
        ref var to = ref MemoryMarshal.GetReference(next);
        ref var scale = ref MemoryMarshal.GetArrayDataReference(scales);
        var steps = new Vector<double>(step);
        for (nuint i = 0; i < (nuint)scales.Length; i += (nuint)Vector<double>.Count)
            (Registers.LoadUnsafe(ref from, i) + steps * Registers.LoadUnsafe(ref scale, i) * Registers.LoadUnsafe(ref u, i)).StoreUnsafe(ref to, i);
    }

    /// <inheritdoc/>
    public ChainTuning Tuning(double stepSize)
    {
        var inverse = Scales.ToArray();
        for (var i = 0; i < inverse.Length; i++)
            inverse[i] *= inverse[i];
        return new(stepSize, inverse);
    }

    /// <inheritdoc/>
    public void Save(BinaryWriter writer) => writer.Write<double>(Scales);

    /// <inheritdoc/>
    public void Load(BinaryReader reader) => reader.Read(Scales);
}
