using System;
using System.Linq;
using Gen.Generators.Tests.Harness;
using Xunit;

namespace Gen.Generators.Tests.EndToEnd;

/// <summary>What data with a likelihood mean where something else reads them: models small enough for their answers to be known.</summary>
public sealed class ObservedDataProgram
{
    private const string Text =
        """
        using System;
        using System.Linq;
        using Gen;
        using static Gen.Modeling;

        internal partial class Stock
        {
            [Model]
            static partial void Define(Vector x, Vector y)
            {
                var m = Sample(Normal(0, 1));
                var mu = Deterministic(m * x);
                Observe(y, Normal(mu, 1));
            }

            [Objective]
            static double Loss(Vector mu, Vector y, [Decision] double d) => Sum(Square(mu * d - y));
        }

        internal partial class Process
        {
            [Model]
            static partial void Define([Dims("t")] Vector x, [Dims("t")] Vector y)
            {
                var rho = Sample(Normal(0.5, 0.01));
                for (var t = 1; t < y.Length; t++)
                {
                    Observe(y[t], Normal(rho * y[t - 1] + x[t], 0.001));
                }
            }
        }

        internal partial class Forecast
        {
            [Model]
            static partial void Define(Vector y, int h)
            {
                var rho = Sample(Normal(0.9, 0.01));
                Observe(y[1..], Normal(rho * y[..^1], 0.1));
                var path = new Vector(h);
                path[0] = Generate(Normal(rho * y[^1], 0.1));
                for (var t = 1; t < h; t++)
                {
                    path[t] = Generate(Normal(rho * path[t - 1], 0.1));
                }
            }
        }

        internal partial class Smoothing
        {
            [Model]
            static partial void Define(Vector y, int h)
            {
                var a = Sample(Normal(0.5, 0.001));
                var level = y[0];
                for (var t = 1; t < y.Length; t++)
                {
                    Observe(y[t], Normal(level, 1));
                    level = a * y[t] + (1 - a) * level;
                }

                var path = Generate(Normal(level, 0.1), h);
            }
        }

        internal partial class Derived
        {
            [Model]
            static partial void Define(Vector x, Vector earn)
            {
                var b = Sample(Normal(3, 0.001));
                var logEarn = Log(earn);
                Observe(logEarn, Normal(b * x, 0.001));
            }
        }

        internal partial class Anonymous
        {
            [Model]
            static partial void Define(Vector x, Vector y)
            {
                var b = Sample(Normal(3, 0.001));
                Observe(Log(y), Normal(b * x, 0.001));
            }
        }

        internal partial class Prepared
        {
            static Vector Sines(Vector x) => x.ToArray().Select(Math.Sin).ToArray();

            [Model]
            static partial void Define(Vector x, Vector y)
            {
                var b = Sines(x);
                var w = Sample(Normal(2, 0.001));
                Observe(y, Normal(b * w, 0.001));
            }
        }

        internal static class Program
        {
            private const int Few = 200;

            private static Process.Posterior Ar() => new Process([0, 0, 0, 0], [8, 4, 2, 1]).Sample(draws: Few, tune: Few, chains: 2, seed: 1);

            public static double Objective() => new Stock([1, 3], [1, 2]).Sample(draws: Few, tune: Few, chains: 2, seed: 1).Loss().Utilities(d: 0).Mean;

            public static double[] InSequence() => Means(Ar().Predict(x: [1, 1, 1, 1]).Y);

            public static double[] History() => Means(Ar().Predict(y: [16, 0, 0], x: [1, 1, 1]).Y);

            public static string NoHistory() => Message(() => Ar().Predict(x: [1, 1, 1]));

            public static string NothingGiven() => Message(() => new Process([1, 1, 1]).Draw());

            public static double[] Path() => Means(new Forecast([0, 0, 0, 100], 2).Sample(draws: Few, tune: Few, chains: 2, seed: 1).Predict(h: 2).Path);

            public static double[] Level() => Means(new Smoothing([0, 0, 0, 100], 2).Sample(draws: Few, tune: Few, chains: 2, seed: 1).Predict(h: 2).Path);

            public static double[] Named() => Means(new Derived([1], [Math.Exp(3)]).Sample(draws: Few, tune: Few, chains: 2, seed: 1).Predict(x: [1, 2]).LogEarn);

            public static double[] Unnamed() => Means(new Anonymous([1], [Math.Exp(3)]).Sample(draws: Few, tune: Few, chains: 2, seed: 1).Predict(x: [1, 2]).LogY);

            public static double[] Basis() => Means(new Prepared([0, 1], [0, 1.68294]).Sample(draws: Few, tune: Few, chains: 2, seed: 1).Predict(x: [0, Math.PI / 2, 0]).Y);

            private static double[] Means(VectorDraws draws) => draws.Mean.ToArray();

            private static string Message(Func<object> action)
            {
                try
                {
                    action();
                    return "nothing was thrown";
                }
                catch (InvalidOperationException exception)
                {
                    return exception.Message;
                }
            }
        }
        """;

    private readonly Type program = SourceCompilation.Load(SourceCompilation.Of(
        [("Program.cs", Text), .. GeneratorRun.Of(("Program.cs", Text)).Files.Select(file => (file.Key, file.Value))]));

    public T Call<T>(string method) => SourceCompilation.Call<T>(program, method);
}

public class ObservedDataTests(ObservedDataProgram program) : IClassFixture<ObservedDataProgram>
{
    [Fact]
    public void An_objective_reads_the_data_that_were_given() => Assert.Equal(5, program.Call<double>("Objective"), 12);

    // Ten standard errors of the slope's prior, which the powers of the lags multiply, are below a tenth.
    [Theory]
    [InlineData("InSequence", new[] { 8.0, 5, 3.5, 2.75 })]
    [InlineData("History", new[] { 16.0, 9, 5.5 })]
    [InlineData("Named", new[] { 3.0, 6 })]
    [InlineData("Unnamed", new[] { 3.0, 6 })]
    [InlineData("Basis", new[] { 0.0, 2, 0 })]
    [InlineData("Level", new[] { 50.0, 50 })]
    public void Predictions_have_the_means_of_closed_forms(string method, double[] means)
    {
        var found = program.Call<double[]>(method);
        Assert.Equal(means.Length, found.Length);
        Assert.All(means.Zip(found), pair => Assert.InRange(pair.Second, pair.First - 0.15, pair.First + 0.15));
    }

    [Fact]
    public void A_forecast_goes_on_from_the_series_that_was_given()
    {
        var path = program.Call<double[]>("Path");
        Assert.InRange(path[0], 89.5, 90.5);
        Assert.InRange(path[1], 80, 82);
    }

    [Theory]
    [InlineData("NoHistory")]
    [InlineData("NothingGiven")]
    public void What_is_read_and_was_not_given_is_refused_by_name(string method) => Assert.StartsWith(
        "Process: 'y[0]' is not given, and 'y[t] ~ Normal(rho * y[t - 1] + x[t], 0.001)' reads it", program.Call<string>(method), StringComparison.Ordinal);
}
