using System;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Reflection;

namespace Gen.Sampling;

/// <summary>What a run is of: the version of Gen, the model and the options that decide its draws.</summary>
internal sealed class CheckpointHeader
{
    // Longer values are points, which no message could show.
    private const int LongestShown = 40;

    private readonly string description;
    private readonly int dimension;
    private readonly (string Name, string Value)[] options;

    /// <summary>The header of a run.</summary>
    /// <param name="options">How it samples.</param>
    /// <param name="description">The model's name and, in further lines, its quantities; empty for a log-density of one's own.</param>
    /// <param name="dimension">The number of unconstrained coordinates.</param>
    public CheckpointHeader(SamplingOptions options, string description, int dimension)
    {
        this.description = description;
        this.dimension = dimension;
        var metric = options.Metric ?? (options.Adaptation == AdaptationSchedule.Stan ? MetricKind.Diagonal : MetricKind.LowRank);
        this.options =
        [
            (nameof(options.Seed), Text(options.Seed)),
            (nameof(options.Chains), Text(options.Chains)),
            (nameof(options.Draws), Text(options.Draws)),
            (nameof(options.Tune), Text(options.Tune)),
            (nameof(options.TargetAccept), options.TargetAccept is { } target ? Text(target) : "null"),
            (nameof(options.MaxTreeDepth), Text(options.MaxTreeDepth)),
            (nameof(options.MaxEnergyError), Text(options.MaxEnergyError)),
            (nameof(options.Adaptation), options.Adaptation.ToString()),
            (nameof(options.Metric), metric.ToString()),
            (nameof(options.Trajectory), options.Trajectory.ToString()),
            (nameof(options.EnergyTolerance), Text(options.EnergyTolerance)),
            (nameof(options.InitialRadius), Text(options.InitialRadius)),
            (nameof(options.InitialPoint), options.InitialPoint is { } point ? $"[{string.Join(", ", point.Select(Text))}]" : "null"),
        ];
    }

    private static string Version { get; } =
        typeof(CheckpointHeader).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "of no version";

    /// <summary>Writes the header.</summary>
    public void Write(BinaryWriter writer)
    {
        writer.Write(Version);
        writer.Write(description);
        writer.Write(dimension);
        foreach (var (name, value) in options)
        {
            writer.Write(name);
            writer.Write(value);
        }
    }

    /// <summary>Reads the header of a file, which must be this one.</summary>
    /// <exception cref="InvalidDataException">It is another; the message says in what.</exception>
    public void Require(BinaryReader reader)
    {
        // What follows may stand elsewhere in another version.
        var version = reader.ReadString();
        if (version != Version)
            throw new InvalidDataException($"was written by Gen {version}, and this is Gen {Version}");
        RequireModel(reader.ReadString(), reader.ReadInt32());
        foreach (var (name, value) in options)
        {
            reader.ReadString();
            var was = reader.ReadString();
            if (was != value)
            {
                throw new InvalidDataException(Math.Max(was.Length, value.Length) > LongestShown
                    ? $"was sampled with another {name} than these options have"
                    : $"was sampled with {name} = {was}, and these options have {name} = {value}");
            }
        }
    }

    private void RequireModel(string other, int otherDimension)
    {
        string[] was = other.Split('\n'), lines = description.Split('\n');
        if (was[0] != lines[0])
            throw new InvalidDataException($"is of {Named(was[0], otherDimension)} and not of {Named(lines[0], dimension)}");
        for (var i = 1; i < Math.Max(was.Length, lines.Length); i++)
        {
            var (old, now) = (Line(was, i), Line(lines, i));
            if (old != now && i < Math.Min(was.Length, lines.Length) && lines[i].Split(' ') is ["data", var parameter, ..] && was[i].StartsWith($"data {parameter} ", StringComparison.Ordinal))
                throw new InvalidDataException($"is of other data: the values of '{parameter}' were others");
            if (old != now)
                throw new InvalidDataException($"is of the model '{was[0]}' with {old} and not with {now}");
        }

        if (otherDimension != dimension)
            throw new InvalidDataException($"is of a log-density of {otherDimension} coordinates and not of {dimension}");
    }

    private static string Named(string name, int dimension) => name.Length > 0 ? $"the model '{name}'" : $"a log-density of {Text(dimension)} coordinates";

    private static string Line(string[] lines, int i) =>
        i < lines.Length ? $"'{string.Join(": ", lines[i].Split(' ', 2, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))}'" : "no more";

    private static string Text<T>(T value)
        where T : IFormattable =>
        value.ToString(null, CultureInfo.InvariantCulture);
}
