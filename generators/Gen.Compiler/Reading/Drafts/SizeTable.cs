using System;
using System.Collections.Generic;
using System.Linq;
using Gen.Compiler.Ir;

namespace Gen.Compiler.Reading;

/// <summary>
/// The sizes of a model and which of them agree. Equalities are found while the body is read; so it is read twice, the second time with the
/// representatives that the first reading found, and equal axes are equal from the start. Checks are kept by section: the model's body is
/// section 0 and each objective has one, whose equalities hold in it alone.
/// </summary>
internal sealed class SizeTable
{
    private readonly List<Size> sizes = [];
    private readonly List<List<SizeCheck>> sections = [];
    private readonly List<int[]> representatives = [];
    private readonly Dictionary<(bool IsSize, int Id), double> assured = [];

    // The next reading adds the same sizes in the same order, and knows from the start how many there will be.
    private readonly int known;

    public SizeTable(SizeTable? former = null)
    {
        known = former?.sizes.Count ?? 0;
        if (former is null)
        {
            return;
        }

        sections.AddRange(former.sections.Select(checks => checks.ToList()));
        representatives.AddRange(former.sections.Select((_, section) => former.Closure(section)));
        foreach (var known in former.assured)
        {
            assured.Add(known.Key, known.Value);
        }
    }

    public IReadOnlyList<Size> Sizes => sizes;

    /// <summary>The section that is being read.</summary>
    public int Section { get; private set; } = -1;

    /// <summary>Whether an equality was found that this reading did not begin with: then the body has to be read again.</summary>
    public bool HasChanged { get; private set; }

    /// <summary>The least that sizes, and integers among the data by their arrays, can be: readings find it, and the next makes use of it from the start.</summary>
    public IEnumerable<(bool IsSize, int Id, double Least)> Assured => assured.Select(known => (known.Key.IsSize, known.Key.Id, known.Value));

    public void Assure(bool isSize, int id, double least)
    {
        var known = assured.TryGetValue((isSize, id), out var value) ? value : isSize ? 0 : double.NegativeInfinity;
        if (least > known)
        {
            assured[(isSize, id)] = least;
            HasChanged = true;
        }
    }

    public int Add(string name)
    {
        sizes.Add(new(name));
        return sizes.Count - 1;
    }

    public void BeginSection()
    {
        Section++;
        if (Section == sections.Count)
        {
            sections.Add([]);
        }
    }

    /// <summary>The size that stands for all that agree with one, in this section.</summary>
    public int Representative(int size) =>
        Section < representatives.Count && size < representatives[Section].Length ? representatives[Section][size] : size;

    /// <summary>Records that two sizes must agree.</summary>
    public void Unite(int first, int second, int site, string reason)
    {
        var closure = Closure(Section);
        if (closure[first] != closure[second])
        {
            sections[Section].Add(new(Math.Min(first, second), Math.Max(first, second), site, reason));
            HasChanged = true;
        }
    }

    /// <summary>The checks of this section.</summary>
    public EquatableArray<SizeCheck> Checks() => sections[Section].ToEquatableArray();

    private int[] Closure(int section)
    {
        var closure = Enumerable.Range(0, Math.Max(known, sizes.Count)).ToArray();
        foreach (var check in section == 0 ? sections[0] : sections[0].Concat(sections[section]))
        {
            var (a, b) = (closure[check.First], closure[check.Second]);
            for (var i = 0; i < closure.Length; i++)
            {
                closure[i] = closure[i] == Math.Max(a, b) ? Math.Min(a, b) : closure[i];
            }
        }

        return closure;
    }
}
