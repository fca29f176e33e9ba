using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Gen.Analyzers.Tests.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;
using Xunit;

namespace Gen.Analyzers.Tests;

public class RuleTests
{
    public static TheoryData<string> Ids => [.. RuleDescriptors.All.Keys.Order(StringComparer.Ordinal)];

    [Fact]
    public void Every_rule_has_a_page_and_every_page_a_rule() =>
        Assert.Equal(RuleDescriptors.All.Keys.Append("GEN0000").Order(StringComparer.Ordinal), RulePage.All.Select(page => page.Id));

    [Fact]
    public void Every_rule_stands_once_among_the_releases_with_its_severity()
    {
        var released = Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "releases")).SelectMany(File.ReadAllLines)
            .Select(line => line.Split('|', StringSplitOptions.TrimEntries)).Where(cells => cells[0].StartsWith("GEN", StringComparison.Ordinal))
            .Select(cells => (cells[0], cells[1], cells[2]));
        Assert.Equal(RuleDescriptors.All.Values.OrderBy(d => d.Id, StringComparer.Ordinal).Select(d => (d.Id, d.Category, d.DefaultSeverity.ToString())), released);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_rule_links_to_its_page_and_has_its_title(string id)
    {
        var descriptor = RuleDescriptors.All[id];
        Assert.Equal($"# {id}: {descriptor.Title}", RulePage.Of(id).Heading);
        Assert.EndsWith($"analyzers/rules/{id}.md", descriptor.HelpLinkUri, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public Task The_wrong_example_of_a_page_breaks_the_rule_and_no_other(string id) =>
        new WrongExample(RulePage.Of(id).Wrong ?? TooManyAxes(), id == "GEN0033" ? ModelTest.WithoutLanguage : ModelTest.Usings)
        {
            CompilerDiagnostics = CompilerDiagnostics.None,
            ExpectedDiagnostics = { new(RuleDescriptors.All[id]) },
        }.RunAsync();

    [Theory]
    [MemberData(nameof(Ids))]
    public Task The_right_example_of_a_page_is_clean(string id) => ModelTest.IsClean(RulePage.Of(id).Right!);

    [Fact]
    public void Rules_of_the_language_cannot_be_switched_off_and_judgements_can()
    {
        IEnumerable<string> fixedOnes = RuleDescriptors.All.Values.Where(d => d.CustomTags.Contains(WellKnownDiagnosticTags.NotConfigurable)).Select(d => d.Id);
        Assert.Equal(RuleDescriptors.All.Keys.Where(id => id.StartsWith("GEN0", StringComparison.Ordinal)).Order(), fixedOnes.Order());
    }

    // Too long for a page.
    private static string TooManyAxes() =>
        ModelTest.Model("Vector y", string.Join("\n", Enumerable.Range(1, 70).Select(i => $"var v{i} = Sample(Normal(0, 1), {i});")));

    /// <summary>A page says which rule is broken and leaves where to the reader.</summary>
    private sealed class WrongExample(string source, string usings) : ModelTest(source, usings: usings)
    {
        protected override ImmutableArray<(Project project, Diagnostic diagnostic)> FilterDiagnostics(ImmutableArray<(Project project, Diagnostic diagnostic)> diagnostics) =>
            [.. base.FilterDiagnostics(diagnostics).Select(found => (found.project, Diagnostic.Create(found.diagnostic.Descriptor, Location.None)))];
    }
}
