using System;
using System.IO;
using Gen.Numerics;

namespace Gen.Sampling;

/// <summary>
/// Stan's adaptation: dual averaging of the step size after every tuning draw, and at the end of each window the metric from the regularised
/// variances (or covariance) of the window's draws, after which the step size is searched and averaged anew.
/// </summary>
/// <remarks>stan/mcmc/hmc/nuts/adapt_diag_e_nuts.hpp, adapt_dense_e_nuts.hpp, var_adaptation.hpp, covar_adaptation.hpp.</remarks>
internal sealed class StanAdaptation : IAdaptation
{
    // The variance is shrunk towards this as if by so many draws: n/(n+5) · variance + 5/(n+5) · 1e-3.
    private const double PriorDraws = 5;
    private const double PriorVariance = 1e-3;

    // Where the step-size search begins, and the acceptance it crosses whatever the target.
    private const double InitialStepSize = 1;
    private const double SearchAcceptance = 0.8;

    private readonly int tune;
    private readonly StanWindows windows;
    private readonly DualAveraging averaging;
    private readonly IWindowedMetric metric;

    /// <summary>An adaptation over <paramref name="tune"/> draws.</summary>
    public StanAdaptation(int dimension, int tune, double targetAccept, MetricKind? kind)
    {
        this.tune = tune;
        windows = new StanWindows(tune);
        averaging = new DualAveraging(targetAccept);
        metric = kind == MetricKind.Dense ? new Dense(dimension) : new Diagonal(dimension);
    }

    /// <summary>A metric estimated from the draws of a window.</summary>
    private interface IWindowedMetric : ICheckpointed
    {
        IMetric Metric { get; }

        void Add(ReadOnlySpan<double> position);

        /// <summary>Sets the metric from the draws since the last time and forgets them.</summary>
        void Renew();
    }

    /// <inheritdoc/>
    public IMetric Metric => metric.Metric;

    /// <inheritdoc/>
    public double StepSize { get; private set; } = InitialStepSize;

    /// <inheritdoc/>
    public void Begin(NoUTurnSampler sampler, RandomStream random) => Search(sampler, random);

    /// <inheritdoc/>
    public void AfterDraw(int draw, in Transition transition, NoUTurnSampler sampler, RandomStream random)
    {
        if (draw >= tune || tune < DualAveraging.FewestDraws)
            return;
        averaging.Learn(transition.Acceptance);
        StepSize = averaging.StepSize;
        if (windows.Includes(draw))
            metric.Add(sampler.Position);
        if (windows.EndsAt(draw))
        {
            metric.Renew();
            Search(sampler, random);
        }

        if (draw == tune - 1)
            StepSize = averaging.AverageStepSize;
        sampler.StepSize = StepSize;
    }

    /// <inheritdoc/>
    public void Save(BinaryWriter writer)
    {
        writer.Write(StepSize);
        windows.Save(writer);
        averaging.Save(writer);
        metric.Save(writer);
    }

    /// <inheritdoc/>
    public void Load(BinaryReader reader)
    {
        StepSize = reader.ReadDouble();
        windows.Load(reader);
        averaging.Load(reader);
        metric.Load(reader);
    }

    private void Search(NoUTurnSampler sampler, RandomStream random)
    {
        StepSize = StepSizeSearch.Find(sampler, StepSize, SearchAcceptance, random);
        averaging.Restart(StepSize);
        sampler.StepSize = StepSize;
    }

    private sealed class Diagonal(int dimension) : IWindowedMetric
    {
        private readonly DiagonalMetric metric = new(dimension);
        private readonly WelfordVariance estimator = new(dimension);

        public IMetric Metric => metric;

        public void Add(ReadOnlySpan<double> position) => estimator.Add(position);

        public void Renew()
        {
            double n = estimator.Count;
            if (n > 1)
            {
                var scales = metric.Scales;
                for (var i = 0; i < scales.Length; i++)
                {
                    var variance = estimator.SumOfSquares[i] / (n - 1);
                    scales[i] = Math.Sqrt((n * variance + PriorDraws * PriorVariance) / (n + PriorDraws));
                }
            }

            estimator.Clear();
        }

        public void Save(BinaryWriter writer)
        {
            metric.Save(writer);
            estimator.Save(writer);
        }

        public void Load(BinaryReader reader)
        {
            metric.Load(reader);
            estimator.Load(reader);
        }
    }

    private sealed class Dense(int dimension) : IWindowedMetric
    {
        private readonly DenseMetric metric = new(dimension);
        private readonly WelfordCovariance estimator = new(dimension);
        private readonly double[] covariance = new double[dimension * dimension];

        public IMetric Metric => metric;

        public void Add(ReadOnlySpan<double> position) => estimator.Add(position);

        public void Renew()
        {
            double n = estimator.Count;
            if (n > 1)
            {
                estimator.Write(n / (n + PriorDraws), PriorDraws * PriorVariance / (n + PriorDraws), covariance);
                metric.TrySet(covariance);
            }

            estimator.Clear();
        }

        public void Save(BinaryWriter writer)
        {
            metric.Save(writer);
            estimator.Save(writer);
        }

        public void Load(BinaryReader reader)
        {
            metric.Load(reader);
            estimator.Load(reader);
        }
    }
}
