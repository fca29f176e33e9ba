using System;
using System.Collections.Generic;
using System.Linq;
using Gen.Compiler.Interpretation;
using Gen.Compiler.Ir;
using Gen.Compiler.Tests.Interpretation;
using Xunit;

namespace Gen.Compiler.Tests.Operations;

/// <summary>The operation table against two witnesses that do not read its partials: differences of its values, and textbook slopes.</summary>
public sealed class OperationTableTests
{
    // Extrapolated differences of functions that are accurate to some ulps are good to about 1e-9 relative and 1e-13 / step absolute.
    private const double DifferenceRelative = 1e-7;
    private const double DifferenceAbsolute = 1e-9;

    // Two closed forms of one derivative differ by their rounding: some ulps, an ulp of 1 where a form is 1 − x.
    private const double SlopeRelative = 1e-12;
    private const double SlopeAbsolute = 1e-15;

    public static TheoryData<Operation> Operations => [.. Enum.GetValues<Operation>()];

    public static TheoryData<Operation, int> Partials => ArgumentsOf(row => row.Partials, partial => partial is not null);

    // Detach withholds a derivative, that is its meaning; IntegerDivide is only of integers.
    public static TheoryData<Operation, int> Constants => ArgumentsOf(
        row => row.IsOfDerivatives || row.Operation is Operation.Detach or Operation.IntegerDivide ? [] : row.Partials, partial => partial is null);

    [Theory]
    [MemberData(nameof(Operations))]
    public void Every_operation_has_a_row_with_a_partial_for_each_argument(Operation operation)
    {
        var row = OperationTable.Row(operation);
        Assert.Equal(operation, row.Operation);
        Assert.Equal(row.Arity, row.Partials.Length);
        Assert.NotEmpty(row.Probe);
        Assert.All(Points(row), point => Assert.False(double.IsNaN(row.Evaluate(point))));
        Assert.Equal(!row.IsOfDerivatives, OperationTable.TryFind(operation.ToString(), out var found));
        Assert.Equal(operation, found);
    }

    [Theory]
    [MemberData(nameof(Operations))]
    public void Values_lie_in_the_stated_range(Operation operation)
    {
        var row = OperationTable.Row(operation);
        Assert.All(Points(row).Select(row.Evaluate), value => Assert.True(row.Range.ToString() switch
        {
            "Positive" or "NonNegative" => value >= 0,
            "Unit" => value is >= 0 and <= 1,
            _ => true,
        }));
    }

    [Theory]
    [MemberData(nameof(Partials))]
    public void A_partial_is_the_derivative(Operation operation, int argument)
    {
        var row = OperationTable.Row(operation);
        Assert.Empty(Disagreements(row, argument, row.Partials[argument]!));
    }

    [Theory]
    [MemberData(nameof(Partials))]
    public void A_wrong_partial_would_be_noticed_by_each_witness(Operation operation, int argument)
    {
        var row = OperationTable.Row(operation);
        var partial = row.Partials[argument]!;
        Partial[] mutants =
        [
            (a, r) => 1.001 * partial(a, r),
            (a, r) => -partial(a, r),
            (a, r) => partial(a, r) + 0.001,
            (_, _) => 0,
        ];
        foreach (var mutant in mutants)
        {
            var witnesses = Disagreements(row, argument, mutant).Select(d => d.Witness).Distinct();
            Assert.Equal(["difference", "slope"], witnesses.Order());
        }
    }

    [Theory]
    [MemberData(nameof(Constants))]
    public void Where_there_is_no_partial_the_operation_is_locally_constant(Operation operation, int argument)
    {
        var row = OperationTable.Row(operation);
        foreach (var point in Points(row))
        {
            // Off the points where it may jump.
            var x = point[argument] + 0.0137;
            var value = row.Evaluate(Replaced(point, argument, x));
            Assert.Equal(value, row.Evaluate(Replaced(point, argument, x + 1e-7)));
            Assert.Equal(value, row.Evaluate(Replaced(point, argument, x - 1e-7)));
            Assert.Equal(0, Slopes.At(operation, Replaced(point, argument, x))[argument]);
        }
    }

    [Theory]
    [InlineData(Operation.Max)]
    [InlineData(Operation.Min)]
    public void At_a_tie_one_argument_takes_the_whole_derivative(Operation operation)
    {
        var row = OperationTable.Row(operation);
        Expr[] tie = [2, 2];
        Assert.Equal(1, Number(row.Partials[0]!(tie, 2)) + Number(row.Partials[1]!(tie, 2)));
        Assert.Equal(1, Slopes.At(operation, [2, 2]).Sum());
    }

    private static TheoryData<Operation, int> ArgumentsOf(Func<OperationRow, Partial?[]> partials, Func<Partial?, bool> included)
    {
        var arguments = new TheoryData<Operation, int>();
        foreach (var row in OperationTable.All)
        {
            for (var k = 0; k < partials(row).Length; k++)
            {
                if (included(partials(row)[k]))
                {
                    arguments.Add(row.Operation, k);
                }
            }
        }

        return arguments;
    }

    private static IEnumerable<(string Witness, double[] Point)> Disagreements(OperationRow row, int argument, Partial partial)
    {
        foreach (var point in Points(row))
        {
            var value = row.Evaluate(point);
            var derivative = Number(partial(Array.ConvertAll(point, v => (Expr)v), value));
            var difference = CentralDifference.Of(x => row.Evaluate(Replaced(point, argument, x)), point[argument]);
            if (!Close(derivative, difference, DifferenceRelative, DifferenceAbsolute * Math.Max(1, Math.Abs(value))))
            {
                yield return ("difference", point);
            }

            // Where chooses, rather than has slopes.
            var slope = row.Operation == Operation.Where ? (point[0] != 0) == (argument == 1) ? 1 : 0 : Slopes.At(row.Operation, point)[argument];
            if (!Close(derivative, slope, SlopeRelative, SlopeAbsolute))
            {
                yield return ("slope", point);
            }
        }
    }

    /// <summary>All combinations of probe points, without those where an extreme has a kink, a remainder jumps or a power is not representable.</summary>
    private static IEnumerable<double[]> Points(OperationRow row) => row.Arity switch
    {
        1 => row.Probe.Select(x => new[] { x }),
        2 => from x in row.Probe
             from y in row.Probe
             where row.Operation is not (Operation.Max or Operation.Min or Operation.Remainder) || x != y
             where row.Operation != Operation.Pow || Math.Abs(y * Math.Log(x)) < 300
             select new[] { x, y },
        _ => from c in new double[] { 0, 1 }
             from x in row.Probe
             from y in row.Probe
             select new[] { c, x, y },
    };

    private static bool Close(double a, double b, double relative, double absolute) =>
        Math.Abs(a - b) <= absolute + relative * Math.Max(Math.Abs(a), Math.Abs(b));

    private static double Number(Expr expression) => expression.IsConstant(out var value) ? value : throw new ArgumentException("Not a number.");

    private static double[] Replaced(double[] values, int at, double value)
    {
        double[] copy = [.. values];
        copy[at] = value;
        return copy;
    }
}
