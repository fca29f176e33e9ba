using System;

namespace Gen.Distributions;

/// <summary>The first number, or whole number, from which on a condition holds.</summary>
internal static class MonotoneSearch
{
    private const int MaxDoublings = 1100;

    /// <summary>Searched for outwards from a number, in steps that double.</summary>
    public static double First(double start, bool isDiscrete, Func<double, bool> holds)
    {
        var direction = holds(start) ? -1 : 1;
        var (near, step) = (start, 1.0);
        for (var i = 0; i < MaxDoublings; i++, step *= 2)
        {
            var far = near + direction * step;
            if (holds(far) == direction > 0)
            {
                return direction > 0 ? First(near, far, isDiscrete, holds) : First(far, near, isDiscrete, holds);
            }

            near = far;
        }

        return near;
    }

    /// <summary>Between two numbers, by bisection; the second where it holds nowhere before.</summary>
    public static double First(double low, double high, bool isDiscrete, Func<double, bool> holds)
    {
        if (holds(low))
        {
            return low;
        }

        while (true)
        {
            var middle = low + 0.5 * (high - low);
            middle = isDiscrete ? Math.Floor(middle) : middle;
            if (!(middle > low && middle < high))
            {
                return high;
            }

            (low, high) = holds(middle) ? (low, middle) : (middle, high);
        }
    }
}
