using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Gen.Numerics;

/// <summary>Where emitted code has its stack, so that no vector that is kept there lies across two lines of the cache.</summary>
/// <remarks>
/// Around a call, every vector that is still needed lies on the stack, and so do the function's argument and its result. .NET aligns the stack to 16 bytes,
/// and such places to their size of up to 64 bytes relative to the stack at the call of the method that they belong to. At three of four positions of
/// the stack they all lie across two lines of the cache, and where one of them lies across two pages, storing it and loading it again takes some 40 ns:
/// the same kernel took up to 1.9 times as long, by the frames of whoever called it. Emitted code therefore lowers its stack by <see cref="Padding"/>
/// before it calls its kernels; their places are then multiples of their size, as the bounds of lines and pages are.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class StackAlignment
{
    /// <summary>By how many bytes the caller has to lower its stack so that what it then calls has its vectors in lines of their own.</summary>
    /// <remarks>A method that the caller calls knows, by where it has a vector itself; narrower lanes than 32 bytes are aligned by .NET.</remarks>
    [SkipLocalsInit]
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static unsafe int Padding()
    {
        if (Vector512.IsHardwareAccelerated)
        {
            Vector512<byte> place;
            return (int)(nint)(&place) & (sizeof(Vector512<byte>) - 1);
        }

        if (Vector256.IsHardwareAccelerated)
        {
            Vector256<byte> place;
            return (int)(nint)(&place) & (sizeof(Vector256<byte>) - 1);
        }

        return 0;
    }
}
