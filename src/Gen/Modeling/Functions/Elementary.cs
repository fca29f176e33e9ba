using Gen.Numerics;

namespace Gen;

// Elementary functions, elementwise.
public static partial class Modeling
{
    /// <summary>x².</summary>
    public static double Square(double x) => Functions.Square(x);

    /// <inheritdoc cref="Square(double)"/>
    public static Vector Square(Vector x) => ElementwiseFunctions.Map(x, Functions.Square);

    /// <inheritdoc cref="Square(double)"/>
    public static Matrix Square(Matrix x) => ElementwiseFunctions.Map(x, Functions.Square);

    /// <summary>The square root; its derivative at 0 counts as 0.</summary>
    public static double Sqrt(double x) => Functions.Sqrt(x);

    /// <inheritdoc cref="Sqrt(double)"/>
    public static Vector Sqrt(Vector x) => ElementwiseFunctions.Map(x, Functions.Sqrt);

    /// <inheritdoc cref="Sqrt(double)"/>
    public static Matrix Sqrt(Matrix x) => ElementwiseFunctions.Map(x, Functions.Sqrt);

    /// <summary>eˣ.</summary>
    public static double Exp(double x) => Functions.Exp(x);

    /// <inheritdoc cref="Exp(double)"/>
    public static Vector Exp(Vector x) => ElementwiseFunctions.Map(x, Functions.Exp);

    /// <inheritdoc cref="Exp(double)"/>
    public static Matrix Exp(Matrix x) => ElementwiseFunctions.Map(x, Functions.Exp);

    /// <summary>eˣ − 1, accurate near zero.</summary>
    public static double Expm1(double x) => Functions.Expm1(x);

    /// <inheritdoc cref="Expm1(double)"/>
    public static Vector Expm1(Vector x) => ElementwiseFunctions.Map(x, Functions.Expm1);

    /// <inheritdoc cref="Expm1(double)"/>
    public static Matrix Expm1(Matrix x) => ElementwiseFunctions.Map(x, Functions.Expm1);

    /// <summary>The natural logarithm.</summary>
    public static double Log(double x) => Functions.Log(x);

    /// <inheritdoc cref="Log(double)"/>
    public static Vector Log(Vector x) => ElementwiseFunctions.Map(x, Functions.Log);

    /// <inheritdoc cref="Log(double)"/>
    public static Matrix Log(Matrix x) => ElementwiseFunctions.Map(x, Functions.Log);

    /// <summary>log(1 + x), accurate near zero.</summary>
    public static double Log1p(double x) => Functions.Log1p(x);

    /// <inheritdoc cref="Log1p(double)"/>
    public static Vector Log1p(Vector x) => ElementwiseFunctions.Map(x, Functions.Log1p);

    /// <inheritdoc cref="Log1p(double)"/>
    public static Matrix Log1p(Matrix x) => ElementwiseFunctions.Map(x, Functions.Log1p);

    /// <summary>The absolute value.</summary>
    public static double Abs(double x) => Functions.Abs(x);

    /// <inheritdoc cref="Abs(double)"/>
    public static Vector Abs(Vector x) => ElementwiseFunctions.Map(x, Functions.Abs);

    /// <inheritdoc cref="Abs(double)"/>
    public static Matrix Abs(Matrix x) => ElementwiseFunctions.Map(x, Functions.Abs);

    /// <summary>−1, 0 or 1.</summary>
    public static double Sign(double x) => Functions.Sign(x);

    /// <inheritdoc cref="Sign(double)"/>
    public static Vector Sign(Vector x) => ElementwiseFunctions.Map(x, Functions.Sign);

    /// <inheritdoc cref="Sign(double)"/>
    public static Matrix Sign(Matrix x) => ElementwiseFunctions.Map(x, Functions.Sign);

    /// <summary>The largest whole number that is not greater.</summary>
    public static double Floor(double x) => Functions.Floor(x);

    /// <inheritdoc cref="Floor(double)"/>
    public static Vector Floor(Vector x) => ElementwiseFunctions.Map(x, Functions.Floor);

    /// <inheritdoc cref="Floor(double)"/>
    public static Matrix Floor(Matrix x) => ElementwiseFunctions.Map(x, Functions.Floor);

    /// <summary>The sine of an angle in radians.</summary>
    public static double Sin(double x) => Functions.Sin(x);

    /// <inheritdoc cref="Sin(double)"/>
    public static Vector Sin(Vector x) => ElementwiseFunctions.Map(x, Functions.Sin);

    /// <inheritdoc cref="Sin(double)"/>
    public static Matrix Sin(Matrix x) => ElementwiseFunctions.Map(x, Functions.Sin);

    /// <summary>The cosine of an angle in radians.</summary>
    public static double Cos(double x) => Functions.Cos(x);

    /// <inheritdoc cref="Cos(double)"/>
    public static Vector Cos(Vector x) => ElementwiseFunctions.Map(x, Functions.Cos);

    /// <inheritdoc cref="Cos(double)"/>
    public static Matrix Cos(Matrix x) => ElementwiseFunctions.Map(x, Functions.Cos);

    /// <summary>The tangent of an angle in radians.</summary>
    public static double Tan(double x) => Functions.Tan(x);

    /// <inheritdoc cref="Tan(double)"/>
    public static Vector Tan(Vector x) => ElementwiseFunctions.Map(x, Functions.Tan);

    /// <inheritdoc cref="Tan(double)"/>
    public static Matrix Tan(Matrix x) => ElementwiseFunctions.Map(x, Functions.Tan);

    /// <summary>The angle in radians, between −π/2 and π/2, whose tangent is x.</summary>
    public static double Atan(double x) => Functions.Atan(x);

    /// <inheritdoc cref="Atan(double)"/>
    public static Vector Atan(Vector x) => ElementwiseFunctions.Map(x, Functions.Atan);

    /// <inheritdoc cref="Atan(double)"/>
    public static Matrix Atan(Matrix x) => ElementwiseFunctions.Map(x, Functions.Atan);

    /// <summary>The hyperbolic tangent.</summary>
    public static double Tanh(double x) => Functions.Tanh(x);

    /// <inheritdoc cref="Tanh(double)"/>
    public static Vector Tanh(Vector x) => ElementwiseFunctions.Map(x, Functions.Tanh);

    /// <inheritdoc cref="Tanh(double)"/>
    public static Matrix Tanh(Matrix x) => ElementwiseFunctions.Map(x, Functions.Tanh);
}
