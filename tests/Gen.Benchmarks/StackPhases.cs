using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Linq;
using System.Runtime.CompilerServices;
using Gen.Benchmarks.References;
using Gen.Numerics;
using Gen.Posteriors.Tests.References;
using Gen.Sampling;

namespace Gen.Benchmarks;

/// <summary>Does a gradient take longer where its caller's stack lies elsewhere?</summary>
internal static class StackPhases
{
    private const int Alignment = 16;
    private const int Line = 64;
    private const int Page = 4096;

    // A vector across two pages is what costs most, and that befalls a few places of a page only: each phase is measured at many.
    private const int Places = 32;
    private const int Turns = 31;
    private static readonly double Turn = Stopwatch.Frequency / 2000.0;

    private static readonly string[] Published =
    [
        "GLM_Poisson_Data-GLM_Poisson_model", "dogs-dogs", "gp_pois_regr-gp_regr", "hmm_example-hmm_example", "irt_2pl-irt_2pl",
        "low_dim_gauss_mix-low_dim_gauss_mix", "nes1996-nes", "radon_mn-radon_hierarchical_intercept_noncentered", "wells_data-wells_dae_inter_model",
    ];

    /// <summary>
    /// Prints microseconds for a gradient with the stack 0, 16, 32 and 48 bytes lower, each at the slowest place of a page; the
    /// ratio of the slowest of the four to the fastest; and that of the slowest to the fastest place of all.
    /// </summary>
    /// <remarks>The places of a page remain a little apart: stores and loads that are a multiple of a page apart are taken for each other for a moment.</remarks>
    public static void Measure(string? only)
    {
        Console.WriteLine($"{"µs for a gradient, the stack lower by bytes",-54} {"0",9} {"16",9} {"32",9} {"48",9} {"ratio",7} {"of places",9}");
        foreach (var (name, density) in Densities().Where(entry => only is null || entry.Name.Contains(only, StringComparison.Ordinal)))
        {
            var times = Times(density);
            double[] slowest =
            [
                .. Enumerable.Range(0, Line / Alignment)
                    .Select(phase => Enumerable.Range(0, Places).Max(place => times[phase * Alignment + place * (Page / Places)])),
            ];
            Console.WriteLine(
                $"{name,-54} {string.Join(" ", slowest.Select(time => FormattableString.Invariant($"{time,9:F3}")))} "
                + FormattableString.Invariant($"{slowest.Max() / slowest.Min(),7:F3} {times.Values.Max() / times.Values.Min(),9:F3}"));
        }
    }

    private static IEnumerable<(string Name, ILogDensity Density)> Densities()
    {
        foreach (var name in Published)
        {
            yield return (name, PublishedPosteriors.Named(name).Load().CreateLogDensity());
        }

        var random = new RandomStream(1);
        var answers = new double[1000, 5];
        foreach (var (student, question) in from student in Enumerable.Range(0, 1000) from question in Enumerable.Range(0, 5) select (student, question))
        {
            answers[student, question] = random.NextInt(2);
        }

        yield return ("LSAT, answers at random", new LawSchoolAdmission(answers).CreateLogDensity());
    }

    /// <summary>The microseconds of a gradient by the bytes that the stack is lowered by: the fastest with the stack as it is, times the median ratio to that.</summary>
    private static Dictionary<int, double> Times(ILogDensity density)
    {
        int[] lowered = [.. from place in Enumerable.Range(0, Places) from phase in Enumerable.Range(0, Line / Alignment) select place * (Page / Places) + phase * Alignment];
        double[] position = [.. Enumerable.Range(1, density.Dimension).Select(i => 0.3 * Math.Sin(i))];
        var gradient = new double[density.Dimension];

        // Until the code has been compiled for good.
        var evaluations = 1;
        var warming = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(warming).TotalMilliseconds < 500)
        {
            var elapsed = Elapsed(0, density, position, gradient, evaluations);
            evaluations = Math.Max(1, (int)(evaluations * Turn / Math.Max(elapsed, 1)));
        }

        // The clock of a busy machine changes: what counts is the ratio to a turn with the stack as it is, at once before or after.
        var reference = double.PositiveInfinity;
        var ratios = lowered.ToDictionary(bytes => bytes, _ => new double[Turns]);
        for (var turn = 0; turn < Turns; turn++)
        {
            foreach (var bytes in lowered)
            {
                var before = Elapsed(turn % 2 == 0 ? 0 : bytes, density, position, gradient, evaluations);
                var after = Elapsed(turn % 2 == 0 ? bytes : 0, density, position, gradient, evaluations);
                ratios[bytes][turn] = turn % 2 == 0 ? (double)after / before : (double)before / after;
                reference = Math.Min(reference, turn % 2 == 0 ? before : after);
            }
        }

        return ratios.ToDictionary(entry => entry.Key, entry => entry.Value.Order().ElementAt(Turns / 2) * reference * 1e6 / Stopwatch.Frequency / evaluations);
    }

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static long Elapsed(int bytes, ILogDensity density, double[] position, double[] gradient, int evaluations)
    {
        Span<byte> lowering = stackalloc byte[bytes];
        var start = Stopwatch.GetTimestamp();
        for (var i = 0; i < evaluations; i++)
        {
            density.Evaluate(position, gradient);
        }

        return Stopwatch.GetTimestamp() - start;
    }
}
