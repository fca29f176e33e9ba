using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Gen.Compiler.Reading;

/// <summary>
/// Finds what C# could not bind because it is written as another library has it, or a word is missing: a name as the first argument, data after their
/// distribution, a distribution in the place of a number, <c>Math.Log</c> of a vector, <c>*</c> for a product of matrix and vector.
/// </summary>
internal sealed class FormCheck(INamedTypeSymbol language, SemanticModel semantics, List<ReadDiagnostic> diagnostics, CancellationToken cancellation)
{
    private static readonly string[] Named = ["Sample", "Deterministic", "Generate", "Potential"];

    /// <summary>Reports what is wrong inside a method.</summary>
    public void Report(SyntaxNode method)
    {
        foreach (var call in method.DescendantNodes().OfType<InvocationExpressionSyntax>().Where(call => call.ArgumentList.Arguments.Count > 0 && IsUnbound(call)))
        {
            if (BindingCheck.NameOf(call) is { Length: > 0 } name && !language.GetMembers(name).IsEmpty)
            {
                _ = NameFirst(call, name) || (name == "Observe" && call.ArgumentList.Arguments.Count > 1 && (DataLast(call) || Product(call)));
            }
            else
            {
                Math(call);
            }
        }

        foreach (var variable in method.DescendantNodes().OfType<VariableDeclaratorSyntax>())
        {
            Unsampled(method, variable);
        }
    }

    private bool IsUnbound(InvocationExpressionSyntax call) => semantics.GetSymbolInfo(call, cancellation).Symbol is null;

    /// <summary><c>Sample("a", Normal(0, 1))</c>, <c>Normal("a", 0, 1)</c>.</summary>
    private bool NameFirst(InvocationExpressionSyntax call, string name)
    {
        var arguments = call.ArgumentList.Arguments;
        if (arguments.Count < 2 || !arguments[0].Expression.IsKind(SyntaxKind.StringLiteralExpression))
        {
            return false;
        }

        var isDistribution = language.GetMembers(name).OfType<IMethodSymbol>().Any(BindingCheck.IsDistribution);
        if (isDistribution || Named.Contains(name))
        {
            var rest = $"{call.Expression}({string.Join(", ", arguments.Skip(1).Select(argument => SourceText.OneLine(argument)))})";
            Add(
                arguments[0], name == "Potential" ? "A potential has no name." : "A quantity takes its name from the variable that it is assigned to.",
                isDistribution && call.Parent is EqualsValueClauseSyntax ? $"Sample({rest})" : rest, call);
            return true;
        }

        return false;
    }

    /// <summary><c>Observe(Normal(mu, 1), y)</c>.</summary>
    private bool DataLast(InvocationExpressionSyntax call)
    {
        var arguments = call.ArgumentList.Arguments;
        if (arguments.Any(argument => argument.NameColon is not null) || !IsDistribution(arguments[0].Expression) || IsDistribution(arguments[1].Expression))
        {
            return false;
        }

        var swapped = new[] { arguments[1], arguments[0] }.Concat(arguments.Skip(2)).Select(argument => SourceText.OneLine(argument));
        Add(call, "The data stand first.", $"{call.Expression}({string.Join(", ", swapped)})");
        return true;
    }

    /// <summary><c>Observe(y, Normal(x * b, 1))</c>, where <c>*</c> gives more numbers than there are data.</summary>
    private bool Product(InvocationExpressionSyntax call)
    {
        var (data, distribution) = (call.ArgumentList.Arguments[0].Expression, call.ArgumentList.Arguments[1].Expression);
        if (RankOf(TypeOf(data)) is not { } rank || TypeOf(distribution) is not INamedTypeSymbol { Name: "Elementwise", TypeArguments.Length: 1 } each || !(RankOf(each.TypeArguments[0]) > rank))
        {
            return false;
        }

        var product = distribution.DescendantNodes().OfType<BinaryExpressionSyntax>().FirstOrDefault(binary =>
            binary.IsKind(SyntaxKind.MultiplyExpression) && RankOf(TypeOf(binary)) > rank && RankOf(TypeOf(binary.Left)) > 0 && RankOf(TypeOf(binary.Right)) > 0);
        if (product is null)
        {
            return false;
        }

        var isMatrixLast = RankOf(TypeOf(product.Right)) > RankOf(TypeOf(product.Left));
        var (first, second) = isMatrixLast ? (product.Right, product.Left) : (product.Left, product.Right);
        var text = SourceText.OneLine(product);
        Add(product, $"'{text}' multiplies element by element and gives a {Word(TypeOf(product))}, but '{SourceText.OneLine(data)}' is a {Word(TypeOf(data))}.", $"Dot({SourceText.OneLine(first)}, {SourceText.OneLine(second)})");
        return true;
    }

    /// <summary><c>Math.Log(x)</c> of a vector.</summary>
    private void Math(InvocationExpressionSyntax call)
    {
        var info = semantics.GetSymbolInfo(call, cancellation);
        if (call.Expression is MemberAccessExpressionSyntax { Name.Identifier.ValueText: var name } function && !language.GetMembers(name).IsEmpty
            && info.CandidateSymbols.Any(candidate => candidate.ContainingType is { Name: "Math", ContainingNamespace.Name: "System" })
            && call.ArgumentList.Arguments.Select(argument => TypeOf(argument.Expression)).FirstOrDefault(type => type?.Name is "Vector" or "Matrix") is { } taken)
        {
            Add(function, $"{function} takes numbers, and this is a {taken.Name}; the function of the language takes both.", name);
        }
    }

    /// <summary><c>var a = Normal(0, 1);</c>, where <c>a</c> is used as a number.</summary>
    private void Unsampled(SyntaxNode method, VariableDeclaratorSyntax variable)
    {
        if (variable.Initializer?.Value is { } value && IsDistribution(value) && semantics.GetDeclaredSymbol(variable, cancellation) is { } symbol
            && method.DescendantNodes().OfType<IdentifierNameSyntax>().Any(use =>
                use.Identifier.ValueText == symbol.Name && SymbolEqualityComparer.Default.Equals(semantics.GetSymbolInfo(use, cancellation).Symbol, symbol) && IsNumber(use)))
        {
            Add(value, $"'{variable.Identifier.ValueText}' is a distribution, and not a number drawn from it.", $"Sample({SourceText.OneLine(value)})");
        }
    }

    /// <summary>Whether an expression stands where only numbers can.</summary>
    private bool IsNumber(ExpressionSyntax use) => use.Parent switch
    {
        ParenthesizedExpressionSyntax inner => IsNumber(inner),
        BinaryExpressionSyntax { RawKind: not (int)SyntaxKind.IsExpression } or PrefixUnaryExpressionSyntax => true,
        ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax call } argument when IsUnbound(call) => IsNumber(call, argument),
        _ => false,
    };

    private bool IsNumber(InvocationExpressionSyntax call, ArgumentSyntax argument)
    {
        var place = call.ArgumentList.Arguments.IndexOf(argument);
        var taken = semantics.GetSymbolInfo(call, cancellation).CandidateSymbols.OfType<IMethodSymbol>().Select(candidate =>
            argument.NameColon is { } named ? candidate.Parameters.FirstOrDefault(parameter => parameter.Name == named.Name.Identifier.ValueText)
            : place < candidate.Parameters.Length ? candidate.Parameters[place] : null).ToList();
        return taken.Any(parameter => parameter is not null) && taken.All(parameter => parameter is null || !BindingCheck.IsDistribution(parameter.Type));
    }

    private ITypeSymbol? TypeOf(ExpressionSyntax expression) => semantics.GetTypeInfo(expression, cancellation).Type;

    private bool IsDistribution(ExpressionSyntax expression) => BindingCheck.IsDistribution(TypeOf(expression));

    private static int? RankOf(ITypeSymbol? type) => type is null || ParameterReader.TypeOf(type) is not { } known || known == Ir.ParameterType.Dim ? null : ParameterReader.SizeNames("", known).Length;

    private static string Word(ITypeSymbol? type) => type?.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat) ?? "";

    private void Add(SyntaxNode at, string what, string suggestion, SyntaxNode? replaces = null) =>
        diagnostics.Add(new(Rules.OtherForm, at.GetLocation(), [what, suggestion], suggestion, replaces?.GetLocation()));
}
