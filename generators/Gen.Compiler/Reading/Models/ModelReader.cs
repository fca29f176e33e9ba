using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Gen.Compiler.Ir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Gen.Compiler.Reading;

/// <summary>Reads the method marked <c>[Model]</c>, and the objectives beside it, into a <see cref="Model"/>.</summary>
public static class ModelReader
{
    // Equalities of sizes that a reading finds are assumed by the next; each finds fewer, and two are enough but for odd models.
    private const int MostReadings = 4;

    /// <summary>Whether a method is marked <c>[Model]</c>.</summary>
    public static bool IsModel(IMethodSymbol method) => method.GetAttributes().Any(attribute =>
        attribute.AttributeClass is { Name: "ModelAttribute", ContainingNamespace: { Name: "Gen", ContainingNamespace.IsGlobalNamespace: true } });

    /// <summary>Reads what an attribute was found on.</summary>
    public static ReadResult Read(GeneratorAttributeSyntaxContext context, CancellationToken cancellation) =>
        Read((IMethodSymbol)context.TargetSymbol, context.SemanticModel.Compilation, cancellation);

    /// <summary>Reads a model's method, in the compilation of a semantic model.</summary>
    public static ReadResult Read(IMethodSymbol method, SemanticModel semantics, CancellationToken cancellation) => Read(method, semantics.Compilation, cancellation);

    /// <summary>Reads a model's method.</summary>
    /// <exception cref="OperationCanceledException">Reading was cancelled.</exception>
    public static ReadResult Read(IMethodSymbol method, Compilation compilation, CancellationToken cancellation)
    {
        method = method.PartialImplementationPart ?? method;
        var name = NameOf(method, cancellation);
        var isSound = true;
        var syntax = method.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellation);
        var draft = new Draft(new());
        Model? model = null;
        try
        {
            model = ReadOnce(draft, method, name, compilation, cancellation, out isSound);
            for (var readings = 1; draft.Sizes.HasChanged && readings < MostReadings; readings++)
            {
                draft = new(new(draft.Sizes));
                model = ReadOnce(draft, method, name, compilation, cancellation, out isSound);
            }
        }
        catch (NotSupportedException)
        {
            // The graph has a bit for each of 64 axes.
            draft.Diagnostics.Add(new(Rules.TooManyAxes, method.Locations[0], []));
        }
        catch (Exception exception) when (exception is not OperationCanceledException && RejectedByCSharp(method, compilation, cancellation) is { } rejected)
        {
            // What C# rejects has no meaning that a reading could rely on.
            model = null;
            draft.Diagnostics.Add(new(Rules.UnsupportedConstruct, rejected, [ExpressionReader.Rejected, ExpressionReader.SaidByCSharp]));
        }

        var sources = new SourceMap(syntax?.SyntaxTree.FilePath ?? string.Empty, draft.Lines.ToEquatableArray()) { Ambiguous = draft.AmbiguousSites.ToEquatableArray() };
        ImmutableArray<ReadDiagnostic> diagnostics = [.. draft.Diagnostics.OrderBy(d => d.Location.SourceSpan.Start)];
        if (model is null)
        {
            var outline = isSound && !diagnostics.IsEmpty ? OutlineReader.Of(method, compilation, cancellation).Read(name, diagnostics[0].Message) : null;
            return new(null, name, sources, diagnostics, []) { Outline = outline };
        }

        var (compacted, arguments) = Compaction.Run(model, draft.Arguments);
        return new(compacted, name, sources, diagnostics, arguments);
    }

    /// <summary>Where C# has an error of its own in a model's body or in an objective's, or null.</summary>
    private static Location? RejectedByCSharp(IMethodSymbol method, Compilation compilation, CancellationToken cancellation) =>
        method.ContainingType.GetMembers().OfType<IMethodSymbol>().Where(ObjectiveReader.IsObjective).Prepend(method)
            .SelectMany(read => read.DeclaringSyntaxReferences).Select(reference => reference.GetSyntax(cancellation)).OfType<MethodDeclarationSyntax>()
            .Select(declaration => (SyntaxNode?)declaration.Body ?? declaration.ExpressionBody).OfType<SyntaxNode>()
            .SelectMany(body => compilation.GetSemanticModel(body.SyntaxTree).GetDiagnostics(body.Span, cancellation))
            .FirstOrDefault(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)?.Location;

    /// <summary>The model, or null where something is wrong with it; what is wrong with an objective takes that away alone.</summary>
    private static Model? ReadOnce(Draft draft, IMethodSymbol method, ModelName name, Compilation compilation, CancellationToken cancellation, out bool isSound)
    {
        var body = new BodyReader(draft, new(), compilation, cancellation);
        body.Scope.Enter(method);
        draft.Sizes.BeginSection();
        isSound = ClassShape.Check(method, compilation, draft.Diagnostics);
        if (method.Parameters.GroupBy(parameter => parameter.Name).Any(same => same.Count() > 1))
        {
            // C# says so.
            isSound = false;
            return null;
        }

        var binding = new BindingCheck(compilation, cancellation);
        if (binding.Report(method, draft.Diagnostics))
        {
            return null;
        }

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
            body.Elements.FillUnassigned();
        }

        var steps = StepAxes.Rename(draft.Graph, VaryingLengths.Guard(draft, body.Scope.Steps));
        Reach.Unite(draft, steps);
        var checks = draft.Sizes.Checks();
        var lengths = draft.TakeLengthChecks();
        var quantities = draft.Arrays.Count;
        QuantityNames.Check(draft, method, name);
        GeneratedQuantities.Check(draft, steps);
        MovingJumps.Check(draft, steps, method.Locations[0]);
        SampledElements.Check(draft, steps);
        for (var i = 0; i < draft.Arguments.Count; i++)
        {
            draft.Arguments[i] = draft.Arguments[i] with { Node = StepAxes.Rename(draft.Graph, draft.Arguments[i].Node) };
        }

        if (draft.Diagnostics.Count > 0)
        {
            return null;
        }

        var calls = draft.Calls.Select(call => call with { Density = StepAxes.Rename(draft.Graph, call.Density) }).Distinct().ToEquatableArray();
        draft.RequiresKnownIndices = true;
        var outline = OutlineReader.Of(method, compilation, cancellation);
        var (objectives, outlined) = (new List<Objective>(), new List<Objective>());
        foreach (var objective in method.ContainingType.GetMembers().OfType<IMethodSymbol>().Where(ObjectiveReader.IsObjective))
        {
            var (mark, reported) = (draft.Mark(), draft.Diagnostics.Count);
            if (!QuantityNames.CheckObjective(draft, objective, objectives.Concat(outlined).Select(other => other.Name)))
            {
                continue;
            }

            var read = binding.Report(objective, draft.Diagnostics)
                ? null : new ObjectiveReader(draft, method, compilation, quantities, steps).Read(objective, cancellation);
            if (read is not null && draft.Diagnostics.Count == reported)
            {
                objectives.Add(read);
                continue;
            }

            draft.Return(mark);
            outlined.AddRange(outline.Objective(objective, draft.Diagnostics[draft.Diagnostics.Count - 1].Message) is { } declared ? [declared] : []);
        }

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
            steps, checks, draft.Sites.ToEquatableArray(), objectives.ToEquatableArray())
        {
            LengthChecks = lengths, Prepared = prepared, Calls = calls, Outlined = outlined.ToEquatableArray(),
        };
    }

    private static ModelName NameOf(IMethodSymbol method, CancellationToken cancellation)
    {
        var type = method.ContainingType;
        var syntax = method.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellation) as MethodDeclarationSyntax;
        var modifiers = syntax is null ? "static" : string.Join(" ", syntax.Modifiers.Where(m => !m.IsKind(SyntaxKind.PartialKeyword) && !m.IsKind(SyntaxKind.AsyncKeyword)).Select(m => m.Text));
        var outer = new List<OuterType>();
        for (var around = type.ContainingType; around is not null; around = around.ContainingType)
        {
            outer.Insert(0, new(around.Name, Keyword(around), around.DeclaredAccessibility == Accessibility.Public));
        }

        var verbs = string.Join("_", outer.Select(around => around.Name).Append(type.Name)) + "Verbs";
        while (type.ContainingNamespace.GetTypeMembers(verbs).Any(ClassShape.IsWritten))
        {
            verbs += "_";
        }

        return new(SourceText.Namespace(type), type.Name, SyntaxFacts.GetText(type.DeclaredAccessibility), method.Name, modifiers)
        {
            Keyword = Keyword(type),
            Outer = outer.ToEquatableArray(),
            Verbs = verbs,
            Members = type.GetMembers().Where(ClassShape.IsWritten).Concat(Sealed(type)).Select(Member).Distinct().OrderBy(member => member, StringComparer.Ordinal).ToEquatableArray(),
            IsDeclared = syntax is null || syntax.Modifiers.Any(SyntaxKind.PartialKeyword),
        };
    }

    private static string Keyword(INamedTypeSymbol type) => (type.TypeKind, type.IsRecord) switch
    {
        (TypeKind.Struct, true) => "record struct",
        (TypeKind.Struct, false) => "struct",
        (TypeKind.Interface, _) => "interface",
        (_, true) => "record",
        _ => "class",
    };

    /// <summary>A member by name, a constructor with the types that it takes.</summary>
    /// <summary>What bases have overridden for good: it cannot be generated either.</summary>
    private static IEnumerable<ISymbol> Sealed(INamedTypeSymbol type) =>
        type.BaseType is { } based ? based.GetMembers().Where(member => member.IsSealed && member.IsOverride).Concat(Sealed(based)) : [];

    private static string Member(ISymbol member) => member is IMethodSymbol { MethodKind: MethodKind.Constructor } constructor
        ? $"({string.Join(", ", constructor.Parameters.Select(parameter => parameter.Type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat)))})"
        : member.Name;
}
