using System;
using System.Collections.Generic;
using System.Linq;

namespace Gen.Compiler.Tests.Fuzzing;

/// <summary>Unconstrained positions at which a model is compared: within ±2, where its expressions are in their domains.</summary>
internal static class Positions
{
    public static IEnumerable<double[]> Of(FuzzModel model, int count)
    {
        var random = new Random(model.Seed);
        return Enumerable.Range(0, count).Select(_ => Enumerable.Range(0, model.Dimension).Select(_ => 4 * random.NextDouble() - 2).ToArray());
    }
}
