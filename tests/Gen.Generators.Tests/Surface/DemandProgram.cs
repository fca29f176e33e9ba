using System;
using System.Collections.Generic;
using System.Linq;
using Gen.Compiler.Emission.Surface;
using Gen.Generators.Tests.Harness;
using Gen.Generators.Tests.Surface.Models;

namespace Gen.Generators.Tests.Surface;

/// <summary>A program that uses the surface of <see cref="DemandModel"/> as a reader of the documentation would. Compiled once.</summary>
public abstract class DemandProgram
{
    private const string Text =
        """
        using System;
        using Gen;
        using Gen.Sampling;
        using Shop;

        internal static class Program
        {
            private static readonly Vector Price = [1, 1.5, 2, 2.5, 3, 4, 5, 6];
            private static readonly Demand Market = new(Price);
            private static readonly Vector Sold = Market.Do(a: 100, b: -1.1, sigma: 2).Draw(seed: 7).Sales;
            private static readonly Demand Observed = Market.Observe(sales: Sold);
            private static readonly Demand.Posterior Posterior = Observed.Sample(seed: 1);

            public static double[] Prices() => [.. Price];

            public static double[] Sales() => [.. Sold];

            public static string[] Printed() =>
                [Market.Do(sigma: 2).ToString(), Market.Do(a: 100, b: -1, sigma: 2).Draw(seed: 7).ToString(), Posterior.Predict(price: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22]).ToString(), Posterior.Profit(unitCost: 0.3).ToString()];

            public static Draws[] Quantities() => [Posterior.A, Posterior.B, Posterior.Sigma, Posterior.Mu];

            public static double[] Intervened()
            {
                var world = Market.Do(a: 100, b: -1.1).Draw(seed: 7);
                return [world.A, world.B, .. world.Mu];
            }

            public static double[] MuOfIntervention() => [.. Market.Do(mu: [1, 2, 3, 4, 5, 6, 7, 8], sigma: 1e-9).Draw().Sales];

            public static double[] FirstWorld()
            {
                var world = Market.Draw(seed: 3);
                return [world.A, world.B, world.Sigma, .. world.Mu, .. world.Sales];
            }

            public static Draws[] Prior()
            {
                var prior = Market.PriorPredictive(draws: 500, seed: 3);
                return [prior.A, prior.B, prior.Sigma, prior.Mu, prior.Sales];
            }

            public static Draws[] PosteriorPredictive()
            {
                var again = Posterior.PosteriorPredictive(seed: 5);
                return [again.Mu, again.Sales];
            }

            public static Draws[] Predict()
            {
                var unseen = Posterior.Predict(price: [1.25, 10], seed: 5);
                return [unseen.Mu, unseen.Sales];
            }

            public static Draws[] Pinned()
            {
                var posterior = Observed.Do(b: -1.1, sigma: 2).Sample(seed: 2);
                return [posterior.A, posterior.B, posterior.Sigma, posterior.Mu];
            }

            public static double BestPriceAtKnownElasticity()
            {
                var posterior = Observed.Do(b: -1.1).Sample(draws: 250, tune: 250, chains: 2, seed: 2);
                var best = posterior.Profit(unitCost: 0.3).Maximize(price: [1.0], Bounds.AtLeast(0));
                return best.Price[0];
            }

            public static double[] Evaluation()
            {
                var problem = Posterior.Profit(unitCost: 0.3);
                var (value, gradient) = problem.Evaluate([1.2, 2.0]);
                var step = 1e-5;
                return
                [
                    value, problem.Utilities([1.2, 2.0]).Mean,
                    gradient[0], (problem.Evaluate([1.2 + step, 2.0]).Value - problem.Evaluate([1.2 - step, 2.0]).Value) / (2 * step),
                    gradient[1], (problem.Evaluate([1.2, 2.0 + step]).Value - problem.Evaluate([1.2, 2.0 - step]).Value) / (2 * step),
                ];
            }

            public static ModelTrace Trace() => Observed.Trace(new() { A = 90, B = -1, Sigma = 3 });

            public static ModelTrace TraceOfIntervention() => Observed.Do(b: -1).Trace(new() { A = 90, Sigma = 3 });

            public static string TraceAgainstIntervention() => Message(() => Observed.Do(b: -1).Trace(new() { A = 90, B = -2, Sigma = 3 }));

            public static string CannotStart() => Message(() => new Demand([0, 1], [1, 2]).Do(b: -1).Sample());

            public static double[] Densities()
            {
                ILogDensity free = Observed.CreateLogDensity(), pinned = Observed.Do(b: -1.1).CreateLogDensity();
                double[] gradient = new double[3], pinnedGradient = new double[2];
                return
                [
                    free.Evaluate([4.5, -1.1, 0.7], gradient), pinned.Evaluate([4.5, 0.7], pinnedGradient),
                    gradient[0], pinnedGradient[0], gradient[2], pinnedGradient[1],
                ];
            }

            public static string SampleUnobserved() => Message(() => Market.Sample());

            public static string TraceUnobserved() => Message(() => Market.Trace());

            public static string TraceDeterministic() => Message(() => Observed.Do(mu: Price).Trace());

            public static string SampleDeterministic() => Message(() => Observed.Do(mu: Price).Sample());

            public static string SampleOutsideSupport() => Message(() => Observed.Do(a: -1).Sample());

            public static string SampleNothingLeft() => Message(() => Observed.Do(a: 1, b: 1, sigma: 1).Sample());

            public static string DoOfAnotherShape() => Message(() => Market.Do(mu: [1, 2]));

            public static string WithOfAnotherLength() => Message(() => Observed.With(price: [1, 2]));

            public static string DoNotANumber() => Message(() => Market.Do(a: double.NaN));

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

    private readonly Type program;

    /// <summary>The program with generated files.</summary>
    private protected DemandProgram(params IEnumerable<(string Path, string Text)> generated) =>
        program = SourceCompilation.Load(SourceCompilation.Of([("Demand.cs", DemandModel.Body), ("Program.cs", Text), .. generated]));

    public T Call<T>(string method) => SourceCompilation.Call<T>(program, method);
}

/// <summary>The program over kernels that were written by hand, and the surface of a model that was built by hand.</summary>
public sealed class HandWrittenDemand() : DemandProgram(
    ("Demand.g.cs", SurfaceEmitter.Emit(DemandModel.Build(), DemandModel.Sources)), ("Demand.Kernels.g.cs", "#nullable enable\n" + DemandKernels.Text));

/// <summary>The program over what the generator writes.</summary>
public sealed class GeneratedDemand() : DemandProgram(GeneratorRun.Of(("Demand.cs", DemandModel.Body)).Files.Select(file => (file.Key, file.Value)));
