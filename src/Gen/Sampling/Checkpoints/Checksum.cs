using System;
using System.Buffers.Binary;
using System.IO;
using System.Numerics;

namespace Gen.Sampling;

/// <summary>
/// A checksum of 64 bits. It tells accidents, not forgers: each step maps states one to one, and words too, so that a change within one word always changes it, and any other
/// all but once in 2⁶⁴ times.
/// </summary>
/// <remarks>
/// The steps are those of XXH64 (Collet, xxHash specification) for its last words. A cryptographic digest would ask for a system's library of cryptography, which a small
/// container has not.
/// </remarks>
internal static class Checksum
{
    private const int BlockLength = 1 << 16;
    private const ulong Prime1 = 0x9E3779B185EBCA87, Prime2 = 0xC2B2AE3D27D4EB4F, Prime4 = 0x85EBCA77C2B2AE63, Prime5 = 0x27D4EB2F165667C5;

    /// <summary>The checksum of the next <paramref name="length"/> bytes.</summary>
    public static ulong Of(Stream stream, long length)
    {
        var block = new byte[BlockLength];
        var sum = Prime5 + (ulong)length;
        for (var rest = length; rest > 0; rest -= BlockLength)
        {
            var part = block.AsSpan(0, (int)Math.Min(rest, BlockLength));
            stream.ReadExactly(part);

            // The last word is filled up with zeros, which the length tells from content.
            var words = block.AsSpan(0, (part.Length + 7) / 8 * 8);
            words[part.Length..].Clear();
            for (; words.Length > 0; words = words[8..])
            {
                var mixed = BitOperations.RotateLeft(BinaryPrimitives.ReadUInt64LittleEndian(words) * Prime2, 31) * Prime1;
                sum = BitOperations.RotateLeft(sum ^ mixed, 27) * Prime1 + Prime4;
            }
        }

        return sum;
    }
}
