using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Reflection;
using Gen.Compiler.Judgement;
using Gen.Compiler.Reading;
using Microsoft.CodeAnalysis;

namespace Gen.Analyzers;

/// <summary>The compiler's rules as Roslyn describes them: ids, titles and messages stand in the compiler and nowhere else.</summary>
public static class RuleDescriptors
{
    private static readonly Dictionary<string, DiagnosticDescriptor> Descriptors =
        new[] { typeof(Rules), typeof(PriorRules), typeof(ValueRules) }
            .SelectMany(family => RulesOf(family).Select(rule => Describe(rule, family == typeof(Rules))))
            .ToDictionary(descriptor => descriptor.Id);

    /// <summary>All of them, by id.</summary>
    public static IReadOnlyDictionary<string, DiagnosticDescriptor> All => Descriptors;

    /// <summary>A rule's descriptor.</summary>
    public static DiagnosticDescriptor Of(Rule rule) => Descriptors[rule.Id];

    /// <summary>The descriptors of a family: the static class that holds its rules.</summary>
    public static ImmutableArray<DiagnosticDescriptor> OfFamilies(params System.Type[] families) =>
        [.. families.SelectMany(RulesOf).Select(Of)];

    private static IEnumerable<Rule> RulesOf(System.Type family) =>
        family.GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => field.GetValue(null)).OfType<Rule>();

    /// <summary>
    /// A model that breaks a rule of the language is not generated, and the generator leaves it to this diagnostic to say so: nobody may switch it off.
    /// </summary>
    private static DiagnosticDescriptor Describe(Rule rule, bool isOfLanguage) => new(
        rule.Id,
        rule.Title,
        rule.Message,
        "Gen",
        rule.IsWarning ? DiagnosticSeverity.Warning : DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: $"{RulePages.Pages}{rule.Id}.md",
        customTags: isOfLanguage ? [WellKnownDiagnosticTags.NotConfigurable] : []);
}
