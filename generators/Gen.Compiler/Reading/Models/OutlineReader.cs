using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Gen.Compiler.Ir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Gen.Compiler.Reading;

/// <summary>
/// Reads what can be declared of a model without understanding it: data, quantities and objectives by name, with the types that C# gives them. So whoever uses a
/// model that is refused sees one error, at what is wrong, and goes on writing.
/// </summary>
internal sealed class OutlineReader
{
    private readonly IMethodSymbol method;
    private readonly List<ArrayDeclaration> arrays = [];
    private readonly List<Parameter> parameters = [];

    private OutlineReader(IMethodSymbol method) => this.method = method;

    public static OutlineReader Of(IMethodSymbol method, Compilation compilation, CancellationToken cancellation)
    {
        var reader = new OutlineReader(method);
        reader.Parameters();
        foreach (var reference in method.DeclaringSyntaxReferences)
        {
            var syntax = reference.GetSyntax(cancellation);
            reader.Quantities(syntax, compilation.GetSemanticModel(syntax.SyntaxTree), cancellation);
        }

        return reader;
    }

    /// <summary>The model's outline, or null where a parameter has a type of which there can be no property.</summary>
    public Model? Read(ModelName name, string reason)
    {
        if (method.IsGenericMethod || method.Parameters.Any(parameter => parameter.Type.IsRefLikeType || parameter.Type.TypeKind is TypeKind.Pointer or TypeKind.FunctionPointer or TypeKind.Error))
        {
            return null;
        }

        var objectives = new List<Objective>();
        foreach (var objective in method.ContainingType.GetMembers().OfType<IMethodSymbol>().Where(ObjectiveReader.IsObjective))
        {
            if (objectives.All(other => other.Name != objective.Name) && Objective(objective, reason) is { } outline)
            {
                objectives.Add(outline);
            }
        }

        return new(name, parameters.ToEquatableArray(), [], [], arrays.ToEquatableArray(), [], [], [], [], []) { Outlined = objectives.ToEquatableArray(), Refusal = reason };
    }

    /// <summary>An objective's outline, or null where its parameters cannot be declared or it has nothing to choose.</summary>
    public Objective? Objective(IMethodSymbol objective, string reason)
    {
        var decisions = objective.Parameters.Where(ObjectiveReader.IsDecision).Select(decision => decision.Name).ToList();
        var canBeDeclared = decisions.Count > 0 && objective.Parameters.All(parameter => ParameterReader.TypeOf(parameter.Type) is not (null or ParameterType.Dim))
            && !MemberNames.ReservedInPosterior.Contains(objective.Name) && MemberNames.OfDecisions(objective.Name, decisions).Count == decisions.Count;
        return canBeDeclared ? new(objective.Name, objective.Parameters.Select(Bound).ToEquatableArray(), [], -1, []) { Refusal = reason } : null;
    }

    private ObjectiveParameter Bound(IParameterSymbol parameter)
    {
        var isDecision = ObjectiveReader.IsDecision(parameter);
        var binding = parameters.Any(data => data.Name == parameter.Name) ? isDecision ? Binding.DecidedData : Binding.Data
            : isDecision ? Binding.Decision
            : arrays.Any(array => array.Name == parameter.Name) ? Binding.Quantity : Binding.Argument;
        var type = ParameterReader.TypeOf(parameter.Type)!.Value;
        return new(parameter.Name, isDecision ? Decided(type) : type, binding, -1) { Default = ParameterReader.DefaultOf(parameter) };
    }

    /// <summary>The type of decisions that takes what is given as another: a double where an int is.</summary>
    public static ParameterType Decided(ParameterType type) => type switch
    {
        ParameterType.Vector or ParameterType.IntegerVector => ParameterType.Vector,
        ParameterType.Matrix or ParameterType.IntegerMatrix => ParameterType.Matrix,
        _ => ParameterType.Real,
    };

    private void Parameters()
    {
        var observed = ObservedNames.Of(method);
        foreach (var parameter in method.Parameters)
        {
            var known = ParameterReader.TypeOf(parameter.Type);
            var type = known ?? (parameter.Type.IsValueType ? ParameterType.Real : ParameterType.Vector);
            parameters.Add(new(parameter.Name, type, arrays.Count, [], [], observed.Contains(parameter.Name) && type != ParameterType.Dim)
            {
                Modifier = ParameterReader.ModifierOf(parameter),
                Declared = ParameterReader.DeclaredOf(parameter),
            });
            arrays.Add(Declaration(parameter.Name, ArrayRole.Data, ParameterReader.SizeNames("", type).Length, ParameterReader.IsInteger(type)));
        }
    }

    private void Quantities(SyntaxNode body, SemanticModel semantics, CancellationToken cancellation)
    {
        foreach (var call in body.DescendantNodes().OfType<InvocationExpressionSyntax>())
        {
            var role = (call.Expression as IdentifierNameSyntax ?? (call.Expression as MemberAccessExpressionSyntax)?.Name as IdentifierNameSyntax)?.Identifier.ValueText switch
            {
                "Sample" => ArrayRole.Latent,
                "Generate" => ArrayRole.Generated,
                "Deterministic" => ArrayRole.Deterministic,
                _ => ArrayRole.Local,
            };
            if (role != ArrayRole.Local && Target(call) is { } target && arrays.All(array => array.Name != target.Name))
            {
                var type = semantics.GetDeclaredSymbol(target.Variable, cancellation) is ILocalSymbol declared ? declared.Type
                    : target.Variable is ExpressionSyntax variable ? semantics.GetTypeInfo(variable, cancellation).Type : null;
                var known = type is null ? null : ParameterReader.TypeOf(type);
                var rank = known is { } own ? ParameterReader.SizeNames("", own).Length : role == ArrayRole.Deterministic ? 0 : call.ArgumentList.Arguments.Count - 1;
                arrays.Add(Declaration(target.Name, role, rank + target.Loops, known is ParameterType.Integer or ParameterType.IntegerVector or ParameterType.IntegerMatrix));
            }
        }
    }

    /// <summary>What a quantity is assigned to, and in how many loops each of its elements is.</summary>
    private static (SyntaxNode Variable, string Name, int Loops)? Target(InvocationExpressionSyntax call)
    {
        var loops = call.Ancestors().TakeWhile(outer => outer is not MethodDeclarationSyntax).Count(outer => outer is ForStatementSyntax);
        return call.Parent switch
        {
            EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax variable } => (variable, variable.Identifier.ValueText, loops),
            AssignmentExpressionSyntax { Left: IdentifierNameSyntax name } => (name, name.Identifier.ValueText, loops),
            AssignmentExpressionSyntax { Left: ElementAccessExpressionSyntax { Expression: IdentifierNameSyntax name } } => (name, name.Identifier.ValueText, 0),
            _ => null,
        };
    }

    private static ArrayDeclaration Declaration(string name, ArrayRole role, int rank, bool isInteger)
    {
        int[] extents = [.. Enumerable.Repeat(-1, System.Math.Min(System.Math.Max(rank, 0), 2))];
        return new(name, role, isInteger, extents.ToEquatableArray(), extents.ToEquatableArray());
    }
}
