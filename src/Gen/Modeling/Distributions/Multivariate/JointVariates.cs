using System;
using Gen.Numerics;

namespace Gen;

/// <summary>Independent variates that are vectors or matrices, whose elements depend on each other.</summary>
internal abstract class JointVariates(string name, int count, int size) : IVariates
{
    public string Name => name;

    public int Count => count;

    public int Size => size;

    /// <inheritdoc/>
    public double LogDensity(int variate, ReadOnlySpan<double> x)
    {
        try
        {
            Checked(variate);
        }
        catch (ArgumentException) when (BodyTrace.IsExecuting)
        {
            return double.NegativeInfinity;
        }

        return HoldsNaN(x) ? double.NaN : InSupport(variate, x) ? Density(variate, x) : double.NegativeInfinity;
    }

    /// <inheritdoc/>
    public string Explain(int variate, ReadOnlySpan<double> x)
    {
        try
        {
            Checked(variate);
            return HoldsNaN(x) ? "the value holds NaN"
                : !InSupport(variate, x) ? $"{Numbers.Text(x)} is outside the support of {Name}: {SupportText(variate)}"
                : $"{Description(variate)} has log-density {Numbers.Text(Density(variate, x))} at {Numbers.Text(x)}";
        }
        catch (ArgumentException refusal)
        {
            return refusal.Message;
        }
    }

    /// <inheritdoc/>
    public void Draw(int variate, RandomStream random, Span<double> result)
    {
        Checked(variate);
        DrawInto(variate, random, result);
    }

    /// <summary>The mean, into <paramref name="result"/>.</summary>
    public abstract void Mean(int variate, Span<double> result);

    /// <summary>The distribution with the variate's parameters: <c>Dirichlet(a: [1, 2])</c>.</summary>
    public abstract string Description(int variate);

    /// <summary>Refuses the variate's parameters where they are out of their ranges, by <see cref="ArgumentOutOfRangeException"/>.</summary>
    protected abstract void Check(int variate);

    protected abstract bool InSupport(int variate, ReadOnlySpan<double> x);

    protected abstract string SupportText(int variate);

    /// <summary>The log-density of a value that can occur.</summary>
    protected abstract double Density(int variate, ReadOnlySpan<double> x);

    /// <summary>A draw with parameters that were checked.</summary>
    protected abstract void DrawInto(int variate, RandomStream random, Span<double> result);

    private void Checked(int variate)
    {
        try
        {
            Check(variate);
        }
        catch (ArgumentOutOfRangeException refusal)
        {
            // The runtime's exception appends the parameter's name, which the message already says.
            var message = refusal.Message.Split(" (Parameter '")[0];
            throw new ArgumentException(Count == 1 ? $"{message}." : $"{message} at row {variate}.", refusal);
        }
    }

    private static bool HoldsNaN(ReadOnlySpan<double> x)
    {
        foreach (var value in x)
        {
            if (double.IsNaN(value))
            {
                return true;
            }
        }

        return false;
    }
}
