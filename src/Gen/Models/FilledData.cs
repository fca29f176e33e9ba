using System;
using System.ComponentModel;

namespace Gen.Models;

/// <summary>
/// The elements of data with a likelihood while a loop simulates them in sequence: an element that is read was drawn before, or was given. What was neither
/// is refused.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly ref struct FilledData
{
    private readonly Span<double> values;
    private readonly bool[]? filled;
    private readonly string model;
    private readonly string name;
    private readonly string reader;
    private readonly int columns;

    /// <summary>The elements that a simulation fills.</summary>
    /// <param name="model">The name of the model.</param>
    /// <param name="name">The name of the data.</param>
    /// <param name="reader">The statement that reads them.</param>
    /// <param name="values">The elements; what was given stands in them already.</param>
    /// <param name="columns">The columns of a matrix, or 1.</param>
    /// <param name="isGiven">Whether they were given.</param>
    public FilledData(string model, string name, string reader, Span<double> values, int columns, bool isGiven)
    {
        this.values = values;
        this.model = model;
        this.name = name;
        this.reader = reader;
        this.columns = columns;
        filled = isGiven ? null : new bool[values.Length];
    }

    /// <summary>An element.</summary>
    /// <exception cref="InvalidOperationException">It is read, and was neither given nor drawn.</exception>
    public double this[int index]
    {
        get
        {
            Require(index, 1);
            return values[index];
        }

        set
        {
            values[index] = value;
            if (filled is not null)
            {
                filled[index] = true;
            }
        }
    }

    /// <summary>A part to be read.</summary>
    /// <exception cref="InvalidOperationException">An element of it was neither given nor drawn.</exception>
    public ReadOnlySpan<double> Slice(int start, int length)
    {
        Require(start, length);
        return values.Slice(start, length);
    }

    /// <summary>A part to be drawn.</summary>
    public Span<double> Fill(int start, int length)
    {
        filled?.AsSpan(start, length).Fill(true);
        return values.Slice(start, length);
    }

    private void Require(int start, int length)
    {
        if (filled is null)
        {
            return;
        }

        var missing = filled.AsSpan(start, length).IndexOf(false);
        if (missing >= 0)
        {
            var place = columns == 1 ? $"{start + missing}" : $"{(start + missing) / columns}, {(start + missing) % columns}";
            throw DataCheck.NotGiven(model, $"{name}[{place}]", name, reader);
        }
    }
}
