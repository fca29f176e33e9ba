using System;
using System.Collections.Generic;
using static Gen.Modeling;

namespace Gen.Posteriors.Tests.Models;

/// <summary>
/// Waves of a calm sea, found in a record of its level: their heights have the distribution of Rayleigh, as Longuet-Higgins (1952) derived it.
/// </summary>
public partial class Waves
{
    [Model]
    static partial void Define(Vector level)
    {
        var variance = Sample(InverseGamma(3, 2));
        var height = Heights(level);
        Observe(height, Custom(RayleighLogDensity, Sqrt(variance)));
    }

    [Distribution(Support.Positive)]
    static double RayleighLogDensity(double x, [Requires(Support.Positive)] double scale) => Log(x) - 2 * Log(scale) - 0.5 * Square(x / scale);

    // Data go in and data come out: this is called once, when a model is constructed, and may hold any C#.
    internal static Vector Heights(Vector level)
    {
        var heights = new List<double>();
        var (crest, trough) = (0.0, 0.0);
        for (var t = 1; t < level.Length; t++)
        {
            if (level[t - 1] < 0 && level[t] >= 0 && crest > 0 && trough < 0)
            {
                heights.Add(crest - trough);
                (crest, trough) = (0, 0);
            }

            (crest, trough) = (Math.Max(crest, level[t]), Math.Min(trough, level[t]));
        }

        return heights.ToArray();
    }
}
