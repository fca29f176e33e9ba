using System.Linq;
using System.Reflection;
using Gen.Distributions;
using Xunit;

namespace Gen.Tests.Distributions;

/// <summary>The runtime's densities and tails against 60 digits, at ordinary and extreme points.</summary>
public class DensityScanTests
{
    public static TheoryData<string> Functions => [.. ScanRow.Functions];

    [Theory]
    [MemberData(nameof(Functions))]
    public void Values_have_their_digits(string name)
    {
        var rows = ScanRow.All.Where(row => row.Name == name).ToArray();
        var method = typeof(Normal).Assembly.GetType($"Gen.Distributions.{rows[0].Distribution}", throwOnError: true)!.GetMethod(rows[0].Function)!;
        var wrong = rows
            .Select(row => row.Wrong((double)method.Invoke(null, [.. row.Arguments.Cast<object>()])!)).OfType<string>().ToArray();
        Assert.True(wrong.Length == 0, $"{wrong.Length} are wrong:\n{string.Join('\n', wrong.Take(12))}");
    }

    [Fact]
    public void Every_univariate_distribution_is_in_the_table()
    {
        var univariate = typeof(Normal).Assembly.GetTypes().Where(type =>
            type.GetCustomAttribute<DistributionAttribute>() is not null && type.GetMethod("LogDensity")!.GetParameters().All(parameter => parameter.ParameterType == typeof(double)));
        Assert.All(univariate, type =>
        {
            // The improper ones are 1 everywhere.
            var least = type.Name is nameof(Flat) or nameof(HalfFlat) ? 3 : 20;
            Assert.True(ScanRow.All.Count(row => row.Name == $"{type.Name}.LogDensity") >= least, type.Name);
        });
    }
}
