using System;
using Gen.Distributions;
using Xunit;

namespace Gen.Tests.Distributions;

public sealed class BijectionTests
{
    public static TheoryData<string> Names => ["real", "positive", "unit", "interval", "lower", "upper"];

    [Theory, MemberData(nameof(Names))]
    public void UnconstrainUndoesConstrain(string name)
    {
        var (constrain, _, unconstrain) = Get(name);
        foreach (var y in (double[])[-20, -3, -0.5, 0, 0.1, 2, 12])
        {
            // x is rounded by some 1e-15 near an end that is not 0, which y magnifies by the inverse of the derivative.
            var rounding = 1e-15 * name switch
            {
                "unit" => Math.Exp(Math.Max(y, 0)),
                "interval" => Math.Exp(Math.Abs(y)),
                "lower" or "upper" => Math.Exp(Math.Max(-y, 0)),
                _ => 0,
            };
            Assert.Equal(y, unconstrain(constrain(y)), 1e-13 + rounding);
        }
    }

    [Theory, MemberData(nameof(Names))]
    public void LogJacobianIsTheLogOfTheDerivative(string name)
    {
        var (constrain, logJacobian, _) = Get(name);
        const double h = 1e-2;
        foreach (var y in (double[])[-8, -3, -0.5, 0, 0.1, 2, 6])
        {
            // Central differences over seven points: an error of h⁶ / 140 times the seventh derivative, and rounding of x over h.
            double D(int k) => constrain(y + k * h) - constrain(y - k * h);
            var derivative = (45 * D(1) - 9 * D(2) + D(3)) / (60 * h);
            Assert.Equal(1, Math.Exp(logJacobian(y)) / Math.Abs(derivative), 1e-9);
        }
    }

    [Fact]
    public void TailsOfTheLogJacobianDoNotUnderflow()
    {
        Assert.Equal(-800, UnitBijection.LogJacobian(800), 1e-12);
        Assert.Equal(-800, UnitBijection.LogJacobian(-800), 1e-12);
        Assert.Equal(Math.Log(8) - 800, IntervalBijection.LogJacobian(-800, -3, 5), 1e-12);
    }

    [Theory, InlineData(-Math.PI), InlineData(-2), InlineData(0), InlineData(1.3), InlineData(3.14)]
    public void AnAngleIsThatOfEveryTurnAndItsWeightsAddUpToOne(double x)
    {
        var weights = 0.0;
        for (var turn = -20; turn <= 20; turn++)
        {
            var y = CircularBijection.Unconstrain(x) + 2 * Math.PI * turn;

            // At the seam rounding decides between the two names of one angle.
            var angle = CircularBijection.Constrain(y);
            Assert.InRange(angle, -Math.PI - 1e-13, Math.PI + 1e-13);
            Assert.Equal(Math.Cos(x), Math.Cos(angle), 1e-13);
            Assert.Equal(Math.Sin(x), Math.Sin(angle), 1e-13);
            weights += Math.Exp(CircularBijection.LogJacobian(y));
        }

        Assert.Equal(1, weights, 1e-14);
    }

    private static (Func<double, double> Constrain, Func<double, double> LogJacobian, Func<double, double> Unconstrain) Get(string name)
        => name switch
        {
            "real" => (RealBijection.Constrain, RealBijection.LogJacobian, RealBijection.Unconstrain),
            "positive" => (PositiveBijection.Constrain, PositiveBijection.LogJacobian, PositiveBijection.Unconstrain),
            "unit" => (UnitBijection.Constrain, UnitBijection.LogJacobian, UnitBijection.Unconstrain),
            "lower" => (y => LowerBijection.Constrain(y, -1.5), LowerBijection.LogJacobian, x => LowerBijection.Unconstrain(x, -1.5)),
            "upper" => (y => UpperBijection.Constrain(y, -1.5), UpperBijection.LogJacobian, x => UpperBijection.Unconstrain(x, -1.5)),
            _ => (
                y => IntervalBijection.Constrain(y, -3, 5),
                y => IntervalBijection.LogJacobian(y, -3, 5),
                x => IntervalBijection.Unconstrain(x, -3, 5)),
        };
}
