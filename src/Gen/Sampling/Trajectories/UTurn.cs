using System;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Registers = System.Numerics.Vector;

namespace Gen.Sampling;

/// <summary>
/// The generalised U-turn criterion where two adjacent pieces of a trajectory meet, in whitened momenta: the joined piece goes on straight
/// while both its ends point along its summed momentum ρ, and so do the ends of each piece extended by the nearest point of the other.
/// </summary>
/// <remarks>
/// Betancourt (2016), "Identifying the optimal integration time in Hamiltonian Monte Carlo"; the two extra checks are Stan's since 2.21
/// (stan-dev/stan pull request 2800). Pieces are given in the order of integration, which may run backwards in time: the criterion is symmetric.
/// </remarks>
internal static class UTurn
{
    /// <summary>
    /// Whether the join of two pieces still goes straight; adds <paramref name="laterSum"/> to <paramref name="earlierSum"/>, which becomes the sum of
    /// the join.
    /// </summary>
    /// <param name="earlierFirst">The momentum at the first point of the earlier piece.</param>
    /// <param name="earlierLast">The momentum at its last point.</param>
    /// <param name="earlierSum">The sum of its momenta; replaced.</param>
    /// <param name="laterFirst">The momentum at the first point of the later piece.</param>
    /// <param name="laterLast">The momentum at its last point.</param>
    /// <param name="laterSum">The sum of its momenta.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static bool JoinsStraight(
        ReadOnlySpan<double> earlierFirst,
        ReadOnlySpan<double> earlierLast,
        Span<double> earlierSum,
        ReadOnlySpan<double> laterFirst,
        ReadOnlySpan<double> laterLast,
        ReadOnlySpan<double> laterSum)
    {
        ref var a = ref MemoryMarshal.GetReference(earlierFirst);
        ref var b = ref MemoryMarshal.GetReference(earlierLast);
        ref var rho = ref MemoryMarshal.GetReference(earlierSum);
        ref var c = ref MemoryMarshal.GetReference(laterFirst);
        ref var d = ref MemoryMarshal.GetReference(laterLast);
        ref var sigma = ref MemoryMarshal.GetReference(laterSum);
        Vector<double> aAll = default, dAll = default, aExtended = default, cExtended = default, bExtended = default, dExtended = default;
        for (nuint i = 0; i < (nuint)earlierSum.Length; i += (nuint)Vector<double>.Count)
        {
            Vector<double> first = Registers.LoadUnsafe(ref a, i), innerFirst = Registers.LoadUnsafe(ref c, i);
            Vector<double> last = Registers.LoadUnsafe(ref d, i), innerLast = Registers.LoadUnsafe(ref b, i);
            Vector<double> earlier = Registers.LoadUnsafe(ref rho, i), later = Registers.LoadUnsafe(ref sigma, i);
            var all = earlier + later;
            var earlierExtended = earlier + innerFirst;
            var laterExtended = later + innerLast;
            all.StoreUnsafe(ref rho, i);
            aAll += first * all;
            dAll += last * all;
            aExtended += first * earlierExtended;
            cExtended += innerFirst * earlierExtended;
            bExtended += innerLast * laterExtended;
            dExtended += last * laterExtended;
        }

        return Registers.Sum(aAll) > 0 && Registers.Sum(dAll) > 0
            && Registers.Sum(aExtended) > 0 && Registers.Sum(cExtended) > 0
            && Registers.Sum(bExtended) > 0 && Registers.Sum(dExtended) > 0;
    }
}
