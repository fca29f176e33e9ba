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
