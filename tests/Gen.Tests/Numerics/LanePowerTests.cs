using System;
using Gen.Numerics;
using Xunit;

namespace Gen.Tests.Numerics;

/// <summary>Powers on lanes against <see cref="Math.Pow"/>, whose error is below 1 ulp.</summary>
public class LanePowerTests
{
    [Fact]
    public void PowersAgreeWithTheBaseLibrary()
    {
        var random = new RandomStream(7);
        var x = new double[40_000];
        var y = new double[x.Length];
        for (var i = 0; i < x.Length; i++)
        {
            // Results from 1e-300 to 1e300, from bases of all sizes and from bases near 1 to large powers.
            x[i] = i % 2 == 0 ? Math.Exp(1400 * (random.NextDouble() - 0.5)) : 1 + (0.5 * (random.NextDouble() - 0.5));
            y[i] = 1380 * (random.NextDouble() - 0.5) / Math.Max(1e-3, Math.Abs(Math.Log(x[i])));
        }

        Check(x, y, 3);
    }

    [Fact]
    public void ResultsOutsideTheNormalRange()
    {
        var x = new double[4_000];
        var y = new double[x.Length];
        for (var i = 0; i < x.Length; i++)
        {
            x[i] = 1.5 + (i * 0.001);
            y[i] = (i % 2 == 0 ? 1 : -1) * (700 + (i * 0.015)) / Math.Log(x[i]);
        }

        Check(x, y, 3);
    }

    [Fact]
    public void EveryPairOfEdges()
    {
        var edges = LaneArguments.Edges;
        var x = new double[edges.Length * edges.Length];
        var y = new double[x.Length];
        for (var i = 0; i < x.Length; i++)
            (x[i], y[i]) = (edges[i / edges.Length], edges[i % edges.Length]);
        Check(x, y, 3);
    }

    private static void Check(double[] x, double[] y, double tolerance)
    {
        var one = Map<Lanes1>(x, y);
        for (var i = 0; i < x.Length; i++)
            Ulps.AssertClose(Math.Pow(x[i], y[i]), one[i], tolerance, $"Pow({x[i]:R}, {y[i]:R})");
        CheckSame<Lanes128>(x, y, one);
        CheckSame<Lanes256>(x, y, one);
        CheckSame<Lanes512>(x, y, one);
    }

    private static void CheckSame<V>(double[] x, double[] y, double[] one)
        where V : struct, ILanes<V>
    {
        var several = Map<V>(x, y);
        for (var i = 0; i < x.Length; i++)
            Ulps.AssertClose(one[i], several[i], 0, $"{V.Count} lanes, Pow({x[i]:R}, {y[i]:R})");
    }

    private static double[] Map<V>(double[] x, double[] y)
        where V : struct, ILanes<V>
    {
        var (paddedX, paddedY) = (new double[x.Length + V.Count], new double[x.Length + V.Count]);
        x.CopyTo(paddedX, 0);
        y.CopyTo(paddedY, 0);
        var result = new double[paddedX.Length];
        for (var i = 0; i < x.Length; i += V.Count)
            V.Store(V.Pow(V.Load(paddedX, i), V.Load(paddedY, i)), result, i);
        return result[..x.Length];
    }
}
