using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Gen.Compiler.Reading;

/// <summary>Source as comments and messages quote it.</summary>
internal static class SourceText
{
    private static readonly SymbolDisplayFormat Bare = new(
        parameterOptions: SymbolDisplayParameterOptions.IncludeName, miscellaneousOptions: SymbolDisplayMiscellaneousOptions.EscapeKeywordIdentifiers);

    private static readonly SymbolDisplayFormat Qualified = new(typeQualificationStyle: SymbolDisplayTypeQualificationStyle.NameAndContainingTypesAndNamespaces);

    /// <summary>The namespace of a type without the marks of keywords, or empty.</summary>
    public static string Namespace(INamedTypeSymbol type) => type.ContainingNamespace is { IsGlobalNamespace: false } named ? named.ToDisplayString(Qualified) : string.Empty;

    /// <summary>A name as it stands in code.</summary>
    public static string Name(ISymbol symbol) => symbol.ToDisplayString(Bare);

    /// <summary>The source on one line, without comments.</summary>
    public static string OneLine(SyntaxNode syntax)
    {
        var text = new StringBuilder();
        foreach (var token in syntax.DescendantTokens())
        {
            text.Append(token.Text);
            foreach (var trivia in token.TrailingTrivia)
            {
                if ((trivia.IsKind(SyntaxKind.WhitespaceTrivia) || trivia.IsKind(SyntaxKind.EndOfLineTrivia)) && text[text.Length - 1] != ' ')
                {
                    text.Append(' ');
                }
            }
        }

        return text.ToString().Trim().Replace("( ", "(").Replace(" )", ")");
    }
}
