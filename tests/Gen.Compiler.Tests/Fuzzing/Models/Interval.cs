using System;
using System.Linq;

namespace Gen.Compiler.Tests.Fuzzing;

/// <summary>Where the value of an expression lies, whatever the point: what keeps arguments of functions in their domains.</summary>
internal readonly record struct Interval(double Low, double High)
{
    public double Magnitude => Math.Max(Math.Abs(Low), Math.Abs(High));

    public static implicit operator Interval((double Low, double High) ends) => new(ends.Low, ends.High);

    public static Interval operator +(Interval a, Interval b) => (a.Low + b.Low, a.High + b.High);

    public static Interval operator -(Interval a) => (-a.High, -a.Low);

    public static Interval operator -(Interval a, Interval b) => a + -b;

    public static Interval operator *(Interval a, Interval b) => Hull(a.Low * b.Low, a.Low * b.High, a.High * b.Low, a.High * b.High);

    public static Interval operator /(Interval a, Interval b) => a * (1 / b.High, 1 / b.Low);

    public Interval Union(Interval other) => (Math.Min(Low, other.Low), Math.Max(High, other.High));

    public Interval Map(Func<double, double> increasing) => (increasing(Low), increasing(High));

    /// <summary>The interval of a function that has a single minimum at 0.</summary>
    public Interval MapEven(Func<double, double> function) =>
        Low <= 0 && High >= 0 ? (function(0), Math.Max(function(Low), function(High))) : Hull(function(Low), function(High));

    public static Interval Hull(params double[] values) => (values.Min(), values.Max());
}
