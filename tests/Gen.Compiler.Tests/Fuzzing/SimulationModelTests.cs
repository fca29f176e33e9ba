using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using Gen.Compiler.Tests.Harness;
using Xunit;

namespace Gen.Compiler.Tests.Fuzzing;

/// <summary>
/// Random models in which likelihoods read observed data: other elements, lags, reductions, each other's. The oracle is written beside each by the same
/// seed: plain C# with two arrays for what is observed, the given and the drawn one, that says at every read which of them it means and takes the same
/// variates from the same stream. Simulations agree with it element by element; without the data they agree too, or are refused where it meets what is missing.
/// </summary>
public sealed class SimulationModelTests
{
    private const int Models = 60;
    private const int ModelsPerCompilation = 30;

    [Fact]
    public void Simulations_read_what_was_given_and_what_a_process_has_drawn()
    {
        var failures = new List<string>();
        foreach (var seeds in Enumerable.Range(0, Models).Chunk(ModelsPerCompilation))
        {
            var texts = seeds.Select(SimulationWriter.Write).ToArray();
            using var compiled = CompiledModels.Compile(texts);
            foreach (var (seed, text) in seeds.Zip(texts))
            {
                var problem = (string)compiled.Type($"Sim{seed}").GetMethod("Problem")!.Invoke(null, BindingFlags.DoNotWrapExceptions, null, null, null)!;
                if (problem.Length > 0)
                {
                    failures.Add($"{problem}\n{text}");
                }
            }
        }

        Assert.True(failures.Count == 0, $"{failures.Count} of {Models} fail\n{string.Join("\n\n", failures.Take(3))}");
    }
}
