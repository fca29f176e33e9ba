using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Gen.Compiler.Interpretation;
using Gen.Compiler.Ir;
using Gen.Compiler.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Gen.Compiler.Tests.Harness;

/// <summary>Models read from C# source by the compiler's own front half.</summary>
internal static class ReadModels
{
    /// <summary>What reading the first method marked [Model] of each source gives, when it is asked for.</summary>
    public static IReadOnlyList<Lazy<ReadResult>> From(params string[] sources)
    {
        var compilation = CompiledModels.Compilation(sources);
        return [.. compilation.SyntaxTrees.Select(tree => new Lazy<ReadResult>(() => Read(compilation, tree)))];
    }

    /// <summary>The bindings of a model's sizes and data to the arguments of its method, in order.</summary>
    public static Bindings Bind(Model model, IReadOnlyList<object> arguments)
    {
        var sizes = new int[model.Sizes.Count];
        var values = new Dictionary<int, double[]>();
        for (var p = 0; p < model.Parameters.Count; p++)
        {
            var parameter = model.Parameters[p];
            var (lengths, elements) = Elements(arguments[p]);
            for (var d = 0; d < parameter.Sizes.Count; d++)
            {
                sizes[parameter.Sizes[d]] = lengths[d];
            }

            if (parameter.Array >= 0)
            {
                values.Add(parameter.Array, elements);
            }
        }

        return new(sizes, values);
    }

    private static ReadResult Read(CSharpCompilation compilation, SyntaxTree tree)
    {
        var semantics = compilation.GetSemanticModel(tree);
        var method = tree.GetRoot().DescendantNodes().OfType<MethodDeclarationSyntax>()
            .First(m => m.AttributeLists.Any(list => list.Attributes.Any(a => a.Name.ToString() == "Model")));
        return ModelReader.Read(semantics.GetDeclaredSymbol(method)!, semantics, CancellationToken.None);
    }

    private static (int[] Lengths, double[] Elements) Elements(object argument) => argument switch
    {
        double number => ([], [number]),
        int number => ([], [number]),
        bool truth => ([], [truth ? 1 : 0]),
        Vector vector => ([vector.Length], vector.ToArray()),
        Gen.Matrix matrix => ([matrix.Rows, matrix.Columns], matrix.AsSpan().ToArray()),
        int[] integers => ([integers.Length], [.. integers.Select(i => (double)i)]),
        int[,] integers => ([integers.GetLength(0), integers.GetLength(1)], [.. integers.Cast<int>().Select(i => (double)i)]),
        Dim dim => ([dim.Length], []),
        _ => throw new NotSupportedException(argument.GetType().Name),
    };
}
