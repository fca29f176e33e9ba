using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;

namespace Gen.Compiler.Tests.Harness;

/// <summary>How many bytes of IL methods have.</summary>
internal static class MethodSizes
{
    /// <summary>The JIT optimises no method of more than 60,000 bytes of IL; those that are emitted for the models of samples and tests stay well below.</summary>
    public const int Most = 20_000;

    /// <summary>
    /// The largest method that the JIT was seen to optimise; it does not if one names its locals too often, as one of 46,619 bytes did
    /// (DOTNET_JitStdOutFile=FILE DOTNET_JitDisasmSummary=1 says which).
    /// </summary>
    public const int MostOptimized = 29_521;

    private const BindingFlags Declared = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly;

    /// <summary>The methods and constructors that types declare, with their sizes.</summary>
    public static IReadOnlyList<(string Name, int Size)> Of(IEnumerable<Type> types) =>
    [
        .. types.SelectMany(type => type.GetMethods(Declared).Cast<MethodBase>().Concat(type.GetConstructors(Declared)))
            .Where(method => method.GetMethodBody() is not null)
            .Select(method => ($"{method.DeclaringType!.Name}.{method.Name}", method.GetMethodBody()!.GetILAsByteArray()!.Length)),
    ];
}
