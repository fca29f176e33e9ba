using System;
using System.Collections.Generic;
using System.Linq;
using Gen.Compiler.Tests.Harness;
using Xunit;

namespace Gen.Compiler.Tests.Fuzzing;

/// <summary>The grammar itself, without the compiler: what it writes is C#, runs, and stays in every domain.</summary>
public sealed class ModelWriterTests
{
    private const int Models = 300;

    [Fact]
    public void A_seed_writes_one_model()
    {
        Assert.Equal(ModelWriter.Write(5).Source, ModelWriter.Write(5).Source);
        Assert.NotEqual(ModelWriter.Write(5).Source.Replace("Fuzz5", "", StringComparison.Ordinal), ModelWriter.Write(6).Source.Replace("Fuzz6", "", StringComparison.Ordinal));
    }

    [Fact]
    public void Bodies_compile_without_warnings_and_have_finite_log_densities()
    {
        var models = Enumerable.Range(0, Models).Concat(Enumerable.Range(ModelWriter.FirstStructuredSeed, Models)).Select(ModelWriter.Write).ToArray();
        using var compiled = CompiledModels.Compile([.. models.Select(model => model.BodySource)]);
        foreach (var model in models)
        {
            var body = new ExecutedBody(compiled.Type(model.Name + "Body"), [.. model.UsedParameters.Select(p => p.Value)], model.Sites);
            foreach (var position in Positions.Of(model, count: 5))
            {
                var trace = body.At(model.Constrain(position).Values);
                Assert.True(double.IsFinite(trace.LogDensity), $"{model.BodySource}\n{trace}");
            }
        }
    }

    [Fact]
    public void Every_construct_of_the_grammar_is_written()
    {
        var text = string.Concat(Enumerable.Range(0, Models).Concat(Enumerable.Range(ModelWriter.FirstWideSeed, Models)).Select(seed => ModelWriter.Write(seed).Source));
        string[] constructs =
        [
            "Normal(", "tau: ", "StudentT(", "lam: ", "Cauchy(", "HalfNormal(", "HalfCauchy(", "Exponential(", "scale: ", "Gamma(", "InverseGamma(", "LogNormal(",
            "Laplace(", "Logistic(", "Gumbel(", "SkewNormal(", "Weibull(", "Pareto(", "ChiSquared(", "HalfStudentT(", "Triangular(", "LogitNormal(", "VonMises(",
            "Truncated(", "Censored(", "Mixture(", "Mixture(Softmax(", "ZeroInflated(", "Hurdle(", "LogSumExp(", "Flat(lower: ", "Flat(upper: ", "HalfFlat(", "BetaBinomial(", "Beta(", "nu: ", "Uniform(", "Bernoulli(", "logitP: ", "Binomial(", "Poisson(", "logMu: ", "Poisson(Exp(", "Bernoulli(InverseLogit(", "NegativeBinomial(", "p: ",
            "Square(", "Sqrt(", "Exp(", "Expm1(", "Log(", "Log1p(", "Pow(", "Abs(", "Sign(", "Sin(", "Cos(", "Tan(", "Atan(", "Tanh(", "Max(", "Min(", "InverseLogit(",
            "Logit(", "Log1pExp(", "LogGamma(", "LogBesselI0(", "Erf(", "Erfc(", "NormalCdf(", "Where(", "Less(", "Sum(", "Mean(", "Dot(", "[group]", "[group[", "[1..]", "[.., ",
            "Deterministic(", "Potential(", ".LogDensity(", "Hill(", "Twice(", "Squash(", "if (", "else", " ? ", "+=", "[t - 1]", "] = Sample(", "Observe(y[t]", "flag",
            "Observe(lift", "Observe(panel", "group", "design.Columns, hidden", ", groups)", "weight.Length", "% 2", " == 0 ? ", "[t - 2]",
        ];
        Assert.All(constructs, construct => Assert.True(text.Contains(construct, StringComparison.Ordinal), construct));
    }

    [Fact]
    public void Every_construct_of_the_grammar_of_matrices_and_vectors_is_written()
    {
        var text = string.Concat(Enumerable.Range(ModelWriter.FirstStructuredSeed, Models).Select(seed => ModelWriter.Write(seed).Source));
        string[] constructs =
        [
            ", groups, design.Columns)", "Transpose(", "Dot(", "Outer(", "[^1]", "[1.., ..2]", "[..2, ..]", ", 1);", ", 0);", "LogSumExp(", "Softmax(", "Diagonal(", "DiagonalMatrix(",
            "[group, ", "[kind, ", ", column]", "[column]", "Identity(", "ExpQuad(", "Matern32(", "Matern52(", "Cholesky(", "SolveTriangular(", "transpose: true", "= Solve(", "Inverse(",
            "LogDeterminant(", "QuadraticForm(", "new Matrix(", "j <= i", "j < i;", "[i, j] = ", "[t, j] = ", "[t] = Tanh(0.5 * Dot(", "    var l = Cholesky(Outer(",
            "Ordered(Normal(", "Ordered(HalfNormal(", "Ordered(Truncated(", "Dirichlet(", "Dirichlet(Exp(", "Sample(ZeroSum(", "LkjCholesky(", "WishartCholesky(", "UnitVector(", "Sample(MvNormal(",
            "Sample(Uniform(a", "Truncated(Cauchy(", "Sample(GaussianRandomWalk(", "Sample(AR(", "Sample(Garch(", "Observe(series, GaussianRandomWalk(", "Observe(series, AR(", "Observe(series, Garch(",
            "hidden, x.Length)", "Observe(table, MvNormal(", "Observe(table[t], ", "cov: ", "tau: ", "chol: ", "Observe(choice, Categorical(", "Categorical(logitP: ", "Observe(choice[t], ",
            "Observe(tally, Multinomial(", "Observe(grade, OrderedLogistic(", "Observe(grade[t], ", "MvNormal(Tanh(", ").LogDensity(table[1])", "Dirichlet(0.7 + Ones(", "Categorical(f", ").LogDensity(1)",
        ];
        Assert.All(constructs, construct => Assert.True(text.Contains(construct, StringComparison.Ordinal), construct));
    }

    [Fact]
    public void A_model_without_a_statement_lacks_all_that_depends_on_it()
    {
        var model = ModelWriter.Write(3);
        var smaller = model.Statements.Where(s => s.Defines.Length > 0).Select(model.Without).ToArray();
        Assert.All(smaller, s => Assert.True(s.Statements.Count < model.Statements.Count));
        using var compiled = CompiledModels.Compile([.. smaller.Select((s, i) => s.BodySource.Replace("Fuzz3Body", $"Part{i}", StringComparison.Ordinal))]);
        Assert.Equal(smaller.Length, compiled.Assembly.GetTypes().Count(type => type.Name.StartsWith("Part", StringComparison.Ordinal)));
    }
}
