using System.Collections.Generic;
using System.Linq;
using Gen.Compiler.Definitions;
using Gen.Compiler.Ir;

namespace Gen.Compiler.Analysis;

/// <summary>
/// Which values of a program may underflow to 0, or overflow, though their logarithms are numbers like others. Of an exponential alone that does no harm, since a
/// density computes with its exponent; what arithmetic makes of exponentials, as of two scales their product, has no such form.
/// </summary>
internal sealed class Magnitudes
{
    private readonly Graph graph;
    private readonly ILookup<int, int> assigned;
    private readonly HashSet<int> exponentials;
    private readonly Dictionary<int, bool> areWithinRange = [];
    private readonly Dictionary<int, bool> areOfExponentials = [];

    /// <summary>Looks at a program whose latents have been transformed, or not.</summary>
    public Magnitudes(Program program)
    {
        graph = program.Graph;
        assigned = Program.Flatten(program.Steps).OfType<AssignStep>().ToLookup(step => step.Array, step => step.Value);
        exponentials = [.. Program.Flatten(program.Model.Steps).OfType<SampleStep>()
            .Where(sample => IsUnbounded(sample.Density)).Select(sample => sample.Array)];
    }

    /// <summary>Whether a value neither underflows nor overflows, or is an exponential alone.</summary>
    public bool IsWithinRange(int id)
    {
        if (!areWithinRange.TryGetValue(id, out var result))
        {
            areWithinRange.Add(id, true);
            areWithinRange[id] = result = !IsOfExponentials(id) || graph[id] switch
            {
                { Kind: NodeKind.Read, Symbol: var array } => exponentials.Contains(array) || assigned[array].All(IsWithinRange),
                var node => node is { Kind: NodeKind.Apply, Operation: Operation.Exp },
            };
        }

        return result;
    }

    /// <summary>Whether a latent is on one side of an end, from which an exponential leads to it.</summary>
    private static bool IsUnbounded(Density density) => DistributionDefinition.Find(density) is { Attribute: var attribute }
        ? attribute.Support is Support.Positive or Support.NonNegative or Support.PositiveOrdered || (attribute.Support == Support.Interval && attribute.Upper is null)
        : density.Arguments.Count < 2;

    /// <summary>Whether a value is an exponential, or what arithmetic makes of some.</summary>
    private bool IsOfExponentials(int id)
    {
        if (!areOfExponentials.TryGetValue(id, out var result))
        {
            areOfExponentials.Add(id, false);
            areOfExponentials[id] = result = graph[id] switch
            {
                { Kind: NodeKind.Read, Symbol: var array } => exponentials.Contains(array) || assigned[array].Any(IsOfExponentials),
                { Kind: NodeKind.Apply, Operation: Operation.Exp } => true,
                {
                    Kind: NodeKind.Apply, Operation: Operation.Add or Operation.Subtract or Operation.Multiply or Operation.Divide or Operation.Negate or Operation.Square
                        or Operation.Sqrt or Operation.Pow or Operation.Abs or Operation.Max or Operation.Min or Operation.Where or Operation.Detach,
                } node => node.Arguments.Any(IsOfExponentials),
                { IsReduction: true } node => IsOfExponentials(node.Arguments[0]),
                _ => false,
            };
        }

        return result;
    }
}
