using System;
using Gen.Numerics;

namespace Gen;

/// <summary>
/// One or more independent variates of one size (1 where they are numbers), each with parameters of its own: what statements and traces ask of any
/// distribution.
/// </summary>
internal interface IVariates
{
    /// <summary>The family's name.</summary>
    string Name { get; }

    /// <summary>How many variates have parameters of their own; data and latents that are more take turns.</summary>
    int Count { get; }

    /// <summary>How many numbers a variate is.</summary>
    int Size { get; }

    /// <summary>
    /// The log-density at <paramref name="x"/>, of <see cref="Size"/> numbers: −∞ where x cannot occur, NaN where it holds NaN. While a model's body is
    /// executed it is −∞ where a parameter is out of its range too.
    /// </summary>
    /// <exception cref="ArgumentException">A parameter is out of its range, and no body is executed.</exception>
    double LogDensity(int variate, ReadOnlySpan<double> x);

    /// <summary>Why the log-density at <paramref name="x"/> is not finite, as far as that can be told.</summary>
    string Explain(int variate, ReadOnlySpan<double> x);

    /// <summary>One draw, into <paramref name="result"/>.</summary>
    /// <exception cref="ArgumentException">A parameter is out of its range.</exception>
    void Draw(int variate, RandomStream random, Span<double> result);
}
