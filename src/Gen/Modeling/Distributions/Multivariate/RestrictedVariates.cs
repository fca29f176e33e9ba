using System;
using Gen.Numerics;

namespace Gen;

/// <summary>Vectors of independent elements whose density is restricted to a set, and not renormalised.</summary>
internal abstract class RestrictedVariates(string name, IndependentElements elements, int length) : JointVariates(name, 1, length)
{
    protected IndependentElements Elements => elements;

    public override void Mean(int variate, Span<double> result) =>
        throw new NotSupportedException($"{Name} has no mean in closed form: average draws.");

    public override string Description(int variate) => $"{Name}({elements.Description(0)}{(elements.Count == 1 ? $", {Size}" : ", …")})";

    /// <summary>Nothing: the elements check their own parameters where they are asked.</summary>
    protected override void Check(int variate)
    {
    }

    protected override double Density(int variate, ReadOnlySpan<double> x)
    {
        var sum = 0.0;
        for (var i = 0; i < x.Length; i++)
        {
            sum += elements.LogDensity(i % elements.Count, x[i]);
        }

        return sum;
    }
}

/// <summary>Vectors whose elements increase.</summary>
internal sealed class OrderedVariates(IndependentElements elements, int length) : RestrictedVariates("Ordered", elements, length)
{
    // One try in a hundred thousand is as much as a draw may cost.
    private const int Tries = 100_000;

    protected override bool InSupport(int variate, ReadOnlySpan<double> x)
    {
        for (var i = 1; i < x.Length; i++)
        {
            if (!(x[i] > x[i - 1]))
            {
                return false;
            }
        }

        return true;
    }

    protected override string SupportText(int variate) => "increasing vectors";

    /// <summary>Equally distributed elements in order; others drawn until they are in order.</summary>
    protected override void DrawInto(int variate, RandomStream random, Span<double> result)
    {
        for (var attempt = 0; attempt < Tries; attempt++)
        {
            for (var i = 0; i < result.Length; i++)
            {
                result[i] = Elements.Draw(i % Elements.Count, random);
            }

            if (Elements.Count == 1)
            {
                result.Sort();
            }

            if (InSupport(variate, result))
            {
                return;
            }
        }

        throw new InvalidOperationException($"{Description(variate)} cannot be drawn from: of {Tries} draws of its elements none increases");
    }
}

/// <summary>Vectors whose sum is zero.</summary>
internal sealed class ZeroSumVariates(IndependentElements elements, int length) : RestrictedVariates("ZeroSum", elements, length)
{
    protected override bool InSupport(int variate, ReadOnlySpan<double> x)
    {
        double sum = 0, size = 0;
        foreach (var value in x)
        {
            sum += value;
            size += Math.Abs(value);
        }

        return Math.Abs(sum) <= Gen.Distributions.ArrayCheck.Tolerance * Math.Max(1, size);
    }

    protected override string SupportText(int variate) => "vectors whose sum is 0";

    /// <summary>Independent normal numbers given that their sum is 0 are distributed as what is left of them without their mean.</summary>
    protected override void DrawInto(int variate, RandomStream random, Span<double> result)
    {
        if (Elements.Name != "Normal")
        {
            throw new InvalidOperationException($"{Description(variate)} cannot be drawn from: of vectors whose sum is 0 only those of normal elements can");
        }

        var mean = 0.0;
        for (var i = 0; i < result.Length; i++)
        {
            result[i] = Elements.Draw(0, random);
            mean += result[i] / result.Length;
        }

        foreach (ref var value in result)
        {
            value -= mean;
        }
    }
}
