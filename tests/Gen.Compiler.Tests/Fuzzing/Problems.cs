using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using Gen.Compiler.Tests.Harness;

namespace Gen.Compiler.Tests.Fuzzing;

/// <summary>What programs find amiss that hold a model against an oracle written beside it: each has a type with a static method <c>Problem</c>, whose text is empty where all agrees.</summary>
internal static class Problems
{
    public static IEnumerable<(int Seed, string Text)> Of(IReadOnlyList<int> seeds, Func<int, string> write, Func<int, string> type)
    {
        string[] texts = [.. seeds.Select(write)];
        CompiledModels compiled;
        try
        {
            compiled = CompiledModels.Compile(texts);
        }
        catch (Exception problem) when (problem is CompilationException or InvalidOperationException)
        {
            // Which of them it was is found one by one.
            return seeds.Count == 1 ? [(seeds[0], $"{problem.Message}\n{texts[0]}")] : [.. seeds.SelectMany(seed => Of([seed], write, type))];
        }

        using (compiled)
        {
            var found = new List<(int, string)>();
            for (var i = 0; i < seeds.Count; i++)
            {
                var problem = Run(compiled.Type(type(seeds[i])));
                if (problem.Length > 0)
                {
                    found.Add((seeds[i], $"seed {seeds[i]}: {problem}\n{texts[i]}"));
                }
            }

            return found;
        }
    }

    private static string Run(Type type)
    {
        try
        {
            return (string)type.GetMethod("Problem")!.Invoke(null, BindingFlags.DoNotWrapExceptions, null, null, null)!;
        }
        catch (Exception raw) when (raw is not OutOfMemoryException)
        {
            return raw.ToString();
        }
    }
}
