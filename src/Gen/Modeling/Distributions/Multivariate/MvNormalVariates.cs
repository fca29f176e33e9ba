using System;
using Gen.Numerics;
using D = Gen.Distributions.MvNormal;

namespace Gen;

/// <summary>A set of parameters of the multivariate normal: a mean and a matrix.</summary>
/// <param name="Matrix">The matrix's name.</param>
/// <param name="Check">Refuses a mean and a matrix out of their ranges.</param>
/// <param name="Canonical">The parameters of <c>LogDensity</c>.</param>
/// <param name="LogDensity">The density at a value.</param>
internal sealed record MvNormalSet(
    string Matrix, Action<Vector, Matrix> Check, Func<Vector, Matrix, object[]> Canonical, Func<Vector, Vector, Matrix, double> LogDensity)
{
    public static readonly MvNormalSet Factor = new(
        "chol", (mu, chol) => D.CheckParameters(mu.AsSpan(), chol.AsSpan()), (mu, chol) => [mu, chol], D.LogDensity);

    public static readonly MvNormalSet Covariance = new(
        "cov", (mu, cov) => D.CheckParametersFromCovariance(mu.AsSpan(), cov.AsSpan()), D.FromCovariance,
        (x, mu, cov) => D.LogDensity(x, mu, Functions.Cholesky(cov)));

    public static readonly MvNormalSet Precision = new(
        "tau", (mu, tau) => D.CheckParametersFromPrecision(mu.AsSpan(), tau.AsSpan()), D.FromPrecision, D.LogDensityFromPrecision);
}

/// <summary>Vectors of jointly normal numbers: a mean for each, and one covariance, precision or Cholesky factor.</summary>
internal sealed class MvNormalVariates(MvNormalSet set, Rows mu, Matrix matrix) : JointVariates("MvNormal", mu.Count, mu.Length)
{
    private Matrix? factor;

    // Drawn from often, and made of the matrix alone.
    private ReadOnlySpan<double> Factor => (factor ??= (Matrix)set.Canonical(mu.Vector(0), matrix)[1]).AsSpan();

    public override void Mean(int variate, Span<double> result) => D.Mean(mu[variate], Factor, result);

    public override string Description(int variate) => $"{Name}(mu: {Numbers.Text(mu[variate])}, {set.Matrix}: {Numbers.Text(matrix.AsSpan())})";

    protected override void Check(int variate) => set.Check(mu.Vector(variate), matrix);

    protected override bool InSupport(int variate, ReadOnlySpan<double> x) => D.InSupport(x, mu[variate], Factor);

    protected override string SupportText(int variate) => D.SupportText(mu[variate], Factor);

    protected override double Density(int variate, ReadOnlySpan<double> x) => set.LogDensity(new Vector(x), mu.Vector(variate), matrix);

    protected override void DrawInto(int variate, RandomStream random, Span<double> result) => D.Draw(random, mu[variate], Factor, result);
}
