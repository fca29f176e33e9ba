namespace Gen.Numerics;

internal static class Power
{
    public static V Pow<V>(V x, V y)
        where V : struct, ILanePrimitives<V> => Exponential.Exp(y * Logarithm.Log(x));
}
