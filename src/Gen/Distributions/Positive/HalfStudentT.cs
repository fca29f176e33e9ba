using System;
using Gen.Numerics;
using static Gen.Numerics.Functions;

namespace Gen.Distributions;

public static partial class HalfStudentT
{
    /// <summary>One draw.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is outside its range.</exception>
    public static double Draw(RandomStream random, double nu, double sigma)
    {
        CheckParameters(nu, sigma);
        return Math.Abs(StudentT.Draw(random, nu, 0, sigma));
    }

    /// <summary>The probability of a value at or below <paramref name="x"/>.</summary>
    public static double Cdf(double x, double nu, double sigma) => Tails(x, nu, sigma).Cdf;

    /// <summary>The logarithm of the probability of a value at or below <paramref name="x"/>, accurate where it underflows.</summary>
    public static double LogCdf(double x, double nu, double sigma) => Tails(x, nu, sigma).Lower;

    /// <summary>The logarithm of the probability of a value above <paramref name="x"/>, accurate where it underflows.</summary>
    public static double LogSurvival(double x, double nu, double sigma) => Tails(x, nu, sigma).Upper;

    /// <summary>The value below which the probability is <paramref name="p"/>; NaN unless 0 ≤ p ≤ 1.</summary>
    public static double Quantile(double p, double nu, double sigma) => sigma * StudentT.AbsoluteQuantile(p, nu);

    /// <summary>The mean; infinite when nu ≤ 1.</summary>
    public static double Mean(double nu, double sigma)
        => nu > 1 ? 2 * sigma * nu / (nu - 1) * Math.Exp(StudentT.LogDensity(0, nu, 0, 1)) : double.PositiveInfinity;

    /// <summary>The variance; infinite when 1 &lt; nu ≤ 2 and NaN, for undefined, when nu ≤ 1.</summary>
    public static double Variance(double nu, double sigma)
        => nu > 2 ? sigma * sigma * nu / (nu - 2) - Square(Mean(nu, sigma)) : nu > 1 ? double.PositiveInfinity : double.NaN;

    /// <summary>Whether <paramref name="x"/> can occur.</summary>
    public static bool InSupport(double x, double nu, double sigma) => x >= 0 && double.IsFinite(x);

    /// <summary>The values that can occur, in words.</summary>
    public static string SupportText(double nu, double sigma) => "0 and positive numbers";

    /// <summary>Refuses parameters outside their ranges.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The message names the parameter, its range and its value.</exception>
    public static void CheckParameters(double nu, double sigma)
    {
        ParameterCheck.Positive(nu, nameof(HalfStudentT), nameof(nu));
        ParameterCheck.Positive(sigma, nameof(HalfStudentT), nameof(sigma));
    }

    /// <summary>Refuses degrees of freedom and inverse squared scale outside their ranges.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The message names the parameter, its range and its value.</exception>
    public static void CheckParametersFromPrecision(double nu, double lam)
    {
        ParameterCheck.Positive(nu, nameof(HalfStudentT), nameof(nu));
        ParameterCheck.Positive(lam, nameof(HalfStudentT), nameof(lam));
    }

    private static LogTails Tails(double x, double nu, double sigma) => x < 0 ? LogTails.AllAbove : StudentT.Absolute(x / sigma, nu);
}
