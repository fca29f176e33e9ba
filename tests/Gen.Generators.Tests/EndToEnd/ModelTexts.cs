using System.Collections.Generic;

namespace Gen.Generators.Tests.EndToEnd;

/// <summary>Models of many shapes: every type of data, observed and not, latents and deterministics of every rank, several decisions, awkward names.</summary>
internal static class ModelTexts
{
    private const string Usings = "using Gen;\nusing static Gen.Modeling;\n\n";

    public static IReadOnlyDictionary<string, string> All { get; } = new Dictionary<string, string>
    {
        ["Radon"] = Usings +
            """
            /// <summary>A model.</summary>
            public partial class Radon
            {
                [Model]
                static partial void Define(int[] county, Vector floor, Vector logRadon, Dim counties)
                {
                    var mu    = Sample(Normal(0, 10));
                    var tau   = Sample(HalfNormal(1));
                    var alpha = Sample(Normal(mu, tau), counties);
                    var beta  = Sample(Normal(0, 10));
                    var sigma = Sample(HalfNormal(1));
                    Observe(logRadon, Normal(alpha[county] + beta * floor, sigma));
                }
            }
            """,
        ["AbTest"] = Usings +
            """
            namespace Lab.Trials;

            internal partial class AbTest
            {
                [Model]
                private static partial void Compare(int visitorsA, int conversionsA, int visitorsB, int conversionsB)
                {
                    var pA = Sample(Beta(1, 1));
                    var pB = Sample(Beta(1, 1));
                    Observe(conversionsA, Binomial(visitorsA, pA));
                    Observe(conversionsB, Binomial(visitorsB, pB));
                    var difference = Deterministic(pB - pA);
                }
            }
            """,
        ["Counts"] = Usings +
            """
            /// <summary>A model.</summary>
            public partial class Counts
            {
                [Model]
                static partial void Define(double exposure, int[] events, Vector model, bool isWet)
                {
                    var rate_0 = Sample(Gamma(2, 1));
                    var seed   = Sample(Normal(0, 1));
                    Observe(events, Poisson(exposure * rate_0 * Exp(seed * model)));
                    Observe(isWet, Bernoulli(0.5));
                }
            }
            """,
        ["Series"] = Usings +
            """
            /// <summary>A model.</summary>
            public partial class Series
            {
                [Model]
                static partial void Define(Vector y)
                {
                    var phi   = Sample(Uniform(-1, 1));
                    var sigma = Sample(HalfNormal(1));
                    for (var t = 1; t < y.Length; t++)
                    {
                        Observe(y[t], Normal(phi * y[t - 1], sigma));
                    }
                }
            }
            """,
        ["Plan"] = Usings +
            """
            /// <summary>A model.</summary>
            public partial class Plan
            {
                [Model]
                static partial void Define(Matrix spend, Vector sales)
                {
                    var beta  = Sample(HalfNormal(1), spend.Columns);
                    var sigma = Sample(HalfNormal(1));
                    var mu    = Deterministic(Dot(Log(1 + spend), beta));
                    Observe(sales, Normal(mu, sigma));
                }

                [Objective]
                static double Profit(Vector mu, [Decision] Matrix spend, [Decision] double discount, double margin)
                    => (margin - discount) * Sum(mu) * (1 + discount) - Sum(spend);

                [Objective]
                static double Reach(Vector beta, [Decision] Vector bounds) => Sum(beta * Log(1 + bounds)) - Sum(bounds);
            }
            """,
    };
}
