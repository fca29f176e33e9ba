namespace Gen.Numerics;

/// <summary>The logarithm of the gamma function and its derivative on lanes.</summary>
internal static class Gamma
{
    public static V LogGamma<V>(V x)
        where V : struct, ILanePrimitives<V> => V.Each<LogGammaFunction>(x);

    public static V Digamma<V>(V x)
        where V : struct, ILanePrimitives<V> => V.Each<DigammaFunction>(x);

    private readonly struct LogGammaFunction : IScalarFunction
    {
        public static double Of(double x) => Functions.LogGamma(x);
    }

    private readonly struct DigammaFunction : IScalarFunction
    {
        public static double Of(double x) => Functions.Digamma(x);
    }
}
