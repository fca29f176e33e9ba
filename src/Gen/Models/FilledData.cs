using System;
using System.ComponentModel;

namespace Gen.Models;

/// <summary>
/// The elements of data with a likelihood while a loop simulates them in sequence: an element that is read was drawn before, or was given. What was neither
/// is refused, and so is what has been read as it was given, or has been drawn, and is drawn then: its draw would not be what others followed.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly ref struct FilledData
{
    private readonly Span<double> values;
    private readonly Element[] elements;
    private readonly string model;
    private readonly string name;
    private readonly string reader;
    private readonly int columns;
    private readonly bool isDerived;

    private enum Element : byte
    {
        Missing,
        Given,
        ReadAsGiven,
        Drawn,
    }

    /// <summary>The elements that a simulation fills.</summary>
    /// <param name="model">The name of the model.</param>
    /// <param name="name">The name of the data.</param>
    /// <param name="reader">The statement that reads them.</param>
    /// <param name="values">The elements; what was given stands in them already.</param>
    /// <param name="columns">The columns of a matrix, or 1.</param>
    /// <param name="isGiven">Whether they were given.</param>
    /// <param name="isDerived">Whether the model's body computes them, so that an element is given when it is first set.</param>
    public FilledData(string model, string name, string reader, Span<double> values, int columns, bool isGiven, bool isDerived)
    {
        this.isDerived = isDerived;
        this.values = values;
        this.model = model;
        this.name = name;
        this.reader = reader;
        this.columns = columns;
        elements = new Element[values.Length];
        elements.AsSpan().Fill(isGiven ? Element.Given : Element.Missing);
    }

    /// <summary>An element.</summary>
    /// <exception cref="InvalidOperationException">It is read, and was neither given nor drawn; or it is drawn, and has been before, or was read as it had been given.</exception>
    public double this[int index]
    {
        get
        {
            Read(index, 1);
            return values[index];
        }

        set
        {
            Draw(index, 1);
            values[index] = value;
        }
    }

    /// <summary>A part to be read.</summary>
    /// <exception cref="InvalidOperationException">An element of it was neither given nor drawn.</exception>
    public ReadOnlySpan<double> Slice(int start, int length)
    {
        Read(start, length);
        return values.Slice(start, length);
    }

    /// <summary>A part to be drawn.</summary>
    /// <exception cref="InvalidOperationException">An element of it was drawn before, or read as it was given.</exception>
    public Span<double> Fill(int start, int length)
    {
        Draw(start, length);
        return values.Slice(start, length);
    }

    private void Read(int start, int length)
    {
        for (var i = start; i < start + length; i++)
        {
            elements[i] = elements[i] switch
            {
                Element.Missing => throw DataCheck.NotGiven(model, Place(i), name, reader),
                Element.Given => Element.ReadAsGiven,
                var known => known,
            };
        }
    }

    private void Draw(int start, int length)
    {
        for (var i = start; i < start + length; i++)
        {
            elements[i] = elements[i] switch
            {
                Element.Drawn => throw new InvalidOperationException($"{model}: '{Place(i)}' has two likelihoods, so that it cannot be drawn: a simulation would keep the second draw, and what was drawn after the first follows that"),
                Element.ReadAsGiven => throw new InvalidOperationException(
                    $"{model}: '{Place(i)}' is read in '{reader}' as it was given, and drawn after that, so that no simulation follows itself: put the data and the statements in an order in which what is read comes first, or give what is read as data of its own, such as which elements there are"),
                Element.Missing when isDerived => Element.Given,
                _ => Element.Drawn,
            };
        }
    }

    private string Place(int index) => columns == 1 ? $"{name}[{index}]" : $"{name}[{index / columns}, {index % columns}]";
}
