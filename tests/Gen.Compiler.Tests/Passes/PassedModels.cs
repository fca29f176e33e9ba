using System.Collections.Generic;
using System.Linq;
using Gen.Compiler.Ir;
using Gen.Compiler.Passes;
using Gen.Compiler.Tests.Reading;
using Xunit;

namespace Gen.Compiler.Tests.Passes;

/// <summary>Programs as they are after a named pass of the pipeline, from the text of a model's body.</summary>
internal static class PassedModels
{
    /// <summary>The log-density of a model after the first pass called <paramref name="pass"/>.</summary>
    public static Program LogDensity(string pass, string parameters, string statements)
    {
        var result = ReadModels.Body(parameters, statements);
        Assert.Empty(result.Diagnostics);
        return Pipeline.LogDensity.Through(Program.From(result.Model!), pass);
    }

    /// <summary>The first objective among <paramref name="members"/> after the first pass called <paramref name="pass"/>; before all passes where it is empty.</summary>
    public static Program Objective(string pass, string parameters, string statements, string members)
    {
        var result = ReadModels.Body(parameters, statements, members);
        Assert.Empty(result.Diagnostics);
        var program = BindObjective.Run(result.Model!, result.Model!.Objectives[0]);
        return pass.Length == 0 ? program : Pipeline.Objective.Through(program, pass);
    }

    /// <summary>The pass of the log-density's pipeline that has a name.</summary>
    public static Pass Named(string pass) => Pipeline.LogDensity.Single(own => own.Name == pass);

    /// <summary>Requires what a program prints.</summary>
    public static void Prints(this Program program, string expected) => Assert.Equal(expected.ReplaceLineEndings("\n"), IrPrinter.Print(program));

    private static Program Through(this IReadOnlyList<Pass> pipeline, Program program, string pass)
    {
        Assert.Contains(pipeline, own => own.Name == pass);
        return Pipeline.Run(program, pipeline.TakeWhile(own => own.Name != pass).Append(pipeline.First(own => own.Name == pass)));
    }
}
