using System;
using System.Collections.Generic;
using System.Linq;
using Gen.Numerics;
using Gen.Sampling;

namespace Gen.Approximations;

/// <summary>Several paths of Pathfinder, as one distribution: the mixture of what they found, in equal parts.</summary>
/// <remarks>
/// Zhang, Carpenter, Gelman and Vehtari (2022), section 2.3. Draws are weighted by the density of the whole mixture, not by that of the path that they are of, so that a mode to which
/// several paths lead counts once.
/// </remarks>
internal sealed class Pathfinder(IReadOnlyList<IDistributionOfPositions> paths) : IDistributionOfPositions
{
    private int next;

    /// <inheritdoc/>
    public int Dimension => paths[0].Dimension;

    /// <summary>Runs paths from random points; null where none has a distribution with a finite bound.</summary>
    public static Pathfinder? Find(ILogDensity density, StartingPoint starts, int count, long seed)
    {
        var (found, start) = (new List<IDistributionOfPositions>(), new double[density.Dimension]);
        for (var i = 0; i < count; i++)
        {
            var random = new RandomStream(seed, i);
            var path = new PathfinderPath(density, random);
            if (starts.TryPlace(random, start))
                path.Run(start);
            if (path.Best is { } best)
                found.Add(best);
        }

        return found.Count > 0 ? new(found) : null;
    }

    /// <inheritdoc/>
    /// <remarks>The paths take turns.</remarks>
    public double Draw(RandomStream random, Span<double> position)
    {
        paths[next].Draw(random, position);
        next = (next + 1) % paths.Count;
        return LogDensity(position);
    }

    /// <inheritdoc/>
    public double LogDensity(ReadOnlySpan<double> position)
    {
        double[] logs = new double[paths.Count];
        for (var i = 0; i < logs.Length; i++)
            logs[i] = paths[i].LogDensity(position);
        var most = logs.Max();
        return most + Math.Log(logs.Sum(log => Math.Exp(log - most)) / logs.Length);
    }
}
