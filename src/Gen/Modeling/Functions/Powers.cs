using System.Runtime.CompilerServices;
using Gen.Numerics;

namespace Gen;

// Functions of two arguments, elementwise.
public static partial class Modeling
{
    /// <summary>xʸ; where x is 0 and the derivative infinite, the derivative counts as 0.</summary>
    public static double Pow(double x, double y) => Functions.Pow(x, y);

    /// <inheritdoc cref="Pow(double, double)"/>
    /// <exception cref="System.ArgumentException">The lengths differ.</exception>
    [OverloadResolutionPriority(-1)]
    public static Vector Pow(VectorArgument x, VectorArgument y) => ElementwiseFunctions.Zip(nameof(Pow), x, y, Functions.Pow);

    /// <inheritdoc cref="Pow(double, double)"/>
    /// <exception cref="System.ArgumentException">The shapes differ.</exception>
    [OverloadResolutionPriority(-2)]
    public static Matrix Pow(MatrixArgument x, MatrixArgument y) => ElementwiseFunctions.Zip(nameof(Pow), x, y, Functions.Pow);

    /// <summary>x log y, and 0 where x is 0, whatever y ≥ 0 is: the logarithm of yˣ.</summary>
    public static double XLogY(double x, double y) => Functions.XLogY(x, y);

    /// <inheritdoc cref="XLogY(double, double)"/>
    /// <exception cref="System.ArgumentException">The lengths differ.</exception>
    [OverloadResolutionPriority(-1)]
    public static Vector XLogY(VectorArgument x, VectorArgument y) => ElementwiseFunctions.Zip(nameof(XLogY), x, y, Functions.XLogY);

    /// <inheritdoc cref="XLogY(double, double)"/>
    /// <exception cref="System.ArgumentException">The shapes differ.</exception>
    [OverloadResolutionPriority(-2)]
    public static Matrix XLogY(MatrixArgument x, MatrixArgument y) => ElementwiseFunctions.Zip(nameof(XLogY), x, y, Functions.XLogY);

    /// <summary>x log(1 + y), and 0 where x is 0, whatever y ≥ −1 is.</summary>
    public static double XLog1pY(double x, double y) => Functions.XLog1pY(x, y);

    /// <inheritdoc cref="XLog1pY(double, double)"/>
    /// <exception cref="System.ArgumentException">The lengths differ.</exception>
    [OverloadResolutionPriority(-1)]
    public static Vector XLog1pY(VectorArgument x, VectorArgument y) => ElementwiseFunctions.Zip(nameof(XLog1pY), x, y, Functions.XLog1pY);

    /// <inheritdoc cref="XLog1pY(double, double)"/>
    /// <exception cref="System.ArgumentException">The shapes differ.</exception>
    [OverloadResolutionPriority(-2)]
    public static Matrix XLog1pY(MatrixArgument x, MatrixArgument y) => ElementwiseFunctions.Zip(nameof(XLog1pY), x, y, Functions.XLog1pY);

    /// <summary>The greater of two.</summary>
    public static double Max(double x, double y) => Functions.Max(x, y);

    /// <inheritdoc cref="Max(double, double)"/>
    /// <exception cref="System.ArgumentException">The lengths differ.</exception>
    [OverloadResolutionPriority(-1)]
    public static Vector Max(VectorArgument x, VectorArgument y) => ElementwiseFunctions.Zip(nameof(Max), x, y, Functions.Max);

    /// <inheritdoc cref="Max(double, double)"/>
    /// <exception cref="System.ArgumentException">The shapes differ.</exception>
    [OverloadResolutionPriority(-2)]
    public static Matrix Max(MatrixArgument x, MatrixArgument y) => ElementwiseFunctions.Zip(nameof(Max), x, y, Functions.Max);

    /// <summary>The lesser of two.</summary>
    public static double Min(double x, double y) => Functions.Min(x, y);

    /// <inheritdoc cref="Min(double, double)"/>
    /// <exception cref="System.ArgumentException">The lengths differ.</exception>
    [OverloadResolutionPriority(-1)]
    public static Vector Min(VectorArgument x, VectorArgument y) => ElementwiseFunctions.Zip(nameof(Min), x, y, Functions.Min);

    /// <inheritdoc cref="Min(double, double)"/>
    /// <exception cref="System.ArgumentException">The shapes differ.</exception>
    [OverloadResolutionPriority(-2)]
    public static Matrix Min(MatrixArgument x, MatrixArgument y) => ElementwiseFunctions.Zip(nameof(Min), x, y, Functions.Min);
}
