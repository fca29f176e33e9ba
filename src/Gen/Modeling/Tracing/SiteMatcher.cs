using System;
using System.Collections.Generic;
using System.Linq;

namespace Gen;

/// <summary>Finds the statement that a call is, by its kind and line; several of one kind on a line take turns, in one loop or branch.</summary>
internal sealed class SiteMatcher
{
    private readonly string model;
    private readonly IReadOnlyList<TraceSite> sites;
    private readonly Dictionary<(TraceSiteKind Kind, int Line), Queue<TraceSite>> turns = [];

    public SiteMatcher(string model, IReadOnlyList<TraceSite> sites)
    {
        this.model = model;
        this.sites = sites;
        foreach (var site in sites)
        {
            if (!turns.TryGetValue((site.Kind, site.Line), out var queue))
            {
                turns.Add((site.Kind, site.Line), queue = new Queue<TraceSite>());
            }

            queue.Enqueue(site);
        }
    }

    /// <exception cref="InvalidOperationException">The model has no such statement on the line, or several that do not take turns.</exception>
    public TraceSite Match(TraceSiteKind kind, int line)
    {
        if (!turns.TryGetValue((kind, line), out var queue))
        {
            var lines = sites.Where(site => site.Kind == kind).Select(site => site.Line).Distinct().ToArray();
            throw new InvalidOperationException(
                $"{model} has no {kind} statement on line {line}; " +
                (lines.Length == 0 ? "it has none at all." : $"it has them on {(lines.Length == 1 ? "line" : "lines")} {string.Join(", ", lines)}."));
        }

        var site = queue.Dequeue();
        queue.Enqueue(site);
        return !site.IsAmbiguous ? site : throw new InvalidOperationException(
            $"{model}: a trace knows statements by their lines, and {string.Join(" and ", queue.Select(other => $"'{other.Text}'").Order(StringComparer.Ordinal))} are on line {line} in different loops or branches; " +
            "put each on a line of its own.");
    }
}
