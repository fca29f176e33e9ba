using Xunit;

namespace Gen.Compiler.Tests.Lengths;

/// <summary>Small models with data of adversarial sizes: empty, of one, too short, too long, negative.</summary>
public sealed class SizeTests
{
    private static readonly SizedModel[] Models =
    [
        new("a sum up to a number", "for (var i = 0; i < n; i++) Potential(s * y[i]);"),
        new("a sum that starts beyond its end", "var lp = 0.0; for (var t = n; t < y.Length; t++) lp += -0.5 * Square(s) - s; Potential(lp);"),
        new("a lag", "for (var t = k; t < y.Length; t++) Potential(s * (y[t] - y[t - k]));"),
        new("constants over a range", "var lp = 0.0; for (var i = k; i < n; i++) lp += s; Potential(lp);"),
        new("a product over a range", "var p = 1.0; for (var i = k; i < n; i++) p *= s + 2; Potential(p);"),
        new("nested empty ranges", "var lp = 0.0; for (var i = k; i < n; i++) for (var j = i; j < n - 1; j++) lp += s * (j + 1); Potential(lp);"),
        new("downwards", "for (var t = n - 1; t >= k; t--) Potential(s * t);"),
        new("downwards over data", "var q = s; for (var t = y.Length - 1; t >= 1; t--) q = 0.5 * q + y[t]; Potential(q);"),
        new("a slice between numbers", "Potential(s * Sum(y[k..(n)]));"),
        new("a slice from a number", "Potential(s * Sum(y[n..]) + y[n..].Length);"),
        new("a slice to the end but one", "Potential(s * Sum(y[1..] * y[..^1]));"),
        new("a slice of a slice", "Potential(s * Sum(y[1..][..(n)]));"),
        new("an element of a slice", "Potential(s * y[..(n)][0]);"),
        new("a window", "for (var t = 2; t < y.Length; t++) Potential(s * Sum(y[(t - 2)..t]));"),
        new("a window of a given width", "for (var t = n; t < y.Length; t++) Potential(s * Sum(y[(t - n)..t]));"),
        new("all before", "for (var t = 0; t < y.Length; t++) Potential(s * (Sum(y[..t]) + Prod(1 + y[..t]) + y[..t].Length));"),
        new("all after", "for (var t = 0; t < y.Length; t++) Potential(s * Dot(y[t..], y[t..]) + Max(y[t..]));"),
        new("rows before", "for (var t = 0; t < m.Rows; t++) Potential(s * Sum(m[t, ..t]));"),
        new("a column", "for (var i = 0; i < m.Rows; i++) Potential(s * m[i, n]);"),
        new("a block", "Potential(s * Sum(m[1.., ..1]));"),
        new("under a condition on the position", "for (var t = 0; t < y.Length; t++) if (t >= n) Potential(s * y[t - n]);"),
        new("under a choice of the position", "for (var t = 0; t < y.Length; t++) Potential(s * (t > 1 ? y[t - 2] : 1));"),
        new("under a condition that data decide", "for (var t = 0; t < g.Length; t++) if (g[t] > 0) Potential(s * y[g[t] - 1]);"),
        new("under a condition that holds too soon", "for (var t = 0; t < y.Length; t++) Potential(s * (t >= k ? y[t - 1] : 0));"),
        new("indices", "Potential(s * Sum(y[g]));"),
        new("computed indices", "for (var i = 0; i < g.Length; i++) Potential(s * y[2 * g[i]]);"),
        new("indices of indices", "for (var i = 0; i < g.Length; i++) Potential(s * y[g[g[i]]]);"),
        new("indices that the body fills", "var h = new int[g.Length]; for (var i = 0; i < g.Length; i++) h[i] = g[i] + 1; for (var i = 0; i < g.Length; i++) Potential(s * y[h[i]]);"),
        new("such indices under a condition", "var h = new int[g.Length]; for (var i = 0; i < g.Length; i++) h[i] = g[i] + 1; for (var i = 0; i < g.Length; i++) if (i > 0) Potential(s * y[h[i - 1]]);"),
        new("ragged rows", "for (var i = 0; i < n; i++) for (var j = g[i]; j < g[i + 1]; j++) Potential(s * y[j]);"),
        new("ragged slices", "for (var i = 0; i < n; i++) Potential(s * Sum(y[g[i]..g[i + 1]]));"),
        new("a length that data decide", "var v = new Vector(n - k); for (var i = 0; i < v.Length; i++) v[i] = s * i; Potential(Sum(v) + v.Length);"),
        new("a greatest index", "var v = Zeros(Max(g) + 1); Potential(s * v.Length);"),
        new("a vector filled from one on", "var v = new Vector(y.Length); for (var t = 1; t < y.Length; t++) v[t] = s * y[t - 1]; Potential(Sum(v));"),
        new("slices as targets", "var v = new Vector(y.Length); v[..(n)] = s * y[..(n)]; Potential(Sum(v));"),
        new("slices that are observed", "for (var t = 0; t < y.Length; t++) Observe(y[..t], Normal(s, 1));"),
        new("elements that are observed", "for (var i = 0; i < n; i++) Observe(y[i], Normal(s * x[i], 1));"),
        new("elements along a dimension", "for (var i = 0; i < d; i++) Observe(y[i], Normal(s, 1));"),
        new("vectors that share an axis", "Observe(y, Normal(s * x, 1));"),
        new("a mean", "Potential(s * (Mean(y) + Max(y) - Min(y)));"),
        new("a position", "Potential(s * y[n]);"),
        new("the first and the last", "Potential(s * (y[0] + y[^1]));"),
        new("a power as a position", "Potential(s * y[n * n]);"),
        new("an autoregression", "Observe(y, AR([0.5, s], 1));"),
    ];

    [Fact]
    public void Models_do_what_their_bodies_do_or_refuse_by_name()
    {
        var failures = SizedModel.Failures(Models);
        Assert.True(failures.Count == 0, $"{failures.Count} fail\n{string.Join("\n\n", System.Linq.Enumerable.Take(failures, 30))}");
    }
}
