using System.Collections.Generic;

namespace Gen.Compiler.Interpretation;

/// <summary>What a program is run on.</summary>
/// <param name="sizes">The value of each size of the model, by its id.</param>
/// <param name="values">The elements, row by row, of arrays that are given (data, arguments, decisions, draws, the position), by array index. Integers, counts and truth values are doubles.</param>
public sealed class Bindings(IReadOnlyList<int> sizes, IReadOnlyDictionary<int, double[]> values)
{
    /// <summary>The value of each size of the model.</summary>
    public IReadOnlyList<int> Sizes { get; } = sizes;

    /// <summary>The elements of the given arrays, row by row, by array index.</summary>
    public IReadOnlyDictionary<int, double[]> Values { get; } = values;

    /// <summary>The same with the elements of one array given or replaced.</summary>
    public Bindings With(int array, double[] elements)
    {
        var replaced = new Dictionary<int, double[]>();
        foreach (var pair in Values)
        {
            replaced[pair.Key] = pair.Value;
        }

        replaced[array] = elements;
        return new(Sizes, replaced);
    }
}
