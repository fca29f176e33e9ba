using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Gen.Compiler.Reading;

/// <summary>Source as comments and messages quote it.</summary>
internal static class SourceText
{
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
