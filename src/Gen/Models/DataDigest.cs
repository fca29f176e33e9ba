using System;
using System.Collections.Generic;
using System.ComponentModel;
using System.Globalization;
using System.IO;
using System.Runtime.InteropServices;
using Gen.Sampling;

namespace Gen.Models;

/// <summary>What a model's data are, in a line for each: a checksum of the values by the name of the parameter, by which a checkpoint knows them again.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class DataDigest
{
    private readonly List<string> names = [];
    private readonly List<string> lines = [];

    /// <summary>The names of the parameters.</summary>
    internal IReadOnlyList<string> Names => names;

    /// <summary>The lines, each with how many values there are and their checksum.</summary>
    internal IReadOnlyList<string> Lines => lines;

    /// <summary>Adds a number.</summary>
    public void Add(string name, double value) => Add(name, [value]);

    /// <summary>Adds an array of numbers, matrices row by row.</summary>
    public void Add(string name, double[] values) => Add(name, values.Length, MemoryMarshal.AsBytes<double>(values));

    /// <summary>Adds a whole number.</summary>
    public void Add(string name, int value) => Add(name, [value]);

    /// <summary>Adds an array of whole numbers, matrices row by row.</summary>
    public void Add(string name, int[] values) => Add(name, values.Length, MemoryMarshal.AsBytes<int>(values));

    private void Add(string name, int count, ReadOnlySpan<byte> bytes)
    {
        names.Add(name);
        lines.Add(string.Create(CultureInfo.InvariantCulture, $"data {name} {count} {Checksum.Of(new MemoryStream(bytes.ToArray()), bytes.Length):x16}"));
    }
}
