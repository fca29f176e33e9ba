using System;
using System.Linq;
using Gen.Numerics;
using Xunit;

namespace Gen.Tests.Numerics;

/// <summary>The functions that stand for differences of large numbers, to the errors that their documentation states, and at their edges.</summary>
public class DifferenceTests
{
    [Fact]
    public void StirlingExcess() => Check(DifferenceReferences.StirlingExcess, Functions.StirlingExcess, 4);

    [Fact]
    public void StirlingExcessSlope() => Check(DifferenceReferences.StirlingExcessSlope, Functions.StirlingExcessSlope, 8);

    [Fact]
    public void InverseMills() => Check(DifferenceReferences.InverseMills, Functions.InverseMills, 8);

    [Fact]
    public void LogScaledBesselI0() => Check(DifferenceReferences.LogScaledBesselI0, Functions.LogScaledBesselI0, 6);

    /// <summary>Below 8 it is 1 − I₁ / I₀, to the rounding of the 1; beyond, the polynomial's own error is 24 ulp.</summary>
    [Fact]
    public void ScaledBesselSlope() => Check(DifferenceReferences.ScaledBesselSlope, Functions.ScaledBesselSlope, 32);

    [Fact]
    public void PoissonDeviance() => Check(DifferenceReferences.PoissonDeviance, Functions.PoissonDeviance, 20);

    [Fact]
    public void LogRatio() => Check(DifferenceReferences.LogRatio, Functions.LogRatio, 3);

    [Fact]
    public void DevianceAtTheEdges()
    {
        Assert.Equal(0.0, Functions.PoissonDeviance(0, 0));
        Assert.Equal(2.5, Functions.PoissonDeviance(0, 2.5));
        Assert.Equal(double.PositiveInfinity, Functions.PoissonDeviance(1, 0));
        Assert.Equal(double.PositiveInfinity, Functions.PoissonDeviance(1, double.PositiveInfinity));
        Assert.Equal(double.PositiveInfinity, Functions.PoissonDeviance(0, double.PositiveInfinity));
        Assert.Equal(double.NaN, Functions.PoissonDeviance(-1, 2));
        Assert.Equal(double.NaN, Functions.PoissonDeviance(0, -2));
        Assert.Equal(double.NaN, Functions.PoissonDeviance(0, double.NaN));
        Assert.Equal(double.NaN, Functions.PoissonDeviance(double.NaN, 1));
        Assert.Equal(double.NaN, Functions.LogRatio(-1, 2));
        Assert.Equal(double.NegativeInfinity, Functions.LogRatio(0, 2));
        Assert.Equal(double.PositiveInfinity, Functions.LogRatio(2, 0));
    }

    [Fact]
    public void StirlingAndMillsAtTheEdges()
    {
        Assert.Equal(0.0, Functions.StirlingExcess(0));
        Assert.Equal(double.PositiveInfinity, Functions.StirlingExcess(double.PositiveInfinity));
        Assert.Equal(double.NaN, Functions.StirlingExcess(-1));
        Assert.Equal(double.NaN, Functions.StirlingExcess(double.NaN));
        Assert.Equal(double.PositiveInfinity, Functions.StirlingExcessSlope(0));
        Assert.Equal(0.0, Functions.StirlingExcessSlope(double.PositiveInfinity));
        Assert.Equal(double.NaN, Functions.StirlingExcessSlope(-1));
        Assert.Equal(double.PositiveInfinity, Functions.InverseMills(double.NegativeInfinity));
        Assert.Equal(0.0, Functions.InverseMills(double.PositiveInfinity));
        Assert.Equal(double.NaN, Functions.InverseMills(double.NaN));
        Assert.Equal(1e308, Functions.InverseMills(-1e308));
        Assert.Equal(-1.0, Functions.ScaledBesselSlope(0));
        Assert.Equal(double.NegativeInfinity, Functions.LogScaledBesselI0(double.PositiveInfinity));
    }

    [Theory]
    [InlineData(0, 0, 0)]
    [InlineData(0, 5, 0)]
    [InlineData(0, double.PositiveInfinity, 0)]
    [InlineData(0, -1, double.NaN)]
    [InlineData(0, double.NaN, double.NaN)]
    [InlineData(2, 0, double.NegativeInfinity)]
    [InlineData(double.NaN, 1, double.NaN)]
    [InlineData(3, 1, 0)]
    public void AFactorOfZeroTakesItsLogarithmWithIt(double x, double y, double expected)
    {
        Assert.Equal(expected, Functions.XLogY(x, y));
        Assert.Equal(expected, Functions.XLog1pY(x, y - 1));
    }

    /// <summary>On lanes of any number the bits are those of one, whatever stands beside.</summary>
    [Fact]
    public void EveryWidthHasTheSameBits()
    {
        double[] some = [.. LaneArguments.Edges, .. LaneArguments.LogSpaced(1e-320, 1e300, 40, true), 0.9999, 1.0001, 3.3, 5.5];
        var (x, y) = (some.SelectMany(_ => some).ToArray(), some.SelectMany(a => some.Select(_ => a)).ToArray());
        CheckWidths(x, y, new Deviance());
        CheckWidths(x, y, new Ratio());
        CheckWidths(x, y, new LogProduct());
        CheckWidths(x, y, new Log1pProduct());
    }

    private static void Check((double X, double Value)[] references, Func<double, double> function, double tolerance)
    {
        foreach (var (x, value) in references)
            Ulps.AssertClose(value, function(x), tolerance, $"at {x:R}");
    }

    private static void Check((double A, double B, double Value)[] references, Func<double, double, double> function, double tolerance)
    {
        foreach (var (a, b, value) in references)
            Ulps.AssertClose(value, function(a, b), tolerance, $"at {a:R}, {b:R}");
    }

    private static void CheckWidths<F>(double[] x, double[] y, F function)
        where F : struct, IPairFunction
    {
        var one = Map<F, Lanes1>(x, y);
        Assert.Equal(x.Select((_, i) => function.OfDoubles(x[i], y[i])), one);
        Assert.Equal(one, Map<F, Lanes128>(x, y));
        Assert.Equal(one, Map<F, Lanes256>(x, y));
        Assert.Equal(one, Map<F, Lanes512>(x, y));
    }

    private static double[] Map<F, V>(double[] x, double[] y)
        where F : struct, IPairFunction
        where V : struct, ILanes<V>
    {
        var (paddedX, paddedY) = (new double[x.Length + V.Count], new double[x.Length + V.Count]);
        x.CopyTo(paddedX, 0);
        y.CopyTo(paddedY, 0);
        var result = new double[paddedX.Length];
        for (var i = 0; i < x.Length; i += V.Count)
            V.Store(F.Of(V.Load(paddedX, i), V.Load(paddedY, i)), result, i);
        return result[..x.Length];
    }

    private interface IPairFunction
    {
        static abstract V Of<V>(V x, V y)
            where V : struct, ILanes<V>;

        double OfDoubles(double x, double y);
    }

    private readonly struct Deviance : IPairFunction
    {
        public static V Of<V>(V x, V y)
            where V : struct, ILanes<V> => V.PoissonDeviance(x, y);

        public double OfDoubles(double x, double y) => Functions.PoissonDeviance(x, y);
    }

    private readonly struct Ratio : IPairFunction
    {
        public static V Of<V>(V x, V y)
            where V : struct, ILanes<V> => V.LogRatio(x, y);

        public double OfDoubles(double x, double y) => Functions.LogRatio(x, y);
    }

    private readonly struct LogProduct : IPairFunction
    {
        public static V Of<V>(V x, V y)
            where V : struct, ILanes<V> => V.XLogY(x, y);

        public double OfDoubles(double x, double y) => Functions.XLogY(x, y);
    }

    private readonly struct Log1pProduct : IPairFunction
    {
        public static V Of<V>(V x, V y)
            where V : struct, ILanes<V> => V.XLog1pY(x, y);

        public double OfDoubles(double x, double y) => Functions.XLog1pY(x, y);
    }
}
