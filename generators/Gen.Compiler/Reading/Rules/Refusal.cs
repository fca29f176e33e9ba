using System;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Gen.Compiler.Reading;

/// <summary>Ends the reading of a statement; the next one is read all the same, so that a model's mistakes are reported together.</summary>
internal sealed class Refusal(ReadDiagnostic? diagnostic) : Exception
{
    /// <summary>The diagnostic, or null where the mistake has been reported before.</summary>
    public ReadDiagnostic? Diagnostic { get; } = diagnostic;

    public static Refusal Of(Rule rule, IOperation at, params string[] arguments) => Of(rule, at.Syntax.GetLocation(), arguments);

    public static Refusal Of(Rule rule, Location at, params string[] arguments) => new(new(rule, at, [.. arguments]));

    public static Refusal WithSuggestion(Rule rule, IOperation at, string suggestion, params string[] arguments) =>
        new(new(rule, at.Syntax.GetLocation(), [.. arguments], suggestion));

    /// <summary>A construct outside the language, and what to write instead.</summary>
    public static Refusal Unsupported(IOperation at, string construct, string instead) => Of(Rules.UnsupportedConstruct, at, construct, instead);
}
