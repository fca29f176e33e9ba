using System.Collections.Generic;
using System.Linq;
using Gen.Compiler.Ir;

namespace Gen.Compiler.Emission;

/// <summary>
/// Where the elements of an array stand that the lanes of a kernel read or write: lane l at Offset + l · Step, and further by the integers
/// that the gathered dimensions are indexed with.
/// </summary>
/// <param name="Offset">The place of the first lane, as code, without the gathered dimensions.</param>
/// <param name="Step">The distance from lane to lane, as code; empty where only gathered dimensions tell lanes apart.</param>
/// <param name="Gathered">The array of indices with the place of the first lane's, and the distance of neighbours along that dimension.</param>
internal sealed record LanePlace(string Offset, string Step, IReadOnlyList<(string Indices, string Stride)> Gathered)
{
    /// <summary>The place of an element that differs between lanes.</summary>
    public static LanePlace Of(ExpressionWriter expressions, Program program, Node element)
    {
        var graph = program.Graph;
        var extents = program.Arrays[element.Symbol].Extents;
        string Stride(int dimension, int strength)
        {
            var after = extents.Skip(dimension + 1).ToArray();
            return after.Length == 0 ? "1" : string.Join(" * ", after.Select(extent => expressions.Address(extent, after.Length > 1 ? 3 : strength)));
        }

        var gathered = new List<(string, string)>();
        var (offset, step) = (new List<string>(), new List<string>());
        for (var d = 0; d < element.Arguments.Count; d++)
        {
            var (index, isLast) = (element.Arguments[d], d == element.Arguments.Count - 1);
            if (expressions.IsLanes(index) && graph[index].Kind == NodeKind.Read)
            {
                gathered.Add((expressions.Gathered(index), Stride(d, 1)));
                continue;
            }

            if (expressions.IsLanes(index))
            {
                step.Add(Stride(d, 1));
            }

            offset.Add(isLast ? expressions.Address(index, 1) : $"{expressions.Address(index, 2)} * {Stride(d, 3)}");
        }

        return new(
            gathered.Count == 0 ? expressions.Flat(element) : offset.Count == 0 ? "0" : string.Join(" + ", offset), string.Join(" + ", step), gathered);
    }

    /// <summary>The lanes that are read.</summary>
    public string Load(string array) =>
        Gathered.Count == 0 ? Step == "1" ? $"V.Load({array}, {Offset})" : $"V.LoadStrided({array}, {Offset}, {Step})"
        : IsPlainGather ? $"V.Gather({array}, {Gathered[0].Indices}{Rest})"
        : $"LaneElements.Gather<V>({array}, {Arguments})";

    /// <summary>The lanes that are read from an array of integers.</summary>
    public string LoadIntegers(string array) =>
        Gathered.Count > 0 ? $"LaneElements.Gather<V>({array}, {Arguments})"
        : Step == "1" ? $"V.LoadInt({array}, {Offset})"
        : $"LaneElements.Load<V>({array}, {Offset}, {Step})";

    /// <summary>The statement that writes lanes, or those of them where a condition holds: of lanes that meet in one element, the others write nothing.</summary>
    public string Store(string value, string array, string? condition = null) =>
        Gathered.Count > 0 ? condition is null ? $"LaneElements.Scatter({value}, {array}, {Arguments});" : $"LaneElements.ScatterWhere({condition}, {value}, {array}, {Arguments});"
        : (condition is null ? value : $"V.Where({condition}, {value}, {Load(array)})") is var stored && Step == "1" ? $"V.Store({stored}, {array}, {Offset});"
        : $"V.StoreStrided({stored}, {array}, {Offset}, {Step});";

    /// <summary>The statement that adds lanes, of which several may meet in one element.</summary>
    public string Add(string value, string array) =>
        IsPlainGather ? $"V.ScatterAdd({value}, {array}, {Gathered[0].Indices}{Rest});" : $"LaneElements.ScatterAdd({value}, {array}, {Arguments});";

    private bool IsPlainGather => Gathered.Count == 1 && Step.Length == 0;

    private string Rest => Offset == "0" && Gathered[0].Stride == "1" ? "" : $", {Gathered[0].Stride}, {Offset}";

    private string Arguments =>
        $"{Offset}, {(Step.Length == 0 ? "0" : Step)}, {string.Join(", ", Gathered.Select(gathered => $"{gathered.Indices}, {gathered.Stride}"))}";
}
