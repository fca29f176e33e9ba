using Xunit;

namespace Gen.Compiler.Tests.Structure;

/// <summary>Differential equations, whose solutions and sensitivities are compared with finely stepped ones.</summary>
public sealed class DifferentialEquationTests
{
    [Theory]
    [InlineData("decay", "k positive, y0 positive", """
        var k = Sample(HalfNormal(1));
        var y0 = Sample(HalfNormal(1));
        var c = OdeRk45((t, c) => [-k * c[0]], [y0], 0, Arange(1, 6), relTol: 1e-12, absTol: 1e-12);
        Observe(y, Normal(c[.., 0], 1));
        """)]
    [InlineData("predator and prey", "theta[4] positive, z0[2] positive", """
        var theta = Sample(HalfNormal(1), 4);
        var z0 = Sample(HalfNormal(1), 2);
        var path = OdeRk45((t, z) => [(theta[0] - theta[1] * z[1]) * z[0], (-theta[2] + theta[3] * z[0]) * z[1]], z0, 0, [0.05, 0.1, 0.2], relTol: 1e-12, absTol: 1e-12);
        Potential(Log(path));
        """)]
    [InlineData("time and data", "k positive", """
        var k = Sample(HalfNormal(1));
        var c = OdeBdf((t, c) => { var dose = t < 0 ? 0 : Exp(-k * t) * scale * x[0, 2]; return [dose - k * c[0] / (1 + c[0])]; }, [0.0], 0, [0.5, 1.5], relTol: 1e-12, absTol: 1e-14);
        Potential(c);
        """)]
    [InlineData("a method", "k positive", """
        var k = Sample(HalfNormal(1));
        var c = OdeRk45((t, c) => Oscillator(c, k), [1, 0], 0, Arange(1, 4), relTol: 1e-12, absTol: 1e-12);
        Potential(c[.., 0] * c[.., 1]);
        """)]
    [InlineData("one for each group", "k[3] positive", """
        var k = Sample(HalfNormal(1), 3);
        for (var g = 0; g < 3; g++)
        {
            var c = OdeRk45((t, c) => [-k[g] * c[0] + x[g, 1]], [z[g]], 0, [0.5, 1], relTol: 1e-12, absTol: 1e-12);
            Potential(c);
        }
        """)]
    [InlineData("loops, extremes and choices", "k positive", """
        var k = Sample(HalfNormal(1));
        var c = OdeRk45((t, c) => [Decayed(t, y, n) + Total(k, z) + Max(z) + (t > 9 ? 0 : 2) + n * n - k * c[0]], [1], 0, [0.5, 0.7, 1], relTol: 1e-12, absTol: 1e-12);
        Potential(Mean(y) * c);
        """)]
    [InlineData("of data alone", "b", """
        var b = Sample(Normal(0, 1));
        var c = OdeRk45((t, c) => [-scale * c[0]], [1], 0, [0.5, 1], relTol: 1e-12, absTol: 1e-12);
        Potential(b * c);
        """)]
    [InlineData("columns of one matrix", "k positive", """
        var k = Sample(HalfNormal(1));
        var c = OdeRk45((t, c) => [Sum(Where(Less(x[.., 1], t), x[.., 2] * Exp(-k * t), 0)) + Given(t, x) - k * c[0]], [1], 2.5, [2.7, 3.1], relTol: 1e-12, absTol: 1e-12);
        Potential(c);
        """)]
    [InlineData("a state for each pass", "k positive", """
        var k = Sample(HalfNormal(1));
        for (var i = 0; i < 3; i++)
        {
            var c = OdeRk45((t, c) => [-k * c[i] * i, k * c[group[i]] * c[2 - i], i > 0 ? c[i - 1] : c[^(1 + i)]], [1, 2, z[i]], 0, [0.5, 1], relTol: 1e-12, absTol: 1e-12);
            Potential(c);
        }
        """)]
    [InlineData("choices whose values meet", "k positive, at positive", """
        var k = Sample(HalfNormal(1));
        var at = Sample(HalfNormal(1));
        var c = OdeRk45((t, c) => [Where(Less(at, t), Pow(t - at, 7), 0) - k * Where(c[0] > 0, c[0], 0), Where(Less(c[0], at), 0, Pow(c[0] - at, 7))], [1, 0.5], 0, [0.5, 1], relTol: 1e-12, absTol: 1e-12);
        Potential(c);
        """)]
    [InlineData("elements that data keep there", "k[3] positive", """
        var k = Sample(HalfNormal(1), 3);
        var c = OdeRk45((t, c) => [(n > 9 ? y[n] * t : t) + (t > 0.1 && n > 9 ? y[n] : 1) + (n < 9 || t < 0 ? k[0] : k[n] * t) - (n > 9 ? k[n] : k[1]) * c[0]], [1], 0, [0.5, 1], relTol: 1e-12, absTol: 1e-12);
        Potential(c);
        """)]
    [InlineData("a loop under a condition", "k positive", """
        var k = Sample(HalfNormal(1));
        var c = OdeRk45((t, c) => [Later(t, y, z) - k * c[0]], [1], 0, [0.5, 1], relTol: 1e-12, absTol: 1e-12);
        Potential(c);
        """)]
    [InlineData("one of two equations", "k positive", """
        var k = Sample(HalfNormal(1));
        var c = n < 9 ? OdeRk45((t, c) => [Later(t, y, z) - k * c[0]], [1], 0, [0.5, 1], relTol: 1e-12, absTol: 1e-12) : OdeRk45((t, c) => [k * c[0]], [2], 0, [0.5, 1], relTol: 1e-12, absTol: 1e-12);
        Potential(c);
        """)]
    [InlineData("what has no slope in a branch not taken", "k positive", """
        var k = Sample(HalfNormal(1));
        var c = n > 9 ? OdeRk45((t, c) => [-k * c[0] / (n - 4)], [1], 0, [0.5, 1], relTol: 1e-12, absTol: 1e-12) : OdeRk45((t, c) => [k * c[0]], [2], 0, [0.5, 1], relTol: 1e-12, absTol: 1e-12);
        Potential(c);
        """)]
    [InlineData("elements in a branch not taken", "k positive", """
        var k = Sample(HalfNormal(1));
        if (n > 9)
            Potential(OdeRk45((t, c) => [-k * c[0] * y[n]], [1], 0, [0.5, 1], relTol: 1e-12, absTol: 1e-12));
        Potential(-k);
        """)]
    [InlineData("a beginning in a branch not taken", "k positive", """
        var k = Sample(HalfNormal(1));
        if (n > 9)
            Potential(OdeRk45((t, c) => [-k * c[0]], [y[n]], 0, [0.5, 1], relTol: 1e-12, absTol: 1e-12));
        Potential(-k);
        """)]
    [InlineData("times in a branch not taken", "k positive", """
        var k = Sample(HalfNormal(1));
        if (n > 9)
            Potential(OdeRk45((t, c) => [-k * c[0]], [1], y[n], [0.5, y[n + 1]], relTol: 1e-12, absTol: 1e-12));
        Potential(-k);
        """)]
    [InlineData("a range in a branch not taken", "k positive", """
        var k = Sample(HalfNormal(1));
        if (n > 9)
            Potential(OdeRk45((t, c) => [-k * Sum(y[2..n]) * c[0]], [1], 0, [0.5, 1], relTol: 1e-12, absTol: 1e-12));
        Potential(-k);
        """)]
    public void EmittedCodeIsWhatTheBodySays(string what, string latents, string statements) =>
        WrittenModel.Agrees(
            what, latents, statements, "static Vector Oscillator(Vector c, double k) => [c[1], -k * c[0]];",
            "static double Decayed(double t, Vector y, int n) { var s = 0.0; for (var i = 0; i < n; i++) s += y[i] * Exp(-t); return s; }",
            "static double Later(double t, Vector y, Vector z) { var s = 0.0; for (var i = 0; i < y.Length; i++) { if (y[i] > 1) s += t * z[i]; if (i < 4 && t > -1) s += y[i + 1]; } return s; }",
            "static double Total(double k, Vector z) { var s = 0.0; for (var i = 0; i < z.Length; i++) s += k * z[i]; return s; }",
            "static double Given(double t, Matrix x) { var s = 0.0; for (var i = 0; i < x.Rows; i++) s += Where(Less(x[i, 0], t), x[i, 1], 0); return s; }");
}
