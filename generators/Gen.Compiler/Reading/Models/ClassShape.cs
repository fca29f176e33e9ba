using System.Collections.Generic;
using System.Linq;
using Gen.Compiler.Ir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Gen.Compiler.Reading;

/// <summary>Whether a model's class and method are such that the rest of them can be generated.</summary>
public sealed class ClassShape
{
    private const string GeneratorName = "Gen.Generators.ModelGenerator";

    private readonly IMethodSymbol method;
    private readonly INamedTypeSymbol type;
    private readonly List<ReadDiagnostic> diagnostics;

    private ClassShape(IMethodSymbol method, List<ReadDiagnostic> diagnostics) => (this.method, type, this.diagnostics) = (method, method.ContainingType, diagnostics);

    /// <summary>Reports what is wrong; false where not even members that throw can be generated.</summary>
    public static bool Check(IMethodSymbol method, Compilation compilation, List<ReadDiagnostic> diagnostics)
    {
        var shape = new ClassShape(method, diagnostics);
        shape.HiddenFunctions(compilation);
        shape.Method();
        return shape.Modifiers() & shape.Class() & shape.Construction() & shape.Members();
    }

    /// <summary>That a type which is a model, or around one, is not partial; null where it is.</summary>
    public static ReadDiagnostic? NotPartial(INamedTypeSymbol type) =>
        type.DeclaringSyntaxReferences.Select(reference => reference.GetSyntax()).OfType<TypeDeclarationSyntax>().FirstOrDefault(part => !part.Modifiers.Any(SyntaxKind.PartialKeyword)) is { } whole
            ? new(Rules.MissingModifier, whole.Identifier.GetLocation(), [type.Name, "partial", "its constructors and members are generated."], "partial") { EndsBuild = true } : null;

    /// <summary>Whether a member stands in the user's own source: analyzers see what was generated as well.</summary>
    public static bool IsWritten(ISymbol member) =>
        !member.IsImplicitlyDeclared && !member.DeclaringSyntaxReferences.IsEmpty && !member.DeclaringSyntaxReferences.All(reference => reference.SyntaxTree.FilePath.Contains(GeneratorName));

    private void Refuse(Location at, string complaint) => diagnostics.Add(new(Rules.ModelShape, at, [complaint]));

    /// <summary>Refuses the class, where its name stands around the method.</summary>
    private bool Refused(string? complaint)
    {
        if (complaint is not null)
        {
            Refuse(method.DeclaringSyntaxReferences[0].GetSyntax().FirstAncestorOrSelf<TypeDeclarationSyntax>()!.Identifier.GetLocation(), complaint);
        }

        return complaint is null;
    }

    private void Method()
    {
        if (!method.ReturnsVoid || method.IsGenericMethod || method.IsAsync)
        {
            Refuse(method.Locations[0], $"The model's method must be declared 'static partial void {method.Name}(…)': it returns nothing, and runs on its parameters alone.");
        }
    }

    /// <summary>What a word must be put before; the members of a class can be generated whatever its method lacks.</summary>
    private bool Modifiers()
    {
        var declaration = (MethodDeclarationSyntax)method.DeclaringSyntaxReferences[0].GetSyntax();
        if (!method.IsStatic)
        {
            Missing(method, "static", "it runs on its parameters alone.");
        }

        if (!declaration.Modifiers.Any(SyntaxKind.PartialKeyword))
        {
            Missing(method, "partial", "its other half is generated.");
        }

        var isPartial = true;
        for (var outer = type; outer is not null; outer = outer.ContainingType)
        {
            if (NotPartial(outer) is { } whole)
            {
                diagnostics.Add(whole);
                isPartial = false;
            }
        }

        return isPartial;
    }

    private void Missing(IMethodSymbol member, string modifier, string reason) =>
        diagnostics.Add(new(Rules.MissingModifier, member.Locations[0], [member.Name, modifier, reason], modifier));

    private bool Class()
    {
        var outer = Outer().ToList();
        return Refused(
            type.TypeKind != TypeKind.Class || type.IsStatic ? $"A model is a class of which there are objects: '{type.Name}' must be a partial class or record, and not static."
            : type.IsAbstract ? $"A model is constructed: '{type.Name}' must not be abstract."
            : type.IsGenericType || outer.Any(around => around.IsGenericType) ? $"A model's data have types of their own: neither '{type.Name}' nor a type around it may be generic."
            : type.IsFileLocal || outer.Any(around => around.IsFileLocal) ? $"The rest of '{type.Name}' stands in another file: neither it nor a type around it may be declared 'file'."
            : outer.Prepend(type).FirstOrDefault(around => around.ContainingType is not null && around.DeclaredAccessibility is not (Accessibility.Public or Accessibility.Internal or Accessibility.ProtectedOrInternal)) is { } hidden
                ? $"'{type.Name}' cannot be reached where it is used: declare '{hidden.Name}' internal or public."
            : outer.FirstOrDefault(IsModel) is { } model ? $"A model is a class of its own: '{type.Name}' must not stand inside the model '{model.Name}'."
            : Objectives().FirstOrDefault(objective => MemberNames.TypesOf(objective).Contains(type.Name)) is { } taken
                ? $"The objective '{taken}' becomes a class '{type.Name}' inside this one, which cannot be called that too. Name the class otherwise, such as '{type.Name}Model'."
            : MemberNames.OfModel.Contains(type.Name) ? $"Every model has a member '{type.Name}', so its class cannot be called that. Name it otherwise, such as '{type.Name}Model'."
            : null);
    }

    private IEnumerable<string> Objectives() => type.GetMembers().OfType<IMethodSymbol>().Where(ObjectiveReader.IsObjective).Select(objective => objective.Name);

    private IEnumerable<INamedTypeSymbol> Outer()
    {
        for (var around = type.ContainingType; around is not null; around = around.ContainingType)
        {
            yield return around;
        }
    }

    private static bool IsModel(INamedTypeSymbol type) =>
        type.GetMembers().OfType<IMethodSymbol>().Any(member => member.GetAttributes().Any(attribute => attribute.AttributeClass?.ToDisplayString() == "Gen.ModelAttribute"));

    /// <summary>The constructors that are generated have to be the ones that set the data.</summary>
    private bool Construction()
    {
        var own = type.InstanceConstructors.Where(IsWritten).ToList();
        if (type.DeclaringSyntaxReferences.Select(reference => reference.GetSyntax()).OfType<TypeDeclarationSyntax>().Any(part => part.ParameterList is not null))
        {
            return Refused($"The constructors of a model are generated: '{type.Name}' must have no parameters of its own.");
        }

        if (type.BaseType is { SpecialType: not SpecialType.System_Object } based && !based.InstanceConstructors.Any(constructor =>
            constructor.Parameters.IsEmpty && constructor.DeclaredAccessibility is not Accessibility.Private))
        {
            return Refused($"The constructors of '{type.Name}' are generated, so its base '{based.Name}' needs one without parameters.");
        }

        if (type.GetMembers().FirstOrDefault(member => member is IPropertySymbol { IsRequired: true } or IFieldSymbol { IsRequired: true }) is { } required)
        {
            Refuse(required.Locations[0], $"Models are constructed from their data alone: '{required.Name}' must not be required.");
            return false;
        }

        var isSound = true;
        foreach (var constructor in own)
        {
            var syntax = constructor.DeclaringSyntaxReferences[0].GetSyntax() as ConstructorDeclarationSyntax;
            var data = string.Join(", ", method.Parameters.Select(parameter => parameter.Name));
            if (syntax is not null && !syntax.Initializer.IsKind(SyntaxKind.ThisConstructorInitializer))
            {
                Refuse(constructor.Locations[0], $"A constructor of one's own hands the data on to the one that is generated: write ': this({data})'.");
                isSound = false;
            }
            else if (method.Parameters.Select(parameter => parameter.Type).SequenceEqual(constructor.Parameters.Select(parameter => parameter.Type), SymbolEqualityComparer.Default))
            {
                Refuse(constructor.Locations[0], "A constructor that takes the same as this one is generated. Remove it, or give it other parameters.");
                isSound = false;
            }
        }

        return isSound;
    }

    private bool Members()
    {
        HashSet<string> generated = [.. MemberNames.OfModel, .. Objectives().SelectMany(objective => MemberNames.TypesOf(objective).Skip(1))];
        var taken = type.GetMembers().Where(member => member is not IMethodSymbol { MethodKind: not MethodKind.Ordinary } && generated.Contains(member.Name) && IsWritten(member)).ToList();
        foreach (var member in taken)
        {
            Refuse(member.Locations[0], $"A member '{member.Name}' is generated, so that the class can have no other. Name this one otherwise, such as '{member.Name}Value'.");
        }

        return taken.Count == 0;
    }

    /// <summary>Members of a class hide what it imports, whatever their parameters are.</summary>
    private void HiddenFunctions(Compilation compilation)
    {
        var language = compilation.GetTypeByMetadataName("Gen.Modeling");
        foreach (var member in type.GetMembers().OfType<IMethodSymbol>())
        {
            if (member.MethodKind == MethodKind.Ordinary && language is not null && !language.GetMembers(member.Name).IsEmpty)
            {
                diagnostics.Add(new(Rules.HiddenFunction, member.Locations[0], [member.Name]));
            }
        }
    }
}
