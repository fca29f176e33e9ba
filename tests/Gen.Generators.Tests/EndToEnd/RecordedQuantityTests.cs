using System;
using Gen.Generators.Tests.Harness;
using Xunit;

namespace Gen.Generators.Tests.EndToEnd;

/// <summary>Objectives of what is generated: a newsvendor who bakes before demand is known.</summary>
public class RecordedQuantityTests
{
    private const string Text =
        """
        using System;
        using System.Linq;
        using Gen;
        using static Gen.Modeling;

        internal partial class Bakery
        {
            [Model]
            static partial void Define(Vector hour, int[] sold)
            {
                var rate = Sample(Gamma(mu: 30, sigma: 5));
                Observe(sold, Poisson(rate * hour));
                var demand = Generate(NegativeBinomial(rate, 5));
                var noise = Generate(Normal(0, 1), hour.Length);
                var mu = Deterministic(rate * hour);
            }

            [Objective]
            static double Profit(double demand, [Decision] double baked) => 3 * Min(demand, baked) - baked;

            [Objective]
            static double Sales(Vector mu, Vector noise, [Decision] Vector hour) => Sum(hour * (mu + noise));
        }

        internal static class Program
        {
            private static readonly Bakery.Posterior Days = new Bakery([1, 1, 2], [28, 33, 61]).Sample(draws: 500, tune: 300, chains: 2, seed: 1);

            public static double Difference(double baked) =>
                Days.Profit().Utilities(baked).Values.ToArray().Zip(Days.Demand.Values.ToArray()).Max(pair => Math.Abs(pair.First - (3 * Math.Min(pair.Second, baked) - baked)));

            public static double AtTwenty() => Difference(20);

            public static double AtForty() => Difference(40);

            // Marginal sales are worth 3 and cost 1: bake to the quantile of 2/3.
            public static double[] Best()
            {
                var demand = Days.Demand.Values.ToArray().Order().ToArray();
                return [Days.Profit().Maximize(baked: 25, Bounds.Between(0, 200)).Baked, demand[demand.Length * 2 / 3 - 60], demand[demand.Length * 2 / 3 + 60]];
            }

            public static double OfOtherNoise() => Days.Sales().Utilities([1, 2, 3]).Values.ToArray().Select((utility, draw) =>
                Math.Abs(utility - Enumerable.Range(0, 3).Sum(i => (i + 1) * ((i + 1) * Days.Rate.Values[draw] + Days.Noise[i].Values[draw])))).Max();

            public static string OfOtherLength()
            {
                try
                {
                    return "" + Days.Sales().Evaluate([1, 2]).Value;
                }
                catch (ArgumentException exception)
                {
                    return exception.Message;
                }
            }
        }
        """;

    private static readonly Lazy<Type> Program = new(() => SourceCompilation.Load(GeneratorRun.Of(("Program.cs", Text)).Output));

    [Theory]
    [InlineData("AtTwenty")]
    [InlineData("AtForty")]
    [InlineData("OfOtherNoise")]
    public void Utilities_are_those_of_the_recorded_draws(string method) => Assert.InRange(SourceCompilation.Call<double>(Program.Value, method), 0, 1e-9);

    [Fact]
    public void A_newsvendor_bakes_to_the_critical_quantile()
    {
        var best = SourceCompilation.Call<double[]>(Program.Value, "Best");
        Assert.InRange(best[0], best[1], best[2]);
    }

    [Fact]
    public void A_decision_of_another_length_than_what_was_drawn_is_refused() => Assert.Equal(
        "Bakery: 'noise' has 3 elements, 'Sales' has 2 decisions (they share an axis)", SourceCompilation.Call<string>(Program.Value, "OfOtherLength"));
}
