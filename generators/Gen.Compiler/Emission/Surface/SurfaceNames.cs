using System;
using System.Collections.Generic;
using Gen.Compiler.Ir;

namespace Gen.Compiler.Emission.Surface;

/// <summary>Names beside the user's own in what is generated.</summary>
internal static class SurfaceNames
{
    /// <summary><paramref name="preferred"/>, or a name like it that is not <paramref name="taken"/>.</summary>
    public static string Unique(string preferred, IEnumerable<string> taken)
    {
        var names = new HashSet<string>(taken, StringComparer.Ordinal);
        while (!names.Add(preferred))
        {
            preferred += "_";
        }

        return preferred;
    }

    public static bool IsDecision(ObjectiveParameter parameter) => parameter.Binding is Binding.Decision or Binding.DecidedData;
}
