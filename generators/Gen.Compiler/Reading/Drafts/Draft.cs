using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Gen.Compiler.Ir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Gen.Compiler.Reading;

/// <summary>An array as it is being declared.</summary>
internal sealed class ArrayDraft(string name, ArrayRole role, bool isInteger, ImmutableArray<Expr> extents)
{
    public string Name { get; } = name;

    public ArrayRole Role { get; set; } = role;

    public bool IsInteger { get; } = isInteger;

    public ImmutableArray<Expr> Extents { get; set; } = extents;

    /// <summary>Why its elements are not known when the model is constructed: the name of a latent or a decision, or null.</summary>
    public string? DependsOn { get; set; } = role is ArrayRole.Latent or ArrayRole.Generated or ArrayRole.Decision ? name : null;

    /// <summary>What its elements are known to be by the distributions that they are sampled from.</summary>
    public Support Support { get; set; }

    /// <summary>Where it became a quantity of the model.</summary>
    public Location? Location { get; set; }

    /// <summary>How often its elements are assigned (or sampled) by statements.</summary>
    public int Assignments { get; set; }

    /// <summary>The elements that statements have given values, or added to.</summary>
    public List<AssignedElements> Assigned { get; } = [];

    /// <summary>Whether data decide in which order its elements are given values and read.</summary>
    public bool IsOrderedByData { get; set; }

    /// <summary>The loops within which statements assign elements.</summary>
    public HashSet<LoopFrame> AssignedWithin { get; } = [];

    /// <summary>The variable that took over the elements as they were, though in C# it is the same object: from then on they stay as they are.</summary>
    public string? SharedAs { get; set; }
}

/// <summary>Elements that a statement gives values: their indices, and the conditions under which it does.</summary>
internal sealed record AssignedElements(ImmutableArray<Expr> Indices, ImmutableArray<Expr> Guards);

/// <summary>A model while it is read: what the readers append to.</summary>
internal sealed class Draft(SizeTable sizes)
{
    private readonly List<Site> sites = [];
    private readonly List<int> lines = [];
    private readonly List<SyntaxNode?> blocks = [];
    private readonly List<Location> places = [];
    private readonly Dictionary<SyntaxNode, int> siteIds = [];

    public Graph Graph { get; } = new() { KeepsDomains = true };

    public SizeTable Sizes { get; } = sizes;

    public List<ArrayDraft> Arrays { get; } = [];

    public List<Parameter> Parameters { get; } = [];

    public HashSet<int> ObservedArrays { get; } = [];

    public List<ReadDiagnostic> Diagnostics { get; } = [];

    public List<DensityArgument> Arguments { get; } = [];

    /// <summary>Indices that depend on latents, which only what is recorded may have: with their statement, place, text and the latent.</summary>
    public List<(int Site, ReadDiagnostic Diagnostic)> Lookups { get; } = [];

    /// <summary>Whether indices must be known when the model is constructed whatever needs them: in objectives and differential equations.</summary>
    public bool RequiresKnownIndices { get; set; }

    /// <summary>The array that is the time of the differential equation whose right-hand side is being read, or −1.</summary>
    public int Time { get; set; } = -1;

    /// <summary>The right-hand sides of differential equations.</summary>
    public List<RightHandSide> RightHandSides { get; } = [];

    /// <summary>What the values inside right-hand sides are written as.</summary>
    public Dictionary<int, IOperation> Written { get; } = [];

    /// <summary>Densities of which functions are taken, under no condition.</summary>
    public List<DensityCall> Calls { get; } = [];

    /// <summary>Dimensions of data of which the body takes ranges: how much is read of them is meant.</summary>
    public HashSet<(int Array, int Dimension)> Ranged { get; } = [];

    /// <summary>Sizes that only an objective's decisions and arguments tell: nothing is prepared by them.</summary>
    public HashSet<int> ObjectiveSizes { get; } = [];

    /// <summary>Lengths that must agree and are not both sizes.</summary>
    public List<LengthCheck> LengthChecks { get; } = [];

    /// <summary>What is computed from data before anything else.</summary>
    public List<PreparedData> Prepared { get; } = [];

    public IReadOnlyList<Site> Sites => sites;

    public IReadOnlyList<int> Lines => lines;

    /// <summary>The sites that are on a line with others of their kind in another loop or branch.</summary>
    public IEnumerable<int> AmbiguousSites => Enumerable.Range(0, sites.Count)
        .GroupBy(site => (sites[site].Kind, lines[site])).Where(line => line.Key.Kind != SiteKind.Other && line.Select(site => blocks[site]).Distinct().Count() > 1).SelectMany(line => line);

    /// <summary>Where the statements stand.</summary>
    public IReadOnlyList<Location> Places => places;

    /// <summary>The statement that is being read.</summary>
    public int Site { get; private set; } = -1;

    public Expr Size(int size) => Graph.Size(Sizes.Representative(size));

    /// <summary>Notes that a range is taken of data along an axis.</summary>
    public void MarkRanged(Shaped value, int axis)
    {
        if (value.Expr.Node is { Kind: NodeKind.Read } read)
        {
            Ranged.UnionWith(Enumerable.Range(0, read.Arguments.Count).Where(d => Graph.Varies(read.Arguments[d], axis)).Select(d => (read.Symbol, d)));
        }
    }

    /// <summary>Notes how a value inside a right-hand side is written, where it is first.</summary>
    public void NoteWritten(Expr value, IOperation written)
    {
        if (Time >= 0 && Graph.Id(value) is var id && !Written.ContainsKey(id))
        {
            Written.Add(id, written);
        }
    }

    /// <summary>Reports why reading was given up, unless it follows from what has been reported.</summary>
    public void Report(Refusal refusal, Location statement)
    {
        if (refusal.Diagnostic is { } diagnostic)
        {
            if (!Diagnostics.Any(other => other.Rule == diagnostic.Rule && other.Location.Equals(diagnostic.Location)))
            {
                Diagnostics.Add(diagnostic);
            }
        }
        else if (Diagnostics.Count == 0)
        {
            Diagnostics.Add(new(Rules.UnsupportedConstruct, statement, ["This statement", "Its value cannot be followed; write it in simpler steps."]));
        }
    }

    /// <summary>Declares an array. Values that the body computes may share a variable's name, so their arrays are numbered.</summary>
    public int AddArray(string name, ArrayRole role, ImmutableArray<Expr> extents, bool isInteger = false)
    {
        if (Site >= 0 && extents.Any(extent => Graph.FreeAxes(Graph.Id(extent)) != 0))
        {
            throw VaryingLengths.Refused(this, Site);
        }

        var unique = name;
        var isNumbered = role is ArrayRole.Local or ArrayRole.Prepared;
        for (var number = 2; isNumbered && (Arrays.Any(array => array.Name == unique) || Parameters.Any(parameter => parameter.Name == unique)); number++)
        {
            unique = name + number;
        }

        Arrays.Add(new(unique, role, isInteger, extents));
        return Arrays.Count - 1;
    }

    /// <summary>How much has been read, to <see cref="Return"/> to where reading on was in vain.</summary>
    public (int Arrays, int Prepared, int LengthChecks, int Arguments, int Calls, int RightHandSides) Mark() =>
        (Arrays.Count, Prepared.Count, LengthChecks.Count, Arguments.Count, Calls.Count, RightHandSides.Count);

    /// <summary>Forgets what has been read since a mark.</summary>
    public void Return((int Arrays, int Prepared, int LengthChecks, int Arguments, int Calls, int RightHandSides) mark)
    {
        Arrays.RemoveRange(mark.Arrays, Arrays.Count - mark.Arrays);
        Prepared.RemoveRange(mark.Prepared, Prepared.Count - mark.Prepared);
        LengthChecks.RemoveRange(mark.LengthChecks, LengthChecks.Count - mark.LengthChecks);
        Arguments.RemoveRange(mark.Arguments, Arguments.Count - mark.Arguments);
        Calls.RemoveRange(mark.Calls, Calls.Count - mark.Calls);
        RightHandSides.RemoveRange(mark.RightHandSides, RightHandSides.Count - mark.RightHandSides);
    }

    /// <summary>Begins a statement; one that is read twice, for a loop's first pass and for the others, is one site.</summary>
    public void AddSite(SiteKind kind, string name, string text, SyntaxNode syntax)
    {
        if (siteIds.TryGetValue(syntax, out var known))
        {
            Site = known;
            return;
        }

        Site = sites.Count;
        siteIds.Add(syntax, Site);
        sites.Add(new(kind, name, text));
        places.Add(syntax.GetLocation());
        lines.Add(syntax.GetLocation().GetLineSpan().StartLinePosition.Line + 1);
        blocks.Add(syntax.Ancestors().FirstOrDefault(outer => outer is ForStatementSyntax or CommonForEachStatementSyntax or WhileStatementSyntax or DoStatementSyntax or IfStatementSyntax or ElseClauseSyntax or SwitchSectionSyntax));
    }

    /// <summary>Goes on with a statement of which a part has been read apart.</summary>
    public void ReturnTo(int site) => Site = site;

    /// <summary>Says which statement of the model is being read. Its line is that of the call's parenthesis, which the executing body knows it by.</summary>
    public void DescribeSite(SiteKind kind, string name, string text, SyntaxNode call)
    {
        sites[Site] = new(kind, name, text);
        places[Site] = call.GetLocation();
        var place = call is InvocationExpressionSyntax invocation ? invocation.ArgumentList.OpenParenToken.GetLocation() : call.GetLocation();
        lines[Site] = place.GetLineSpan().StartLinePosition.Line + 1;
    }

    /// <summary>An array's extent with the representatives of the section that is being read.</summary>
    public Expr Extent(int array, int dimension)
    {
        var extent = Arrays[array].Extents[dimension];
        return Length.IsSize(extent, out var size, out var offset) ? Size(size) + offset : extent;
    }

    /// <summary>Whether a number is positive (or 0, the end of that) by what it is: a constant, a latent, a function.</summary>
    public bool IsPositive(Expr value)
    {
        var node = value.Node;
        return node.Kind switch
        {
            NodeKind.Constant => node.Value > 0,
            NodeKind.Read => IsPositive(Arrays[node.Symbol].Support),
            NodeKind.Apply => IsPositive(OperationTable.Row(node.Operation).Range),
            _ => false,
        };
        static bool IsPositive(Support support) => support is Support.Positive or Support.NonNegative or Support.Unit;
    }

    /// <summary>Whether a number lies in a set by what it is; what needs more than a look at it passes find out.</summary>
    public bool IsIn(Support support, Expr value) => support switch
    {
        Support.Positive => IsPositive(value) && !(value.Node.Kind == NodeKind.Apply && OperationTable.Row(value.Node.Operation).Range == Support.NonNegative),
        Support.NonNegative => IsPositive(value),
        Support.Unit => value.Node is { Kind: NodeKind.Constant, Value: >= 0 and <= 1 } || (value.Node.Kind == NodeKind.Read && Arrays[value.Node.Symbol].Support == Support.Unit)
            || (value.Node.Kind == NodeKind.Apply && OperationTable.Row(value.Node.Operation).Range == Support.Unit),
        Support.Count => IsWhole(value) && value.Node is { Kind: NodeKind.Constant, Value: >= 0 },
        _ => false,
    };

    /// <summary>Whether a number is whole by what it is.</summary>
    public bool IsWhole(Expr value) => value.Node.Kind switch
    {
        NodeKind.Constant => value.Node.Value % 1 == 0,
        NodeKind.Size or NodeKind.Index => true,
        NodeKind.Read => Arrays[value.Node.Symbol].IsInteger,
        _ => false,
    };

    /// <summary>
    /// The name of a latent or decision that an expression depends on, or of the state or the time of a differential equation; null when it is known when the model is
    /// constructed.
    /// </summary>
    /// <param name="expression">The expression.</param>
    /// <param name="isTimeKnown">Whether the time of a differential equation counts as known.</param>
    public string? DependsOn(Expr expression, bool isTimeKnown = false)
    {
        HashSet<int> seen = [];
        return Visit(Graph.Id(expression));

        string? Visit(int id)
        {
            if (!seen.Add(id))
            {
                return null;
            }

            var node = Graph[id];
            return (node.Kind == NodeKind.Read && !(isTimeKnown && node.Symbol == Time) ? Arrays[node.Symbol].DependsOn : null)
                ?? node.Arguments.Select(Visit).FirstOrDefault(name => name is not null);
        }
    }

    /// <summary>What that which an expression depends on is one of.</summary>
    public string KindOf(string name) =>
        Arrays.Any(array => array.DependsOn == name && array.Name == name && array.Role is ArrayRole.Data or ArrayRole.Decision) ? "decisions" : "latents";

    /// <summary>Whether an expression reads an array, directly or through the indices of another.</summary>
    public bool Reads(Expr expression, int array) => ReadsOf(expression, array).Any();

    /// <summary>The reads of an array in an expression.</summary>
    public IEnumerable<Node> ReadsOf(Expr expression, int array)
    {
        HashSet<int> seen = [];
        Stack<int> open = new([Graph.Id(expression)]);
        while (open.Count > 0)
        {
            var id = open.Pop();
            if (!seen.Add(id))
            {
                continue;
            }

            var node = Graph[id];
            if (node.Kind == NodeKind.Read && node.Symbol == array)
            {
                yield return node;
            }

            foreach (var argument in node.Arguments)
            {
                open.Push(argument);
            }
        }
    }

    /// <summary>The checks of lengths since the last time, which belong to the section that has been read.</summary>
    public EquatableArray<LengthCheck> TakeLengthChecks()
    {
        var taken = LengthChecks.ToEquatableArray();
        LengthChecks.Clear();
        return taken;
    }

    /// <summary>An array as the model declares it; a parameter of type <c>Dim</c> of the same size labels an extent.</summary>
    public ArrayDeclaration Declaration(ArrayDraft array) => new(
        array.Name, array.Role, array.IsInteger, array.Extents.Select(Graph.Id).ToEquatableArray(), array.Extents.Select(Label).ToEquatableArray())
    {
        IsOrderedByData = array.IsOrderedByData,
    };

    private int Label(Expr extent) =>
        Length.IsSize(extent, out var size, out var offset) && offset == 0
            ? Parameters.FindIndex(p => p.Type == ParameterType.Dim && Sizes.Representative(p.Sizes[0]) == size)
            : -1;
}
