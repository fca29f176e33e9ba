using Gen.Compiler.Reading;
using Gen.Compiler.Tests.Reading;
using Gen.Compiler.Tests.Structure;
using Xunit;

namespace Gen.Compiler.Tests.Language;

/// <summary>Everyday C# inside a body: it means what it means in C#, or is one diagnostic at the expression.</summary>
public sealed class IdiomTests
{
    [Theory]
    [InlineData("nested ternaries", "Potential(n > 10 ? a : n > 5 ? 2 * a : kind < 0 ? 3 * a : 4 * a);")]
    [InlineData("switch with when", "Potential(n switch { > 3 when kind > 5 => a, > 3 => 2 * a, _ => 3 * a });")]
    [InlineData("switch in switch", "Potential(n switch { 1 or 2 => a, not 4 => 2 * a, _ => kind switch { < 0 => 3 * a, _ => 5 * a } });")]
    [InlineData("switch without discard", "Potential(n switch { 1 => a, > 1 => 2 * a, < 1 => 3 * a });")]
    [InlineData("named arguments", "Potential(Three(z: 3, x: a, q: 2));")]
    [InlineData("default arguments", "Potential(Two(a) + Two(a, 5));")]
    [InlineData("params", "Potential(Many(a, 2, 3) * Many(2 * a));")]
    [InlineData("local function", "static double Own(double x) => 3 * x;\nPotential(Own(a));")]
    [InlineData("constants", "const double c = 2.5;\nconst int d = 3;\nPotential(a * c / d);")]
    [InlineData("early returns", "Potential(Early(a, 1) + 2 * Early(a, 3) + 3 * Early(a, n));")]
    [InlineData("a parameter that is assigned", "Potential(Assigned(a) + a);")]
    [InlineData("compound assignments of elements", "var v = new Vector(5);\nfor (var i = 0; i < 5; i++)\n{\n    v[i] = a;\n    v[i] += y[i];\n    v[i] -= a * z[i];\n}\nPotential(v[0] * v[1] + v[4]);")]
    [InlineData("counting down", "var s = a;\nfor (var i = 4; i >= 0; i--)\n    s = s * 0.5 + y[i];\nPotential(s);")]
    [InlineData("up to and with", "var s = a;\nfor (var i = 0; i <= 4; i++)\n    s = s * 0.5 + y[i];\nPotential(s);")]
    [InlineData("up to the one before the last", "var s = a;\nfor (var i = 0; i + 1 < y.Length; i++)\n    s = s * 0.5 + y[i + 1];\nfor (var i = y.Length - 1; i - 1 >= 0; i--)\n    s = s * 0.5 + y[i];\nPotential(s);")]
    [InlineData("from the other side", "var s = a;\nfor (var i = 0; y.Length - 1 > i; i++)\n    s = s * 0.5 + y[i];\nfor (var i = 3; 0 <= i; i--)\n    s = s * 0.5 + y[i];\nfor (var i = 0; 4 != i + 1; i++)\n    s = s * 0.5 + y[i];\nPotential(s);")]
    [InlineData("numbers in a row", "Potential(Sum(Arange(n, 0, -1) * a) + Sum(a * Arange(1, 2.2, 0.5)) + Sum(Square(a * Arange(n, 2))) + Sum(a + Arange(1, n - 5, 0.5)));")]
    [InlineData("integers of two loops", "for (var i = 0; i < 5; i++)\n    for (var j = 0; j < 5; j++)\n        Potential(((i + j) % 2 == 0 ? a * y[j] : 2 * a) * ((i * j) % 3) + a * ((i - j) / 2) + ((group[i] + j) % 3 == 1 ? a * a : 0));")]
    [InlineData("ranges and the end", "Potential(a * (y[^1] + y[1..^1][0] + Sum(y[..2]) + Sum(y[^2..])));")]
    [InlineData("spreads", "Vector v = [1, .. y, a];\nint[] g = [1, .. group, n];\nPotential(v[0] * v[6] + v[1] * g[6]);")]
    [InlineData("unary minus and powers", "Potential(-Pow(a, 2) + -a * 2 - -3 + -Square(a) - (a - (1 - a)));")]
    [InlineData("conditions that are not reached", "for (var t = 0; t < 5; t++)\n    Potential((t > 0 && y[t - 1] > 0 ? a : 2 * a) + (t == 0 || y[t - 1] > 0 ? a * a : 2 * a));")]
    [InlineData("bools", "var t = n > 3;\nPotential(t & flag | !t ? a : 0);\nif (!t)\n    Potential(5);")]
    [InlineData("remainders of reals", "Potential(y[2] % 2 * a + -3.5 % 2 + y[1] % -0.5 + 5 * a % 2 + a % (0.1 + a * a));\nfor (var i = 0; i < 5; i++)\n    Potential(y[i] * a % 0.7 * (int)(3 * a * z[i]));")]
    [InlineData("numbers that are none", "Potential(Where(n > 3, a, double.NaN) + Max(a, double.NegativeInfinity) + 1 / double.PositiveInfinity);")]
    [InlineData("a discard", "_ = n;\nPotential(a);")]
    [InlineData("blocks", "{\n    var q = a;\n    Potential(q);\n}\n\n{\n    var q = 2 * a;\n    Potential(q);\n}")]
    public void It_means_what_it_means_in_CSharp(string what, string statements) => WrittenModel.Agrees(
        what, "a", "var a = Sample(Normal(0, 1));\n" + statements,
        "static double Three(double x, double q, double z) => x * q - z;",
        "static double Two(double x, double q = 2, int r = 3) => x * q - r;",
        "static double Many(params double[] x) => x.Length * x[0];",
        "static double Early(double x, int m)\n    {\n        if (m > 3) return x;\n        if (m > 2) { return 2 * x; }\n        return 3 * x;\n    }",
        "static double Assigned(double x)\n    {\n        x = 2 * x;\n        x += 1;\n        return x;\n    }");

    [Theory]
    [InlineData("var (p, q) = (b, 2 * b);\nPotential(p * q);", "var (p, q) = (b, 2 * b)")]
    [InlineData("var p = b;\nvar q = 2 * b;\n(p, q) = (q, p);\nPotential(p - q);", "(p, q) = (q, p)")]
    [InlineData("double p, q;\np = q = b;\nPotential(p + q);", "q = b")]
    [InlineData("var p = b;\nref var q = ref p;\nq = 3;\nPotential(p);", "q = ref p")]
    [InlineData("var s = 0.0;\nforeach (var v in y)\n    s += v * b;\nPotential(s);", "foreach (var v in y)     s += v * b;")]
    [InlineData("var i = 0;\nvar s = b;\nwhile (i < 3)\n    i++;\nPotential(s * i);", "while (i < 3)     i++;")]
    [InlineData("var s = 0.0;\nfor (var i = 0; i < 3; i++)\n{\n    if (y[i] > 2)\n        break;\n    s += b;\n}\nPotential(s);", "break;")]
    [InlineData("var q = b;\nswitch (y.Length)\n{\n    case 7:\n        q = 2 * b;\n        break;\n}\nPotential(q);", "switch (y.Length) {     case 7:         q = 2 * b;         break; }")]
    [InlineData("var s = b;\nfor (var i = 0; i < y.Length - i; i++)\n    s += y[i];\nPotential(s);", "i < y.Length - i")]
    [InlineData("var s = b;\nfor (var i = 0; 2 * i < y.Length; i++)\n    s += y[i];\nPotential(s);", "2 * i < y.Length")]
    [InlineData("Potential(Twice<double>(b));", "Twice<double>(b)")]
    [InlineData("Potential(b * System.Math.Round(y[0] + 1.5));", "System.Math.Round(y[0] + 1.5)")]
    [InlineData("Potential(Filled(b, y));", "System.Math.Round(y[0])")]
    [InlineData("Potential(System.Math.Clamp(b, 0, 1));", "System.Math.Clamp(b, 0, 1)")]
    [InlineData("System.Func<double, double> f = x => 2 * x;\nPotential(f(b));", "x => 2 * x")]
    public void Or_it_is_one_diagnostic(string statements, string at)
    {
        var result = ReadModels.Body("Vector y", "var b = Sample(Normal());\n" + statements, "static double Twice<T>(double x) => 2 * x;\n"
            + "static double Filled(double x, Vector y) { var s = new Vector(2); s[0] = x; return Sum(s) * System.Math.Round(y[0]); }");
        Assert.Null(result.Model);
        var diagnostic = Assert.Single(result.Diagnostics);
        Assert.Equal(at, diagnostic.Location.SourceTree!.GetText().ToString(diagnostic.Location.SourceSpan).ReplaceLineEndings(" "));
        Assert.NotEqual(Rules.StaleValue.Id, diagnostic.Id);
    }
}
