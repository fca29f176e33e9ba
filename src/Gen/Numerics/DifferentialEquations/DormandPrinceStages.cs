using System.Runtime.Intrinsics;

namespace Gen.Numerics;

/// <summary>One step of the Dormand–Prince pair: its stages, its error estimate and its continuous extension.</summary>
/// <remarks>
/// Coefficients from E. Hairer, S. P. Nørsett and G. Wanner, <i>Solving Ordinary Differential Equations I</i> (2nd edition, 1993), table II.5.2;
/// those of the continuous extension, which is L. F. Shampine's, from DOPRI5 in the same book's appendix. The last stage of a step is the first of
/// the next one.
/// </remarks>
internal sealed class DormandPrinceStages(int capacity)
{
    private const double A21 = 1 / 5.0;
    private const double A31 = 3 / 40.0;
    private const double A32 = 9 / 40.0;
    private const double A41 = 44 / 45.0;
    private const double A42 = -56 / 15.0;
    private const double A43 = 32 / 9.0;
    private const double A51 = 19372 / 6561.0;
    private const double A52 = -25360 / 2187.0;
    private const double A53 = 64448 / 6561.0;
    private const double A54 = -212 / 729.0;
    private const double A61 = 9017 / 3168.0;
    private const double A62 = -355 / 33.0;
    private const double A63 = 46732 / 5247.0;
    private const double A64 = 49 / 176.0;
    private const double A65 = -5103 / 18656.0;
    private const double A71 = 35 / 384.0;
    private const double A73 = 500 / 1113.0;
    private const double A74 = 125 / 192.0;
    private const double A75 = -2187 / 6784.0;
    private const double A76 = 11 / 84.0;

    // The difference between the solutions of order 5 and of order 4.
    private const double E1 = 71 / 57600.0;
    private const double E3 = -71 / 16695.0;
    private const double E4 = 71 / 1920.0;
    private const double E5 = -17253 / 339200.0;
    private const double E6 = 22 / 525.0;
    private const double E7 = -1 / 40.0;

    // What the continuous extension adds to a cubic Hermite polynomial.
    private const double D1 = -12715105075 / 11282082432.0;
    private const double D3 = 87487479700 / 32700410799.0;
    private const double D4 = -10690763975 / 1880347072.0;
    private const double D5 = 701980252875 / 199316789632.0;
    private const double D6 = -1453857185 / 822651844.0;
    private const double D7 = 69997945 / 29380423.0;

    private readonly Vector256<double>[] k4 = new Vector256<double>[capacity];
    private readonly Vector256<double>[] k5 = new Vector256<double>[capacity];
    private readonly Vector256<double>[] k6 = new Vector256<double>[capacity];
    private Vector256<double>[] k1 = new Vector256<double>[capacity];
    private Vector256<double>[] k2 = new Vector256<double>[capacity];
    private Vector256<double>[] k3 = new Vector256<double>[capacity];
    private Vector256<double>[] k7 = new Vector256<double>[capacity];
    private Vector256<double>[] state = new Vector256<double>[capacity];
    private Vector256<double>[] next = new Vector256<double>[capacity];

    /// <summary>The coupled state from which a step goes.</summary>
    public Vector256<double>[] State => state;

    /// <summary>The coupled state at which a step arrives.</summary>
    public Vector256<double>[] Next => next;

    /// <summary>The derivative at <see cref="State"/>, which has to be there before a step.</summary>
    public Vector256<double>[] FirstStage => k1;

    /// <summary>Room for a coupled state between steps.</summary>
    public Vector256<double>[] Scratch => k2;

    /// <summary>More room for a coupled state between steps.</summary>
    public Vector256<double>[] SecondScratch => k3;

    /// <summary>Computes <see cref="Next"/> and returns its error in units of the tolerance.</summary>
    public double Try<TSystem>(CoupledSystem<TSystem> system, ScaledNorm norm, double time, double h)
        where TSystem : IDifferentialEquation
    {
        var blocks = system.Blocks;
        for (var i = 0; i < blocks; i++)
        {
            next[i] = state[i] + h * A21 * k1[i];
        }

        system.Derivative(time + h / 5, next, k2);
        for (var i = 0; i < blocks; i++)
        {
            next[i] = state[i] + h * (A31 * k1[i] + A32 * k2[i]);
        }

        system.Derivative(time + h * 3 / 10, next, k3);
        for (var i = 0; i < blocks; i++)
        {
            next[i] = state[i] + h * (A41 * k1[i] + A42 * k2[i] + A43 * k3[i]);
        }

        system.Derivative(time + h * 4 / 5, next, k4);
        for (var i = 0; i < blocks; i++)
        {
            next[i] = state[i] + h * (A51 * k1[i] + A52 * k2[i] + A53 * k3[i] + A54 * k4[i]);
        }

        system.Derivative(time + h * 8 / 9, next, k5);
        for (var i = 0; i < blocks; i++)
        {
            next[i] = state[i] + h * (A61 * k1[i] + A62 * k2[i] + A63 * k3[i] + A64 * k4[i] + A65 * k5[i]);
        }

        system.Derivative(time + h, next, k6);
        for (var i = 0; i < blocks; i++)
        {
            next[i] = state[i] + h * (A71 * k1[i] + A73 * k3[i] + A74 * k4[i] + A75 * k5[i] + A76 * k6[i]);
        }

        system.Derivative(time + h, next, k7);
        return Error(norm, h, blocks);
    }

    /// <summary>Writes the solution at a fraction of the step just tried to <see cref="Scratch"/>.</summary>
    public void Interpolate(double fraction, double h, int blocks)
    {
        var rest = 1 - fraction;
        var ofDifference = fraction * fraction * (3 - 2 * fraction);
        var ofCorrection = h * fraction * fraction * rest * rest;
        var of1 = h * fraction * rest * rest + ofCorrection * D1;
        var of7 = -h * fraction * fraction * rest + ofCorrection * D7;
        for (var i = 0; i < blocks; i++)
        {
            k2[i] = state[i] + (ofDifference * (next[i] - state[i])
                + (of1 * k1[i] + of7 * k7[i] + ofCorrection * (D3 * k3[i] + D4 * k4[i] + D5 * k5[i] + D6 * k6[i])));
        }
    }

    /// <summary>Accepts the step: its end is the beginning of the next one.</summary>
    public void Accept()
    {
        (state, next) = (next, state);
        (k1, k7) = (k7, k1);
    }

    private double Error(ScaledNorm norm, double h, int blocks)
    {
        var largest = Vector256<double>.Zero;
        for (var i = 0; i < blocks; i++)
        {
            var error = h * (E1 * k1[i] + E3 * k3[i] + E4 * k4[i] + E5 * k5[i] + E6 * k6[i] + E7 * k7[i]);
            largest = Vector256.Max(largest, norm.Ratio(error, Vector256.Max(Vector256.Abs(state[i]), Vector256.Abs(next[i]))));
        }

        return ScaledNorm.Largest(largest);
    }
}
