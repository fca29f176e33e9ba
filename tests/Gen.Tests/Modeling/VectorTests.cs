using System;
using System.Linq;
using Xunit;

namespace Gen.Tests.Modeling;

public sealed class VectorTests
{
    private static readonly Vector X = [1, 2, 4];
    private static readonly Vector Y = [2, -1, 8];
    private static readonly int[] Counts = [1, 2, 3];

    [Fact]
    public void Operators_of_two_vectors_are_elementwise()
    {
        Assert.Equal([3.0, 1, 12], X + Y);
        Assert.Equal([-1.0, 3, -4], X - Y);
        Assert.Equal([2.0, -2, 32], X * Y);
        Assert.Equal([0.5, -2, 0.5], X / Y);
        Assert.Equal([-1.0, -2, -4], -X);
        Assert.Equal([1.0, 2, 4], +X);
    }

    [Fact]
    public void A_number_meets_every_element_from_both_sides()
    {
        Assert.Equal([3.0, 4, 6], X + 2);
        Assert.Equal([-1.0, 0, 2], X - 2);
        Assert.Equal([2.0, 4, 8], X * 2);
        Assert.Equal([0.5, 1, 2], X / 2);
        Assert.Equal([3.0, 4, 6], 2 + X);
        Assert.Equal([1.0, 0, -2], 2 - X);
        Assert.Equal([2.0, 4, 8], 2 * X);
        Assert.Equal([4.0, 2, 1], 4 / X);
    }

    [Fact]
    public void Integer_arrays_meet_vectors_and_numbers_as_real_numbers()
    {
        Assert.Equal([2.0, 4, 7], X + Counts);
        Assert.Equal([0.0, 0, -1], Counts - X);
        Assert.Equal([1.0, 4, 12], Counts * X);
        Assert.Equal([1.0, 1, 4.0 / 3], X / Counts);
        Assert.Equal([0.5, 1, 1.5], Counts / 2);
        Assert.Equal([6.0, 3, 2], 6 / Counts);
        Assert.Equal([1.5, 3, 4.5], Counts * 1.5);
        Assert.Equal([1.5, 3, 4.5], 1.5 * Counts);
        Assert.Equal([2.0, 3, 4], Counts + 1);
        Assert.Equal([2.0, 3, 4], 1 + Counts);
        Assert.Equal([0.0, 1, 2], Counts - 1);
        Assert.Equal([0.0, -1, -2], 1 - Counts);
        Assert.Equal([-1.0, -2, -3], -Counts);
    }

    [Fact]
    public void Comparisons_with_a_number_give_ones_and_zeros()
    {
        Assert.Equal([0.0, 1, 0], Counts == 2);
        Assert.Equal([1.0, 0, 1], Counts != 2);
        Assert.Equal([1.0, 0, 0], Counts < 2);
        Assert.Equal([1.0, 1, 0], Counts <= 2);
        Assert.Equal([0.0, 0, 1], Counts > 2);
        Assert.Equal([0.0, 1, 1], Counts >= 2);
        Assert.Equal([0.0, 1, 0], X == 2);
        Assert.Equal([1.0, 0, 1], X != 2);
        Assert.Equal([1.0, 0, 0], X < 2);
        Assert.Equal([1.0, 1, 0], X <= 2);
        Assert.Equal([0.0, 0, 1], X > 2);
        Assert.Equal([0.0, 1, 1], X >= 2);
        Assert.Equal([0.0, 1, 0], 2 == Counts);
        Assert.Equal([1.0, 0, 1], 2 != Counts);
        Assert.Equal([0.0, 0, 1], 2 < Counts);
        Assert.Equal([0.0, 1, 1], 2 <= Counts);
        Assert.Equal([1.0, 0, 0], 2 > Counts);
        Assert.Equal([1.0, 1, 0], 2 >= Counts);
        Assert.Equal([0.0, 1, 0], 2 == X);
        Assert.Equal([1.0, 0, 1], 2 != X);
        Assert.Equal([0.0, 0, 1], 2 < X);
        Assert.Equal([0.0, 1, 1], 2 <= X);
        Assert.Equal([1.0, 0, 0], 2 > X);
        Assert.Equal([1.0, 1, 0], 2 >= X);
    }

    [Fact]
    public void Conditions_combine()
    {
        Assert.Equal([0.0, 1, 0], (Counts >= 2) & (X < 3));
        Assert.Equal([1.0, 0, 1], (Counts == 1) | (X > 3));
        Assert.Equal([1.0, 0, 1], !(Counts == 2));
        Vector two = [1, 0];
        Assert.Equal("And: its arguments have 3 and 2 elements.", Assert.Throws<ArgumentException>(() => X & two).Message);
        Assert.Throws<ArgumentException>(() => X | two);
    }

    [Fact]
    public void Equality_of_two_vectors_and_with_null_stays_that_of_references()
    {
        Vector? none = null;
        var same = X;
        Vector copy = [1, 2, 4];

        Assert.True(X == same);
        Assert.False(X == copy);
        Assert.True(none == null);
        Assert.True(X != null);
        Assert.True(X.Equals(same));
        Assert.False(X.Equals(copy));
        Assert.Equal(X.GetHashCode(), same.GetHashCode());
        Assert.NotEqual(X.GetHashCode(), copy.GetHashCode());
    }

    [Fact]
    public void Lengths_that_differ_are_refused_with_both_in_the_message()
    {
        Vector two = [1, 2];
        Func<Vector>[] mixes = [() => X + two, () => X - two, () => X * two, () => X / two, () => two + Counts];

        foreach (var mix in mixes)
        {
            var error = Assert.Throws<ArgumentException>(mix);
            Assert.Contains("3", error.Message, StringComparison.Ordinal);
            Assert.Contains("2", error.Message, StringComparison.Ordinal);
        }

        Assert.Equal("x * y: x has 3 elements, y has 2.", Assert.Throws<ArgumentException>(() => X * two).Message);
    }

    [Fact]
    public void Elements_are_read_and_set_from_either_end()
    {
        Vector v = [1, 2, 3];
        v[0] = 10;
        v[^1] = 30;

        Assert.Equal([10.0, 2, 30], v);
        Assert.Equal(30, v[^1]);
    }

    [Fact]
    public void Ranges_slice_and_are_set()
    {
        Vector v = [1, 2, 3, 4];

        Assert.Equal([2.0, 3], v[1..3]);
        Assert.Equal([1.0, 2, 3], v[..^1]);
        Assert.Equal([1.0, 1, 1], v[1..] - v[..^1]);
        v[2..] = [7, 8];
        Assert.Equal([1.0, 2, 7, 8], v);
        Assert.Throws<ArgumentOutOfRangeException>(() => v[3..6]);
        var error = Assert.Throws<ArgumentException>(() => v[2..] = [1, 2, 3]);
        Assert.Equal("The range 2..^0 has 2 elements, the vector set into it has 3.", error.Message);
    }

    [Fact]
    public void A_slice_is_a_copy()
    {
        Vector v = [1, 2, 3];
        var slice = v[..2];
        slice[0] = 99;

        Assert.Equal(1, v[0]);
    }

    [Fact]
    public void Integer_arrays_gather()
    {
        int[] county = [2, 0, 0, 1];

        Assert.Equal([4.0, 1, 1, 2], X[county]);
    }

    [Fact]
    public void Indices_outside_say_what_the_range_is_and_whether_they_look_one_based()
    {
        int[] oneBased = [1, 2, 3];
        int[] wild = [0, 7];

        Assert.Equal(
            "Index 3 at position 2 is outside a vector of 3 elements: they run from 0 to 2. " +
            "The indices run from 1 to 3, so they look 1-based; subtract 1.",
            Assert.Throws<IndexOutOfRangeException>(() => X[oneBased]).Message);
        Assert.Equal(
            "Index 7 at position 1 is outside a vector of 3 elements: they run from 0 to 2.",
            Assert.Throws<IndexOutOfRangeException>(() => X[wild]).Message);
        Assert.Equal(
            "Index -1 is outside a vector of 3 elements: they run from 0 to 2.",
            Assert.Throws<IndexOutOfRangeException>(() => X[-1]).Message);
        Assert.Throws<IndexOutOfRangeException>(() => X[3] = 0);
    }

    [Fact]
    public void Collection_expressions_spread()
    {
        Vector v = [0, .. X + 1, 9];

        Assert.Equal([0.0, 2, 3, 5, 9], v);
    }

    [Fact]
    public void Text_shows_the_first_ten_elements()
    {
        Assert.Equal("[1, 2, 4]", X.ToString());
        Vector many = Enumerable.Range(0, 12).ToArray();
        Assert.Equal("[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, … 12 elements]", many.ToString());
        Vector odd = [double.NaN, double.NegativeInfinity, 1.0 / 3];
        Assert.Equal("[NaN, −∞, 0.333333]", odd.ToString());
    }
}
