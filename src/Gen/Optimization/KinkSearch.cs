using System;
using System.Collections.Generic;

namespace Gen.Optimization;

/// <summary>A kink along one variable: its slope is negative on one side and positive on the other, however near.</summary>
/// <param name="Variable">The variable's number.</param>
/// <param name="Below">The slope just below.</param>
/// <param name="Above">The slope just above.</param>
internal readonly record struct Kink(int Variable, double Below, double Above);

/// <summary>
/// Looks whether a search that made no progress stands at kinks, as a minimum of |x| or of a sum of max(0, ·) does: there the gradient is nowhere nought,
/// though no step along any one variable lowers the function.
/// </summary>
/// <remarks>
/// Along each variable in turn the sign of the slope is bisected to where it changes. Values must agree with slopes on both sides, so that a gradient that is
/// wrong is not taken for a kink. Along one variable that is a proof of a local minimum; along several it is one for each of them alone.
/// </remarks>
internal sealed class KinkSearch(IObjectiveFunction function, double[] lower, double[] upper, double gradientTolerance)
{
    // Nearer than that rounding decides on which side of a kink a point lies.
    private const double Nearest = 1e-13;

    // Where values are compared: far enough for differences to stand out of rounding error, near enough for slopes to hold.
    private const double Beside = 1e-6;
    private const double Growth = 4, Farthest = 1e6;

    // Of a sum over thousands of draws, relative to max(|value|, 1).
    private const double RoundingError = 1e-12;

    // A mean over draws has kinks of its own within that distance.
    private const double SlopeError = 0.1;
    private const int MostSweeps = 8, MostEvaluations = 15_000;

    private readonly double[] slopes = new double[lower.Length];
    private readonly List<Kink> kinks = [];

    /// <summary>The point that was found.</summary>
    public double[] Point { get; private set; } = [];

    /// <summary>The value there.</summary>
    public double Value { get; private set; }

    /// <summary>The kinks there; other variables are stationary or held by a bound.</summary>
    public IReadOnlyList<Kink> Kinks => kinks;

    /// <summary>The values and gradients computed.</summary>
    public int Evaluations { get; private set; }

    /// <summary>Whether no variable alone can lower the function, near <paramref name="start"/>.</summary>
    public bool TryFind(IReadOnlyList<double> start)
    {
        Point = [.. start];
        Value = Evaluate();
        for (var sweep = 0; sweep < MostSweeps; sweep++)
        {
            kinks.Clear();
            var moved = false;
            for (var i = 0; i < Point.Length; i++)
            {
                if (!IsSteep(i))
                    continue;
                if (Evaluations >= MostEvaluations || !Settle(i, ref moved))
                    return false;
                Value = Evaluate();
            }

            // A move along one variable may have opened another: only a sweep without any is a proof.
            if (!moved)
                return true;
        }

        return false;
    }

    /// <summary>Whether the slope along a variable is neither nought nor held by a bound.</summary>
    private bool IsSteep(int i)
    {
        var slope = slopes[i];
        var room = slope < 0 ? upper[i] - Point[i] : Point[i] - lower[i];
        return Math.Min(Math.Abs(slope), room) > gradientTolerance;
    }

    /// <summary>Moves along one variable to where its slope changes sign; false where it does not, or where values tell another story than slopes.</summary>
    private bool Settle(int i, ref bool moved)
    {
        var (origin, slope, before) = (Point[i], slopes[i], Value);
        var unit = Math.Max(1, Math.Abs(origin));
        var rounding = RoundingError * Math.Max(1, Math.Abs(before));
        var (near, nearSlope) = (origin, slope);
        double far, farSlope;
        var step = Nearest * unit;
        while (true)
        {
            far = Math.Clamp(origin - Math.Sign(slope) * step, lower[i], upper[i]);
            var value = At(i, far);
            farSlope = slopes[i];
            if (!double.IsFinite(value) || !double.IsFinite(farSlope))
                return false;
            if (farSlope * slope <= 0)
                break;
            if (value > before + rounding || step > Farthest * unit)
                return false;
            if (far == lower[i] || far == upper[i])
                return moved = true;
            (near, nearSlope) = (far, farSlope);
            step *= Growth;
        }

        while (Math.Abs(far - near) > Nearest * unit)
        {
            var middle = near + 0.5 * (far - near);
            if (middle == near || middle == far)
                break;
            At(i, middle);
            if (slopes[i] * slope > 0)
                (near, nearSlope) = (middle, slopes[i]);
            else
                (far, farSlope) = (middle, slopes[i]);
        }

        var (atNear, atFar) = (At(i, near), At(i, far));
        Point[i] = atNear <= atFar ? near : far;
        Value = Math.Min(atNear, atFar);
        if (Value > before + rounding)
            return false;

        moved |= Math.Abs(Point[i] - origin) > 4 * Nearest * unit;
        if (Math.Max(Math.Abs(nearSlope), Math.Abs(farSlope)) <= gradientTolerance)
            return true;
        kinks.Add(near < far ? new(i, nearSlope, farSlope) : new(i, farSlope, nearSlope));
        return Rises(i, -1, rounding) && Rises(i, 1, rounding);
    }

    /// <summary>Whether the function rises on one side of a kink, and as its slopes say.</summary>
    private bool Rises(int i, int side, double rounding)
    {
        var here = Point[i];
        var there = Math.Clamp(here + side * Beside * Math.Max(1, Math.Abs(here)), lower[i], upper[i]);
        var distance = Math.Abs(there - here);
        if (distance == 0)
            return true;

        var kink = kinks[^1];
        var nearSlope = side < 0 ? -kink.Below : kink.Above;
        var rise = At(i, there) - Value;
        var farSlope = side * slopes[i];
        Point[i] = here;
        var error = SlopeError * Math.Max(Math.Abs(nearSlope), Math.Abs(farSlope)) + 2 * rounding / distance;
        var quotient = rise / distance;
        return rise >= -rounding && quotient >= Math.Min(nearSlope, farSlope) - error && quotient <= Math.Max(nearSlope, farSlope) + error;
    }

    private double At(int i, double x)
    {
        Point[i] = x;
        return Evaluate();
    }

    private double Evaluate()
    {
        Evaluations++;
        return function.Evaluate(Point, slopes);
    }
}
