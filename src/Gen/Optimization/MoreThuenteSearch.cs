using System;

namespace Gen.Optimization;

/// <summary>
/// A search along a line for a step that satisfies the strong Wolfe conditions. It proposes a step, is told value and slope there, and
/// proposes the next.
/// </summary>
/// <remarks>
/// Moré and Thuente (1994), "Line search algorithms with guaranteed sufficient decrease", ACM Transactions on Mathematical Software 20,
/// with the constants of L-BFGS-B: sufficient decrease 1e-3, curvature 0.9, interval 0.1.
/// </remarks>
internal struct MoreThuenteSearch
{
    /// <summary>The share of the decrease that the slope promises which a step must attain.</summary>
    public const double Decrease = 1e-3;

    /// <summary>The share of the slope at the start that a step may leave.</summary>
    public const double Curvature = 0.9;

    private const double Interval = 0.1, Exhausted = 1e-10;
    private const double LeastExtrapolation = 1.1, GreatestExtrapolation = 4, Shrinkage = 0.66;

    private readonly double startValue, startSlope, longest;
    private bool bracketed, pastFirstStage;
    private double least, greatest, width, olderWidth;
    private Trial best, other;

    /// <summary>Begins at step 0 with <paramref name="value"/> and a negative <paramref name="slope"/>.</summary>
    public MoreThuenteSearch(double value, double slope, double firstStep, double longestStep)
    {
        startValue = value;
        startSlope = slope;
        longest = longestStep;
        Step = firstStep;
        best = other = new Trial(0, value, slope);
        greatest = firstStep + GreatestExtrapolation * firstStep;
        width = longestStep;
        olderWidth = 2 * longestStep;
    }

    /// <summary>The step to evaluate.</summary>
    public double Step { get; private set; }

    /// <summary>Takes value and slope at <see cref="Step"/>; true when that step is to be accepted, false when the next one is to be tried.</summary>
    public bool Accepts(double value, double slope)
    {
        var test = Decrease * startSlope;
        var enough = value <= startValue + Step * test;
        if (enough && slope >= 0)
            pastFirstStage = true;

        var isProper = enough && (Math.Abs(slope) <= -Curvature * startSlope || (Step == longest && slope <= test));
        if (isProper || IsExhausted || (bracketed && greatest - least <= Interval * greatest && enough))
            return true;

        var trial = new Trial(Step, value, slope);
        if (!pastFirstStage && value <= best.Value && !enough)
        {
            // Until a sufficient decrease is seen the search works on ψ(t) = φ(t) − φ(0) − t·test.
            var (bestShifted, otherShifted) = (best.Shifted(-test), other.Shifted(-test));
            Step = Next(ref bestShifted, ref otherShifted, trial.Shifted(-test), ref bracketed, least, greatest);
            (best, other) = (bestShifted.Shifted(test), otherShifted.Shifted(test));
        }
        else
        {
            Step = Next(ref best, ref other, trial, ref bracketed, least, greatest);
        }

        Enclose();
        return false;
    }

    private readonly bool IsExhausted => bracketed && (Step <= least || Step >= greatest || greatest - least <= Exhausted * greatest);

    private void Enclose()
    {
        if (bracketed)
        {
            if (Math.Abs(other.Step - best.Step) >= Shrinkage * olderWidth)
                Step = best.Step + 0.5 * (other.Step - best.Step);
            olderWidth = width;
            width = Math.Abs(other.Step - best.Step);
            least = Math.Min(best.Step, other.Step);
            greatest = Math.Max(best.Step, other.Step);
        }
        else
        {
            least = Step + LeastExtrapolation * (Step - best.Step);
            greatest = Step + GreatestExtrapolation * (Step - best.Step);
        }

        Step = Math.Clamp(Step, 0, longest);
        if (IsExhausted)
            Step = best.Step;
    }

    /// <summary>The next step by safeguarded cubic and quadratic interpolation (section 4 of the paper), and the new interval of uncertainty.</summary>
    private static double Next(ref Trial best, ref Trial other, Trial trial, ref bool bracketed, double least, double greatest)
    {
        var opposite = trial.Slope * Math.Sign(best.Slope) < 0;
        var theta = 3 * (best.Value - trial.Value) / (trial.Step - best.Step) + best.Slope + trial.Slope;
        double next;
        if (trial.Value > best.Value)
        {
            // A higher value: the minimum is bracketed between.
            var gamma = Root(theta, best.Slope, trial.Slope, clip: false) * (trial.Step < best.Step ? -1 : 1);
            var ratio = (gamma - best.Slope + theta) / (gamma - best.Slope + gamma + trial.Slope);
            var cubic = best.Step + ratio * (trial.Step - best.Step);
            var quadratic = best.Step
                + best.Slope / ((best.Value - trial.Value) / (trial.Step - best.Step) + best.Slope) / 2 * (trial.Step - best.Step);
            next = Math.Abs(cubic - best.Step) < Math.Abs(quadratic - best.Step) ? cubic : cubic + (quadratic - cubic) / 2;
            bracketed = true;
        }
        else if (opposite)
        {
            // A lower value and a slope of the other sign: bracketed as well.
            var gamma = Root(theta, best.Slope, trial.Slope, clip: false) * (trial.Step > best.Step ? -1 : 1);
            var ratio = (gamma - trial.Slope + theta) / (gamma - trial.Slope + gamma + best.Slope);
            var cubic = trial.Step + ratio * (best.Step - trial.Step);
            var secant = trial.Step + trial.Slope / (trial.Slope - best.Slope) * (best.Step - trial.Step);
            next = Math.Abs(cubic - trial.Step) > Math.Abs(secant - trial.Step) ? cubic : secant;
            bracketed = true;
        }
        else if (Math.Abs(trial.Slope) < Math.Abs(best.Slope))
        {
            // A lower value, the same sign, a flatter slope: the cubic may have no minimum, or one beyond.
            var gamma = Root(theta, best.Slope, trial.Slope, clip: true) * (trial.Step > best.Step ? -1 : 1);
            var ratio = (gamma - trial.Slope + theta) / (gamma + (best.Slope - trial.Slope) + gamma);
            var cubic = ratio < 0 && gamma != 0 ? trial.Step + ratio * (best.Step - trial.Step) : trial.Step > best.Step ? greatest : least;
            var secant = trial.Step + trial.Slope / (trial.Slope - best.Slope) * (best.Step - trial.Step);
            if (bracketed)
            {
                next = Math.Abs(cubic - trial.Step) < Math.Abs(secant - trial.Step) ? cubic : secant;
                var limit = trial.Step + Shrinkage * (other.Step - trial.Step);
                next = trial.Step > best.Step ? Math.Min(limit, next) : Math.Max(limit, next);
            }
            else
            {
                next = Math.Abs(cubic - trial.Step) > Math.Abs(secant - trial.Step) ? cubic : secant;
                next = Math.Clamp(next, least, greatest);
            }
        }
        else if (bracketed)
        {
            // A lower value, the same sign, no flatter: towards the other end.
            var toOther = 3 * (trial.Value - other.Value) / (other.Step - trial.Step) + other.Slope + trial.Slope;
            var gamma = Root(toOther, other.Slope, trial.Slope, clip: false) * (trial.Step > other.Step ? -1 : 1);
            var ratio = (gamma - trial.Slope + toOther) / (gamma - trial.Slope + gamma + other.Slope);
            next = trial.Step + ratio * (other.Step - trial.Step);
        }
        else
        {
            next = trial.Step > best.Step ? greatest : least;
        }

        if (trial.Value > best.Value)
        {
            other = trial;
        }
        else
        {
            if (opposite)
                other = best;
            best = trial;
        }

        return next;
    }

    /// <summary>√(θ² − ab), scaled against overflow.</summary>
    private static double Root(double theta, double a, double b, bool clip)
    {
        var scale = Math.Max(Math.Abs(theta), Math.Max(Math.Abs(a), Math.Abs(b)));
        var inside = theta / scale * (theta / scale) - a / scale * (b / scale);
        return scale * Math.Sqrt(clip ? Math.Max(0, inside) : inside);
    }

    private readonly record struct Trial(double Step, double Value, double Slope)
    {
        /// <summary>The same trial of the function with a line of <paramref name="slope"/> added.</summary>
        public Trial Shifted(double slope) => new(Step, Value + Step * slope, Slope + slope);
    }
}
