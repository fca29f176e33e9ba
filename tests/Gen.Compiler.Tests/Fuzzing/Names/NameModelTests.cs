using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Reflection;
using Gen.Compiler.Tests.Harness;
using Xunit;

namespace Gen.Compiler.Tests.Fuzzing;

/// <summary>A model under random names compiles without a warning and means what it means under any, or one diagnostic says which name to change.</summary>
public sealed class NameModelTests
{
    [Fact]
    public void A_model_means_the_same_under_any_names()
    {
        var failures = new List<string>();
        foreach (var seed in Campaign.Seeds(0, share: 30))
        {
            var text = NameWriter.Write(seed);
            try
            {
                using var compiled = CompiledModels.Compile(text);
                var problem = (string)compiled.Assembly.GetTypes().First(type => type.Name == $"Held{seed}").GetMethod("Problem")!.Invoke(null, BindingFlags.DoNotWrapExceptions, null, null, null)!;
                failures.AddRange(problem.Length > 0 ? [$"seed {seed}: {problem}\n{text}"] : []);
            }
            catch (CompilationException refused) when (refused.Problems.Any(problem => problem.Id == "GEN0000" && problem.GetMessage(CultureInfo.InvariantCulture).Contains("[GEN", System.StringComparison.Ordinal)))
            {
                // What is not generated may lack what the program uses of it.
            }
            catch (System.Exception problem) when (problem is not System.OutOfMemoryException)
            {
                failures.Add($"seed {seed}: {problem}\n{text}");
            }
        }

        Assert.True(failures.Count == 0, $"{failures.Count} fail\n{string.Join("\n\n", failures.Take(5))}");
    }
}
