using System;

namespace Gen;

/// <summary>Reductions of a run of numbers, and their application along an axis of a matrix.</summary>
internal static class Reduction
{
    public delegate double Function(ReadOnlySpan<double> values);

    public static double Sum(ReadOnlySpan<double> values)
    {
        var sum = 0.0;
        foreach (var value in values)
        {
            sum += value;
        }

        return sum;
    }

    public static double Mean(ReadOnlySpan<double> values) => Sum(values) / values.Length;

    public static double Max(ReadOnlySpan<double> values)
    {
        RequireSome(values, "Max");
        var greatest = values[0];
        foreach (var value in values[1..])
        {
            greatest = Math.Max(greatest, value);
        }

        return greatest;
    }

    public static double Min(ReadOnlySpan<double> values)
    {
        RequireSome(values, "Min");
        var least = values[0];
        foreach (var value in values[1..])
        {
            least = Math.Min(least, value);
        }

        return least;
    }

    /// <summary>The first position whose value is not beaten by the extreme one.</summary>
    public static int Position(ReadOnlySpan<double> values, double extreme, bool isGreatest)
    {
        var position = 0;
        while (isGreatest ? values[position] < extreme : values[position] > extreme)
        {
            position++;
        }

        return position;
    }

    public static double LogSumExp(ReadOnlySpan<double> values)
    {
        var greatest = double.NegativeInfinity;
        foreach (var value in values)
        {
            greatest = Math.Max(greatest, value);
        }

        if (!double.IsFinite(greatest))
        {
            return greatest;
        }

        var sum = 0.0;
        foreach (var value in values)
        {
            sum += Math.Exp(value - greatest);
        }

        return greatest + Math.Log(sum);
    }

    public static Vector Along(Matrix x, int axis, Function function)
    {
        if (axis is not (0 or 1))
        {
            throw new ArgumentOutOfRangeException(nameof(axis), axis, "A matrix has the axes 0 (its rows) and 1 (its columns).");
        }

        var result = new double[axis == 0 ? x.Columns : x.Rows];
        for (var i = 0; i < result.Length; i++)
        {
            result[i] = function((axis == 0 ? x[.., i] : x[i]).AsSpan());
        }

        return Vector.Wrap(result);
    }

    private static void RequireSome(ReadOnlySpan<double> values, string function)
    {
        if (values.IsEmpty)
        {
            throw new ArgumentException($"{function} of no elements has no value.");
        }
    }
}
