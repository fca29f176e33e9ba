using System;
using System.Collections.Generic;
using System.Reflection;

namespace Gen.Compiler.Tests.Harness;

/// <summary>A model's body executed as the ordinary C# that it is, from a class that holds nothing generated.</summary>
internal sealed class ExecutedBody(Type type, object[] arguments, IReadOnlyList<TraceSite> sites)
{
    private readonly MethodInfo define = type.GetMethod("Define", BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)!;

    /// <summary>The quantities and the terms of the log-density at the latents' values, by name, on their own scale.</summary>
    public ModelTrace At(IReadOnlyDictionary<string, double[]> latents) =>
        BodyTrace.Run(type.Name, () => define.Invoke(null, BindingFlags.DoNotWrapExceptions, null, arguments, null), sites, latents, seed: 1);
}
