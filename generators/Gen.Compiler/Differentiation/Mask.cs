using System;
using System.Collections.Generic;
using System.Linq;
using Gen.Compiler.Ir;

namespace Gen.Compiler.Differentiation;

/// <summary>How a value that is not finite can leave a log-density finite, so that the adjoint of it is 0 where its own derivatives are infinite.</summary>
[Flags]
internal enum Mask
{
    None = 0,

    /// <summary>A function downstream no longer moves at infinity: exp(−∞) is 0, and so is its slope.</summary>
    Saturated = 1,

    /// <summary>A choice downstream may leave the value aside, whatever it is.</summary>
    Chosen = 2,

    /// <summary>There is a way to the target on which no exponential stands: a value that is far out moves the target, and is no weight that is 0.</summary>
    Direct = 4,
}

/// <summary>Whether anything downstream of an array's elements masks them: found by iteration backwards over the steps.</summary>
internal sealed class Masks
{
    private readonly Graph graph;
    private readonly Mask[] arrays;

    public Masks(Program program)
    {
        graph = program.Graph;
        arrays = new Mask[program.Arrays.Count];
        Step[] steps = [.. Program.Flatten(program.Steps).Where(step => step is not LoopStep)];
        while (Update(program, steps))
        {
        }
    }

    /// <summary>What masks an array's elements.</summary>
    public Mask OfArray(int array) => arrays[array];

    /// <summary>What masks an argument of an operation whose value is masked.</summary>
    public static Mask Through(Operation operation, int argument, Mask mask)
    {
        // What a value does not move by has no part in its derivatives.
        var ends = operation == Operation.Exp || OperationTable.Row(operation).Partials[argument] is null;
        return (ends ? mask & ~Mask.Direct : mask) | Of(operation, argument);
    }

    /// <summary>What an operation does to an argument that is not finite.</summary>
    private static Mask Of(Operation operation, int argument) => operation switch
    {
        Operation.Where when argument > 0 => Mask.Chosen,
        Operation.Max or Operation.Min => Mask.Saturated | Mask.Chosen,
        Operation.Divide when argument == 1 => Mask.Saturated,
        Operation.Add or Operation.Subtract or Operation.Multiply or Operation.Divide or Operation.Negate or Operation.Square or Operation.Sqrt
            or Operation.Log or Operation.Log1p or Operation.Abs or Operation.Logit or Operation.LogGamma => Mask.None,
        _ => Mask.Saturated,
    };

    private bool Update(Program program, Step[] steps)
    {
        var before = arrays.ToArray();
        foreach (var step in Enumerable.Reverse(steps))
        {
            if (step is AssignStep assign)
            {
                var isTarget = program.Arrays[assign.Array].Role == ArrayRole.Target;
                Spread(assign.Value, (isTarget ? Mask.Direct : arrays[assign.Array]) | (assign.Guard < 0 ? Mask.None : Mask.Chosen));
            }
            else
            {
                var mask = Dependence.Writes(step).Aggregate(Mask.None, (all, array) => all | arrays[array]);
                foreach (var array in Dependence.OperandsRead(step))
                {
                    arrays[array] |= mask;
                }
            }
        }

        return !before.SequenceEqual(arrays);
    }

    private void Spread(int root, Mask mask)
    {
        var masks = new Dictionary<int, Mask> { [root] = mask };
        foreach (var id in Dependence.Reachable(graph, [root]).Reverse().Where(masks.ContainsKey))
        {
            var node = graph[id];
            if (node.Kind == NodeKind.Read)
            {
                arrays[node.Symbol] |= masks[id];
            }

            for (var i = 0; i < node.Arguments.Count; i++)
            {
                var own = node.Kind == NodeKind.Apply ? Through(node.Operation, i, masks[id]) : node.Kind is NodeKind.Maximum or NodeKind.Minimum ? masks[id] | Mask.Saturated | Mask.Chosen : masks[id];
                masks[node.Arguments[i]] = (masks.TryGetValue(node.Arguments[i], out var others) ? others : Mask.None) | own;
            }
        }
    }
}
