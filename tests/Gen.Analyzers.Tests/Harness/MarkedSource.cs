using System;
using Microsoft.CodeAnalysis.Text;

namespace Gen.Analyzers.Tests.Harness;

/// <summary>Source in which <c>[|…|]</c> marks where a diagnostic is expected.</summary>
internal sealed class MarkedSource
{
    private MarkedSource(string text, TextSpan span)
    {
        Text = text;
        Span = span;
    }

    /// <summary>The source without the marks.</summary>
    public string Text { get; }

    /// <summary>What stood between them.</summary>
    public TextSpan Span { get; }

    /// <summary>Takes the marks out.</summary>
    public static MarkedSource Parse(string marked)
    {
        var start = marked.IndexOf("[|", StringComparison.Ordinal);
        var end = marked.IndexOf("|]", StringComparison.Ordinal);
        return start < 0 || end < start
            ? throw new ArgumentException("The source has no [|…|].", nameof(marked))
            : new(marked[..start] + marked[(start + 2)..end] + marked[(end + 2)..], TextSpan.FromBounds(start, end - 2));
    }

    /// <summary>A class <c>M</c> with a model of the given parameters and statements, and further members.</summary>
    public static string Model(string parameters, string statements, string members = "") => $$"""
        public partial class M
        {
            [Model]
            static partial void Define({{parameters}})
            {
                {{statements}}
            }

            {{members}}
        }
        """;
}
