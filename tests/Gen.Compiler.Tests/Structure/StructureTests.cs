using Xunit;

namespace Gen.Compiler.Tests.Structure;

/// <summary>Vectors, matrices, loops and recurrences as published models are written with them.</summary>
public sealed class StructureTests
{
    [Theory]
    [InlineData("paired gather of data and latents", "w[9]", """
        var w = Sample(Normal(0, 1), 3, 3);
        Observe(y, Normal(w[group, other] + w[group, 1] * x[other, group], 1));
        """)]
    [InlineData("paired gather before the first row, where a condition says so", "w[9]", """
        var w = Sample(Normal(0, 1), 3, 3);
        var pairs = w[group, other];
        var r = new Vector(5);
        for (var t = 0; t < 5; t++)
            r[t] = Tanh(t > 1 ? pairs[t - 2] : 0.25);
        Observe(y, Normal(r, 1));
        """)]
    [InlineData("gather rows, blocks", "w[9]", """
        var w = Sample(Normal(0, 1), 3, 3);
        Potential(Sum(w[group] * x, 1) * y);
        Potential(w[1..3, ..2] * x[..2, 1..]);
        Potential(x[1..][0] * w[^1] + w[0, ..]);
        """)]
    [InlineData("set rows and columns", "w[3]", """
        var w = Sample(Normal(0, 1), 3);
        var m = new Matrix(5, 3);
        m[0] = w;
        for (var t = 1; t < 5; t++)
            m[t] = 0.5 * m[t - 1] + x[t] * w;
        var c = new Matrix(5, 3);
        for (var j = 0; j < 3; j++)
            c[.., j] = w[j] * y + m[.., j];
        Potential(m * c);
        """)]
    [InlineData("functions", "w[3] positive", """
        var w = Sample(HalfNormal(1), 3);
        Potential(Prod(w) + Sd(w) + Min(w) + Max(w) + Logit(w[0] / (1 + w[0])));
        Potential(CumulativeSum(w) * Arange(3) + Ones(3) - Zeros(3));
        Potential(Dot(Identity(3), w) + Sum(Outer(w, w)) + Sum(Outer(y, w), 0));
        """)]
    [InlineData("spreads", "k, delta[4] positive", """
        var k = Sample(Normal(0, 1));
        var delta = Sample(HalfNormal(1), 4);
        Vector c = [k, .. k + CumulativeSum(delta)];
        Observe(y, Normal(c, 1));
        """)]
    [InlineData("a Dim in the body", "w[6], v[2]", """
        Dim topics = 2;
        var w = Sample(Normal(0, 1), topics, x.Columns);
        var v = Sample(Normal(0, 1), topics);
        Potential(Dot(v, w) + topics.Length);
        """)]
    [InlineData("derived data observed", "b", """
        var b = Sample(Normal(0, 1));
        var logZ = Log(z);
        Observe(logZ, Normal(b * Mean(logZ), Sd(logZ)));
        """)]
    [InlineData("integer arithmetic", "b", """
        var b = Sample(Normal(0, 1));
        var half = n / 2;
        var odd = (n + 1) % 3;
        Potential(b * y[half] + odd * b + y[n - 1] + (double)n / 3);
        """)]
    [InlineData("if and switch on data", "b", """
        var b = Sample(Normal(0, 1));
        var s = b;
        if (flag)
            s = 2 * b;
        var u = kind switch { 0 => b, 1 => 2 * b, _ => b * b };
        for (var t = 0; t < y.Length; t++)
        {
            if (group[t] == 1)
                Observe(y[t], Normal(s, 1));
            else if (y[t] > 0)
                Observe(y[t], Normal(u, 2));
        }
        """)]
    [InlineData("latents in nested loops", "s positive, theta[15]", """
        var s = Sample(HalfNormal(1));
        var theta = new Matrix(5, 3);
        for (var t = 0; t < 5; t++)
            for (var j = 0; j < 3; j++)
                theta[t, j] = Sample(Normal(t == 0 ? 0.0 : theta[t - 1, j], s));
        Observe(x, Normal(theta, 1));
        """)]
    [InlineData("forward algorithm element by element", "p[4] fraction, mu[2]", """
        var p = Sample(Uniform(0, 1), 2, 2);
        var mu = Sample(Normal(0, 1), 2);
        var gamma = new Matrix(y.Length, 2);
        for (var k = 0; k < 2; k++)
            gamma[0, k] = Normal(mu[k], 1).LogDensity(y[0]);
        for (var t = 1; t < y.Length; t++)
        {
            for (var k = 0; k < 2; k++)
            {
                var acc = new Vector(2);
                for (var j = 0; j < 2; j++)
                    acc[j] = gamma[t - 1, j] + Log(p[j, k]) + Normal(mu[k], 1).LogDensity(y[t]);
                gamma[t, k] = LogSumExp(acc);
            }
        }

        Potential(LogSumExp(gamma[y.Length - 1]));
        """)]
    [InlineData("Kalman filter", "q positive, r positive", """
        var q = Sample(HalfNormal(1));
        var r = Sample(HalfNormal(1));
        var f = new Matrix(2, 2);
        f[0, 0] = 1;
        f[0, 1] = q;
        f[1, 1] = 0.5;
        var m = Zeros(2);
        var p = Identity(2);
        for (var t = 0; t < y.Length; t++)
        {
            m = Dot(f, m);
            p = Dot(Dot(f, p), Transpose(f)) + q * Identity(2);
            var s = p[0, 0] + r;
            var gain = p[.., 0] / s;
            Observe(y[t], Normal(m[0], Sqrt(s)));
            m = m + gain * (y[t] - m[0]);
            p = p - Outer(gain, p[0]);
        }
        """)]
    [InlineData("sums by group into a matrix", "b[3]", """
        var b = Sample(Normal(0, 1), 3);
        var m = new Matrix(3, 3);
        for (var i = 0; i < y.Length; i++)
            for (var j = 0; j < 3; j++)
                m[group[i], j] += b[j] * x[i, j];
        Potential(m * m);
        """)]
    [InlineData("one vector of latents filled by two loops", "v[5]", """
        var v = new Vector(5);
        for (var i = 0; i < 2; i++)
            v[i] = Sample(Normal(0, 1));
        for (var i = 2; i < 5; i++)
            v[i] = Sample(Normal(v[i - 2], 2));
        Observe(y, Normal(v, 1));
        """)]
    [InlineData("early data in the body", "b", """
        var centred = (z - Mean(z)) / (2 * Sd(z));
        var runs = new Vector(y.Length);
        runs[0] = 1;
        for (var t = 1; t < y.Length; t++)
            runs[t] = y[t] > 0 ? runs[t - 1] + 1 : 0;
        var b = Sample(Normal(0, 1));
        Observe(y, Normal(b * centred + runs, 1));
        """)]
    [InlineData("reductions along an axis", "w[15]", """
        var w = Sample(Normal(0, 1), 5, 3);
        Potential(Sum(w, 0) * Mean(w * x, 0) + LogSumExp(w, 0));
        Potential(Sum(w, 1) * y + Mean(w, 1) + LogSumExp(w, 1));
        """)]
    [InlineData("a length from data", "w[3], v[3]", """
        var w = Sample(Normal(0, 1), Max(group) + 1);
        var groups = Max(other) + 1;
        var v = Sample(Normal(0, 1), groups);
        for (var g = 0; g < groups; g++)
            Potential(w[g] * v[g]);
        """)]
    [InlineData("ragged bounds", "a fraction", """
        var a = Sample(Uniform(0, 1));
        var v = new Vector(y.Length);
        for (var c = 0; c < start.Length; c++)
        {
            v[start[c]] = y[start[c]];
            for (var t = start[c] + 1; t < end[c]; t++)
                v[t] = a * v[t - 1] + y[t];
        }
        Potential(v * z);
        """)]
    [InlineData("moving average errors", "phi, theta, mu", """
        var phi = Sample(Normal(0, 1));
        var theta = Sample(Normal(0, 1));
        var mu = Sample(Normal(0, 1));
        var err = new Vector(y.Length);
        var nu = new Vector(y.Length);
        nu[0] = mu + phi * mu;
        err[0] = y[0] - nu[0];
        for (var t = 1; t < y.Length; t++)
        {
            nu[t] = mu + phi * y[t - 1] + theta * err[t - 1];
            err[t] = y[t] - nu[t];
        }

        Potential(Normal(0, 1).LogDensity(err));
        """)]
    [InlineData("counts in a matrix", "a[5], b[3]", """
        var a = Sample(Normal(0, 1), 5);
        var b = Sample(Normal(0, 1), 3);
        Observe(counts, Poisson(Exp(Outer(a, Ones(3)) + b)));
        """)]
    [InlineData("elements of a matrix of integers", "b[3]", """
        var b = Sample(Normal(0, 1), 3);
        for (var i = 0; i < counts.GetLength(0); i++)
            for (var j = 0; j < counts.GetLength(1); j++)
                Observe(counts[i, j], Poisson(Exp(b[j] + y[i])));
        for (var i = 0; i < classes.GetLength(0); i++)
            Potential(b[classes[i, 0]] * b[classes[i, 1]]);
        """)]
    [InlineData("arithmetic of a matrix of integers", "b[3]", """
        var b = Sample(Normal(0, 1), 3);
        Potential(Equal(counts, 1) * b + counts * x - b / (1 + (Matrix)counts));
        Potential(Sum(counts, 1) * y + Max(counts) + Min(counts) + Sum(counts));
        Potential(Where((Matrix)counts > 1, x, 0) * b);
        """)]
    public void Body_interpreter_and_emitted_code_agree(string what, string latents, string statements) => WrittenModel.Agrees(what, latents, statements);
}
