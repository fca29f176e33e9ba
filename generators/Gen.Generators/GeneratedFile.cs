using System;
using Microsoft.CodeAnalysis;

namespace Gen.Generators;

/// <summary>A file of a model, or why there is none.</summary>
internal sealed record GeneratedFile
{
    private GeneratedFile(string name, string? text, Failure? failure)
    {
        Name = name;
        Text = text;
        Failure = failure;
    }

    private string Name { get; }

    private string? Text { get; }

    /// <summary>Why there is none, or null.</summary>
    public Failure? Failure { get; }

    /// <summary>The file that <paramref name="emit"/> writes; what it throws becomes a diagnostic, because a generator that throws takes every model's files with it.</summary>
    public static GeneratedFile From(string name, string model, Func<string?> emit)
    {
        try
        {
            return new(name, emit(), null);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            var message = $"writing {name} failed, which is a fault of the compiler: {exception}".Replace("\r", "").Replace("\n", " ");
            return new(name, null, new(model, message, null));
        }
    }

    /// <summary>Adds the file, where there is one, to the compilation.</summary>
    public void AddTo(SourceProductionContext context)
    {
        if (Text is not null)
        {
            context.AddSource(Name, Text);
        }

    }
}
