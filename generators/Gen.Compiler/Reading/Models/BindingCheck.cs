using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Gen.Compiler.Reading;

/// <summary>Finds what C# could not bind because the language is not imported, a distribution calls its parameter otherwise, or something is written as elsewhere.</summary>
internal sealed class BindingCheck(Compilation compilation, CancellationToken cancellation)
{
    private readonly INamedTypeSymbol? language = compilation.GetTypeByMetadataName("Gen.Modeling");

    /// <summary>Reports what is wrong with a method's calls of the language; true where something is.</summary>
    public bool Report(IMethodSymbol method, List<ReadDiagnostic> diagnostics)
    {
        var reported = diagnostics.Count;
        foreach (var reference in method.DeclaringSyntaxReferences)
        {
            var syntax = reference.GetSyntax(cancellation);
            var semantics = compilation.GetSemanticModel(syntax.SyntaxTree);
            var calls = syntax.DescendantNodes().OfType<InvocationExpressionSyntax>().Where(call => language is not null && !language.GetMembers(NameOf(call)).IsEmpty).ToList();
            if (calls.Select(call => call.Expression).OfType<IdentifierNameSyntax>().FirstOrDefault(name => IsUnbound(semantics.GetSymbolInfo(name, cancellation))) is { } unbound)
            {
                diagnostics.Add(new(Rules.MissingUsing, unbound.GetLocation(), [unbound.Identifier.ValueText]));
                return true;
            }

            foreach (var argument in calls.SelectMany(call => call.ArgumentList.Arguments.Where(argument => argument.NameColon is not null)))
            {
                Name((InvocationExpressionSyntax)argument.Parent!.Parent!, argument.NameColon!.Name, diagnostics);
            }

            if (language is not null)
            {
                new FormCheck(language, semantics, diagnostics, cancellation).Report(syntax);
            }
        }

        return diagnostics.Count > reported;
    }

    private void Name(InvocationExpressionSyntax call, IdentifierNameSyntax name, List<ReadDiagnostic> diagnostics)
    {
        var (distribution, word) = (NameOf(call), name.Identifier.ValueText);
        var overloads = language!.GetMembers(distribution).OfType<IMethodSymbol>().Where(IsDistribution).ToList();
        string[] parameters = [.. overloads.SelectMany(overload => overload.Parameters).Select(parameter => parameter.Name).Distinct()];
        if (overloads.Count > 0 && !parameters.Contains(word) && !FormCheck.IsObservation(word))
        {
            var meant = ParameterSynonyms.Of(distribution, word, parameters);
            var takes = parameters.Length == 1 ? parameters[0] : $"{string.Join(", ", parameters.Take(parameters.Length - 1))} or {parameters[parameters.Length - 1]}";
            diagnostics.Add(new(Rules.ParameterName, name.GetLocation(), [distribution, word, takes, meant is null ? "" : $" Did you mean '{meant}'?"], meant));
        }
    }

    public static string NameOf(InvocationExpressionSyntax call) => call.Expression switch
    {
        IdentifierNameSyntax name => name.Identifier.ValueText,
        MemberAccessExpressionSyntax { Expression: var owner, Name.Identifier.ValueText: var member } when owner.ToString() is "Modeling" or "Gen.Modeling" or "global::Gen.Modeling" => member,
        _ => string.Empty,
    };

    private static bool IsUnbound(SymbolInfo info) => info.Symbol is null && info.CandidateSymbols.IsEmpty;

    public static bool IsDistribution(IMethodSymbol method) => IsDistribution(method.ReturnType);

    public static bool IsDistribution(ITypeSymbol? type) => type is INamedTypeSymbol { Name: "Univariate" or "Elementwise" or "Distribution" or "Series" };
}
