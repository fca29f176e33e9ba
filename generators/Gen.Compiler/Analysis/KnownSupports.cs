using System.Linq;
using Gen.Compiler.Definitions;
using Gen.Compiler.Ir;

namespace Gen.Compiler.Analysis;

/// <summary>What is known of the values of a program whatever its latents are: where that is enough, no code asks.</summary>
/// <param name="program">The program.</param>
/// <param name="ranges">The ranges of its values.</param>
/// <param name="magnitudes">Which of them neither underflow nor overflow; null where it is mathematics that is asked.</param>
internal sealed class KnownSupports(Program program, RangeAnalysis ranges, Magnitudes? magnitudes = null)
{
    /// <summary>Whether a parameter lies in its set.</summary>
    public bool IsKnown(RequiredParameter parameter) =>
        parameter.Requires is Support.Simplex or Support.Ordered ? IsElement(parameter) : IsIn(parameter.Requires, parameter.Node);

    /// <summary>Whether a condition holds.</summary>
    public bool Holds(Expr condition)
    {
        if (condition.IsConstant(out var value))
        {
            return value != 0;
        }

        if (condition.Is(Operation.And))
        {
            return Holds(condition.Argument(0)) && Holds(condition.Argument(1));
        }

        if (condition.Is(Operation.Equal))
        {
            return (condition.Argument(1).Is(Operation.Floor) && condition.Argument(1).Argument(0).Equals(condition.Argument(0)) && IsWhole(condition.Argument(0).Id))
                || (condition.Argument(1).IsNumber(0) && condition.Argument(0).Node is { Kind: NodeKind.Sum } sum && program.Graph.Wrap(sum.Arguments[0]) is var body
                    && body.Is(Operation.Where) && body.Argument(1).IsNumber(0) && Holds(body.Argument(0)));
        }

        if (!condition.Is(Operation.Less) && !condition.Is(Operation.LessOrEqual))
        {
            return false;
        }

        var (a, b) = (condition.Argument(0), condition.Argument(1));
        if (condition.Is(Operation.LessOrEqual) && b.IsNumber(double.MaxValue))
        {
            // Latents and data are finite.
            return magnitudes?.IsWithinRange(a.Id) == true;
        }

        var (left, right) = (ranges.Of(a.Id), ranges.Of(b.Id));

        // Of what is not a number, or never assigned, nothing is known.
        return !left.Interval.IsEmpty && !right.Interval.IsEmpty && (condition.Is(Operation.Less)
            ? left.Interval.High < right.Interval.Low || (left.Interval.High <= 0 && right.IsPositive && IsWithinRange(b.Id))
            : left.Interval.High <= right.Interval.Low);
    }

    /// <summary>Whether what is positive in mathematics is so when it is computed.</summary>
    private bool IsWithinRange(int node) => magnitudes?.IsWithinRange(node) != false;

    private bool IsIn(Support support, int node)
    {
        var range = ranges.Of(node);
        return !range.Interval.IsEmpty && support switch
        {
            Support.Positive => (range.IsPositive || range.Interval.Low > 0) && IsWithinRange(node),
            Support.NonNegative or Support.Unit => !Supports.Exceeds(support, range.Interval),
            Support.Count or Support.PositiveCount => !Supports.Exceeds(support, range.Interval) && IsWhole(node),
            Support.Integer => IsWhole(node),
            _ => false,
        };
    }

    /// <summary>Whether a node is a whole number.</summary>
    private bool IsWhole(int node) => program.Graph[node] switch
    {
        { Kind: NodeKind.Constant } constant => constant.Value % 1 == 0,
        { Kind: NodeKind.Size or NodeKind.Index } => true,
        { Kind: NodeKind.Read } read => program.Arrays[read.Symbol].IsInteger,
        { Kind: NodeKind.Apply, Operation: Operation.Add or Operation.Subtract or Operation.Multiply or Operation.Negate } sum => sum.Arguments.All(IsWhole),
        { Kind: NodeKind.Apply, Operation: Operation.Floor } => true,
        _ => false,
    };

    /// <summary>Whether the elements are those of a latent that lies in the set.</summary>
    private bool IsElement(RequiredParameter parameter)
    {
        var graph = program.Graph;
        return parameter.Axes.Count == 1 && graph[parameter.Node] is { Kind: NodeKind.Read, Arguments.Count: > 0 } read
            && read.Arguments[read.Arguments.Count - 1] == graph.Id(graph.Index(parameter.Axes[0]))
            && graph.Axes[parameter.Axes[0]] is var axis && axis.Upper == program.Arrays[read.Symbol].Extents[read.Arguments.Count - 1] && graph.Wrap(axis.Lower).IsNumber(0)
            && Program.Flatten(program.Model.Steps).OfType<SampleStep>().Where(sample => sample.Array == read.Symbol).ToArray() is { Length: > 0 } samples
            && samples.All(sample => IsWithin(sample.Restriction ?? DistributionDefinition.Find(sample.Density)?.Attribute.Support, parameter.Requires));
    }

    private static bool IsWithin(Support? support, Support requires) => support == requires || (support == Support.PositiveOrdered && requires == Support.Ordered);
}
