using System;

namespace Gen.Compiler.Definitions;

/// <summary>A modifier needs a function that the definition of a distribution inside it lacks.</summary>
internal sealed class MissingFunctionException(string function, string distribution) : Exception($"{function} of {distribution}")
{
    public string Function { get; } = function;

    public string Distribution { get; } = distribution;
}
