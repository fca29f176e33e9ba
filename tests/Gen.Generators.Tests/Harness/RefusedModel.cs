using System;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Testing;

namespace Gen.Generators.Tests.Harness;

/// <summary>
/// Source with a model that the generator refuses where <c>{|GEN0000:…|}</c> marks it. C# says nothing of what is generated for it, but for errors that are marked too.
/// </summary>
internal sealed class RefusedModel : CSharpSourceGeneratorTest<ModelGenerator, DefaultVerifier>
{
    // The library would download those of a framework; the one that runs is here.
    private static readonly ReferenceAssemblies NoPackage = new("net10.0");

    private RefusedModel(string marked, string reason)
    {
        ReferenceAssemblies = NoPackage;
        TestState.AdditionalReferences.AddRange(SourceCompilation.References.Value);
        TestBehaviors = TestBehaviors.SkipGeneratedSourcesCheck;
        TestCode = marked;
        DiagnosticVerifier = (actual, _, verifier) => verifier.True(actual.Id != "GEN0000" || actual.GetMessage().Contains(reason, StringComparison.Ordinal), actual.GetMessage());
    }

    /// <summary>Requires what the source marks and nothing else, and that the generator's message contains the reason.</summary>
    public static Task IsMarked(string marked, string reason) => new RefusedModel(marked, reason).RunAsync();

    protected override ParseOptions CreateParseOptions() => SourceCompilation.Parsing;

    protected override CompilationOptions CreateCompilationOptions() => SourceCompilation.Options;
}
