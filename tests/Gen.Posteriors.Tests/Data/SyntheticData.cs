using System;
using System.Linq;
using Gen.Numerics;
using Gen.Posteriors.Tests.Models;

namespace Gen.Posteriors.Tests.Data;

/// <summary>Models over data that were made from known values, the same in every run.</summary>
public static class SyntheticData
{
    /// <summary>A shop's sales at as many prices, of elasticity −1.1.</summary>
    public static Demand Demand(int days = 365)
    {
        var market = new Demand(Fill(days, i => 0.5 + 4.5 * (i * 37 % days) / days));
        return market.Observe(market.Do(a: 100, b: -1.1, sigma: 2).Draw(seed: 7).Sales);
    }

    /// <summary>A regression on three labelled features.</summary>
    public static LinearRegression LinearRegression(int rows = 100) =>
        new(Matrix(rows, 3), Fill(rows, i => 0.1 * i / rows + Math.Sin(5 * i)), feature: ["centrality", "burstiness", "reciprocity"]);

    /// <summary>A logistic regression of 0 and 1 on as many features.</summary>
    public static LogisticRegression LogisticRegression(int rows = 200, int features = 5) =>
        new(Matrix(rows, features), [.. Enumerable.Range(0, rows).Select(i => i * i % 7 < 3 ? 1 : 0)]);

    /// <summary>A grouped regression in which group g has the intercept g.</summary>
    public static GroupedRegression GroupedRegression(int rows = 120, int groups = 6) =>
        new(
            [.. Enumerable.Range(0, rows).Select(i => i % groups)], Fill(rows, i => Math.Cos(i)),
            Fill(rows, i => i % groups + 0.5 * Math.Cos(i) + 0.4 * Math.Sin(9 * i)), groups);

    /// <summary>A series whose volatility clusters.</summary>
    public static Garch Garch(int length = 150) => new(Fill(length, i => 5 + Math.Sin(3 * i) * (1 + Math.Sin(0.05 * i))), 0.5);

    /// <summary>Two variants of a page.</summary>
    public static AbTest AbTest() => new(visitorsA: 400, visitorsB: 500, conversionsA: 31, conversionsB: 57);

    /// <summary>A matrix of independent standard normal numbers.</summary>
    public static Matrix Matrix(int rows, int columns)
    {
        var random = new RandomStream(11);
        var matrix = new double[rows, columns];
        for (var i = 0; i < rows; i++)
        {
            for (var j = 0; j < columns; j++)
            {
                matrix[i, j] = random.NextNormal();
            }
        }

        return matrix;
    }

    private static Vector Fill(int length, Func<int, double> element) => Enumerable.Range(0, length).Select(element).ToArray();
}
