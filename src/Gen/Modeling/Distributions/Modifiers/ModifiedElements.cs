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

    public sealed override double Cdf(int element, double x) => Checked(element).Cdf(x);

    public sealed override double LogCdf(int element, double x) => Checked(element).LogCdf(x);

    public sealed override double LogSurvival(int element, double x) => Checked(element).LogSurvival(x);

    /// <summary>The definition of an element.</summary>
    protected abstract IComponent Definition(int element);

    /// <summary>Refuses the element's own parameters, not those of what it is made of, where they are out of range.</summary>
    protected abstract void Check(int element);

    private IComponent Checked(int element)
    {
        CheckElement(element);
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
    }
}
