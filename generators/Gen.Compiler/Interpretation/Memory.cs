using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Gen.Compiler.Ir;

namespace Gen.Compiler.Interpretation;

/// <summary>The arrays of a running program. An array that is not given starts at zero, when its extents are first needed.</summary>
internal sealed class Memory(Program program, Func<int, double> extent, IReadOnlyDictionary<int, Dual[]> given)
{
    private readonly Dual[]?[] values = new Dual[program.Arrays.Count][];
    private readonly int[]?[] extents = new int[program.Arrays.Count][];

    public Dual[] this[int array]
    {
        get
        {
            if (values[array] is { } present)
            {
                return present;
            }

            var length = Extents(array).Aggregate(1, (product, e) => product * e);
            var elements = given.TryGetValue(array, out var bound) ? bound : IsGiven(array) ? throw Unbound(array) : new Dual[length];
            return elements.Length == length
                ? values[array] = elements
                : throw new ArgumentException($"'{Name(array)}' is given {elements.Length} elements and has {length}.");
        }
    }

    /// <summary>Gives an array that no step writes its elements.</summary>
    public void Set(int array, Dual[] elements) => values[array] = elements;

    public int[] Extents(int array) => extents[array] ??= [.. program.Arrays[array].Extents.Select(e => (int)extent(e))];

    /// <summary>The place of an element among the array's elements row by row.</summary>
    public int Offset(int array, double[] indices)
    {
        var lengths = Extents(array);
        if (lengths.Length != indices.Length)
        {
            throw new InvalidOperationException($"'{Name(array)}' has {lengths.Length} dimensions and is indexed by {indices.Length}.");
        }

        var offset = 0;
        for (var k = 0; k < indices.Length; k++)
        {
            var index = (int)indices[k];
            if (index != indices[k] || index < 0 || index >= lengths[k])
            {
                var at = string.Join(", ", indices.Select(i => i.ToString(CultureInfo.InvariantCulture)));
                throw new IndexOutOfRangeException($"{Name(array)}[{at}] is outside an array of extents [{string.Join(", ", lengths)}].");
            }

            offset = offset * lengths[k] + index;
        }

        return offset;
    }

    private bool IsGiven(int array) =>
        program.Arrays[array].Role is ArrayRole.Data or ArrayRole.Argument or ArrayRole.Decision or ArrayRole.Draws or ArrayRole.Position
        || program.Model.Prepared.Any(prepared => prepared.Array == array && prepared.Call is not null);

    private ArgumentException Unbound(int array) => new($"'{Name(array)}' is given no elements.");

    private string Name(int array) => program.Arrays[array].Name;
}
