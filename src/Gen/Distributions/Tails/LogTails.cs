using System;
using static Gen.Numerics.Functions;

namespace Gen.Distributions;

/// <summary>The logarithms of the probability at or below a point, and of that above it.</summary>
internal readonly record struct LogTails(double Lower, double Upper)
{
    /// <summary>All the probability is above.</summary>
    public static LogTails AllAbove => new(double.NegativeInfinity, 0);

    /// <summary>All the probability is below.</summary>
    public static LogTails AllBelow => new(0, double.NegativeInfinity);

    /// <summary>The probability at or below the point.</summary>
    public double Cdf => Lower < Upper ? Math.Exp(Lower) : -Expm1(Upper);

    /// <summary>From the lower tail.</summary>
    public static LogTails FromLower(double lower) => new(Math.Min(lower, 0), LogSpace.Complement(Math.Min(lower, 0)));

    /// <summary>From the upper tail.</summary>
    public static LogTails FromUpper(double upper) => new(LogSpace.Complement(Math.Min(upper, 0)), Math.Min(upper, 0));

    /// <summary>The tails of the reflected variate.</summary>
    public LogTails Reflected => new(Upper, Lower);
}
