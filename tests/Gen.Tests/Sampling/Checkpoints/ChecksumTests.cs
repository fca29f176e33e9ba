using System.Collections.Generic;
using System.IO;
using Gen.Sampling;
using Xunit;

namespace Gen.Tests.Sampling;

public sealed class ChecksumTests
{
    [Fact]
    public void EveryBitAndEveryLengthCounts()
    {
        var seen = new HashSet<ulong>();
        foreach (var length in (int[])[0, 1, 7, 8, 9, 15, 16, 17, 100])
        {
            Assert.True(seen.Add(Of(new byte[length])));
            for (var bit = 0; bit < 8 * length; bit++)
            {
                var bytes = new byte[length];
                bytes[bit / 8] = (byte)(1 << (bit % 8));
                Assert.True(seen.Add(Of(bytes)));
            }
        }
    }

    [Fact]
    public void BlocksAreJoined()
    {
        var bytes = new byte[200_003];
        var sum = Of(bytes);
        foreach (var at in (int[])[0, 65535, 65536, 65537, 131071, 131072, 200_002])
        {
            bytes[at] = 1;
            Assert.NotEqual(sum, sum = Of(bytes));
        }
    }

    private static ulong Of(byte[] bytes)
    {
        using var stream = new MemoryStream(bytes);
        return Checksum.Of(stream, bytes.Length);
    }
}
