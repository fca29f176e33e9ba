using System.Runtime.CompilerServices;
using Gen.Numerics;

namespace Gen;

// Comparisons and conditions, elementwise: 1 where they hold, 0 where they do not.
public static partial class Modeling
{
    /// <summary>1 where x &lt; y, else 0.</summary>
    public static double Less(double x, double y) => Functions.Less(x, y);

    /// <inheritdoc cref="Less(double, double)"/>
    /// <exception cref="System.ArgumentException">The lengths differ.</exception>
    [OverloadResolutionPriority(-1)]
    public static Vector Less(VectorArgument x, VectorArgument y) => ElementwiseFunctions.Zip(nameof(Less), x, y, Functions.Less);

    /// <inheritdoc cref="Less(double, double)"/>
    /// <exception cref="System.ArgumentException">The shapes differ.</exception>
    [OverloadResolutionPriority(-2)]
    public static Matrix Less(MatrixArgument x, MatrixArgument y) => ElementwiseFunctions.Zip(nameof(Less), x, y, Functions.Less);

    /// <summary>1 where x ≤ y, else 0.</summary>
    public static double LessOrEqual(double x, double y) => Functions.LessOrEqual(x, y);

    /// <inheritdoc cref="LessOrEqual(double, double)"/>
    /// <exception cref="System.ArgumentException">The lengths differ.</exception>
    [OverloadResolutionPriority(-1)]
    public static Vector LessOrEqual(VectorArgument x, VectorArgument y) =>
        ElementwiseFunctions.Zip(nameof(LessOrEqual), x, y, Functions.LessOrEqual);

    /// <inheritdoc cref="LessOrEqual(double, double)"/>
    /// <exception cref="System.ArgumentException">The shapes differ.</exception>
    [OverloadResolutionPriority(-2)]
    public static Matrix LessOrEqual(MatrixArgument x, MatrixArgument y) =>
        ElementwiseFunctions.Zip(nameof(LessOrEqual), x, y, Functions.LessOrEqual);

    /// <summary>1 where x = y, else 0.</summary>
    public static double Equal(double x, double y) => Functions.Equal(x, y);

    /// <inheritdoc cref="Equal(double, double)"/>
    /// <exception cref="System.ArgumentException">The lengths differ.</exception>
    [OverloadResolutionPriority(-1)]
    public static Vector Equal(VectorArgument x, VectorArgument y) => ElementwiseFunctions.Zip(nameof(Equal), x, y, Functions.Equal);

    /// <inheritdoc cref="Equal(double, double)"/>
    /// <exception cref="System.ArgumentException">The shapes differ.</exception>
    [OverloadResolutionPriority(-2)]
    public static Matrix Equal(MatrixArgument x, MatrixArgument y) => ElementwiseFunctions.Zip(nameof(Equal), x, y, Functions.Equal);

    /// <summary>1 where both conditions are not 0, else 0.</summary>
    public static double And(double x, double y) => Functions.And(x, y);

    /// <inheritdoc cref="And(double, double)"/>
    /// <exception cref="System.ArgumentException">The lengths differ.</exception>
    [OverloadResolutionPriority(-1)]
    public static Vector And(VectorArgument x, VectorArgument y) => ElementwiseFunctions.Zip(nameof(And), x, y, Functions.And);

    /// <inheritdoc cref="And(double, double)"/>
    /// <exception cref="System.ArgumentException">The shapes differ.</exception>
    [OverloadResolutionPriority(-2)]
    public static Matrix And(MatrixArgument x, MatrixArgument y) => ElementwiseFunctions.Zip(nameof(And), x, y, Functions.And);

    /// <summary>1 where a condition is not 0, else 0.</summary>
    public static double Or(double x, double y) => Functions.Or(x, y);

    /// <inheritdoc cref="Or(double, double)"/>
    /// <exception cref="System.ArgumentException">The lengths differ.</exception>
    [OverloadResolutionPriority(-1)]
    public static Vector Or(VectorArgument x, VectorArgument y) => ElementwiseFunctions.Zip(nameof(Or), x, y, Functions.Or);

    /// <inheritdoc cref="Or(double, double)"/>
    /// <exception cref="System.ArgumentException">The shapes differ.</exception>
    [OverloadResolutionPriority(-2)]
    public static Matrix Or(MatrixArgument x, MatrixArgument y) => ElementwiseFunctions.Zip(nameof(Or), x, y, Functions.Or);

    /// <summary>1 where the condition is 0, else 0.</summary>
    public static double Not(double condition) => Functions.Not(condition);

    /// <inheritdoc cref="Not(double)"/>
    public static Vector Not(Vector condition) => ElementwiseFunctions.Map(condition, Functions.Not);

    /// <inheritdoc cref="Not(double)"/>
    public static Matrix Not(Matrix condition) => ElementwiseFunctions.Map(condition, Functions.Not);

    /// <summary><paramref name="a"/> where the condition is not 0, else <paramref name="b"/>.</summary>
    public static double Where(double condition, double a, double b) => Functions.Where(condition, a, b);

    /// <summary><paramref name="a"/> where the condition holds, else <paramref name="b"/>.</summary>
    public static double Where(bool condition, double a, double b) => condition ? a : b;

    /// <inheritdoc cref="Where(double, double, double)"/>
    /// <exception cref="System.ArgumentException">The lengths differ.</exception>
    [OverloadResolutionPriority(-1)]
    public static Vector Where(VectorArgument condition, VectorArgument a, VectorArgument b) => ElementwiseFunctions.Choose(condition, a, b);

    /// <inheritdoc cref="Where(bool, double, double)"/>
    /// <exception cref="System.ArgumentException">The lengths differ.</exception>
    [OverloadResolutionPriority(-1)]
    public static Vector Where(bool condition, VectorArgument a, VectorArgument b) => ElementwiseFunctions.Choose(condition ? 1 : 0, a, b);

    /// <inheritdoc cref="Where(double, double, double)"/>
    /// <exception cref="System.ArgumentException">The shapes differ.</exception>
    [OverloadResolutionPriority(-2)]
    public static Matrix Where(MatrixArgument condition, MatrixArgument a, MatrixArgument b) => ElementwiseFunctions.Choose(condition, a, b);

    /// <inheritdoc cref="Where(bool, double, double)"/>
    /// <exception cref="System.ArgumentException">The shapes differ.</exception>
    [OverloadResolutionPriority(-2)]
    public static Matrix Where(bool condition, MatrixArgument a, MatrixArgument b) => ElementwiseFunctions.Choose(condition ? 1 : 0, a, b);
}
