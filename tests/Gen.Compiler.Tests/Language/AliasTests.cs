using Gen.Compiler.Reading;
using Gen.Compiler.Tests.Reading;
using Gen.Compiler.Tests.Structure;
using Xunit;

namespace Gen.Compiler.Tests.Language;

/// <summary>One vector, matrix or array under several names is one in C#; a model says so too, or is refused.</summary>
public sealed class AliasTests
{
    [Theory]
    [InlineData("declared", "var u = new Vector(1);\nvar w = u;\nw[0] = a;\nPotential(u[0]);")]
    [InlineData("declared before", "var u = new Vector(1);\nvar w = u;\nu[0] = a;\nPotential(w[0]);")]
    [InlineData("declared twice", "var u = new Vector(2);\nvar w = u;\nvar v = w;\nv[0] = a;\nw[1] = 2 * a;\nPotential(u[0] * u[1]);")]
    [InlineData("assigned", "var u = new Vector(1);\nvar w = new Vector(1);\nw = u;\nw[0] = a;\nPotential(u[0] + w[0]);")]
    [InlineData("swapped", "var u = new Vector(1);\nvar w = new Vector(1);\nw[0] = a;\nvar q = u;\nu = w;\nw = q;\nPotential(u[0] - 2 * w[0] + q[0]);")]
    [InlineData("matrix", "var u = new Matrix(2, 2);\nvar w = u;\nw[1, 1] = a;\nw[0] = a * y[..2];\nPotential(u[1, 1] + u[0, 1]);")]
    [InlineData("integers", "var u = new int[3];\nvar w = u;\nw[1] = n;\nPotential(a * u[1]);")]
    [InlineData("in a loop", "var u = new Matrix(5, 2);\nvar w = u;\nfor (var t = 0; t < 5; t++)\n{\n    w[t, 0] = a * y[t];\n    w[t, 1] = t == 0 ? a : u[t - 1, 0];\n}\nPotential(Sum(u * u));")]
    [InlineData("handed on by a loop", "var u = new Vector(2);\nu[0] = a;\nu[1] = 1;\nfor (var t = 0; t < 3; t++)\n{\n    var next = new Vector(2);\n    var now = u;\n    for (var j = 0; j < 2; j++)\n        next[j] = now[j] * now[1 - j] + 0.1 * a;\n    u = next;\n}\nPotential(u[0] * u[1]);")]
    public void A_second_name_sees_what_is_assigned(string what, string statements) => WrittenModel.Agrees("alias " + what, "a", "var a = Sample(Normal(0, 1));\n" + statements);

    [Fact]
    public void A_parameter_that_a_method_returns_is_the_argument() => WrittenModel.Agrees(
        "returned alias", "a", "var a = Sample(Normal(0, 1));\nvar u = new Vector(1);\nvar w = Same(u);\nw[0] = a;\nPotential(u[0]);", "static Vector Same(Vector v) => v;");

    [Fact]
    public void A_method_may_fill_its_argument_under_another_name() => WrittenModel.Agrees(
        "filled alias", "a", "var a = Sample(Normal(0, 1));\nvar u = new Vector(2);\nu[0] = 1;\nvar w = Filled(u, a);\nPotential(u[1] * w[0] + w[1]);",
        "static Vector Filled(Vector v, double x)\n    {\n        var own = v;\n        own[1] = x;\n        return v;\n    }");

    [Theory]
    [InlineData("var w = y;\nw[0] = b;\nPotential(y[0]);", "y", "'w', whose elements are assigned, as a second name of 'y' cannot stand in a model. C# would change both. Fill a vector or matrix of its own: new Vector(length), new Matrix(rows, columns).")]
    [InlineData("var u = new Vector(1);\nvar v = new Vector(1);\nvar w = y[0] > 1 ? u : v;\nw[0] = b;\nPotential(u[0]);", "y[0] > 1 ? u : v", "'w', whose elements are assigned, as a second name of 'u' cannot stand in a model. C# would change both. Fill a vector or matrix of its own: new Vector(length), new Matrix(rows, columns).")]
    [InlineData("var u = new Vector(2);\nu[0] = b;\nvar d = Deterministic(u);\nu[1] = 5;\nPotential(d[1]);", "u[1]", "'u' as a second name of 'd' while its elements are assigned cannot stand in a model. C# would change both. Assign them before, or declare the vector inside the loop.")]
    [InlineData("var u = new Vector(2);\nfor (var t = 0; t < 3; t++)\n{\n    var next = new Vector(2);\n    next[0] = u[0] + b;\n    u = next;\n    next[1] = 7;\n}\nPotential(u[1]);", "next[1]", "'next' as a second name of 'u' while its elements are assigned cannot stand in a model. C# would change both. Assign them before, or declare the vector inside the loop.")]
    [InlineData("var u = new Vector(3);\nvar next = new Vector(3);\nfor (var t = 0; t < 3; t++)\n{\n    next[t] = u[t] + b;\n    u = next;\n}\nPotential(u[1]);", "next", "'next' as a second name of 'u' while its elements are assigned cannot stand in a model. C# would change both. Assign them before, or declare the vector inside the loop.")]
    public void A_second_name_that_cannot_be_followed_is_refused(string statements, string at, string message) =>
        ReadModels.Body("Vector y", "var b = Sample(Normal());\n" + statements).Refuses(Rules.UnsupportedConstruct, at, message);

    [Theory]
    [InlineData("static Vector F(Vector v) { v[0] = 50; return v; }")]
    [InlineData("static Vector F(Vector v) { var w = v; w[0] += 50; return 2 * w; }")]
    [InlineData("static Vector F(Vector v) { if (v.Length > 2) { Vector w; w = v; w[0]++; } return 2 * v; }")]
    public void A_method_must_not_change_the_data_that_it_prepares(string method) =>
        ReadModels.Body("Vector y", "var b = Sample(Normal());\nPotential(b * Sum(F(y)));", method).Refuses(
            Rules.UnsupportedConstruct, "F(y)", "'F', which changes its parameter 'v' and with it what the caller has, cannot stand in a model. Let it fill a vector or an array of its own.");

    [Theory]
    [InlineData("Potential(v[0] + b);\nv[0] = b;", "v[0]")]
    [InlineData("for (var t = 0; t < 3; t++)\n{\n    Potential(v[t]);\n    v[t] = b;\n}", "v[t]")]
    [InlineData("Potential(Sum(v));\nfor (var t = 0; t < 3; t++)\n    v[t] = b;", "v[t]")]
    [InlineData("for (var t = 0; t < 3; t++)\n    v[t] = b * v[t];", "v[t]")]
    [InlineData("Potential(v[0]);\nv[0] = Sample(Normal());", "v[0]")]
    public void An_element_is_not_read_before_it_is_assigned(string statements, string at) =>
        ReadModels.Body("Vector y", "var b = Sample(Normal());\nvar v = new Vector(3);\n" + statements).Refuses(
            Rules.UnsupportedConstruct, at, $"'{at}', which has been read before it is assigned, cannot stand in a model. Until then it is 0: assign first, or read an element that has been.");
}
