using System;
using System.Collections.Generic;

namespace Gen.Compiler.Tests.Fuzzing;

/// <summary>
/// Writes latents that are not centred, of every family that can be, alone, in a vector, in a loop one after another or a vector at a time, by an option or as they are written,
/// and a term of each; their parameters are of the latents <c>a</c>, <c>b</c>, <c>s</c> and <c>v</c>, which the model has.
/// </summary>
internal sealed class UncenteredWriter(int seed, int groups)
{
    // Apart from the draws of what else is in the model, which stays as it was without these latents.
    private readonly Random random = new(seed + 2_000_003);

    public IEnumerable<FuzzStatement> Statements()
    {
        for (var k = random.Next(1, 4); k > 0; k--)
        {
            var name = $"w{k}";
            if (random.Next(4) == 0)
            {
                foreach (var statement in Standard(name, "h" + name))
                {
                    yield return statement;
                }

                continue;
            }

            yield return Latent(name);
            yield return new([$"Potential(-0.1 * {Choose($"Square(Sum({name}))", $"Sum(Abs({name}))", $"Log1p(Sum(Square({name})))")});"]);
        }

        // Numbers come last: the vectors before them stay as they were.
        if (random.Next(3) == 0)
        {
            yield return LatentNumber("wn");
            yield return new(["Potential(-0.1 * Log1p(Square(wn)));"]);
        }

        if (random.Next(3) == 0)
        {
            var (statements, scaled) = ScaledNumber("wm", "hwm");
            foreach (var statement in statements)
            {
                yield return statement;
            }

            yield return new([$"Observe(y, Normal({Choose("a + ", "")}{scaled}, 1));"]);
        }
    }

    /// <summary>A latent that is written not centred, whose scale may be sampled after it; and a term in which it is scaled.</summary>
    private IEnumerable<FuzzStatement> Standard(string name, string scale)
    {
        var (statements, scaled) = Scaled(name, scale);
        foreach (var statement in statements)
        {
            yield return statement;
        }

        switch (random.Next(4))
        {
            case 0:
                yield return new([$"Observe(y, Normal(a + ({scaled})[0], 1));", $"Potential(-0.1 * Square(Sum({Choose("", "a + ", "b + ")}{scaled})));"]);
                break;
            case 1:
                yield return new([$"var m{name} = {Choose("b + ", "")}{scaled};", $"Observe(y, Normal(Mean(m{name}), s + 0.2));"]);
                break;
            case 2:
                yield return new(["for (var t = 0; t < groups.Length; t++)", "{", $"    Potential(-Abs(a + ({scaled})[t]) - 0.1 * Square({Choose("a", "b")} + ({scaled})[t]));", "}"]);
                break;
            default:
                yield return new([$"var l{name} = Sample(Normal({Choose("a + ", "")}{scaled}, 1));"], "l" + name, new("l" + name, groups, Constraint.None));
                break;
        }
    }

    /// <summary>A vector that is written not centred, alone or in a loop, with its scale where that is its own; and what it is scaled to.</summary>
    public (FuzzStatement[] Statements, string Scaled) Scaled(string name, string scale)
    {
        var (isOwn, isInLoop) = (random.Next(3) == 0, random.Next(3) == 0);
        var density = StandardDensity();
        string[] lines = isInLoop ? [$"var {name} = new Vector(groups.Length);", "for (var t = 0; t < groups.Length; t++)", "{", $"    {name}[t] = Sample({density});", "}"]
            : [$"var {name} = Sample({density}, groups);"];
        var factor = isOwn ? scale : Factor();
        return (
            WithScale(new(lines, name, new(name, groups, Constraint.None)), isOwn ? scale : ""),
            Choose($"{factor} * {name}", $"{factor} * {name}", $"{name} * {factor} * Exp(0.3 * b)", $"{factor} * {name} * Exp(0.2 * v)"));
    }

    /// <summary>The same of a number.</summary>
    public (FuzzStatement[] Statements, string Scaled) ScaledNumber(string name, string scale)
    {
        var isOwn = random.Next(3) == 0;
        var factor = isOwn ? scale : Factor();
        return (
            WithScale(new([$"var {name} = Sample({StandardDensity()});"], name, new(name, 1, Constraint.None)), isOwn ? scale : ""),
            Choose($"{factor} * {name}", $"{name} * {factor}", $"{name} * {factor} * Exp(0.3 * b)"));
    }

    private static FuzzStatement[] WithScale(FuzzStatement latent, string scale) =>
        scale.Length > 0 ? [latent, new([$"var {scale} = Sample(HalfNormal(1.5));"], scale, new(scale, 1, Constraint.Positive))] : [latent];

    private string StandardDensity() => Choose("Normal(0, 1)", "StudentT(4, 0, 2)", "Logistic(0, 0.7)");

    private string Factor() => Choose("s", "Exp(b)", "(s * Exp(0.5 * a))", "Sqrt(s)");

    /// <summary>A number that is not centred.</summary>
    public FuzzStatement LatentNumber(string name) => new([$"var {name} = Sample({Number(Choose("a", "b", "v[0]"))}, Centering.NonCentered);"], name, new(name, 1, Constraint.None));

    /// <summary>A vector that is not centred, but for elements of one in a loop.</summary>
    public FuzzStatement Latent(string name)
    {
        FuzzLatent Vector(int count) => new(name, count, Constraint.None);
        switch (random.Next(7))
        {
            case 0 or 1:
                return new([$"var {name} = Sample({Number("v")}, Centering.NonCentered);"], name, Vector(groups));
            case 2:
                return new([$"var {name} = Sample({Number(Choose("a", "b"))}, groups, Centering.NonCentered);"], name, Vector(groups));
            case 3:
                var (length, count) = random.Next(2) == 0 ? ("groups", groups) : ("5", 5);
                return new([$"var {name} = Sample({Series(isLong: count > 1)}, {length}, Centering.NonCentered);"], name, Vector(count));
            case 4 when random.Next(2) == 0:
                return new([$"var {name} = Sample(MvNormal(Zeros(3), {Choose("cov", "tau")}: {Choose("Exp(a)", "s")} * Identity(3)), Centering.NonCentered);"], name, Vector(3));
            case 4:
                return new(
                    [
                        $"var c{name} = new Matrix(2, 2);", $"c{name}[0, 0] = {Choose("Exp(a)", "s + 0.1")};", $"c{name}[1, 0] = {Choose("b", "0.5")};", $"c{name}[1, 1] = {Choose("0.7", "Exp(b)")};",
                        $"var {name} = Sample(MvNormal([a, {Choose("b", "v[0]", "0.3")}], chol: c{name}), Centering.NonCentered);",
                    ],
                    name, Vector(2));
            case 5:
                return new([$"var {name} = new Vector(groups.Length);", "for (var t = 0; t < groups.Length; t++)", "{", $"    {name}[t] = Sample({Number("v[t]")}, Centering.NonCentered);", "}"], name, Vector(groups));
            default:
                return new(
                    [
                        $"var {name} = new Vector(groups.Length);", $"{name}[0] = Sample({Number("a")}, Centering.NonCentered);", "for (var t = 1; t < groups.Length; t++)", "{",
                        $"    {name}[t] = Sample({Number($"Tanh({name}[t - 1])")}, {Choose("Centering.NonCentered", "Centering.Centered")});", "}",
                    ],
                    name, Vector(groups));
        }
    }

    /// <summary>A distribution of a number; that of <paramref name="x"/> decides a parameter.</summary>
    private string Number(string x) => random.Next(16) switch
    {
        0 => $"Normal({x}, {Choose("s", "Exp(b)", "1.5")})",
        1 => $"StudentT(4, b, Exp({x}))",
        2 => $"Cauchy({x}, s)",
        3 => $"Laplace({x}, s + 0.2)",
        4 => $"LogNormal({x}, {Choose("s", "b", "0.4")})",
        5 => $"LogitNormal({x}, s)",
        6 => $"HalfNormal(Exp({x}))",
        7 => $"HalfCauchy(Exp({x}))",
        8 => $"HalfStudentT(3, Exp({x}))",
        9 => $"Exponential(Exp({x}))",
        10 => $"Gamma(1.5, Exp({x}))",
        11 => $"Gamma(mu: Exp({x}), sigma: s + 0.3)",
        12 => $"InverseGamma(2.5, Exp({x}))",
        13 => $"Weibull(1.5, Exp({x}))",
        14 => $"Beta(1 + Exp({x}), 2)",
        _ => $"Logistic({x}, Exp(b))",
    };

    /// <summary>A series, which is as long as it has coefficients at least.</summary>
    private string Series(bool isLong) => random.Next(isLong ? 3 : 2) switch
    {
        0 => $"GaussianRandomWalk({Choose("0.1", "a")}, {Choose("s", "Exp(b)")})",
        1 => $"AR([{Choose("0.4", "Tanh(a)")}], {Choose("s", "Exp(b)")})",
        _ => "AR([0.3, 0.2 * Tanh(b)], s)",
    };

    private string Choose(params string[] choices) => choices[random.Next(choices.Length)];
}
