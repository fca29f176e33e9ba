using System;
using Gen.Numerics;

namespace Gen;

/// <summary>One or more independent univariate distributions: what scalar and elementwise distributions are made of, and what a trace asks.</summary>
internal abstract partial class IndependentElements(int count)
{
    /// <summary>The number of elements.</summary>
    public int Count { get; } = count;

    /// <summary>The family's name, or the modifier's.</summary>
    public abstract string Name { get; }

    /// <summary>Whether the variates are integers.</summary>
    public abstract bool IsDiscrete { get; }

    /// <summary>Whether single points have probability although the variates are not integers.</summary>
    public virtual bool HasAtoms => false;

    /// <summary>
    /// The log-density of an element at <paramref name="x"/>: −∞ where x cannot occur, NaN where it is NaN. While a model's body is executed it is −∞ where a
    /// parameter is out of its range too, as it is for the sampler.
    /// </summary>
    /// <exception cref="ArgumentException">A parameter is out of its range, and no body is executed.</exception>
    public double LogDensity(int element, double x)
    {
        try
        {
            return CheckedLogDensity(element, x);
        }
        catch (ArgumentException) when (BodyTrace.IsExecuting)
        {
            return double.NegativeInfinity;
        }
    }

    /// <summary>
    /// The probability of a value at or below <paramref name="x"/>. While a model's body is executed it is NaN where a parameter is out of its range, and so is
    /// what is computed from it: 0, or any number, could make a log-density finite. A term that is NaN for that reason is −∞.
    /// </summary>
    /// <exception cref="ArgumentException">A parameter is out of its range, and no body is executed.</exception>
    public double Cdf(int element, double x)
    {
        try
        {
            return CheckedCdf(element, x);
        }
        catch (ArgumentException refusal) when (BodyTrace.IsExecuting)
        {
            BodyTrace.Undefined(refusal.Message);
            return double.NaN;
        }
    }

    /// <summary>The logarithm of the probability of a value at or below <paramref name="x"/>; at parameters out of range what the log-density is there.</summary>
    /// <exception cref="ArgumentException">A parameter is out of its range, and no body is executed.</exception>
    public double LogCdf(int element, double x)
    {
        try
        {
            return CheckedLogCdf(element, x);
        }
        catch (ArgumentException) when (BodyTrace.IsExecuting)
        {
            return double.NegativeInfinity;
        }
    }

    /// <summary>The logarithm of the probability of a value above <paramref name="x"/>; at parameters out of range what the log-density is there.</summary>
    /// <exception cref="ArgumentException">A parameter is out of its range, and no body is executed.</exception>
    public double LogSurvival(int element, double x)
    {
        try
        {
            return CheckedLogSurvival(element, x);
        }
        catch (ArgumentException) when (BodyTrace.IsExecuting)
        {
            return double.NegativeInfinity;
        }
    }

    /// <summary>Refuses parameters that are out of their ranges, those of what the element is made of included, by <see cref="ArgumentException"/>.</summary>
    public abstract void RequireParameters(int element);

    /// <summary>The log-density of an element whose parameters it checks.</summary>
    /// <exception cref="ArgumentException">A parameter is out of its range.</exception>
    protected abstract double CheckedLogDensity(int element, double x);

    /// <summary>The probability at or below a point, of an element whose parameters it checks.</summary>
    protected abstract double CheckedCdf(int element, double x);

    /// <summary>Its logarithm.</summary>
    protected abstract double CheckedLogCdf(int element, double x);

    /// <summary>The logarithm of the probability above a point, of an element whose parameters it checks.</summary>
    protected abstract double CheckedLogSurvival(int element, double x);

    /// <summary>The smallest value at or below which the probability is at least <paramref name="probability"/>; NaN unless it is in 0 … 1.</summary>
    public abstract double Quantile(int element, double probability);

    public abstract double Mean(int element);

    public abstract double Variance(int element);

    public abstract double Draw(int element, RandomStream random);

    /// <summary>Whether <paramref name="x"/> can occur.</summary>
    public abstract bool InSupport(int element, double x);

    /// <summary>The values that can occur, in words.</summary>
    public abstract string SupportText(int element);

    /// <summary>The distribution with the element's parameters, as it was written: <c>Gamma(mu: 100, sigma: 40)</c>.</summary>
    public abstract string Description(int element);

    /// <summary>Why the log-density of an element at <paramref name="x"/> is not finite, as far as that can be told.</summary>
    public string Explain(int element, double x)
    {
        try
        {
            RequireParameters(element);
            var canOccur = InSupport(element, x);
            return double.IsNaN(x) ? "the value is NaN"
                : !canOccur ? $"{Numbers.Text(x)} is outside the support of {Name}: {SupportText(element)}"
                : $"{Description(element)} has log-density {Numbers.Text(LogDensity(element, x))} at {Numbers.Text(x)}";
        }
        catch (ArgumentException refusal)
        {
            return refusal.Message;
        }
    }

    /// <summary>The refusal of an element's parameter, in the model's words.</summary>
    protected ArgumentException Refused(ArgumentOutOfRangeException refusal, int element)
    {
        // The runtime's exception appends the parameter's name, which the message already says.
        var message = refusal.Message.Split(" (Parameter '")[0];
        return new ArgumentException(Count == 1 ? $"{message}." : $"{message} at element {element}.", refusal);
    }
}
