using Xunit;

namespace Gen.Compiler.Tests.Passes;

public sealed class MaterializeTests
{
    [Fact]
    public void A_value_of_an_inner_axis_alone_gets_an_array() => PassedModels.LogDensity("Materialize", "Matrix x, Vector y", """
        var v = Sample(Normal(0, 1), x.Columns);
        Observe(y, Normal(Dot(x, Exp(v)), 1));
        """).Prints("""
        expV[i] = exp(free.v[i])  for i < x.Columns
        target = (((-0.9189385332046728 * x.Columns) + (-0.9189385332046728 * x.Rows)) + ((-0.5 * sum(i < x.Columns: square(free.v[i]))) + (-0.5 * sum(i < x.Rows: square((y[i] - sum(j < x.Columns: (x[i, j] * expV[j]))))))))
        """);

    [Fact]
    public void A_value_of_the_decision_alone_is_computed_once_for_all_draws() => PassedModels.Objective("Materialize", "Vector price, Vector sales", """
        var a = Sample(HalfNormal(1));
        var b = Sample(Normal(0, 1));
        var mu = Deterministic(a * Pow(price, b));
        Observe(sales, Normal(mu, 1));
        """, """
        [Objective] static double Profit(Vector mu, [Decision] Vector price, double unitCost) => Sum((price - unitCost) * mu);
        """).Prints("""
        logPrice[i] = where((price[i] == 0), -1.7976931348623157E+308, log(price[i]))  for i < price.Length
        part[i] = (price[i] - unitCost)  for i < price.Length
        mean = (sum(i < draws: (a[i] * sum(j < price.Length: (exp((b[i] * logPrice[j])) * part[j])))) / draws)
        """);

    [Fact]
    public void What_every_position_of_a_loop_shares_is_computed_before_it() => PassedModels.LogDensity("Materialize", "Vector y, int states", """
        var p = Sample(Flat(), states, states);
        var forward = new Matrix(y.Length, states);
        for (var t = 1; t < y.Length; t++)
        {
            for (var k = 0; k < states; k++)
            {
                forward[t, k] = Sum(forward[t - 1] * Exp(p[.., k])) + y[t];
            }
        }

        Potential(Sum(forward[y.Length - 1]));
        """).Prints("""
        expP[i, j] = exp(free.p[i, j])  for i < states, j < states
        for 1 <= i < y.Length:
          for j < states:
            forward[i, j] = (y[i] + sum(k < states: (forward[(i - 1), k] * expP[k, j])))
        target = sum(i < states: forward[(y.Length - 1), i])
        """);
}
