using Gen.Compiler.Tests.Limits;
using Xunit;

namespace Gen.Compiler.Tests.Lengths;

/// <summary>Ranges inside loops to ends that loops around them decide: there is room for the longest that any pass makes, and each pass sums its own.</summary>
public sealed class MovingRangeTests
{
    // y is [0.3, -1.2, 2.1, 0.7], degree [0, 1, 2, 3].
    [Theory]
    [InlineData("for (var k = 0; k < degree.Length; k++)\n    for (var t = 0; t < degree[k]; t++)\n        Potential(a * Sum(y[..degree[k]]));", 2.1)]
    [InlineData("for (var k = 0; k < degree.Length - 1; k++)\n    for (var t = degree[k]; t < degree[k + 1]; t++)\n        Potential(a * Sum(y[t..degree[k + 1]]));", 1.2)]
    [InlineData("for (var k = 0; k < degree.Length - 1; k++)\n    for (var t = degree[k]; t < degree[k + 1]; t++)\n        Potential(a * (t + 1 + Sum(y[degree[k]..t])));", 6)]
    [InlineData("for (var k = 0; k < degree.Length - 1; k++)\n    for (var t = degree[k]; t < degree[k + 1]; t++)\n        Potential(a * Sum(y[degree[k]..degree[k + 1]]) * (t + 1));", 4.2)]
    [InlineData("for (var k = 0; k < degree.Length; k++)\n    for (var t = System.Math.Max(0, degree[k] - 1); t < System.Math.Min(y.Length, degree[k] + 2); t++)\n        Potential(a * Sum(y[t..System.Math.Min(y.Length, t + 2)]));", 10.7)]
    public void Are_as_long_as_the_longest_pass(string statements, double factor) =>
        LimitModel.Has("a", $"var a = Sample(Flat());\n{statements}", [0.5], 0.5 * factor, [factor]);
}
