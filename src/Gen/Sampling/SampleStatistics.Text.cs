using System.Globalization;
using System.Linq;

namespace Gen;

public partial class SampleStatistics
{
    /// <summary>The number of kept draws whose trajectory diverged.</summary>
    public int Divergences => Diverging.Count(static diverging => diverging);

    /// <summary>Chains, draws and divergences, then what the trajectories were like: mean acceptance, step sizes and depths.</summary>
    public override string ToString()
    {
        var draws = string.Create(CultureInfo.InvariantCulture, $"{Chains} {(Chains == 1 ? "chain" : "chains")} × {DrawsPerChain} draws");
        if (DrawsPerChain == 0)
            return draws;

        var divergences = Divergences;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{draws}, {divergences} {(divergences == 1 ? "divergence" : "divergences")}\nmean acceptance {Acceptance.Average():F2}, step size {Range(StepSize.Min(), StepSize.Max())}, tree depth {TreeDepth.Average():F1} on average, {TreeDepth.Max()} at most (limit {MaxTreeDepth}), {LeapfrogSteps.Sum(static steps => (long)steps)} gradients");
    }

    private static string Range(double least, double greatest) =>
        least == greatest ? Numbers.Text(least) : string.Create(CultureInfo.InvariantCulture, $"{least:G3} to {greatest:G3}");
}
