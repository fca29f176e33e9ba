namespace Gen.Generators.Tests.Surface.Models;

/// <summary>The kernels of <see cref="DemandModel"/> as one would write them without a compiler: what the surface is tested against.</summary>
internal static class DemandKernels
{
    public const string Text =
        """
        using System;
        using System.Collections.Generic;
        using Gen.Distributions;
        using Gen.Numerics;
        using Gen.Sampling;

        namespace Gen.Generated.Shop.Demand;

        internal sealed class Data
        {
            public Data(Vector price, Vector? sales)
            {
                if (sales is not null && sales.Length != price.Length)
                    throw new ArgumentException($"Demand: 'sales' has {sales.Length} elements, 'price' has {price.Length}; they share an axis");
                Price = price.ToArray();
                Sales = sales?.ToArray() ?? [];
                IsObserved = sales is not null;
            }

            public double[] Price { get; }
            public double[] Sales { get; }
            public bool IsObserved { get; }
            public int[] Shape(int quantity) => quantity < 3 ? [] : [Price.Length];
        }

        internal sealed class LogDensity(Data data) : ILogDensity
        {
            public int Dimension => 3;

            public double Evaluate(ReadOnlySpan<double> q, Span<double> gradient)
            {
                double a = Math.Exp(q[0]), b = q[1], sigma = Math.Exp(q[2]);
                double shape = 6.25, rate = 0.0625;
                var target = shape * q[0] - rate * a - 0.5 * b * b - 0.5 * sigma * sigma + q[2];
                double dA = shape - rate * a, dB = -b, dSigma = 1 - sigma * sigma;
                for (var i = 0; i < data.Price.Length; i++)
                {
                    var mu = a * Math.Pow(data.Price[i], b);
                    var z = (data.Sales[i] - mu) / sigma;
                    target -= 0.5 * z * z + q[2];
                    dA += z * mu / sigma;
                    dB += z * mu * Math.Log(data.Price[i]) / sigma;
                    dSigma += z * z - 1;
                }
                gradient[0] = dA;
                gradient[1] = dB;
                gradient[2] = dSigma;
                return target;
            }

            public string Explain(ReadOnlySpan<double> position) => "no statement";
        }

        internal static class Recorder
        {
            public static void Record(Data data, ReadOnlySpan<double> q, Span<double> values)
            {
                (values[0], values[1], values[2]) = (Math.Exp(q[0]), q[1], Math.Exp(q[2]));
                for (var i = 0; i < data.Price.Length; i++)
                    values[3 + i] = values[0] * Math.Pow(data.Price[i], values[1]);
            }

            public static void Unconstrain(Data data, ReadOnlySpan<double> values, Span<double> q) =>
                (q[0], q[1], q[2]) = (Math.Log(values[0]), values[1], Math.Log(values[2]));
        }

        internal static class Simulator
        {
            public static void Run(Data data, RandomStream random, ReadOnlySpan<bool> given, Span<double> values)
            {
                if (!given[0]) values[0] = Gamma.Draw(random, 6.25, 0.0625);
                if (!given[1]) values[1] = Normal.Draw(random, 0, 1);
                if (!given[2]) values[2] = HalfNormal.Draw(random, 1);
                var n = data.Price.Length;
                for (var i = 0; i < n; i++)
                {
                    if (!given[3]) values[3 + i] = values[0] * Math.Pow(data.Price[i], values[1]);
                    values[3 + n + i] = Normal.Draw(random, values[3 + i], values[2]);
                }
            }
        }

        #pragma warning disable CS9113 // the contract hands over the data, which this objective does not need
        internal sealed class ProfitObjective(Data data, IReadOnlyList<Draws> quantities, double unitCost, int price) : IObjective
        {
            public int Dimension => price;
            public int Draws => quantities[0].Count;
            public int Chains => quantities[0].Chains;

            public double Evaluate(ReadOnlySpan<double> decision, Span<double> gradient)
            {
                gradient.Clear();
                var value = 0.0;
                for (var s = 0; s < Draws; s++)
                {
                    for (var p = 0; p < price; p++)
                    {
                        double a = quantities[0].Values[s], b = quantities[1].Values[s];
                        var mu = a * Math.Pow(decision[p], b);
                        value += (decision[p] - unitCost) * mu / Draws;
                        gradient[p] += mu * (1 + (decision[p] - unitCost) * b / decision[p]) / Draws;
                    }
                }
                return value;
            }

            public void Utilities(ReadOnlySpan<double> decision, Span<double> utilities)
            {
                utilities.Clear();
                for (var s = 0; s < Draws; s++)
                    for (var p = 0; p < price; p++)
                        utilities[s] += (decision[p] - unitCost) * quantities[0].Values[s] * Math.Pow(decision[p], quantities[1].Values[s]);
            }
        }
        """;
}
