using System;
using System.Collections.Generic;
using System.ComponentModel;
using System.Linq;

namespace Gen.Models;

/// <summary>
/// What has become of the elements of a vector or matrix, as a model's statements are gone through when it is constructed: each is given a value once, and read after
/// that only, since what is computed and differentiated as a whole has no earlier value.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ElementLedger
{
    /// <summary>An index that latents or draws decide: any.</summary>
    public const int Any = int.MinValue;

    private readonly string model;
    private readonly string array;
    private readonly int[] extents;

    // Statements are few, elements may be many: an element has its statements' numbers from 1 on, that of one which adds to it, or may have read it, below 0.
    private readonly List<string> statements = [];
    private readonly int[] given;
    private readonly int[] read;

    // The statement that may have read any element, so that a loop of such readers is no loop over all elements in each pass.
    private int anyRead;

    /// <summary>A ledger in which no element has been given a value.</summary>
    /// <param name="model">The model, or the objective, as messages name it.</param>
    /// <param name="array">The vector or matrix.</param>
    /// <param name="extents">How many elements it has, by dimension.</param>
    /// <exception cref="ArgumentException">They are more than an array holds.</exception>
    public ElementLedger(string model, string array, params ReadOnlySpan<int> extents)
    {
        (this.model, this.array, this.extents) = (model, array, extents.ToArray());
        var count = this.extents.Aggregate(1.0, (product, extent) => product * extent);
        if (this.extents.Any(extent => extent < 0) || count > Array.MaxLength)
            throw new ArgumentException($"{model}: '{array}' would have more elements than the {Array.MaxLength} that an array holds");
        (given, read) = (new int[(int)count], new int[(int)count]);
    }

    /// <summary>An element is given its value.</summary>
    /// <param name="place">Its indices.</param>
    /// <param name="indices">The names of the data that choose it, between quotes; empty where lengths alone do.</param>
    /// <param name="statement">The statement.</param>
    /// <exception cref="ArgumentException">It does not exist, was given a value before, or was read before it.</exception>
    public void Assign(ReadOnlySpan<int> place, string indices, string statement)
    {
        var at = At(place, indices, statement);
        if (given[at] != 0)
        {
            var first = statements[Math.Abs(given[at]) - 1];
            throw new ArgumentException($"{model}: '{Element(place)}' is assigned " + (first == statement
                ? $"twice in '{statement}': {(indices.Length == 0 ? "the statements" : indices)} must name each element once"
                : $"in '{first}' and again in '{statement}': an element is given its value once, so choose between the two by ?: or by if and else"));
        }

        RequireUnread(at, place, statement);
        given[at] = Number(statement);
    }

    /// <summary>Something is added to an element.</summary>
    /// <param name="place">Its indices.</param>
    /// <param name="indices">The names of the data that choose it, between quotes; empty where lengths alone do.</param>
    /// <param name="statement">The statement.</param>
    /// <exception cref="ArgumentException">It does not exist, or was read before.</exception>
    public void Add(ReadOnlySpan<int> place, string indices, string statement)
    {
        var at = At(place, indices, statement);
        RequireUnread(at, place, statement);
        given[at] = -Number(statement);
    }

    /// <summary>An element is read; one that no statement gives a value is 0.</summary>
    /// <param name="place">Its indices.</param>
    /// <param name="indices">The names of the data that choose it, between quotes; empty where lengths alone do.</param>
    /// <param name="statement">The statement.</param>
    /// <exception cref="ArgumentException">It does not exist.</exception>
    public void Read(ReadOnlySpan<int> place, string indices, string statement)
    {
        var at = At(place, indices, statement);
        if (read[at] <= 0)
        {
            read[at] = Number(statement);
        }
    }

    /// <summary>Latents or draws choose an element that is read, of all that there are or of some: which, no constructor knows, so that it may be each.</summary>
    /// <param name="place">Its indices, of which some are <see cref="Any"/>.</param>
    /// <param name="indices">The names of the data that choose the others, between quotes; empty where lengths alone do.</param>
    /// <param name="statement">The statement.</param>
    /// <exception cref="ArgumentException">One of the others does not exist.</exception>
    public void Choose(ReadOnlySpan<int> place, string indices, string statement)
    {
        var open = place.IndexOf(Any);
        if (open < 0)
        {
            var at = At(place, indices, statement);
            read[at] = read[at] == 0 ? -Number(statement) : read[at];
        }
        else if (!place.ContainsAnyExcept(Any))
        {
            anyRead = anyRead == 0 ? -Number(statement) : anyRead;
        }
        else
        {
            int[] each = [.. place];
            for (each[open] = 0; each[open] < extents[open]; each[open]++)
            {
                Choose(each, indices, statement);
            }
        }
    }

    /// <summary>Checks that every element has been given a value: those of a latent need a prior each.</summary>
    /// <exception cref="ArgumentException">One has not; the message names it.</exception>
    public void RequireWhole()
    {
        var missing = Array.FindIndex(given, statement => statement <= 0);
        if (missing < 0)
        {
            return;
        }

        var place = new int[extents.Length];
        for (var (d, rest) = (extents.Length - 1, missing); d >= 0; d--)
        {
            (rest, place[d]) = Math.DivRem(rest, extents[d]);
        }

        throw new ArgumentException(
            $"{model}: '{Element(place)}' is sampled by no statement, so it would have no prior: sample every element of '{array}', or make it no longer than what is sampled");
    }

    private int At(ReadOnlySpan<int> place, string indices, string statement)
    {
        var at = 0;
        for (var d = 0; d < place.Length; d++)
        {
            if ((uint)place[d] >= (uint)extents[d])
            {
                throw new ArgumentException(
                    $"{model}: {(indices.Length == 0 ? "an index" : indices)} in '{statement}' is {place[d]}, but '{array}' has {extents[d]} {(extents[d] == 1 ? "element" : "elements")}, so indices run from 0 to {extents[d] - 1}");
            }

            at = at * extents[d] + place[d];
        }

        return at;
    }

    private void RequireUnread(int at, ReadOnlySpan<int> place, string statement)
    {
        if (read[at] > 0)
        {
            throw new ArgumentException(
                $"{model}: '{Element(place)}' is read in '{statements[read[at] - 1]}' before '{statement}' gives it its value: put the data in an order in which what is read comes first");
        }

        if ((read[at] < 0 ? read[at] : anyRead) is < 0 and var chosen)
        {
            throw new ArgumentException(
                $"{model}: '{Element(place)}' may be what latents or draws choose in '{statements[-chosen - 1]}' before '{statement}' gives it its value: let them choose among elements that have theirs");
        }
    }

    private int Number(string statement)
    {
        if (!statements.Contains(statement))
        {
            statements.Add(statement);
        }

        return statements.IndexOf(statement) + 1;
    }

    private string Element(ReadOnlySpan<int> place) => $"{array}[{string.Join(", ", place.ToArray())}]";
}
