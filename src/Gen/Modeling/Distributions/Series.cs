using System;
using Gen.Numerics;

namespace Gen;

/// <summary>
/// A distribution of series: vectors whose elements depend on those before them, of any length. A latent series is given its axis where it is sampled;
/// data have theirs.
/// </summary>
public sealed class Series
{
    private readonly Func<int, JointVariates> along;
    private readonly int leastLength;

    internal Series(string name, int leastLength, Func<int, JointVariates> along)
    {
        Name = name;
        this.leastLength = leastLength;
        this.along = along;
    }

    /// <summary>The family's name.</summary>
    public string Name { get; }

    /// <summary>The distribution of series along <paramref name="dim"/>.</summary>
    /// <exception cref="ArgumentException">The axis is shorter than the series' order.</exception>
    public Distribution<Vector> Along(Dim dim)
    {
        ArgumentNullException.ThrowIfNull(dim);
        return dim.Length >= leastLength ? new VectorVariate(along(dim)) : throw new ArgumentException(
            $"{Name}: a series has at least {leastLength} {(leastLength == 1 ? "element" : "elements")}, the axis has {dim.Length}.");
    }

    /// <summary>The log-density at the series <paramref name="x"/>; −∞ where it cannot occur.</summary>
    /// <exception cref="ArgumentException">A parameter is out of its range, or the series is shorter than its order.</exception>
    public double LogDensity(Vector x)
    {
        ArgumentNullException.ThrowIfNull(x);
        return Along(x.Length).LogDensity(x);
    }

    /// <summary>One draw along <paramref name="dim"/>.</summary>
    /// <exception cref="ArgumentException">A parameter is out of its range, or the axis is shorter than the series' order.</exception>
    public Vector Draw(RandomStream random, Dim dim) => Along(dim).Draw(random);

    /// <summary>The distribution as it was written.</summary>
    public override string ToString() => along(leastLength).Description(0);
}
