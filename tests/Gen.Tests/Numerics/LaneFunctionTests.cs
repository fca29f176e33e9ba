using System;
using Gen.Numerics;
using Xunit;

namespace Gen.Tests.Numerics;

/// <summary>Elementary functions on lanes against the base library, in ulps, over their whole domain.</summary>
public class LaneFunctionTests
{
    private const int Count = 50_000;

    /// <summary>
    /// The base library's own error is up to 1 ulp, so a formula that is good to n ulp is allowed n + 1 here.
    /// </summary>
    [Fact]
    public void Exp() => Check<ExpFunction>(Math.Exp, 2, LaneArguments.LogSpaced(1e-20, 800, Count, true), LaneArguments.Even(-746, 710, Count));

    [Fact]
    public void Log() => Check<LogFunction>(
        Math.Log, 2, LaneArguments.LogSpaced(1e-320, 1e308, Count, false), LaneArguments.Even(0.5, 2, Count), LaneArguments.Even(0.999, 1.001, Count));

    private static void Check<F>(Func<double, double> reference, double tolerance, params double[][] arguments)
        where F : struct, ILaneFunction
    {
        foreach (var x in arguments)
            CheckWidths<F>(reference, tolerance, x);
        CheckWidths<F>(reference, tolerance, LaneArguments.Edges);
    }

    private static void CheckWidths<F>(Func<double, double> reference, double tolerance, double[] x)
        where F : struct, ILaneFunction
    {
        var one = Map<F, Lanes1>(x);
        for (var i = 0; i < x.Length; i++)
            Ulps.AssertClose(reference(x[i]), one[i], tolerance, $"{typeof(F).Name}({x[i]:R})");
        Assert.Equal(one, Map<F, Lanes128>(x));
        Assert.Equal(one, Map<F, Lanes256>(x));
        Assert.Equal(one, Map<F, Lanes512>(x));
    }

    private static double[] Map<F, V>(double[] x)
        where F : struct, ILaneFunction
        where V : struct, ILanes<V>
    {
        var padded = new double[x.Length + V.Count];
        x.CopyTo(padded, 0);
        var result = new double[padded.Length];
        for (var i = 0; i < x.Length; i += V.Count)
            V.Store(F.Of(V.Load(padded, i)), result, i);
        return result[..x.Length];
    }

    private interface ILaneFunction
    {
        static abstract V Of<V>(V x) where V : struct, ILanes<V>;
    }

    private struct ExpFunction : ILaneFunction
    {
        public static V Of<V>(V x) where V : struct, ILanes<V> => V.Exp(x);
    }

    private struct LogFunction : ILaneFunction
    {
        public static V Of<V>(V x) where V : struct, ILanes<V> => V.Log(x);
    }
}
