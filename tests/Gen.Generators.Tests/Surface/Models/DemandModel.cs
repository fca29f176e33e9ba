using Gen.Compiler.Ir;

namespace Gen.Generators.Tests.Surface.Models;

/// <summary>Demand at constant elasticity with its objective, built by hand: two data vectors, three scalar latents, a deterministic, a decision.</summary>
internal static class DemandModel
{
    public const string Body =
        """
        using Gen;
        using static Gen.Modeling;

        namespace Shop;

        /// <summary>Demand at constant price elasticity.</summary>
        public partial class Demand
        {
            [Model]
            static partial void Define(Vector price, Vector sales)
            {
                var a     = Sample(Gamma(mu: 100, sigma: 40));
                var b     = Sample(Normal(0, 1));
                var sigma = Sample(HalfNormal(1));
                var mu    = Deterministic(a * Pow(price, b));

                Observe(sales, Normal(mu, sigma));
            }

            [Objective]
            static double Profit(Vector mu, [Decision] Vector price, double unitCost)
                => Sum((price - unitCost) * mu);
        }
        """;

    public static SourceMap Sources { get; } = new("Demand.cs", [12, 13, 14, 15, 17]);

    public static Model Build()
    {
        var graph = new Graph();
        const int Price = 0, Sales = 1, A = 2, B = 3, Sigma = 4, Mu = 5, UnitCost = 6;
        var rows = graph.Axis(graph.Constant(0).Id, graph.Size(0).Id);
        var i = graph.Index(rows);
        var size = graph.Size(0).Id;
        int Number(double value) => graph.Constant(value).Id;

        var mu = graph.Read(A) * graph.Apply(Operation.Pow, graph.Read(Price, i), graph.Read(B));
        Step[] steps =
        [
            new SampleStep(A, [], [], new("Gamma", "FromMeanAndSd", [Number(100), Number(40)]), 0),
            new SampleStep(B, [], [], new("Normal", "", [Number(0), Number(1)]), 1),
            new SampleStep(Sigma, [], [], new("HalfNormal", "", [Number(1)]), 2),
            new AssignStep(Mu, [rows], [i.Id], mu.Id, Accumulate: false, Guard: -1, Site: 3),
            new ObserveStep(Sales, [rows], [i.Id], new("Normal", "", [graph.Read(Mu, i).Id, graph.Read(Sigma).Id]), -1, 4),
        ];
        var profit = graph.Sum(rows, (graph.Read(Price, i) - graph.Read(UnitCost)) * graph.Read(Mu, i));
        return new(
            new("Shop", "Demand", "public", "Define", "static"),
            [
                new("price", ParameterType.Vector, Price, [0], [], IsObserved: false),
                new("sales", ParameterType.Vector, Sales, [1], [], IsObserved: true),
            ],
            [new Size("price.Length"), new Size("sales.Length")],
            graph.Axes.ToEquatableArray(),
            [
                new("price", ArrayRole.Data, false, [size], [-1]),
                new("sales", ArrayRole.Data, false, [size], [-1]),
                new("a", ArrayRole.Latent, false, [], []),
                new("b", ArrayRole.Latent, false, [], []),
                new("sigma", ArrayRole.Latent, false, [], []),
                new("mu", ArrayRole.Deterministic, false, [size], [-1]),
                new("unitCost", ArrayRole.Argument, false, [], []),
            ],
            graph.Nodes.ToEquatableArray(),
            steps.ToEquatableArray(),
            [new SizeCheck(0, 1, 4, "sales ~ Normal(mu, sigma)")],
            [
                new(SiteKind.Sample, "a", "a ~ Gamma(mu: 100, sigma: 40)"),
                new(SiteKind.Sample, "b", "b ~ Normal(0, 1)"),
                new(SiteKind.Sample, "sigma", "sigma ~ HalfNormal(1)"),
                new(SiteKind.Deterministic, "mu", "mu = a * Pow(price, b)"),
                new(SiteKind.Observe, "sales", "sales ~ Normal(mu, sigma)"),
            ],
            [
                new Objective(
                    "Profit",
                    [
                        new("mu", ParameterType.Vector, Binding.Quantity, Mu),
                        new("price", ParameterType.Vector, Binding.DecidedData, Price),
                        new("unitCost", ParameterType.Real, Binding.Argument, UnitCost),
                    ],
                    [], profit.Id, []),
            ]);
    }
}
