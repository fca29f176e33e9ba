using System;
using System.Globalization;
using System.Linq;
using System.Reflection;
using Gen.Compiler.Tests.Harness;
using Xunit;

namespace Gen.Compiler.Tests.Lengths;

/// <summary>Whole models of the smallest sizes: one, none, nothing latent, nothing observed, nothing at all. Wanted values are closed forms.</summary>
public sealed class SmallestTests
{
    private const string LogTwoPi = "Math.Log(2 * Math.PI)";

    /// <summary>Parameters, statements, what is computed of a model of them, and what it comes to.</summary>
    private static readonly (string Parameters, string Statements, string Computed, string Wanted)[] Values =
    [
        // One.
        ("Vector y, Dim k", "var l = Sample(LkjCholesky(k, 2)); Observe(y, Normal(0, l[0, 0]));", "new M([1], 1).CreateLogDensity().Evaluate([], [])", $"-0.5 - 0.5 * {LogTwoPi}"),
        ("Vector y, Dim k", "var l = Sample(LkjCholesky(k, 2)); Observe(y, Normal(0, l[0, 0]));", "new M([1], 1).Sample(seed: 1, draws: 20, tune: 20, chains: 1).L.Mean[0, 0]", "1"),
        ("Vector y, Dim k", "var p = Sample(Dirichlet(Ones(k))); Observe(y, Normal(p[0], 1));", "new M([1], 1).CreateLogDensity().Evaluate([], [])", $"-0.5 * {LogTwoPi}"),
        ("Vector y, Dim k", "var z = Sample(ZeroSum(Normal(0, 1), k)); Observe(y, Normal(z[0], 1));", "new M([2], 1).CreateLogDensity().Evaluate([], [])", $"-2 - {LogTwoPi}"),
        ("Vector y, Dim k", "var o = Sample(Ordered(Normal(0, 1), k)); Observe(y, Normal(o[0], 1));", "new M([2], 1).CreateLogDensity().Evaluate([1.0], new double[1])", $"-1 - {LogTwoPi}"),
        ("Vector y", "var v = Sample(MvNormal(Zeros(1), cov: 4 * Identity(1))); Observe(y, Normal(v[0], 1));", "new M([2]).CreateLogDensity().Evaluate([1.0], new double[1])", $"-0.125 - Math.Log(2) - 0.5 - {LogTwoPi}"),
        ("Vector y", "var m = Sample(Normal(0, 1)); Observe(y, Mixture(Ones(1), Normal(m, 1)));", "new M([2]).CreateLogDensity().Evaluate([1.0], new double[1])", $"-1 - {LogTwoPi}"),
        ("Matrix c", "var s = Sample(Normal(0, 1)); Potential(s * Cholesky(c)[0, 0]);", "new M(new double[,] { { 9 } }).CreateLogDensity().Evaluate([1.0], new double[1])", $"3 - 0.5 - 0.5 * {LogTwoPi}"),
        ("int n", "var walk = Sample(GaussianRandomWalk(sigma: 1, initialSigma: 2), n);", "new M(1).CreateLogDensity().Evaluate([1.0], new double[1])", $"-0.125 - Math.Log(2) - 0.5 * {LogTwoPi}"),
        ("Vector y", "var w = Sample(Normal(0, 1)); Observe(y, Garch(0.5, 0.2, 0.3, 1));", "new M([1]).CreateLogDensity().Evaluate([0.0], new double[1])", $"-0.5 - {LogTwoPi}"),
        ("Vector y", "var m = Sample(Normal(0, 1)); Observe(y, Normal(m, 1));", "new M([1]).Sample(seed: 1, draws: 1, chains: 1).M.Values.Length", "1"),

        // None.
        ("Vector y, Vector z", "var m = Sample(Normal(0, 1)); Observe(y, Normal(m, 1)); Observe(z, Normal(m, 1));", "new M([], [3]).CreateLogDensity().Evaluate([1.0], new double[1])", $"-2.5 - {LogTwoPi}"),
        ("Matrix x, Vector y", "var a = Sample(Normal(0, 1)); var b = Sample(Normal(0, 1), x.Columns); Observe(y, Normal(a + Dot(x, b), 1));", "new M(new Matrix(1, 0), [2]).CreateLogDensity().Evaluate([1.0], new double[1])", $"-1 - {LogTwoPi}"),
        ("int[] g, Vector y, Dim k", "var a = Sample(Normal(0, 1), k); Observe(y, Normal(a[g], 1));", "new M([], [], 0).CreateLogDensity().Evaluate([], [])", "0"),
        ("Vector y, int lag", "var s = Sample(HalfNormal(1)); var lp = 0.0; for (var t = lag; t < y.Length; t++) lp += -Log(s) - 0.5 * Square((y[t] - y[t - lag]) / s); Potential(lp);", "new M([1, 2, 1.5], 12).CreateLogDensity().Evaluate([0.5], new double[1])", $"Math.Log(2) - 0.5 * {LogTwoPi} - 0.5 * Math.Exp(1) + 0.5"),

        // Nothing latent, nothing observed.
        ("Vector x", "var r = Generate(Normal(x, 1));", "new M([1, 2]).Draw(seed: 1).R.Length", "2"),
        ("Vector x", "var r = Generate(Normal(x, 1));", "new M([1, 2]).CreateLogDensity().Evaluate([], [])", "0"),
        ("Vector x", "var r = Deterministic(2 * x);", "new M([1, 2]).Draw(seed: 1).R[1]", "4"),
        ("Vector x", "var r = Deterministic(2 * x);", "new M([1, 2]).Sample(seed: 1, draws: 20, tune: 20, chains: 1).R.Mean[1]", "4"),
        ("Vector x", "Observe(x, Normal(0, 1));", "new M([1, 2]).CreateLogDensity().Evaluate([], [])", $"-2.5 - {LogTwoPi}"),
        ("Vector x", "Observe(x, Normal(0, 1));", "new M([1, 2]).Draw(seed: 1).X.Length", "2"),
        ("", "", "new M().CreateLogDensity().Evaluate([], [])", "0"),
    ];

    /// <summary>The same for what is refused, with the message.</summary>
    private static readonly (string Parameters, string Statements, string Computed, string Message)[] Refusals =
    [
        ("Vector y", "var rho = Sample(Normal(0, 0.5), 2); Observe(y, AR(rho, 1));", "new M([1])", "M: 'Observe(y, AR(rho, 1))' needs at least 2 elements, and there are 1 in 'y ~ AR(rho, 1)'"),
        ("Vector y", "var a = Sample(Normal(0, 1)); Observe(y, AR([0.3, a], 1));", "new M([])", "M: 'Observe(y, AR([0.3, a], 1))' needs at least 2 elements, and there are 0 in 'y ~ AR([0.3, a], 1)'"),
        ("Vector rho, int n", "var w = Sample(AR(rho, 1), n);", "new M([0.3, 0.2, 0.1], 2)", "M: 'Sample(AR(rho, 1), n)' needs at least 3 elements, and there are 2 in 'w ~ AR(rho, 1)'"),
        ("Vector rho, int n", "var w = Sample(AR(rho, 1), n);", "new M([], 0)", "M: 'Sample(AR(rho, 1), n)' needs at least 1 element, and there are 0 in 'w ~ AR(rho, 1)'"),
        ("int n", "var walk = Sample(GaussianRandomWalk(sigma: 1), n);", "new M(0)", "M: 'Sample(GaussianRandomWalk(sigma: 1), n)' needs at least 1 element, and there are 0 in 'walk ~ GaussianRandomWalk(sigma: 1)'"),
        ("int n", "var z = Sample(Normal(0, 1), n);", "new M(-2)", "M: 'n' is -2 in 'z ~ Normal(0, 1)', and a length is at least 0"),
        ("int[] k, int most", "var v = new Vector(most - Max(k) + 1); Potential(Sum(v));", "new M([3, 12], 5)", "M: 'most - Max(k) + 1' is -6 in 'var v = new Vector(most - Max(k) + 1)', and a length is at least 0"),
        ("Vector y", "var b = Sample(Normal(0, 1));\nObserve(y, Normal(b + Sd(b * y), 1));", "new M([2])", "M: 'Sd(b * y)' needs at least 2 elements, and there are 1 in 'y ~ Normal(b + Sd(b * y), 1)'"),
        ("Vector y, Vector w", "var b = Sample(Normal(0, 1));\nPotential(OdeRk45((t, z) => [Max(w) - b * z[0]], [0], 0, y));", "new M([2], [])", "M: 'Max(w)' needs at least 1 element, and there are 0 in 'Potential(OdeRk45((t, z) => [Max(w) - b * z[0]], [0], 0, y))'"),
        ("Vector y, Vector w, int[] k", "var b = Sample(Normal(0, 1));\nPotential(OdeRk45((t, z) => [Sum(w[k] * Exp(-t)) - b * z[0]], [0], 0, y));", "new M([2], [1, 2], [0, 7])", "M: 'k[1]' is 7, but 'w' has 2 elements, so indices run from 0 to 1 (Parameter 'k')"),
        ("Vector y, Matrix w, int n", "var b = Sample(Normal(0, 1));\nPotential(OdeRk45((t, z) => [Decayed(t, w, n) - b * z[0]], [0], 0, y));\nstatic double Decayed(double t, Matrix w, int n) { var s = 0.0; for (var i = 0; i < n; i++) s += w[0, i] * Exp(-t); return s; }", "new M([2], new double[,] { { 1, 2 }, { 3, 4 } }, 3)", "M: a loop reads 'w' at column 0 to 2, but it has 2 columns (0 to 1)"),
        ("Vector y", "var m = Sample(Normal(Mean(y), 1));", "new M([])", "M: 'Mean(y)' needs at least 1 element, and there are 0 in 'm ~ Normal(Mean(y), 1)'"),
        ("Vector y, int[] first, int groups", "var m = Sample(Normal(0, 1)); for (var g = 0; g < groups; g++) for (var i = first[g]; i < first[g + 1]; i++) Observe(y[i], Normal(m, 1));", "new M([1, 2, 3], [0, 2], 2)", "M: a loop reads 'first' at 1 to 2, but it has 2 elements (0 to 1)"),
        ("Vector y, int n", "var m = Sample(Normal(0, 1)); for (var i = 0; i < n; i++) Observe(y[i], Normal(m, 1));", "new M([1, 2, 3], 2)", "M: only the first 2 elements of 'y' are read, and there are 3; give as many as are read, or take a range of them where fewer are meant"),
        ("Vector t, Vector y, Vector d, int n", "var k = Sample(HalfNormal(1)); var a = OdeRk45((u, x) => { var s = 0.0; for (var i = 0; i < n; i++) s += d[i] * x[0]; return [-k * s]; }, [1.0], 0, t); Observe(y, Normal(a[.., 0], 0.5));", "new M([1, 2], [1, 1], [1, 2, 3], 2)", "M: only the first 2 elements of 'd' are read, and there are 3; give as many as are read, or take a range of them where fewer are meant"),
        ("Vector y, Dim n", "var m = Sample(Normal(0, 1)); for (var i = 0; i < n; i++) Observe(y[i], Normal(m, 1));", "new M([1, 2, 3], 2)", "M: 'n' has 2 labels, 'y' has 3 elements (a loop reads 'y' along all of it)"),
        ("Vector y, int a, int b", "var s = Sample(Normal(0, 1)); Potential(s * Sum(y[a..b]));", "new M([1, 2, 3], 2, 1)", "M: the range 'a..b' goes from 2 to 1 in 'Potential(s * Sum(y[a..b]))', and what it is taken of has 3 elements"),
        ("Vector y, Dim k", "var a = Sample(Normal(0, 1), k); Observe(y, Normal(a[2], 1));", "new M([1], 2)", "M: 'a' is read at 2 in 'y ~ Normal(a[2], 1)', but it has 2 elements (0 to 1)"),
        ("Matrix x, int k", "var s = Sample(Normal(0, 1)); for (var i = 0; i < x.Rows; i++) Potential(s * x[i, k]);", "new M(new double[,] { { 1, 2 }, { 3, 4 } }, 2)", "M: 'x' is read at column 2 in 'Potential(s * x[i, k])', but it has 2 columns (0 to 1)"),
        ("Vector y, int[] flag", "var s = Sample(Normal(0, 1)); for (var t = 0; t < y.Length; t++) Potential(s * (flag[t] == 1 ? y[t - 1] : 0));", "new M([1, 2], [1, 0])", "M: 'y' is read at -1 in 'Potential(s * (flag[t] == 1 ? y[t - 1] : 0))', but it has 2 elements (0 to 1)"),
    ];

    private const string Objective = """
        using Gen; using static Gen.Modeling;
        public partial class Picked
        {
            [Model] static partial void Define(Vector y, Dim k) { var a = Sample(Normal(0, 1), k); Observe(y, Normal(Sum(a), 1)); }
            [Objective] static double Gain(Vector a, [Decision] Vector d, int pick) => Sum(a[..2] * d[..2]) + a[pick] - Sum(d * d);
            public static double Run(int pick, int length) => new Picked([1], 3).Sample(seed: 1, draws: 20, tune: 20, chains: 1).Gain(pick: pick).Utilities(d: new Vector(length)).Count;
        }
        """;

    [Fact]
    public void Models_of_the_smallest_sizes_have_the_values_of_closed_forms()
    {
        using var compiled = CompiledModels.Compile([.. Values.Select((one, i) => Source(one.Parameters, one.Statements, i, $"public static (double, double) Run() => ({one.Computed}, {one.Wanted});"))]);
        foreach (var (value, i) in Values.Select((value, i) => (value, i)))
        {
            var (actual, wanted) = ((double, double))Run(compiled, i)!;
            Assert.True(Math.Abs(actual - wanted) < 1e-12, string.Create(CultureInfo.InvariantCulture, $"{actual:R} instead of {wanted:R}: {value.Statements} {value.Computed}"));
        }
    }

    [Fact]
    public void Data_that_do_not_fit_are_refused_by_name_when_the_model_is_constructed()
    {
        using var compiled = CompiledModels.Compile([.. Refusals.Select((one, i) => Source(one.Parameters, one.Statements, i, $"public static object Run() => {one.Computed};"))]);
        foreach (var (refusal, i) in Refusals.Select((refusal, i) => (refusal, i)))
        {
            var error = Assert.Throws<ArgumentException>(() => Run(compiled, i));
            Assert.Equal(refusal.Message, error.Message.Replace($"M{i}:", "M:", StringComparison.Ordinal));
        }
    }

    [Theory]
    [InlineData(1, 2, null)]
    [InlineData(5, 2, "Picked.Gain: 'a' is read at row 5 in 'Picked.Gain', but it has 3 rows (0 to 2)")]
    [InlineData(-1, 2, "Picked.Gain: 'a' is read at row -1 in 'Picked.Gain', but it has 3 rows (0 to 2)")]
    [InlineData(1, 1, "Picked.Gain: the range '..2' goes from 0 to 2 in 'Sum(a[..2] * d[..2]) + a[pick] - Sum(d * d)', and what it is taken of has 1 elements")]
    public void Objectives_read_nothing_that_is_not_there(int pick, int length, string? message)
    {
        using var compiled = CompiledModels.Compile(Objective);
        object? Utilities() => compiled.Type("Picked").GetMethod("Run")!.Invoke(null, BindingFlags.DoNotWrapExceptions, null, [pick, length], null);
        if (message is null)
        {
            Assert.Equal(20.0, Utilities());
        }
        else
        {
            Assert.Equal(message, Assert.Throws<ArgumentException>(Utilities).Message);
        }
    }

    private static object? Run(CompiledModels compiled, int index) => compiled.Type($"M{index}").GetMethod("Run")!.Invoke(null, BindingFlags.DoNotWrapExceptions, null, [], null);

    private static string Source(string parameters, string statements, int index, string run) => $$"""
        using System; using Gen; using static Gen.Modeling;
        public partial class M{{index}}
        {
            [Model] static partial void Define({{parameters}}) { {{statements}} }
            {{run.Replace("new M(", $"new M{index}(", StringComparison.Ordinal)}}
        }
        """;
}
