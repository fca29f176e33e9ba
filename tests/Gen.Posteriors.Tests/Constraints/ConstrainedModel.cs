using System;
using System.Collections.Generic;
using System.Linq;
using Gen.Models;
using Gen.Sampling;

namespace Gen.Posteriors.Tests.Constraints;

/// <summary>Computes values at a position, or a position from values, by emitted code.</summary>
public delegate void SpanMap(ReadOnlySpan<double> from, Span<double> to);

/// <summary>A model of latents in a set and no data, as emitted code sees it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Compiled">The model.</param>
/// <param name="Record">From a position to values.</param>
/// <param name="Unconstrain">From values to a position.</param>
/// <param name="Sees">Which values the log-Jacobian's measure is of.</param>
/// <param name="Distance">How far values are outside the set: 0 inside.</param>
public sealed record ConstrainedModel(
    string Name, CompiledModel Compiled, SpanMap Record, SpanMap Unconstrain, Func<int, bool> Sees, Func<double[], double> Distance)
{
    /// <summary>The log-density on the unconstrained scale.</summary>
    public ILogDensity LogDensity { get; } = Compiled.CreateLogDensity();

    /// <summary>The values at a position.</summary>
    public double[] Values(double[] position)
    {
        var values = new double[Compiled.Quantities.Sum(quantity => quantity.Size)];
        Record(position, values);
        return values;
    }

    /// <summary>The position of values.</summary>
    public double[] Position(double[] values)
    {
        var position = new double[LogDensity.Dimension];
        Unconstrain(values, position);
        return position;
    }

    /// <summary>The log-density of the executed body at values: no transform, no Jacobian.</summary>
    public double Body(double[] values)
    {
        var latents = new Dictionary<string, double[]>();
        foreach (var quantity in Compiled.Quantities)
        {
            latents.Add(quantity.Name, values[quantity.Offset..(quantity.Offset + quantity.Size)]);
        }

        return Compiled.Trace(latents, seed: 0).LogDensity;
    }

    /// <summary>
    /// The logarithm of the volume that the map gives to a unit of position, √det(JᵀJ), by central differences of the values that
    /// <see cref="Sees"/> names: |det J| where these are as many as coordinates.
    /// </summary>
    public double LogVolume(double[] position) => LogVolume(position, at => [.. Values(at).Where((_, i) => Sees(i))]);

    /// <summary>The same of any map.</summary>
    public static double LogVolume(double[] position, Func<double[], double[]> map)
    {
        const double step = 1e-4;
        var columns = new List<double[]>();
        for (var i = 0; i < position.Length; i++)
        {
            // Richardson's extrapolation of two central differences: the error is of fourth order in the step.
            double[] Difference(double by)
            {
                var (up, down) = ((double[])position.Clone(), (double[])position.Clone());
                (up[i], down[i]) = (position[i] + by, position[i] - by);
                return [.. map(up).Zip(map(down), (a, b) => (a - b) / (2 * by))];
            }

            columns.Add([.. Difference(step).Zip(Difference(2 * step), (near, far) => (4 * near - far) / 3)]);
        }

        var sum = 0.0;
        for (var i = 0; i < columns.Count; i++)
        {
            // Gram and Schmidt: the volume is the product of what is left of each column beside those before it.
            for (var j = 0; j < i; j++)
            {
                var share = columns[i].Zip(columns[j], (a, b) => a * b).Sum() / columns[j].Sum(v => v * v);
                columns[i] = [.. columns[i].Zip(columns[j], (a, b) => a - share * b)];
            }

            sum += 0.5 * Math.Log(columns[i].Sum(v => v * v));
        }

        return sum;
    }
}
