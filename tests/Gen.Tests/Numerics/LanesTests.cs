using System;
using System.Collections.Generic;
using Gen.Numerics;
using Xunit;

namespace Gen.Tests.Numerics;

/// <summary>Arithmetic, memory and selection: every lane type against plain doubles.</summary>
public class LanesTests
{
    [Fact]
    public void OneLane() => CheckAll<Lanes1>(1);

    [Fact]
    public void TwoLanes() => CheckAll<Lanes128>(2);

    [Fact]
    public void FourLanes() => CheckAll<Lanes256>(4);

    [Fact]
    public void EightLanes() => CheckAll<Lanes512>(8);


    private static void CheckAll<V>(int count)
        where V : struct, ILanes<V>
    {
        Assert.Equal(count, V.Count);
        CheckMemory<V>();
        CheckIndexedMemory<V>();
        CheckOperators<V>();
        CheckSelection<V>();
        CheckReductions<V>();
    }

    private static void CheckMemory<V>()
        where V : struct, ILanes<V>
    {
        double[] source = new double[40];
        var integers = new int[20];
        for (var i = 0; i < source.Length; i++)
            source[i] = 100 + i;
        for (var i = 0; i < integers.Length; i++)
            integers[i] = 7 - (3 * i);
        var loaded = ToArray(V.Load(source, 3));
        var strided = ToArray(V.LoadStrided(source, 2, 4));
        var whole = ToArray(V.LoadInt(integers, 5));
        var iota = ToArray(V.Iota(-3));
        for (var l = 0; l < V.Count; l++)
        {
            Assert.Equal(103 + l, loaded[l]);
            Assert.Equal(102 + (4 * l), strided[l]);
            Assert.Equal(7 - (3 * (5 + l)), whole[l]);
            Assert.Equal(-3 + l, iota[l]);
            Assert.Equal(2.5, ToArray(V.Broadcast(2.5))[l]);
            Assert.Equal(0.0, ToArray(V.Zero)[l]);
        }

        var destination = new double[V.Count + 2];
        V.Store(V.Iota(1), destination, 1);
        Assert.Equal(0, destination[0]);
        Assert.Equal(0, destination[^1]);
        for (var l = 0; l < V.Count; l++)
            Assert.Equal(1 + l, destination[1 + l]);
    }

    private static void CheckIndexedMemory<V>()
        where V : struct, ILanes<V>
    {
        // Index 3 comes again and again, so that additions to one place must not overwrite each other.
        int[] indices = [9, 3, 3, 0, 5, 3, 1, 4, 3, 2];
        var source = new double[40];
        for (var i = 0; i < source.Length; i++)
            source[i] = 10 * i;
        var gathered = ToArray(V.Gather(source, indices, 1));
        var gatheredRows = ToArray(V.Gather(source, indices, 1, 4, 2));
        var sums = new double[10];
        var expectedSums = new double[10];
        var rows = new double[40];
        var expectedRows = new double[40];
        V.ScatterAdd(V.Iota(1), sums, indices, 1);
        V.ScatterAdd(V.Iota(1), sums, indices, 2);
        V.ScatterAdd(V.Iota(1), rows, indices, 1, 4, 2);
        for (var l = 0; l < V.Count; l++)
        {
            Assert.Equal(source[indices[1 + l]], gathered[l]);
            Assert.Equal(source[(indices[1 + l] * 4) + 2], gatheredRows[l]);
            expectedSums[indices[1 + l]] += 1 + l;
            expectedSums[indices[2 + l]] += 1 + l;
            expectedRows[(indices[1 + l] * 4) + 2] += 1 + l;
        }

        Assert.Equal(expectedSums, sums);
        Assert.Equal(expectedRows, rows);

        // Of lanes that meet in one element the last one stays whose condition holds.
        double[] conditions = [1, 1, 0, 1, 0, 1, 0, 0];
        double[] stored = new double[10], expected = new double[10];
        double[] storedRows = new double[40], expectedStoredRows = new double[40];
        LaneElements.ScatterWhere(V.Load(conditions, 0), V.Iota(1), stored, 0, 0, indices, 1, 1);
        LaneElements.ScatterWhere(V.Load(conditions, 0), V.Iota(1), storedRows, 0, 0, indices, 1, 3, indices, 2, 1);
        for (var l = 0; l < V.Count; l++)
        {
            if (conditions[l] != 0)
            {
                expected[indices[1 + l]] = 1 + l;
                expectedStoredRows[(3 * indices[1 + l]) + indices[2 + l]] = 1 + l;
            }
        }

        Assert.Equal(expected, stored);
        Assert.Equal(expectedStoredRows, storedRows);
    }

    private static void CheckOperators<V>()
        where V : struct, ILanes<V>
    {
        double[] a = [1.5, -2, 0.1, 7, -8.25, 3, 1e-3, 1e3];
        double[] b = [-0.5, 3, 0.7, 0.3, 2, -1, 1e3, 9];
        double[] c = [4, 0.2, -0.3, 1, 1, 6, -5, 2];
        V x = V.Load(a, 0), y = V.Load(b, 0), z = V.Load(c, 0);
        var pairs = new List<(V Actual, Func<int, double> Expected)>
        {
            (x + y, l => a[l] + b[l]), (x + 0.3, l => a[l] + 0.3), (0.3 + x, l => 0.3 + a[l]),
            (x - y, l => a[l] - b[l]), (x - 0.3, l => a[l] - 0.3), (0.3 - x, l => 0.3 - a[l]),
            (x * y, l => a[l] * b[l]), (x * 0.3, l => a[l] * 0.3), (0.3 * x, l => 0.3 * a[l]),
            (x / y, l => a[l] / b[l]), (x / 0.3, l => a[l] / 0.3), (0.3 / x, l => 0.3 / a[l]),
            (-x, l => -a[l]), (V.Square(x), l => a[l] * a[l]),
        };
        foreach (var (actual, expected) in pairs)
        {
            for (var l = 0; l < V.Count; l++)
                Assert.Equal(expected(l), ToArray(actual)[l]);
        }

        for (var l = 0; l < V.Count; l++)
        {
            // Rounded once or twice, by the processor: the difference is half an ulp of the product.
            var product = a[l] * b[l];
            Assert.InRange(ToArray(V.MultiplyAdd(x, y, z))[l] - (product + c[l]), -1.2e-16 * Math.Abs(product), 1.2e-16 * Math.Abs(product));
        }
    }

    private static void CheckSelection<V>()
        where V : struct, ILanes<V>
    {
        var numbers = LaneArguments.Edges;
        foreach (var a in numbers)
        {
            V x = V.Broadcast(a);
            AssertEvery(Functions.Not(a), V.Not(x));
            AssertEvery(Functions.Abs(a), V.Abs(x));
            AssertEvery(Functions.Sign(a), V.Sign(x));
            AssertEvery(Functions.Floor(a), V.Floor(x));
            AssertEvery(Math.Truncate(a), V.Truncate(x));
            AssertEvery(Functions.Sqrt(a), V.Sqrt(x));
            AssertEvery(Functions.Where(a, 5, 6), V.Where(x, V.Broadcast(5), V.Broadcast(6)));
            foreach (var b in numbers)
            {
                V y = V.Broadcast(b);
                AssertEvery(Functions.Less(a, b), V.Less(x, y));
                AssertEvery(Functions.LessOrEqual(a, b), V.LessOrEqual(x, y));
                AssertEvery(Functions.Equal(a, b), V.Equal(x, y));
                AssertEvery(Functions.And(a, b), V.And(x, y));
                AssertEvery(Functions.Or(a, b), V.Or(x, y));
                AssertEvery(Functions.Max(a, b), V.Max(x, y));
                AssertEvery(Functions.Min(a, b), V.Min(x, y));
                AssertEvery(a % b, V.Remainder(x, y));
            }
        }
    }

    private static void CheckReductions<V>()
        where V : struct, ILanes<V>
    {
        double[] values = [3, -1, 4, -1.5, 5, -9, 2, 6];
        var sum = 0.0;
        double largest = double.NegativeInfinity, smallest = double.PositiveInfinity;
        for (var l = 0; l < V.Count; l++)
        {
            sum += values[l];
            largest = Math.Max(largest, values[l]);
            smallest = Math.Min(smallest, values[l]);
        }

        Assert.Equal(sum, V.Sum(V.Load(values, 0)));
        Assert.Equal(largest, V.MaxLane(V.Load(values, 0)));
        Assert.Equal(smallest, V.MinLane(V.Load(values, 0)));
        for (var l = 0; l < V.Count; l++)
        {
            var spoiled = (double[])values.Clone();
            spoiled[l] = double.NaN;
            Assert.True(double.IsNaN(V.MaxLane(V.Load(spoiled, 0))));
            Assert.True(double.IsNaN(V.MinLane(V.Load(spoiled, 0))));
        }
    }

    private static void AssertEvery<V>(double expected, V actual)
        where V : struct, ILanes<V>
    {
        foreach (var lane in ToArray(actual))
            Assert.Equal(expected, lane);
    }

    private static double[] ToArray<V>(V value)
        where V : struct, ILanes<V>
    {
        var lanes = new double[V.Count];
        V.Store(value, lanes, 0);
        return lanes;
    }
}
