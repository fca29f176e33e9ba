using Gen.Compiler.Reading;
using Gen.Compiler.Tests.Reading;
using Gen.Compiler.Tests.Structure;
using Xunit;

namespace Gen.Compiler.Tests.Language;

/// <summary>What the passes of a loop hand on: it means what it means in C#, or is one diagnostic at the place.</summary>
public sealed class LoopStateTests
{
    [Theory]
    [InlineData("a count", "var c = 0;\nfor (var i = 0; i < 5; i++)\n    if (y[i] > 1)\n        c++;\nPotential(a * c);")]
    [InlineData("a count down", "var c = 9;\nfor (var i = 0; i < 5; i++)\n    if (y[i] > 1)\n        c--;\nPotential(a * c);")]
    [InlineData("a product", "var p = 1.0;\nfor (var i = 0; i < 5; i++)\n    if (y[i] > 1)\n        p *= 2;\nPotential(a * p);")]
    [InlineData("the last", "var w = 0;\nfor (var i = 0; i < 5; i++)\n    if (y[i] > 1)\n        w = i;\n    else if (y[i] < 0)\n        w -= 1;\nPotential(a * w);")]
    [InlineData("any", "var any = false;\nfor (var i = 0; i < 5; i++)\n    if (y[i] > 5)\n        any = true;\nPotential(any ? a : 2 * a);")]
    [InlineData("the greatest", "var m = y[0];\nfor (var i = 0; i < 5; i++)\n    if (y[i] > m)\n        m = y[i];\nPotential(a * m);")]
    [InlineData("latents", "var p = a;\nfor (var i = 0; i < 5; i++)\n    if (y[i] > 1)\n        p = p * a * y[i];\nPotential(p);")]
    [InlineData("loops without braces", "var c = 0;\nfor (var i = 0; i < 3; i++)\n    for (var j = 0; j < 5; j++)\n        if (y[j] > i)\n            c++;\n        else\n            c = c + 3;\nPotential(a * c);")]
    [InlineData("a method", "Potential(Counted(y, a));")]
    public void A_condition_without_braces_counts(string what, string statements) => Agrees(what, statements);

    [Theory]
    [InlineData("a rating", "var r = new Vector(3);\nvar s = 0.0;\nfor (var i = 0; i < 5; i++)\n{\n    s += y[i] * r[group[i]];\n    r[group[i]] += a * (i + 1);\n}\nPotential(s);")]
    [InlineData("a rating that is observed", "var r = new Vector(3);\nfor (var i = 0; i < 5; i++)\n{\n    Observe(y[i], Normal(r[group[i]], 1));\n    r[group[i]] += a * (y[i] - 0.5);\n}")]
    [InlineData("two sides", "var r = new Vector(3);\nfor (var i = 0; i < 5; i++)\n{\n    var e = y[i] - (r[group[i]] - r[group[4 - i]]);\n    Potential(-e * e);\n    r[group[i]] += a * e;\n    r[group[4 - i]] -= a * e;\n}")]
    [InlineData("elements scaled in place", "var v = new Vector(5);\nfor (var i = 0; i < 5; i++)\n    v[i] = a * y[i];\nfor (var i = 0; i < 5; i++)\n    v[i] *= 2 + z[i];\nfor (var i = 1; i < 5; i++)\n    v[i] /= 2 + v[i - 1] * v[i - 1];\nPotential(Sum(v * y));")]
    [InlineData("means of groups in place", "var s = new Vector(3);\nvar c = new Vector(3);\nfor (var i = 0; i < 5; i++)\n{\n    s[group[i]] += y[i] * a;\n    c[group[i]]++;\n}\nfor (var k = 0; k < 3; k++)\n    if (c[k] > 0)\n        s[k] = s[k] / c[k];\nPotential(Sum(s * s));")]
    [InlineData("added up backwards, then differences", "var v = new Vector(5);\nfor (var i = 0; i < 5; i++)\n    v[i] = a * y[i];\nfor (var i = 3; i >= 0; i--)\n    v[i] += 0.5 * v[i + 1];\nfor (var i = 1; i < 5; i++)\n    v[i] -= v[i - 1];\nPotential(Sum(v * y));")]
    [InlineData("added to once it has been read", "var v = new Vector(3);\nfor (var i = 0; i < 5; i++)\n    v[group[i]] += a * y[i];\nPotential(Sum(v * v));\nfor (var i = 0; i < 5; i++)\n    v[group[i]] += z[i];\nPotential(Sum(v * v));")]
    [InlineData("errors that an inner loop looks back on", "var e = new Vector(5);\nfor (var t = 0; t < 5; t++)\n{\n    var mu = 0.0;\n    for (var j = 0; j < 2; j++)\n        if (t - j - 1 >= 0)\n            mu += a * y[t - j - 1] + 0.5 * a * e[t - j - 1] * (j + 1);\n    e[t] = y[t] - mu;\n    Observe(y[t], Normal(mu, 1));\n}")]
    [InlineData("rows added up in place", "var m = new Matrix(5, 3);\nfor (var i = 0; i < 5; i++)\n    for (var k = 0; k < 3; k++)\n        m[i, k] = a * y[i] + k;\nfor (var i = 1; i < 5; i++)\n    for (var k = 0; k < 3; k++)\n        m[i, k] += m[i - 1, k];\nPotential(-Sum(m * m));")]
    [InlineData("columns added up in place from the last", "var m = new Matrix(3, 5);\nfor (var k = 0; k < 3; k++)\n    for (var i = 4; i >= 0; i--)\n    {\n        m[k, i] = a * y[i] + k;\n        if (i < 4)\n            m[k, i] -= 0.5 * a * m[k, i + 1];\n    }\nPotential(-Sum(m * m));")]
    [InlineData("an element that an inner loop adds to and reads", "var r = new Vector(3);\nvar s = 0.0;\nfor (var m = 0; m < 3; m++)\n    for (var i = 0; i < 5; i++)\n    {\n        r[m] += a * y[i];\n        s += r[m] * z[i];\n    }\nPotential(s + Sum(r));")]
    [InlineData("a matrix", "var m = new Matrix(3, 2);\nvar s = 0.0;\nfor (var i = 0; i < 5; i++)\n{\n    s += m[group[i], i % 2] * z[i];\n    m[group[i], i % 2] += a;\n    m[group[i]] -= 0.5 * a;\n}\nPotential(s);")]
    [InlineData("an element that is the same", "var v = new Vector(2);\nvar s = 0.0;\nfor (var i = 0; i < 5; i++)\n{\n    s += v[1] * y[i];\n    v[1] += a;\n}\nPotential(s);")]
    [InlineData("a loop that is repeated", "var v = new Vector(5);\nvar s = 0.0;\nfor (var r = 0; r < 3; r++)\n    for (var i = 0; i < 5; i++)\n    {\n        v[i] += a * (r + 1);\n        s += v[i] * y[i];\n    }\nPotential(s);")]
    [InlineData("elements ahead", "var v = new Vector(5);\nvar s = 0.0;\nfor (var i = 0; i < 5; i++)\n{\n    s += v[i] * y[i];\n    for (var j = i + 1; j < 5; j++)\n        v[j] += a + 0.5 * v[i];\n}\nPotential(s);")]
    [InlineData("an element made of itself", "var r = new Vector(3);\nvar s = 0.0;\nfor (var i = 0; i < 5; i++)\n{\n    r[group[i]] = 0.5 * r[group[i]] + a;\n    s += r[group[i]] * y[i];\n}\nPotential(s);")]
    [InlineData("the last of a group", "var last = new Vector(3);\nvar s = 0.0;\nfor (var i = 0; i < 5; i++)\n{\n    s += last[group[i]] * y[i];\n    last[group[i]] = a * (i + 1);\n}\nPotential(s);")]
    [InlineData("the last of a group that is observed", "var last = Zeros(3);\nfor (var i = 0; i < 5; i++)\n{\n    var g = group[i];\n    Observe(y[i], Normal(a * last[g], 1));\n    if (y[i] > 0)\n        last[g] = y[i];\n}")]
    [InlineData("a memory that grows", "var h = new Vector(5);\nfor (var i = 0; i < 5; i++)\n{\n    Observe(y[i], Normal(a * Sum(h[..i]), 1));\n    h[i] = y[i] + a;\n}")]
    [InlineData("a memory that grows by a loop", "var h = new Vector(5);\nfor (var i = 0; i < 5; i++)\n{\n    var s = 0.0;\n    for (var j = 0; j < i; j++)\n        s += h[j] * y[i - j - 1];\n    Potential(a * s);\n    h[i] = y[i] + a * s;\n}")]
    [InlineData("a histogram", "var h = new int[3];\nfor (var i = 0; i < 5; i++)\n    h[group[i]]++;\nPotential(a * (h[0] + 3 * h[1] + 7 * h[2]));")]
    public void Elements_are_what_they_are_so_far(string what, string statements) => Agrees(what, statements);

    [Theory]
    [InlineData("segments", "var at = 0;\nfor (var g = 0; g < 3; g++)\n{\n    for (var j = at; j < at + group[g]; j++)\n        Potential(y[j] * a * (g + 1));\n    at += group[g];\n}\nPotential(a * Sum(y));")]
    [InlineData("ranges that are observed", "var at = 0;\nfor (var g = 0; g < 4; g++)\n{\n    Observe(y[at..(at + group[g])], Normal(a * g, 1));\n    at += group[g];\n}")]
    [InlineData("a place that is observed", "var at = 0;\nfor (var i = 0; i < 2; i++)\n    for (var j = 0; j < 2; j++)\n    {\n        Observe(y[at], Normal(a * i + j, 1));\n        at++;\n    }")]
    [InlineData("the last of some", "var last = -1;\nfor (var i = 0; i < 5; i++)\n{\n    Potential((last >= 0 ? y[last] : 1) * a * i);\n    if (group[i] == 1)\n        last = i;\n}")]
    [InlineData("a bound that grows", "var m = 1;\nvar s = 0.0;\nfor (var i = 0; i < 4; i++)\n{\n    for (var j = 0; j < m; j++)\n        s += a * (i + 1);\n    m += 1;\n}\nPotential(s);")]
    [InlineData("a bound that is assigned", "var m = 0;\nvar s = 0.0;\nfor (var i = 0; i < 4; i++)\n{\n    m = i * 2;\n    for (var j = 0; j < m; j++)\n        s += a * j;\n}\nPotential(s);")]
    [InlineData("a beginning that is the greater of two", "var s = 0.0;\nfor (var i = 0; i < n; i++)\n    for (var j = System.Math.Max(i - 1, 0); j < n; j++)\n        s += a * i * (j + 1);\nPotential(s);")]
    [InlineData("a beginning that is chosen", "var s = 0.0;\nfor (var i = 0; i < n; i++)\n    for (var j = i > 2 ? i - 2 : 0; j < n; j++)\n        s += a * i * (j + 1);\nPotential(s);")]
    [InlineData("a walk", "var at = 0;\nfor (var i = 0; i < n; i++)\n    at = group[at];\nPotential(a * y[at]);")]
    [InlineData("a count that is a bound", "var c = 0;\nfor (var i = 0; i < 5; i++)\n    if (y[i] > 0.5)\n        c++;\nfor (var i = 0; i < c; i++)\n    Potential(a * y[i]);")]
    [InlineData("a stack that is filled from the end on", "var v = new Vector(20);\nvar q = 0;\nfor (var i = 19; i >= 0; i--)\n    if (y[i % 5] > 0.5)\n    {\n        v[q] = a * i;\n        q++;\n    }\nPotential(Sum(v) + Dot(v, v));")]
    [InlineData("integers made of those before", "var c = new int[4];\nfor (var i = 1; i < 4; i++)\n    c[i] = c[i - 1] + group[i] - 1;\nfor (var i = 0; i < 4; i++)\n    Potential(a * y[c[i]] * i);")]
    public void Integers_say_what_is_read(string what, string statements) => Agrees(what, statements);

    [Theory]
    [InlineData("var m = 5;\nfor (var i = 0; i < m; i++)\n{\n    Potential(b * y[i]);\n    if (i == 1)\n        m = 3;\n}", "i < m")]
    [InlineData("var m = 0;\nfor (var i = 4; i >= m; i--)\n    m++;\nPotential(b * m);", "i >= m")]
    [InlineData("var m = new int[1];\nm[0] = 5;\nfor (var i = 0; i < m[0]; i++)\n    m[0] -= 1;\nPotential(b * m[0]);", "i < m[0]")]
    [InlineData("for (var i = 0; i <= int.MaxValue; i++)\n    Potential(b);", "i <= int.MaxValue")]
    [InlineData("var c = new int[3];\nfor (var i = 0; i < 3; i++)\n{\n    c[i] = i;\n    for (var j = 0; j < c[i]; j++)\n        Potential(b);\n}", "j < c[i]")]
    [InlineData("var v = new Vector(4);\nvar s = 0.0;\nfor (var i = 0; i < 3; i++)\n{\n    v[i] = b;\n    s += v[i + 1];\n}\nPotential(s);", "v[i] = b;")]
    [InlineData("var h = new Vector(5);\nfor (var i = 4; i >= 0; i--)\n{\n    Potential(Sum(h[..i]));\n    h[i] = b;\n}", "h[i]")]
    [InlineData("var h = new Vector(5);\nfor (var i = 0; i < 5; i++)\n{\n    Potential(Sum(h[..(i + 1)]));\n    h[i] = b;\n}", "h[i]")]
    [InlineData("var v = new Vector(4);\nfor (var t = 0; t < 2; t++)\n{\n    v[t] = b + v[t + 1];\n    Potential(v[t + 1]);\n}\nv[2] = b;", "v[t] = b + v[t + 1];")]
    [InlineData("var v = new Vector(4);\nPotential(v[k]);\nv[q] += b;", "v[q]")]
    [InlineData("var v = new Vector(4);\nvar u = v;\nvar s = 0.0;\nfor (var i = 0; i < 3; i++)\n{\n    s += u[k];\n    v[k] += b;\n}\nPotential(s);", null)]
    public void What_is_not_followed_is_refused(string statements, string? at)
    {
        var result = ReadModels.Body("Vector y, int k, int q", "var b = Sample(Normal());\n" + statements);
        Assert.Null(result.Model);
        var diagnostic = Assert.Single(result.Diagnostics);
        Assert.Equal(Rules.UnsupportedConstruct.Id, diagnostic.Id);
        if (at is not null)
        {
            Assert.Equal(at, diagnostic.Location.SourceTree!.GetText().ToString(diagnostic.Location.SourceSpan).ReplaceLineEndings(" "));
        }
    }

    private static void Agrees(string what, string statements) => WrittenModel.Agrees(
        what, "a", "var a = Sample(Normal(0, 1));\n" + statements,
        "static double Counted(Vector v, double u)\n    {\n        var c = 0;\n        for (var i = 0; i < v.Length; i++)\n            if (v[i] > 1)\n                c++;\n        return u * c;\n    }");
}
