using System;
using Gen.Numerics;

namespace Gen.Tests.Numerics.DifferentialEquations;

/// <summary>y′ = −k y; θ = k.</summary>
readonly record struct ExponentialDecay(double Rate) : IDifferentialEquation
{
    public int States => 1;

    public int Parameters => 1;

    public void Derivative(double time, ReadOnlySpan<double> y, Span<double> derivative) => derivative[0] = -Rate * y[0];

    public void Jacobians(double time, ReadOnlySpan<double> y, Span<double> byState, Span<double> byParameter)
    {
        byState[0] = -Rate;
        if (!byParameter.IsEmpty)
            byParameter[0] = -y[0];
    }
}

/// <summary>x″ = −ω² x as a system; θ = ω.</summary>
readonly record struct HarmonicOscillator(double Frequency) : IDifferentialEquation
{
    public int States => 2;

    public int Parameters => 1;

    public void Derivative(double time, ReadOnlySpan<double> y, Span<double> derivative) =>
        (derivative[0], derivative[1]) = (y[1], -Frequency * Frequency * y[0]);

    public void Jacobians(double time, ReadOnlySpan<double> y, Span<double> byState, Span<double> byParameter)
    {
        (byState[0], byState[1], byState[2], byState[3]) = (0, 1, -Frequency * Frequency, 0);
        if (!byParameter.IsEmpty)
            (byParameter[0], byParameter[1]) = (0, -2 * Frequency * y[0]);
    }
}

/// <summary>y′ = r y (1 − y / K); θ = (r, K).</summary>
readonly record struct Logistic(double Growth, double Capacity) : IDifferentialEquation
{
    public int States => 1;

    public int Parameters => 2;

    public void Derivative(double time, ReadOnlySpan<double> y, Span<double> derivative) => derivative[0] = Growth * y[0] * (1 - y[0] / Capacity);

    public void Jacobians(double time, ReadOnlySpan<double> y, Span<double> byState, Span<double> byParameter)
    {
        byState[0] = Growth * (1 - 2 * y[0] / Capacity);
        if (!byParameter.IsEmpty)
            (byParameter[0], byParameter[1]) = (y[0] * (1 - y[0] / Capacity), Growth * y[0] * y[0] / (Capacity * Capacity));
    }
}

/// <summary>u′ = (α − β v) u, v′ = (−γ + δ u) v; θ = (α, β, γ, δ).</summary>
readonly record struct LotkaVolterra(double Alpha, double Beta, double Gamma, double Delta) : IDifferentialEquation
{
    public int States => 2;

    public int Parameters => 4;

    public void Derivative(double time, ReadOnlySpan<double> y, Span<double> derivative) =>
        (derivative[0], derivative[1]) = ((Alpha - Beta * y[1]) * y[0], (-Gamma + Delta * y[0]) * y[1]);

    public void Jacobians(double time, ReadOnlySpan<double> y, Span<double> byState, Span<double> byParameter)
    {
        (byState[0], byState[1], byState[2], byState[3]) = (Alpha - Beta * y[1], -Beta * y[0], Delta * y[1], -Gamma + Delta * y[0]);
        if (byParameter.IsEmpty)
            return;
        byParameter.Clear();
        (byParameter[0], byParameter[1]) = (y[0], -y[0] * y[1]);
        (byParameter[6], byParameter[7]) = (-y[1], y[0] * y[1]);
    }
}

/// <summary>The restricted three-body problem of Arenstorf's orbits (Hairer, Nørsett and Wanner I, section II.0).</summary>
readonly record struct Arenstorf : IDifferentialEquation
{
    public const double Period = 17.0652165601579625588917206249;
    const double Moon = 0.012277471;

    public static double[] Start => [0.994, 0, 0, -2.00158510637908252240537862224];

    public int States => 4;

    public int Parameters => 0;

    public void Derivative(double time, ReadOnlySpan<double> y, Span<double> derivative)
    {
        const double earth = 1 - Moon;
        var toEarth = Math.Pow((y[0] + Moon) * (y[0] + Moon) + y[1] * y[1], 1.5);
        var toMoon = Math.Pow((y[0] - earth) * (y[0] - earth) + y[1] * y[1], 1.5);
        derivative[0] = y[2];
        derivative[1] = y[3];
        derivative[2] = y[0] + 2 * y[3] - earth * (y[0] + Moon) / toEarth - Moon * (y[0] - earth) / toMoon;
        derivative[3] = y[1] - 2 * y[2] - earth * y[1] / toEarth - Moon * y[1] / toMoon;
    }

    public void Jacobians(double time, ReadOnlySpan<double> y, Span<double> byState, Span<double> byParameter) =>
        throw new InvalidOperationException("No Jacobian is needed for a solution alone by an explicit method.");
}

/// <summary>A chain of compartments: y₀′ = −k₀ y₀, yᵢ′ = kᵢ₋₁ yᵢ₋₁ − kᵢ yᵢ; θ = k.</summary>
readonly record struct Chain(double[] Rates) : IDifferentialEquation
{
    public int States => Rates.Length;

    public int Parameters => Rates.Length;

    public void Derivative(double time, ReadOnlySpan<double> y, Span<double> derivative)
    {
        for (var i = 0; i < y.Length; i++)
            derivative[i] = (i == 0 ? 0 : Rates[i - 1] * y[i - 1]) - Rates[i] * y[i];
    }

    public void Jacobians(double time, ReadOnlySpan<double> y, Span<double> byState, Span<double> byParameter)
    {
        byState.Clear();
        byParameter.Clear();
        for (var i = 0; i < y.Length; i++)
        {
            byState[i * States + i] = -Rates[i];
            if (i > 0)
                byState[i * States + i - 1] = Rates[i - 1];
            if (byParameter.IsEmpty)
                continue;
            byParameter[i * States + i] = -y[i];
            if (i > 0)
                byParameter[i * States + i - 1] = y[i - 1];
        }
    }

    /// <summary>The content of a compartment after a time in which a unit started from another (H. Bateman 1910); rates differ.</summary>
    public static double Bateman(double[] rates, int from, int to, double time)
    {
        if (to < from)
            return 0;
        var (sum, product) = (0.0, 1.0);
        for (var i = from; i < to; i++)
            product *= rates[i];
        for (var i = from; i <= to; i++)
        {
            var differences = 1.0;
            for (var j = from; j <= to; j++)
                differences *= i == j ? 1 : rates[j] - rates[i];
            sum += Math.Exp(-rates[i] * time) / differences;
        }

        return product * sum;
    }
}

/// <summary>An equation given by a function, for tests that need no Jacobian by parameters.</summary>
sealed class Given(int states, Action<double, double[], double[]> derivative) : IDifferentialEquation
{
    readonly double[] y = new double[states];
    readonly double[] result = new double[states];

    public int States => states;

    public int Parameters => 0;

    public void Derivative(double time, ReadOnlySpan<double> state, Span<double> value)
    {
        state.CopyTo(y);
        derivative(time, y, result);
        result.CopyTo(value);
    }

    public void Jacobians(double time, ReadOnlySpan<double> state, Span<double> byState, Span<double> byParameter)
    {
        var (up, down, at) = (new double[states], new double[states], state.ToArray());
        for (var j = 0; j < states; j++)
        {
            var h = 1e-5 * Math.Max(1e-3, Math.Abs(state[j]));
            at[j] = state[j] + h;
            Derivative(time, at, up);
            at[j] = state[j] - h;
            Derivative(time, at, down);
            at[j] = state[j];
            for (var i = 0; i < states; i++)
                byState[i * states + j] = (up[i] - down[i]) / (2 * h);
        }
    }
}
