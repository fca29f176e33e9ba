using System;
using System.IO;
using Gen.Numerics;

namespace Gen.Sampling;

/// <summary>
/// nutpie's adaptation: a metric from draws and gradients, renewed as its estimator sees fit, from windows of 10 or 20 draws in the first 30 % of tuning and of
/// 80, 120, 180… after it; the last 15 % adapt the step size only. The step size carries a jitter of ±10 %.
/// </summary>
/// <remarks>nuts-rs adapt_strategy.rs and stepsize/adapt.rs; arXiv 2603.18845.</remarks>
internal sealed class NutpieAdaptation : IAdaptation
{
    /// <summary>The acceptance that the step size is tuned to where none is given.</summary>
    public const double DefaultTarget = 0.8;

    /// <summary>The same where slopes are curved: a step that suits most places is too long for some, and of smaller ones fewer are.</summary>
    public const double CurvedTarget = 0.9;

    private const double EarlyShare = 0.3;
    private const double FinalShare = 0.15;
    private const int FirstWindow = 80;
    private const double WindowGrowth = 1.5;
    private const double InitialStepSize = 0.1;
    private const double Jitter = 0.1;

    // A trajectory that diverged after fewer steps than this stays near where it started and would count that place again.
    private const int FewestStepsBeforeDivergence = 4;

    private readonly int tune;
    private readonly int earlyEnd;
    private readonly int halfway;
    private readonly int finalStart;
    private readonly bool hasTarget;
    private readonly DualAveraging averaging;
    private readonly IMetricEstimator estimator;
    private readonly CenteringEstimator? centering;
    private int window = FirstWindow;
    private bool metricIsInitial = true, recentered, isFinal;

    /// <summary>An adaptation over <paramref name="tune"/> draws.</summary>
    public NutpieAdaptation(IMetricEstimator estimator, int tune, double? targetAccept, CenteringEstimator? centering = null)
    {
        this.tune = tune;
        hasTarget = targetAccept is not null;
        earlyEnd = (int)(EarlyShare * tune);
        finalStart = tune - (int)(FinalShare * tune);
        halfway = (earlyEnd + finalStart) / 2;
        averaging = new DualAveraging(targetAccept ?? DefaultTarget, Math.PI);
        this.estimator = estimator;
        this.centering = centering;
    }

    /// <inheritdoc/>
    public IMetric Metric => estimator.Metric;

    /// <inheritdoc/>
    public double StepSize { get; private set; } = InitialStepSize;

    /// <inheritdoc/>
    public void Begin(NoUTurnSampler sampler, RandomStream random)
    {
        estimator.Begin(sampler.Position, sampler.Gradient);
        Search(sampler, random);
    }

    /// <inheritdoc/>
    public void AfterDraw(int draw, in Transition transition, NoUTurnSampler sampler, RandomStream random)
    {
        var searched = false;
        isFinal = draw >= finalStart - 1;
        if (draw < tune)
        {
            var late = true;
            var renewed = draw < finalStart && RenewMetric(draw, transition, sampler, out late);
            if (!hasTarget && (draw == halfway || draw == finalStart - 1)
                && estimator.MeasureLinearity(sampler.Density) is { } linearity && SlopeLinearity.IsCurved(SlopeLinearity.Of([linearity])))
            {
                averaging.Target = CurvedTarget;
            }

            averaging.Learn(late ? transition.SymmetricAcceptance : transition.Acceptance);
            if ((renewed && metricIsInitial) || recentered)
            {
                metricIsInitial = recentered = false;
                searched = true;
                Search(sampler, random);
            }

            if (tune >= DualAveraging.FewestDraws)
                StepSize = draw == tune - 1 ? averaging.AverageStepSize : averaging.StepSize;
        }

        if (!searched)
            sampler.StepSize = StepSize * (1 + Jitter * (2 * random.NextDouble() - 1));
    }

    /// <inheritdoc/>
    /// <remarks>Once the metric is final, nothing more is learnt from the draws that it came from.</remarks>
    public void Save(BinaryWriter writer)
    {
        writer.Write(StepSize);
        writer.Write(window);
        writer.Write(metricIsInitial);
        writer.Write(recentered);
        averaging.Save(writer);
        writer.Write(isFinal);
        if (isFinal)
        {
            Metric.Save(writer);
            return;
        }

        estimator.Save(writer);
        centering?.Save(writer);
    }

    /// <inheritdoc/>
    public void Load(BinaryReader reader)
    {
        StepSize = reader.ReadDouble();
        window = reader.ReadInt32();
        metricIsInitial = reader.ReadBoolean();
        recentered = reader.ReadBoolean();
        averaging.Load(reader);
        isFinal = reader.ReadBoolean();
        if (isFinal)
        {
            Metric.Load(reader);
            return;
        }

        estimator.Load(reader);
        centering?.Load(reader);
    }

    private bool RenewMetric(int draw, in Transition transition, NoUTurnSampler sampler, out bool late)
    {
        var early = draw < earlyEnd;
        if (draw == earlyEnd)
            window = Math.Max(window, estimator.BackgroundCount);
        if (Math.Abs(transition.Index) > (transition.Diverging ? FewestStepsBeforeDivergence : 0))
        {
            estimator.Add(sampler.Position, sampler.Gradient);
            centering?.Add(sampler.Position, sampler.Gradient);
        }

        var size = early ? estimator.EarlyWindow : window;
        var nextSize = early ? estimator.EarlyWindow : Math.Max(window + 1, (int)Math.Round(window * WindowGrowth));

        // With no room for another window, the estimate in the foreground keeps growing instead.
        late = nextSize + draw > finalStart;
        var exchange = estimator.BackgroundCount >= size && !late;
        if (exchange)
        {
            estimator.Exchange();
            recentered = centering is not null && TryRecenter(centering, sampler);
            if (!early)
                window = nextSize;
        }

        // nutpie, too, leaves the metric after the very first draw.
        return (exchange || draw > 0) && estimator.TryRenew(exchange, transition.LeapfrogSteps);
    }

    /// <summary>Chooses centrings anew; where they change, the chain and what it has learnt go on in the new coordinates.</summary>
    private bool TryRecenter(CenteringEstimator centers, NoUTurnSampler sampler)
    {
        centers.Exchange();
        var (density, before) = (centers.Density, centers.Density.Centering.ToArray());
        if (!centers.TryRenew())
            return false;
        double[] old = sampler.Position.ToArray(), position = sampler.Position.ToArray();
        density.Move(position, before);
        if (!sampler.TryMoveTo(position))
        {
            density.Centering = before;
            sampler.TryMoveTo(old);
            return false;
        }

        estimator.Rebase(row => density.Move(row, before), density);
        return true;
    }

    private void Search(NoUTurnSampler sampler, RandomStream random)
    {
        StepSize = StepSizeSearch.Find(sampler, InitialStepSize, averaging.Target, random);
        averaging.Restart(StepSize);
        sampler.StepSize = StepSize;
    }
}
