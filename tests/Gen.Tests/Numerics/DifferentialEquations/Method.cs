using Gen.Numerics;
using Xunit;

namespace Gen.Tests.Numerics.DifferentialEquations;

/// <summary>A method of solution, for tests that hold for each.</summary>
public abstract class Method
{
    public abstract DifferentialEquationSolver<TSystem> Solver<TSystem>(
        int states,
        int parameters,
        DifferentialEquationOptions? options = null,
        bool initialStateSensitivities = true)
        where TSystem : IDifferentialEquation;

    /// <summary>How far a solution over a short time may be from the truth when the error of each step is within a tolerance.</summary>
    public abstract double Tolerance(double local);

    /// <summary>The language's name of it.</summary>
    public abstract string Function { get; }

    public override string ToString() => Function;
}

sealed class RungeKutta : Method
{
    public override DifferentialEquationSolver<TSystem> Solver<TSystem>(
        int states, int parameters, DifferentialEquationOptions? options = null, bool initialStateSensitivities = true) =>
        new DormandPrince45<TSystem>(states, parameters, options, initialStateSensitivities);

    public override double Tolerance(double local) => 5 * local;

    public override string Function => "OdeRk45";
}

sealed class Backward : Method
{
    public override DifferentialEquationSolver<TSystem> Solver<TSystem>(
        int states, int parameters, DifferentialEquationOptions? options = null, bool initialStateSensitivities = true) =>
        new BackwardDifferentiation<TSystem>(states, parameters, options, initialStateSensitivities);

    // Errors of a multistep method add up over many more steps.
    public override double Tolerance(double local) => 50 * local;

    public override string Function => "OdeBdf";
}

class Methods : TheoryData<Method>
{
    public Methods()
    {
        Add(new RungeKutta());
        Add(new Backward());
    }
}
