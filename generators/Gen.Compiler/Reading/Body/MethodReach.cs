using System.Collections.Generic;
using System.Linq;
using Gen.Compiler.Ir;
using Microsoft.CodeAnalysis;

namespace Gen.Compiler.Reading;

/// <summary>How generated code calls a method of the user's.</summary>
internal static class MethodReach
{
    /// <summary>The method as code, and the member of the model's class through which it is called where it is private to that.</summary>
    /// <param name="body">The reader of the body that names the method.</param>
    /// <param name="at">Where it is named.</param>
    /// <param name="method">The method.</param>
    /// <param name="given">The parameters that a call gives.</param>
    /// <exception cref="Refusal">Neither reaches it.</exception>
    public static (string Code, ForwardingMember? Forward) Of(BodyReader body, IOperation at, IMethodSymbol method, IEnumerable<IParameterSymbol> given)
    {
        var type = method.ContainingType.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat);
        var generic = method.TypeArguments.Length == 0 ? "" : $"<{string.Join(", ", method.TypeArguments.Select(argument => argument.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat)))}>";
        var code = $"{type}.{SourceText.Name(method)}{generic}";
        if (method.MethodKind != MethodKind.LocalFunction && body.Compilation.IsSymbolAccessibleWithin(method, body.Compilation.Assembly))
        {
            return (code, null);
        }

        if (method.MethodKind == MethodKind.LocalFunction || !body.Compilation.IsSymbolAccessibleWithin(method, body.Scope.Model))
        {
            var word = method.MethodKind == MethodKind.LocalFunction ? "a local function" : $"{method.DeclaredAccessibility.ToString().ToLowerInvariant()} in '{method.ContainingType.Name}'";
            throw Refusal.Of(Rules.InaccessibleMethod, at, method.Name, word);
        }

        var parameters = given.Select(parameter => $"{parameter.Type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat)} {SourceText.Name(parameter)}").ToEquatableArray();
        var name = "Call" + method.Name;
        while (body.Scope.Model.MemberNames.Contains(name))
        {
            name += "_";
        }

        return (code, new(name, method.ReturnType.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat), parameters));
    }
}
