using Gen.Compiler.Tests.Harness;
using Gen.Compiler.Tests.Limits;
using Xunit;

namespace Gen.Compiler.Tests.Language;

/// <summary>Statements that fill the diagonals of a matrix give no element a second value: how far a place is from the diagonal tells them apart.</summary>
public sealed class DiagonalTests
{
    [Theory]
    [InlineData("for (var i = 0; i < 4; i++)\n    q[i, i] = 2 + a;\nfor (var i = 1; i < 4; i++)\n{\n    q[i, i - 1] = -1;\n    q[i - 1, i] = -1;\n}")]
    [InlineData("for (var i = 0; i < 4; i++)\n{\n    q[i, i] = 2 + a;\n    if (i > 0)\n    {\n        q[i, i - 1] = -1;\n        q[i - 1, i] = -1;\n    }\n}")]
    [InlineData("for (var i = 0; i < 3; i++)\n{\n    q[i, i + 1] = -1;\n    q[i + 1, i] = -1;\n}\nfor (var j = 3; j >= 0; j--)\n    q[j, j] = 2 + a;")]
    public void A_band_is_filled(string statements) =>
        LimitModel.Has("a", $"var a = Sample(Flat());\nvar q = new Matrix(4, 4);\n{statements}\nPotential(-QuadraticForm(q, y));", [0.5], -(2.5 * 6.43 + 2.82), [-6.43]);

    [Fact]
    public void One_diagonal_is_not_filled_twice() =>
        Assert.Throws<CompilationException>(() => CompiledModels.Compile("""
            using Gen;
            using static Gen.Modeling;

            public partial class Band
            {
                [Model]
                static partial void Define(Vector y)
                {
                    var a = Sample(Normal(0, 1));
                    var q = new Matrix(4, 4);
                    for (var i = 1; i < 4; i++)
                        q[i, i - 1] = a;
                    for (var i = 0; i < 3; i++)
                        q[i + 1, i] = 2 * a;
                    Observe(y, Normal(q[1, 0], 1));
                }
            }
            """));
}
