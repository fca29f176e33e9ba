using System.Collections.Generic;
using System.Linq;
using Gen.Compiler.Ir;

namespace Gen.Compiler.Passes;

/// <summary>Steps whose arrays nothing reads go, unless the arrays are what the program is for.</summary>
public static class RemoveDead
{
    /// <summary>Runs the pass; <paramref name="isResult"/> tells which arrays are wanted.</summary>
    public static Program Run(Program program, System.Func<Program, ArrayDeclaration, bool> isResult) => Run(program, array => isResult(program, program.Arrays[array]));

    /// <summary>Runs the pass; <paramref name="isResult"/> tells by its index whether an array is wanted.</summary>
    public static Program Run(Program program, System.Func<int, bool> isResult)
    {
        var needed = new HashSet<int>(Enumerable.Range(0, program.Arrays.Count).Where(isResult));
        int before;
        do
        {
            before = needed.Count;
            foreach (var step in program.Steps.Where(step => Dependence.Writes(step).Any(needed.Contains)))
            {
                needed.UnionWith(Dependence.Reads(program.Graph, step));
            }
        }
        while (needed.Count > before);
        return program with { Steps = [.. program.Steps.Where(step => Dependence.Writes(step).Any(needed.Contains))] };
    }
}
