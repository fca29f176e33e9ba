using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Gen.Compiler.Ir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Gen.Compiler.Reading;

/// <summary>Reads what is computed from data before anything else: lengths that reductions of data decide, and calls of methods that are not read.</summary>
internal sealed class PreparationReader(BodyReader body)
{
    /// <summary>The rules whose breach makes a method unreadable, and no less able to run.</summary>
    private static readonly HashSet<Rule> Unreadable =
    [
        Rules.UnsupportedConstruct, Rules.UnreadableMethod, Rules.Recursion, Rules.AssignedData, Rules.ElementAssignedAgain, Rules.StaleValue, Rules.InaccessibleMethod,
    ];

    // What the extremes of nothing are taken for: integers whose differences are still integers, and no range runs from the one to the other.
    private const double Lowest = -(1 << 30), Highest = 1 << 30;

    private readonly Dictionary<int, int> numbers = [];
    private readonly Dictionary<(int Node, ParameterType Type), int> arguments = [];

    private Draft Draft => body.Draft;

    private Graph Graph => body.Draft.Graph;

    /// <summary>A length as whatever declares arrays and loops can compute it: what it needs a loop for is prepared beforehand.</summary>
    public Expr Length(Expr length)
    {
        var id = Graph.Id(length);
        var node = Graph[id];
        if (Graph.FreeAxes(id) == 0 && (node.IsReduction || IsComputed(node)))
        {
            return CanPrepare([id]) ? Number(id) : Graph.Wrap(id);
        }

        return node.Kind == NodeKind.Apply ? Graph.Apply(node.Operation, [.. node.Arguments.Select(argument => Length(Graph.Wrap(argument)))]) : Graph.Wrap(id);
    }

    /// <summary>Forgets what was prepared in arrays that have been forgotten.</summary>
    public void Return(int arrays)
    {
        foreach (var number in numbers.Where(entry => entry.Value >= arrays).ToList())
        {
            numbers.Remove(number.Key);
        }

        foreach (var argument in arguments.Where(entry => entry.Value >= arrays).ToList())
        {
            arguments.Remove(argument.Key);
        }
    }

    /// <summary>What a method returns that is called with data alone.</summary>
    /// <param name="call">The call.</param>
    /// <param name="unreadable">Why the method cannot be read in its place.</param>
    /// <exception cref="Refusal">It is given something else than data, or cannot be called from outside.</exception>
    public Value Call(IInvocationOperation call, Refusal unreadable)
    {
        var method = call.TargetMethod;
        if (!Unreadable.Contains(unreadable.Diagnostic!.Rule) || !method.IsStatic || method.ContainingType is null || ParameterReader.TypeOf(method.ReturnType) is not { } type || type == ParameterType.Dim)
        {
            throw unreadable;
        }

        List<PreparedArgument> arguments = [];
        foreach (var argument in call.Arguments.Where(argument => argument.ArgumentKind != ArgumentKind.DefaultValue))
        {
            arguments.Add(Argument(call, argument, unreadable));
        }

        var given = call.Arguments.Where(argument => argument.ArgumentKind != ArgumentKind.DefaultValue).Select(argument => argument.Parameter!);
        var (code, forward) = MethodReach.Of(body, call, method, given);
        var prepared = new PreparedCall(code, arguments.ToEquatableArray(), forward);
        if (Draft.Prepared.FirstOrDefault(known => prepared.Equals(known.Call)) is { } same)
        {
            return body.Alignment.Whole(same.Array, []);
        }

        var name = Camel(method.Name);
        var sizes = ParameterReader.SizeNames(name, type).Select(Draft.Sizes.Add).ToImmutableArray();
        var array = Draft.AddArray(name, ArrayRole.Prepared, [.. sizes.Select(Draft.Size)], ParameterReader.IsInteger(type));
        Draft.Prepared.Add(new(array, type, sizes.ToEquatableArray(), [], prepared));
        return body.Alignment.Whole(array, []);
    }

    private static string Camel(string name) => char.ToLowerInvariant(name[0]) + name.Substring(1);

    private PreparedArgument Argument(IInvocationOperation call, IArgumentOperation argument, Refusal unreadable)
    {
        var name = argument.Parameter!.Name;
        if (argument.Value.ConstantValue is { HasValue: true } constant && argument.Value.Type is { } constantType && argument.ArgumentKind == ArgumentKind.Explicit)
        {
            return new(name, -1, ParameterType.Real, Literal(constant.Value, constantType));
        }

        if (argument.ArgumentKind != ArgumentKind.Explicit || argument.Parameter.RefKind is not (RefKind.None or RefKind.In)
            || IndexReader.Bare(argument.Value).Type is not { } type || ParameterReader.TypeOf(type) is not { } own)
        {
            throw unreadable;
        }

        var value = body.Expressions.Read(argument.Value);
        if (Draft.DependsOn(value.Expr) is { } latent)
        {
            var isDecision = Draft.Arrays.Any(array => array.Name == latent && array.Role is ArrayRole.Decision or ArrayRole.Data);
            throw isDecision && unreadable.Diagnostic is { } reason
                ? Refusal.Of(Rules.UnreadableOfDecision, call, call.TargetMethod.Name, latent, reason.Message)
                : unreadable;
        }

        if (body.Scope.Loops.Any(loop => !value.Axes.Contains(loop.Axis) && Graph.Varies(Graph.Id(value.Expr), loop.Axis)))
        {
            throw Refusal.Unsupported(
                call, $"A call of '{call.TargetMethod.Name}' in every pass of a loop",
                "It cannot be read and is called once, when the model is constructed: call it before the loop with whole vectors, or write it in the language of models.");
        }

        own = own == ParameterType.Dim ? ParameterType.Integer : own;
        return new(name, Whole(value) ?? Elements(call, name, own, value, unreadable), own, string.Empty);
    }

    /// <summary>The array that a value is all of, or null.</summary>
    private int? Whole(Shaped value) =>
        value.Expr.Node is { Kind: NodeKind.Read } read && Draft.Arrays[read.Symbol].Role is ArrayRole.Data or ArrayRole.Prepared
        && value.Expr.Equals(body.Alignment.Whole(read.Symbol, []).Expr) && value.Axes.SequenceEqual(body.Alignment.Whole(read.Symbol, []).Axes)
            ? read.Symbol
            : null;

    /// <summary>Prepares an argument that is computed.</summary>
    private int Elements(IInvocationOperation call, string name, ParameterType type, Shaped value, Refusal unreadable)
    {
        if (arguments.TryGetValue((Graph.Id(value.Expr), type), out var known))
        {
            return known;
        }

        if (!CanPrepare([Graph.Id(value.Expr), .. value.Axes.Select(axis => Graph.Id(Graph.Length(axis)))]))
        {
            throw unreadable;
        }

        var array = Draft.AddArray(
            $"{Camel(call.TargetMethod.Name)}{char.ToUpperInvariant(name[0])}{name.Substring(1)}", ArrayRole.Prepared, [.. value.Axes.Select(Graph.Length)], ParameterReader.IsInteger(type));
        Prepare(array, type, value);
        arguments.Add((Graph.Id(value.Expr), type), array);
        return array;
    }

    private Expr Number(int id)
    {
        if (!numbers.TryGetValue(id, out var array))
        {
            var reads = Dependence.Reachable(Graph, [id]).Select(part => Graph[part]).ToList();
            var source = reads.Where(node => node.Kind == NodeKind.Read).Select(node => Draft.Arrays[node.Symbol].Name).DefaultIfEmpty("pass").First();
            var isInteger = reads.All(node => node.Kind != NodeKind.Read || Draft.Arrays[node.Symbol].IsInteger)
                && reads.All(node => node.Kind != NodeKind.Apply || node.Operation is Operation.Add or Operation.Subtract or Operation.Multiply or Operation.Negate or Operation.Min or Operation.Max or Operation.Where
                    or Operation.Less or Operation.LessOrEqual or Operation.Equal or Operation.And or Operation.Or or Operation.Not);
            var function = Graph[id].Kind switch { NodeKind.Maximum => "max", NodeKind.Minimum => "min", NodeKind.Sum => "sum", _ => "at" };
            array = Draft.AddArray($"{function}{char.ToUpperInvariant(source[0])}{source.Substring(1)}", ArrayRole.Prepared, [], isInteger);
            var number = Graph.Wrap(id);
            number = Graph[id].Kind switch { NodeKind.Maximum => Graph.Apply(Operation.Max, number, Lowest), NodeKind.Minimum => Graph.Apply(Operation.Min, number, Highest), _ => number };
            Prepare(array, isInteger ? ParameterType.Integer : ParameterType.Real, Shaped.Scalar(number));
            numbers.Add(id, array);
        }

        return Graph.Read(array);
    }

    /// <summary>Prepares integers that statements apart from the body's compute of data.</summary>
    /// <exception cref="Refusal">They are not made of data alone.</exception>
    public int Integers(string name, int source, IReadOnlyList<Step> steps)
    {
        var value = body.Alignment.Whole(source, []);
        body.Scope.Steps.AddRange(steps);
        try
        {
            if (!CanPrepare([.. steps.SelectMany(Roots), .. value.Axes.Select(axis => Graph.Id(Graph.Length(axis)))]))
            {
                throw new Refusal(null);
            }

            var array = Draft.AddArray(name, ArrayRole.Prepared, [.. value.Axes.Select(Graph.Length)], isInteger: true);
            Prepare(array, value.Rank == 1 ? ParameterType.IntegerVector : ParameterType.IntegerMatrix, value);
            return array;
        }
        finally
        {
            body.Scope.Steps.RemoveRange(body.Scope.Steps.Count - steps.Count, steps.Count);
        }
    }

    /// <summary>What a step computes, and the ends of its loops.</summary>
    private IEnumerable<int> Roots(Step step) => step is LoopStep loop
        ? loop.Body.SelectMany(Roots).Concat([Graph.Axes[loop.Axis].Lower, Graph.Axes[loop.Axis].Upper])
        : Dependence.Roots(step);

    private void Prepare(int array, ParameterType type, Shaped value)
    {
        var assign = new AssignStep(array, value.Axes.ToEquatableArray(), value.Axes.Select(axis => Graph.Id(Graph.Index(axis))).ToEquatableArray(), Graph.Id(value.Expr), false, -1, Draft.Site);
        Draft.Prepared.Add(new(array, type, [], Slice(assign).ToEquatableArray(), null));
    }

    /// <summary>Whether a value is made of what is there before anything else: data, and what the body computes of them outside loops.</summary>
    private bool CanPrepare(IEnumerable<int> roots)
    {
        var parts = new HashSet<int>(Dependence.Reachable(Graph, roots));
        for (var before = 0; parts.Count > before;)
        {
            // A sum goes as far as its axis does.
            before = parts.Count;
            parts.UnionWith(Dependence.Reachable(Graph, parts.Where(id => Graph[id].IsReduction).SelectMany(id => new[] { Graph.Axes[Graph[id].Symbol].Lower, Graph.Axes[Graph[id].Symbol].Upper }).ToArray()));
        }

        return parts.Select(id => Graph[id]).All(node => node.Kind switch
        {
            NodeKind.Size => !Draft.ObjectiveSizes.Contains(node.Symbol),
            NodeKind.Read => Draft.Arrays[node.Symbol] is { DependsOn: null } array && (array.Role is ArrayRole.Data or ArrayRole.Prepared || IsComputed(node) && !body.Scope.IsOpen(node.Symbol)),
            _ => true,
        });
    }

    /// <summary>Whether a length needs what is not computed by the time that it is asked for: a loop that is being read makes it as it goes, or an objective's own statements or arguments do.</summary>
    public bool IsTooLate(Expr length) => Dependence.Reachable(Graph, [Graph.Id(length)]).Any(id => IsComputed(Graph[id]) || Graph[id].IsReduction);

    /// <summary>Whether an element is one of an array that the body fills.</summary>
    public bool IsComputed(Node node) => node.Kind == NodeKind.Read && Draft.Arrays[node.Symbol].Role is ArrayRole.Local or ArrayRole.Deterministic;

    /// <summary>A step with those before it that compute what it reads.</summary>
    private List<Step> Slice(Step last)
    {
        List<Step> slice = [last];
        var needed = Dependence.Reads(Graph, last);
        foreach (var step in body.Scope.OutermostSteps.Reverse().Where(step => step is AssignStep or LoopStep or CallStep))
        {
            if (Dependence.Writes(step).Any(array => needed.Contains(array) && Draft.Arrays[array].Role is ArrayRole.Local or ArrayRole.Deterministic))
            {
                slice.Insert(0, step);
                needed.UnionWith(Dependence.Reads(Graph, step));
            }
        }

        slice.InsertRange(0, body.Elements.Zeros(needed, [.. slice]));
        return slice;
    }

    private static string Literal(object? value, ITypeSymbol type)
    {
        if (value is double.NaN or float.NaN or double.PositiveInfinity or double.NegativeInfinity or float.PositiveInfinity or float.NegativeInfinity)
        {
            var number = System.Convert.ToDouble(value, System.Globalization.CultureInfo.InvariantCulture);
            return $"{(value is float ? "float" : "double")}.{(double.IsNaN(number) ? nameof(double.NaN) : number > 0 ? nameof(double.PositiveInfinity) : nameof(double.NegativeInfinity))}";
        }

        var text = Microsoft.CodeAnalysis.CSharp.SymbolDisplay.FormatPrimitive(value!, quoteStrings: true, useHexadecimalNumbers: false) ?? "null";
        return type.TypeKind == TypeKind.Enum ? $"({type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat)})({text})"
            : value is double or float ? $"({type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat)})({text})" : text;
    }
}
