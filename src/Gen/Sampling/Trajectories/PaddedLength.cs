using System.Numerics;

namespace Gen.Sampling;

/// <summary>The length of a sampler's buffer: the dimension rounded up to whole vector registers, so that loops have no remainder.</summary>
internal static class PaddedLength
{
    /// <summary>The padded length of a buffer for <paramref name="dimension"/> coordinates.</summary>
    public static int Of(int dimension) => (dimension + Vector<double>.Count - 1) / Vector<double>.Count * Vector<double>.Count;
}
