using System;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Linq;
using Gen.Approximations;
using Gen.Models;
using Gen.Posteriors.Tests.References;

namespace Gen.Benchmarks;

/// <summary>How near approximations come to the references of published posteriors, and whether they know it.</summary>
internal static class PublishedApproximations
{
    private const int Draws = 4000;

    private const string Heading =
        """
        # Approximations of all posteriors that have a reference

        Made by `dotnet run -c Release --project tests/Gen.Benchmarks -- approximations`: `Approximate()`, `Laplace()` and `Pathfinder()` as they are, then 4,000 draws.

        **k-hat**: that of the importance ratios; in brackets where the verdict is that intervals are not to be trusted. **mean** and **sd**: the largest distance of a mean from the reference's, in its
        standard deviations, and the largest ratio of two standard deviations, the greater by the smaller, of all parameters that have a variance. **gradients**: those of the search, the draws by which it is judged not among them.

        | posterior | dim | ADVI k-hat | mean | sd | gradients | seconds | Laplace k-hat | mean | sd | gradients | Pathfinder k-hat | mean | sd | gradients |
        | --- | --: | --: | --: | --: | --: | --: | --: | --: | --: | --: | --: | --: | --: | --: |
        """;

    /// <summary>Approximates the posteriors, prints a row of the table for each, and writes the table; posteriors that did not run keep their rows.</summary>
    public static void Measure(string? only)
    {
        var path = Path.Combine(SourceFiles.Folder, "APPROXIMATIONS.md");
        foreach (var posterior in PublishedPosteriors.All.Where(posterior => posterior.IsCompared && (only is null || posterior.Name.Contains(only, StringComparison.Ordinal))))
        {
            var model = posterior.Load();
            var watch = Stopwatch.StartNew();
            var advi = Cells(posterior, () => model.Approximate(null));
            var seconds = watch.Elapsed.TotalSeconds;
            var row = string.Create(
                CultureInfo.InvariantCulture,
                $"| {posterior.Name} | {model.CreateLogDensity().Dimension} | {advi} | {seconds:F2} | {Cells(posterior, () => model.Laplace(null))} | {Cells(posterior, () => model.Pathfinder(null))} |");
            Console.WriteLine(row);
            PublishedTable.Write(path, Heading, posterior.Name, row);
        }
    }

    private static string Cells(PublishedPosterior posterior, Func<ApproximatePosterior> approximate)
    {
        ApproximatePosterior found;
        try
        {
            found = approximate();
        }
        catch (InvalidOperationException)
        {
            return "none |  |  | ";
        }

        var (draws, _) = found.Draw(Draws, seed: 1);
        var elements = PosteriorDatabase.Reference(posterior.Name).Where(entry => !posterior.WithoutVariance.Contains(entry.Key))
            .Select(entry => (Reference: entry.Value, Ours: posterior.Element(draws, entry.Key))).ToArray();
        var mean = elements.Max(element => Math.Abs(element.Ours.Mean - element.Reference.Mean) / element.Reference.Sd);
        var sd = elements.Max(element => Math.Max(element.Ours.Sd / element.Reference.Sd, element.Reference.Sd / element.Ours.Sd));
        var shape = found.KHat.ToString("F2", CultureInfo.InvariantCulture);
        return string.Create(CultureInfo.InvariantCulture, $"{(found.IsReliable ? shape : $"({shape})")} | {mean:F2} | {sd:F2} | {found.Gradients}");
    }
}
