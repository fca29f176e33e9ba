using Gen.Compiler.Ir;

namespace Gen.Generators.Tests.Surface.Models;

/// <summary>A linear regression built by hand: a matrix, labelled coefficients, an axis given as data, a scale that depends on a latent; in no namespace.</summary>
internal static class RegressionModel
{
    public const string Body =
        """
        using Gen;
        using static Gen.Modeling;

        internal partial class LinearRegression
        {
            [Model]
            static partial void Define([Dims("row", "feature")] Matrix x, [Dims("row")] Vector y, Dim feature)
            {
                var tau   = Sample(HalfNormal(1));
                var beta  = Sample(Normal(0, tau), feature);
                Observe(y, Normal(Dot(x, beta), 1));
            }
        }
        """;

    public static SourceMap Sources { get; } = new("Models/Regression.cs", [9, 10, 11]);

    public static Model Build()
    {
        var graph = new Graph();
        const int X = 0, Y = 1, Tau = 2, Beta = 3;
        int row = graph.Size(0).Id, column = graph.Size(1).Id, zero = graph.Constant(0).Id, one = graph.Constant(1).Id;
        var rows = graph.Axis(zero, row);
        var columns = graph.Axis(zero, column);
        var (i, j) = (graph.Index(rows), graph.Index(columns));
        var mean = graph.Sum(columns, graph.Read(X, i, j) * graph.Read(Beta, j));
        Step[] steps =
        [
            new SampleStep(Tau, [], [], new("HalfNormal", "", [one]), 0),
            new SampleStep(Beta, [columns], [j.Id], new("Normal", "", [zero, graph.Read(Tau).Id]), 1),
            new ObserveStep(Y, [rows], [i.Id], new("Normal", "", [mean.Id, one]), -1, 2),
        ];
        return new(
            new("", "LinearRegression", "internal", "Define", "static"),
            [
                new("x", ParameterType.Matrix, X, [0, 1], ["row", "feature"], IsObserved: false),
                new("y", ParameterType.Vector, Y, [2], ["row"], IsObserved: true),
                new("feature", ParameterType.Dim, -1, [3], [], IsObserved: false),
            ],
            [new Size("x.Rows"), new Size("x.Columns"), new Size("y.Length"), new Size("feature")],
            graph.Axes.ToEquatableArray(),
            [
                new("x", ArrayRole.Data, false, [row, column], [-1, 2]),
                new("y", ArrayRole.Data, false, [row], [-1]),
                new("tau", ArrayRole.Latent, false, [], []),
                new("beta", ArrayRole.Latent, false, [column], [2]),
            ],
            graph.Nodes.ToEquatableArray(),
            steps.ToEquatableArray(),
            [new SizeCheck(0, 2, -1, "both lie along 'row'"), new SizeCheck(1, 3, -1, "both lie along 'feature'")],
            [
                new(SiteKind.Sample, "tau", "tau ~ HalfNormal(1)"),
                new(SiteKind.Sample, "beta", "beta ~ Normal(0, tau), feature"),
                new(SiteKind.Observe, "y", "y ~ Normal(Dot(x, beta), 1)"),
            ],
            []);
    }
}
