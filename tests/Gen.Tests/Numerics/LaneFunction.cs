using Gen.Numerics;

namespace Gen.Tests.Numerics;

/// <summary>A function on lanes of any type, as a type argument of the checks.</summary>
internal interface ILaneFunction
{
    static abstract V Of<V>(V x)
        where V : struct, ILanes<V>;
}

/// <summary>The functions of one argument.</summary>
internal static class LaneFunction
{
    public struct Exp : ILaneFunction
    {
        public static V Of<V>(V x)
            where V : struct, ILanes<V> => V.Exp(x);
    }

    public struct Log : ILaneFunction
    {
        public static V Of<V>(V x)
            where V : struct, ILanes<V> => V.Log(x);
    }

    public struct Expm1 : ILaneFunction
    {
        public static V Of<V>(V x)
            where V : struct, ILanes<V> => V.Expm1(x);
    }

    public struct Log1p : ILaneFunction
    {
        public static V Of<V>(V x)
            where V : struct, ILanes<V> => V.Log1p(x);
    }

    public struct Tanh : ILaneFunction
    {
        public static V Of<V>(V x)
            where V : struct, ILanes<V> => V.Tanh(x);
    }

    public struct InverseLogit : ILaneFunction
    {
        public static V Of<V>(V x)
            where V : struct, ILanes<V> => V.InverseLogit(x);
    }

    public struct Log1pExp : ILaneFunction
    {
        public static V Of<V>(V x)
            where V : struct, ILanes<V> => V.Log1pExp(x);
    }

    public struct Logit : ILaneFunction
    {
        public static V Of<V>(V x)
            where V : struct, ILanes<V> => V.Logit(x);
    }

    public struct Sin : ILaneFunction
    {
        public static V Of<V>(V x)
            where V : struct, ILanes<V> => V.Sin(x);
    }

    public struct Cos : ILaneFunction
    {
        public static V Of<V>(V x)
            where V : struct, ILanes<V> => V.Cos(x);
    }

    public struct Tan : ILaneFunction
    {
        public static V Of<V>(V x)
            where V : struct, ILanes<V> => V.Tan(x);
    }

    public struct Atan : ILaneFunction
    {
        public static V Of<V>(V x)
            where V : struct, ILanes<V> => V.Atan(x);
    }

    public struct LogGamma : ILaneFunction
    {
        public static V Of<V>(V x)
            where V : struct, ILanes<V> => V.LogGamma(x);
    }

    public struct Digamma : ILaneFunction
    {
        public static V Of<V>(V x)
            where V : struct, ILanes<V> => V.Digamma(x);
    }

    public struct LogBesselI0 : ILaneFunction
    {
        public static V Of<V>(V x)
            where V : struct, ILanes<V> => V.LogBesselI0(x);
    }

    public struct BesselRatio : ILaneFunction
    {
        public static V Of<V>(V x)
            where V : struct, ILanes<V> => V.BesselRatio(x);
    }

    public struct Erf : ILaneFunction
    {
        public static V Of<V>(V x)
            where V : struct, ILanes<V> => V.Erf(x);
    }

    public struct Erfc : ILaneFunction
    {
        public static V Of<V>(V x)
            where V : struct, ILanes<V> => V.Erfc(x);
    }

    public struct NormalCdf : ILaneFunction
    {
        public static V Of<V>(V x)
            where V : struct, ILanes<V> => V.NormalCdf(x);
    }

    public struct LogNormalCdf : ILaneFunction
    {
        public static V Of<V>(V x)
            where V : struct, ILanes<V> => V.LogNormalCdf(x);
    }

    public struct StirlingExcess : ILaneFunction
    {
        public static V Of<V>(V x)
            where V : struct, ILanes<V> => V.StirlingExcess(x);
    }

    public struct StirlingExcessSlope : ILaneFunction
    {
        public static V Of<V>(V x)
            where V : struct, ILanes<V> => V.StirlingExcessSlope(x);
    }

    public struct LogScaledBesselI0 : ILaneFunction
    {
        public static V Of<V>(V x)
            where V : struct, ILanes<V> => V.LogScaledBesselI0(x);
    }

    public struct ScaledBesselSlope : ILaneFunction
    {
        public static V Of<V>(V x)
            where V : struct, ILanes<V> => V.ScaledBesselSlope(x);
    }

    public struct InverseMills : ILaneFunction
    {
        public static V Of<V>(V x)
            where V : struct, ILanes<V> => V.InverseMills(x);
    }
}
