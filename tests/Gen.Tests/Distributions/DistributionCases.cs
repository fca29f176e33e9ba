using System.Collections.Generic;
using System.Linq;
using Gen.Distributions;
using Xunit;

namespace Gen.Tests.Distributions;

/// <summary>Every distribution, with the parameters at which it is tested and the values of R that it must give.</summary>
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
