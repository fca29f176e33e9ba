namespace Gen;

public sealed partial class Matrix
{
    /// <summary>The elements themselves.</summary>
    public static Matrix operator +(Matrix x) => x;

    /// <summary>The elements with their signs reversed.</summary>
    public static Matrix operator -(Matrix x) => Arithmetic<Multiplication>.Of(-1, x);

    /// <summary>The elementwise sum.</summary>
    /// <exception cref="System.ArgumentException">The shapes differ.</exception>
    public static Matrix operator +(Matrix x, Matrix y) => Arithmetic<Addition>.Of(x, y);

    /// <summary>The elementwise difference.</summary>
    /// <exception cref="System.ArgumentException">The shapes differ.</exception>
    public static Matrix operator -(Matrix x, Matrix y) => Arithmetic<Subtraction>.Of(x, y);

    /// <summary>The elementwise product; for the matrix product see <see cref="Modeling.Dot(Matrix, Matrix)"/>.</summary>
    /// <exception cref="System.ArgumentException">The shapes differ.</exception>
    public static Matrix operator *(Matrix x, Matrix y) => Arithmetic<Multiplication>.Of(x, y);

    /// <summary>The elementwise quotient.</summary>
    /// <exception cref="System.ArgumentException">The shapes differ.</exception>
    public static Matrix operator /(Matrix x, Matrix y) => Arithmetic<Division>.Of(x, y);

    /// <summary>Adds a number to every element.</summary>
    public static Matrix operator +(Matrix x, double y) => Arithmetic<Addition>.Of(x, y);

    /// <summary>Subtracts a number from every element.</summary>
    public static Matrix operator -(Matrix x, double y) => Arithmetic<Subtraction>.Of(x, y);

    /// <summary>Multiplies every element by a number.</summary>
    public static Matrix operator *(Matrix x, double y) => Arithmetic<Multiplication>.Of(x, y);

    /// <summary>Divides every element by a number.</summary>
    public static Matrix operator /(Matrix x, double y) => Arithmetic<Division>.Of(x, y);

    /// <summary>Adds every element to a number.</summary>
    public static Matrix operator +(double x, Matrix y) => Arithmetic<Addition>.Of(x, y);

    /// <summary>Subtracts every element from a number.</summary>
    public static Matrix operator -(double x, Matrix y) => Arithmetic<Subtraction>.Of(x, y);

    /// <summary>Multiplies a number by every element.</summary>
    public static Matrix operator *(double x, Matrix y) => Arithmetic<Multiplication>.Of(x, y);

    /// <summary>Divides a number by every element.</summary>
    public static Matrix operator /(double x, Matrix y) => Arithmetic<Division>.Of(x, y);

    /// <summary>Adds a vector to every row.</summary>
    /// <exception cref="System.ArgumentException">The vector has not an element for each column.</exception>
    public static Matrix operator +(Matrix x, Vector y) => Arithmetic<Addition>.Of(x, y);

    /// <summary>Subtracts a vector from every row.</summary>
    /// <exception cref="System.ArgumentException">The vector has not an element for each column.</exception>
    public static Matrix operator -(Matrix x, Vector y) => Arithmetic<Subtraction>.Of(x, y);

    /// <summary>Multiplies every row by a vector.</summary>
    /// <exception cref="System.ArgumentException">The vector has not an element for each column.</exception>
    public static Matrix operator *(Matrix x, Vector y) => Arithmetic<Multiplication>.Of(x, y);

    /// <summary>Divides every row by a vector.</summary>
    /// <exception cref="System.ArgumentException">The vector has not an element for each column.</exception>
    public static Matrix operator /(Matrix x, Vector y) => Arithmetic<Division>.Of(x, y);

    /// <summary>Adds every row to a vector.</summary>
    /// <exception cref="System.ArgumentException">The vector has not an element for each column.</exception>
    public static Matrix operator +(Vector x, Matrix y) => Arithmetic<Addition>.Of(x, y);

    /// <summary>Subtracts every row from a vector.</summary>
    /// <exception cref="System.ArgumentException">The vector has not an element for each column.</exception>
    public static Matrix operator -(Vector x, Matrix y) => Arithmetic<Subtraction>.Of(x, y);

    /// <summary>Multiplies a vector by every row.</summary>
    /// <exception cref="System.ArgumentException">The vector has not an element for each column.</exception>
    public static Matrix operator *(Vector x, Matrix y) => Arithmetic<Multiplication>.Of(x, y);

    /// <summary>Divides a vector by every row.</summary>
    /// <exception cref="System.ArgumentException">The vector has not an element for each column.</exception>
    public static Matrix operator /(Vector x, Matrix y) => Arithmetic<Division>.Of(x, y);
}
