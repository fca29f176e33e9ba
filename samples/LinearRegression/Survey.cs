using System;
using Gen;

namespace Influence;

/// <summary>
/// A simulated survey of an online forum. Each row is a member: three features of who writes to whom, and an influence score that is a mean
/// over the member's raters, so that its standard error depends on how many there were.
/// </summary>
public static class Survey
{
    public static Dim Feature => ["centrality", "burstiness", "reciprocity"];

    /// <summary>Features in standard units, a row per member, and the standard error of the member's score.</summary>
    public static (Matrix X, Vector YErr) Members(int count, int seed)
    {
        var random = new Random(seed);
        var x = new double[count, 3];
        var yErr = new double[count];
        for (var member = 0; member < count; member++)
        {
            // Central members answer more: reciprocity goes with centrality.
            x[member, 0] = Normal(random);
            x[member, 1] = Normal(random);
            x[member, 2] = 0.6 * x[member, 0] + 0.8 * Normal(random);

            // From one rater to sixty, most members with few; one rating is off by 3 points.
            var raters = 1 + (int)(60 * Math.Pow(random.NextDouble(), 3));
            yErr[member] = 3 / Math.Sqrt(raters);
        }

        return (x, yErr);
    }

    private static double Normal(Random random) =>
        Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}
