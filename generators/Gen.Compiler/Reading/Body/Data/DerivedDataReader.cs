using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Text;
using Gen.Compiler.Ir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Gen.Compiler.Reading;

/// <summary>
/// Reads what a body derives of data and observes: <c>Observe(Log(y), …)</c>. It is a quantity of its own, with an array that has the name of its variable, or
/// one made of its expression: <c>logY</c>.
/// </summary>
internal sealed class DerivedDataReader(BodyReader body)
{
    private readonly HashSet<ISymbol> observed = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<int, int> expressions = [];

    private Draft Draft => body.Draft;

    private Graph Graph => body.Draft.Graph;

    /// <summary>Finds the variables that are observed, whole or by element, anywhere below an operation.</summary>
    public void Scan(IOperation operation)
    {
        foreach (var call in operation.Descendants().OfType<IInvocationOperation>().Where(call => CallReader.CallOf("Observe", call) is not null))
        {
            if (CallReader.Arguments(call)[0] is { } argument && Variable(argument) is { } variable)
            {
                observed.Add(variable);
            }
        }
    }

    /// <summary>A variable's value as an array of its own, if the variable is derived of data and observed; otherwise null.</summary>
    public ArrayVariable? Array(ISymbol symbol, Shaped value) =>
        observed.Contains(symbol) && value.Rank > 0 && !IsGiven(value) && Draft.DependsOn(value.Expr) is null
            ? new(Declare(symbol.Name, value), body.Loops.Ordinals(), body.Scope.Loops.Count)
            : null;

    /// <summary>What is observed, as an element of an array.</summary>
    public Expr Of(IOperation source, Shaped data)
    {
        var node = data.Expr.Node;
        if (Draft.DependsOn(data.Expr) is { } latent)
        {
            var text = SourceText.OneLine(source.Syntax);
            throw Refusal.Of(Rules.ObservedIsNotData, source, $"'{text}' {(text == latent ? "is drawn itself" : $"depends on '{latent}'")}; for a term of latents write Potential(d.LogDensity(x)).");
        }

        if (node.Kind == NodeKind.Read && Variable(source) is { } variable
            && body.Scope.Variables.TryGetValue(variable, out var value) && value is ArrayVariable own && own.Array == node.Symbol && Draft.Arrays[own.Array].Role == ArrayRole.Local)
        {
            Draft.Arrays[own.Array].Location ??= source.Syntax.GetLocation();
            return data.Expr;
        }

        // One expression that is observed twice is one quantity.
        var isShared = body.Scope.Loops.Count == 0;
        if (!isShared || !expressions.TryGetValue(data.Expr.Id, out var array))
        {
            array = Declare(Name(source), data);
            Draft.Arrays[array].Location = source.Syntax.GetLocation();
            if (isShared)
            {
                expressions.Add(data.Expr.Id, array);
            }
        }

        return Graph.Read(array, [.. body.Loops.Ordinals(), .. data.Axes.Select(Graph.Index)]);
    }

    /// <summary>Whether a value is data as they were given, or a part of them.</summary>
    private bool IsGiven(Shaped value) => value.Expr.Node is { Kind: NodeKind.Read } read && Draft.Arrays[read.Symbol].Role == ArrayRole.Data;

    private int Declare(string name, Shaped value)
    {
        var prefix = body.Loops.Ordinals();
        var array = Draft.AddArray(name, ArrayRole.Local, [.. body.Loops.Lengths(), .. value.Axes.Select(Graph.Length)]);
        body.Elements.Add(array, prefix, value);
        return array;
    }

    /// <summary>The variable that an operation is, or is an element or a part of.</summary>
    private static ISymbol? Variable(IOperation operation) => IndexReader.Bare(operation) switch
    {
        ILocalReferenceOperation local => local.Local,
        IPropertyReferenceOperation { Property.IsIndexer: true, Instance: { } instance } => Variable(instance),
        IArrayElementReferenceOperation element => Variable(element.ArrayReference),
        IImplicitIndexerReferenceOperation indexer => Variable(indexer.Instance),
        _ => null,
    };

    /// <summary>The name of a variable, or words for an expression, apart from what the model calls anything else.</summary>
    private string Name(IOperation source)
    {
        var method = source.Syntax.Ancestors().OfType<MethodDeclarationSyntax>().First();
        HashSet<string> members =
        [
            .. MemberNames.ReservedInPosterior,
            .. method.ParameterList.Parameters.Select(parameter => MemberNames.Of(parameter.Identifier.ValueText)),
            .. method.DescendantNodes().OfType<VariableDeclaratorSyntax>().Select(variable => MemberNames.Of(variable.Identifier.ValueText)),
        ];
        if (IndexReader.Bare(source) is ILocalReferenceOperation { Local: var local })
        {
            // A variable that is a quantity already, a deterministic say, shows what was given.
            return Draft.Arrays.Any(array => array.Name == local.Name && array.Role != ArrayRole.Local) ? local.Name + "Observed" : local.Name;
        }

        var name = Words(source.Syntax);
        return members.Contains(MemberNames.Of(name)) ? name + "Observed" : name;
    }

    private static string Words(SyntaxNode expression)
    {
        var words = new StringBuilder();
        foreach (var token in expression.DescendantTokens(node => node is not BracketedArgumentListSyntax))
        {
            var word = token.Kind() switch
            {
                SyntaxKind.IdentifierToken => token.ValueText.TrimStart('_'),
                SyntaxKind.PlusToken => "plus",
                SyntaxKind.MinusToken => "minus",
                SyntaxKind.AsteriskToken => "times",
                SyntaxKind.SlashToken => "over",
                _ => "",
            };
            if (word.Length > 0)
            {
                words.Append(char.ToUpperInvariant(word[0])).Append(word, 1, word.Length - 1);
            }
        }

        return words.Length == 0 ? "observed" : char.ToLowerInvariant(words[0]) + words.ToString(1, words.Length - 1);
    }
}
