using System.Linq;
using Gen.Generators.Tests.Harness;
using Xunit;

namespace Gen.Generators.Tests.EndToEnd;

public class CompilationTests
{
    public static TheoryData<string> Names => new(ModelTexts.All.Keys.Order());

    [Theory]
    [MemberData(nameof(Names))]
    public void What_is_generated_compiles_with_warnings_on(string name)
    {
        var text = ModelTexts.All[name];
        var run = GeneratorRun.Of((name + ".cs", text));
        Assert.Empty(run.Result.Diagnostics.Select(diagnostic => diagnostic.GetMessage()));
        Assert.Empty(SourceCompilation.Problems(SourceCompilation.Of(
            [(name + ".cs", text), .. run.Files.Select(file => (file.Key, SourceCompilation.WithWarnings(file.Value)))])));
    }
}
