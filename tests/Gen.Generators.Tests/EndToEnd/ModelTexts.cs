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
    };
}
