using System;
using Gen.Distributions;
using Xunit;

namespace Gen.Tests.Distributions;

public sealed class BijectionTests
{
    public static TheoryData<string> Names => ["real", "positive", "unit", "interval"];

    [Theory, MemberData(nameof(Names))]
    public void UnconstrainUndoesConstrain(string name)
    {
        var (constrain, _, unconstrain) = Get(name);
        foreach (var y in (double[])[-20, -3, -0.5, 0, 0.1, 2, 12])
        {
            // x is rounded by some 1e-15 near an end that is not 0, which y magnifies by the inverse of the derivative.
            var rounding = name is "unit" or "interval" ? 1e-15 * Math.Exp(name == "unit" ? Math.Max(y, 0) : Math.Abs(y)) : 0;
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
            Assert.Equal(1, Math.Exp(logJacobian(y)) / derivative, 1e-9);
        }
    }

    [Fact]
    public void TailsOfTheLogJacobianDoNotUnderflow()
    {
        Assert.Equal(-800, UnitBijection.LogJacobian(800), 1e-12);
        Assert.Equal(-800, UnitBijection.LogJacobian(-800), 1e-12);
        Assert.Equal(Math.Log(8) - 800, IntervalBijection.LogJacobian(-800, -3, 5), 1e-12);
    }

    private static (Func<double, double> Constrain, Func<double, double> LogJacobian, Func<double, double> Unconstrain) Get(string name)
        => name switch
        {
            "real" => (RealBijection.Constrain, RealBijection.LogJacobian, RealBijection.Unconstrain),
            "positive" => (PositiveBijection.Constrain, PositiveBijection.LogJacobian, PositiveBijection.Unconstrain),
            "unit" => (UnitBijection.Constrain, UnitBijection.LogJacobian, UnitBijection.Unconstrain),
            _ => (
                y => IntervalBijection.Constrain(y, -3, 5),
                y => IntervalBijection.LogJacobian(y, -3, 5),
                x => IntervalBijection.Unconstrain(x, -3, 5)),
        };
}
