using System;
using System.Collections;
using System.Collections.Generic;
using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace Gen;

/// <summary>
/// A named axis: a length and, where given, a label per element. It converts from an <c>int</c> (no labels) and from a collection
/// expression of strings: <c>Dim feature = ["centrality", "burstiness"];</c>. In a model's body it stands for its length.
/// </summary>
[CollectionBuilder(typeof(Dim), nameof(FromLabels))]
public sealed class Dim : IEnumerable<string>
{
    private readonly string[]? labels;

    /// <summary>An axis of <paramref name="length"/> elements without labels.</summary>
    public Dim(int length)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        Length = length;
    }

    /// <summary>An axis with a label per element.</summary>
    /// <exception cref="ArgumentException">Two elements have one label, or an element has none; the message names it.</exception>
    public Dim(IReadOnlyList<string> labels)
    {
        ArgumentNullException.ThrowIfNull(labels);
        this.labels = [.. labels];
        Length = this.labels.Length;
        var seen = new Dictionary<string, int>(Length);
        for (var i = 0; i < Length; i++)
        {
            var label = this.labels[i] ?? throw new ArgumentException($"Element {i} of a Dim has no label.", nameof(labels));
            if (!seen.TryAdd(label, i))
            {
                throw new ArgumentException($"Elements {seen[label]} and {i} of a Dim are both labelled '{label}'; a label names one element.", nameof(labels));
            }
        }
    }

    /// <summary>The number of elements.</summary>
    public int Length { get; }

    /// <summary>Whether the elements have labels.</summary>
    public bool HasLabels => labels is not null;

    /// <summary>The label of an element: its own, or its 0-based index.</summary>
    public string Label(int index) =>
        labels is not null ? labels[index] : index.ToString(System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>The element that carries <paramref name="label"/>.</summary>
    /// <exception cref="KeyNotFoundException">No element does; the message lists the labels.</exception>
    public int IndexOf(string label)
    {
        var index = labels is null ? -1 : Array.IndexOf(labels, label);
        return index >= 0 ? index : throw new KeyNotFoundException(
            $"No element is labelled '{label}'; the labels are {(labels is null ? $"0 to {Length - 1}" : string.Join(", ", labels))}.");
    }

    /// <summary>An axis without labels.</summary>
    public static implicit operator Dim(int length) => new(length);

    /// <summary>An axis with labels.</summary>
    public static implicit operator Dim(string[] labels) => new(labels);

    /// <summary>The axis's length.</summary>
    public static implicit operator int(Dim dim) => dim.Length;

    /// <summary>An axis with labels, from a collection expression.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static Dim FromLabels(ReadOnlySpan<string> labels) => new(labels.ToArray());

    /// <summary>The labels, or the number of elements that have none.</summary>
    public override string ToString() => labels is not null ? string.Join(", ", labels) : $"{Length} {(Length == 1 ? "element" : "elements")}";

    /// <summary>The labels in order.</summary>
    public IEnumerator<string> GetEnumerator()
    {
        for (var i = 0; i < Length; i++)
        {
            yield return Label(i);
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
