using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using Gen;

namespace RadonHierarchy;

/// <summary>Radon measured in 919 houses of Minnesota, and the uranium in the soil of all of its 87 counties, two of which were not measured.</summary>
/// <remarks>
/// The EPA's and the state's survey and the national uranium survey as used by A. Gelman and J. Hill (2006), Data analysis using regression and
/// multilevel/hierarchical models, chapter 12; the houses are those of posteriordb's data <c>radon_mn</c>. Each line of <c>radon.txt</c> is a county:
/// its name, uranium in parts per million, measurements in basements, measurements on first floors. Radon is in pCi/L, where 0 is recorded as 0.1.
/// </remarks>
public static class Survey
{
    private static readonly string[][] Lines = [.. Read()];

    /// <summary>The counties, in alphabetical order.</summary>
    public static Dim Counties { get; } = Lines.Select(line => line[0]).ToArray();

    /// <summary>Uranium in the soil of each county, in parts per million.</summary>
    public static Vector Uranium { get; } = Lines.Select(line => Number(line[1])).ToArray();

    /// <summary>The houses, county by county.</summary>
    public static IReadOnlyList<House> Houses { get; } =
    [
        .. from county in Enumerable.Range(0, Lines.Length)
           from floor in new[] { 0, 1 }
           from radon in Lines[county][2 + floor].Split(' ', StringSplitOptions.RemoveEmptyEntries)
           select new House(county, floor, Number(radon)),
    ];

    private static IEnumerable<string[]> Read()
    {
        using var reader = new StreamReader(typeof(Survey).Assembly.GetManifestResourceStream("radon.txt")!);
        while (reader.ReadLine() is { } line)
            yield return line.Split(';');
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}

/// <summary>A house that was measured.</summary>
/// <param name="County">Its county's index, from 0.</param>
/// <param name="Floor">Where the measurement was taken: 0 in the basement, 1 on the first floor.</param>
/// <param name="Radon">The radon that was found, in pCi/L.</param>
public sealed record House(int County, int Floor, double Radon);
