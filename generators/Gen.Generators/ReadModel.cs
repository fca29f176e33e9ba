using System;
using System.Linq;
using System.Threading;
using Gen.Compiler.Emission.Surface;
using Gen.Compiler.Ir;
using Gen.Compiler.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Gen.Generators;

/// <summary>What the pipeline keeps of a method marked <c>[Model]</c>: value-equal, and nothing of the compilation that it was read from.</summary>
internal sealed record ReadModel
{
    private ReadModel(string file, Model? model, Model? outline, SourceMap? sources, MethodDeclaration? declaration, Failure? failure)
    {
        File = file;
        Model = model;
        Outline = outline;
        Sources = sources;
        Declaration = declaration;
        Failure = failure;
    }

    /// <summary>The name that its files begin with; no other method's files have it.</summary>
    public string File { get; }

    /// <summary>The model, or null where there is none.</summary>
    public Model? Model { get; }

    /// <summary>Where there is no model, what its members are all the same; null where not even those are known.</summary>
    public Model? Outline { get; }

    /// <summary>Where the model's statements stand.</summary>
    public SourceMap? Sources { get; }

    /// <summary>What to declare where there is neither.</summary>
    public MethodDeclaration? Declaration { get; }

    /// <summary>Why there is no model, or why it goes without an objective.</summary>
    public Failure? Failure { get; }

    /// <summary>Reads a method. Never throws but for a cancellation.</summary>
    public static ReadModel From(GeneratorAttributeSyntaxContext context, CancellationToken cancellation)
    {
        var method = (IMethodSymbol)context.TargetSymbol;
        var syntax = (MethodDeclarationSyntax)context.TargetNode;
        var type = method.ContainingType;
        var file = FileNames.Of(type, context.SemanticModel.Compilation, cancellation);
        ReadModel Rejected(string message, Location at, bool isRule = false, ReadResult? result = null) =>
            new(
            file, null, result?.Outline, result?.Sources, MethodDeclaration.Of(method, syntax),
            new(type.Name, message, SourceSpan.Of(at), isRule, endsBuild: result?.Diagnostics.Any(diagnostic => diagnostic.EndsBuild) == true));

        var marked = type.GetMembers().OfType<IMethodSymbol>().Where(ModelReader.IsModel).ToList();
        var number = marked.FindIndex(other => SymbolEqualityComparer.Default.Equals(other, method));
        if (number > 0)
        {
            file += "." + method.Name + number.ToString(System.Globalization.CultureInfo.InvariantCulture);
            return Rejected($"the class has another model, {marked[0].Name}; a model is a class of its own", syntax.Identifier.GetLocation());
        }

        try
        {
            var result = ModelReader.Read(context, cancellation);
            if (result.Diagnostics.IsEmpty)
            {
                return new(file, result.Model, null, result.Sources, null, null);
            }

            var more = result.Diagnostics.Length > 1 ? $" (and {result.Diagnostics.Length - 1} more)" : "";
            var (reason, at) = ($"{result.Diagnostics[0].Message} [{result.Diagnostics[0].Id}]{more}", result.Diagnostics[0].Location);
            return result.Model is { } model
                ? new(file, model, null, result.Sources, null, new(type.Name, reason, SourceSpan.Of(at), isRule: true, isPart: true))
                : Rejected(reason, at, isRule: true, result);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            return Rejected($"reading it failed, which is a fault of the compiler: {exception}".Replace("\r", "").Replace("\n", " "), syntax.Identifier.GetLocation());
        }
    }

    /// <summary>What a method that lacks the mark of a model is declared by, so that C# lets the analyzers say so; null for any other.</summary>
    public static ReadModel? FromUnmarked(GeneratorSyntaxContext context, CancellationToken cancellation)
    {
        var syntax = (MethodDeclarationSyntax)context.Node;
        if (context.SemanticModel.GetDeclaredSymbol(syntax, cancellation) is not IMethodSymbol method || UnmarkedModel.Of(method, context.SemanticModel.Compilation, cancellation) is not { } found)
        {
            return null;
        }

        var (type, declaration) = (method.ContainingType, MethodDeclaration.Of(method, syntax));
        var number = type.GetMembers(method.Name).IndexOf(method).ToString(System.Globalization.CultureInfo.InvariantCulture);
        return new(
            $"{FileNames.Of(type, context.SemanticModel.Compilation, cancellation)}.{method.Name}{number}.Unmarked", null, null, null, declaration,
            new(type.Name, $"{found.Message} [{found.Id}]", SourceSpan.Of(found.Location), isRule: true, endsBuild: declaration is null));
    }
}
