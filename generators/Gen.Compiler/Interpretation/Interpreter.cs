using System;
using System.Collections.Generic;
using System.Linq;
using Gen.Compiler.Ir;

namespace Gen.Compiler.Interpretation;

/// <summary>
/// The meaning of a program, spelt out: it runs assignments and loops one element at a time on doubles. Tests run it before and after each pass and
/// against emitted code, with which it shares nothing but <see cref="OperationTable.Evaluate"/>.
/// </summary>
public static class Interpreter
{
    /// <summary>The final elements of every array, row by row, by array index; a log-density is the one element of the array of role <see cref="ArrayRole.Target"/>.</summary>
    /// <exception cref="IndexOutOfRangeException">An element outside an array is read or written; the message names both.</exception>
    /// <exception cref="NotSupportedException">A step is neither assignment nor loop.</exception>
    public static IReadOnlyList<double[]> Run(Program program, Bindings bindings)
    {
        var given = bindings.Values.ToDictionary(pair => pair.Key, pair => Array.ConvertAll(pair.Value, v => (Dual)v));
        var evaluation = new Evaluation(program, bindings.Sizes, given);
        evaluation.Run([.. Program.WithoutRequirements(program.Model.Prepared.SelectMany(prepared => prepared.Steps))]);
        evaluation.Run(program.Steps);
        return [.. program.Arrays.Select((_, array) => Array.ConvertAll(evaluation.Memory[array], element => element.Value))];
    }

    /// <summary>The log-density (or utility) after a run.</summary>
    public static double Value(Program program, Bindings bindings) => Run(program, bindings)[Target(program)][0];

    /// <summary>The index of the one array of role <see cref="ArrayRole.Target"/>.</summary>
    public static int Target(Program program) => Enumerable.Range(0, program.Arrays.Count).Single(array => program.Arrays[array].Role == ArrayRole.Target);
}
