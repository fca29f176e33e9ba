using System;
using Gen.Numerics;

namespace Gen;

// Every element is a variate that is a number.
internal abstract partial class IndependentElements : IVariates
{
    int IVariates.Size => 1;

    /// <summary>The one element of a distribution of a number: there is no other kind of it than <see cref="Univariate"/>.</summary>
    public static IndependentElements Of(Distribution<double> distribution)
    {
        ArgumentNullException.ThrowIfNull(distribution);
        return ((Univariate)distribution).Elements;
    }

    double IVariates.LogDensity(int variate, ReadOnlySpan<double> x) => LogDensity(variate, x[0]);

    string IVariates.Explain(int variate, ReadOnlySpan<double> x) => Explain(variate, x[0]);

    void IVariates.Draw(int variate, RandomStream random, Span<double> result) => result[0] = Draw(variate, random);
}
