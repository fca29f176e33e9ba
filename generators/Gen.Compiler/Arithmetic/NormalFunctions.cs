using System;

namespace Gen.Compiler.Arithmetic;

internal static partial class Scalar
{
    /// <summary>φ(x) / Φ(x), through erfc or its scaled form.</summary>
    public static double InverseMills(double x)
    {
        var z = -x / Math.Sqrt(2);
        return z < 2.5
            ? Math.Exp(-z * z) / Math.Sqrt(2 * Math.PI) / (0.5 * Erfc(z))
            : double.IsInfinity(z) ? z : Math.Sqrt(2 / Math.PI) / ScaledErfc(z);
    }

    /// <summary>erf by its Maclaurin series near zero (A and S 7.1.6).</summary>
    public static double Erf(double x)
    {
        if (Math.Abs(x) >= 2.5)
        {
            return 1 - Erfc(x);
        }

        double term = x, sum = x;
        for (var n = 1; Math.Abs(term) > 1e-18 * Math.Abs(sum); n++) // ends at once for NaN
        {
            term *= 2 * x * x / (2 * n + 1);
            sum += term;
        }

        return 1.12837916709551257390 * Math.Exp(-x * x) * sum;
    }

    /// <summary>erfc from erf near zero and by the continued fraction beyond (A and S 7.1.14), by Lentz's method.</summary>
    public static double Erfc(double x)
    {
        if (!(Math.Abs(x) >= 2.5))
        {
            return 1 - Erf(x);
        }

        return x > 0 ? Math.Exp(-x * x) * ScaledErfc(x) : 2 - Erfc(-x);
    }

    public static double LogNormalCdf(double x)
    {
        var z = -x / Math.Sqrt(2);
        return z < 0 ? Log1p(-0.5 * Erfc(-z)) : z < 2.5 ? Math.Log(0.5 * Erfc(z)) : -z * z + Math.Log(0.5 * ScaledErfc(z));
    }

    /// <summary>exp(x²) erfc(x) for x ≥ 2.5.</summary>
    private static double ScaledErfc(double x)
    {
        // 1/√π · 1/(x + (1/2)/(x + 1/(x + (3/2)/(x + …)))), from the tail inwards.
        var fraction = x;
        for (var k = 120; k > 0; k--)
        {
            fraction = x + 0.5 * k / fraction;
        }

        return 0.56418958354775628695 / fraction;
    }
}
