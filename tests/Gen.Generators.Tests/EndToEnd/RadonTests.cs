using System;
using System.Linq;
using Gen.Generators.Tests.Harness;
using Xunit;

namespace Gen.Generators.Tests.EndToEnd;

/// <summary>A hierarchy, simulated from known values and used as its documentation would.</summary>
public sealed class RadonProgram
{
    private const string Text =
        """
        using System;
        using System.Linq;
        using Gen;

        internal static class Program
        {
            private static readonly int[] County = [.. Enumerable.Range(0, 120).Select(i => i % 4)];
            private static readonly Vector Floor = [.. Enumerable.Range(0, 120).Select(i => i / 4 % 2 == 0 ? 0.0 : 1.0)];
            private static readonly Radon Houses = new(County, Floor, counties: ["Aitkin", "Anoka", "Becker", "Blue Earth"]);
            private static readonly Vector Measured = Houses.Do(alpha: [1, 2, 3, 4], beta: -0.5, sigma: 0.5).Draw(seed: 11).LogRadon;
            private static readonly Radon.Posterior Posterior = Houses.Observe(Measured).Sample(draws: 500, tune: 500, chains: 2, seed: 4);

            public static Draws[] Quantities() => [Posterior.Mu, Posterior.Tau, Posterior.Alpha, Posterior.Beta, Posterior.Sigma];

            public static double ByLabel() => Posterior.Alpha["Blue Earth"].Mean;

            public static string Summary() => Posterior.Summary().ToString();

            public static string Prediction() => Posterior.Predict(county: [3, 0], floor: [0, 1], seed: 3).LogRadon.Summary().ToString();

            public static double[] RootIsPinned() => [.. Houses.Observe(Measured).Do(mu: 0).Sample(draws: 50, tune: 50, chains: 1).Mu.Values];

            public static string NotARoot() => Message(() => Houses.Observe(Measured).Do(alpha: [1, 2, 3, 4]).Sample());

            public static string OtherCounties() => Message(() => Posterior.Predict(counties: 5));

            public static string Labels() => string.Join(", ", Houses.PriorPredictive(draws: 2).Alpha.Dim);

            public static string Missing() => Message(() => new Radon(null!, Floor, counties: 4));

            private static string Message(Func<object> action)
            {
                try
                {
                    action();
                    return "nothing was thrown";
                }
                catch (Exception exception)
                {
                    return exception.GetType().Name + ": " + exception.Message;
                }
            }
        }
        """;

    private readonly Type program = SourceCompilation.Load(SourceCompilation.Of(
    [
        ("Radon.cs", ModelTexts.All["Radon"]), ("Program.cs", Text),
        .. GeneratorRun.Of(("Radon.cs", ModelTexts.All["Radon"])).Files.Select(file => (file.Key, file.Value)),
    ]));

    public T Call<T>(string method) => SourceCompilation.Call<T>(program, method);
}

public class RadonTests(RadonProgram program) : IClassFixture<RadonProgram>
{
    [Fact]
    public void The_posterior_finds_what_made_the_data()
    {
        var alpha = (VectorDraws)program.Call<Draws[]>("Quantities")[2];
        var beta = (ScalarDraws)program.Call<Draws[]>("Quantities")[3];

        // Thirty houses a county at sigma 0.5; five posterior standard deviations.
        for (var county = 0; county < 4; county++)
        {
            Assert.InRange(alpha[county].Mean, county + 1 - 5 * alpha[county].Sd, county + 1 + 5 * alpha[county].Sd);
            Assert.InRange(alpha[county].Sd, 0.05, 0.3);
        }

        Assert.InRange(beta.Mean, -0.5 - 5 * beta.Sd, -0.5 + 5 * beta.Sd);
        Assert.Equal(alpha[3].Mean, program.Call<double>("ByLabel"));
    }

    [Fact]
    public void Labels_reach_the_summary()
    {
        Assert.Contains("alpha[Blue Earth]", program.Call<string>("Summary"), StringComparison.Ordinal);
        Assert.Equal("Aitkin, Anoka, Becker, Blue Earth", program.Call<string>("Labels"));
    }

    [Fact]
    public void Predictions_on_other_houses_have_a_row_each()
    {
        var table = program.Call<string>("Prediction");
        Assert.Contains("logRadon_pred", table, StringComparison.Ordinal);
        Assert.Equal(3, table.TrimEnd().Split('\n').Length);
    }

    [Fact]
    public void A_root_of_the_hierarchy_can_be_pinned() => Assert.All(program.Call<double[]>("RootIsPinned"), mu => Assert.Equal(0, mu));

    [Theory]
    [InlineData("NotARoot", "InvalidOperationException: Radon: the posterior with 'alpha' set by Do cannot be sampled, because its prior depends on other quantities")]
    [InlineData("OtherCounties", "InvalidOperationException: Radon: 'alpha' has 4 elements in the posterior and 5 under the new data")]
    [InlineData("Missing", "ArgumentNullException: Value cannot be null. (Parameter 'county')")]
    public void Mistakes_are_refused_by_name(string method, string message) => Assert.StartsWith(message, program.Call<string>(method), StringComparison.Ordinal);
}
