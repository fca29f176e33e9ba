using System;
using System.Linq;
using Gen.Posteriors.Tests.Models;
using Xunit;
using static Gen.Modeling;

namespace Gen.Posteriors.Tests.Decisions;

/// <summary>Objectives that factorise, solve and accumulate for every draw, beside the same utilities in plain C# and their central differences.</summary>
public sealed class RoutineObjectiveTests
{
    private static readonly Portfolio.Posterior Assets = Sampled();

    [Fact]
    public void A_quadratic_form_of_each_draw() => Agrees(
        Assets.Certainty().Evaluate, [0.3, -0.2, 0.8],
        (draw, w) => Sum(w * Mu(draw)) - 0.5 * QuadraticForm(Dot(DiagonalMatrix(Sd(draw)), Dot(Corr(draw), Dot(Transpose(Corr(draw)), DiagonalMatrix(Sd(draw))))), w));

    [Fact]
    public void A_factorisation_of_each_draw() => Agrees(
        Assets.Whitened().Evaluate, [0.3, 1.7, 0.9],
        (draw, target) => -Sum(Square(SolveTriangular(Cholesky(Dot(Corr(draw), Transpose(Corr(draw))) + DiagonalMatrix(Sd(draw))), target - 1))));

    [Fact]
    public void A_running_total_of_each_draw() => Agrees(
        Assets.Momentum().Evaluate, [0.3, 1.7, -0.9], (draw, plan) => Sum(CumulativeSum(Mu(draw) * plan)) - Sum(Square(plan)));

    [Fact]
    public void A_differential_equation_of_each_draw()
    {
        var problem = Assets.Level();
        double Mean(double dose) => Enumerable.Range(0, Assets.Sd[0].Count).Average(draw =>
            -new[] { 0.5, 1 }.Sum(t => Math.Pow(dose * Math.Exp(-Sd(draw)[0] * t) - 1, 2)));
        var (value, gradient) = problem.Evaluate(1.3);
        Assert.Equal(Mean(1.3), value, 1e-8);
        Assert.Equal((Mean(1.3 + 1e-5) - Mean(1.3 - 1e-5)) / 2e-5, gradient, 1e-6);
    }

    private static void Agrees(Func<Vector, (double Value, Vector Gradient)> evaluate, double[] decision, Func<int, Vector, double> utility)
    {
        const double Step = 1e-5;
        double Mean(double[] at) => Enumerable.Range(0, Assets.Sd[0].Count).Average(draw => utility(draw, at));
        double Moved(int i, double by)
        {
            var at = (double[])decision.Clone();
            at[i] += by;
            return Mean(at);
        }

        var (value, gradient) = evaluate(decision);
        Assert.Equal(Mean(decision), value, 1e-9 * (1 + Math.Abs(value)));
        for (var i = 0; i < decision.Length; i++)
        {
            Assert.Equal((Moved(i, Step) - Moved(i, -Step)) / (2 * Step), gradient[i], 1e-6 * (1 + Math.Abs(gradient[i])));
        }
    }

    private static Vector Mu(int draw) => new([.. Enumerable.Range(0, 3).Select(i => Assets.Mu[i].Values[draw])]);

    private static Vector Sd(int draw) => new([.. Enumerable.Range(0, 3).Select(i => Assets.Sd[i].Values[draw])]);

    private static Matrix Corr(int draw)
    {
        var corr = new Matrix(3, 3);
        for (var i = 0; i < 3; i++)
        {
            for (var j = 0; j < 3; j++)
            {
                corr[i, j] = Assets.Corr[i, j].Values[draw];
            }
        }

        return corr;
    }

    private static Portfolio.Posterior Sampled()
    {
        var model = new Portfolio(new Matrix(30, 3), 3);
        return model.Observe(model.Draw(seed: 5).Returns).Sample(draws: 101, tune: 200, chains: 1, seed: 1);
    }
}
