using System;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Gen.Numerics;
using Xunit;

namespace Gen.Tests.Numerics;

/// <summary>Wherever the stack lies, and whatever the collector moves, vectors that are kept in memory lie in lines of the cache of their own.</summary>
public class StackAlignmentTests
{
    private static readonly int Widest = Vector512.IsHardwareAccelerated ? 64 : Vector256.IsHardwareAccelerated ? 32 : 16;

    [Fact]
    public void The_padding_is_what_the_stack_lies_too_high()
    {
        var here = LoweredBy(0).Before;

        Assert.InRange(here, 0, Widest - 16);
        Assert.Equal(0, here % 16);
        foreach (var bytes in new[] { 16, 32, 48, 64, 80, 4000 })
        {
            Assert.Equal((here - bytes) & (Widest - 1), LoweredBy(bytes).Before);
        }
    }

    [Fact]
    public void A_stack_that_was_lowered_by_its_padding_needs_none()
    {
        foreach (var bytes in new[] { 0, 16, 32, 48, 64, 80, 4000 })
        {
            Assert.Equal(0, LoweredBy(bytes).After);
        }
    }

    [Fact]
    public void A_buffer_begins_a_line_and_does_not_move()
    {
        foreach (var length in new[] { 0, 1, 8, 40, 1000 })
        {
            var buffer = new LaneBuffer(length);
            var address = Address(buffer.AsSpan(length));
            Assert.Equal(0, address % 64);
            Assert.Equal(length, buffer.AsSpan(length).Length);
            Assert.Equal(new double[length], buffer.AsSpan(length).ToArray());

            GC.Collect(2, GCCollectionMode.Forced, blocking: true, compacting: true);
            Assert.Equal(address, Address(buffer.AsSpan(length)));
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static (int Before, int After) LoweredBy(int bytes)
    {
        Span<byte> lowering = stackalloc byte[bytes];
        var before = StackAlignment.Padding();
        Span<byte> padding = stackalloc byte[StackAlignment.Padding()];
        return (before, StackAlignment.Padding());
    }

    private static nint Address(Span<double> span) =>
        Unsafe.ByteOffset(ref Unsafe.NullRef<byte>(), ref Unsafe.As<double, byte>(ref MemoryMarshal.GetReference(span)));
}
