using System;
using System.Collections.Generic;
using System.Linq;
using Gen.Numerics;

namespace Gen.Sampling;

/// <summary>
/// Finds the coordinates that nothing holds: lines through draws are looked for along which the density does not fall, however far they lead beyond all draws. A proper density has
/// none where draws have covered its mass, since on such a line nearly all the mass is where no draw is.
/// </summary>
/// <remarks>
/// Lines lead along each coordinate in which chains have not met. They lead, too, along ridges of these coordinates, such as where data tell the sum of two only: there slopes have no
/// variance. And they lead away from the middle of the draws, as in the cone of the coefficients that separate two classes.
/// </remarks>
internal sealed class ImproperDirections
{
    // Where chains have met, draws have covered what they range over.
    private const double RhatWhereChainsMeet = 1.01;
    private const int FewestDraws = 100;

    // How far lines lead, in ranges of all draws. A proper density falls by more than 1/x does; one that is only much wider than the draws of a short run does so before the end.
    private const double Nearest = 10;
    private const double Farthest = 1e6;

    // Beyond 1e15 nothing may be left of a density but rounding errors: a fall tells nothing that is not many times what the last digit of one coordinate makes.
    private const double FewestRoundings = 1000;

    // A line belongs to the coordinates of which it leaves the draws before its end, and not to those that it merely touches by rounding.
    private const double LeastPart = 0.1;

    private const int MostSlopes = 200;
    private const int MostCoordinates = 100;

    private readonly ILogDensity density;
    private readonly double[] positions, gradient, end, ranges, middles;
    private readonly int[] loose;
    private readonly double[][] origins;

    private ImproperDirections(ILogDensity density, double[] positions, int chains, int[] loose)
    {
        this.density = density;
        this.positions = positions;
        this.loose = loose;
        (gradient, end) = (new double[density.Dimension], new double[density.Dimension]);
        var draws = positions.Length / density.Dimension;
        origins = [.. Enumerable.Range(1, chains).Select(chain => Position(chain * draws / chains - 1).ToArray())];
        var sorted = Array.ConvertAll(loose, coordinate => Quantiles.Sorted(Column(positions, density.Dimension, coordinate)));
        ranges = Array.ConvertAll(sorted, values => values[^1] - values[0]);
        middles = Array.ConvertAll(sorted, values => Quantiles.OfSorted(values, 0.5));
    }

    /// <summary>The coordinates that nothing holds, in ascending order; none where there are few draws.</summary>
    /// <param name="density">The log-density.</param>
    /// <param name="run">The run.</param>
    /// <param name="move">Gives a draw of the run the coordinates of <paramref name="density"/>; null where it has them.</param>
    public static int[] Of(ILogDensity density, SamplingResult run, PositionMove? move)
    {
        if (run.DrawsPerChain < FewestDraws)
            return [];
        int[] loose =
        [
            .. Enumerable.Range(0, run.Dimension)
                .Select(i => (Coordinate: i, Rhat: PotentialScaleReduction.Classic(SplitChains.Of(Column(run.Positions, run.Dimension, i), run.Chains), 2 * run.Chains)))
                .Where(one => one.Rhat > RhatWhereChainsMeet)
                .OrderByDescending(one => one.Rhat).Take(MostCoordinates).Select(one => one.Coordinate).Order(),
        ];
        if (loose.Length == 0)
            return [];

        var positions = run.Positions;
        if (move is not null)
        {
            positions = [.. positions];
            for (var at = 0; at < positions.Length; at += run.Dimension)
                move(positions.AsSpan(at, run.Dimension));
        }

        return new ImproperDirections(density, positions, run.Chains, loose).Find();
    }

    private int[] Find()
    {
        var found = new SortedSet<int>();
        foreach (var coordinate in loose)
            Look(_ => [.. loose.Select(other => other == coordinate ? 1.0 : 0.0)], found);
        foreach (var ridge in Ridges())
            Look(_ => ridge, found);

        // It leads along all of them, the ones that are held included.
        if (found.Count == 0)
            Look(origin => [.. loose.Zip(middles, (coordinate, middle) => origin[coordinate] - middle)], found);
        return [.. found];
    }

    /// <summary>Adds the coordinates along which lines lead, to one side or the other, if the density falls on none of those through the chains' last draws.</summary>
    private void Look(Func<double[], double[]> directionAt, SortedSet<int> found)
    {
        foreach (var side in (ReadOnlySpan<double>)[1, -1])
        {
            var lines = Array.ConvertAll(origins, origin => Scaled(directionAt(origin), side));
            if (!origins.Zip(lines, Falls).Any(static falls => falls))
                found.UnionWith(loose.Where((_, i) => lines.Any(line => Math.Abs(line[i]) > LeastPart * ranges[i])));
        }
    }

    /// <summary>A line, at whose end one coordinate has left the range of all draws and no other has farther.</summary>
    private double[] Scaled(double[] direction, double side)
    {
        var length = direction.Zip(ranges, static (part, range) => Math.Abs(part) / range).Max();
        return Array.ConvertAll(direction, part => side * part / length);
    }

    /// <summary>Whether the density falls along a line, or ends there; it is looked at until it is too far for numbers.</summary>
    private bool Falls(double[] origin, double[] line)
    {
        var height = density.Evaluate(origin, gradient);
        for (var distance = Nearest; distance <= Farthest; distance *= Nearest)
        {
            origin.CopyTo(end, 0);
            for (var i = 0; i < loose.Length; i++)
                end[loose[i]] += distance * line[i];
            if (!TryEvaluate(end, out var value))
                return distance == Nearest;
            if (height - value > Math.Log(distance))
                return height - value > FewestRoundings * RoundingAtEnd(value, line);
        }

        return false;
    }

    /// <summary>How the density at the end of a line differs from that beside it, where the coordinate that is farthest out has the next number.</summary>
    private double RoundingAtEnd(double value, double[] line)
    {
        var farthest = Enumerable.Range(0, loose.Length).MaxBy(i => Math.Abs(line[i]) / ranges[i]);
        end[loose[farthest]] = Math.BitIncrement(end[loose[farthest]]);
        return TryEvaluate(end, out var beside) ? Math.Abs(value - beside) : 0;
    }

    /// <summary>The eigenvectors of the slopes' correlations: where these are 0 in some direction, so that there is a ridge, one leads along it.</summary>
    private IEnumerable<double[]> Ridges()
    {
        var draws = positions.Length / density.Dimension;
        var slopes = new List<double[]>();
        for (var k = 0; k < MostSlopes; k++)
        {
            if (TryEvaluate(Position((int)((long)k * draws / MostSlopes)), out _))
                slopes.Add(Array.ConvertAll(loose, coordinate => gradient[coordinate]));
        }

        // A coordinate that has no slope at all is no part of a ridge.
        var size = loose.Length;
        var columns = Enumerable.Range(0, size).Select(i => slopes.Select(slope => slope[i]).ToArray()).ToArray();
        double[] deviations = Array.ConvertAll(columns, column => Moments.Sd(column)), means = Array.ConvertAll(columns, column => Moments.Mean(column));
        double Score(int i, int k) => deviations[i] > 0 ? (columns[i][k] - means[i]) / deviations[i] : 0;
        double[] correlations = new double[size * size], vectors = new double[size * size];
        for (var i = 0; i < correlations.Length; i++)
            correlations[i] = Enumerable.Range(0, slopes.Count).Sum(k => Score(i / size, k) * Score(i % size, k)) / slopes.Count;
        return SymmetricEigen.TryDecompose(correlations, size, new double[size], vectors, new double[2 * size])
            ? Enumerable.Range(0, size)
                .Select(k => deviations.Select((deviation, i) => deviation > 0 ? vectors[k * size + i] / deviation : 0).ToArray())
                .Where(static ridge => ridge.Any(static part => part != 0))
            : [];
    }

    private bool TryEvaluate(ReadOnlySpan<double> position, out double value) =>
        double.IsFinite(value = density.Evaluate(position, gradient)) && Array.TrueForAll(gradient, double.IsFinite);

    private ReadOnlySpan<double> Position(int draw) => positions.AsSpan(draw * density.Dimension, density.Dimension);

    private static double[] Column(double[] positions, int dimension, int coordinate)
    {
        var column = new double[positions.Length / dimension];
        for (var draw = 0; draw < column.Length; draw++)
            column[draw] = positions[draw * dimension + coordinate];
        return column;
    }
}
