namespace Gen;

public sealed partial class Vector
{
    /// <summary>The elements themselves.</summary>
    public static Vector operator +(Vector x) => x;

    /// <summary>The elements with their signs reversed.</summary>
    public static Vector operator -(Vector x) => Arithmetic<Multiplication>.Of(-1, x);

    /// <summary>The elementwise sum.</summary>
    /// <exception cref="System.ArgumentException">The lengths differ.</exception>
    public static Vector operator +(Vector x, Vector y) => Arithmetic<Addition>.Of(x, y);

    /// <summary>The elementwise difference.</summary>
    /// <exception cref="System.ArgumentException">The lengths differ.</exception>
    public static Vector operator -(Vector x, Vector y) => Arithmetic<Subtraction>.Of(x, y);

    /// <summary>The elementwise product; for the inner product see <see cref="Modeling.Dot(Vector, Vector)"/>.</summary>
    /// <exception cref="System.ArgumentException">The lengths differ.</exception>
    public static Vector operator *(Vector x, Vector y) => Arithmetic<Multiplication>.Of(x, y);

    /// <summary>The elementwise quotient.</summary>
    /// <exception cref="System.ArgumentException">The lengths differ.</exception>
    public static Vector operator /(Vector x, Vector y) => Arithmetic<Division>.Of(x, y);

    /// <summary>Adds a number to every element.</summary>
    public static Vector operator +(Vector x, double y) => Arithmetic<Addition>.Of(x, y);

    /// <summary>Subtracts a number from every element.</summary>
    public static Vector operator -(Vector x, double y) => Arithmetic<Subtraction>.Of(x, y);

    /// <summary>Multiplies every element by a number.</summary>
    public static Vector operator *(Vector x, double y) => Arithmetic<Multiplication>.Of(x, y);

    /// <summary>Divides every element by a number.</summary>
    public static Vector operator /(Vector x, double y) => Arithmetic<Division>.Of(x, y);

    /// <summary>Adds every element to a number.</summary>
    public static Vector operator +(double x, Vector y) => Arithmetic<Addition>.Of(x, y);

    /// <summary>Subtracts every element from a number.</summary>
    public static Vector operator -(double x, Vector y) => Arithmetic<Subtraction>.Of(x, y);

    /// <summary>Multiplies a number by every element.</summary>
    public static Vector operator *(double x, Vector y) => Arithmetic<Multiplication>.Of(x, y);

    /// <summary>Divides a number by every element.</summary>
    public static Vector operator /(double x, Vector y) => Arithmetic<Division>.Of(x, y);
}
