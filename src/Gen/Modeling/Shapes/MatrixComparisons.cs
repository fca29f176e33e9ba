using System.Runtime.CompilerServices;

namespace Gen;

/// <remarks>
/// Comparisons with a number give 1 where they hold and 0 where they do not. <c>==</c> between two matrices stays what it is in C#, the identity
/// of references; elementwise equality of two is <see cref="Modeling.Equal(MatrixArgument, MatrixArgument)"/>.
/// </remarks>
public sealed partial class Matrix
{
    /// <summary>1 where an element equals the number, else 0.</summary>
    public static Matrix operator ==(Matrix x, double y) => Modeling.Equal(x, y);

    /// <summary>1 where an element differs from the number, else 0.</summary>
    public static Matrix operator !=(Matrix x, double y) => Modeling.Not(Modeling.Equal(x, y));

    /// <summary>1 where an element is less than the number, else 0.</summary>
    public static Matrix operator <(Matrix x, double y) => Modeling.Less(x, y);

    /// <summary>1 where an element is greater than the number, else 0.</summary>
    public static Matrix operator >(Matrix x, double y) => Modeling.Less(y, x);

    /// <summary>1 where an element is at most the number, else 0.</summary>
    public static Matrix operator <=(Matrix x, double y) => Modeling.LessOrEqual(x, y);

    /// <summary>1 where an element is at least the number, else 0.</summary>
    public static Matrix operator >=(Matrix x, double y) => Modeling.LessOrEqual(y, x);

    /// <summary>1 where an element equals the number, else 0.</summary>
    public static Matrix operator ==(double x, Matrix y) => Modeling.Equal(x, y);

    /// <summary>1 where an element differs from the number, else 0.</summary>
    public static Matrix operator !=(double x, Matrix y) => Modeling.Not(Modeling.Equal(x, y));

    /// <summary>1 where the number is less than an element, else 0.</summary>
    public static Matrix operator <(double x, Matrix y) => Modeling.Less(x, y);

    /// <summary>1 where the number is greater than an element, else 0.</summary>
    public static Matrix operator >(double x, Matrix y) => Modeling.Less(y, x);

    /// <summary>1 where the number is at most an element, else 0.</summary>
    public static Matrix operator <=(double x, Matrix y) => Modeling.LessOrEqual(x, y);

    /// <summary>1 where the number is at least an element, else 0.</summary>
    public static Matrix operator >=(double x, Matrix y) => Modeling.LessOrEqual(y, x);

    /// <summary>1 where both conditions hold (are not 0), else 0.</summary>
    /// <exception cref="System.ArgumentException">The shapes differ.</exception>
    public static Matrix operator &(Matrix x, Matrix y) => Modeling.And(x, y);

    /// <summary>1 where a condition holds (is not 0), else 0.</summary>
    /// <exception cref="System.ArgumentException">The shapes differ.</exception>
    public static Matrix operator |(Matrix x, Matrix y) => Modeling.Or(x, y);

    /// <summary>1 where the condition is 0, else 0.</summary>
    public static Matrix operator !(Matrix x) => Modeling.Not(x);

    /// <summary>Whether <paramref name="other"/> is this very object.</summary>
    public override bool Equals(object? other) => ReferenceEquals(this, other);

    /// <summary>A hash of the object's identity.</summary>
    public override int GetHashCode() => RuntimeHelpers.GetHashCode(this);
}
