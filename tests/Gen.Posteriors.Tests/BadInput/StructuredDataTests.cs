using System;
using Xunit;
using static Gen.Posteriors.Tests.BadInput.Refusals;

namespace Gen.Posteriors.Tests.BadInput;

/// <summary>Bad classes, counts, probabilities, times and indices are refused when a model is made.</summary>
public sealed class StructuredDataTests
{
    private static readonly Vector P = new([0.1, 0.2, 0.3, 0.4]);

    [Fact]
    public void A_class_that_has_no_probability() => Says<ArgumentException>(
        "Choices: 'kind[2]' is 6, but 'kind ~ Categorical(p)' is on the classes, which are counted from 0 (Parameter 'kind')",
        () => new Choices([0, 3, 6], P, [1, 2], [0, 1]));

    [Fact]
    public void A_negative_class() => Says<ArgumentException>(
        "Choices: 'kind[0]' is -1, but 'kind ~ Categorical(p)' is on the classes, which are counted from 0 (Parameter 'kind')",
        () => new Choices([-1, 3], P, [1, 2], [0, 1]));

    [Fact]
    public void A_rating_above_the_last_cut() => Says<ArgumentException>(
        "Choices: 'rating[1]' is 3, but 'rating ~ OrderedLogistic(slope * x, cut)' is on the classes, which are counted from 0 (Parameter 'rating')",
        () => new Choices([1], P, [1, 2], [2, 3]));

    [Fact]
    public void A_negative_count_of_a_kind() => Says<ArgumentException>(
        "Compositions: 'counts[1, 0]' is -1, but 'counts ~ Multinomial(total, p)' is on the vectors of counts that sum to n (Parameter 'counts')",
        () => new Compositions(new double[,] { { 1, 1, 1 }, { -1, 2, 1 } }, [3, 2], [0.2, 0.3, 0.5]));

    [Fact]
    public void Counts_with_another_sum() => Says<ArgumentException>(
        "Compositions: 'counts[1]' sums to 4, but 'counts ~ Multinomial(total, p)' is on vectors that sum to 2 (Parameter 'counts')",
        () => new Compositions(new double[,] { { 1, 1, 1 }, { 1, 2, 1 } }, [3, 2], [0.2, 0.3, 0.5]));

    [Fact]
    public void Shares_off_the_simplex() => Says<ArgumentException>(
        "Compositions: 'share' sums to 1.25, but 'share ~ Dirichlet(strength * p)' is on vectors that sum to 1 (Parameter 'share')",
        () => new Compositions(new double[,] { { 1, 1, 1 } }, [3], [0.25, 0.5, 0.5]));

    [Fact]
    public void A_share_of_zero() => Says<ArgumentException>(
        "Compositions: 'share[0]' is 0, but 'share ~ Dirichlet(strength * p)' is on the vectors of probabilities, which sum to 1 (Parameter 'share')",
        () => new Compositions(new double[,] { { 1, 1, 1 } }, [3], [0, 0.5, 0.5]));

    [Fact]
    public void Means_that_are_fewer_than_the_columns() => Says<ArgumentException>(
        "Clouds: 'mu' has 2 elements, 'rows' has 3 columns (they share an axis in 'rows ~ MvNormal(mu, chol: factor)')",
        () => new Clouds(new double[,] { { 1, 2, 3 } }, [0, 0]));

    [Fact]
    public void Times_that_do_not_increase() => Says<ArgumentException>(
        "Decay: 'times' are the times of OdeRk45: times[2] = 2 is not after the time before it, 2: times must increase. (Parameter 'times')",
        () => new Decay(0, [1, 2, 2], [4, 1, 1], 1000));

    [Fact]
    public void A_time_that_is_not_after_the_initial_one() => Says<ArgumentException>(
        "Decay: 'times' are the times of OdeRk45: times[0] = 1 is not after the initial time 1. (Parameter 'times')",
        () => new Decay(1, [1, 2, 3], [4, 1, 1], 1000));

    [Fact]
    public void A_state_that_an_equation_has_not() => Says<ArgumentException>(
        "Compartments: the position 'source[i]' is 2 in 'var state = OdeRk45((t, y) => [-rate * y[source[i]], rate * y[0]], [10.0, 5], 0, [1.0])', and what it indexes has 2 elements",
        () => new Compartments([1, 2], [4, 1]));

    [Fact]
    public void An_equation_that_takes_too_many_steps() => Says<SamplingException>(
        "Chain 0 cannot start: the log-density or its gradient is not finite at any of 100 random initial points: Decay: "
            + "OdeRk45: 5 steps from t = 0 did not reach t = 100 (reached 0.590833); raise maxSteps or use OdeBdf.",
        () => new Decay(0, [100, 200, 300], [4, 1, 1], 5).Sample(chains: 1, seed: 1));

    [Fact]
    public void A_covariance_that_is_not_positive_definite() => Says<SamplingException>(
        "Chain 0 cannot start: the log-density or its gradient is not finite at any of 100 random initial points: "
            + "Clusters: 'rows ~ MvNormal(0, cov: spread * covariance)' is −∞ because of rows: cov of MvNormal must be positive definite; "
            + "its leading 2 by 2 block is not.",
        () => new Clusters(new double[,] { { 1, 2 } }, new double[,] { { 1, 2 }, { 2, 1 } }, [1, 1], [0.5, 0.5]).Sample(chains: 1, seed: 1));

    [Fact]
    public void A_concentration_that_is_not_positive() => Says<ArgumentException>(
        "Clusters: a of Dirichlet must be positive in 'share ~ Dirichlet(concentration)'; concentration[1] is -1",
        () => new Clusters(new double[,] { { 1, 2 } }, new double[,] { { 1, 0 }, { 0, 1 } }, [1, -1], [0.5, 0.5]).Sample(chains: 1, seed: 1));

    [Fact]
    public void An_element_that_is_named_twice() => Says<ArgumentException>(
        "Placed: 'mean[1]' is assigned twice in 'mean[place[i]] = slope * x[i]': 'place' must name each element once",
        () => new Placed([0, 1, 1], [1, 2, 3], [1, 2, 3]));

    [Fact]
    public void An_element_that_is_not_there() => Says<ArgumentException>(
        "Placed: 'place' in 'mean[place[i]] = slope * x[i]' is 3, but 'mean' has 3 elements, so indices run from 0 to 2",
        () => new Placed([0, 1, 3], [1, 2, 3], [1, 2, 3]));

    [Fact]
    public void Elements_that_are_named_once_each_are_taken() => Assert.Equal(1, new Placed([2, 0, 1], [1, 2, 3], [1, 2, 3]).CreateLogDensity().Dimension);
}
