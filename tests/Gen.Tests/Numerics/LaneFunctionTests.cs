using System;
using Gen.Numerics;
using Xunit;

namespace Gen.Tests.Numerics;

/// <summary>
/// Functions on lanes over their whole domain, in ulps: every width gives the same bits, and one lane agrees with a formula in the base
/// library's functions. That formula's own error (1 ulp for each function in it) is added to the stated error of ours.
/// </summary>
public class LaneFunctionTests
{
    private const int Count = 25_000;

    [Fact]
    public void Exp() =>
        Check<LaneFunction.Exp>(Math.Exp, 2.1, LaneArguments.LogSpaced(1e-20, 800, Count, true), LaneArguments.Even(-746, 710, Count));

    [Fact]
    public void Log() => Check<LaneFunction.Log>(
        Math.Log,
        2,
        LaneArguments.LogSpaced(1e-320, 1e308, Count, false),
        LaneArguments.Even(0.5, 2, Count),
        LaneArguments.Even(0.999, 1.001, Count));

    [Fact]
    public void Expm1() => Check<LaneFunction.Expm1>(
        Expm1ByKahan, 5, LaneArguments.LogSpaced(1e-320, 800, Count, true), LaneArguments.Even(-45, 45, Count), LaneArguments.Even(-2, 2, Count));

    [Fact]
    public void Log1p() => Check<LaneFunction.Log1p>(
        Log1pByKahan, 4, LaneArguments.LogSpaced(1e-320, 0.999999, Count, true), LaneArguments.LogSpaced(0.5, 1e308, Count, true));

    [Fact]
    public void Tanh() =>
        Check<LaneFunction.Tanh>(Math.Tanh, 4, LaneArguments.LogSpaced(1e-320, 800, Count, true), LaneArguments.Even(-22, 22, Count));

    [Fact]
    public void InverseLogit() => Check<LaneFunction.InverseLogit>(
        x => x < 0 ? Math.Exp(x) / (1 + Math.Exp(x)) : 1 / (1 + Math.Exp(-x)),
        5,
        LaneArguments.LogSpaced(1e-20, 800, Count, true),
        LaneArguments.Even(-746, 100, Count));

    [Fact]
    public void Log1pExp() => Check<LaneFunction.Log1pExp>(
        x => Math.Max(x, 0) + Log1pByKahan(Math.Exp(-Math.Abs(x))),
        6,
        LaneArguments.LogSpaced(1e-20, 800, Count, true),
        LaneArguments.Even(-746, 100, Count));

    [Fact]
    public void Logit() => Check<LaneFunction.Logit>(
        p => Math.Abs(p - 0.5) < 0.2 ? Log1pByKahan((2 * p - 1) / (1 - p)) : Math.Log(p / (1 - p)),
        8,
        LaneArguments.LogSpaced(1e-320, 1, Count, true),
        LaneArguments.Even(-0.5, 1.5, Count),
        LaneArguments.Even(0.4999, 0.5001, Count));

    [Fact]
    public void SineCosineTangentAndArcTangent()
    {
        var x = LaneArguments.LogSpaced(1e-20, 1e10, 2_000, true);
        Check<LaneFunction.Sin>(Math.Sin, 0, x);
        Check<LaneFunction.Cos>(Math.Cos, 0, x);
        Check<LaneFunction.Tan>(Math.Tan, 0, x);
        Check<LaneFunction.Atan>(Math.Atan, 0, x);
    }

    [Fact]
    public void SpecialFunctionsHaveTheSameBitsAtEveryWidth()
    {
        double[] x = [.. LaneArguments.LogSpaced(1e-320, 1e300, Count, true), .. LaneArguments.Even(-40, 40, Count), .. LaneArguments.Edges];
        Check<LaneFunction.LogGamma>(Functions.LogGamma, 0, x);
        Check<LaneFunction.Digamma>(Functions.Digamma, 0, x);
        Check<LaneFunction.LogBesselI0>(Functions.LogBesselI0, 0, x);
        Check<LaneFunction.BesselRatio>(Functions.BesselRatio, 0, x);
        Check<LaneFunction.Erf>(Functions.Erf, 0, x);
        Check<LaneFunction.Erfc>(Functions.Erfc, 0, x);
        Check<LaneFunction.NormalCdf>(Functions.NormalCdf, 0, x);
        Check<LaneFunction.LogNormalCdf>(Functions.LogNormalCdf, 0, x);
        Check<LaneFunction.StirlingExcess>(Functions.StirlingExcess, 0, x);
        Check<LaneFunction.StirlingExcessSlope>(Functions.StirlingExcessSlope, 0, x);
        Check<LaneFunction.LogScaledBesselI0>(Functions.LogScaledBesselI0, 0, x);
        Check<LaneFunction.ScaledBesselSlope>(Functions.ScaledBesselSlope, 0, x);
        Check<LaneFunction.InverseMills>(Functions.InverseMills, 0, x);
    }

    [Fact]
    public void ZerosKeepTheirSign()
    {
        foreach (var zero in new[] { 0.0, -0.0 })
        {
            Assert.Equal(BitConverter.DoubleToInt64Bits(zero), BitConverter.DoubleToInt64Bits(Map<LaneFunction.Expm1, Lanes256>([zero])[0]));
            Assert.Equal(BitConverter.DoubleToInt64Bits(zero), BitConverter.DoubleToInt64Bits(Map<LaneFunction.Log1p, Lanes256>([zero])[0]));
            Assert.Equal(BitConverter.DoubleToInt64Bits(zero), BitConverter.DoubleToInt64Bits(Map<LaneFunction.Tanh, Lanes256>([zero])[0]));
            Assert.Equal(BitConverter.DoubleToInt64Bits(zero), BitConverter.DoubleToInt64Bits(Map<LaneFunction.Erf, Lanes256>([zero])[0]));
        }
    }

    [Fact]
    public void OneUnusualLaneLeavesTheOthersAlone()
    {
        double[] plain = [0.3, 1.7, 2.6, 11, 0.9, 1.2, 5, 42];
        foreach (var edge in LaneArguments.Edges)
        {
            var mixed = (double[])plain.Clone();
            mixed[3] = edge;
            CheckOthers<LaneFunction.Exp>(plain, mixed);
            CheckOthers<LaneFunction.Log>(plain, mixed);
            CheckOthers<LaneFunction.Logit>(plain, mixed);
            CheckOthers<LaneFunction.LogGamma>(plain, mixed);
            CheckOthers<LaneFunction.Digamma>(plain, mixed);
            CheckOthers<LaneFunction.LogBesselI0>(plain, mixed);
            CheckOthers<LaneFunction.BesselRatio>(plain, mixed);
            CheckOthers<LaneFunction.StirlingExcess>(plain, mixed);
            CheckOthers<LaneFunction.StirlingExcessSlope>(plain, mixed);
            CheckOthers<LaneFunction.LogScaledBesselI0>(plain, mixed);
            CheckOthers<LaneFunction.ScaledBesselSlope>(plain, mixed);
            CheckOthers<LaneFunction.InverseMills>(plain, mixed);
        }
    }

    [Fact]
    public void NothingAllocates()
    {
        // With edges in it, so that the lane-by-lane paths run too.
        double[] x = [.. LaneArguments.Even(0.1, 20, 64), .. LaneArguments.Edges, 0.5];
        var result = new double[x.Length];
        Assert.Equal(0, x.Length % Lanes512.Count);
        RunAll(x, result);
        var before = GC.GetAllocatedBytesForCurrentThread();
        RunAll(x, result);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    private static void RunAll(double[] x, double[] result)
    {
        for (var i = 0; i < x.Length; i += Lanes512.Count)
        {
            var lanes = Lanes512.Load(x, i);
            var sum = Lanes512.Exp(lanes) + Lanes512.Log(lanes) + Lanes512.Pow(lanes, lanes) + Lanes512.Logit(lanes);
            sum += Lanes512.StirlingExcess(lanes) + Lanes512.StirlingExcessSlope(lanes) + Lanes512.PoissonDeviance(lanes, lanes) + Lanes512.LogRatio(lanes, lanes);
            sum += Lanes512.XLogY(lanes, lanes) + Lanes512.LogScaledBesselI0(lanes) + Lanes512.ScaledBesselSlope(lanes) + Lanes512.InverseMills(lanes);
            sum += Lanes512.LogBesselI0(lanes) + Lanes512.BesselRatio(lanes);
            sum += Lanes512.LogGamma(lanes) + Lanes512.Digamma(lanes) + Lanes512.Sin(lanes) + Lanes512.LogNormalCdf(lanes);
            Lanes512.Store(sum, result, i);
        }
    }

    private static void CheckOthers<F>(double[] plain, double[] mixed)
        where F : struct, ILaneFunction
    {
        var expected = Map<F, Lanes512>(plain);
        var actual = Map<F, Lanes512>(mixed);
        for (var l = 0; l < 8; l++)
        {
            if (l != 3)
                Ulps.AssertClose(expected[l], actual[l], 2, $"{typeof(F).Name}({plain[l]:R}) beside {mixed[3]:R}");
        }
    }

    /// <summary>Kahan's formula, in which the errors of exp and of the subtraction cancel.</summary>
    private static double Expm1ByKahan(double x)
    {
        var u = Math.Exp(x);
        return u == 1 ? x : u - 1 == -1 ? -1 : double.IsInfinity(u) ? u : Math.Abs(x) > 1 ? u - 1 : (u - 1) * x / Math.Log(u);
    }

    /// <summary>Kahan's formula, in which the error of the addition cancels.</summary>
    private static double Log1pByKahan(double x)
    {
        var u = 1 + x;
        return u == 1 ? x : Math.Abs(x) < 1 ? Math.Log(u) * x / (u - 1) : Math.Log(u);
    }

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
}
