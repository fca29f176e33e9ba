using System;
using System.Collections.Generic;
using System.ComponentModel;
using Gen.Approximations;

namespace Gen;

/// <summary>
/// What stands in a posterior's place: a distribution that is quick to find, how far it can be trusted, and its draws as a typed posterior, which predicts, decides and reports as
/// one that was sampled does.
/// </summary>
/// <typeparam name="TPosterior">The model's posterior.</typeparam>
public sealed class Approximation<TPosterior>
    where TPosterior : ModelPosterior
{
    private readonly ApproximatePosterior approximate;
    private readonly Func<IReadOnlyList<Draws>, SampleStatistics, TPosterior> create;

    /// <summary>An approximation of a model's posterior; for emitted code.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public Approximation(ApproximatePosterior approximate, Func<IReadOnlyList<Draws>, SampleStatistics, TPosterior> create)
    {
        ArgumentNullException.ThrowIfNull(approximate);
        ArgumentNullException.ThrowIfNull(create);
        (this.approximate, this.create) = (approximate, create);
    }

    /// <summary>By what the posterior was approximated.</summary>
    public ApproximationMethod Method => approximate.Method;

    /// <summary>
    /// k̂: the shape of the tail of the importance ratios of posterior and approximation. Up to 0.7 the two are close; above it the posterior has much more mass
    /// somewhere, and from 1 on the ratios have no mean. Infinite where they cannot be computed.
    /// </summary>
    /// <remarks>Vehtari, Simpson, Gelman, Yao and Gabry (2024), "Pareto smoothed importance sampling", JMLR 25(72); Yao, Vehtari, Simpson and Gelman (2018), "Yes, but did it work?".</remarks>
    public double KHat => approximate.KHat;

    /// <summary>The evidence lower bound on the unconstrained scale: the mean over draws of log-density minus the approximation's, but for the constant that the log-density leaves out.</summary>
    public double Elbo => approximate.Elbo;

    /// <summary>The largest standard error of a latent's mean on the unconstrained scale that comes of drawing only so many, in its standard deviations; NaN where none is known (<see cref="ApproximationMethod.Advi"/> knows).</summary>
    public double MonteCarloError => approximate.MonteCarloError;

    /// <summary>The number of gradients that it took to find.</summary>
    public long Gradients => approximate.Gradients;

    /// <summary>Whether <see cref="KHat"/> is small enough for the draws to be trusted.</summary>
    public bool IsReliable => approximate.IsReliable;

    /// <summary>What <see cref="KHat"/> says in words, with what to do.</summary>
    public string Verdict => approximate.Verdict;

    /// <summary>
    /// Draws as a posterior. Where the approximation is reliable they are taken by their smoothed importance weights from four times as many of it (importance resampling), which
    /// corrects what it has wrong; where it is not, the summary says so.
    /// </summary>
    /// <param name="draws">The number of draws, at least 1: in one chain, in no order.</param>
    /// <param name="seed">The seed: the same seed gives the same draws.</param>
    public TPosterior Sample(int draws = 4000, long seed = 0)
    {
        var (quantities, statistics) = approximate.Draw(draws, seed);
        return create(quantities, statistics);
    }

    /// <summary>The method, the number of gradients, and the verdict.</summary>
    public override string ToString() => $"{Method} by {Gradients} gradients. {Verdict}";
}
