using System;

namespace Gen;

/// <summary>
/// Arithmetic and comparisons that C# lets no type declare for itself: counts and classes (<c>int[]</c>) with a number, and comparisons of data
/// with a number, which give 1 where they hold and 0 where they do not.
/// </summary>
/// <remarks>
/// <c>==</c> between two vectors stays what it is in C#, the identity of references; elementwise equality of two vectors is
/// <see cref="Modeling.Equal(VectorArgument, VectorArgument)"/>.
/// </remarks>
public static class DataOperators
{
    extension(int[])
    {
        /// <summary>Adds a number to every element.</summary>
        public static Vector operator +(int[] x, double y) => (Vector)x + y;

        /// <summary>Subtracts a number from every element.</summary>
        public static Vector operator -(int[] x, double y) => (Vector)x - y;

        /// <summary>Multiplies every element by a number.</summary>
        public static Vector operator *(int[] x, double y) => (Vector)x * y;

        /// <summary>Divides every element by a number, as real numbers.</summary>
        public static Vector operator /(int[] x, double y) => (Vector)x / y;

        /// <summary>Adds every element to a number.</summary>
        public static Vector operator +(double x, int[] y) => x + (Vector)y;

        /// <summary>Subtracts every element from a number.</summary>
        public static Vector operator -(double x, int[] y) => x - (Vector)y;

        /// <summary>Multiplies a number by every element.</summary>
        public static Vector operator *(double x, int[] y) => x * (Vector)y;

        /// <summary>Divides a number by every element, as real numbers.</summary>
        public static Vector operator /(double x, int[] y) => x / (Vector)y;

        /// <summary>1 where an element equals the number, else 0.</summary>
        public static Vector operator ==(int[] x, double y) => Modeling.Equal(x, y);

        /// <summary>1 where an element differs from the number, else 0.</summary>
        public static Vector operator !=(int[] x, double y) => Modeling.Not(Modeling.Equal(x, y));

        /// <summary>1 where an element is less than the number, else 0.</summary>
        public static Vector operator <(int[] x, double y) => Modeling.Less(x, y);

        /// <summary>1 where an element is greater than the number, else 0.</summary>
        public static Vector operator >(int[] x, double y) => Modeling.Less(y, x);

        /// <summary>1 where an element is at most the number, else 0.</summary>
        public static Vector operator <=(int[] x, double y) => Modeling.LessOrEqual(x, y);

        /// <summary>1 where an element is at least the number, else 0.</summary>
        public static Vector operator >=(int[] x, double y) => Modeling.LessOrEqual(y, x);
    }

    extension(Vector)
    {
        /// <summary>1 where an element equals the number, else 0.</summary>
        public static Vector operator ==(Vector x, double y) => Modeling.Equal(x, y);

        /// <summary>1 where an element differs from the number, else 0.</summary>
        public static Vector operator !=(Vector x, double y) => Modeling.Not(Modeling.Equal(x, y));

        /// <summary>1 where an element is less than the number, else 0.</summary>
        public static Vector operator <(Vector x, double y) => Modeling.Less(x, y);

        /// <summary>1 where an element is greater than the number, else 0.</summary>
        public static Vector operator >(Vector x, double y) => Modeling.Less(y, x);

        /// <summary>1 where an element is at most the number, else 0.</summary>
        public static Vector operator <=(Vector x, double y) => Modeling.LessOrEqual(x, y);

        /// <summary>1 where an element is at least the number, else 0.</summary>
        public static Vector operator >=(Vector x, double y) => Modeling.LessOrEqual(y, x);
    }
}
