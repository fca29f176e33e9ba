using System;
using System.Reflection;
using Gen.Compiler.Reading;
using Gen.Compiler.Tests.Harness;
using Gen.Compiler.Tests.Structure;
using Xunit;
using ReadModels = Gen.Compiler.Tests.Reading.ReadModels;

namespace Gen.Compiler.Tests.Language;

/// <summary>
/// An element has one value, for the derivatives and for what is summed up elsewhere. Where data decide whether it is read before it has it, or given another, the
/// constructor finds out; where they do not, that is one diagnostic.
/// </summary>
public sealed class ElementOrderTests
{
    private const string Tree = "var v = new Vector(n);\nv[0] = a;\nfor (var i = 0; i < n - 1; i++)\n    v[child[i]] = 0.5 * v[parent[i]] + y[i];\nPotential(Sum(v));";
    private const string Walk = "var v = new Vector(n);\nv[0] = Sample(Normal(0, 1));\nfor (var i = 0; i < n - 1; i++)\n    v[child[i]] = Sample(Normal(v[parent[i]], 1));\nPotential(a * Sum(v));";
    private const string Conditions = "var v = new Vector(n);\nfor (var i = 0; i < n - 1; i++)\n{\n    if (parent[i] > 0)\n        v[i] = a;\n    if (child[i] > 1)\n        v[i] = 2 * a;\n}\nPotential(Sum(v));";
    private const string Two = "var v = new Vector(n);\nv[child[0]] = a;\nv[parent[0]] = 2 * a;\nPotential(Sum(v));";
    private const string Filled = "var v = y + 0;\nfor (var i = 0; i < 1; i++)\n    v[child[i] - 1] = parent[i] * a;\nPotential(Sum(v));";
    private const string Early = "var v = new Vector(n);\nPotential(v[child[0]]);\nv[parent[0]] = a;";
    private const string Later = "var v = new Vector(n);\nfor (var i = 0; i < n - 1; i++)\n{\n    v[i + 1] = a;\n    v[child[i]] += y[i];\n}\nPotential(Sum(v));";
    private const string Computed = "var c = new int[n];\nfor (var i = 1; i < n; i++)\n    c[i] = c[i - 1] + child[i - 1] % 2;\nvar v = new Vector(n + 1);\nfor (var i = 0; i < n; i++)\n    v[i + 1] = a + v[c[i] + parent[0]];\nPotential(Sum(v));";
    private const string Routine = "var m = new Matrix(2, 2);\nfor (var i = 0; i < n - 1; i++)\n{\n    m[child[i] - 1, 0] = a;\n    m[child[i] - 1, 1] = i;\n    if (parent[i] > 0)\n        Potential(Sum(m * m));\n}";

    [Theory]
    [InlineData(Tree, new[] { 1, 2 }, new[] { 0, 1 }, null)]
    [InlineData(Tree, new[] { 2, 1 }, new[] { 1, 0 }, "'v[1]' is read in 'v[child[i]] = 0.5 * v[parent[i]] + y[i]' before 'v[child[i]] = 0.5 * v[parent[i]] + y[i]' gives it its value: put the data in an order in which what is read comes first")]
    [InlineData(Tree, new[] { 1, 1 }, new[] { 0, 0 }, "'v[1]' is assigned twice in 'v[child[i]] = 0.5 * v[parent[i]] + y[i]': 'child' must name each element once")]
    [InlineData(Tree, new[] { 1, 3 }, new[] { 0, 0 }, "'child' in 'v[child[i]] = 0.5 * v[parent[i]] + y[i]' is 3, but 'v' has 3 elements, so indices run from 0 to 2")]
    [InlineData(Walk, new[] { 1, 2 }, new[] { 0, 1 }, null)]
    [InlineData(Walk, new[] { 2, 1 }, new[] { 1, 0 }, "'v[1]' is read in 'v[child[i]] ~ Normal(v[parent[i]], 1)' before 'v[child[i]] ~ Normal(v[parent[i]], 1)' gives it its value: put the data in an order in which what is read comes first")]
    [InlineData(Walk, new[] { 1, 1 }, new[] { 0, 0 }, "'v[1]' is assigned twice in 'v[child[i]] ~ Normal(v[parent[i]], 1)': 'child' must name each element once")]
    [InlineData(Conditions, new[] { 1, 2 }, new[] { 1, 0 }, null)]
    [InlineData(Conditions, new[] { 1, 2 }, new[] { 1, 1 }, "'v[1]' is assigned in 'v[i] = a' and again in 'v[i] = 2 * a': an element is given its value once, so choose between the two by ?: or by if and else")]
    [InlineData(Two, new[] { 1, 2 }, new[] { 2, 0 }, null)]
    [InlineData(Two, new[] { 1, 2 }, new[] { 1, 0 }, "'v[1]' is assigned in 'v[child[0]] = a' and again in 'v[parent[0]] = 2 * a': an element is given its value once, so choose between the two by ?: or by if and else")]
    [InlineData(Filled, new[] { 1, 2 }, new[] { 1, 0 }, "'v[0]' is assigned in 'var v = y + 0' and again in 'v[child[i] - 1] = parent[i] * a': an element is given its value once, so choose between the two by ?: or by if and else")]
    [InlineData(Early, new[] { 1, 2 }, new[] { 2, 0 }, null)]
    [InlineData(Early, new[] { 1, 2 }, new[] { 1, 0 }, "'v[1]' is read in 'Potential(v[child[0]])' before 'v[parent[0]] = a' gives it its value: put the data in an order in which what is read comes first")]
    [InlineData(Later, new[] { 1, 2 }, new[] { 0, 0 }, null)]
    [InlineData(Later, new[] { 2, 1 }, new[] { 0, 0 }, "'v[2]' is assigned in 'v[child[i]] += y[i]' and again in 'v[i + 1] = a': an element is given its value once, so choose between the two by ?: or by if and else")]
    [InlineData(Computed, new[] { 0, 1 }, new[] { 0, 0 }, null)]
    [InlineData(Computed, new[] { 0, 1 }, new[] { 1, 0 }, "'v[1]' is read in 'v[i + 1] = a + v[c[i] + parent[0]]' before 'v[i + 1] = a + v[c[i] + parent[0]]' gives it its value: put the data in an order in which what is read comes first")]
    [InlineData(Routine, new[] { 1, 2 }, new[] { 0, 1 }, null)]
    [InlineData(Routine, new[] { 1, 2 }, new[] { 1, 0 }, "'m[1, 0]' is read in 'Potential(Sum(m * m))' before 'm[child[i] - 1, 0] = a' gives it its value: put the data in an order in which what is read comes first")]
    public void Data_that_decide_the_order_of_elements_are_gone_through(string statements, int[] child, int[] parent, string? refusal)
    {
        using var compiled = CompiledModels.Compile($$"""
            using Gen;
            using static Gen.Modeling;

            public partial class Ordered
            {
                [Model]
                static partial void Define(int n, int[] child, int[] parent, Vector y)
                {
                    var a = Sample(Normal(0, 1));
                    {{statements}}
                    Potential(1e-9 * (child.Length + parent.Length + Sum(y)));
                }

                public static void Run(int[] child, int[] parent) => new Ordered(3, child, parent, [0.3, -0.7]);
            }
            """);
        void Run() => compiled.Type("Ordered").GetMethod("Run")!.Invoke(null, BindingFlags.DoNotWrapExceptions, null, [child, parent], null);
        if (refusal is null)
        {
            Run();
        }
        else
        {
            Assert.Equal("Ordered: " + refusal, Assert.Throws<ArgumentException>(Run).Message);
        }
    }

    [Theory]
    [InlineData("a tree", "var v = new Vector(6);\nv[start[0]] = a;\nfor (var i = 0; i < 5; i++)\n    v[i + 1] = 0.5 * v[group[i] < i ? group[i] : start[0]] + y[i];\nPotential(Sum(v));")]
    [InlineData("two places", "var v = new Vector(6);\nv[start[1]] = a;\nv[end[1]] = 2 * a;\nPotential(Sum(v * v));")]
    [InlineData("branches", "var v = new Vector(5);\nfor (var i = 0; i < 5; i++)\n{\n    if (y[i] > 0)\n        v[i] = a;\n    else\n        v[i] = 2 * a;\n}\nPotential(Sum(v * y));")]
    [InlineData("conditions that never both hold", "var v = new Vector(5);\nfor (var i = 0; i < 5; i++)\n{\n    if (y[i] > 1)\n        v[i] = a * z[i];\n    if (y[i] < 0)\n        v[i] = 2 * a;\n}\nPotential(Sum(v * y));")]
    [InlineData("values under conditions one after another", "var v = new Vector(6);\nfor (var i = 4; i >= 0; i--)\n{\n    v[group[i]] += a * a;\n    if (y[i] > 0)\n        Potential(v[group[i]] * a);\n    else\n        v[i + 1] = (z[i] > 0 ? v[group[i]] : a) * 0.5 + z[i];\n}\nPotential(Sum(v));")]
    [InlineData("a sum of what the first pass gave otherwise", "var v = new Vector(5);\nvar s = 0.0;\nfor (var i = 0; i < 5; i++)\n{\n    v[i] = i > 0 ? a : 1;\n    s += v[i] * y[i];\n}\nPotential(s);")]
    [InlineData("a symmetric matrix", "var m = new Matrix(5, 5);\nfor (var i = 0; i < 5; i++)\n    for (var j = 0; j <= i; j++)\n    {\n        m[i, j] = Exp(-Square(y[i] - y[j]) * Exp(a)) + (i == j ? 1 : 0);\n        m[j, i] = m[i, j];\n    }\nPotential(Sum(Dot(m, z)));")]
    [InlineData("a symmetric matrix and its diagonal", "var m = new Matrix(5, 5);\nfor (var i = 0; i < 5; i++)\n{\n    m[i, i] = 1 + a * a;\n    for (var j = i + 1; j < 5; j++)\n    {\n        m[i, j] = 0.1 * Exp(-Square(y[i] - y[j]) * a * a);\n        m[j, i] = m[i, j];\n    }\n}\nObserve(z, MvNormal(0, cov: m));")]
    [InlineData("a symmetric matrix, then its diagonal", "var m = new Matrix(5, 5);\nfor (var i = 0; i < 5; i++)\n    for (var j = 0; j < i; j++)\n    {\n        m[i, j] = 0.1 * Exp(-Square(y[i] - y[j]) * a * a);\n        m[j, i] = m[i, j];\n    }\nfor (var i = 0; i < 5; i++)\n    m[i, i] = 1.1;\nObserve(z, MvNormal(0, cov: m));")]
    [InlineData("a sum of the elements before", "var v = new Vector(5);\nfor (var i = 0; i < 5; i++)\n{\n    var before = 1.0;\n    for (var j = 0; j < i; j++)\n        before += v[j] * z[j];\n    v[i] = 0.1 * a * before;\n    Observe(y[i], Normal(before, 1));\n}")]
    [InlineData("a sum of the elements behind", "var v = new Vector(5);\nfor (var i = 4; i >= 0; i--)\n{\n    var behind = 1.0;\n    for (var j = i + 1; j < 5; j++)\n        behind += v[j] * z[j];\n    v[i] = 0.1 * a * behind;\n    Potential(behind * y[i]);\n}")]
    [InlineData("the first element of each row", "for (var m = 0; m < 3; m++)\n{\n    var v = new Vector(5);\n    for (var i = 0; i < 5; i++)\n    {\n        v[i] = i == 0 ? a : a * v[i - 1] + z[m];\n        Observe(y[i], Normal(v[0] + v[i], 1));\n    }\n}")]
    [InlineData("additions by group to what earlier passes gave", "var v = new Vector(6);\nfor (var i = 0; i < 5; i++)\n{\n    if (group[i] < i)\n        v[group[i]] += a * z[i];\n    v[i] = a * y[i];\n}\nPotential(Sum(v * v));")]
    [InlineData("a kernel turned round", "for (var i = 1; i < n; i++)\n    Potential(a * Sum(y[..i] * z[(n - i)..n]));")]
    public void What_is_in_order_is_what_it_is_in_CSharp(string what, string statements) => WrittenModel.Agrees("order " + what, "a", "var a = Sample(Normal(0, 1));\n" + statements);

    [Theory]
    [InlineData("var v = new Vector(4);\nv[k] += b;\nv[k] = b;\nPotential(Sum(v));", "v[k]")]
    [InlineData("var v = new Vector(4);\nfor (var i = 0; i < 4; i++)\n    v[g[i]] = b;\nfor (var i = 0; i < 4; i++)\n    v[g[i]] = 2 * b;\nPotential(Sum(v));", "v[g[i]]")]
    [InlineData("var v = new Vector(4);\nfor (var i = 0; i < 3; i++)\n    v[i] = Sample(Normal(v[i + 1], 1));\nv[3] = Sample(Normal(0, 1));", "Sample(Normal(v[i + 1], 1))")]
    [InlineData("var m = new Matrix(2, 2);\nPotential(Sum(m * m));\nm[0, 0] = b;", "m[0, 0]")]
    public void What_no_data_put_right_is_refused(string statements, string at)
    {
        var result = ReadModels.Body("int[] g, int k", "var b = Sample(Normal());\n" + statements);
        Assert.Null(result.Model);
        var diagnostic = Assert.Single(result.Diagnostics);
        Assert.Equal(Rules.UnsupportedConstruct.Id, diagnostic.Id);
        Assert.Equal(at, diagnostic.Location.SourceTree!.GetText().ToString(diagnostic.Location.SourceSpan).ReplaceLineEndings(" "));
    }
}
