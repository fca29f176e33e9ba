using System;
using Gen.Posteriors.Tests.Data;
using Gen.Posteriors.Tests.Models;
using Xunit;
using static Gen.Posteriors.Tests.BadInput.Refusals;

namespace Gen.Posteriors.Tests.BadInput;

/// <summary>Bad data are refused when a model is made, in words that say which data and why.</summary>
public class DataTests
{
    [Fact]
    public void Lengths_that_disagree() => Says<ArgumentException>(
        "Demand: 'sales' has 2 elements, 'price' has 3 (they share an axis in 'sales ~ Normal(mu, sigma)')",
        () => new Demand([1, 2, 3], [10, 20]));

    [Fact]
    public void Lengths_along_a_named_dimension_that_disagree() => Says<ArgumentException>(
        "LinearRegression: 'y' has 98 rows, 'x' has 100 (both lie along 'row')",
        () => new LinearRegression(SyntheticData.Matrix(100, 2), new double[98], 2));

    [Fact]
    public void More_labels_than_columns() => Says<ArgumentException>(
        "LinearRegression: 'feature' has 3 labels, 'x' has 2 columns (both lie along 'feature')",
        () => new LinearRegression(SyntheticData.Matrix(4, 2), new double[4], feature: ["a", "b", "c"]));

    [Fact]
    public void Lengths_that_disagree_after_With() => Says<ArgumentException>(
        "Demand: 'sales' has 365 elements, 'price' has 2 (they share an axis in 'sales ~ Normal(mu, sigma)')",
        () => SyntheticData.Demand().With(price: [1, 2]));

    [Fact]
    public void A_vector_with_NaN() => Says<ArgumentException>(
        "Demand: 'price[1]' is NaN; data must be finite (Parameter 'price')",
        () => new Demand([1, double.NaN, 3]));

    [Fact]
    public void A_matrix_with_an_infinity() => Says<ArgumentException>(
        "LinearRegression: 'x[1, 0]' is -Infinity; data must be finite (Parameter 'x')",
        () => new LinearRegression(new double[,] { { 1, 2 }, { double.NegativeInfinity, 4 } }, [1, 2], 2));

    [Fact]
    public void A_number_that_is_infinite() => Says<ArgumentException>(
        "NormalMean: 'sigma' is Infinity; data must be finite (Parameter 'sigma')",
        () => new NormalMean([1, 2], double.PositiveInfinity, 1));

    [Fact]
    public void A_negative_count() => Says<ArgumentException>(
        "PopulationTrend: 'count[2]' is -1, but 'count ~ Poisson(Exp(alpha + beta1 * year + beta2 * Square(year) + beta3 * Pow(year, 3)))' "
            + "is on 0, 1, 2, … (Parameter 'count')",
        () => new PopulationTrend([1, 2, 3], [4, 0, -1]));

    [Fact]
    public void Ends_of_censored_counts_that_are_no_whole_numbers()
    {
        Says<ArgumentException>(
            "Queues: lower of Censored must be a whole number in 'seen ~ Censored(Geometric(share), least, most)'; least is 1.5", () => new Queues([2, 3], 1.5, [6, 6]));
        Says<ArgumentException>(
            "Queues: upper of Censored must be a whole number in 'seen ~ Censored(Geometric(share), least, most)'; most[1] is 6.5", () => new Queues([2, 3], 1, [6, 6.5]));
        Says<ArgumentException>(
            "Queues: upper of Censored must be above lower in 'seen ~ Censored(Geometric(share), least, most)'; most[1] is 1", () => new Queues([2, 1], 1, [6, 1]));
    }

    [Fact]
    public void More_successes_than_trials() => Says<ArgumentException>(
        "AbTest: 'conversionsB' is 501, but 'conversionsB ~ Binomial(visitorsB, pB)' is on 0, 1, …, n (Parameter 'conversionsB')",
        () => new AbTest(visitorsA: 400, visitorsB: 500, conversionsA: 31, conversionsB: 501));

    [Fact]
    public void A_negative_number_of_successes() => Says<ArgumentException>(
        "AbTest: 'conversionsA' is -1, but 'conversionsA ~ Binomial(visitorsA, pA)' is on 0, 1, …, n (Parameter 'conversionsA')",
        () => new AbTest(visitorsA: 400, visitorsB: 500, conversionsA: -1, conversionsB: 57));

    [Fact]
    public void An_outcome_that_is_neither_0_nor_1() => Says<ArgumentException>(
        "LogisticRegression: 'outcome[3]' is 2, but 'outcome ~ Bernoulli(p: InverseLogit(alpha + Dot(x, beta)))' is on 0 and 1 (Parameter 'outcome')",
        () => new LogisticRegression(SyntheticData.Matrix(4, 2), [0, 1, 1, 2]));

    [Fact]
    public void A_positive_likelihoods_zero() => Says<ArgumentException>(
        "WaitingTimes: 'minutes[1]' is 0, but 'minutes ~ Gamma(mu: mean[counter], sigma: 2)' is on the positive numbers (Parameter 'minutes')",
        () => new WaitingTimes([0, 1], [3, 0], [0.5, 0.5], 2));

    [Fact]
    public void A_share_of_one() => Says<ArgumentException>(
        "WaitingTimes: 'share[0]' is 1, but 'share ~ Beta(mu: mode, nu: 10)' is on the numbers between 0 and 1 (Parameter 'share')",
        () => new WaitingTimes([0, 1], [3, 4], [1, 0.5], 2));

    [Fact]
    public void A_matrix_of_outcomes_with_a_fraction() => Says<ArgumentException>(
        "Dogs: 'y[1, 0]' is 0.5, but 'y[dog, trial] ~ Bernoulli(logitP: beta[0] + beta[1] * avoided + beta[2] * shocks)' is on 0 and 1 (Parameter 'y')",
        () => new Dogs(new double[,] { { 1, 0 }, { 0.5, 1 } }));

    [Fact]
    public void A_group_out_of_range() => Says<ArgumentException>(
        "GroupedRegression: 'group[2]' is 7, but 'alpha' has 3 elements, so indices run from 0 to 2 (Parameter 'group')",
        () => new GroupedRegression([0, 1, 7], [1, 2, 3], [1, 2, 3], 3));

    [Fact]
    public void A_negative_group() => Says<ArgumentException>(
        "GroupedRegression: 'group[0]' is -1, but 'alpha' has 3 elements, so indices run from 0 to 2 (Parameter 'group')",
        () => new GroupedRegression([-1, 1, 2], [1, 2, 3], [1, 2, 3], 3));

    [Fact]
    public void Groups_that_are_counted_from_one() => Says<ArgumentException>(
        "GroupedRegression: 'group[2]' is 3, but 'alpha' has 3 elements, so indices run from 0 to 2; the data look 1-based, and indices here begin at 0 "
            + "(Parameter 'group')",
        () => new GroupedRegression([1, 2, 3], [1, 2, 3], [1, 2, 3], 3));

    [Fact]
    public void No_groups() => Says<ArgumentException>(
        "GroupedRegression: 'group[0]' is 0, but 'alpha' has 0 elements, so that it has no indices (Parameter 'group')",
        () => new GroupedRegression([0, 0], [1, 2], [1, 2], 0));

    [Fact]
    public void No_data_are_data_and_leave_the_priors() => Assert.Equal(0, new Demand([]).With(price: []).Draw(seed: 1).Sales.Length);

    [Fact]
    public void No_columns_have_no_coefficients() =>
        Assert.Equal(0, new LogisticRegression(new double[3, 0], [0, 1, 1]).Sample(draws: 20, tune: 20, chains: 1).Beta.Length);

    [Fact]
    public void Data_that_are_null() => Says<ArgumentNullException>(
        "Value cannot be null. (Parameter 'price')", () => new Demand(null!));

    [Fact]
    public void Bad_data_in_a_prediction() => Says<ArgumentException>(
        "Demand: 'price[0]' is Infinity; data must be finite (Parameter 'price')",
        () => SyntheticData.Demand(20).Sample(draws: 20, tune: 20, chains: 1).Predict(price: [double.PositiveInfinity]));
}
