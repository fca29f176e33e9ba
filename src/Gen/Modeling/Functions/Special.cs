using Gen.Numerics;

namespace Gen;

// Special functions, elementwise.
public static partial class Modeling
{
    /// <summary>1 / (1 + e⁻ˣ), the probability whose log-odds are x.</summary>
    public static double InverseLogit(double x) => Functions.InverseLogit(x);

    /// <inheritdoc cref="InverseLogit(double)"/>
    public static Vector InverseLogit(Vector x) => ElementwiseFunctions.Map(x, Functions.InverseLogit);

    /// <inheritdoc cref="InverseLogit(double)"/>
    public static Matrix InverseLogit(Matrix x) => ElementwiseFunctions.Map(x, Functions.InverseLogit);

    /// <summary>log(p / (1 − p)), the log-odds of a probability.</summary>
    public static double Logit(double p) => Functions.Logit(p);

    /// <inheritdoc cref="Logit(double)"/>
    public static Vector Logit(Vector p) => ElementwiseFunctions.Map(p, Functions.Logit);

    /// <inheritdoc cref="Logit(double)"/>
    public static Matrix Logit(Matrix p) => ElementwiseFunctions.Map(p, Functions.Logit);

    /// <summary>log(1 + eˣ), without overflow; also called softplus.</summary>
    public static double Log1pExp(double x) => Functions.Log1pExp(x);

    /// <inheritdoc cref="Log1pExp(double)"/>
    public static Vector Log1pExp(Vector x) => ElementwiseFunctions.Map(x, Functions.Log1pExp);

    /// <inheritdoc cref="Log1pExp(double)"/>
    public static Matrix Log1pExp(Matrix x) => ElementwiseFunctions.Map(x, Functions.Log1pExp);

    /// <summary>log Γ(x), for x &gt; 0.</summary>
    public static double LogGamma(double x) => Functions.LogGamma(x);

    /// <inheritdoc cref="LogGamma(double)"/>
    public static Vector LogGamma(Vector x) => ElementwiseFunctions.Map(x, Functions.LogGamma);

    /// <inheritdoc cref="LogGamma(double)"/>
    public static Matrix LogGamma(Matrix x) => ElementwiseFunctions.Map(x, Functions.LogGamma);

    /// <summary>log I₀(x), the logarithm of the modified Bessel function of the first kind and order 0.</summary>
    public static double LogBesselI0(double x) => Functions.LogBesselI0(x);

    /// <inheritdoc cref="LogBesselI0(double)"/>
    public static Vector LogBesselI0(Vector x) => ElementwiseFunctions.Map(x, Functions.LogBesselI0);

    /// <inheritdoc cref="LogBesselI0(double)"/>
    public static Matrix LogBesselI0(Matrix x) => ElementwiseFunctions.Map(x, Functions.LogBesselI0);

    /// <summary>The error function.</summary>
    public static double Erf(double x) => Functions.Erf(x);

    /// <inheritdoc cref="Erf(double)"/>
    public static Vector Erf(Vector x) => ElementwiseFunctions.Map(x, Functions.Erf);

    /// <inheritdoc cref="Erf(double)"/>
    public static Matrix Erf(Matrix x) => ElementwiseFunctions.Map(x, Functions.Erf);

    /// <summary>1 − erf(x), accurate for large x.</summary>
    public static double Erfc(double x) => Functions.Erfc(x);

    /// <inheritdoc cref="Erfc(double)"/>
    public static Vector Erfc(Vector x) => ElementwiseFunctions.Map(x, Functions.Erfc);

    /// <inheritdoc cref="Erfc(double)"/>
    public static Matrix Erfc(Matrix x) => ElementwiseFunctions.Map(x, Functions.Erfc);

    /// <summary>Φ(x), the standard normal distribution function.</summary>
    public static double NormalCdf(double x) => Functions.NormalCdf(x);

    /// <inheritdoc cref="NormalCdf(double)"/>
    public static Vector NormalCdf(Vector x) => ElementwiseFunctions.Map(x, Functions.NormalCdf);

    /// <inheritdoc cref="NormalCdf(double)"/>
    public static Matrix NormalCdf(Matrix x) => ElementwiseFunctions.Map(x, Functions.NormalCdf);

    /// <summary>log Φ(x), accurate in the lower tail.</summary>
    public static double LogNormalCdf(double x) => Functions.LogNormalCdf(x);

    /// <inheritdoc cref="LogNormalCdf(double)"/>
    public static Vector LogNormalCdf(Vector x) => ElementwiseFunctions.Map(x, Functions.LogNormalCdf);

    /// <inheritdoc cref="LogNormalCdf(double)"/>
    public static Matrix LogNormalCdf(Matrix x) => ElementwiseFunctions.Map(x, Functions.LogNormalCdf);
}
