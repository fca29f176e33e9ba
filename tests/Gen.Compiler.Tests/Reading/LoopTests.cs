using System.Linq;
using Gen.Compiler.Reading;
using Xunit;

namespace Gen.Compiler.Tests.Reading;

public sealed class LoopTests
{
    [Fact]
    public void Garch_is_a_recurrence() => ReadModels.Body("Vector y, double sigma1", """
        var mu = Sample(Normal(0, 10));
        var w  = Sample(HalfNormal(1));
        var a  = Sample(Uniform(0, 1));
        var b  = Sample(Uniform(0, 1 - a));
        var sigma = new Vector(y.Length);
        sigma[0] = sigma1;
        for (var t = 1; t < y.Length; t++)
        {
            sigma[t] = Sqrt(w + a * Square(y[t - 1] - mu) + b * Square(sigma[t - 1]));
        }

        Observe(y, Normal(mu, sigma));
        """).Prints("""
        mu ~ Normal(0, 10)
        w ~ HalfNormal(1)
        a ~ Uniform(0, 1)
        b ~ Uniform(0, (1 - a))
        sigma[0] = sigma1
        for 1 <= i < y.Length:
          sigma[i] = sqrt(((w + (a * square((y[(i - 1)] - mu)))) + (b * square(sigma[(i - 1)]))))
        observe y[i] ~ Normal(mu, sigma[i])  for i < y.Length
        """);

    [Fact]
    public void Latents_in_a_loop_are_one_vector() => ReadModels.Body("Vector y", """
        var s = Sample(HalfNormal(1));
        var theta = new Vector(y.Length);
        theta[0] = Sample(Normal(0, 1));
        for (var t = 1; t < y.Length; t++)
            theta[t] = Sample(Normal(theta[t - 1], s));
        for (var t = 0; t < y.Length; t++)
            Observe(y[t], Normal(theta[t], 1));
        """).Prints("""
        s ~ HalfNormal(1)
        theta[0] ~ Normal(0, 1)
        for 1 <= i < y.Length:
          theta[i] ~ Normal(theta[(i - 1)], s)
        for i < y.Length:
          observe y[i] ~ Normal(theta[i], 1)
        """);

    [Fact]
    public void Rows_and_ranges_are_sampled_and_assigned() => ReadModels.Body("int rows, Vector mu", """
        var m = new Matrix(rows, mu.Length);
        m[0] = Sample(Normal(mu, 1));
        for (var i = 1; i < rows; i++)
            m[i] = Sample(Normal(m[i - 1], 2));
        var v = new Vector(rows);
        v[1..] = Sample(Normal(0, 1), rows - 1);
        v[0] = Sample(Normal(0, 1));
        var w = Zeros(rows);
        w[..^1] = v[1..] + m[1.., 0];
        Potential(w);
        """).Prints("""
        m[0, i] ~ Normal(mu[i], 1)  for i < mu.Length
        for 1 <= i < rows:
          m[i, j] ~ Normal(m[(i - 1), j], 2)  for j < mu.Length
        v[(i + 1)] ~ Normal(0, 1)  for i < (rows - 1)
        v[0] ~ Normal(0, 1)
        w[i] = (v[(i + 1)] + m[(i + 1), 0])  for i < (rows - 1)
        potential w[i]  for i < rows
        """);

    [Fact]
    public void Latents_declared_in_a_loop_have_an_element_for_each_pass() => ReadModels.Body("Vector y", """
        for (var t = 2; t < y.Length; t++)
        {
            var z = Sample(Normal(0, 1), 2);
            Observe(y[t], Normal(z[0] * z[1], 1));
        }
        """).Prints("""
        for 2 <= i < y.Length:
          z[(i - 2), j] ~ Normal(0, 1)  for j < 2
          observe y[i] ~ Normal((z[(i - 2), 0] * z[(i - 2), 1]), 1)
        """);

    [Fact]
    public void A_loop_that_only_adds_is_a_sum() => ReadModels.Body("Vector x, Matrix m", """
        var b = Sample(Normal());
        var total = 1.0;
        for (var i = 0; i < x.Length; i++)
            if (x[i] > 0)
                total += b * x[i];
        var all = 0.0;
        for (var i = 0; i < m.Rows; i++)
            for (var j = 0; j < m.Columns; j++)
                all -= m[i, j];
        Potential(total + all);
        """).Prints("""
        b ~ Normal(0, 1)
        potential ((sum(i < x.Length: where((0 < x[i]), (x[i] * b), 0)) + 1) - sum(i < m.Rows: sum(j < m.Columns: m[i, j])))
        """);

    [Fact]
    public void A_carried_number_is_an_array_of_its_values() => ReadModels.Body("Vector x, Vector y", """
        var b = Sample(Normal());
        var level = 0.5;
        for (var t = 0; t < x.Length; t++)
        {
            level = b * level + x[t];
            Observe(y[t], Normal(level, 1));
        }

        Potential(level);
        """).Prints("""
        b ~ Normal(0, 1)
        level[0] = 0.5
        for i < x.Length:
          level[(i + 1)] = (x[i] + (b * level[i]))
          observe y[i] ~ Normal(level[(i + 1)], 1)
        potential level[x.Length]
        require x.Length == y.Length
        """);

    [Fact]
    public void A_carried_number_that_a_branch_assigns_is_written_at_the_end_of_the_pass() => ReadModels.Body("Vector x", """
        var b = Sample(Normal());
        var level = 0.0;
        for (var t = x.Length - 1; t >= 0; t--)
        {
            if (x[t] < 1) level = b * level;
            else level = level + 1;
        }

        Potential(level);
        """).Prints("""
        b ~ Normal(0, 1)
        level[0] = 0
        for i < x.Length downwards:
          level[(((x.Length - 1) - i) + 1)] = where((x[i] < 1), (b * level[((x.Length - 1) - i)]), (level[((x.Length - 1) - i)] + 1))
        potential level[x.Length]
        """);

    [Fact]
    public void Bounds_that_vary_with_an_outer_loop_are_guarded() => ReadModels.Body("Matrix m", """
        var b = Sample(Normal());
        for (var i = 0; i < m.Rows; i++)
            for (var j = 0; j <= i; j++)
                Potential(b * m[i, j]);
        """).Prints("""
        b ~ Normal(0, 1)
        for i < m.Rows:
          for j < m.Rows:
            potential (b * m[i, j])  where (j < (i + 1))
        """);

    [Fact]
    public void A_vector_declared_in_a_loop_has_the_loop_as_its_first_axis() => ReadModels.Body("Matrix m, Vector y", """
        var b = Sample(Normal());
        for (var i = 0; i < m.Rows; i++)
        {
            var cost = Zeros(m.Columns);
            for (var j = 0; j < m.Columns; j++)
                cost[j] = b * m[i, j];
            Observe(y[i], Normal(LogSumExp(cost), 1));
        }
        """).Prints("""
        b ~ Normal(0, 1)
        for i < m.Rows:
          for j < m.Columns:
            cost[i, j] = (m[i, j] * b)
          observe y[i] ~ Normal((detach(min(max(max(j < m.Columns: cost[i, j]), -1.7976931348623157E+308), 1.7976931348623157E+308)) + log(sum(j < m.Columns: exp((cost[i, j] - detach(min(max(max(k < m.Columns: cost[i, k]), -1.7976931348623157E+308), 1.7976931348623157E+308))))))), 1)
        require m.Rows == y.Length
        """);

    [Fact]
    public void A_first_pass_that_is_told_apart_stands_before_the_loop() => ReadModels.Body("Vector y", """
        var s = Sample(HalfNormal(1));
        var theta = new Vector(y.Length);
        for (var t = 0; t < y.Length; t++)
        {
            theta[t] = Sample(Normal(t == 0 ? 0 : theta[t - 1], s));
            if (t > 0)
                Potential(theta[t - 1]);
        }
        """).Prints("""
        s ~ HalfNormal(1)
        theta[0] ~ Normal(0, s)
        for 1 <= i < y.Length:
          theta[i] ~ Normal(theta[(i - 1)], s)
          potential theta[(i - 1)]
        """);

    [Fact]
    public void A_vector_that_is_replaced_in_every_pass_is_carried() => ReadModels.Body("Matrix m, Vector start", """
        var b = Sample(Normal());
        var state = new Vector(2);
        for (var k = 0; k < 2; k++) state[k] = b * start[k];
        for (var t = 0; t < m.Rows; t++)
            state = Exp(b * state);
        Potential(state);
        """).Prints("""
        b ~ Normal(0, 1)
        for i < 2:
          state[i] = (b * start[i])
        state2[0, i] = state[i]  for i < 2
        for i < m.Rows:
          state2[(i + 1), j] = exp((b * state2[i, j]))  for j < 2
        potential state2[m.Rows, i]  for i < 2
        """);

    [Fact]
    public void A_distribution_is_not_carried()
    {
        var result = ReadModels.Body("Vector y", """
            var d = Normal(0, 1);
            for (var t = 0; t < y.Length; t++)
                d = Normal(t, 1);
            Potential(d.LogDensity(1));
            """);
        Assert.Equal(Rules.UnsupportedConstruct, Assert.Single(result.Diagnostics).Rule);
    }

    [Fact]
    public void Bounds_must_be_data() => ReadModels.Body("Vector y", """
        var b = Sample(HalfNormal(1));
        for (var t = 0; t < (int)b; t++)
            Potential(b);
        """).Refuses(Rules.BoundsOnLatents, "t < (int)b", "The bounds of this loop depend on 'b'; they must be known when the model is constructed: integers, lengths or data.");

    [Fact]
    public void An_element_must_not_be_overwritten_in_every_pass() => ReadModels.Body("Vector y", """
        var b = Sample(Normal());
        var s = Zeros(2);
        for (var t = 0; t < y.Length; t++)
            s[0] = b * y[t];
        """).Refuses(
            Rules.ElementAssignedAgain, "s[0]", "'s[0]' is assigned again in every pass of the loop over 't'. Declare 's' inside the loop, or give it an index for 't'.");

    [Fact]
    public void A_value_read_before_its_element_was_assigned_is_stale() => ReadModels.Body("Vector y", """
        var b = Sample(Normal());
        var s = Zeros(2);
        var sum = Sum(s);
        s[0] = b;
        Potential(sum);
        """).Refuses(Rules.StaleValue, "sum", "'sum' was read from 's' before this element was assigned. Write the expression here instead of 'sum'.");

    [Theory]
    [InlineData("while (y[0] > 1) { }", "A while loop")]
    [InlineData("foreach (var x in y) { }", "A foreach loop")]
    [InlineData("for (var t = 0; t < 9; t += 2) { }", "A loop that does not go one by one")]
    [InlineData("for (var t = 0; t < 9; t++) { if (t == 3) break; }", "break, continue or goto")]
    public void Other_loops_are_refused_by_name(string loop, string construct)
    {
        var diagnostic = Assert.Single(ReadModels.Body("Vector y", loop).Diagnostics);
        Assert.Equal(Rules.UnsupportedConstruct, diagnostic.Rule);
        Assert.Equal(construct, diagnostic.Arguments.First());
    }
}
