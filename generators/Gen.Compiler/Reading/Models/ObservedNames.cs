using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Gen.Compiler.Reading;

/// <summary>The data that a body seems to observe, by its text alone: for a model that cannot be read, or not yet.</summary>
internal static class ObservedNames
{
    public static HashSet<string> Of(IMethodSymbol method)
    {
        HashSet<string> names = [.. method.Parameters.Select(parameter => parameter.Name)];
        names.IntersectWith(
            from reference in method.DeclaringSyntaxReferences
            from call in reference.GetSyntax().DescendantNodes().OfType<InvocationExpressionSyntax>()
            where call.Expression is IdentifierNameSyntax { Identifier.ValueText: "Observe" } && call.ArgumentList.Arguments.Count > 0
            select Observed(call.ArgumentList.Arguments[0].Expression));
        return names;
    }

    /// <summary>The parameter whose elements an expression is: <c>y</c> of <c>y[1..]</c>.</summary>
    private static string Observed(ExpressionSyntax data) => data switch
    {
        ElementAccessExpressionSyntax element => Observed(element.Expression),
        ParenthesizedExpressionSyntax inner => Observed(inner.Expression),
        IdentifierNameSyntax name => name.Identifier.ValueText,
        _ => string.Empty,
    };
}
