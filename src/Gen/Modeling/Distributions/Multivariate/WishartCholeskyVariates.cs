using System;
using Gen.Numerics;
using D = Gen.Distributions.WishartCholesky;

namespace Gen;

/// <summary>Cholesky factors of Wishart matrices, by the scale matrix or by its factor.</summary>
internal sealed class WishartCholeskyVariates(double nu, Matrix matrix, bool isFactor)
    : JointVariates("WishartCholesky", 1, matrix.Rows * matrix.Rows)
{
    private Matrix? factor = isFactor ? matrix : null;

    private Matrix Factor => factor ??= (Matrix)D.FromScale(nu, matrix)[1];

    public override void Mean(int variate, Span<double> result) => D.Mean(nu, Factor.AsSpan(), result);

    public override string Description(int variate) =>
        $"{Name}(nu: {Numbers.Text(nu)}, {(isFactor ? "chol" : "scale")}: {Numbers.Text(matrix.AsSpan())})";

    protected override void Check(int variate)
    {
        if (isFactor)
        {
            D.CheckParameters(nu, matrix.AsSpan());
        }
        else
        {
            D.CheckParametersFromScale(nu, matrix.AsSpan());
        }
    }

    protected override bool InSupport(int variate, ReadOnlySpan<double> x) => D.InSupport(x, nu, Factor.AsSpan());

    protected override string SupportText(int variate) => D.SupportText(nu, Factor.AsSpan());

    protected override double Density(int variate, ReadOnlySpan<double> x) =>
        D.LogDensity(Matrix.Wrap(matrix.Rows, matrix.Rows, x.ToArray()), nu, Factor);

    protected override void DrawInto(int variate, RandomStream random, Span<double> result) => D.Draw(random, nu, Factor.AsSpan(), result);
}
