using System;
using Gen.Distributions;

namespace Gen;

/// <summary>Independent elements of a modifier: its functions are those of its definition, which says what it is made of.</summary>
internal abstract class ModifiedElements(string name, int count) : IndependentElements(count)
{
    public sealed override string Name => name;

    protected sealed override double CheckedLogDensity(int element, double x)
    {
        var definition = Checked(element);
        return double.IsNaN(x) ? double.NaN : InSupport(element, x) ? definition.LogDensity(x) : double.NegativeInfinity;
    }

    protected sealed override double CheckedCdf(int element, double x) => Checked(element).Cdf(x);

    protected sealed override double CheckedLogCdf(int element, double x) => Checked(element).LogCdf(x);

    protected sealed override double CheckedLogSurvival(int element, double x) => Checked(element).LogSurvival(x);

    public sealed override void RequireParameters(int element)
    {
        CheckElement(element);
        if (!(LogMass(element) > double.NegativeInfinity))
        {
            throw new ArgumentException($"{Description(element)} is no distribution: there is no probability in what it is restricted to.");
        }
    }

    /// <summary>The definition of an element.</summary>
    protected abstract IComponent Definition(int element);

    /// <summary>Refuses the element's own parameters, not those of what it is made of, where they are out of range.</summary>
    protected abstract void Check(int element);

    /// <summary>Refuses parameters of what an element is made of: where one of them is none, neither is the whole.</summary>
    protected abstract void CheckComponents(int element);

    /// <summary>The logarithm of the probability by which a density is divided, which is then none where that is 0.</summary>
    protected virtual double LogMass(int element) => 0;

    private IComponent Checked(int element)
    {
        RequireParameters(element);
        return Definition(element);
    }

    /// <summary>Refuses parameters out of range, with the element in the message where there are several.</summary>
    /// <exception cref="ArgumentException">One is.</exception>
    protected void CheckElement(int element)
    {
        try
        {
            Check(element);
        }
        catch (ArgumentOutOfRangeException refusal)
        {
            throw Refused(refusal, element);
        }

        CheckComponents(element);
    }
}
