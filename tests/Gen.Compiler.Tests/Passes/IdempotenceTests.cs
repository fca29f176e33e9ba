using System.Linq;
using Gen.Compiler.Ir;
using Gen.Compiler.Tests.Emission;
using Xunit;

namespace Gen.Compiler.Tests.Passes;

/// <summary>A pass that brings programs into a form leaves those that are in it as they are.</summary>
public sealed class IdempotenceTests
{
    private static readonly string[] Idempotent =
    [
        "Expand densities", "Turn loops into maps", "Inline definitions", "Simplify", "Remove what is inlined", "Materialize", "Turn reverse loops into maps",
        "Combine", "Share reciprocals", "Remove dead",
    ];

    public static TheoryData<string, string> Cases
    {
        get
        {
            var cases = new TheoryData<string, string>();
            foreach (var model in KernelModels.All.Keys.Where(model => model != "Wide"))
            {
                foreach (var pass in Idempotent)
                {
                    cases.Add(model, pass);
                }
            }

            return cases;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_second_run_changes_nothing(string model, string pass)
    {
        var passes = Pipeline.LogDensity.ToList();
        var at = passes.FindIndex(own => own.Name == pass);
        Assert.True(at >= 0);
        var once = Pipeline.Run(Program.From(KernelModels.Read(model)), passes.Take(at + 1));
        Assert.Equal(IrPrinter.Print(once), IrPrinter.Print(passes[at].Run(once)));
    }
}
