using System.ComponentModel;

namespace Gen;

/// <summary>
/// Matrices of counts and classes meet numbers and vectors: arithmetic as of real numbers, and comparisons with a number that give 1 where they
/// hold and 0 where they do not. Matrices they meet by conversion.
/// </summary>
/// <remarks>
/// Operators on a type that is not ours need C# 14; in an earlier version write <c>(Matrix)counts * 2</c> or <c>Equal(counts, 2)</c>.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class IntegerMatrices
{
    extension(int[,])
    {
        /// <summary>The elements with their signs reversed.</summary>
        public static Matrix operator -(int[,] x) => -(Matrix)x;

        /// <summary>Adds a number to every element.</summary>
        public static Matrix operator +(int[,] x, double y) => (Matrix)x + y;

        /// <summary>Adds every element to a number.</summary>
        public static Matrix operator +(double x, int[,] y) => x + (Matrix)y;

        /// <summary>Adds a vector to every row.</summary>
        public static Matrix operator +(int[,] x, Vector y) => (Matrix)x + y;

        /// <summary>Adds every row to a vector.</summary>
        public static Matrix operator +(Vector x, int[,] y) => x + (Matrix)y;

        /// <summary>Subtracts a number from every element.</summary>
        public static Matrix operator -(int[,] x, double y) => (Matrix)x - y;

        /// <summary>Subtracts every element from a number.</summary>
        public static Matrix operator -(double x, int[,] y) => x - (Matrix)y;

        /// <summary>Subtracts a vector from every row.</summary>
        public static Matrix operator -(int[,] x, Vector y) => (Matrix)x - y;

        /// <summary>Subtracts every row from a vector.</summary>
        public static Matrix operator -(Vector x, int[,] y) => x - (Matrix)y;

        /// <summary>Multiplies every element by a number.</summary>
        public static Matrix operator *(int[,] x, double y) => (Matrix)x * y;

        /// <summary>Multiplies a number by every element.</summary>
        public static Matrix operator *(double x, int[,] y) => x * (Matrix)y;

        /// <summary>Multiplies every row by a vector, element by element.</summary>
        public static Matrix operator *(int[,] x, Vector y) => (Matrix)x * y;

        /// <summary>Multiplies a vector by every row, element by element.</summary>
        public static Matrix operator *(Vector x, int[,] y) => x * (Matrix)y;

        /// <summary>Divides every element by a number, as real numbers.</summary>
        public static Matrix operator /(int[,] x, double y) => (Matrix)x / y;

        /// <summary>Divides a number by every element, as real numbers.</summary>
        public static Matrix operator /(double x, int[,] y) => x / (Matrix)y;

        /// <summary>Divides every row by a vector, element by element.</summary>
        public static Matrix operator /(int[,] x, Vector y) => (Matrix)x / y;

        /// <summary>Divides a vector by every row, element by element.</summary>
        public static Matrix operator /(Vector x, int[,] y) => x / (Matrix)y;

        /// <summary>1 where an element equals the number, else 0.</summary>
        public static Matrix operator ==(int[,] x, double y) => Modeling.Equal((Matrix)x, y);

        /// <summary>1 where an element differs from the number, else 0.</summary>
        public static Matrix operator !=(int[,] x, double y) => Modeling.Not(Modeling.Equal((Matrix)x, y));

        /// <summary>1 where an element is less than the number, else 0.</summary>
        public static Matrix operator <(int[,] x, double y) => Modeling.Less((Matrix)x, y);

        /// <summary>1 where an element is greater than the number, else 0.</summary>
        public static Matrix operator >(int[,] x, double y) => Modeling.Less(y, (Matrix)x);

        /// <summary>1 where an element is at most the number, else 0.</summary>
        public static Matrix operator <=(int[,] x, double y) => Modeling.LessOrEqual((Matrix)x, y);

        /// <summary>1 where an element is at least the number, else 0.</summary>
        public static Matrix operator >=(int[,] x, double y) => Modeling.LessOrEqual(y, (Matrix)x);
    }
}
