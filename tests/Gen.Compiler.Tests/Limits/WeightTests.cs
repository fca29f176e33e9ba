using System;
using System.Linq;
using Xunit;

namespace Gen.Compiler.Tests.Limits;

/// <summary>Weights that are numbers between 0 and 1, of exponentials whose squares and products are beyond what a double holds: each is divided before it is multiplied.</summary>
public sealed class WeightTests
{
    private const string Body = "var a = Sample(Flat());\nvar v = Sample(Flat());\nvar e = Exp(new Vector([a, v, 0.5]) + {0});\nvar p = e / Sum(e);\n";

    [Theory]
    [InlineData(-400)]
    [InlineData(400)]
    [InlineData(0)]
    public void Squares(int shift) => Has(shift, "Potential(Dot(p, p));", (p, _) => p.Sum(w => w * w), (p, k) => 2 * p[k] * (p[k] - p.Sum(w => w * w)));

    [Theory]
    [InlineData(-400)]
    [InlineData(400)]
    [InlineData(0)]
    public void Squares_of_quotients(int shift) => Has(
        shift, "for (var i = 0; i < 3; i++)\n    Potential(Square(e[i] / Sum(e)));", (p, _) => p.Sum(w => w * w), (p, k) => 2 * p[k] * (p[k] - p.Sum(w => w * w)));

    [Theory]
    [InlineData(-400)]
    [InlineData(400)]
    public void Products_of_weights_of_two_kinds(int shift) => Has(
        shift, "var q = e * new Vector([1.0, 2, 3]);\nPotential(Dot(p, q / Sum(q)));",
        (p, _) => Value(p),
        (p, k) =>
        {
            // By differences of the closed form in the weights, which are no small numbers.
            double At(double step) => Value([.. Softmax([.. p.Select((w, i) => Math.Log(w) + (i == k ? step : 0))])]);
            return (At(-2e-3) - 8 * At(-1e-3) + 8 * At(1e-3) - At(2e-3)) / (12 * 1e-3);
        });

    [Theory]
    [InlineData(-400)]
    [InlineData(400)]
    public void A_scale_of_squared_weights(int shift) => Has(
        shift, "Potential(Log(Sqrt(Dot(p, p))));", (p, _) => 0.5 * Math.Log(p.Sum(w => w * w)), (p, k) => p[k] * (p[k] - p.Sum(w => w * w)) / p.Sum(w => w * w));

    private static double Value(double[] p)
    {
        var q = p.Select((w, i) => w * (i + 1)).ToArray();
        return p.Zip(q, (w, u) => w * u).Sum() / q.Sum();
    }

    private static double[] Softmax(double[] x)
    {
        var e = x.Select(Math.Exp).ToArray();
        return [.. e.Select(w => w / e.Sum())];
    }

    private static void Has(int shift, string statements, Func<double[], int, double> value, Func<double[], int, double> slope)
    {
        var p = Softmax([0.3, -0.8, 0.5]);
        LimitModel.Has("a, v", Body.Replace("{0}", $"({shift})", StringComparison.Ordinal) + statements, [0.3, -0.8], value(p, 0), [slope(p, 0), slope(p, 1)]);
    }
}
