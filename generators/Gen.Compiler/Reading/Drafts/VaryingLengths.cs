using System.Collections.Generic;
using System.Linq;
using Gen.Compiler.Ir;

namespace Gen.Compiler.Reading;

/// <summary>Vectors whose lengths vary with the loops around them, such as <c>y[..t]</c>: statements of their elements are guarded by their lengths.</summary>
internal static class VaryingLengths
{
    /// <summary>Steps that leave out the positions which are none of a vector's.</summary>
    public static IEnumerable<Step> Guard(Draft draft, IEnumerable<Step> steps) => steps.Select(step => Guard(draft, step));

    /// <summary>The refusal of what needs one length for all passes of a loop.</summary>
    public static Refusal Refused(Draft draft, int site) => Refusal.Of(
        Rules.UnsupportedConstruct, draft.Places[site], "A vector or matrix whose length varies with a loop, kept, sampled, or given to linear algebra or a distribution of vectors,",
        "Sum over it, observe or assign its elements, or take the longest there is and leave out what is beyond with a condition.");

    private static Step Guard(Draft draft, Step step)
    {
        var graph = draft.Graph;
        if (step is LoopStep loop)
        {
            return loop with { Body = Guard(draft, loop.Body).ToEquatableArray() };
        }

        var inside = StepParts.Axes(step).Select(graph.Inside).OfType<Expr>().ToArray();
        if (step is SampleStep && inside.Length > 0 || StepParts.BoundAxes(step).Any(axis => graph.Inside(axis) is not null))
        {
            draft.Report(Refused(draft, step.Site), draft.Places[step.Site]);
            return step;
        }

        int And(int guard) => graph.Id(inside.Aggregate(guard < 0 ? (Expr?)null : graph.Wrap(guard), (all, one) => all is { } others ? Expr.Apply(Operation.And, others, one) : one)!.Value);
        return inside.Length == 0 ? step : step switch
        {
            ObserveStep observe => observe with { Guard = And(observe.Guard) },
            AssignStep assign => assign with { Guard = And(assign.Guard) },
            PotentialStep potential => potential with { Guard = And(potential.Guard) },
            _ => step,
        };
    }
}
