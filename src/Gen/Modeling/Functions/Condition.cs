namespace Gen;

/// <summary>Logic on numbers: 0 is false, anything else is true.</summary>
internal static class Condition
{
    public static double And(double x, double y) => x != 0 && y != 0 ? 1 : 0;

    public static double Or(double x, double y) => x != 0 || y != 0 ? 1 : 0;

    public static double Not(double x) => x != 0 ? 0 : 1;
}
