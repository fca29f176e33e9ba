using System;
using Gen.Numerics;

namespace Gen;

/// <summary>A distribution whose variate is a vector.</summary>
internal sealed class VectorVariate(JointVariates variates) : Distribution<Vector>
{
    /// <inheritdoc/>
    public override string Name => variates.Name;

    /// <inheritdoc/>
    public override Vector Mean
    {
        get
        {
            var mean = new double[variates.Size];
            variates.Mean(0, mean);
            return Vector.Wrap(mean);
        }
    }

    internal override IVariates Elements => variates;

    /// <inheritdoc/>
    public override double LogDensity(Vector x) => variates.LogDensity(0, Values(x));

    /// <inheritdoc/>
    public override Vector Draw(RandomStream random)
    {
        var draw = new double[variates.Size];
        variates.Draw(0, random, draw);
        return Vector.Wrap(draw);
    }

    internal override ReadOnlySpan<double> Values(Vector x)
    {
        ArgumentNullException.ThrowIfNull(x);
        return x.Length == variates.Size ? x.AsSpan()
            : throw new ArgumentException($"{Name}: its variate has {variates.Size} elements, the value has {x.Length}.");
    }

    internal override Vector Wrap(double[] values) => Vector.Wrap(values);

    /// <summary>The distribution as it was written.</summary>
    public override string ToString() => variates.Description(0);
}
