using System.IO;

namespace Gen.Sampling;

/// <summary>
/// Stan's windows of tuning: a start that adapts the step size only (75 draws), windows of 25, 50, 100… draws at whose ends the metric is set, and an
/// end that adapts the step size only (50 draws).
/// </summary>
/// <remarks>
/// stan/mcmc/windowed_adaptation.hpp. The last window is stretched to the end where the one after it would not fit. Fewer than 150 tuning draws are split
/// 15 % / 75 % / 10 %; fewer than 20 adapt nothing.
/// </remarks>
internal sealed class StanWindows : ICheckpointed
{
    private const int Start = 75;
    private const int FirstWindow = 25;
    private const int End = 50;

    private readonly int begin;
    private readonly int end;
    private int window;
    private int next;

    /// <summary>The windows of <paramref name="tune"/> tuning draws.</summary>
    public StanWindows(int tune)
    {
        if (tune < DualAveraging.FewestDraws)
        {
            next = -1;
            return;
        }

        var fits = Start + FirstWindow + End <= tune;
        begin = fits ? Start : (int)(0.15 * tune);
        end = tune - (fits ? End : (int)(0.1 * tune));
        window = fits ? FirstWindow : end - begin;
        next = begin + window - 1;
    }

    /// <summary>Whether draw number <paramref name="draw"/> counts towards the metric.</summary>
    public bool Includes(int draw) => draw >= begin && draw < end;

    /// <summary>Whether a window ends with draw number <paramref name="draw"/>; each draw must be asked about once, in order.</summary>
    public bool EndsAt(int draw)
    {
        if (draw != next)
            return false;
        if (next == end - 1)
            return true;
        window *= 2;
        next = draw + window;
        if (next != end - 1 && next + 2 * window >= end)
            next = end - 1;
        return true;
    }

    /// <inheritdoc/>
    public void Save(BinaryWriter writer)
    {
        writer.Write(window);
        writer.Write(next);
    }

    /// <inheritdoc/>
    public void Load(BinaryReader reader)
    {
        window = reader.ReadInt32();
        next = reader.ReadInt32();
    }
}
