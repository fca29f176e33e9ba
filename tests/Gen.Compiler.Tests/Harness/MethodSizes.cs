using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;

namespace Gen.Compiler.Tests.Harness;

/// <summary>How many bytes of IL methods have.</summary>
internal static class MethodSizes
{
    /// <summary>
    /// The JIT optimises no method of more than 60,000 bytes of IL, nor one that names its locals too often: of emitted ones it optimised one of 29,416 and
    /// not one of 46,619 (DOTNET_JitStdOutFile=FILE DOTNET_JitDisasmSummary=1 says which).
    /// </summary>
    public const int Most = 30_000;

    private const BindingFlags Declared = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly;

    /// <summary>The methods and constructors that types declare, with their sizes.</summary>
    public static IReadOnlyList<(string Name, int Size)> Of(IEnumerable<Type> types) =>
    [
        .. types.SelectMany(type => type.GetMethods(Declared).Cast<MethodBase>().Concat(type.GetConstructors(Declared)))
            .Where(method => method.GetMethodBody() is not null)
            .Select(method => ($"{method.DeclaringType!.Name}.{method.Name}", method.GetMethodBody()!.GetILAsByteArray()!.Length)),
    ];
}
