using System;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace Gen.Sampling;

/// <summary>
/// The momenta of a growing binary subtree of a trajectory, and its U-turn checks. Points come in order of integration; whenever the count
/// completes a pair of equal sub-subtrees they are joined and checked, exactly as the recursion of No-U-Turn does, without recursing.
/// </summary>
/// <remarks>
/// After point n (from 0) the pieces on the stack have the sizes of the binary digits of n + 1. Every piece just completed ends at the newest
/// point, so the last momentum of a piece is copied only when it has stopped growing.
/// </remarks>
internal sealed class Subtree
{
    private const int Pending = 0;
    private readonly VectorPool pool;
    private readonly (int First, int Last, int Sum)[] pieces;
    private int pieceCount;
    private int pointCount;
    private double pendingSquare;

    /// <summary>Buffers for subtrees of up to 2^<paramref name="maxDepth"/> points.</summary>
    public Subtree(int dimension, int maxDepth)
    {
        pieces = new (int, int, int)[maxDepth + 1];
        pool = new VectorPool(1 + 3 * pieces.Length, dimension);
        for (var i = 0; i < pieces.Length; i++)
            pieces[i] = (1 + 3 * i, 2 + 3 * i, 3 + 3 * i);
    }

    /// <summary>The first momentum of the completed subtree, whose size must be a power of two.</summary>
    public ReadOnlySpan<double> First => pool[pointCount == 1 ? Pending : pieces[0].First];

    /// <summary>The sum of the momenta of the completed subtree, whose size must be a power of two.</summary>
    public ReadOnlySpan<double> Sum => pool[pointCount == 1 ? Pending : pieces[0].Sum];

    /// <summary>Starts a new subtree.</summary>
    public void Clear() => pieceCount = pointCount = 0;

    /// <summary>Adds the next point, given <paramref name="square"/> = momentum·momentum; false when a piece it completes makes a U-turn.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public bool Add(ReadOnlySpan<double> momentum, double square)
    {
        var index = pointCount++;
        var pending = pool[Pending];
        if ((index & 1) == 0)
        {
            momentum.CopyTo(pending);
            pendingSquare = square;
            return true;
        }

        // Two single points: with ρ = a + b all three checks are the same two, a·ρ > 0 and b·ρ > 0.
        var piece = pieces[pieceCount++];
        var product = PaddedVectors.Dot(pending, momentum);
        if (!(pendingSquare + product > 0 && square + product > 0))
            return false;
        pending.CopyTo(pool[piece.First]);
        pending.CopyTo(pool[piece.Sum]);
        PaddedVectors.AddScaled(1, momentum, pool[piece.Sum]);

        for (var joins = BitOperations.TrailingZeroCount(~index) - 1; joins > 0; joins--)
        {
            var later = pieces[--pieceCount];
            var earlier = pieces[pieceCount - 1];
            if (!UTurn.JoinsStraight(
                pool[earlier.First], pool[earlier.Last], pool[earlier.Sum], pool[later.First], momentum, pool[later.Sum]))
            {
                return false;
            }
        }

        momentum.CopyTo(pool[pieces[pieceCount - 1].Last]);
        return true;
    }
}
