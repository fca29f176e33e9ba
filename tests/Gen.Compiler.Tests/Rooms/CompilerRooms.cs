using System;
using System.Collections.Generic;
using System.Linq;

namespace Gen.Compiler.Tests.Rooms;

/// <summary>The rooms of the compiler, each built on those before it. A file stands in the innermost room that holds it.</summary>
internal static class CompilerRooms
{
    private const string Compiler = "generators/Gen.Compiler/";

    /// <summary>
    /// The rooms in their order. The readers of a body call each other, as a grammar's rules do (a loop holds statements, these hold expressions, and a
    /// user's method called in one is statements again): they are one room, whatever chapters it has.
    /// </summary>
    public static IReadOnlyList<string> InOrder { get; } =
    [
        // What distributions are written in, and what they are.
        "src/Gen.Definitions/Supports",
        Compiler + "Arithmetic",
        Compiler + "Ir/Foundations",
        Compiler + "Ir/Expressions",
        Compiler + "Ir/Steps",
        Compiler + "Ir/Vectors",
        Compiler + "Ir/Models",
        Compiler + "Ir/Dataflow",
        "src/Gen.Definitions",
        Compiler + "Definitions",

        // What a program means, and what is known of its values.
        Compiler + "Interpretation",
        Compiler + "Analysis",

        // From a method to a model.
        Compiler + "Reading/Rules",
        Compiler + "Reading/Drafts",
        Compiler + "Reading/Body",
        Compiler + "Reading/Completion",
        Compiler + "Reading/Models",
        Compiler + "Judgement",

        // From a model to a program that computes what is wanted.
        Compiler + "Passes/Simplification",
        Compiler + "Passes/Arrays",
        Compiler + "Passes/Lowering",
        Compiler + "Differentiation",
        Compiler + "Pipeline.cs",

        // From a program to code.
        Compiler + "Scheduling",
        Compiler + "Emission/Writing",
        Compiler + "Emission/Kernels",
        Compiler + "Emission/Checks",
        Compiler + "Emission/Data",
        Compiler + "Emission/Simulation",
        Compiler + "Emission/Evaluators",
        Compiler + "Emission",
        Compiler + "Emission/Surface",
    ];

    /// <summary>The place of a file's room in the order, or −1 where it is in none.</summary>
    public static int Of(string file) =>
        Enumerable.Range(0, InOrder.Count).Where(i => file == InOrder[i] || file.StartsWith(InOrder[i] + "/", StringComparison.Ordinal))
            .OrderByDescending(i => InOrder[i].Length).Append(-1).First();
}
