using System.Linq;
using Gen.Compiler.Analysis;
using Gen.Compiler.Ir;
using Xunit;

namespace Gen.Compiler.Tests.Analysis;

public sealed class NumberKindsTests
{
    // Between the points that kinds are represented by, and near enough that no result is rounded to the end of a range.
    private static readonly double[] Points =
        [double.NegativeInfinity, -2.9, -2.2, -1.7, -1.2, -0.95, -0.6, -0.1, 0, 0.1, 0.35, 0.6, 0.95, 1.2, 1.46, 1.7, 2.2, 2.9, double.PositiveInfinity, double.NaN];

    [Fact]
    public void An_operation_of_kinds_is_no_less_than_all_its_values()
    {
        foreach (var row in OperationTable.All.Where(row => row.Arity < 3))
        {
            foreach (var x in Points)
            {
                foreach (var y in row.Arity == 2 ? Points : [0])
                {
                    var value = row.Arity == 2 ? OperationTable.Evaluate(row.Operation, x, y) : OperationTable.Evaluate(row.Operation, x);
                    var kinds = NumberKindsOf.Apply(row.Operation, NumberKindsOf.Number(x), NumberKindsOf.Number(y));
                    Assert.True((kinds & NumberKindsOf.Number(value)) != 0, $"{row.Operation}({x}, {y}) = {value} is not among {kinds}");
                }
            }
        }
    }

    [Theory]
    [InlineData(Operation.Exp, (int)(NumberKinds.Finite), (int)NumberKinds.None, (int)(NumberKinds.Unit | NumberKinds.Positive))]
    [InlineData(Operation.Exp, (int)(NumberKinds.NegativeInfinity), (int)NumberKinds.None, (int)(NumberKinds.Zero))]
    [InlineData(Operation.Log, (int)(NumberKinds.Unit), (int)NumberKinds.None, (int)(NumberKinds.Negative | NumberKinds.NegativeUnit))]
    [InlineData(Operation.Log, (int)(NumberKinds.Zero), (int)NumberKinds.None, (int)(NumberKinds.NegativeInfinity))]
    [InlineData(Operation.Subtract, (int)(NumberKinds.Positive), (int)NumberKinds.Unit, (int)(NumberKinds.Unit | NumberKinds.Positive))]
    [InlineData(Operation.Multiply, (int)(NumberKinds.Zero), (int)NumberKinds.NegativeInfinity, (int)(NumberKinds.Undefined))]
    [InlineData(Operation.Equal, (int)(NumberKinds.Unit | NumberKinds.Positive), (int)NumberKinds.Zero, (int)(NumberKinds.Zero))]
    public void It_knows_what_matters_for_limits(Operation operation, int first, int second, int expected) =>
        Assert.Equal((NumberKinds)expected, NumberKindsOf.Apply(operation, (NumberKinds)first, (NumberKinds)second));
}
