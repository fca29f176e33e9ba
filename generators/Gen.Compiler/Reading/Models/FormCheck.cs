using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Gen.Compiler.Reading;

/// <summary>
/// Finds what C# could not bind because it is written as another library has it, or a word is missing: a name as the first argument, data after their
/// distribution or as a parameter of it, a distribution in the place of a number, a number in the place of a vector, <c>Math.Log</c> of a vector, <c>*</c> for a
/// product of matrix and vector.
/// </summary>
internal sealed class FormCheck(INamedTypeSymbol language, SemanticModel semantics, List<ReadDiagnostic> diagnostics, CancellationToken cancellation)
{
    private static readonly string[] Named = ["Sample", "Deterministic", "Generate", "Potential"];
    private static readonly string[] Observations = ["observed", "obs"];

    /// <summary>Reports what is wrong inside a method.</summary>
    public void Report(SyntaxNode method)
    {
        foreach (var call in method.DescendantNodes().OfType<InvocationExpressionSyntax>().Where(call => call.ArgumentList.Arguments.Count > 0 && IsUnbound(call)))
        {
            if (BindingCheck.NameOf(call) is { Length: > 0 } name && !language.GetMembers(name).IsEmpty)
            {
                _ = Observed(call, name) || NameFirst(call, name) || (name == "Observe" && call.ArgumentList.Arguments.Count > 1 && (DataLast(call) || Product(call)));
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

        foreach (var node in method.DescendantNodes())
        {
            Narrow(method, node);
        }
    }

    /// <summary>Whether a word that a call names a parameter by is another library's for the data.</summary>
    public static bool IsObservation(string word) => Observations.Contains(word);

    private bool IsUnbound(InvocationExpressionSyntax call) => semantics.GetSymbolInfo(call, cancellation).Symbol is null;

    /// <summary><c>Normal("y", mu, 1, observed: y)</c>, <c>Sample("y", Normal(mu, 1), obs: y)</c>.</summary>
    private bool Observed(InvocationExpressionSyntax call, string name)
    {
        var arguments = call.ArgumentList.Arguments;
        if (arguments.FirstOrDefault(argument => argument.NameColon is { } named && IsObservation(named.Name.Identifier.ValueText)) is not { } data || !(IsDistribution(name) || name == "Sample"))
        {
            return false;
        }

        var rest = string.Join(", ", arguments.Where(argument => argument != data && !argument.Expression.IsKind(SyntaxKind.StringLiteralExpression)).Select(argument => SourceText.OneLine(argument)));
        var statement = call.FirstAncestorOrSelf<StatementSyntax>() ?? (SyntaxNode)call;
        diagnostics.Add(Form(
            data.GetLocation(), "Data are observed in a statement of its own.", $"Observe({SourceText.OneLine(data.Expression)}, {(name == "Sample" ? rest : $"{call.Expression}({rest})")})",
            Location.Create(call.SyntaxTree, TextSpan.FromBounds(statement.SpanStart, call.Span.End))));
        return true;
    }

    /// <summary><c>Sample("a", Normal(0, 1))</c>, <c>Normal("a", 0, 1)</c>.</summary>
    private bool NameFirst(InvocationExpressionSyntax call, string name)
    {
        var arguments = call.ArgumentList.Arguments;
        if (arguments.Count < 2 || !arguments[0].Expression.IsKind(SyntaxKind.StringLiteralExpression))
        {
            return false;
        }

        var isDistribution = IsDistribution(name);
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

    /// <summary><c>Vector a = Sample(Normal(0, 1));</c>, <c>Vector mu = 0;</c>: fewer dimensions than the variable is declared with.</summary>
    private void Narrow(SyntaxNode method, SyntaxNode node)
    {
        var (type, value) = node switch
        {
            VariableDeclaratorSyntax { Initializer.Value: var first } variable => ((semantics.GetDeclaredSymbol(variable, cancellation) as ILocalSymbol)?.Type, first),
            AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression } assignment => (TypeOf(assignment.Left), assignment.Right),
            _ => (null, null),
        };
        if (value is null || type is not { Name: "Vector" or "Matrix" } || RankOf(TypeOf(value)) is not { } rank || !(RankOf(type) > rank) || semantics.ClassifyConversion(value, type).Exists)
        {
            return;
        }

        // A length that the model itself has a name for can be put there; any other is the reader's to choose.
        var dims = method.DescendantNodes().OfType<ParameterSyntax>().Where(parameter => parameter.Type is { } written && TypeOf(written)?.Name == "Dim").ToList();
        var isNamed = dims.Count == 1 && RankOf(type) == rank + 1;
        var lengths = RankOf(type) > rank + 1 ? "rows, columns" : isNamed ? dims[0].Identifier.ValueText : rank == 0 ? "n" : "columns";
        if (Wide(value, rank, Word(type), lengths) is { } wide)
        {
            var what = rank == 0 ? "one number" : $"a {Word(TypeOf(value))}";
            diagnostics.Add(Form(value.GetLocation(), $"'{SourceText.OneLine(value)}' is {what}, and is to be a {Word(type)}.", wide, isCode: isNamed));
        }
    }

    /// <summary>A value with as many dimensions more as there are lengths; null where only the model's author knows how.</summary>
    private string? Wide(ExpressionSyntax value, int rank, string type, string lengths)
    {
        if (value is InvocationExpressionSyntax call && BindingCheck.NameOf(call) is "Sample" or "Generate")
        {
            var arguments = call.ArgumentList.Arguments;
            var (options, own) = (arguments.Where(IsOption), arguments.Where(argument => !IsOption(argument)));
            return $"{call.Expression}({string.Join(", ", [.. own.Select(argument => SourceText.OneLine(argument)), lengths, .. options.Select(argument => SourceText.OneLine(argument))])})";
        }

        return rank > 0 ? null
            : semantics.GetConstantValue(value, cancellation) is { HasValue: true, Value: 0 or 0.0 } ? $"new {type}({lengths})"
            : value is InvocationExpressionSyntax { ArgumentList.Arguments: { Count: 1 } recorded } statement && BindingCheck.NameOf(statement) == "Deterministic"
                ? $"{statement.Expression}({Wide(recorded[0].Expression, rank, type, lengths)})"
            : $"{(value is BinaryExpressionSyntax or ConditionalExpressionSyntax ? $"({SourceText.OneLine(value)})" : SourceText.OneLine(value))} * Ones({lengths})";

        bool IsOption(ArgumentSyntax argument) => TypeOf(argument.Expression)?.TypeKind == TypeKind.Enum;
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

    private bool IsDistribution(string function) => language.GetMembers(function).OfType<IMethodSymbol>().Any(BindingCheck.IsDistribution);

    private bool IsDistribution(ExpressionSyntax expression) => BindingCheck.IsDistribution(TypeOf(expression));

    private static int? RankOf(ITypeSymbol? type) => type is null || ParameterReader.TypeOf(type) is not { } known || known == Ir.ParameterType.Dim ? null : ParameterReader.SizeNames("", known).Length;

    private static string Word(ITypeSymbol? type) => type?.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat) ?? "";

    private void Add(SyntaxNode at, string what, string suggestion, SyntaxNode? replaces = null) =>
        diagnostics.Add(Form(at.GetLocation(), what, suggestion, replaces?.GetLocation()));

    private static ReadDiagnostic Form(Location at, string what, string write, Location? replaces = null, bool isCode = true) =>
        new(Rules.OtherForm, at, [what, write], isCode ? write : null, replaces);
}
