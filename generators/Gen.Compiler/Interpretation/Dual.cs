using System;
using System.Collections.Generic;

namespace Gen.Compiler.Interpretation;

/// <summary>A number with its derivatives in some directions at once; no tangent means that all of them are zero.</summary>
internal readonly struct Dual(double value, double[]? tangent = null)
{
    public double Value { get; } = value;

    public double[]? Tangent { get; } = tangent;

    public static implicit operator Dual(double value) => new(value);

    public static Dual operator +(Dual a, Dual b) => new(a.Value + b.Value, Combine(1, a.Tangent, 1, b.Tangent));

    public static Dual operator -(Dual a, Dual b) => new(a.Value - b.Value, Combine(1, a.Tangent, -1, b.Tangent));

    public static Dual operator *(Dual a, Dual b) => new(a.Value * b.Value, Combine(b.Value, a.Tangent, a.Value, b.Tangent));

    /// <summary>The quotient, whose derivative is (a′ − (a / b) b′) / b: in this order no factor overflows where the derivative does not.</summary>
    public static Dual operator /(Dual a, Dual b)
    {
        var ratio = a.Value / b.Value;
        return new(ratio, Combine(1 / b.Value, Combine(1, a.Tangent, -ratio, b.Tangent), 1, null));
    }

    /// <summary>√a.</summary>
    public static Dual Sqrt(Dual a) => new(Math.Sqrt(a.Value), Combine(1, null, a.Value == 0 ? 0 : 0.5 / Math.Sqrt(a.Value), a.Tangent));

    /// <summary>The chain rule: Σ slope · tangent. A direction that does not move an argument adds nothing, even where the slope is infinite; nor does one that no longer moves the value.</summary>
    public static double[]? Combine(double[] slopes, Dual[] arguments)
    {
        double[]? sum = null;
        for (var k = 0; k < arguments.Length; k++)
        {
            sum = Combine(1, sum, slopes[k], arguments[k].Tangent);
        }

        return sum;
    }

    /// <summary>Of values that tie, the mean of their tangents.</summary>
    public static Dual Tie(IReadOnlyList<Dual> values)
    {
        Dual sum = 0;
        foreach (var value in values)
        {
            sum = new(values[0].Value, Combine(1, sum.Tangent, 1.0 / values.Count, value.Tangent));
        }

        return sum;
    }

    private static double[]? Combine(double a, double[]? x, double b, double[]? y)
    {
        if (y is null && (x is null || a == 1))
        {
            return x;
        }

        var sum = new double[(x ?? y)!.Length];
        for (var i = 0; i < sum.Length; i++)
        {
            sum[i] = Scale(a, x, i) + Scale(b, y, i);
        }

        return sum;
    }

    private static double Scale(double slope, double[]? tangent, int i) => tangent is null || tangent[i] == 0 || slope == 0 ? 0 : slope * tangent[i];
}
