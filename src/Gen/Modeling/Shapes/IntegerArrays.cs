using System.ComponentModel;

namespace Gen;

/// <summary>
/// Counts and classes meet numbers: arithmetic as of real numbers, and comparisons that give 1 where they hold and 0 where they do not.
/// Vectors they meet by conversion.
/// </summary>
/// <remarks>
/// Operators on a type that is not ours need C# 14; in an earlier version write <c>(Vector)counts * 2</c> or <c>Equal(counts, 2)</c>.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class IntegerArrays
{
    extension(int[])
    {
        /// <summary>The elements with their signs reversed.</summary>
        public static Vector operator -(int[] x) => -(Vector)x;

        /// <summary>Adds a number to every element.</summary>
        public static Vector operator +(int[] x, double y) => (Vector)x + y;

        /// <summary>Adds every element to a number.</summary>
        public static Vector operator +(double x, int[] y) => x + (Vector)y;

        /// <summary>Subtracts a number from every element.</summary>
        public static Vector operator -(int[] x, double y) => (Vector)x - y;

        /// <summary>Subtracts every element from a number.</summary>
        public static Vector operator -(double x, int[] y) => x - (Vector)y;

        /// <summary>Multiplies every element by a number.</summary>
        public static Vector operator *(int[] x, double y) => (Vector)x * y;

        /// <summary>Multiplies a number by every element.</summary>
        public static Vector operator *(double x, int[] y) => x * (Vector)y;

        /// <summary>Divides every element by a number, as real numbers.</summary>
        public static Vector operator /(int[] x, double y) => (Vector)x / y;

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

        /// <summary>1 where an element equals the number, else 0.</summary>
        public static Vector operator ==(double x, int[] y) => Modeling.Equal(x, y);

        /// <summary>1 where an element differs from the number, else 0.</summary>
        public static Vector operator !=(double x, int[] y) => Modeling.Not(Modeling.Equal(x, y));

        /// <summary>1 where the number is less than an element, else 0.</summary>
        public static Vector operator <(double x, int[] y) => Modeling.Less(x, y);

        /// <summary>1 where the number is greater than an element, else 0.</summary>
        public static Vector operator >(double x, int[] y) => Modeling.Less(y, x);

        /// <summary>1 where the number is at most an element, else 0.</summary>
        public static Vector operator <=(double x, int[] y) => Modeling.LessOrEqual(x, y);

        /// <summary>1 where the number is at least an element, else 0.</summary>
        public static Vector operator >=(double x, int[] y) => Modeling.LessOrEqual(y, x);
    }
}
