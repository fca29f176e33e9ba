using Xunit;

namespace Gen.Compiler.Tests.Reading;

public sealed class PublishedModelTests
{
    [Fact]
    public void HiddenMarkovModel_sums_its_states_out_forwards() => ReadModels.Body("Vector y, int states", """
        var theta = Sample(Beta(1, 1), states, states);
        var mu = Sample(Normal(3, 1), states);
        var gamma = Normal(mu, 1).LogDensity(y[0]);
        for (var t = 1; t < y.Length; t++)
        {
            var next = new Vector(states);
            for (var k = 0; k < states; k++)
                next[k] = LogSumExp(gamma + Log(theta[.., k])) + Normal(mu[k], 1).LogDensity(y[t]);
            gamma = next;
        }

        Potential(LogSumExp(gamma));
        """).Prints("""
        theta[i, j] ~ Beta(1, 1)  for i < states, j < states
        mu[i] ~ Normal(3, 1)  for i < states
        gamma[0, i] = ((-0.5 * square((y[0] - mu[i]))) - 0.9189385332046728)  for i < states
        for 1 <= i < y.Length:
          for j < states:
            next[(i - 1), j] = ((detach(min(max(max(k < states: (gamma[(i - 1), k] + log(theta[k, j]))), -1.7976931348623157E+308), 1.7976931348623157E+308)) + log(sum(k < states: exp(((gamma[(i - 1), k] + log(theta[k, j])) - detach(min(max(max(l < states: (gamma[(i - 1), l] + log(theta[l, j]))), -1.7976931348623157E+308), 1.7976931348623157E+308))))))) + ((-0.5 * square((y[i] - mu[j]))) - 0.9189385332046728))
          gamma[i, j] = next[(i - 1), j]  for j < states
        potential (detach(min(max(max(i < states: gamma[max((y.Length - 1), 0), i]), -1.7976931348623157E+308), 1.7976931348623157E+308)) + log(sum(i < states: exp((gamma[max((y.Length - 1), 0), i] - detach(min(max(max(j < states: gamma[max((y.Length - 1), 0), j]), -1.7976931348623157E+308), 1.7976931348623157E+308)))))))
        """);

    [Fact]
    public void Irt_pairs_people_with_items() => ReadModels.Body("int[] answer, int[] person, int[] item, Dim people, Dim items", """
        var ability    = Sample(Normal(0, 1), people);
        var difficulty = Sample(Normal(0, 1), items);
        var slope      = Sample(LogNormal(0, 1), items);
        Observe(answer, Bernoulli(logitP: slope[item] * (ability[person] - difficulty[item])));
        """).Prints("""
        ability[i] ~ Normal(0, 1)  for i < people
        difficulty[i] ~ Normal(0, 1)  for i < items
        slope[i] ~ LogNormal(0, 1)  for i < items
        observe answer[i] ~ Bernoulli.FromLogit((slope[item[i]] * (ability[person[i]] - difficulty[item[i]])))  for i < answer.Length
        require person.Length == item.Length
        require answer.Length == item.Length
        """);

    [Fact]
    public void Mixture_of_two_normals() => ReadModels.Body("Vector y", """
        var mu = new Vector(2);
        mu[0] = Sample(Normal(0, 2));
        mu[1] = Sample(Normal(3, 2));
        var theta = Sample(Beta(5, 5));
        for (var n = 0; n < y.Length; n++)
            Potential(LogSumExp([Log(theta) + Normal(mu[0], 1).LogDensity(y[n]), Log1p(-theta) + Normal(mu[1], 1).LogDensity(y[n])]));
        """).Prints("""
        mu[0] ~ Normal(0, 2)
        mu[1] ~ Normal(3, 2)
        theta ~ Beta(5, 5)
        for i < y.Length:
          vector[i, 0] = (log(theta) + ((-0.5 * square((y[i] - mu[0]))) - 0.9189385332046728))
          vector[i, 1] = (log1p(-theta) + ((-0.5 * square((y[i] - mu[1]))) - 0.9189385332046728))
          potential (detach(min(max(max(j < 2: vector[i, j]), -1.7976931348623157E+308), 1.7976931348623157E+308)) + log(sum(j < 2: exp((vector[i, j] - detach(min(max(max(k < 2: vector[i, k]), -1.7976931348623157E+308), 1.7976931348623157E+308)))))))
        """);

    [Fact]
    public void Autoregression_of_order_k() => ReadModels.Body("Vector y, int k", """
        var alpha = Sample(Normal(0, 10));
        var beta  = Sample(Normal(0, 10), k);
        var sigma = Sample(HalfCauchy(2.5));
        for (var t = k; t < y.Length; t++)
        {
            var mu = alpha;
            for (var j = 0; j < k; j++)
                mu += beta[j] * y[t - j - 1];
            Observe(y[t], Normal(mu, sigma));
        }
        """).Prints("""
        alpha ~ Normal(0, 10)
        beta[i] ~ Normal(0, 10)  for i < k
        sigma ~ HalfCauchy(2.5)
        for k <= i < y.Length:
          observe y[i] ~ Normal((alpha + sum(j < k: (beta[j] * y[((i - j) - 1)]))), sigma)
        """);

    [Fact]
    public void Network_of_one_hidden_layer() => ReadModels.Body("Matrix x, int[] y, int hidden", """
        var w1 = Sample(Normal(), x.Columns, hidden);
        var b1 = Sample(Normal(), hidden);
        var w2 = Sample(Normal(), hidden);
        Observe(y, Bernoulli(InverseLogit(Dot(Tanh(Dot(x, w1) + b1), w2))));
        """).Prints("""
        w1[i, j] ~ Normal(0, 1)  for i < x.Columns, j < hidden
        b1[i] ~ Normal(0, 1)  for i < hidden
        w2[i] ~ Normal(0, 1)  for i < hidden
        observe y[i] ~ Bernoulli.FromLogit(sum(j < hidden: (w2[j] * tanh((b1[j] + sum(k < x.Columns: (x[i, k] * w1[k, j])))))))  for i < x.Rows
        require x.Rows == y.Length
        """);
}
