namespace Gen.Compiler.Scheduling;

/// <summary>The loops that a block stands in.</summary>
/// <param name="Axes">Their axes, one bit each.</param>
/// <param name="Lanes">Those of which several positions are computed at once, without branches: of what varies along them both values of a choice are computed.</param>
internal readonly record struct Around(ulong Axes, ulong Lanes)
{
    /// <summary>The same inside one loop more. One over the lanes' own axis takes its positions one at a time.</summary>
    public Around Inside(int axis, bool lanes) => new(Axes | 1UL << axis, lanes ? Lanes | 1UL << axis : Lanes & ~(1UL << axis));
}
