using Xunit;

namespace Gen.Compiler.Tests.Limits;

/// <summary>Functions that undo each other do so where both are defined; elsewhere there is no number.</summary>
public sealed class DomainTests
{
    [Theory]
    [InlineData("Exp(Log(v))")]
    [InlineData("Square(Sqrt(v))")]
    [InlineData("Sqrt(v) * Sqrt(v)")]
    [InlineData("Pow(Sqrt(v), 2)")]
    [InlineData("InverseLogit(Logit(v))")]
    public void Inverses(string expression)
    {
        var statements = $"var v = Sample(Flat());\nPotential({expression});";
        LimitModel.Has("v", statements, [0.7], 0.7, [1]);
        LimitModel.Has("v", statements, [-0.7], double.NaN, []);
    }

    [Theory]
    [InlineData("0 * Log(v)", 0.7, 0, -0.7)]
    [InlineData("0 * Sqrt(v) * v", 0.7, 0, -0.7)]
    [InlineData("Sqrt(v) * (1 - 1)", 0.7, 0, -0.7)]
    [InlineData("(v + 1) / (v + 1)", 0.7, 1, -1)]
    [InlineData("0 / v", 0.7, 0, 0)]
    [InlineData("0 * (v / v)", 0.7, 0, 0)]
    [InlineData("0.1 * v + 0 * Sqrt(v) * (y.Length - 4) - 0.1 * v", 0.7, 0, -0.7)]
    [InlineData("0 * Exp(1000 * v)", -0.7, 0, 0.8)]
    public void Zeros(string expression, double at, double value, double other)
    {
        var statements = $"var v = Sample(Flat());\nPotential({expression});";
        LimitModel.Has("v", statements, [at], value, [0]);
        LimitModel.Has("v", statements, [other], double.NaN, []);
    }

    [Fact]
    public void What_is_never_negative_needs_no_condition() => LimitModel.Has("v", "var v = Sample(Flat());\nPotential(-Square(Sqrt(Square(v))));", [-0.7], -0.49, [1.4]);
}
