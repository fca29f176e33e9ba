using Gen.Compiler.Tests.Structure;
using Xunit;

namespace Gen.Compiler.Tests.Language;

/// <summary>Elements that a condition alone keeps there, in values and in what is added to their derivatives: nothing else is read, checked or asked of the data.</summary>
public sealed class GuardedElementTests
{
    private const string Since = "static double Since(Vector x, int[] k, double u, int g)\n    {\n        var s = 0.0;\n        var last = -1;\n        for (var i = 0; i < x.Length; i++)\n        {\n            if (k[i] == g)\n            {\n                s += last >= 0 ? u * (x[i] - x[last]) : u * u;\n                last = i;\n            }\n        }\n        return s;\n    }";

    [Theory]
    [InlineData("the last of a count of places", "var v = new Vector(5);\nvar c = 0;\nfor (var i = 0; i < 5; i++)\n    if (y[i] > 9)\n    {\n        v[c] = a;\n        c++;\n    }\nPotential(c > 0 ? v[c - 1] : a * a);")]
    [InlineData("an element beyond the last", "var v = new Vector(3);\nfor (var i = 0; i < start.Length; i++)\n    v[i] = a * start[i];\nPotential(start.Length > 3 ? v[start.Length] : a);")]
    [InlineData("an index that is none", "var parent = new int[5];\nfor (var i = 0; i < 5; i++)\n    parent[i] = group[i] - 1;\nvar v = new Vector(5);\nfor (var i = 0; i < 5; i++)\n    v[i] = parent[i] >= 0 ? a * y[parent[i]] : a * a;\nPotential(Sum(v));")]
    [InlineData("a backward recurrence of log-sums", "var v = new Vector(5);\nfor (var t = 4; t >= 0; t--)\n    v[t] = t == 4 ? a : LogSumExp([v[t + 1], z[t + 1] * a]);\nPotential(Sum(v));")]
    [InlineData("an alignment", "var m = new Matrix(group.Length + 1, other.Length + 1);\nfor (var i = 0; i <= group.Length; i++)\n    for (var j = 0; j <= other.Length; j++)\n    {\n        if (i == 0 && j == 0)\n            m[i, j] = a;\n        else if (i == 0)\n            m[i, j] = m[i, j - 1] + a;\n        else if (j == 0)\n            m[i, j] = m[i - 1, j] - a;\n        else\n            m[i, j] = LogSumExp([m[i - 1, j] + a, m[i, j - 1], m[i - 1, j - 1] + (group[i - 1] == other[j - 1] ? y[group[i - 1]] * a : -1)]);\n    }\nPotential(m[group.Length, other.Length] * 0.3);")]
    [InlineData("the last of each group", "var s = 0.0;\nfor (var g = 0; g < 3; g++)\n    s += Since(y, group, a, g);\nPotential(s);")]
    [InlineData("a diagonal in sums over the axis of a loop", "var d = DiagonalMatrix(x[4]);\nvar p = Tanh(Max(d, d) + Tanh(LogGamma(0.5 + Abs(d))));\nvar c = new Vector(5);\nvar q = Identity(x.Columns);\nfor (var t = 0; t < 5; t++)\n{\n    q = 0.05 * Dot(p, Dot(q, Transpose(p))) + Identity(x.Columns);\n    c[t] = Sum(SolveTriangular(Cholesky(q), Tanh(x[0]))) * y[t];\n}\nPotential(a * Sum(c));")]
    [InlineData("running products of some", "Potential(flag && n > 7 ? Prod(y[n..]) * a : a);")]
    public void Are_what_they_are_in_CSharp(string what, string statements) => WrittenModel.Agrees("guarded " + what, "a", "var a = Sample(Normal(0, 1));\n" + statements, Since);

    [Theory]
    [InlineData("a neighbour", "for (var j = 0; j < 5; j++)\n    for (var l = 0; l < 5; l++)\n        if (j > l && y[l] > 0.5)\n            s -= v[j] * v[j - 1] * x[j, 0];")]
    [InlineData("a neighbour whose square is shared", "for (var j = 0; j < 5; j++)\n    for (var l = 0; l < 3; l++)\n        if (j > l && x[j, l] > 0.5)\n            s -= Square(v[j] - v[j - 1]) * x[j, l];")]
    [InlineData("sums of two", "for (var j = 0; j < 5; j++)\n    for (var l = 0; l < 3; l++)\n        if (j > l && x[j, l] > 0.5)\n            s -= Tanh(Sum(Square(v[(j - 1)..(j + 1)]))) * x[j, l];")]
    [InlineData("the greater of two", "for (var j = 0; j < 5; j++)\n    for (var l = 0; l < 3; l++)\n        if (j > l && x[j, l] > 0.5)\n            s -= Max(v[(j - 1)..(j + 1)]) * x[j, l];")]
    [InlineData("a column of a row", "for (var i = 0; i < 3; i++)\n    for (var l = 0; l < 3; l++)\n        for (var j = 0; j < 3; j++)\n            if (l > j && x[i, j] > 0.5)\n                s -= w[i, l] * w[i, l - 1] * x[i, j] + Square(w[l - 1, i] - w[l, l]);")]
    public void Stay_so_where_conditions_vary_along_what_is_summed(string what, string statements) =>
        WrittenModel.Agrees("summed " + what, "v[5], w[9]", $"var v = Sample(Normal(0, 1), 5);\nvar w = Sample(Normal(0, 1), 3, 3);\nvar s = 0.0;\n{statements}\nPotential(s);");
}
