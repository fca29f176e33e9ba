using System.Collections.Generic;
using System.Linq;
using Gen.Compiler.Ir;

namespace Gen.Compiler.Passes;

/// <summary>Several additions to one scalar outside loops become one, so that what they share is seen.</summary>
public static class CombineScalars
{
    /// <summary>Runs the pass.</summary>
    public static Program Run(Program program)
    {
        var graph = program.Graph;
        bool IsAddition(Step step) => step is AssignStep { Accumulate: true, Guard: < 0, Axes.Count: 0, Indices.Count: 0 };
        var totals = program.Steps.Where(IsAddition).Cast<AssignStep>().GroupBy(step => step.Array)
            .ToDictionary(group => group.Key, group => group.Aggregate((Expr)0, (sum, step) => sum + graph.Wrap(step.Value)));

        // The sum stands where its last part stood: everything that the parts read has been computed by then.
        var last = program.Steps.Where(IsAddition).Cast<AssignStep>().GroupBy(step => step.Array).ToDictionary(group => group.Key, group => group.Last());
        var steps = new List<Step>();
        foreach (var step in program.Steps)
        {
            if (!IsAddition(step))
            {
                steps.Add(step);
            }
            else if (step is AssignStep assign && ReferenceEquals(assign, last[assign.Array]))
            {
                steps.Add(assign with { Value = graph.Id(totals[assign.Array]) });
            }
        }

        return program with { Steps = steps };
    }
}
