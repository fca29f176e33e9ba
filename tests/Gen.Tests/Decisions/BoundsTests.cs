using System;
using Xunit;

namespace Gen.Tests.Decisions;

public class BoundsTests
{
    private const double Open = double.PositiveInfinity;

    [Fact]
    public void One_pair_serves_every_element()
    {
        Assert.Equal([0.0, 0, 0], Bounds.AtLeast(0).Lower(3));
        Assert.Equal([Open, Open, Open], Bounds.AtLeast(0).Upper(3));
        Assert.Equal([-Open, -Open], Bounds.AtMost(1).Lower(2));
        Assert.Equal([1.0, 1], Bounds.AtMost(1).Upper(2));
        Assert.Equal([-Open], Bounds.Free.Lower(1));
    }

    [Fact]
    public void Each_element_may_have_its_own()
    {
        var bounds = Bounds.AtLeast([1, 2]);
        Assert.Equal([1.0, 2], bounds.Lower(2));
        Assert.Equal([Open, Open], bounds.Upper(2));
        Assert.Equal([3.0, 4], Bounds.AtMost([3, 4]).Upper(2));
        Assert.Throws<ArgumentException>(() => bounds.Lower(3));

        Matrix lower = new double[,] { { 1, 2 }, { 3, 4 } };
        Matrix upper = new double[,] { { 5, 6 }, { 7, 8 } };
        Assert.Equal([5.0, 6, 7, 8], Bounds.Between(lower, upper).Upper(4));
        Assert.Throws<ArgumentException>(() => Bounds.Between(lower, new Matrix(1, 4)));
    }

    [Fact]
    public void Several_decisions_lie_end_to_end()
    {
        var bounds = Bounds.Concatenate((Bounds.AtLeast(0), 2), (Bounds.Between([1], [2]), 1), (Bounds.Free, 1));
        Assert.Equal([0.0, 0, 1, -Open], bounds.Lower(4));
        Assert.Equal([Open, Open, 2, Open], bounds.Upper(4));
    }
}
