using Gen.Numerics;
using D = Gen.Distributions.OrderedLogistic;

namespace Gen;

/// <summary>Independent ordered categories: a location for each element, and the same cutpoints.</summary>
internal sealed class OrderedLogisticElements(Vector eta, Vector cutpoints) : CategoryElements("OrderedLogistic", eta.Length)
{
    public override string Description(int element) => $"{Name}(eta: {Numbers.Text(eta[element])}, cutpoints: {Numbers.Text(cutpoints.AsSpan())})";

    protected override double CheckedCdf(int element, double x) => D.Cdf(x, eta[Checked(element)], cutpoints.AsSpan());

    protected override double CheckedLogCdf(int element, double x) => D.LogCdf(x, eta[Checked(element)], cutpoints.AsSpan());

    protected override double CheckedLogSurvival(int element, double x) => D.LogSurvival(x, eta[Checked(element)], cutpoints.AsSpan());

    public override double Quantile(int element, double probability) => D.Quantile(probability, eta[Checked(element)], cutpoints.AsSpan());

    public override double Mean(int element) => D.Mean(eta[Checked(element)], cutpoints.AsSpan());

    public override double Variance(int element) => D.Variance(eta[Checked(element)], cutpoints.AsSpan());

    public override double Draw(int element, RandomStream random) => D.Draw(random, eta[Checked(element)], cutpoints.AsSpan());

    public override bool InSupport(int element, double x) => D.InSupport(x, eta[Checked(element)], cutpoints.AsSpan());

    public override string SupportText(int element) => D.SupportText(eta[element], cutpoints.AsSpan());

    protected override void Check(int element) => D.CheckParameters(eta[element], cutpoints.AsSpan());

    protected override double Density(int element, double x) => D.LogDensity(x, eta[element], cutpoints);
}
