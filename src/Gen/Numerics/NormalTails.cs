namespace Gen.Numerics;

/// <summary>The error function and the tails of the normal distribution on lanes.</summary>
internal static class NormalTails
{
    public static V Erf<V>(V x)
        where V : struct, ILanePrimitives<V> => V.Each<ErfFunction>(x);

    public static V Erfc<V>(V x)
        where V : struct, ILanePrimitives<V> => V.Each<ErfcFunction>(x);

    public static V NormalCdf<V>(V x)
        where V : struct, ILanePrimitives<V> => V.Each<NormalCdfFunction>(x);

    public static V LogNormalCdf<V>(V x)
        where V : struct, ILanePrimitives<V> => V.Each<LogNormalCdfFunction>(x);

    private readonly struct ErfFunction : IScalarFunction
    {
        public static double Of(double x) => Functions.Erf(x);
    }

    private readonly struct ErfcFunction : IScalarFunction
    {
        public static double Of(double x) => Functions.Erfc(x);
    }

    private readonly struct NormalCdfFunction : IScalarFunction
    {
        public static double Of(double x) => Functions.NormalCdf(x);
    }

    private readonly struct LogNormalCdfFunction : IScalarFunction
    {
        public static double Of(double x) => Functions.LogNormalCdf(x);
    }
}
