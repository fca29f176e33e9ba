using Gen.Compiler.Analysis;

namespace Gen.Compiler.Differentiation;

/// <summary>What is known of where values and derivatives may be infinite.</summary>
/// <param name="Kinds">The kinds of values as they are in mathematics.</param>
/// <param name="Rounded">The kinds of values as they are computed: exponentials are 0 and infinite, too.</param>
/// <param name="Masks">What masks arrays' elements.</param>
internal sealed record Limits(KindAnalysis Kinds, KindAnalysis Rounded, Masks Masks);
