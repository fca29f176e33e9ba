using System;
using System.Globalization;
using static Gen.Optimization.LimitedMemoryMatrix;

namespace Gen.Optimization;

/// <summary>Minimises a smooth function of many variables, each between a lower and an upper bound, from values and gradients.</summary>
/// <remarks>
/// L-BFGS-B of Byrd, Lu, Nocedal and Zhu (1995), SIAM Journal on Scientific Computing 16, with the projected subspace step of Morales and
/// Nocedal (2011) and the line search of Moré and Thuente (1994). Where a trial point's value is not finite the step is cut to a tenth.
/// </remarks>
public sealed class LbfgsB
{
    // A step of this length along a direction of descent is taken as evidence that there is no minimum.
    private const double LongestStep = 1e10;
    private const double CutAtNonFinite = 0.1;
    private const double MachineEpsilon = 2.220446049250313e-16;

    // What a sum of many terms is uncertain by, relative to max(|value|, 1).
    private const double RoundingError = 100 * MachineEpsilon;

    private readonly IObjectiveFunction function;
    private readonly IIterates? iterates;
    private readonly LbfgsBOptions options;
    private readonly Box box;
    private readonly LimitedMemoryMatrix hessian;
    private readonly CauchyPoint cauchy;
    private readonly SubspaceMinimum subspace;
    private readonly double[] direction, step, change;
    private double[] x, gradient, trial, trialGradient;
    private double value, trialValue;
    private int iterations, evaluations;

    private LbfgsB(IObjectiveFunction function, ReadOnlySpan<double> start, Box box, LbfgsBOptions options)
    {
        var n = start.Length;
        (this.function, iterates) = (function, function as IIterates);
        this.options = options;
        this.box = box;
        hessian = new LimitedMemoryMatrix(n, options.Memory);
        cauchy = new CauchyPoint(n, options.Memory);
        subspace = new SubspaceMinimum(n, options.Memory);
        direction = new double[n];
        step = new double[n];
        change = new double[n];
        x = start.ToArray();
        gradient = new double[n];
        trial = new double[n];
        trialGradient = new double[n];
    }

    /// <summary>
    /// Minimises <paramref name="function"/> from <paramref name="start"/>, which is moved into the bounds first. Bounds may be infinite and
    /// may coincide; an empty span leaves that side open.
    /// </summary>
    /// <exception cref="ArgumentException">The start or a bound has the wrong length, is NaN, or bounds cross.</exception>
    public static OptimizationResult Minimize(
        IObjectiveFunction function,
        ReadOnlySpan<double> start,
        ReadOnlySpan<double> lower = default,
        ReadOnlySpan<double> upper = default,
        LbfgsBOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(function);
        if (start.Length != function.Dimension)
            throw new ArgumentException($"The start has {start.Length} elements; the function has {function.Dimension} variables.", nameof(start));

        options ??= new LbfgsBOptions();
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Memory, 1);
        var run = new LbfgsB(function, start, new Box(start.Length, lower, upper), options);
        return run.Run();
    }

    private OptimizationResult Run()
    {
        for (var i = 0; i < x.Length; i++)
        {
            if (!double.IsFinite(x[i]))
                throw new ArgumentException(Text($"The start is {x[i]} at variable {i}."));
            x[i] = Math.Clamp(x[i], box.Lower[i], box.Upper[i]);
        }

        value = Evaluate(x, gradient);
        if (!double.IsFinite(value))
            return Stopped(OptimizationEnd.NotFinite, Text($"The objective is {value} at the start."));
        if (!AllFinite(gradient))
            return Stopped(OptimizationEnd.NotFinite, "The gradient is not finite at the start.");
        iterates?.Accepted(x, gradient);
        if (box.ProjectedGradient(x, gradient) <= options.GradientTolerance)
            return Converged(OptimizationEnd.Stationary, Stationary);

        while (iterations < options.MaxIterations)
        {
            var slope = ChooseDirection();
            if (hessian.HasScale && -0.5 * slope <= options.ModelTolerance)
                return Converged(OptimizationEnd.ModelExhausted, Text($"The quadratic model predicts a further decrease of at most {options.ModelTolerance:R}."));
            if (!(slope < 0) || !Search(slope))
            {
                if (evaluations >= options.MaxEvaluations)
                    return Stopped(OptimizationEnd.Limit, Text($"The limit of {options.MaxEvaluations} evaluations was reached."));
                if (hessian.Count > 0 && -slope <= RoundingError * Math.Max(Math.Abs(value), 1))
                    return Converged(OptimizationEnd.RoundingError, "The objective can be lowered no further: what the quadratic model predicts is within its rounding error.");
                if (hessian.Count == 0 && !hessian.HasScale)
                    return Stopped(OptimizationEnd.NoProgress, "No step along the projected gradient lowers the objective: rounding error, or values and gradient disagree.");

                // The model may be at fault, not the direction of steepest descent; then its scale may be.
                if (hessian.Count > 0)
                    hessian.Forget();
                else
                    hessian.Reset();
                continue;
            }

            iterations++;
            var before = value;
            var curvature = Accept();
            if (box.ProjectedGradient(x, gradient) <= options.GradientTolerance)
                return Converged(OptimizationEnd.Stationary, Stationary);
            var isSmall = before - value <= options.ValueTolerance * Math.Max(Math.Max(Math.Abs(before), Math.Abs(value)), 1);
            if (isSmall && hessian.Count == 0)
                return Converged(OptimizationEnd.SmallReduction, Text($"The relative reduction of the objective was at most {options.ValueTolerance:R}, along the projected gradient as well."));
            if (Math.Sqrt(Dot(step, step)) >= LongestStep)
                return Stopped(OptimizationEnd.Unbounded, Text($"The objective seems to be without a minimum: it still falls after a step of length {LongestStep:R}."));

            // A small reduction may be the model's fault (a narrow direction, a corner it is drawn to): it counts only without the model.
            if (isSmall)
                hessian.Forget();
            else if (curvature > MachineEpsilon * Math.Abs(slope))
                hessian.Update(step, change);
        }

        return Stopped(OptimizationEnd.Limit, Text($"The limit of {options.MaxIterations} iterations was reached."));
    }

    /// <summary>Fills the direction to the subspace minimiser of the quadratic model; returns the slope along it.</summary>
    private double ChooseDirection()
    {
        cauchy.Find(x, gradient, box, hessian);
        if (!subspace.Find(x, gradient, box, hessian, cauchy))
        {
            hessian.Reset();
            cauchy.Find(x, gradient, box, hessian);
            subspace.Find(x, gradient, box, hessian, cauchy);
        }

        for (var i = 0; i < x.Length; i++)
            direction[i] = subspace.Point[i] - x[i];
        return Dot(direction, gradient);
    }

    /// <summary>Searches along the direction; true when the trial point is lower.</summary>
    private bool Search(double slope)
    {
        var length = Math.Sqrt(Dot(direction, direction));
        var longest = box.LongestStep(x, direction, Math.Max(1, LongestStep / length));

        // Before there is a model of the curvature, a step of length one is the only scale there is.
        var first = Math.Min(hessian.HasScale || box.IsBounded ? 1 : 1 / length, longest);
        var search = new MoreThuenteSearch(value, slope, first, longest);
        for (var tried = 0; tried < options.MaxLineSearchSteps && evaluations < options.MaxEvaluations; tried++)
        {
            for (var i = 0; i < x.Length; i++)
                trial[i] = Math.Clamp(x[i] + search.Step * direction[i], box.Lower[i], box.Upper[i]);

            trialValue = Evaluate(trial, trialGradient);
            if (!double.IsFinite(trialValue) || !AllFinite(trialGradient))
            {
                longest = CutAtNonFinite * search.Step;
                search = new MoreThuenteSearch(value, slope, longest, longest);
            }
            else
            {
                var slopeThere = Dot(direction, trialGradient);
                if (MeetsApproximateWolfe(slope, slopeThere))
                    return true;
                if (search.Accepts(trialValue, slopeThere))
                    return trialValue < value;
            }
        }

        return false;
    }

    /// <summary>
    /// Whether the trial's value differs from the present one by rounding error only, and its slope is so much flatter that an exact
    /// quadratic would have decreased enough. Close to a minimum values tell nothing, slopes still do.
    /// </summary>
    /// <remarks>Hager and Zhang (2005), SIAM Journal on Optimization 16, equation 4.1.</remarks>
    private bool MeetsApproximateWolfe(double slope, double slopeThere) =>
        Math.Abs(trialValue - value) <= RoundingError * Math.Abs(value)
        && slopeThere >= MoreThuenteSearch.Curvature * slope
        && slopeThere <= (2 * MoreThuenteSearch.Decrease - 1) * slope;

    /// <summary>Moves to the trial point; returns sᵀy.</summary>
    private double Accept()
    {
        for (var i = 0; i < x.Length; i++)
        {
            step[i] = trial[i] - x[i];
            change[i] = trialGradient[i] - gradient[i];
        }

        (x, trial) = (trial, x);
        (gradient, trialGradient) = (trialGradient, gradient);
        value = trialValue;
        iterates?.Accepted(x, gradient);
        return Dot(step, change);
    }

    private double Evaluate(double[] point, double[] slopes)
    {
        evaluations++;
        return function.Evaluate(point, slopes);
    }

    private string Stationary => Text($"No element of the projected gradient is larger than {options.GradientTolerance:R}.");

    private OptimizationResult Converged(OptimizationEnd end, string message) => new(x, value, gradient, iterations, evaluations, true, message) { End = end };

    private OptimizationResult Stopped(OptimizationEnd end, string message) => new(x, value, gradient, iterations, evaluations, false, message) { End = end };

    private static bool AllFinite(double[] values)
    {
        foreach (var value in values)
        {
            if (!double.IsFinite(value))
                return false;
        }

        return true;
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
