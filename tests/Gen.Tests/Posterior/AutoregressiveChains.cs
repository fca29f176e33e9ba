using System;

namespace Gen.Tests.Posterior;

/// <summary>
/// First-order autoregressive chains that R generates as well, number for number: Park and Miller's generator needs only exact products
/// below 2^53, and a sum of twelve uniforms stands in for a normal.
/// </summary>
internal sealed class AutoregressiveChains(long seed)
{
    private long state = seed;

    /// <summary>x_t = φ x_{t−1} + e_t, from x_0 = e_0, which is not kept; chain-major.</summary>
    public static double[] Generate(long seed, double phi, int chains, int length)
    {
        var source = new AutoregressiveChains(seed);
        var values = new double[chains * length];
        for (var c = 0; c < chains; c++)
        {
            var x = source.Noise();
            for (var t = 0; t < length; t++)
            {
                x = phi * x + source.Noise();
                values[c * length + t] = x;
            }
        }

        return values;
    }

    /// <summary>The chains of the table of reference values in <see cref="DiagnosticsReferenceTests"/>.</summary>
    public static (double[] Values, int Chains) Named(string name) => name switch
    {
        "mixing" => (Generate(1, 0.6, 4, 250), 4),
        "odd" => (Generate(2, 0.9, 3, 201), 3),
        "antithetic" => (Generate(3, -0.4, 4, 500), 4),
        "heavy" => (Array.ConvertAll(Generate(4, 0.5, 4, 300), x => x * x * x), 4),
        "shifted" => (Shifted(Generate(5, 0.3, 4, 100), 4), 4),
        "ties" => (Array.ConvertAll(Generate(6, 0.6, 4, 250), x => Math.Round(x, MidpointRounding.ToEven)), 4),
        "single" => (Generate(7, 0.5, 1, 1000), 1),
        "sticky" => (Generate(8, 0.995, 4, 60), 4),
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, "No such chains."),
    };

    private static double[] Shifted(double[] values, int chains)
    {
        var length = values.Length / chains;
        for (var i = 0; i < values.Length; i++)
            values[i] += 0.5 * (i / length + 1);
        return values;
    }

    private double Noise()
    {
        var sum = 0.0;
        for (var i = 0; i < 12; i++)
        {
            state = 16807 * state % 2147483647;
            sum += state / 2147483647.0;
        }

        return sum - 6;
    }
}
