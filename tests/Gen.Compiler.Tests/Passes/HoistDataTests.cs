using Xunit;

namespace Gen.Compiler.Tests.Passes;

public sealed class HoistDataTests
{
    [Fact]
    public void Logarithms_of_data_and_constants_are_computed_once() => PassedModels.LogDensity("Hoist data", "Vector price, Vector sales", """
        var a = Sample(HalfNormal(1));
        var b = Sample(Normal(0, 1));
        Observe(sales, Normal(a * Pow(price, b), 1));
        """).Prints("""
        logPrice[i] = max(log(price[i]), -1.7976931348623157E+308)  for i < price.Length
        constant = ((-0.9189385332046728 * price.Length) - 1.1447298858494004)
        target = (((-0.5 * sum(i < price.Length: square((sales[i] - (exp(free.a) * exp((free.b * logPrice[i]))))))) + ((-0.5 * square(free.b)) + (free.a - (0.5 * square(exp(free.a)))))) + constant)
        ∂free.a += ((exp(free.a) * (sum(i < price.Length: (exp((free.b * logPrice[i])) * (sales[i] - (exp(free.a) * exp((free.b * logPrice[i])))))) - exp(free.a))) + 1)
        ∂free.b += ((exp(free.a) * sum(i < price.Length: ((sales[i] - (exp(free.a) * exp((free.b * logPrice[i])))) * (logPrice[i] * exp((free.b * logPrice[i])))))) - free.b)
        """);

    [Fact]
    public void The_index_of_a_conditional_read_is_clamped() => PassedModels.LogDensity("Hoist data", "Vector y, Vector x", """
        var b = Sample(Normal(0, 1));
        for (var i = 0; i < y.Length; i++)
            Observe(y[i], Normal(i < 1 ? 0 : b * x[i - 1], 1));
        """).Prints("""
        index[i] = min(max((i - 1), 0), (x.Length - 1))  for i < y.Length
        constant = ((-0.9189385332046728 * y.Length) - 0.9189385332046728)
        target = (((-0.5 * square(free.b)) + (-0.5 * sum(i < y.Length: square((y[i] - where((i < 1), 0, (x[index[i]] * free.b))))))) + constant)
        ∂free.b += (sum(i < y.Length: where((i < 1), 0, (x[index[i]] * (y[i] - where((i < 1), 0, (x[index[i]] * free.b)))))) - free.b)
        """);

    [Fact]
    public void A_recurrence_over_data_alone_is_carried_out_beforehand() => PassedModels.LogDensity("Hoist data", "Vector x, Vector y", """
        var b = Sample(Normal(0, 1));
        var stock = new Vector(x.Length);
        stock[0] = x[0];
        for (var t = 1; t < x.Length; t++)
            stock[t] = 0.5 * stock[t - 1] + x[t];
        Observe(y, Normal(b * stock, 1));
        """).Prints("""
        stock[0] = x[0]
        for 1 <= i < x.Length:
          stock[i] = ((0.5 * stock[(i - 1)]) + x[i])
        constant = ((-0.9189385332046728 * x.Length) - 0.9189385332046728)
        target = (((-0.5 * square(free.b)) + (-0.5 * sum(i < x.Length: square((y[i] - (stock[i] * free.b)))))) + constant)
        ∂free.b += (sum(i < x.Length: (stock[i] * (y[i] - (stock[i] * free.b)))) - free.b)
        """);
}
