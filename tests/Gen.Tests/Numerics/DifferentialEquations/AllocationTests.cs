using System;
using Gen.Numerics;
using Xunit;

namespace Gen.Tests.Numerics.DifferentialEquations;

public class AllocationTests
{
    [Theory]
    [ClassData(typeof(Methods))]
    public void ASolutionAllocatesNothing(Method method)
    {
        var solver = method.Solver<LotkaVolterra>(2, 4);
        var (times, states, sensitivities) = (new double[] { 1, 2, 7 }, new double[6], new double[36]);
        double[] start = [33, 6];
        var solved = true;
        long before = 0;

        // The first solutions are there for what the runtime allocates once.
        for (var i = 0; i < 40; i++)
        {
            before = i == 20 ? GC.GetAllocatedBytesForCurrentThread() : before;
            solved &= solver.Solve(new LotkaVolterra(0.55, 0.028, 0.8 + 0.01 * i, 0.024), start, 0, times, states, sensitivities);
            solved &= solver.Solve(new LotkaVolterra(0.55, 0.028, 0.8 + 0.01 * i, 0.024), start, 0, times, states, []);
            solved &= !solver.Solve(new LotkaVolterra(double.NaN, 0.028, 0.8, 0.024), start, 0, times, states, sensitivities);
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        Assert.True(solved);
    }
}
