using System;
using Gen.Numerics;
using D = Gen.Distributions.Categorical;

namespace Gen;

/// <summary>Independent categories: a row of probabilities for each element.</summary>
internal class CategoricalElements(Rows p) : CategoryElements("Categorical", p.Count)
{
    public override string Description(int element) => $"{Name}(p: {Numbers.Text(p[element])})";

    protected sealed override double CheckedCdf(int element, double x) => D.Cdf(x, Canonical(element));

    protected sealed override double CheckedLogCdf(int element, double x) => D.LogCdf(x, Canonical(element));

    protected sealed override double CheckedLogSurvival(int element, double x) => D.LogSurvival(x, Canonical(element));

    public sealed override double Quantile(int element, double probability) => D.Quantile(probability, Canonical(element));

    public sealed override double Mean(int element) => D.Mean(Canonical(element));

    public sealed override double Variance(int element) => D.Variance(Canonical(element));

    public sealed override double Draw(int element, RandomStream random) => D.Draw(random, Canonical(element));

    public sealed override bool InSupport(int element, double x) => D.InSupport(x, Canonical(element));

    public sealed override string SupportText(int element) => D.SupportText(Canonical(element));

    protected override void Check(int element) => D.CheckParameters(p[element]);

    protected override double Density(int element, double x) => D.LogDensity(x, p.Vector(element));

    /// <summary>The probabilities that parameters which were checked stand for.</summary>
    protected virtual ReadOnlySpan<double> Probabilities(int element) => p[element];

    private ReadOnlySpan<double> Canonical(int element) => Probabilities(Checked(element));
}

/// <summary>Independent categories: a row of logarithms of probabilities, up to a constant, for each element.</summary>
internal sealed class LogitCategoricalElements(Rows logitP) : CategoricalElements(logitP)
{
    private readonly Rows logitP = logitP;

    public override string Description(int element) => $"{Name}(logitP: {Numbers.Text(logitP[element])})";

    protected override void Check(int element) => D.CheckParametersFromLogit(logitP[element]);

    protected override double Density(int element, double x) => D.LogDensityFromLogit(x, logitP.Vector(element));

    protected override ReadOnlySpan<double> Probabilities(int element) => ((Vector)D.FromLogit(logitP.Vector(element))[0]).AsSpan();
}
