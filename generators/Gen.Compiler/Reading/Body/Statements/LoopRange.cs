using System.Linq;
using Gen.Compiler.Ir;
using Microsoft.CodeAnalysis.Operations;

namespace Gen.Compiler.Reading;

/// <summary>Finds the positions of loops: an axis for each, as long as the longest where a loop around decides its ends.</summary>
internal sealed class LoopRange(BodyReader body)
{
    /// <summary>Loops have copies of axes from here on while they are read, apart from those of vector expressions inside them.</summary>
    public const int FirstCopy = 100;

    private Graph Graph => body.Draft.Graph;

    /// <summary>
    /// The loop's axis and the value of its variable along it. Bounds that vary with an outer loop are widened to their extremes, and a guard keeps to them; a loop
    /// that begins below 0 has an axis from 0, since what varies along an axis is stored by position.
    /// </summary>
    public (int Axis, Expr Index, Expr? Guard) Of(IForLoopOperation loop, LoopHeader header)
    {
        var copy = FirstCopy + body.Scope.Loops.Count;
        var (lower, upper) = (Graph.Wrap(Graph.Id(header.Lower)), Graph.Wrap(Graph.Id(header.Upper)));
        foreach (var bound in new[] { lower, upper })
        {
            if (body.Draft.DependsOn(bound) is { } latent)
            {
                throw Refusal.Of(Rules.BoundsOnLatents, loop.Condition ?? loop, $"'{latent}'");
            }
        }

        (lower, upper) = (body.Preparations.Length(lower), body.Preparations.Length(upper));
        var (least, greatest) = (body.Preparations.Length(Extreme(lower, NodeKind.Minimum)), body.Preparations.Length(Extreme(upper, NodeKind.Maximum)));
        if (body.Preparations.IsTooLate(least) || body.Preparations.IsTooLate(greatest))
        {
            throw Refusal.Unsupported(
                loop.Condition ?? loop, $"'{SourceText.OneLine((loop.Condition ?? loop).Syntax)}', whose ends no data tell before the statements around it are carried out,",
                "How often a loop runs is known beforehand: take its ends from data of the model, the variable of a loop around it, or sums of them.");
        }

        var shift = least.IsConstant(out var constant) && constant < 0 ? least : Graph.Constant(0);
        body.Requirements.FirstPass(loop.Condition ?? loop, least - shift, greatest - shift);
        var axis = Graph.Axis(Graph.Id(least - shift), Graph.Id(least.Equals(shift) ? NonNegative(greatest - shift) : greatest - shift), copy);
        var index = Graph.Wrap(Graph.Id(Graph.Index(axis) + shift));
        Expr? guard = null;
        if (!least.Equals(lower))
        {
            guard = Graph.Apply(Operation.LessOrEqual, lower, index);
        }

        if (!greatest.Equals(upper))
        {
            var below = Graph.Apply(Operation.Less, index, upper);
            guard = guard is { } above ? Graph.Apply(Operation.And, above, below) : below;
        }

        return (axis, index, guard);
    }

    /// <summary>
    /// The greatest that a length is over the passes of the loops around, or the length itself where it is the same in all of them. Where that needs a loop which
    /// nothing carries out in time, as over the length of a decision, something that is no less.
    /// </summary>
    /// <exception cref="Refusal">Nothing in time is no less.</exception>
    public Expr Widest(Expr length)
    {
        if (Graph.FreeAxes(Graph.Id(length)) == 0)
        {
            return length;
        }

        Expr Greatest(Expr of) => body.Preparations.Length(Extreme(Graph.Wrap(Graph.Id(of)), NodeKind.Maximum));
        var greatest = Greatest(length);
        greatest = body.Preparations.IsTooLate(greatest) ? Greatest(Relaxed(length)) : greatest;
        return body.Preparations.IsTooLate(greatest) ? throw VaryingLengths.Refused(body.Draft, body.Draft.Site) : NonNegative(greatest);
    }

    /// <summary>A length with one of two numbers in the place of the greater that is taken away, and of the smaller that is added: a number if it is one.</summary>
    private Expr Relaxed(Expr length)
    {
        var form = LinearForm.Of(Graph.Wrap(Graph.Id(length)));
        Expr sum = form.Constant;
        foreach (var (id, factor) in form.Terms.Select(term => (term.Key, term.Value)))
        {
            var term = Graph.Wrap(id);
            var isChoice = factor < 0 ? term.Is(Operation.Max) : term.Is(Operation.Min);
            sum += factor * (!isChoice ? term : term.Argument(0).IsConstant(out _) ? term.Argument(0) : term.Argument(1));
        }

        return sum;
    }

    private Expr NonNegative(Expr length) => LinearForm.IsAtMost(Graph, 0, length) ? length : Graph.Wrap(Graph.Id(Graph.Apply(Operation.Max, length, 0)));

    /// <summary>The least or greatest of a bound over the passes of the loops around that are made.</summary>
    private Expr Extreme(Expr bound, NodeKind kind)
    {
        var inner = 0UL;
        foreach (var loop in Enumerable.Reverse(body.Scope.Loops))
        {
            inner |= 1UL << loop.Axis;
            if (!Graph.Varies(bound.Id, loop.Axis))
            {
                continue;
            }

            var (lower, upper) = (Graph.Wrap(Graph.Axes[loop.Axis].Lower), Graph.Wrap(Graph.Axes[loop.Axis].Upper));
            var shifted = LinearForm.Of(bound).Extreme(kind == NodeKind.Maximum, axis => axis == loop.Axis ? (lower, upper - 1) : null);
            bound = shifted ?? Reduced(kind, loop.Axis, bound, inner & ~(1UL << loop.Axis));
            bound = Graph.Wrap(Graph.Id(bound));
        }

        return bound;
    }

    /// <summary>The extreme along a loop's axis where its passes are made; what loops inside it decide says nothing of that, since they may make another.</summary>
    private Expr Reduced(NodeKind kind, int axis, Expr bound, ulong inner)
    {
        var made = body.Scope.Guards.Where(guard => Graph.Varies(Graph.Id(guard), axis) && (Graph.FreeAxes(Graph.Id(guard)) & inner) == 0).ToArray();
        return Graph.Reduce(kind, axis, made.Length == 0 ? bound : Graph.Apply(
            Operation.Where, made.Aggregate((a, b) => Graph.Apply(Operation.And, a, b)), bound, kind == NodeKind.Maximum ? double.NegativeInfinity : double.PositiveInfinity));
    }
}
