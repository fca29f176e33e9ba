using System;
using System.IO;
using System.Linq;

namespace Gen.Sampling;

/// <summary>
/// Chooses the centring of each coordinate that has a location and a scale, from draws and their gradients: the λ at which it is most like a coordinate of a normal
/// that is independent of the others.
/// </summary>
/// <remarks>
/// Var(η) · Var(∂ log p / ∂η) is 1 for such a coordinate and greater for any other, by Cauchy's and Schwarz's inequality: the mean of η ∂ log p / ∂η is −1. Draws y
/// with their locations m and scales s tell both variances for every λ, since η = λ m + s^(λ−1) (y − m), and the derivative by η is s^(1−λ) times that by y.
/// It is the Fisher divergence that the metric, too, makes small, of one coordinate.
/// </remarks>
internal sealed class CenteringEstimator : ICheckpointed
{
    // Not centred: there a density has its mode where it has its mass, and not in the neck of a funnel, where a chain could begin and would stay.
    private const double Initial = 0;

    // Variances of fewer draws are wild.
    private const int FewestDraws = 10;
    private const int GridSteps = 10;

    // Products of variances that differ by less are about as good.
    private const double Tolerance = 0.1;

    // A change of all centrings that is smaller is not worth the new start of all else that is learnt.
    private const double SmallestChange = 0.05;

    // Four numbers for each such coordinate and draw, y, m, log s and the derivative by y; of very many coordinates only the newest draws are kept, 16 MB of them.
    private const int Numbers = 4;
    private const int MostNumbers = 2_000_000;

    private readonly int[] coordinates;
    private readonly double[] centered, locations, logScales, chosen, products = new double[GridSteps + 1];
    private readonly int mostDraws;
    private double[] draws = [];
    private int count, split;

    /// <summary>An estimator for a density, which it gives its first centrings.</summary>
    public CenteringEstimator(RecenteredDensity density)
    {
        Density = density;
        var isRecentered = density.IsRecentered.ToArray();
        coordinates = [.. Enumerable.Range(0, isRecentered.Length).Where(i => isRecentered[i])];
        (centered, locations, logScales) = (new double[density.Dimension], new double[density.Dimension], new double[density.Dimension]);
        chosen = density.Centering.ToArray();
        mostDraws = Math.Max(FewestDraws, MostNumbers / Width);
        foreach (var coordinate in coordinates)
            chosen[coordinate] = Initial;
        density.Centering = chosen;
    }

    /// <summary>The density whose centrings are chosen.</summary>
    public RecenteredDensity Density { get; }

    private int Width => Numbers * coordinates.Length;

    /// <summary>Adds a draw and its gradient.</summary>
    public void Add(ReadOnlySpan<double> position, ReadOnlySpan<double> gradient)
    {
        if (count == mostDraws)
            Forget(Math.Max(1, count / 4));
        if (draws.Length < (count + 1) * Width)
            Array.Resize(ref draws, Math.Min(mostDraws, Math.Max(64, 2 * count)) * Width);
        Density.Locate(position, centered, locations, logScales);
        var row = draws.AsSpan(count * Width, Width);
        foreach (var i in coordinates)
        {
            (row[0], row[1], row[2]) = (centered[i], locations[i], logScales[i]);
            row[3] = gradient[i] * Math.Exp((Density.Centering[i] - 1) * logScales[i]);
            row = row[Numbers..];
        }

        count++;
    }

    /// <summary>Forgets the draws before the last exchange.</summary>
    public void Exchange()
    {
        Forget(split);
        split = count;
    }

    /// <summary>Gives the density other centrings if the draws ask for them.</summary>
    public bool TryRenew()
    {
        if (count < FewestDraws)
            return false;
        var isChanged = false;
        for (var k = 0; k < coordinates.Length; k++)
        {
            var i = coordinates[k];
            var now = Product(k, Density.Centering[i]);
            var least = now > 0 ? now : double.PositiveInfinity;
            for (var step = 0; step <= GridSteps; step++)
            {
                products[step] = Product(k, (double)step / GridSteps);
                if (products[step] > 0)
                    least = Math.Min(least, products[step]);
            }

            // The least centred of those that are about as good: where a scale comes near 0, which it may not have done yet, it is the safer one.
            chosen[i] = Density.Centering[i];
            for (var step = 0; step <= GridSteps && !double.IsInfinity(least); step++)
            {
                if (products[step] > 0 && products[step] <= (1 + Tolerance) * least)
                {
                    var lambda = (double)step / GridSteps;
                    isChanged |= Math.Abs(lambda - Density.Centering[i]) > SmallestChange;
                    chosen[i] = lambda;
                    break;
                }
            }
        }

        if (isChanged)
            Density.Centering = chosen;
        return isChanged;
    }

    /// <inheritdoc/>
    public void Save(BinaryWriter writer)
    {
        writer.Write(count);
        writer.Write(split);
        writer.Write<double>(draws.AsSpan(0, count * Width));
    }

    /// <inheritdoc/>
    public void Load(BinaryReader reader)
    {
        count = reader.ReadCount(mostDraws);
        split = reader.ReadCount(count);
        draws = new double[count * Width];
        reader.Read<double>(draws);
    }

    /// <summary>Forgets the oldest draws.</summary>
    private void Forget(int oldest)
    {
        draws.AsSpan(oldest * Width, (count - oldest) * Width).CopyTo(draws);
        count -= oldest;
        split = Math.Max(0, split - oldest);
    }

    /// <summary>The variance of a coordinate times that of its derivative, but for a factor, at a centring.</summary>
    private double Product(int k, double lambda)
    {
        double sum = 0, squares = 0, slopes = 0, squaresOfSlopes = 0;
        for (var at = k * Numbers; at < count * Width; at += Width)
        {
            var (y, m, logS, derivative) = (draws[at], draws[at + 1], draws[at + 2], draws[at + 3]);
            var scale = Math.Exp((1 - lambda) * logS);
            var eta = lambda * m + (y - m) / scale;
            var slope = derivative * scale;
            sum += eta;
            squares += eta * eta;
            slopes += slope;
            squaresOfSlopes += slope * slope;
        }

        return (squares - sum * sum / count) * (squaresOfSlopes - slopes * slopes / count);
    }
}
