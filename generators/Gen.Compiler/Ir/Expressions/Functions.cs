using Gen.Compiler.Ir;

// The namespace and the name are the runtime's: a distribution's definition says `using static Gen.Numerics.Functions` and means
// doubles when it is compiled into Gen, and expressions when it is compiled into Gen.Compiler.
namespace Gen.Numerics;

/// <summary>The scalar functions of the language on expressions.</summary>
internal static partial class Functions
{
    public const double HalfLogTwoPi = 0.91893853320467274178;
    public const double LogPi = 1.14472988584940017414;
    public const double LogTwo = 0.69314718055994530942;

    public static Expr Square(Expr x) => Expr.Apply(Operation.Square, x);
    public static Expr Sqrt(Expr x) => Expr.Apply(Operation.Sqrt, x);
    public static Expr Exp(Expr x) => Expr.Apply(Operation.Exp, x);
    public static Expr Expm1(Expr x) => Expr.Apply(Operation.Expm1, x);
    public static Expr Log(Expr x) => Expr.Apply(Operation.Log, x);
    public static Expr Log1p(Expr x) => Expr.Apply(Operation.Log1p, x);
    public static Expr Pow(Expr x, Expr y) => Expr.Apply(Operation.Pow, x, y);
    public static Expr Abs(Expr x) => Expr.Apply(Operation.Abs, x);
    public static Expr Sign(Expr x) => Expr.Apply(Operation.Sign, x);
    public static Expr Floor(Expr x) => Expr.Apply(Operation.Floor, x);
    public static Expr Sin(Expr x) => Expr.Apply(Operation.Sin, x);
    public static Expr Cos(Expr x) => Expr.Apply(Operation.Cos, x);
    public static Expr Tan(Expr x) => Expr.Apply(Operation.Tan, x);
    public static Expr Atan(Expr x) => Expr.Apply(Operation.Atan, x);
    public static Expr Tanh(Expr x) => Expr.Apply(Operation.Tanh, x);
    public static Expr Max(Expr x, Expr y) => Expr.Apply(Operation.Max, x, y);
    public static Expr Min(Expr x, Expr y) => Expr.Apply(Operation.Min, x, y);
    public static Expr InverseLogit(Expr x) => Expr.Apply(Operation.InverseLogit, x);
    public static Expr Logit(Expr p) => Expr.Apply(Operation.Logit, p);
    public static Expr Log1pExp(Expr x) => Expr.Apply(Operation.Log1pExp, x);
    public static Expr LogGamma(Expr x) => Expr.Apply(Operation.LogGamma, x);
    public static Expr Digamma(Expr x) => Expr.Apply(Operation.Digamma, x);
    public static Expr LogBesselI0(Expr x) => Expr.Apply(Operation.LogBesselI0, x);
    public static Expr BesselRatio(Expr x) => Expr.Apply(Operation.BesselRatio, x);
    public static Expr Erf(Expr x) => Expr.Apply(Operation.Erf, x);
    public static Expr Erfc(Expr x) => Expr.Apply(Operation.Erfc, x);
    public static Expr NormalCdf(Expr x) => Expr.Apply(Operation.NormalCdf, x);
    public static Expr LogNormalCdf(Expr x) => Expr.Apply(Operation.LogNormalCdf, x);
    public static Expr InverseMills(Expr x) => Expr.Apply(Operation.InverseMills, x);
    public static Expr XLogY(Expr x, Expr y) => Expr.Apply(Operation.XLogY, x, y);
    public static Expr XLog1pY(Expr x, Expr y) => Expr.Apply(Operation.XLog1pY, x, y);
    public static Expr LogRatio(Expr a, Expr b) => Expr.Apply(Operation.LogRatio, a, b);
    public static Expr PoissonDeviance(Expr a, Expr b) => a.IsNumber(0) ? b : Expr.Apply(Operation.PoissonDeviance, a, b);
    public static Expr StirlingExcess(Expr x) => x.IsNumber(0) ? 0 : Expr.Apply(Operation.StirlingExcess, x);
    public static Expr StirlingExcessSlope(Expr x) => Expr.Apply(Operation.StirlingExcessSlope, x);
    public static Expr LogScaledBesselI0(Expr x) => Expr.Apply(Operation.LogScaledBesselI0, x);
    public static Expr ScaledBesselSlope(Expr x) => Expr.Apply(Operation.ScaledBesselSlope, x);
    public static Expr Where(Expr condition, Expr a, Expr b) => Expr.Apply(Operation.Where, condition, a, b);
    public static Expr Detach(Expr x) => Expr.Apply(Operation.Detach, x);
    public static Expr Less(Expr a, Expr b) => Expr.Apply(Operation.Less, a, b);
    public static Expr LessOrEqual(Expr a, Expr b) => Expr.Apply(Operation.LessOrEqual, a, b);
    public static Expr Equal(Expr a, Expr b) => Expr.Apply(Operation.Equal, a, b);
    public static Expr And(Expr a, Expr b) => Expr.Apply(Operation.And, a, b);
    public static Expr Or(Expr a, Expr b) => Expr.Apply(Operation.Or, a, b);
    public static Expr Not(Expr a) => Expr.Apply(Operation.Not, a);

    /// <summary>
    /// Whether a parameter is a constant of the model, and so small that differences of log Γ lose no digits: then nothing but the variate is left in
    /// the density, and the plain form costs a row less than the one that keeps digits everywhere.
    /// </summary>
    public static bool IsSmallConstant(Expr x) => x.IsConstant(out var value) && value < 16;
}
