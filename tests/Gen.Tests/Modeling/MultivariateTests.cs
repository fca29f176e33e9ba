using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using System.Runtime.CompilerServices;
using Gen.Numerics;
using Xunit;
using static Gen.Modeling;
using D = Gen.Distributions;

namespace Gen.Tests.Modeling;

/// <summary>Distributions of vectors, matrices and series in the language: how they are made, observed, sampled and traced.</summary>
public sealed class MultivariateTests
{
    private static readonly Vector Weights = [0.2, 0.3, 0.5];
    private static readonly Matrix Rows = new double[,] { { 0.2, 0.3, 0.5 }, { 0.5, 0.25, 0.25 } };
    private static readonly Matrix Covariance = new double[,] { { 2, 0.5 }, { 0.5, 1 } };

    [Fact]
    public void Latents_have_the_shape_that_is_asked_for()
    {
        Dim topic = ["x", "y"];
        Check(1, 3, () => { Vector v = Sample(Dirichlet([1, 2, 3])); Assert.Equal(3, v.Length); });
        Check(1, 4, () => { Vector v = Sample(Dirichlet(Ones(4))); Assert.Equal(4, v.Length); });
        Check(2, 6, () => { Matrix m = Sample(Dirichlet([1, 2, 3]), topic); Assert.Equal((2, 3), (m.Rows, m.Columns)); });
        Check(5, 15, () => { Matrix m = Sample(Dirichlet(Weights), 5); Assert.Equal((5, 3), (m.Rows, m.Columns)); });
        Check(2, 6, () => { Matrix m = Sample(Dirichlet(Rows)); Assert.Equal((2, 3), (m.Rows, m.Columns)); });
        Check(1, 2, () => { Vector v = Sample(MvNormal(0, cov: Covariance)); Assert.Equal(2, v.Length); });
        Check(1, 2, () => { Vector v = Sample(MvNormal(Zeros(2), chol: Cholesky(Covariance)), Centering.NonCentered); Assert.Equal(2, v.Length); });
        Check(3, 6, () => { Matrix m = Sample(MvNormal([0, 1], tau: Covariance), 3); Assert.Equal((3, 2), (m.Rows, m.Columns)); });
        Check(1, 9, () => { Matrix m = Sample(LkjCholesky(3, eta: 2)); Assert.Equal((3, 3), (m.Rows, m.Columns)); });
        Check(1, 4, () => { Matrix m = Sample(LkjCholesky(topic, 2)); Assert.Equal((2, 2), (m.Rows, m.Columns)); });
        Check(1, 4, () => { Matrix m = Sample(WishartCholesky(3, Covariance)); Assert.Equal(0, m[0, 1]); });
        Check(1, 3, () => { Vector v = Sample(UnitVector(3)); Assert.Equal(1, Sum(v * v), 1e-14); });
        Check(6, 6, () => { Matrix m = Sample(Normal(Rows, 1), 2, 3); Assert.Equal((2, 3), (m.Rows, m.Columns)); });
        Check(1, 7, () => { Vector v = Sample(GaussianRandomWalk(sigma: 0.1), 7); Assert.Equal(7, v.Length); });
        Check(2, 14, () => { Matrix m = Sample(GaussianRandomWalk(sigma: 0.1), topic, 7); Assert.Equal((2, 7), (m.Rows, m.Columns)); });
        Check(1, 2, () => { Vector v = Sample(AR([0.5, 0.2], sigma: 1), topic); Assert.Equal(2, v.Length); });
        Check(1, 6, () => { Vector v = Sample(Garch(1, 0.1, 0.8, initialVol: 1), 6); Assert.Equal(6, v.Length); });
        Check(1, 3, () => { Vector v = Sample(Ordered(Normal(0, 1), 3)); Assert.True(v[0] < v[1] && v[1] < v[2]); });
        Check(1, 3, () => { Vector v = Sample(Ordered(Normal([0, 1, 2], 1))); Assert.True(v[0] < v[1] && v[1] < v[2]); });
        Check(1, 3, () => { Vector v = Sample(ZeroSum(Normal(0, 1), 3)); Assert.Equal(0, Sum(v), 1e-14); });
        Check(1, 1, () => { double z = Sample(Categorical(Weights)); Assert.InRange(z, 0, 2); });
        Check(2, 2, () => { Vector z = Sample(Categorical(Rows)); Assert.Equal(2, z.Length); });

        static void Check(int terms, int numbers, Action body, [CallerLineNumber] int line = 0)
        {
            var trace = Run(body, TraceSiteKind.Sample, line);
            Assert.Equal((terms, numbers), (trace.Terms[0].Count, trace.Quantities["x"].Length));
            Assert.True(double.IsFinite(trace.LogDensity));
        }
    }

    [Fact]
    public void Centering_changes_nothing_where_the_body_is_executed()
    {
        Vector two = [1, 2];
        Matrix grid = new double[,] { { 1, 2 }, { 3, 4 } };
        Check(() => Sample(Normal(1, 2)), () => Sample(Normal(1, 2), Centering.NonCentered));
        Check(() => Sample(Normal(1, 2), 3), () => Sample(Normal(1, 2), 3, Centering.NonCentered));
        Check(() => Sample(Normal(1, 2), 3, 2), () => Sample(Normal(1, 2), 3, 2, Centering.NonCentered));
        Check(() => Sample(Normal(two, 2)), () => Sample(Normal(two, 2), Centering.NonCentered));
        Check(() => Sample(Normal(two, 2), 2), () => Sample(Normal(two, 2), 2, Centering.NonCentered));
        Check(() => Sample(Normal(grid, 2)), () => Sample(Normal(grid, 2), Centering.NonCentered));
        Check(() => Sample(MvNormal(two, Covariance)), () => Sample(MvNormal(two, Covariance), Centering.NonCentered));
        Check(() => Sample(MvNormal(two, Covariance), 4), () => Sample(MvNormal(two, Covariance), 4, Centering.NonCentered));
        Check(() => Sample(GaussianRandomWalk(), 4), () => Sample(GaussianRandomWalk(), 4, Centering.NonCentered));
        Check(() => Sample(GaussianRandomWalk(), 2, 4), () => Sample(GaussianRandomWalk(), 2, 4, Centering.NonCentered));

        static void Check(Action centered, Action nonCentered, [CallerLineNumber] int line = 0) => Assert.Equal(
            Run(centered, TraceSiteKind.Sample, line).Quantities["x"], Run(nonCentered, TraceSiteKind.Sample, line).Quantities["x"]);
    }

    [Fact]
    public void Every_kind_of_data_is_observed()
    {
        int[] counts = [1, 2, 3], classes = [0, 2];
        int[,] table = { { 1, 0, 2 }, { 0, 4, 1 } };
        Vector x = [0.5, -1];
        Matrix pairs = new double[,] { { 0, 1 }, { 1, 1 }, { 2, 0 } };
        var first = D.MvNormal.LogDensity(x, [0, 0], Functions.Cholesky(Covariance));
        Check(1, first, () => Observe(x, MvNormal(0, cov: Covariance)));
        Check(3, 3 * Math.Log(2), () => Observe(Matrix3(Weights), Dirichlet([1, 1, 1])));
        Check(2, D.Dirichlet.LogDensity(Rows[0], Rows[0]) + D.Dirichlet.LogDensity(Rows[1], Rows[1]), () => Observe(Rows, Dirichlet(Rows)));
        Check(3, Sum(MvNormalAt(pairs, [1, 0])), () => Observe(pairs, MvNormal([1, 0], cov: Covariance)));
        Check(1, D.Multinomial.LogDensity(counts, 6, Weights), () => Observe(counts, Multinomial(6, Weights)));
        Check(2, TableAt(Weights, Weights), () => Observe(table, Multinomial([3, 5], Weights)));
        Check(2, TableAt(Rows[0], Rows[1]), () => Observe(table, Multinomial([3, 5], Rows)));
        Check(1, Math.Log(0.3), () => Observe(1, Categorical(Weights)));
        Check(2, Math.Log(0.2 * 0.5), () => Observe(classes, Categorical(p: Weights)));
        Check(2, Math.Log(0.2 * 0.25), () => Observe(classes, Categorical(Rows)));
        Check(2, 2 * Math.Log(1 / 3.0), () => Observe(classes, Categorical(logitP: Zeros(3))));
        Check(2, 2 * Math.Log(1 / 3.0), () => Observe(classes, Categorical(logitP: Zeros(2, 3))));
        Check(2, OrderedAt(0, 0.3) + OrderedAt(2, 0.3), () => Observe(classes, OrderedLogistic(0.3, [-1, 1])));
        Check(2, OrderedAt(0, 0.3) + OrderedAt(2, -2), () => Observe(classes, OrderedLogistic([0.3, -2], [-1, 1])));
        Check(1, D.GaussianRandomWalk.LogDensity(x, 0, 0.5, 0, 100), () => Observe(x, GaussianRandomWalk(sigma: 0.5)));
        Check(3, Sum(WalkAt(pairs)), () => Observe(pairs, GaussianRandomWalk()));
        Check(1, D.Garch.LogDensity(x, 1, 0.1, 0.8, 2), () => Observe(x, Garch(omega: 1, alpha1: 0.1, beta1: 0.8, initialVol: 2)));

        static void Check(int count, double expected, Action body, [CallerLineNumber] int line = 0)
        {
            var term = Run(body, TraceSiteKind.Observe, line).Terms.Single();
            Assert.Equal(count, term.Count);
            Assert.Equal(expected, term.LogDensity, 1e-12);
        }

        static Matrix Matrix3(Vector row) => Functions.Map(3, row.Length, (_, j) => row[j]);
        static double TableAt(Vector p, Vector q) => D.Multinomial.LogDensity([1, 0, 2], 3, p) + D.Multinomial.LogDensity([0, 4, 1], 5, q);
        static double OrderedAt(double category, double eta) => D.OrderedLogistic.LogDensity(category, eta, [-1, 1]);
        static Vector MvNormalAt(Matrix rows, Vector mu) => Functions.Map(3, i => D.MvNormal.LogDensity(rows[i], mu, Functions.Cholesky(Covariance)));
        static Vector WalkAt(Matrix rows) => Functions.Map(3, i => D.GaussianRandomWalk.LogDensity(rows[i], 0, 1, 0, 100));
    }

    [Fact]
    public void Functions_are_expressions()
    {
        Vector classes = [0, 2];
        Assert.Equal(Math.Log(2), Dirichlet([1, 1, 1]).LogDensity(Weights), 1e-14);
        Assert.Equal(Math.Log(0.3), Categorical(Weights).LogDensity(1), 1e-14);
        Assert.Equal([Math.Log(0.2), Math.Log(0.25)], Categorical(Rows).LogDensity(classes).ToArray());
        Assert.Equal(0.5, Categorical(Weights).Cdf(1), 1e-15);
        Assert.Equal(1, OrderedLogistic(0, [-1, 1]).Quantile(0.5));
        Assert.Equal(D.AR.LogDensity([1, 2], [0.5], 1, 0, 0, 100), AR([0.5]).LogDensity([1, 2]));
        Assert.Equal(D.LkjCholesky.LogDensity(Identity(2), 2, 3), LkjCholesky(2, 3).LogDensity(Identity(2)));
        Assert.Equal([0.2, 0.3, 0.5], Dirichlet([2, 3, 5]).Mean.ToArray());
        Assert.Equal([1.0, 3], MvNormal([1, 3], Covariance).Mean.ToArray());
        Assert.Equal([2.0, 3, 5], Multinomial(10, Weights).Mean.ToArray());
        Assert.Equal([0.0, 0.5, 1], GaussianRandomWalk(mu: 0.5).Along(3).Mean.ToArray());
        Assert.Equal(3, GaussianRandomWalk().Draw(new RandomStream(1), 3).Length);
        Assert.Equal(-2 * Functions.HalfLogTwoPi - 2.5, Ordered(Normal(0, 1), 2).LogDensity([1, 2]), 1e-14);
        Assert.Equal(double.NegativeInfinity, Ordered(Normal(0, 1), 2).LogDensity([2, 1]));
        Assert.Equal(-2 * Functions.HalfLogTwoPi - 1, ZeroSum(Normal(0, 1), 2).LogDensity([1, -1]), 1e-14);
        Assert.Equal(double.NegativeInfinity, ZeroSum(Normal(0, 1), 2).LogDensity([1, 1]));
    }

    [Fact]
    public void Distributions_print_as_they_were_written()
    {
        Assert.Equal("Dirichlet(a: [1, 2])", Dirichlet([1, 2]).ToString());
        Assert.Equal("MvNormal(mu: [0, 0], cov: [2, 0.5, 0.5, 1])", MvNormal(0, Covariance).ToString());
        Assert.Equal("Categorical(logitP: [0, 1])", Categorical(logitP: [0, 1]).ToString());
        Assert.Equal("OrderedLogistic(eta: 0.5, cutpoints: [0, 1])", OrderedLogistic(0.5, [0, 1]).ToString());
        Assert.Equal("Multinomial(n: 5, p: [0.2, 0.3, 0.5])", Multinomial(5, Weights).ToString());
        Assert.Equal("WishartCholesky(nu: 3, scale: [2, 0.5, 0.5, 1])", WishartCholesky(3, Covariance).ToString());
        Assert.Equal("UnitVector(n: 3)", UnitVector(3).ToString());
        Assert.Equal("LkjCholesky(n: 3, eta: 2)", LkjCholesky(3, 2).ToString());
        Assert.Equal("Dirichlet(a: [0.2, 0.3, 0.5]), … 2 rows", Dirichlet(Rows).ToString());
        Assert.Equal("AR(rho: [0.5], sigma: 2, constant: 0, initialMu: 0, initialSigma: 100)", AR([0.5], 2).ToString());
        Assert.Equal("GaussianRandomWalk(mu: 0, sigma: 1, initialMu: 0, initialSigma: 100)", GaussianRandomWalk().ToString());
        Assert.Equal("Garch(omega: 1, alpha1: 0.1, beta1: 0.8, initialVol: 1)", Garch(1, 0.1, 0.8, 1).ToString());
        Assert.Equal("Ordered(Normal(mu: 0, sigma: 1), 3)", Ordered(Normal(0, 1), 3).ToString());
    }

    public static TheoryData<string, Action> Refusals => new()
    {
        { "a[1] of Dirichlet must be positive; it is -1.", () => Dirichlet([1, -1]).LogDensity([0.5, 0.5]) },
        { "a[2] of Dirichlet must be positive; it is 0 at row 1.", () => Dirichlet(new double[,] { { 1, 1, 1 }, { 1, 1, 0 } }).LogDensity(Rows) },
        { "Dirichlet: its variate has 2 elements, the value has 3.", () => Dirichlet([1, 1]).LogDensity(Weights) },
        { "Dirichlet: its variate is 2 by 3, the value is 2 by 2.", () => Dirichlet(Rows).LogDensity(Covariance) },
        { "MvNormal takes (mu, cov) or (mu, tau) or (mu, chol); it was given mu.", () => MvNormal(0) },
        { "MvNormal takes (mu, cov) or (mu, tau) or (mu, chol); it was given mu and cov and chol.", () => MvNormal(0, Covariance, chol: Covariance) },
        { "MvNormal: mu has 3 elements, cov is 2 by 2.", () => MvNormal(Weights, Covariance) },
        {
            "cov of MvNormal must be positive definite; its leading 2 by 2 block is not.",
            () => MvNormal(0, new double[,] { { 1, 2 }, { 2, 1 } }).Draw(new RandomStream(1))
        },
        {
            "tau of MvNormal must be symmetric; tau[0, 1] is 1, tau[1, 0] is 2.",
            () => MvNormal(0, tau: new double[,] { { 3, 1 }, { 2, 3 } }).Draw(new RandomStream(1))
        },
        {
            "chol of MvNormal must be lower triangular with a positive diagonal; chol[0, 1] is 0.5.",
            () => MvNormal(0, chol: Covariance).Draw(new RandomStream(1))
        },
        { "p of Categorical must sum to 1; it sums to 0.75.", () => Categorical([0.25, 0.5]).LogDensity(0) },
        { "p[1] of Categorical must be between 0 and 1; it is 1.5.", () => Categorical([-0.0, 1.5]).LogDensity(0) },
        { "p of Categorical must sum to 1; it sums to 2 at element 1.", () => Categorical(new double[,] { { 0, 1 }, { 1, 1 } }).Cdf(0) },
        { "logitP[0] of Categorical must be finite; it is NaN.", () => Categorical(logitP: [double.NaN, 0]).LogDensity(0) },
        { "Categorical takes (p) or (logitP); it was given p and logitP.", () => Categorical(Weights, Weights) },
        { "Categorical takes (p) or (logitP); it was given nothing.", () => Categorical(p: (Vector?)null) },
        { "cutpoints of OrderedLogistic must increase; cutpoints[0] is 1, cutpoints[1] is 0.5.", () => OrderedLogistic(0, [1, 0.5]).LogDensity(0) },
        { "n of Multinomial must be one of 0, 1, 2, …; it is 2.5.", () => Multinomial(2.5, Weights).LogDensity(Weights) },
        { "Multinomial: n has 3 elements, p has 2 rows.", () => Multinomial([1, 2, 3], Rows) },
        { "eta of LkjCholesky must be positive; it is 0.", () => LkjCholesky(2, 0).LogDensity(Identity(2)) },
        { "WishartCholesky takes (nu, scale) or (nu, chol); it was given nu.", () => WishartCholesky(3) },
        { "WishartCholesky: chol is 2 by 3; it must be square.", () => WishartCholesky(3, chol: Rows) },
        { "nu of WishartCholesky must be above 1, the matrices' rows less one; it is 1.", () => WishartCholesky(1, Covariance).LogDensity(Identity(2)) },
        { "n of UnitVector must be at least 1; it is 0.", () => UnitVector(0).LogDensity([]) },
        {
            "Normal: its parameters have 6 elements in 3 columns, the axes are 3 by 2.",
            () => Run(() => Sample(Normal(Rows, 1), 3, 2), TraceSiteKind.Sample)
        },
        { "sigma of GaussianRandomWalk must be positive; it is 0.", () => GaussianRandomWalk(sigma: 0).LogDensity(Weights) },
        { "rho[0] of AR must be finite; it is NaN.", () => AR([double.NaN]).LogDensity(Weights) },
        { "AR: a series has at least 4 elements, the axis has 3.", () => AR([1, 2, 3, 4]).LogDensity(Weights) },
        { "alpha1 of Garch must be 0 or positive; it is -1.", () => Garch(1, -1, 0, 1).LogDensity(Weights) },
        { "sigma of Normal must be positive; it is -1.", () => Ordered(Normal(0, -1), 2).LogDensity([1, 2]) },
    };

    [Theory, MemberData(nameof(Refusals), DisableDiscoveryEnumeration = true)]
    public void Refusals_name_parameter_range_and_value(string message, Action action) =>
        Assert.Equal(message, Assert.Throws<ArgumentException>(action).Message);

    [Fact]
    public void What_cannot_be_drawn_is_refused_by_name()
    {
        var random = new RandomStream(1);
        Assert.Equal(
            "ZeroSum(Gamma(alpha: 2, beta: 1), 3) cannot be drawn from: of vectors whose sum is 0 only those of normal elements can",
            Assert.Throws<InvalidOperationException>(() => ZeroSum(Gamma(2, 1), 3).Draw(random)).Message);
        Assert.Equal(
            "Ordered(Normal(mu: 20, sigma: 1), …) cannot be drawn from: of 100000 draws of its elements none increases",
            Assert.Throws<InvalidOperationException>(() => Ordered(Normal([20, -20], 1)).Draw(random)).Message);
        Assert.Equal(
            "Ordered has no mean in closed form: average draws.",
            Assert.Throws<NotSupportedException>(() => Ordered(Normal(0, 1), 2).Mean).Message);
    }

    [Fact]
    public void A_trace_says_why_a_vector_cannot_occur()
    {
        Vector x = [0.5, 0.6];
        var outside = Run(() => Observe(x, Dirichlet([1, 1])), TraceSiteKind.Observe);
        var missing = Run(() => Observe([0.5, double.NaN], Dirichlet([1, 1])), TraceSiteKind.Observe);
        var refused = Run(() => Observe(x, Dirichlet([1, 0])), TraceSiteKind.Observe);
        var category = Run(() => Observe(3, Categorical(Weights)), TraceSiteKind.Observe);
        Matrix rows = new double[,] { { 0.5, 0.5 }, { 1, 1 } };
        var second = Run(() => Observe(rows, Dirichlet([1, 1])), TraceSiteKind.Observe);

        Assert.Equal("[0.5, 0.6] is outside the support of Dirichlet: positive numbers that sum to 1", Reason(outside));
        Assert.Equal("the value holds NaN", Reason(missing));
        Assert.Equal("a[1] of Dirichlet must be positive; it is 0.", Reason(refused));
        Assert.Equal("3 is outside the support of Categorical: 0, 1, …, 2", Reason(category));
        Assert.Equal(1, second.Terms[0].FirstNonFinite!.Index);
        Assert.Equal(double.NegativeInfinity, second.LogDensity);
        Assert.True(double.IsNegativeInfinity(refused.LogDensity));

        static string Reason(ModelTrace trace) => trace.Terms[0].FirstNonFinite!.Reason;
    }

    [Fact]
    public void Latents_that_are_given_fill_vectors_in_turn()
    {
        var line = Source.Line() + 3;
        Matrix theta = new(2, 2);
        var trace = Source.Trace(line, () =>
            theta = Sample(Dirichlet([1, 1]), 2), [("theta", TraceSiteKind.Sample)], new() { ["theta"] = [0.25, 0.75, 0.5, 0.5] });

        Assert.Equal([0.25, 0.75, 0.5, 0.5], theta.AsSpan().ToArray());
        Assert.Equal(0, trace.LogDensity, 1e-15);
        var error = Assert.Throws<ArgumentException>(() => Source.Trace(
            1, () => Sample(Dirichlet([1, 1]), 2, line: 1), [("theta", TraceSiteKind.Sample)], new() { ["theta"] = [0.25, 0.75, 0.5] }));
        Assert.Equal("Model: latent 'theta' was given 3 values; the body samples more (line 1: theta).", error.Message);
    }

    /// <summary>Every definition over vectors has its runtime half in the same parameters and a method of the language with the names of all sets.</summary>
    [Fact]
    public void Definitions_runtime_halves_and_the_language_agree()
    {
        var definitions = typeof(Vector).Assembly.GetTypes().Where(type => type.GetCustomAttribute<DistributionAttribute>() is not null
            && type.GetMethod("LogDensity")!.GetParameters().Any(parameter => parameter.ParameterType != typeof(double))).ToArray();

        Assert.Equal(
            ["AR", "Categorical", "Dirichlet", "Garch", "GaussianRandomWalk", "LkjCholesky", "Multinomial", "MvNormal", "OrderedLogistic", "UnitVector", "WishartCholesky"],
            definitions.Select(type => type.Name).Order());
        foreach (var type in definitions)
        {
            var density = type.GetMethod("LogDensity")!.GetParameters();
            var parameters = density.Skip(1).Select(parameter => parameter.Name).ToArray();
            var forms = type.GetMethods().Where(method => method.GetCustomAttribute<ParameterizationAttribute>() is not null).ToArray();
            var isNumber = density[0].ParameterType == typeof(double);

            Assert.Equal(["random", .. parameters, .. isNumber ? Array.Empty<string>() : ["result"]], Names(type.GetMethod("Draw")!));
            Assert.Equal([.. parameters, .. isNumber ? Array.Empty<string>() : ["result"]], Names(type.GetMethod("Mean")!));
            Assert.Equal(["x", .. parameters], Names(type.GetMethod("InSupport")!));
            Assert.Equal(parameters, Names(type.GetMethod("CheckParameters")!));
            Assert.All(forms, form => Assert.Equal(Names(form), Names(type.GetMethod("CheckParameters" + form.Name)!)));

            var all = forms.SelectMany(Names).Concat(parameters).Distinct().Order().ToArray();
            var methods = typeof(Gen.Modeling).GetMethods().Where(method => method.Name == type.Name).ToArray();
            Assert.NotEmpty(methods);
            Assert.All(methods, method => Assert.Equal(all, Names(method).Order()));
            foreach (var parameter in density.Where(parameter => parameter.GetCustomAttribute<DefaultAttribute>() is not null))
            {
                var value = parameter.GetCustomAttribute<DefaultAttribute>()!.Value;
                Assert.All(methods, method => Assert.Equal(value, method.GetParameters().Single(own => own.Name == parameter.Name).DefaultValue));
            }
        }

        static IEnumerable<string?> Names(MethodInfo method) => method.GetParameters().Select(parameter => parameter.Name);
    }

    private static ModelTrace Run(Action body, TraceSiteKind kind, [CallerLineNumber] int line = 0) => Source.Trace(line, body, [("x", kind)], seed: 5);
}
