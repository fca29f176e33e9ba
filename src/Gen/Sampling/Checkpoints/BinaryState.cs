using System;
using System.IO;
using System.Runtime.InteropServices;
using Gen.Numerics;

namespace Gen.Sampling;

/// <summary>Arrays, lengths and streams of random numbers as parts of a state. Arrays are in the byte order of the machine.</summary>
internal static class BinaryState
{
    /// <summary>Writes values without their number.</summary>
    public static void Write<T>(this BinaryWriter writer, ReadOnlySpan<T> values)
        where T : unmanaged =>
        writer.Write(MemoryMarshal.AsBytes(values));

    /// <summary>Fills <paramref name="values"/> with as many as were written.</summary>
    public static void Read<T>(this BinaryReader reader, Span<T> values)
        where T : unmanaged =>
        reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(values));

    /// <summary>Writes where a stream of random numbers stands.</summary>
    public static void Write(this BinaryWriter writer, RandomStream random)
    {
        var (s0, s1, s2, s3, spareNormal) = random.State;
        writer.Write(s0);
        writer.Write(s1);
        writer.Write(s2);
        writer.Write(s3);
        writer.Write(spareNormal);
    }

    /// <summary>Puts a stream of random numbers where another stood.</summary>
    public static void Read(this BinaryReader reader, RandomStream random) =>
        random.State = (reader.ReadUInt64(), reader.ReadUInt64(), reader.ReadUInt64(), reader.ReadUInt64(), reader.ReadDouble());

    /// <summary>Reads a number in [0, <paramref name="most"/>].</summary>
    /// <exception cref="InvalidDataException">It is another.</exception>
    public static int ReadCount(this BinaryReader reader, int most)
    {
        var count = reader.ReadInt32();
        return count >= 0 && count <= most ? count : throw new InvalidDataException($"is torn (it says {count} where {most} is the most)");
    }
}
