using System;

namespace Gen;

/// <summary>Independent categories, the parameters of each of which include a vector.</summary>
internal abstract class CategoryElements(string name, int count) : IndependentElements(count)
{
    public sealed override string Name => name;

    public sealed override bool IsDiscrete => true;

    public sealed override void RequireParameters(int element) => Checked(element);

    protected sealed override double CheckedLogDensity(int element, double x)
    {
        Checked(element);
        return double.IsNaN(x) ? double.NaN : InSupport(element, x) ? Density(element, x) : double.NegativeInfinity;
    }

    /// <summary>Refuses the element's parameters where they are out of their ranges, by <see cref="ArgumentOutOfRangeException"/>.</summary>
    protected abstract void Check(int element);

    /// <summary>The log-probability of a category that can occur.</summary>
    protected abstract double Density(int element, double x);

    /// <summary>The element, when its parameters are in their ranges.</summary>
    /// <exception cref="ArgumentException">One is not.</exception>
    protected int Checked(int element)
    {
        try
        {
            Check(element);
        }
        catch (ArgumentOutOfRangeException refusal)
        {
            throw Refused(refusal, element);
        }

        return element;
    }
}
