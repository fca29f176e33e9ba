extern alias families;

using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Gen.Generators.Tests.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;
using FamilyGenerator = families::Gen.Distributions.Generator.FamilyGenerator;

namespace Gen.Generators.Tests.Families;

/// <summary>What follows from a definition, and when it is written again. That it is right for the library's own is for the tests of its families.</summary>
public sealed class FamilyGeneratorTests
{
    private const string Definition =
        """
        namespace Gen.Distributions;

        /// <summary>
        /// The distance from the origin of a point whose <c>n</c> coordinates are normal with standard deviation <c>sigma</c>, or precision
        /// <c>tau</c> &gt; 0 (<c>x</c> is no parameter).
        /// </summary>
        /// <remarks>See <see cref="Gen.Vector"/>.</remarks>
        [Distribution(Support.Positive)]
        [Arguments("sigma", "n")]
        public static partial class Distance
        {
            /// <summary>The log-density.</summary>
            public static double LogDensity(
                double x, [Default(3), Requires(Support.PositiveCount)] double n, [Default(0.5), Requires(Support.Positive)] double sigma)
                => x;

            [Parameterization]
            public static double[] FromPrecision([Default(3), Requires(Support.PositiveCount)] double n, [Requires(Support.Positive)] double tau) => [n, 1 / tau];

            [Parameterization]
            public static double[] FromLog([Default(3), Requires(Support.PositiveCount)] double n, double logSigma) => [n, logSigma];

            public static double LogDensityFromLog(double x, double n, double logSigma) => x;
        }
        """;

    private const string Counts =
        """
        namespace Gen.Distributions;

        /// <summary>Ones.</summary>
        [Distribution(Support.Count)]
        public static partial class Ones
        {
            public static double LogDensity(double x, [Default(double.NegativeInfinity)] double lower, [Default(double.PositiveInfinity)] double upper) => 0;
        }

        /// <summary>Nothing.</summary>
        [Distribution(Support.Real)]
        public static partial class Nothing
        {
            public static double LogDensity(double x) => 0;
        }
        """;

    private const string Others =
        """
        using System;

        namespace Gen
        {
            [AttributeUsage(AttributeTargets.Class)]
            internal sealed class ArgumentsAttribute(params string[] names) : Attribute;
        }

        namespace Gen.Distributions
        {
            [Distribution(Support.Simplex)]
            public static partial class Shares
            {
                public static double LogDensity(Vector x, Vector a) => 0;
            }

            [Distribution(Support.Category)]
            public static partial class Classes
            {
                public static double LogDensity(double x, Vector p) => 0;
            }

            public static class Users
            {
                [Distribution(Support.Real)]
                public static double OwnLogDensity(double x, double mu) => x - mu;
            }
        }
        """;

    [Fact]
    public void A_definition_gives_overloads_with_documentation_and_a_family() => Snapshot.Verify(Files(Run())["Distance.g.cs"], "Distance");

    [Fact]
    public void Definitions_over_numbers_alone_are_written() =>
        Assert.Equal(["Distance.g.cs", "Nothing.g.cs", "Ones.g.cs"], Files(Run()).Keys.Order(StringComparer.Ordinal));

    [Fact]
    public void Without_parameters_there_is_one_overload()
    {
        var nothing = Files(Run())["Nothing.g.cs"];
        Assert.Contains("public static Univariate Nothing()\n", nothing, StringComparison.Ordinal);
        Assert.Contains("<remarks>It has no parameters.</remarks>", nothing, StringComparison.Ordinal);
        Assert.DoesNotContain("Elementwise", nothing, StringComparison.Ordinal);
        Assert.DoesNotContain("exception", nothing, StringComparison.Ordinal);
    }

    [Fact]
    public void Infinite_defaults_are_written_as_code_and_as_text()
    {
        var ones = Files(Run())["Ones.g.cs"];
        Assert.Contains("Ones(double lower = double.NegativeInfinity, double upper = double.PositiveInfinity)", ones, StringComparison.Ordinal);
        Assert.Contains("<remarks>It takes (lower = −∞, upper = ∞).</remarks>", ones, StringComparison.Ordinal);
        Assert.Contains("IsDiscrete = true,", ones, StringComparison.Ordinal);
    }

    [Fact]
    public void A_build_without_documentation_has_the_same_methods()
    {
        var files = Files(Run(DocumentationMode.None));
        Assert.Equal(WithoutDocumentation(Files(Run())), WithoutDocumentation(files));
    }

    [Theory]
    [InlineData("(Support.Positive)]", "]")]
    [InlineData("(Support.Positive)]", "()]")]
    [InlineData("(Support.Positive)]", "(Support.Negative)]")]
    [InlineData("Default(0.5)", "Default")]
    [InlineData("Default(0.5)", "Default(\"\")")]
    [InlineData("Requires(Support.Positive)", "Requires()")]
    [InlineData("(\"sigma\", \"n\")", "")]
    [InlineData("(\"sigma\", \"n\")", "(null)")]
    [InlineData("(\"sigma\", \"n\")", "(1)")]
    [InlineData("</summary>", "")]
    [InlineData("LogDensity", "Density")]
    [InlineData("double x", "Real x")]
    [InlineData("double x, ", "")]
    [InlineData("[Parameterization]", "[Parameterization] double")]
    public void A_definition_that_is_being_written_leaves_others_theirs(string text, string unfinished)
    {
        var result = Run().RunGenerators(Compile([("Distance.cs", Definition.Replace(text, unfinished)), .. Sources[1..]])).GetRunResult().Results.Single();
        Assert.Null(result.Exception);
        Assert.Contains("Ones.g.cs", result.GeneratedSources.Select(source => source.HintName));
    }

    [Fact]
    public void The_text_is_the_same_under_every_culture() => Assert.Equal(Files(Run()), Cultures.Under(Cultures.German, () => Files(Run())));

    [Theory]
    [InlineData("Other.cs", "class Other;")]
    [InlineData("Half.cs", "namespace Gen.Distributions; public static partial class Distance { public static double Mean(double n, double sigma) => n; }")]
    public void An_edit_elsewhere_writes_nothing_again(string path, string text)
    {
        var again = Run().RunGenerators(Compile([.. Sources, (path, text)]));
        Assert.Equal([IncrementalStepRunReason.Unchanged], Reasons(again));
    }

    [Fact]
    public void Another_formula_writes_nothing_again()
    {
        var again = Run().RunGenerators(Compile([("Distance.cs", Definition.Replace("=> x;", "=> 2 * x;")), .. Sources[1..]]));
        Assert.Equal([IncrementalStepRunReason.Unchanged], Reasons(again));
    }

    [Fact]
    public void Another_default_writes_its_own_file_again()
    {
        var again = Run().RunGenerators(Compile([("Distance.cs", Definition.Replace("Default(0.5)", "Default(0.25)")), .. Sources[1..]]));
        Assert.Equal([IncrementalStepRunReason.Modified, IncrementalStepRunReason.Unchanged], Reasons(again));
        Assert.Contains("sigma = 0.25", Files(again)["Distance.g.cs"], StringComparison.Ordinal);
    }

    private static (string Path, string Text)[] Sources => [("Distance.cs", Definition), ("Counts.cs", Counts), ("Others.cs", Others)];

    private static GeneratorDriver Run(DocumentationMode mode = DocumentationMode.Diagnose) => CSharpGeneratorDriver
        .Create([new FamilyGenerator().AsSourceGenerator()], driverOptions: new(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true))
        .RunGenerators(Compile(Sources, mode));

    private static CSharpCompilation Compile(IEnumerable<(string Path, string Text)> sources, DocumentationMode mode = DocumentationMode.Diagnose) =>
        CSharpCompilation.Create(
            "Distributions",
            sources.Select(source => CSharpSyntaxTree.ParseText(source.Text, new(LanguageVersion.Preview, mode), source.Path)),
            ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
                .Where(path => Path.GetFileName(path) is "System.Runtime.dll" or "System.Private.CoreLib.dll")
                .Append(typeof(Vector).Assembly.Location)
                .Select(path => MetadataReference.CreateFromFile(path)),
            new(OutputKind.DynamicallyLinkedLibrary));

    private static Dictionary<string, string> Files(GeneratorDriver driver) =>
        driver.GetRunResult().Results.Single().GeneratedSources.ToDictionary(source => source.HintName, source => source.SourceText.ToString());

    private static IEnumerable<string> WithoutDocumentation(Dictionary<string, string> files) =>
        files.OrderBy(file => file.Key, StringComparer.Ordinal)
            .SelectMany(file => file.Value.Split('\n')).Where(line => !line.TrimStart().StartsWith("///", StringComparison.Ordinal));

    private static IncrementalStepRunReason[] Reasons(GeneratorDriver driver) =>
    [
        .. driver.GetRunResult().Results.Single().TrackedSteps[FamilyGenerator.Written].SelectMany(step => step.Outputs).Select(output => output.Reason)
            .Select(reason => reason == IncrementalStepRunReason.Cached ? IncrementalStepRunReason.Unchanged : reason).Distinct().Order(),
    ];
}
