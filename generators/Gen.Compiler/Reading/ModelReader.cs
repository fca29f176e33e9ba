using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Gen.Compiler.Ir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Gen.Compiler.Reading;

/// <summary>Reads the method marked <c>[Model]</c>, and the objectives beside it, into a <see cref="Model"/>.</summary>
public static class ModelReader
{
    // Equalities of sizes that a reading finds are assumed by the next; each finds fewer, and two are enough but for odd models.
    private const int MostReadings = 4;

    /// <summary>Reads what an attribute was found on.</summary>
    public static ReadResult Read(GeneratorAttributeSyntaxContext context, CancellationToken cancellation) =>
        Read((IMethodSymbol)context.TargetSymbol, context.SemanticModel, cancellation);

    /// <summary>Reads a model's method.</summary>
    /// <exception cref="OperationCanceledException">Reading was cancelled.</exception>
    public static ReadResult Read(IMethodSymbol method, SemanticModel semantics, CancellationToken cancellation)
    {
        method = method.PartialImplementationPart ?? method;
        var name = NameOf(method, cancellation);
        var syntax = method.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellation);
        var draft = new Draft(new());
        Model? model = null;
        try
        {
            model = ReadOnce(draft, method, name, semantics, cancellation);
            for (var readings = 1; draft.Sizes.HasChanged && readings < MostReadings; readings++)
            {
                draft = new(new(draft.Sizes));
                model = ReadOnce(draft, method, name, semantics, cancellation);
            }
        }
        catch (NotSupportedException)
        {
            // The graph has a bit for each of 64 axes.
            draft.Diagnostics.Add(new(Rules.TooManyAxes, method.Locations[0], []));
        }

        var sources = new SourceMap(syntax?.SyntaxTree.FilePath ?? string.Empty, draft.Lines.ToEquatableArray());
        ImmutableArray<ReadDiagnostic> diagnostics = [.. draft.Diagnostics.OrderBy(d => d.Location.SourceSpan.Start)];
        if (model is null || !diagnostics.IsEmpty)
        {
            return new(null, name, sources, diagnostics, []);
        }

        var (compacted, arguments) = Compaction.Run(model, draft.Arguments);
        return new(compacted, name, sources, diagnostics, arguments);
    }

    private static Model ReadOnce(Draft draft, IMethodSymbol method, ModelName name, SemanticModel semantics, CancellationToken cancellation)
    {
        var body = new BodyReader(draft, new(), semantics.Compilation, cancellation);
        body.Scope.Enter(method);
        draft.Sizes.BeginSection();
        RequireShape(draft, method, semantics.Compilation);
        var parameters = new ParameterReader(draft);
        foreach (var parameter in method.Parameters)
        {
            body.Scope.Variables[parameter] = parameters.Declare(parameter, body.Alignment);
        }

        foreach (var (isSize, id, least) in draft.Sizes.Assured)
        {
            draft.Graph.Assure(draft.Graph.Id(isSize ? draft.Size(id) : draft.Graph.Read(id)), least);
        }

        if (body.Methods.Body(method) is { } statements)
        {
            body.Statements.ReadAll(statements);
            body.Assignments.FillUnassigned();
        }

        var steps = StepAxes.Rename(draft.Graph, VaryingLengths.Guard(draft, body.Scope.Steps));
        Reach.Unite(draft, steps);
        var checks = draft.Sizes.Checks();
        var lengths = draft.TakeLengthChecks();
        var integers = draft.IntegerChecks.Select(check =>
        {
            var (value, guard) = StepAxes.Rename(draft.Graph, check.Value, check.Guard);
            return check with { Value = value, Guard = guard };
        }).Distinct().ToEquatableArray();
        var quantities = draft.Arrays.Count;
        QuantityNames.Check(draft);
        GeneratedQuantities.Check(draft, steps);
        for (var i = 0; i < draft.Arguments.Count; i++)
        {
            draft.Arguments[i] = draft.Arguments[i] with { Node = StepAxes.Rename(draft.Graph, draft.Arguments[i].Node) };
        }

        var calls = draft.Calls.Select(call => call with { Density = StepAxes.Rename(draft.Graph, call.Density) }).Distinct().ToEquatableArray();
        draft.RequiresKnownIndices = true;
        var objectives = method.ContainingType.GetMembers().OfType<IMethodSymbol>().Where(ObjectiveReader.IsObjective)
            .Select(objective => new ObjectiveReader(draft, method, semantics.Compilation, quantities, steps).Read(objective, cancellation))
            .Where(objective => objective is not null).Select(objective => objective!).ToEquatableArray();
        var prepared = draft.Prepared.Select(data => data with { Steps = StepAxes.Rename(draft.Graph, data.Steps) }).ToEquatableArray();
        HashSet<int> observed = [.. Likelihoods.OnlyObserved(
            draft.Graph, [.. Program.WithoutRequirements(steps)], prepared, [.. draft.Arrays.Select(array => array.Role)], draft.Arrays.SelectMany(array => array.Extents).Select(draft.Graph.Id))];
        var all = steps.Concat(prepared.SelectMany(data => data.Steps)).Concat(objectives.SelectMany(objective => objective.Steps)).ToList();
        steps = [.. steps, .. Reach.Of(draft, all, objectives.Select(objective => objective.Value))];
        return new(
            name,
            draft.Parameters.Select(p => p with { IsObserved = observed.Contains(p.Array) }).ToEquatableArray(),
            draft.Sizes.Sizes.ToEquatableArray(),
            draft.Graph.Axes.ToEquatableArray(),
            draft.Arrays.Select(array => draft.Declaration(array)).ToEquatableArray(),
            draft.Graph.Nodes.ToEquatableArray(),
            steps, checks, draft.Sites.ToEquatableArray(), objectives) { LengthChecks = lengths, IntegerChecks = integers, Prepared = prepared, Calls = calls };
    }

    private static ModelName NameOf(IMethodSymbol method, CancellationToken cancellation)
    {
        var type = method.ContainingType;
        var syntax = method.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellation) as MethodDeclarationSyntax;
        var modifiers = syntax is null ? "static" : string.Join(" ", syntax.Modifiers.Select(m => m.Text).Where(m => m != "partial"));
        var space = type.ContainingNamespace is { IsGlobalNamespace: false } named ? named.ToDisplayString() : string.Empty;
        return new(space, type.Name, type.DeclaredAccessibility == Accessibility.Public ? "public" : "internal", method.Name, modifiers);
    }

    private static void RequireShape(Draft draft, IMethodSymbol method, Compilation compilation)
    {
        var type = method.ContainingType;
        var complaint =
            !method.IsStatic || !method.ReturnsVoid || method.IsGenericMethod
                ? $"The model's method must be declared 'static partial void {method.Name}(…)'; it runs on its parameters alone."
            : type.ContainingType is not null || type.IsGenericType || type.IsStatic || type.TypeKind != TypeKind.Class
                ? $"A model is a partial class of its own: '{type.Name}' must be neither nested, generic nor static."
            : null;
        if (complaint is not null)
        {
            draft.Diagnostics.Add(new(Rules.ModelShape, method.Locations[0], [complaint]));
        }

        // Members of a class hide what it imports, whatever their parameters are.
        var language = compilation.GetTypeByMetadataName("Gen.Modeling");
        foreach (var member in type.GetMembers().OfType<IMethodSymbol>())
        {
            if (member.MethodKind == MethodKind.Ordinary && language is not null && !language.GetMembers(member.Name).IsEmpty)
            {
                draft.Diagnostics.Add(new(Rules.HiddenFunction, member.Locations[0], [member.Name]));
            }
        }
    }
}
