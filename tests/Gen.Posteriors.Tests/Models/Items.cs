using static Gen.Modeling;

namespace Gen.Posteriors.Tests.Models;

/// <summary>posteriordb's <c>hier_2pl</c>: answers by ability, and by each item's discrimination and difficulty, which correlate.</summary>
public partial class CorrelatedItems
{
    [Model]
    static partial void Define(int[] item, int[] person, int[] correct)
    {
        var theta = Sample(Normal(0, 1), Max(person) + 1);
        var mu = Sample(Normal(0, [1, 5]));
        var tau = Sample(Exponential(0.1), 2);
        var chol = Sample(LkjCholesky(2, 4));
        var xi = Sample(MvNormal(mu, chol: Dot(DiagonalMatrix(tau), chol)), Max(item) + 1);
        var alpha = Deterministic(Exp(xi[.., 0]));
        var beta = Deterministic(xi[.., 1]);
        Observe(correct, Bernoulli(logitP: alpha[item] * (theta[person] - beta[item])));
    }
}

/// <summary>posteriordb's <c>2pl_latent_reg_irt</c>: abilities depend on what is known of the persons.</summary>
public partial class ExplainedAbilities
{
    [Model]
    static partial void Define(int[] item, int[] person, int[] correct, Matrix covariates)
    {
        var w = Standardized(covariates);
        var alpha = Sample(LogNormal(1, 1), Max(item) + 1);
        var betaFree = Sample(Flat(), Max(item));
        var lambda = Sample(StudentT(3, 0, 1), covariates.Columns);
        var theta = Sample(Normal(Dot(w, lambda), 1));
        Vector beta = [.. betaFree, -Sum(betaFree)];
        Potential(Normal(0, 3).LogDensity(beta));
        Observe(correct, Bernoulli(logitP: alpha[item] * theta[person] - beta[item]));
    }

    // The first covariate is the constant. The published program means to scale those of two values by their range, but by the precedence of its operators does not.
    internal static Matrix Standardized(Matrix covariates)
    {
        var scaled = new Matrix(covariates.Rows, covariates.Columns);
        scaled[.., 0] = covariates[.., 0];
        for (var k = 1; k < covariates.Columns; k++)
        {
            scaled[.., k] = (covariates[.., k] - Mean(covariates[.., k])) / (2 * Sd(covariates[.., k]));
        }

        return scaled;
    }
}

/// <summary>posteriordb's <c>gpcm_latent_reg_irt</c>: the same of answers that earn partial credit, in steps of which each item has its own number.</summary>
public partial class PartialCredit
{
    [Model]
    static partial void Define(int[] item, int[] person, int[] credit, Matrix covariates)
    {
        var steps = Steps(item, credit);
        var first = First(steps);
        var w = ExplainedAbilities.Standardized(covariates);
        var alpha = Sample(LogNormal(1, 1), steps.Length);
        var betaFree = Sample(Flat(), Sum(steps) - 1);
        var lambda = Sample(StudentT(3, 0, 1), covariates.Columns);
        var theta = Sample(Normal(Dot(w, lambda), 1));
        Vector beta = [.. betaFree, -Sum(betaFree)];
        Potential(Normal(0, 3).LogDensity(beta));
        var eta = new Matrix(credit.Length, Max(steps) + 1);
        for (var n = 0; n < credit.Length; n++)
        {
            for (var k = 0; k < steps[item[n]]; k++)
            {
                eta[n, k + 1] = eta[n, k] + theta[person[n]] * alpha[item[n]] - beta[first[item[n]] + k];
            }

            Potential(eta[n, credit[n]] - LogSumExp(eta[n, ..(steps[item[n]] + 1)]));
        }
    }

    // The most that was earned by each item, and the place of its first step among those of all.
    static int[] Steps(int[] item, int[] credit)
    {
        var steps = new int[Max(item) + 1];
        for (var n = 0; n < item.Length; n++)
        {
            steps[item[n]] = System.Math.Max(steps[item[n]], credit[n]);
        }

        return steps;
    }

    static int[] First(int[] steps)
    {
        var first = new int[steps.Length];
        for (var i = 1; i < steps.Length; i++)
        {
            first[i] = first[i - 1] + steps[i - 1];
        }

        return first;
    }
}
