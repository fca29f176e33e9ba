using System.Collections.Generic;
using System.Linq;
using Gen.Distributions;
using Xunit;

namespace Gen.Tests.Distributions;

/// <summary>Every distribution, with the parameters at which it is tested and the reference values that it must give.</summary>
internal static class DistributionCases
{
    public static readonly IReadOnlyList<(DistributionFamily Family, double[][] Parameters, ReferenceValue[] References)> All =
    [
        (DistributionFamily.Of(
            nameof(Normal), Support.Real, Normal.LogDensity, Normal.Cdf, Normal.LogCdf, Normal.LogSurvival, Normal.Quantile,
            Normal.Draw, Normal.Mean, Normal.Variance, Normal.InSupport),
            [[0, 1], [100, 2.5], [-3, 1e-4]], ContinuousReferences.Normal),
        (DistributionFamily.Of(
            nameof(HalfNormal), Support.NonNegative, HalfNormal.LogDensity, HalfNormal.Cdf,
            HalfNormal.LogCdf, HalfNormal.LogSurvival, HalfNormal.Quantile,
            HalfNormal.Draw, HalfNormal.Mean, HalfNormal.Variance, HalfNormal.InSupport),
            [[1], [6.1475]], ContinuousReferences.HalfNormal),
        (DistributionFamily.Of(
            nameof(StudentT), Support.Real, StudentT.LogDensity, StudentT.Cdf, StudentT.LogCdf, StudentT.LogSurvival, StudentT.Quantile,
            StudentT.Draw, StudentT.Mean, StudentT.Variance, StudentT.InSupport),
            [[3, 0, 1], [1, 1, 2], [30, 0.5, 1.5], [2.5, -10, 0.1], [1000, 0, 1]], ContinuousReferences.StudentT),
        (DistributionFamily.Of(
            nameof(Cauchy), Support.Real, Cauchy.LogDensity, Cauchy.Cdf, Cauchy.LogCdf, Cauchy.LogSurvival, Cauchy.Quantile,
            Cauchy.Draw, Cauchy.Mean, Cauchy.Variance, Cauchy.InSupport),
            [[0, 1], [1, 2.5]], ContinuousReferences.Cauchy),
        (DistributionFamily.Of(
            nameof(HalfCauchy), Support.NonNegative, HalfCauchy.LogDensity, HalfCauchy.Cdf,
            HalfCauchy.LogCdf, HalfCauchy.LogSurvival, HalfCauchy.Quantile,
            HalfCauchy.Draw, HalfCauchy.Mean, HalfCauchy.Variance, HalfCauchy.InSupport),
            [[1], [2.5]], ContinuousReferences.HalfCauchy),
        (DistributionFamily.Of(
            nameof(LogNormal), Support.Positive, LogNormal.LogDensity, LogNormal.Cdf, LogNormal.LogCdf, LogNormal.LogSurvival, LogNormal.Quantile,
            LogNormal.Draw, LogNormal.Mean, LogNormal.Variance, LogNormal.InSupport),
            [[0, 1], [2, 0.25], [-1, 3]], ContinuousReferences.LogNormal),
        (DistributionFamily.Of(
            nameof(Gamma), Support.Positive, Gamma.LogDensity, Gamma.Cdf, Gamma.LogCdf, Gamma.LogSurvival, Gamma.Quantile,
            Gamma.Draw, Gamma.Mean, Gamma.Variance, Gamma.InSupport),
            [[2, 1], [6.25, 0.0625], [0.5, 3], [0.1, 2], [1, 1], [1000, 10]], ContinuousReferences.Gamma),
        (DistributionFamily.Of(
            nameof(InverseGamma), Support.Positive, InverseGamma.LogDensity, InverseGamma.Cdf,
            InverseGamma.LogCdf, InverseGamma.LogSurvival, InverseGamma.Quantile,
            InverseGamma.Draw, InverseGamma.Mean, InverseGamma.Variance, InverseGamma.InSupport),
            [[3, 2], [0.5, 0.5], [200, 200], [5, 0.01]], ContinuousReferences.InverseGamma),
        (DistributionFamily.Of(
            nameof(Exponential), Support.NonNegative, Exponential.LogDensity, Exponential.Cdf,
            Exponential.LogCdf, Exponential.LogSurvival, Exponential.Quantile,
            Exponential.Draw, Exponential.Mean, Exponential.Variance, Exponential.InSupport),
            [[1], [0.2]], ContinuousReferences.Exponential),
        (DistributionFamily.Of(
            nameof(Beta), Support.Unit, Beta.LogDensity, Beta.Cdf, Beta.LogCdf, Beta.LogSurvival, Beta.Quantile,
            Beta.Draw, Beta.Mean, Beta.Variance, Beta.InSupport),
            [[2, 5], [0.5, 3], [1, 3], [500, 520], [0.3, 8], [1, 1]], ContinuousReferences.Beta),
        (DistributionFamily.Of(
            nameof(Uniform), Support.Interval, Uniform.LogDensity, Uniform.Cdf, Uniform.LogCdf, Uniform.LogSurvival, Uniform.Quantile,
            Uniform.Draw, Uniform.Mean, Uniform.Variance, Uniform.InSupport),
            [[0, 1], [-3, 5]], ContinuousReferences.Uniform),
        (DistributionFamily.Of(
            nameof(Laplace), Support.Real, Laplace.LogDensity, Laplace.Cdf, Laplace.LogCdf, Laplace.LogSurvival, Laplace.Quantile,
            Laplace.Draw, Laplace.Mean, Laplace.Variance, Laplace.InSupport),
            [[0, 1], [100, 2.5]], RealLineReferences.Laplace),
        (DistributionFamily.Of(
            nameof(Logistic), Support.Real, Logistic.LogDensity, Logistic.Cdf, Logistic.LogCdf, Logistic.LogSurvival, Logistic.Quantile,
            Logistic.Draw, Logistic.Mean, Logistic.Variance, Logistic.InSupport),
            [[0, 1], [100, 2.5]], RealLineReferences.Logistic),
        (DistributionFamily.Of(
            nameof(Gumbel), Support.Real, Gumbel.LogDensity, Gumbel.Cdf, Gumbel.LogCdf, Gumbel.LogSurvival, Gumbel.Quantile,
            Gumbel.Draw, Gumbel.Mean, Gumbel.Variance, Gumbel.InSupport),
            [[0, 1], [100, 2.5]], RealLineReferences.Gumbel),
        (DistributionFamily.Of(
            nameof(SkewNormal), Support.Real, SkewNormal.LogDensity, SkewNormal.Cdf, SkewNormal.LogCdf, SkewNormal.LogSurvival, SkewNormal.Quantile,
            SkewNormal.Draw, SkewNormal.Mean, SkewNormal.Variance, SkewNormal.InSupport),
            [[0, 1, 1], [100, 2.5, -4], [-3, 0.1, 10], [2, 1, 0]], RealLineReferences.SkewNormal),
        (DistributionFamily.Of(
            nameof(Weibull), Support.Positive, Weibull.LogDensity, Weibull.Cdf, Weibull.LogCdf, Weibull.LogSurvival, Weibull.Quantile,
            Weibull.Draw, Weibull.Mean, Weibull.Variance, Weibull.InSupport),
            [[2, 1], [0.5, 3], [8, 40], [1, 2]], PositiveReferences.Weibull),
        (DistributionFamily.Of(
            nameof(Pareto), Support.Interval, Pareto.LogDensity, Pareto.Cdf, Pareto.LogCdf, Pareto.LogSurvival, Pareto.Quantile,
            Pareto.Draw, Pareto.Mean, Pareto.Variance, Pareto.InSupport),
            [[3, 1], [0.5, 2.5], [12, 0.01]], PositiveReferences.Pareto),
        (DistributionFamily.Of(
            nameof(ChiSquared), Support.Positive, ChiSquared.LogDensity, ChiSquared.Cdf, ChiSquared.LogCdf, ChiSquared.LogSurvival, ChiSquared.Quantile,
            ChiSquared.Draw, ChiSquared.Mean, ChiSquared.Variance, ChiSquared.InSupport),
            [[4], [1], [250.5]], PositiveReferences.ChiSquared),
        (DistributionFamily.Of(
            nameof(HalfStudentT), Support.NonNegative, HalfStudentT.LogDensity, HalfStudentT.Cdf, HalfStudentT.LogCdf, HalfStudentT.LogSurvival, HalfStudentT.Quantile,
            HalfStudentT.Draw, HalfStudentT.Mean, HalfStudentT.Variance, HalfStudentT.InSupport),
            [[3, 1], [1, 2], [30, 1.5]], PositiveReferences.HalfStudentT),
        (DistributionFamily.Of(
            nameof(Triangular), Support.Interval, Triangular.LogDensity, Triangular.Cdf, Triangular.LogCdf, Triangular.LogSurvival, Triangular.Quantile,
            Triangular.Draw, Triangular.Mean, Triangular.Variance, Triangular.InSupport),
            [[0, 1, 0.5], [-3, 5, 4.5], [2, 3, 2], [2, 3, 3]], BoundedReferences.Triangular),
        (DistributionFamily.Of(
            nameof(LogitNormal), Support.Unit, LogitNormal.LogDensity, LogitNormal.Cdf, LogitNormal.LogCdf, LogitNormal.LogSurvival, LogitNormal.Quantile,
            LogitNormal.Draw, LogitNormal.Mean, LogitNormal.Variance, LogitNormal.InSupport),
            [[0, 1], [1.5, 0.25], [-1, 3]], BoundedReferences.LogitNormal),
        (DistributionFamily.Of(
            nameof(VonMises), Support.Circular, VonMises.LogDensity, VonMises.Cdf, VonMises.LogCdf, VonMises.LogSurvival, VonMises.Quantile,
            VonMises.Draw, VonMises.Mean, VonMises.Variance, VonMises.InSupport),
            [[0, 1], [1, 4], [3, 0.5], [-0.5, 100], [0, 0]], BoundedReferences.VonMises),
        (DistributionFamily.Of(
            nameof(Bernoulli), Support.Boolean, Bernoulli.LogDensity, Bernoulli.Cdf, Bernoulli.LogCdf, Bernoulli.LogSurvival, Bernoulli.Quantile,
            Bernoulli.Draw, Bernoulli.Mean, Bernoulli.Variance, Bernoulli.InSupport),
            [[0.3], [0.97]], DiscreteReferences.Bernoulli),
        (DistributionFamily.Of(
            nameof(Binomial), Support.Count, Binomial.LogDensity, Binomial.Cdf, Binomial.LogCdf, Binomial.LogSurvival, Binomial.Quantile,
            Binomial.Draw, Binomial.Mean, Binomial.Variance, Binomial.InSupport),
            [[10, 0.3], [100, 0.5], [1000, 0.02], [1000, 0.004], [40, 0.93], [1, 0.6]], DiscreteReferences.Binomial),
        (DistributionFamily.Of(
            nameof(Poisson), Support.Count, Poisson.LogDensity, Poisson.Cdf, Poisson.LogCdf, Poisson.LogSurvival, Poisson.Quantile,
            Poisson.Draw, Poisson.Mean, Poisson.Variance, Poisson.InSupport),
            [[2.5], [0.01], [9.99], [10.01], [100], [12345.6]], DiscreteReferences.Poisson),
        (DistributionFamily.Of(
            nameof(NegativeBinomial), Support.Count, NegativeBinomial.LogDensity, NegativeBinomial.Cdf,
            NegativeBinomial.LogCdf, NegativeBinomial.LogSurvival, NegativeBinomial.Quantile,
            NegativeBinomial.Draw, NegativeBinomial.Mean, NegativeBinomial.Variance, NegativeBinomial.InSupport),
            [[5, 2], [1, 0.1], [100, 50], [3, 2e5], [0.2, 4]], DiscreteReferences.NegativeBinomial),
        (DistributionFamily.Of(
            nameof(BetaBinomial), Support.Count, BetaBinomial.LogDensity, BetaBinomial.Cdf, BetaBinomial.LogCdf, BetaBinomial.LogSurvival, BetaBinomial.Quantile,
            BetaBinomial.Draw, BetaBinomial.Mean, BetaBinomial.Variance, BetaBinomial.InSupport),
            [[10, 2, 3], [200, 0.5, 0.7], [50, 20, 30], [1, 2, 6]], DiscreteReferences.BetaBinomial),
        (DistributionFamily.Of(
            nameof(Geometric), Support.PositiveCount, Geometric.LogDensity, Geometric.Cdf, Geometric.LogCdf, Geometric.LogSurvival, Geometric.Quantile,
            Geometric.Draw, Geometric.Mean, Geometric.Variance, Geometric.InSupport),
            [[0.3], [0.97], [0.01]], DiscreteReferences.Geometric),
        (DistributionFamily.Of(
            nameof(DiscreteUniform), Support.Integer, DiscreteUniform.LogDensity, DiscreteUniform.Cdf, DiscreteUniform.LogCdf, DiscreteUniform.LogSurvival, DiscreteUniform.Quantile,
            DiscreteUniform.Draw, DiscreteUniform.Mean, DiscreteUniform.Variance, DiscreteUniform.InSupport),
            [[0, 9], [-3, 5], [1, 1000]], DiscreteReferences.DiscreteUniform),
    ];

    /// <summary>The continuous cases, as (name, index of parameters).</summary>
    public static TheoryData<string, int> Continuous => Cases(discrete: false);

    /// <summary>The discrete cases, as (name, index of parameters).</summary>
    public static TheoryData<string, int> Discrete => Cases(discrete: true);

    /// <summary>The names of all distributions.</summary>
    public static TheoryData<string> Names => new(All.Select(c => c.Family.Name));

    /// <summary>One case.</summary>
    public static (DistributionFamily Family, double[] Parameters) Get(string name, int index)
    {
        var (family, parameters, _) = All.Single(c => c.Family.Name == name);
        return (family, parameters[index]);
    }

    private static TheoryData<string, int> Cases(bool discrete)
    {
        var data = new TheoryData<string, int>();
        foreach (var (family, parameters, _) in All.Where(c => c.Family.Discrete == discrete))
        {
            for (var i = 0; i < parameters.Length; i++)
                data.Add(family.Name, i);
        }

        return data;
    }
}
