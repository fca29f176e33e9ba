namespace Gen.Compiler.Tests.Fuzzing;

/// <summary>The part of a program's file in which its latents' values are mapped to coordinates and back, and the log-densities that were recorded are those of the draws.</summary>
internal static class CenteredFile
{
    /// <summary>A method <c>Mapped</c> of the model's class: what is amiss of the maps at some positions, at values that were drawn from the prior and at the posterior's draws.</summary>
    public static string Mapped(string model) => $$"""
            private static string Mapped({{model}}.Posterior posterior, params double[][] drawn)
                {
                    var (own, density) = (posterior.Model.Compiled, posterior.Model.Compiled.CreateLogDensity());
                    var count = own.Quantities.Where(quantity => quantity.Kind == Gen.Models.QuantityKind.Latent).Sum(quantity => quantity.Size);
                    var values = new double[own.Quantities.Where(quantity => quantity.Kind != Gen.Models.QuantityKind.Observed).Sum(quantity => quantity.Size)];
                    double[] mapped = values.ToArray(), position = new double[density.Dimension], again = new double[density.Dimension];
                    string Trip(string what)
                    {
                        Gen.Generated.{{model}}.Recorder.Unconstrain(own.Data, values, again);
                        Gen.Generated.{{model}}.Recorder.Record(own.Data, again, mapped);
                        for (var i = 0; i < count; i++)
                        {
                            if (!(Math.Abs(mapped[i] - values[i]) <= 1e-9 * Math.Max(1, Math.Abs(values[i]))))
                            {
                                return $"{what}: value {i} of the latents, {values[i]}, is {mapped[i]} at its coordinates [{string.Join(", ", again)}]";
                            }
                        }

                        return "";
                    }

                    var random = new Gen.Numerics.RandomStream(6);
                    for (var trial = 0; trial < 4; trial++)
                    {
                        for (var i = 0; i < position.Length; i++)
                        {
                            position[i] = random.NextNormal();
                        }

                        Gen.Generated.{{model}}.Recorder.Record(own.Data, position, values);
                        if (Trip($"position {trial}") is { Length: > 0 } problem)
                        {
                            return problem;
                        }
                    }

                    foreach (var latents in drawn)
                    {
                        latents.CopyTo(values, 0);
                        if (latents.Length != count || Trip("simulation") is { Length: > 0 })
                        {
                            return latents.Length != count ? $"{latents.Length} values of {count}" : Trip("simulation");
                        }
                    }

                    for (var draw = 0; draw < posterior.Statistics.DrawsPerChain; draw++)
                    {
                        double[] latents = [.. posterior.Quantities.SelectMany(quantity => Enumerable.Range(0, quantity.Size).Select(i => quantity.Element(i)[draw])).Take(count)];
                        latents.CopyTo(values, 0);
                        if (Trip($"draw {draw}") is { Length: > 0 } problem)
                        {
                            return problem;
                        }

                        // What tuning centres is sampled in coordinates of its own: the log-density is theirs.
                        var wanted = density.Evaluate(again, position);
                        if (posterior.Statistics.Centering is { Length: > 0 } centering && density is Gen.Sampling.IRecentering recentering)
                        {
                            double[] written = [.. again.Select(_ => double.NaN)], locations = new double[again.Length], logScales = new double[again.Length];
                            recentering.Mark(written);
                            recentering.Center(again, [.. written.Select(own => double.IsNaN(own) ? 1 : own)], position, locations, logScales);
                            wanted += written.Select((own, i) => double.IsNaN(own) ? 0 : (own - centering[i]) * logScales[i]).Sum();
                        }

                        var found = posterior.Statistics.LogDensity[draw];
                        if (!(Math.Abs(found - wanted) <= 1e-9 * Math.Max(1, Math.Abs(wanted))))
                        {
                            return $"draw {draw}: its log-density is {wanted}, and {found} was recorded";
                        }
                    }

                    return "";
                }
            """;
}
