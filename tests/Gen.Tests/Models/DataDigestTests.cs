using Gen.Models;
using Xunit;

namespace Gen.Tests.Models;

/// <summary>Data are told apart by their lines, whatever their type.</summary>
public class DataDigestTests
{
    [Fact]
    public void EveryValueCounts()
    {
        Assert.Equal(Of([1, 2, 3], [4, 5], 6, 7), Of([1, 2, 3], [4, 5], 6, 7));
        Assert.NotEqual(Of([1, 2, 3], [4, 5], 6, 7), Of([1, 3, 2], [4, 5], 6, 7));
        Assert.NotEqual(Of([1, 2, 3], [4, 5], 6, 7), Of([1, 2, 3, 0], [4, 5], 6, 7));
        Assert.NotEqual(Of([1, 2, 3], [4, 5], 6, 7), Of([1, 2, 3], [4, 6], 6, 7));
        Assert.NotEqual(Of([1, 2, 3], [4, 5], 6, 7), Of([1, 2, 3], [4, 5], 6.5, 7));
        Assert.NotEqual(Of([1, 2, 3], [4, 5], 6, 7), Of([1, 2, 3], [4, 5], 6, 8));
    }

    private static string Of(double[] x, int[] group, double scale, int count)
    {
        var digest = new DataDigest();
        digest.Add("x", x);
        digest.Add("group", group);
        digest.Add("scale", scale);
        digest.Add("count", count);
        Assert.StartsWith($"data x {x.Length} ", digest.Lines[0]);
        return string.Join('\n', digest.Lines);
    }
}
