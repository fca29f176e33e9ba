using System;
using System.Linq;
using Gen.Compiler.Analysis;
using Gen.Compiler.Ir;
using Xunit;

namespace Gen.Compiler.Tests.Analysis;

public sealed class IntervalTests
{
    private const double Infinity = double.PositiveInfinity;

    public static TheoryData<Operation> Operations => [.. OperationTable.All.Select(row => row.Operation)];

    [Theory]
    [MemberData(nameof(Operations))]
    public void An_operation_of_values_in_intervals_is_in_the_interval_of_the_operation(Operation operation)
    {
        var random = new Random(1);
        var row = OperationTable.Row(operation);
        for (var trial = 0; trial < 2000; trial++)
        {
            var arguments = Enumerable.Range(0, row.Arity).Select(_ => Draw(random)).ToArray();
            var interval = IntervalOperations.Apply(operation, arguments);
            for (var i = 0; i < 10; i++)
            {
                double[] values = [.. arguments.Select(argument => Within(random, argument))];
                if (operation is Operation.Divide or Operation.Pow && values.Contains(0))
                {
                    // Nothing is claimed of a pole.
                    continue;
                }

                var value = row.Evaluate(values);
                var slack = double.IsInfinity(value) ? 0 : 1e-12 * Math.Max(1, Math.Abs(value));
                Assert.True(
                    double.IsNaN(value) || (value >= interval.Low - slack && value <= interval.High + slack),
                    $"{operation}({string.Join(", ", arguments)}) is {interval}, not {value}");
            }
        }
    }

    [Theory]
    [InlineData(Operation.Square, -2, 3, 0, 9)]
    [InlineData(Operation.Exp, double.NegativeInfinity, 0, 0, 1)]
    [InlineData(Operation.Sqrt, -1, 4, 0, 2)]
    [InlineData(Operation.Abs, -3, -1, 1, 3)]
    [InlineData(Operation.Negate, 1, Infinity, double.NegativeInfinity, -1)]
    [InlineData(Operation.InverseLogit, double.NegativeInfinity, Infinity, 0, 1)]
    [InlineData(Operation.Log1pExp, double.NegativeInfinity, Infinity, 0, Infinity)]
    [InlineData(Operation.Erfc, double.NegativeInfinity, Infinity, 0, 2)]
    [InlineData(Operation.LogNormalCdf, double.NegativeInfinity, Infinity, double.NegativeInfinity, 0)]
    public void Ends_are_tight(Operation operation, double low, double high, double expectedLow, double expectedHigh) =>
        Assert.Equal(new Interval(expectedLow, expectedHigh), IntervalOperations.Apply(operation, [new(low, high)]));

    [Fact]
    public void Quotients_know_the_sign_of_the_divisor()
    {
        Assert.Equal(new Interval(0, Infinity), new Interval(0, 5) / Interval.NonNegative);
        Assert.Equal(new Interval(-Infinity, 0), new Interval(0, 5) / -Interval.NonNegative);
        Assert.Equal(Interval.All, Interval.Point(1) / new Interval(-1, 1));
        Assert.Equal(new Interval(0.5, 2), Interval.Point(2) / new Interval(1, 4));
    }

    [Fact]
    public void Nothing_stays_nothing()
    {
        Assert.True(IntervalOperations.Apply(Operation.Add, [Interval.Empty, Interval.All]).IsEmpty);
        Assert.Equal(Interval.Unit, Interval.Empty.Union(Interval.Unit));
        Assert.True(new Interval(2, 3).Within(Interval.Unit).IsEmpty);
    }

    // Values are finite, so an interval ends at infinity only on its own side.
    private static Interval Draw(Random random)
    {
        var (a, b) = (End(random), End(random));
        return new(random.Next(4) == 0 ? -Infinity : Math.Min(a, b), random.Next(4) == 0 ? Infinity : Math.Max(a, b));
    }

    private static double End(Random random) => random.Next(4) switch
    {
        0 => 0,
        1 => random.Next(-3, 4),
        _ => 8 * random.NextDouble() - 4,
    };

    private static double Within(Random random, Interval interval)
    {
        var low = Math.Max(interval.Low, -50);
        var high = Math.Min(interval.High, 50);
        return Math.Clamp(random.Next(4) switch { 0 => low, 1 => high, _ => low + (high - low) * random.NextDouble() }, interval.Low, interval.High);
    }
}
