using System;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Gen.Numerics;

/// <summary>
/// A differential equation together with the equations of its sensitivities, S′ = (∂f/∂y) S + ∂f/∂θ with S(0) = [I, 0], as one system.
/// </summary>
/// <remarks>
/// A coupled state is an array of blocks of four numbers: the states, then the rows of S (a row per state; columns for the elements of the initial
/// state if asked for, then for the parameters), each filled up to whole blocks with zeros. So products J·S run over contiguous memory, and sums of
/// coupled states need no remainder loop. Fillings stay zero since every operation on them is linear.
/// </remarks>
internal sealed class CoupledSystem<TSystem>
    where TSystem : IDifferentialEquation
{
    private const int Width = 4;
    private readonly double[] byState;

    // Room on both sides, so that a block may be read across an end of a row and what is not of the row masked away.
    private readonly double[] byParameter;
    private readonly Vector256<double>[] masks;
    private readonly int parameters;
    private readonly int firstParameter;
    private readonly int stateBlocks;
    private readonly int rowBlocks;
    private TSystem system = default!;

    public CoupledSystem(int states, int parameters, bool initialState)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(states, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(parameters);
        States = states;
        this.parameters = parameters;
        firstParameter = initialState ? states : 0;
        Columns = firstParameter + parameters;
        stateBlocks = (states + Width - 1) / Width;
        rowBlocks = (Columns + Width - 1) / Width;
        byState = new double[states * states];
        byParameter = new double[firstParameter + states * parameters + Width];
        masks = new Vector256<double>[rowBlocks];
        for (var column = firstParameter; column < Columns; column++)
        {
            masks[column / Width] = masks[column / Width].WithElement(column % Width, BitConverter.Int64BitsToDouble(-1));
        }
    }

    /// <summary>The number of states.</summary>
    public int States { get; }

    /// <summary>The number of columns of S.</summary>
    public int Columns { get; }

    /// <summary>The number of blocks of a coupled state, whether sensitivities are integrated or not.</summary>
    public int Capacity => stateBlocks + States * rowBlocks;

    /// <summary>The number of blocks that are integrated.</summary>
    public int Blocks { get; private set; }

    /// <summary>Blocks of the states alone, with which a coupled state begins.</summary>
    public int StateBlocks => stateBlocks;

    /// <summary>Blocks of a row of S.</summary>
    public int RowBlocks => rowBlocks;

    /// <summary>Whether sensitivities are integrated.</summary>
    public bool WithSensitivities => Blocks > stateBlocks;

    /// <summary>∂f/∂y as last evaluated: states × states, row-major.</summary>
    public ReadOnlySpan<double> StateJacobian => byState;

    /// <summary>Binds the system to be integrated and writes the coupled state at the initial time; false where it is not finite.</summary>
    public bool Begin(TSystem equation, ReadOnlySpan<double> initialState, bool withSensitivities, Vector256<double>[] coupled)
    {
        if (equation.States != States || equation.Parameters != parameters)
        {
            throw new ArgumentException(
                $"The solver was made for {States} states and {parameters} parameters; the system has {equation.States} and {equation.Parameters}.");
        }

        if (initialState.Length != States)
        {
            throw new ArgumentException($"The initial state has {initialState.Length} elements; the system has {States} states.");
        }

        system = equation;
        Blocks = withSensitivities ? Capacity : stateBlocks;
        Array.Clear(coupled);
        initialState.CopyTo(Scalars(coupled));
        if (withSensitivities && firstParameter > 0)
        {
            var sensitivities = Scalars(coupled)[(stateBlocks * Width)..];
            for (var i = 0; i < States; i++)
            {
                sensitivities[i * rowBlocks * Width + i] = 1;
            }
        }

        foreach (var element in initialState)
        {
            if (!double.IsFinite(element))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The states of a coupled state.</summary>
    public Span<double> StatesOf(Vector256<double>[] coupled) => Scalars(coupled)[..States];

    /// <summary>The derivative of a coupled state.</summary>
    public void Derivative(double time, Vector256<double>[] coupled, Vector256<double>[] derivative)
    {
        var state = StatesOf(coupled);
        system.Derivative(time, state, StatesOf(derivative));
        if (WithSensitivities)
        {
            EvaluateJacobians(time, state);
            SensitivityDerivative(coupled, derivative);
        }
    }

    /// <summary>The derivative of the states alone.</summary>
    public void StateDerivative(double time, ReadOnlySpan<double> state, Span<double> derivative) => system.Derivative(time, state, derivative);

    /// <summary>Evaluates the Jacobians: that by the parameters only where sensitivities are integrated.</summary>
    public void EvaluateJacobians(double time, ReadOnlySpan<double> state) =>
        system.Jacobians(time, state, byState, WithSensitivities ? byParameter.AsSpan(firstParameter, States * parameters) : []);

    /// <summary>The rows of (∂f/∂y) S + ∂f/∂θ with the Jacobians as last evaluated.</summary>
    public void SensitivityDerivative(Vector256<double>[] coupled, Vector256<double>[] derivative)
    {
        var sensitivities = coupled.AsSpan(stateBlocks, States * rowBlocks);
        for (var i = 0; i < States; i++)
        {
            var jacobianRow = byState.AsSpan(i * States, States);
            var row = derivative.AsSpan(stateBlocks + i * rowBlocks, rowBlocks);
            ref var parameterRow = ref byParameter[i * parameters];
            for (var block = 0; block < row.Length; block++)
            {
                var sum = Vector256.LoadUnsafe(ref parameterRow, (nuint)(block * Width)) & masks[block];
                var at = block;
                foreach (var entry in jacobianRow)
                {
                    sum += entry * sensitivities[at];
                    at += rowBlocks;
                }

                row[block] = sum;
            }
        }
    }

    /// <summary>Writes a coupled state without its fillings.</summary>
    public void CopyTo(Vector256<double>[] coupled, Span<double> states, Span<double> sensitivities)
    {
        StatesOf(coupled).CopyTo(states);
        if (WithSensitivities)
        {
            var rows = Scalars(coupled)[(stateBlocks * Width)..];
            for (var i = 0; i < States; i++)
            {
                rows.Slice(i * rowBlocks * Width, Columns).CopyTo(sensitivities[(i * Columns)..]);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Span<double> Scalars(Vector256<double>[] blocks) => MemoryMarshal.Cast<Vector256<double>, double>(blocks.AsSpan());
}
