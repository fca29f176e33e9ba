using System;

namespace Gen.Tests.Decisions;

/// <summary>A utility without uncertainty: one draw.</summary>
internal sealed class FunctionObjective(int dimension, Func<double[], double[], double> utility) : IObjective
{
    public int Dimension => dimension;

    public int Draws => 1;

    public double Evaluate(ReadOnlySpan<double> decision, Span<double> gradient)
    {
        var slopes = new double[dimension];
        var value = utility(decision.ToArray(), slopes);
        slopes.CopyTo(gradient);
        return value;
    }

    public void Utilities(ReadOnlySpan<double> decision, Span<double> utilities) => utilities[0] = utility(decision.ToArray(), new double[dimension]);
}
