using System;

namespace Gen;

/// <summary>Checks of 0-based group indices.</summary>
internal static class GroupIndices
{
    /// <summary>Throws when an index is not in 0 … <paramref name="length"/> − 1, and says when the indices look 1-based.</summary>
    public static void Check(int[] indices, int length, string of)
    {
        ArgumentNullException.ThrowIfNull(indices);
        for (var position = 0; position < indices.Length; position++)
        {
            if ((uint)indices[position] < (uint)length)
            {
                continue;
            }

            var smallest = int.MaxValue;
            var largest = int.MinValue;
            foreach (var index in indices)
            {
                smallest = Math.Min(smallest, index);
                largest = Math.Max(largest, index);
            }

            var looksOneBased = smallest == 1 && largest == length;
            throw new IndexOutOfRangeException(
                $"Index {indices[position]} at position {position} is outside {of}: {Range(length)}" +
                (looksOneBased ? $" The indices run from 1 to {length}, so they look 1-based; subtract 1." : string.Empty));
        }
    }

    /// <summary>The words for the indices that exist.</summary>
    public static string Range(int length) => length == 0 ? "there are none." : $"they run from 0 to {length - 1}.";
}
