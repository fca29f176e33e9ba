using System;
using System.Collections.Generic;
using System.Linq;
using Gen.Numerics;

namespace Gen;

/// <summary>One execution of a body in progress.</summary>
internal sealed class TraceExecution
{
    private readonly string model;
    private readonly SiteMatcher matcher;
    private readonly IReadOnlyList<TraceSite> sites;
    private readonly Dictionary<TraceSite, TermSum> terms = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<string, List<double>> quantities = [];
    private readonly IReadOnlyDictionary<string, double[]> latents;
    private readonly RandomStream random;
    private readonly RandomStream generating;

    // Where elements of quantities lie that are given values in another order.
    private readonly Dictionary<string, int[]> places = [];

    private string? undefined;

    public TraceExecution(
        string model, IReadOnlyList<TraceSite> sites, IReadOnlyDictionary<string, double[]>? latents, long seed, Func<string, int[]?>? sequence, IReadOnlyCollection<string> cut)
    {
        this.model = model;
        this.sites = sites;
        this.latents = latents ?? new Dictionary<string, double[]>();
        random = new RandomStream(seed);
        generating = new RandomStream(seed, 1);
        matcher = new SiteMatcher(model, sites);
        foreach (var site in sites)
        {
            if (site.Kind is not (TraceSiteKind.Deterministic or TraceSiteKind.Generate) && !(site.Kind == TraceSiteKind.Sample && cut.Contains(site.Name)))
            {
                terms.Add(site, new TermSum());
            }

            if (site.Kind is TraceSiteKind.Sample or TraceSiteKind.Deterministic or TraceSiteKind.Generate)
            {
                quantities.TryAdd(site.Name, []);
                if (sequence?.Invoke(site.Name) is { } order)
                {
                    places[site.Name] = order;
                }
            }
        }

        var names = sites.Where(site => site.Kind == TraceSiteKind.Sample).Select(site => site.Name).Distinct().ToArray();
        foreach (var name in this.latents.Keys)
        {
            if (!names.Contains(name))
            {
                throw new ArgumentException($"{model} has no latent '{name}'; its latents are {string.Join(", ", names)}.");
            }
        }
    }

    /// <summary>
    /// The values of <paramref name="count"/> variates of a latent, one after another: those given, or drawn. They take turns in the distribution's
    /// parameters.
    /// </summary>
    public double[] Sample(IVariates distribution, int count, int line)
    {
        var site = matcher.Match(TraceSiteKind.Sample, line);
        var recorded = quantities[site.Name];
        var term = terms.GetValueOrDefault(site);
        var values = new double[count * distribution.Size];
        for (var i = 0; i < count; i++)
        {
            var variate = i % distribution.Count;
            var value = values.AsSpan(i * distribution.Size, distribution.Size);
            if (latents.TryGetValue(site.Name, out var given))
            {
                Copy(site, given, recorded.Count, value);
            }
            else
            {
                Draw(site, "latent", distribution, variate, random, value);
            }

            recorded.AddRange(value);
            term?.Add(distribution, variate, value);
        }

        return values;
    }

    /// <summary>The values of <paramref name="count"/> variates of a generated quantity, drawn as those of a latent are.</summary>
    public double[] Generate(IVariates distribution, int count, int line)
    {
        var site = matcher.Match(TraceSiteKind.Generate, line);
        var values = new double[count * distribution.Size];
        for (var i = 0; i < count; i++)
        {
            var value = values.AsSpan(i * distribution.Size, distribution.Size);
            try
            {
                Draw(site, "generated quantity", distribution, i % distribution.Count, generating, value);
            }
            catch (ArgumentException)
            {
                // Where a term of the log-density is not finite, that is what the trace is to tell.
                value.Fill(double.NaN);
            }
        }

        quantities[site.Name].AddRange(values);
        return values;
    }

    /// <summary>The likelihood of data, a variate after another; they take turns in the distribution's parameters.</summary>
    public void Observe(ReadOnlySpan<double> data, IVariates distribution, int line)
    {
        var term = terms[matcher.Match(TraceSiteKind.Observe, line)];
        for (var i = 0; (i + 1) * distribution.Size <= data.Length; i++)
        {
            term.Add(distribution, i % distribution.Count, data.Slice(i * distribution.Size, distribution.Size));
        }
    }

    public void Deterministic(ReadOnlySpan<double> values, int line) =>
        quantities[matcher.Match(TraceSiteKind.Deterministic, line).Name].AddRange(values);

    public void Potential(ReadOnlySpan<double> values, int line)
    {
        var term = terms[matcher.Match(TraceSiteKind.Potential, line)];
        foreach (var value in values)
        {
            if (double.IsNaN(value) && undefined is { } reason)
            {
                term.AddImpossible(reason);
            }
            else
            {
                term.Add(value);
            }
        }
    }

    /// <summary>A probability was asked for of a distribution whose parameters are out of range: what is NaN from now on has no density.</summary>
    public void Undefined(string reason) => undefined ??= reason;

    /// <exception cref="ArgumentException">A latent was given more values than the body samples.</exception>
    public ModelTrace Result()
    {
        foreach (var (name, values) in latents)
        {
            if (quantities[name].Count != values.Length)
            {
                throw new ArgumentException($"{model}: latent '{name}' was given {values.Length} values; the body samples {quantities[name].Count}.");
            }
        }

        return new ModelTrace(
            model,
            quantities.ToDictionary(quantity => quantity.Key, quantity => Placed(quantity.Key, [.. quantity.Value])),
            [.. sites.Where(terms.ContainsKey).Select(site => terms[site].Term(site))]);
    }

    private void Copy(TraceSite site, double[] given, int from, Span<double> value)
    {
        if (from + value.Length > given.Length)
        {
            throw new ArgumentException(
                $"{model}: latent '{site.Name}' was given {given.Length} values; the body samples more (line {site.Line}: {site.Text}).");
        }

        if (!places.TryGetValue(site.Name, out var order))
        {
            given.AsSpan(from, value.Length).CopyTo(value);
            return;
        }

        for (var i = 0; i < value.Length; i++)
        {
            value[i] = given[order[from + i]];
        }
    }

    /// <summary>The values of a quantity in the order in which they lie; elements that are given none are 0.</summary>
    private double[] Placed(string name, double[] values)
    {
        if (!places.TryGetValue(name, out var order))
        {
            return values;
        }

        var placed = new double[Math.Max(values.Length, order.Max() + 1)];
        for (var i = 0; i < values.Length; i++)
        {
            placed[order[i]] = values[i];
        }

        return placed;
    }

    private void Draw(TraceSite site, string what, IVariates distribution, int variate, RandomStream stream, Span<double> value)
    {
        try
        {
            distribution.Draw(variate, stream, value);
        }
        catch (Exception refusal) when (refusal is ArgumentException or InvalidOperationException)
        {
            throw new ArgumentException(
                $"{model}: {what} '{site.Name}' cannot be drawn (line {site.Line}: {site.Text}): {refusal.Message}", refusal);
        }
    }
}
