namespace Gen.Compiler.Ir;

/// <summary>The scalar operations. What each means stands in <see cref="OperationTable"/> and nowhere else.</summary>
public enum Operation
{
    Add, Subtract, Multiply, Divide, Negate,
    Square, Sqrt, Exp, Expm1, Log, Log1p, Pow, Abs, Sign, Floor,
    Sin, Cos, Tan, Atan, Tanh, Max, Min,
    InverseLogit, Logit, Log1pExp, LogGamma, Digamma, LogBesselI0, BesselRatio, Erf, Erfc, NormalCdf, LogNormalCdf, InverseMills,
    XLogY, XLog1pY, LogRatio, PoissonDeviance, StirlingExcess, StirlingExcessSlope, LogScaledBesselI0, ScaledBesselSlope,
    Where, Less, LessOrEqual, Equal, And, Or, Not,

    /// <summary>The quotient of integers, rounded towards zero; only of data.</summary>
    IntegerDivide,

    /// <summary>The remainder of integers; only of data.</summary>
    Remainder,

    /// <summary>Its argument, with derivative zero: for a quantity whose derivatives cancel, such as the shift inside log-sum-exp.</summary>
    Detach,
}
