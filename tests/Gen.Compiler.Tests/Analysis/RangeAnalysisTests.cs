using System.Linq;
using Gen.Compiler.Analysis;
using Gen.Compiler.Ir;
using Gen.Compiler.Tests.Reading;
using Xunit;

namespace Gen.Compiler.Tests.Analysis;

public sealed class RangeAnalysisTests
{
    private const double Infinity = double.PositiveInfinity;

    [Theory]
    [InlineData("b", double.NegativeInfinity, Infinity, true)]
    [InlineData("s", 0, Infinity, true)]
    [InlineData("p", 0, 1, true)]
    [InlineData("1 - p", 0, 1, true)]
    [InlineData("u", -1, 3, true)]
    [InlineData("u * u", 0, 9, true)]
    [InlineData("free", double.NegativeInfinity, Infinity, true)]
    [InlineData("above", -2, Infinity, true)]
    [InlineData("below", double.NegativeInfinity, 5, true)]
    [InlineData("heavy", 3, Infinity, true)]
    [InlineData("angle", -System.Math.PI, System.Math.PI, true)]
    [InlineData("s - 2", -2, Infinity, true)]
    [InlineData("s * (1 - p)", 0, Infinity, true)]
    [InlineData("s - s * p", double.NegativeInfinity, Infinity, false)]
    [InlineData("b * x[0]", double.NegativeInfinity, Infinity, true)]
    [InlineData("s * x[0]", double.NegativeInfinity, Infinity, false)]
    [InlineData("b + s * x[0]", double.NegativeInfinity, Infinity, true)]
    [InlineData("x[0]", double.NegativeInfinity, Infinity, false)]
    [InlineData("Sum(w)", 0, Infinity, false)]
    [InlineData("Sum(b * w)", double.NegativeInfinity, Infinity, true)]
    [InlineData("Exp(-s)", 0, 1, true)]
    [InlineData("Where(b > 0, b, 1)", double.NegativeInfinity, Infinity, false)]
    [InlineData("inner", 0, Infinity, false)]
    [InlineData("d", double.NegativeInfinity, Infinity, true)]
    [InlineData("level", 0, Infinity, false)]
    [InlineData("mix", 0, 0.5, false)]
    public void The_range_of_an_expression(string expression, double low, double high, bool isReached)
    {
        var result = ReadModels.Body("Vector x", $$"""
            var b = Sample(Normal(0, 1));
            var s = Sample(HalfNormal(1));
            var p = Sample(Beta(1, 1));
            var u = Sample(Uniform(-1, 3));
            var free = Sample(Flat());
            var above = Sample(Flat(lower: -2));
            var below = Sample(Flat(upper: 5));
            var heavy = Sample(Pareto(2, 3));
            var angle = Sample(VonMises(0, 1));
            var w = Sample(Exponential(1), x.Length);
            var inner = Sample(Uniform(0, s));
            var d = Deterministic(2 * b + 1);
            var level = 1.0;
            var mix = 0.5;
            for (var t = 0; t < x.Length; t++)
            {
                level = 0.9 * level + Square(x[t]);
                mix = mix * p;
            }

            Potential({{expression}});
            """);
        Assert.Empty(result.Diagnostics);
        var range = new RangeAnalysis(result.Model!).Of(Program.Flatten(result.Model!.Steps).OfType<PotentialStep>().Single().Value);
        Assert.Equal((new Interval(low, high), isReached), (range.Interval, range.IsReached));
    }

    [Fact]
    public void A_recurrence_that_grows_is_followed_to_infinity()
    {
        var result = ReadModels.Body("Vector x", """
            var s = new Vector(x.Length);
            s[0] = 1;
            for (var t = 1; t < x.Length; t++)
            {
                s[t] = 2 * s[t - 1];
            }

            Potential(Sum(s));
            """);
        var model = result.Model!;
        var value = Program.Flatten(model.Steps).OfType<AssignStep>().Last().Value;
        Assert.Equal(new Interval(1, Infinity), new RangeAnalysis(model).Of(value).Interval.Union(Interval.Point(1)));
    }
}
