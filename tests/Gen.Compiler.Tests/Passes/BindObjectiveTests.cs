using Xunit;

namespace Gen.Compiler.Tests.Passes;

public sealed class BindObjectiveTests
{
    [Fact]
    public void Latents_are_read_from_draws_and_what_depends_on_them_has_one_more_axis() => PassedModels.Objective("", "Vector price, Vector sales", """
        var a = Sample(HalfNormal(1));
        var b = Sample(Normal(0, 1));
        var mu = Deterministic(a * Pow(price, b));
        Observe(sales, Normal(mu, 1));
        """, """
        [Objective] static double Profit(Vector mu, [Decision] Vector price, double unitCost) => Sum((price - unitCost) * mu);
        """).Prints("""
        mu[i, j] = (a[j] * pow(price[i], b[j]))  for i < price.Length, j < draws
        utilities[i] = sum(j < price.Length: ((price[j] - unitCost) * mu[j, i]))  for i < draws
        """);

    [Fact]
    public void The_mean_is_a_sum_over_draws() => PassedModels.Objective("Average", "Vector price, Vector sales", """
        var a = Sample(HalfNormal(1));
        var b = Sample(Normal(0, 1));
        var mu = Deterministic(a * Pow(price, b));
        Observe(sales, Normal(mu, 1));
        """, """
        [Objective] static double Profit(Vector mu, [Decision] Vector price, double unitCost) => Sum((price - unitCost) * mu);
        """).Prints("""
        mu[i, j] = (a[j] * pow(price[i], b[j]))  for i < price.Length, j < draws
        mean = (sum(i < draws: sum(j < price.Length: ((price[j] - unitCost) * mu[j, i]))) / draws)
        """);

    [Fact]
    public void Derivatives_by_decisions_share_the_power_with_the_value() => PassedModels.Objective("Remove dead", "Vector price, Vector sales", """
        var a = Sample(HalfNormal(1));
        var b = Sample(Normal(0, 1));
        var mu = Deterministic(a * Pow(price, b));
        Observe(sales, Normal(mu, 1));
        """, """
        [Objective] static double Profit(Vector mu, [Decision] Vector price, double unitCost) => Sum((price - unitCost) * mu);
        """).Prints("""
        constant = (1 / draws)
        logPrice[i] = where((price[i] == 0), -1.7976931348623157E+308, log(price[i]))  for i < price.Length
        part[i] = (price[i] - unitCost)  for i < price.Length
        mean = (sum(i < draws: (a[i] * sum(j < price.Length: (exp((b[i] * logPrice[j])) * part[j])))) * constant)
        ∂part[j] += (exp((b[i] * logPrice[j])) * (a[i] * constant))  for i < draws, j < price.Length
        ∂logPrice[j] += (b[i] * (exp((b[i] * logPrice[j])) * (part[j] * (a[i] * constant))))  for i < draws, j < price.Length
        ∂price[i] += ∂part[i]  for i < price.Length
        ∂price[i] += (∂logPrice[i] * (1 / price[i]))  for i < price.Length  where not((price[i] == 0))
        """);
}
