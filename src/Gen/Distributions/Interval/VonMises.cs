using System;
using Gen.Numerics;
using static Gen.Numerics.Functions;

namespace Gen.Distributions;

public static partial class VonMises
{
    // Beyond, the angles' normal approximation is exact to some 1e-12 of their spread, and the rejection's constants lose their digits.
    private const double NearlyNormal = 1e6;

    // Below, the density is uniform to the same.
    private const double NearlyUniform = 1e-8;

    /// <summary>One draw.</summary>
    /// <remarks>Rejection from a wrapped Cauchy variate (Best and Fisher 1979).</remarks>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is outside its range.</exception>
    public static double Draw(RandomStream random, double mu, double kappa)
    {
        CheckParameters(mu, kappa);
        if (kappa < NearlyUniform)
            return Math.PI * (2 * random.NextDouble() - 1);
        var angle = kappa > NearlyNormal ? random.NextNormal() / Math.Sqrt(kappa) : DrawByRejection(random, kappa);
        return Math.Clamp(CircularBijection.Constrain(Turned(mu) + angle), -Math.PI, Math.PI);
    }

    /// <summary>The probability of an angle between −π and <paramref name="x"/>.</summary>
    public static double Cdf(double x, double mu, double kappa) => Tails(x, mu, kappa).Cdf;

    /// <summary>The logarithm of the probability of an angle between −π and <paramref name="x"/>, accurate where it underflows.</summary>
    public static double LogCdf(double x, double mu, double kappa) => Tails(x, mu, kappa).Lower;

    /// <summary>The logarithm of the probability of an angle between <paramref name="x"/> and π, accurate where it underflows.</summary>
    public static double LogSurvival(double x, double mu, double kappa) => Tails(x, mu, kappa).Upper;

    /// <summary>The angle up from −π to which the probability is <paramref name="p"/>; NaN unless 0 ≤ p ≤ 1.</summary>
    public static double Quantile(double p, double mu, double kappa)
    {
        if (!(p is >= 0 and <= 1))
            return double.NaN;
        if (p is 0 or 1)
            return p == 0 ? -Math.PI : Math.PI;
        var target = Math.Log(p <= 0.5 ? p : 1 - p);

        // In the coordinate of the interval, which resolves the angles next to its ends.
        double Angle(double y) => Math.CopySign(Math.PI * (1 - 2 * InverseLogit(-Math.Abs(y))), y);
        return Angle(MonotoneRoot.Find(
            0,
            y =>
            {
                var x = Angle(y);
                var tails = Tails(x, mu, kappa);
                var logDensity = LogDensity(x, mu, kappa) + IntervalBijection.LogJacobian(y, -Math.PI, Math.PI);
                return p <= 0.5
                    ? (tails.Lower - target, Math.Exp(logDensity - tails.Lower))
                    : (target - tails.Upper, Math.Exp(logDensity - tails.Upper));
            }));
    }

    /// <summary>The mean direction: mu, brought between −π and π; NaN when kappa is 0.</summary>
    public static double Mean(double mu, double kappa) => kappa > 0 ? CircularBijection.Constrain(mu) : double.NaN;

    /// <summary>The circular variance, 1 less the mean of cos(x − mu): 1 − I₁(kappa) / I₀(kappa).</summary>
    public static double Variance(double mu, double kappa) => 1 - BesselRatio(kappa);

    /// <summary>Whether <paramref name="x"/> can occur.</summary>
    public static bool InSupport(double x, double mu, double kappa) => x is >= -Math.PI and <= Math.PI;

    /// <summary>The values that can occur, in words.</summary>
    public static string SupportText(double mu, double kappa) => "angles between −π and π";

    /// <summary>Refuses parameters outside their ranges.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The message names the parameter, its range and its value.</exception>
    public static void CheckParameters(double mu, double kappa)
    {
        ParameterCheck.Real(mu, nameof(VonMises), nameof(mu));
        ParameterCheck.NonNegative(kappa, nameof(VonMises), nameof(kappa));
    }

    // A direction less whole turns: beyond some turns, adding an angle would round it away.
    private static double Turned(double mu) => Math.Abs(mu) <= 100 ? mu : Math.IEEERemainder(mu, 2 * Math.PI);

    // By quadrature of the smaller one, so that it has all its digits.
    private static LogTails Tails(double x, double mu, double kappa)
    {
        if (double.IsNaN(x))
            return new LogTails(double.NaN, double.NaN);
        if (x <= -Math.PI)
            return LogTails.AllAbove;
        if (x >= Math.PI)
            return LogTails.AllBelow;
        mu = Turned(mu);
        var lower = LogMass(-Math.PI, x, mu, kappa);
        return lower < -LogTwo ? LogTails.FromLower(lower) : LogTails.FromUpper(LogMass(x, Math.PI, mu, kappa));
    }

    // The density falls from every mu + 2 π k to the next mu + (2 k ± 1) π: between those the mass is that of falling functions.
    private static double LogMass(double from, double to, double mu, double kappa)
    {
        var sum = double.NegativeInfinity;
        for (var k = Math.Floor((from - mu) / Math.PI); mu + k * Math.PI < to; k++)
        {
            var (left, right) = (Math.Max(from, mu + k * Math.PI), Math.Min(to, mu + (k + 1) * Math.PI));
            if (!(left < right))
                continue;
            var (high, low) = k % 2 == 0 ? (left, right) : (right, left);
            var width = 1 / Math.Max(Math.Sqrt(1 + kappa), kappa * Math.Abs(Math.Sin(high - mu)));
            var mass = LogDensity(high, mu, kappa) + Math.Log(FallingIntegral.Of(t => LogDensity(t, mu, kappa), high, low, width));
            var greater = Math.Max(sum, mass);
            sum = greater + Log1p(Math.Exp(Math.Min(sum, mass) - greater));
        }

        return sum;
    }

    private static double DrawByRejection(RandomStream random, double kappa)
    {
        // s = (1 + rho²) / (2 rho), which for small kappa is 1 / kappa + kappa without the cancellation.
        double s;
        if (kappa < 1e-5)
        {
            s = 1 / kappa + kappa;
        }
        else
        {
            var r = 1 + Math.Sqrt(1 + 4 * kappa * kappa);
            var rho = (r - Math.Sqrt(2 * r)) / (2 * kappa);
            s = (1 + rho * rho) / (2 * rho);
        }

        while (true)
        {
            var z = Math.Cos(Math.PI * random.NextDouble());
            var w = (1 + s * z) / (s + z);
            var y = kappa * (s - w);
            var v = random.NextDouble();
            if (y * (2 - y) - v >= 0 || Math.Log(y / v) + 1 - y >= 0)
                return random.NextDouble() < 0.5 ? Math.Acos(w) : -Math.Acos(w);
        }
    }
}
