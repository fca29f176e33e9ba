using System;
using Xunit;

namespace Gen.Compiler.Tests.Harness;

public sealed class CompiledModelsTests
{
    [Fact]
    public void Several_sources_are_compiled_against_the_runtime_and_loaded()
    {
        using var compiled = CompiledModels.Compile(
            "namespace A; public static class First { public static double Half(Gen.Vector x) => x[0] / 2; }",
            "public static class Second { public static double Quarter(Gen.Vector x) => A.First.Half(x) / 2; }");
        Assert.Equal(1.0, compiled.Type("Second").GetMethod("Quarter")!.Invoke(null, [new Vector([4.0])]));
    }

    [Fact]
    public void A_warning_is_a_failure_and_quotes_its_line()
    {
        var error = Assert.Throws<CompilationException>(() => CompiledModels.Compile("public static class C { public static int M() { int unused; return 1; } }"));
        Assert.Equal("CS0168", Assert.Single(error.Problems).Id);
        Assert.Contains("int unused;", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_error_is_a_failure()
    {
        var error = Assert.Throws<CompilationException>(() => CompiledModels.Compile("public static class C { static double x = Gen.Missing.Y; }"));
        Assert.Contains(error.Problems, problem => problem.Id == "CS0234");
    }
}
