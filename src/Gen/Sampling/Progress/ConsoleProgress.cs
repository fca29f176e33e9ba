using System;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;

namespace Gen;

/// <summary>
/// Shows sampling as live bars, a line for each chain. Where the output is not an interactive console nothing moves: only one line is written, at the end.
/// </summary>
public sealed class ConsoleProgress : IProgress<SamplingProgress>
{
    private const int BarWidth = 24;
    private const int DefaultWidth = 120;

    private readonly TextWriter writer;
    private readonly bool interactive;
    private readonly int width;
    private readonly StringBuilder frame = new();
    private long began;
    private SamplingProgress[] chains = [];
    private bool drawn;

    /// <summary>Writes to the console.</summary>
    public ConsoleProgress()
        : this(Console.Out, !Console.IsOutputRedirected, Console.IsOutputRedirected ? DefaultWidth : Console.WindowWidth)
    {
    }

    /// <summary>Writes to <paramref name="writer"/>; bars move, by ANSI escape sequences, only when <paramref name="interactive"/>.</summary>
    /// <param name="width">The columns of the console: lines are cut to it, since a wrapped line would break the movement.</param>
    public ConsoleProgress(TextWriter writer, bool interactive, int width = DefaultWidth)
    {
        ArgumentNullException.ThrowIfNull(writer);
        this.writer = writer;
        this.interactive = interactive;
        this.width = width > 0 ? width : DefaultWidth;
    }

    /// <inheritdoc/>
    public void Report(SamplingProgress value)
    {
        if (chains.Length != value.Chains)
        {
            drawn = false;
            began = Stopwatch.GetTimestamp() - (value.DrawsPerSecond > 0 ? (long)(value.Draw / value.DrawsPerSecond * Stopwatch.Frequency) : 0);
            chains = [.. Enumerable.Range(0, value.Chains).Select(
                chain => value with { Chain = chain, Draw = 0, Divergences = 0, TreeDepth = 0, DrawsPerSecond = 0, Finished = false })];
        }

        chains[value.Chain] = value;
        frame.Clear();
        if (interactive)
            Bars();
        if (chains.All(chain => chain.Finished))
        {
            Line(Total());
            chains = [];
        }

        writer.Write(frame);
        writer.Flush();
    }

    private void Bars()
    {
        if (drawn)
            frame.Append(CultureInfo.InvariantCulture, $"\e[{chains.Length}A");
        drawn = true;
        foreach (var chain in chains)
            Line(Bar(chain));
    }

    private void Line(string text)
    {
        if (interactive)
            frame.Append("\r\e[2K");
        frame.Append(interactive && text.Length >= width ? text[..(width - 1)] : text).Append('\n');
    }

    private static string Bar(in SamplingProgress chain)
    {
        var filled = (int)((long)BarWidth * chain.Draw / Math.Max(1, chain.TotalDraws));
        var phase = chain.Draw == 0 ? "waiting" : chain.Tuning ? "tuning" : "sampling";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"chain {chain.Chain} {new string('█', filled)}{new string('░', BarWidth - filled)} {chain.Draw}/{chain.TotalDraws} {phase,-8} "
            + $"{chain.Divergences} divergent  step {chain.StepSize:G3}  depth {chain.TreeDepth}  {chain.DrawsPerSecond:N0} draws/s");
    }

    private string Total()
    {
        var divergences = chains.Sum(chain => chain.Divergences);
        var draws = chains.Sum(chain => (long)chain.Draw);
        var all = chains.Sum(chain => (long)chain.TotalDraws);
        var seconds = Stopwatch.GetElapsedTime(began).TotalSeconds;
        var what = draws == all ? "Sampled" : "Stopped sampling";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{what} {Count(chains.Length, "chain")}: {draws} of {all} draws (tuning included) in {seconds:F2} s, {Count(divergences, "divergence")}.");
    }

    private static string Count(int number, string noun) => string.Create(CultureInfo.InvariantCulture, $"{number} {noun}{(number == 1 ? "" : "s")}");
}
