using System;
using Gen.Numerics;

namespace Gen.Tests.Numerics.DifferentialEquations;

/// <summary>Robertson's autocatalytic reaction; θ is its three rates.</summary>
readonly record struct Robertson(double Slow, double Fast, double Fastest) : IDifferentialEquation
{
    public int States => 3;

    public int Parameters => 3;

    public void Derivative(double time, ReadOnlySpan<double> y, Span<double> derivative)
    {
        derivative[0] = -Slow * y[0] + Fast * y[1] * y[2];
        derivative[2] = Fastest * y[1] * y[1];
        derivative[1] = -derivative[0] - derivative[2];
    }

    public void Jacobians(double time, ReadOnlySpan<double> y, Span<double> byState, Span<double> byParameter)
    {
        (byState[0], byState[1], byState[2]) = (-Slow, Fast * y[2], Fast * y[1]);
        (byState[6], byState[7], byState[8]) = (0, 2 * Fastest * y[1], 0);
        for (var j = 0; j < 3; j++)
            byState[3 + j] = -byState[j] - byState[6 + j];
        if (byParameter.IsEmpty)
            return;
        (byParameter[0], byParameter[1], byParameter[2]) = (-y[0], y[1] * y[2], 0);
        (byParameter[6], byParameter[7], byParameter[8]) = (0, 0, y[1] * y[1]);
        for (var j = 0; j < 3; j++)
            byParameter[3 + j] = -byParameter[j] - byParameter[6 + j];
    }
}

/// <summary>y″ = ((1 − y²) y′ − y) / ε; θ = ε.</summary>
readonly record struct VanDerPol(double Epsilon) : IDifferentialEquation
{
    public int States => 2;

    public int Parameters => 1;

    public void Derivative(double time, ReadOnlySpan<double> y, Span<double> derivative) =>
        (derivative[0], derivative[1]) = (y[1], ((1 - y[0] * y[0]) * y[1] - y[0]) / Epsilon);

    public void Jacobians(double time, ReadOnlySpan<double> y, Span<double> byState, Span<double> byParameter)
    {
        (byState[0], byState[1]) = (0, 1);
        (byState[2], byState[3]) = ((-2 * y[0] * y[1] - 1) / Epsilon, (1 - y[0] * y[0]) / Epsilon);
        if (!byParameter.IsEmpty)
            (byParameter[0], byParameter[1]) = (0, -((1 - y[0] * y[0]) * y[1] - y[0]) / (Epsilon * Epsilon));
    }
}
