using System;
using System.Linq;
using Gen.Numerics;
using Xunit;
using static Gen.Tests.Numerics.LinearAlgebra.TestMatrices;

namespace Gen.Tests.Numerics.LinearAlgebra;

public sealed class TriangularSolveTests
{
    public static TheoryData<int, int> Shapes
    {
        get
        {
            var shapes = new TheoryData<int, int>();
            foreach (var n in new[] { 1, 2, 7, 8, 9, 31, 32, 33, 48, 49, 100, 257 })
            {
                foreach (var columns in new[] { 1, 2, 9, 25, 60 })
                {
                    shapes.Add(n, columns);
                }
            }

            return shapes;
        }
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Solutions_of_several_right_hand_sides_satisfy_their_equations(int n, int columns)
    {
        var factor = LowerTriangle(n, 1);
        var lower = Lower(n, factor);
        var sides = Normals(n * columns, 2);
        var solutions = new double[n * columns];

        TriangularSolve.Lower(factor, n, columns, sides, solutions);
        Assert.True(LargestDifference(sides, Product(n, n, columns, lower, solutions)) < 1e-13);

        TriangularSolve.LowerTransposed(factor, n, columns, sides, solutions);
        Assert.True(LargestDifference(sides, Product(n, n, columns, Transpose(n, n, lower), solutions)) < 1e-13);

        TriangularSolve.LowerTransposed(factor, n, columns, sides, sides);
        Assert.Equal(solutions, sides);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(7)]
    [InlineData(33)]
    [InlineData(100)]
    [InlineData(257)]
    public void Solutions_of_one_right_hand_side_satisfy_their_equations(int n)
    {
        var factor = LowerTriangle(n, 1);
        var lower = Lower(n, factor);
        var side = Normals(n, 2);
        var solution = new double[n];

        TriangularSolve.Lower(factor, n, side, solution);
        Assert.True(LargestDifference(side, Product(n, n, 1, lower, solution)) < 1e-13);

        TriangularSolve.LowerTransposed(factor, n, side, solution);
        Assert.True(LargestDifference(side, Product(n, n, 1, Transpose(n, n, lower), solution)) < 1e-13);

        TriangularSolve.LowerTransposed(factor, n, side, side);
        Assert.Equal(solution, side);
    }

    [Fact]
    public void Solutions_agree_with_R()
    {
        // R 4: l <- matrix(c(2, 1, -1, 0, 3, 0.5, 0, 0, 4), 3); forwardsolve(l, c(1, 2, 3)); backsolve(t(l), c(1, 2, 3))
        double[] l = [2, double.NaN, double.NaN, 1, 3, double.NaN, -1, 0.5, 4];
        var x = new double[3];

        TriangularSolve.Lower(l, 3, [1, 2, 3], x);
        Assert.True(LargestDifference([0.5, 0.5, 0.8125], x) < 1e-15);

        TriangularSolve.LowerTransposed(l, 3, [1, 2, 3], x);
        Assert.True(LargestDifference([0.60416666666666663, 0.54166666666666663, 0.75], x) < 1e-15);
    }

    [Theory]
    [InlineData(1, 1, false)]
    [InlineData(1, 1, true)]
    [InlineData(5, 1, false)]
    [InlineData(5, 1, true)]
    [InlineData(60, 1, false)]
    [InlineData(60, 1, true)]
    [InlineData(5, 3, false)]
    [InlineData(5, 3, true)]
    [InlineData(49, 26, false)]
    [InlineData(49, 26, true)]
    [InlineData(130, 70, false)]
    [InlineData(130, 70, true)]
    public void Adjoints_are_the_derivatives(int n, int columns, bool transposed)
    {
        var factor = LowerTriangle(n, 1);
        double[] Solve(double[] l, double[] b)
        {
            var x = new double[b.Length];
            if (transposed)
            {
                TriangularSolve.LowerTransposed(l, n, columns, b, x);
            }
            else
            {
                TriangularSolve.Lower(l, n, columns, b, x);
            }

            return x;
        }

        var (sides, weights) = (Normals(n * columns, 2), Normals(n * columns, 3));
        var solutions = Solve(factor, sides);
        double[] changeOfFactor = [.. Normals(n * n, 4).Select(x => x / n)], changeOfSides = Normals(n * columns, 5);
        double[] ofFactor = Normals(n * n, 6), ofSides = Normals(n * columns, 7);
        var (factorBefore, sidesBefore) = (ofFactor.ToArray(), ofSides.ToArray());

        if (columns == 1)
        {
            var scratch = new double[n];
            if (transposed)
            {
                TriangularSolve.LowerTransposedAdjoint(factor, n, solutions, weights, ofFactor, ofSides, scratch);
            }
            else
            {
                TriangularSolve.LowerAdjoint(factor, n, solutions, weights, ofFactor, ofSides, scratch);
            }
        }
        else
        {
            var scratch = new double[n * columns];
            if (transposed)
            {
                TriangularSolve.LowerTransposedAdjoint(factor, n, columns, solutions, weights, ofFactor, ofSides, scratch);
            }
            else
            {
                TriangularSolve.LowerAdjoint(factor, n, columns, solutions, weights, ofFactor, ofSides, scratch);
            }
        }

        double[] addedToFactor = [.. ofFactor.Zip(factorBefore, (after, before) => after - before)];
        double[] addedToSides = [.. ofSides.Zip(sidesBefore, (after, before) => after - before)];
        Assert.Equal(Lower(n, addedToFactor), addedToFactor);

        const double h = 1e-4;
        double Value(double step, bool moveFactor) => Inner(
            weights,
            moveFactor
                ? Solve([.. factor.Zip(changeOfFactor, (x, y) => x + step * y)], sides)
                : Solve(factor, [.. sides.Zip(changeOfSides, (x, y) => x + step * y)]));
        Assert.Equal((Value(h, false) - Value(-h, false)) / (2 * h), Inner(addedToSides, changeOfSides), 1e-8 * n);
        Assert.Equal((Value(h, true) - Value(-h, true)) / (2 * h), Inner(addedToFactor, Lower(n, changeOfFactor)), 1e-7 * n);
    }

    [Fact]
    public void Adjoints_that_are_not_wanted_are_left_out()
    {
        var factor = LowerTriangle(3, 1);
        double[] solution = [1, 2, 3], weights = [3, -1, 2], ofSide = new double[3], ofFactor = new double[9];

        TriangularSolve.LowerAdjoint(factor, 3, solution, weights, [], ofSide, new double[3]);
        TriangularSolve.LowerAdjoint(factor, 3, solution, weights, ofFactor, [], new double[3]);

        Assert.True(ofSide.All(x => x != 0));
        Assert.Equal(-ofSide[1] * solution[0], ofFactor[3]);
    }

    [Fact]
    public void Nothing_is_allocated()
    {
        const int n = 100, columns = 30;
        var factor = LowerTriangle(n, 1);
        double[] solutions = Normals(n * columns, 1), adjoint = new double[n * n], sides = new double[n * columns], scratch = new double[n * columns];
        void Run()
        {
            TriangularSolve.Lower(factor, n, columns, solutions, solutions);
            TriangularSolve.LowerAdjoint(factor, n, columns, solutions, solutions, adjoint, sides, scratch);
            TriangularSolve.LowerTransposedAdjoint(factor, n, solutions, solutions, adjoint, sides, scratch);
        }

        Run();
        var before = GC.GetAllocatedBytesForCurrentThread();
        Run();
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Fact]
    public void Spans_that_are_too_short_are_refused()
    {
        Assert.Throws<ArgumentException>(() => TriangularSolve.Lower(new double[3], 2, new double[2], new double[2]));
        Assert.Throws<ArgumentException>(() => TriangularSolve.Lower(new double[4], 2, new double[1], new double[2]));
        Assert.Throws<ArgumentException>(() => TriangularSolve.Lower(new double[4], 2, 3, new double[6], new double[5]));
        Assert.Throws<ArgumentException>(
            () => TriangularSolve.LowerAdjoint(new double[4], 2, new double[2], new double[2], new double[3], [], new double[2]));
    }
}
