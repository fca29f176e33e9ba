using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace Gen.Compiler.Tests.Fuzzing;

/// <summary>
/// Writes models whose supports latents decide: ends that are latents or made of them, one for all elements or each its own; data and latents that may lie
/// outside, so that the log-density is −∞ at some positions and not at others.
/// </summary>
internal sealed class SupportWriter
{
    /// <summary>The seeds from which on they are written; they are the models' names too.</summary>
    public const int FirstSeed = 6_000_000;

    private const string Numbers = "", Groups = "g", Rows = "n";

    private readonly Random random;
    private readonly List<FuzzStatement> statements = [];
    private readonly List<(string Name, string Shape)> latents = [];
    private readonly int rows;
    private readonly int groups;
    private int counter;

    private SupportWriter(int seed)
    {
        random = new(seed);

        // Of no rows there is nothing that could be impossible.
        rows = Choose(1, 3, 5, 17) * (seed % 10 == 9 ? 0 : 1);
        groups = Choose(1, 2, 3, 4);
    }

    public static FuzzModel Write(int seed) => new SupportWriter(seed).Model(seed);

    private FuzzModel Model(int seed)
    {
        Add("var a = Sample(Normal(0, 1));", "a", Numbers, 1);
        Add("var b = Sample(Normal(0, 1));", "b", Numbers, 1);
        Add("var s = Sample(HalfNormal(1));", "s", Numbers, 1);
        Add("var v = Sample(Normal(0, 1), groups);", "v", Groups, groups);
        for (var k = random.Next(1, 4); k > 0; k--)
        {
            Latent();
        }

        for (var k = random.Next(1, 4); k > 0; k--)
        {
            statements.Add(new(Term()));
        }

        if (rows > 0 && seed % 3 == 0)
        {
            statements.AddRange(new ExtremeWriter(seed).Terms().Select(lines => new FuzzStatement(lines)));
        }

        if (seed % 4 == 1)
        {
            statements.AddRange(new UncenteredWriter(seed, groups).Statements());
        }

        double[] Real(int count, double low, double high) => [.. Enumerable.Range(0, count).Select(_ => Math.Round(low + (high - low) * random.NextDouble(), 2) + 0.003)];
        FuzzParameter[] data =
        [
            new("Vector", "y", new Vector(Real(rows, -2, 2))),
            new("Vector", "z", new Vector(Real(rows, 0.05, 4))),
            new("Vector", "u", new Vector(Real(rows, 0.02, 0.97))),
            new("int[]", "group", Enumerable.Range(0, rows).Select(_ => random.Next(groups)).ToArray()),
            new("int[]", "counts", Enumerable.Range(0, rows).Select(_ => random.Next(-1, 6)).ToArray()),
            new("int[]", "hits", Enumerable.Range(0, rows).Select(_ => 1).ToArray()),
            new("Dim", "groups", new Dim(groups)),
        ];
        return new(seed, data, statements, []) { IsMappedByModel = true };
    }

    private void Latent()
    {
        var name = $"x{counter++}";
        switch (random.Next(10))
        {
            case 0 or 1 or 2:
                Add($"var {name} = Sample({Bounded(Numbers)});", name, Numbers, 1);
                break;
            case 3 or 4:
                Add($"var {name} = Sample({Bounded(Numbers)}, groups);", name, Groups, groups);
                break;
            case 5 or 6:
                Add($"var {name} = Sample({Bounded(Groups)});", name, Groups, groups);
                break;
            case 7:
                Add($"var {name} = Sample(Ordered({Choose($"Normal({End(Numbers)}, {Positive(Numbers)})", $"Exponential({Positive(Numbers)})", $"Truncated({Tailed(Numbers)}, lower: 0)", Bounded(Numbers))}, groups));", name, Groups, groups);
                break;
            case 8:
                Chained(name);
                break;
            default:
                Add($"var {name} = Sample(Ordered({Choose($"Normal({End(Groups)}, {Positive(Numbers)})", $"HalfNormal({Positive(Groups)})")}));", name, Groups, groups);
                break;
        }
    }

    /// <summary>A vector of latents, each between ends that the one before it decides.</summary>
    private void Chained(string name)
    {
        var (before, t) = ($"{name}[t - 1]", "t");
        var call = random.Next(6) switch
        {
            0 => $"Uniform({before} - {Positive(Numbers)}, {before} + {Positive(Numbers)})",
            1 => $"Truncated(Normal({End(Numbers)}, 1), lower: {before})",
            2 => $"Truncated(Cauchy(0, {Positive(Numbers)}), upper: {before} + v[{t}])",
            3 => $"Truncated(Laplace({before}, 1), {before} - {Positive(Numbers)}, {before} + 1)",
            4 => $"Pareto(2, Exp({before}))",
            _ => $"Uniform(v[{t}], v[{t}] + Exp(0.2 * {before}))",
        };
        statements.Add(new(
            [
                $"var {name} = new Vector(groups.Length);", $"{name}[0] = Sample({Choose("Normal(0, 1)", Bounded(Numbers))});", "for (var t = 1; t < groups.Length; t++)", "{",
                $"    {name}[t] = Sample({call});", "}",
            ],
            name, new(name, groups, Constraint.None)));
        latents.Add((name, Groups));
    }

    /// <summary>A distribution whose support latents decide.</summary>
    private string Bounded(string shape)
    {
        var low = End(shape);
        var high = Above(low, shape == Groups && random.Next(2) == 0 ? Groups : Numbers);
        return random.Next(11) switch
        {
            0 or 1 => $"Uniform({low}, {high})",
            2 => $"Truncated({Tailed(shape)}, {low}, {high})",
            3 => $"Truncated({Tailed(Numbers)}, lower: {low})",
            4 => $"Truncated({Tailed(Numbers)}, upper: {low})",
            5 => $"Pareto({Positive(Numbers)}, {Positive(shape)})",
            6 => $"Triangular({low}, {high}, {low} + 0.4 * ({high} - ({low})))",
            7 => $"Truncated(Exponential({Positive(Numbers)}), lower: {low})",
            8 => $"Truncated(HalfNormal({Positive(Numbers)}), upper: {Positive(shape)})",
            9 => $"Truncated(Uniform(-3, 3), {low}, {high})",
            _ => $"Uniform(upper: {Positive(shape)})",
        };
    }

    /// <summary>What is above another number, mostly.</summary>
    private string Above(string low, string shape) => random.Next(8) == 0 ? End(shape) : $"{low} + {Positive(shape)}";

    private string Tailed(string shape) => $"{Choose("Normal", "Cauchy", "Laplace", "Logistic")}({End(shape)}, {Positive(Numbers)})";

    private string End(string shape) => random.Next(9) switch
    {
        0 => $"Tanh({Latent(shape)})",
        1 => $"{Latent(shape)} - {Number()}",
        2 => $"{Latent(shape)} * {Choose("a", "b", "0.5")}",
        3 => $"Min({Latent(shape)}, {Latent(Numbers)})",
        4 => $"Max({Latent(shape)}, {Number()})",
        5 when shape.Length == 0 => Number(),
        6 => $"-Exp({Latent(shape)})",
        _ => Latent(shape),
    };

    private string Positive(string shape) => random.Next(8) switch
    {
        0 or 1 => $"Exp(0.5 * {Latent(shape)})",
        2 => $"(0.3 + Square({Latent(shape)}))",
        3 => $"(Abs({Latent(shape)}) + 0.2)",
        4 when shape.Length == 0 => "s",
        5 when shape.Length == 0 => Number(),
        6 when shape.Length == 0 && random.Next(3) == 0 => Latent(shape),
        _ => $"(2 + Tanh({Latent(shape)}))",
    };

    private string Number() => (0.3 + random.Next(1, 25) / 10.0).ToString("0.0", CultureInfo.InvariantCulture);

    private string Latent(string shape) => shape == Rows ? $"{Of(Groups)}[group]" : shape == Groups ? Of(Groups) : random.Next(4) == 0 ? $"{Of(Groups)}[0]" : Of(Numbers);

    private string Of(string shape)
    {
        var fitting = latents.Where(latent => latent.Shape == shape).ToArray();
        return fitting[Math.Max(random.Next(fitting.Length), random.Next(fitting.Length))].Name;
    }

    private string[] Term()
    {
        var shape = Choose(Numbers, Numbers, Rows);
        return random.Next(19) switch
        {
            0 or 1 => [$"Observe(y, {Wide(shape)});"],
            2 => [$"Observe(z, {Choose($"Pareto({Positive(Numbers)}, {Small(shape)})", $"Truncated(Exponential({Positive(shape)}), upper: 4 + {Positive(Numbers)})", Wide(shape))});"],
            3 => ["for (var t = 0; t < y.Length; t++)", "{", $"    Observe(y[t], {Wide(Numbers).Replace("v[0]", "v[group[t]]", StringComparison.Ordinal)});", "}"],
            4 => [Mixed(Choose("y", "z"), Component(Numbers), Component(shape))],
            5 => [$"Potential({Choose("", "0.5 * ")}{Of()}.LogDensity({Variate()}));"],
            6 => [$"Potential({Of()}.LogDensity({Latent(Numbers)}) + {Of()}.LogDensity({Variate()}));"],
            7 => [$"Potential(Where({Choose("y > a", "y > 0.1", "Less(s, z)")}, {Of()}.LogDensity({Choose("y", "z", "y - a")}), -1));"],
            8 => [$"Potential(LogSumExp([{Of()}.LogDensity({Latent(Numbers)}), Normal({End(Numbers)}, 1).LogDensity(a)]));"],
            9 => [$"Potential({Choose(Whole(), Counted())}.LogDensity(counts));"],
            10 => [$"Observe(hits, {Counted()});"],
            11 => [$"Observe({Choose("y", "z")}, {Modified()});"],
            12 => [$"Potential({Modified()}.LogDensity({Choose("y", "a", "z")}));"],
            13 => [$"Potential(Log({Cumulative()}.Cdf({Choose("y", "a")}) + {Choose("0.1", "Square(b)")}) - 0.5 * {Simple()}.Cdf(b));"],
            14 => [$"var p{counter} = Log1p({Cumulative()}.Cdf({Choose("a", "b", "0.3")}));", $"Observe(y, Normal(p{counter++}, 1));"],
            15 => [$"Potential(Where({Choose("y > a", "y > 0.1", "Less(s, z)")}, {Simple()}.{Choose("Cdf", "LogCdf", "LogSurvival")}(y), {Tailed(Numbers)}.{Choose("Cdf", "LogCdf", "LogSurvival")}(y)));"],
            16 => [$"Potential(LogSumExp([{Cumulative()}.{Choose("LogCdf", "LogSurvival")}({Latent(Numbers)}), Normal({End(Numbers)}, 1).LogDensity(a)]));"],
            _ => [$"Potential({Cumulative()}.{Choose("Cdf", "LogCdf", "LogSurvival")}({Choose("y", "a", "z")}));"],
        };
    }

    /// <summary>An observed mixture; data are refused where no component could have given them.</summary>
    private static string Mixed(string data, string first, string second) =>
        $"Observe({(first.StartsWith("Exp", StringComparison.Ordinal) && second.StartsWith("Exp", StringComparison.Ordinal) ? "z" : data)}, Mixture([0.4, 0.6], {first}, {second}));";

    /// <summary>One in which data mostly lie, as latents have it: data outside a support that is known are refused.</summary>
    private string Wide(string shape) => random.Next(6) switch
    {
        0 => $"Uniform({Choose("-2.5", $"-2 - {Positive(shape)}", $"{Latent(shape)} - {Number()}")}, {Choose("5", $"1 + s + {Positive(Numbers)}", "3 + s")})",
        1 => $"Truncated({Tailed(shape)}, lower: {Choose("-2.5", "-1.5 - s", $"{Latent(shape)} - 2")})",
        2 => $"Truncated({Tailed(Numbers)}, -2 - {Positive(Numbers)}, 4 + {Positive(shape)})",
        3 => $"Triangular(-3 - s, 5 + {Positive(shape)}, {Choose("0", "Tanh(a)")})",
        4 => $"Truncated({Tailed(shape)}, upper: 2 + s + {Positive(Numbers)})",
        _ => $"Uniform({Latent(shape)} - 2, {Latent(shape)} + 3)",
    };

    /// <summary>One of a mixture's, whose parameters may be out of range where the others' are not; its ends are no constants, which data would be refused at.</summary>
    private string Component(string shape) => random.Next(8) switch
    {
        0 => "Normal(0, 1)",
        1 => $"Normal({End(shape)}, {Positive(shape)})",
        2 => $"Normal(0, {Latent(Numbers)})",
        3 => $"Truncated({Tailed(Numbers)}, {Choose("lower", "upper")}: {Edge()})",
        4 => $"Truncated({Choose("Normal", "Cauchy", "Laplace", "Logistic")}({End(Numbers)}, {Positive(Numbers)}), {Edge()}, {Choose("5", $"2 + {Latent(shape)}")})",
        5 => $"Triangular(-3 - s, 5 + {Positive(shape)}, {Choose("0", "Tanh(a)", "b")})",
        6 => $"Exponential({Positive(shape)})",
        _ => $"Uniform({Edge()}, {Edge()} + {Positive(Numbers)})",
    };

    /// <summary>One that has cumulative probabilities.</summary>
    private string Cumulative() => random.Next(3) switch
    {
        0 => Simple(),
        1 => Choose(Bounded(Numbers), Modified()),
        _ => Choose(
            $"ZeroInflated({Choose("0.7", "InverseLogit(a)", "b")}, Geometric({Choose("0.3", "a", "InverseLogit(b)")}))",
            $"Hurdle({Choose("0.7", "InverseLogit(a)", "b")}, Exponential({Positive(Numbers)}))"),
    };

    /// <summary>One that has them and is no modifier.</summary>
    private string Simple() => random.Next(14) switch
    {
        0 or 1 => $"Uniform({End(Numbers)}, {Above(End(Numbers), Numbers)})",
        2 => $"Exponential({Positive(Numbers)})",
        3 => $"HalfNormal({Positive(Numbers)})",
        4 => $"LogNormal({End(Numbers)}, {Positive(Numbers)})",
        5 => $"Weibull(1.5, {Positive(Numbers)})",
        6 => $"HalfCauchy({Positive(Numbers)})",
        7 => $"LogitNormal({End(Numbers)}, {Positive(Numbers)})",
        8 => $"Pareto({Positive(Numbers)}, {Positive(Numbers)})",
        9 => $"Gumbel({End(Numbers)}, {Latent(Numbers)})",
        10 => $"Geometric({Choose($"InverseLogit({Latent(Numbers)})", Latent(Numbers))})",
        11 => $"Triangular({End(Numbers)}, {Above(End(Numbers), Numbers)}, {End(Numbers)})",
        _ => Tailed(Numbers),
    };

    /// <summary>A modifier of something whose parameters may be out of range.</summary>
    private string Modified() => random.Next(6) switch
    {
        0 => $"Censored({Choose($"Normal({End(Numbers)}, {Latent(Numbers)})", Tailed(Numbers))}, {Choose("-2.5", Edge())}, {Choose("5", Edge())})",
        1 => $"Censored({Tailed(Numbers)}, {Choose("lower: -2.5", "upper: 5", $"lower: {Edge()}", $"upper: {Edge()}")})",
        2 => $"Mixture([{Choose("0.4, 0.6", "InverseLogit(a), 1 - InverseLogit(a)", "a, 1 - a")}], {Component(Numbers)}, {Component(Numbers)})",
        3 => $"Mixture([0.3, 0.7], Normal(0, {Latent(Numbers)}), Truncated({Choose("Normal", "Cauchy", "Laplace", "Logistic")}({End(Numbers)}, {Positive(Numbers)}), {Edge()}, {Edge()}))",
        4 => $"Truncated(Mixture([0.3, 0.7], {Tailed(Numbers)}, Normal({End(Numbers)}, {Positive(Numbers)})), lower: {Choose("-2.5", Edge())})",
        _ => $"Truncated({Choose("Normal", "Cauchy", "Laplace", "Logistic")}({End(Numbers)}, 0.01 * {Positive(Numbers)}), {Choose("-2.5", Edge())}, {Choose("5", "40", Edge())})",
    };

    /// <summary>An end that no constant is, which data would be refused at.</summary>
    private string Edge() => Choose(Latent(Numbers), $"{Latent(Numbers)} - {Number()}", $"{Number()} + 0.5 * {Latent(Numbers)}");

    /// <summary>A modifier of counts.</summary>
    private string Counted()
    {
        var share = Choose("0.7", $"InverseLogit({Latent(Numbers)})", Latent(Numbers));
        return random.Next(4) switch
        {
            0 => $"ZeroInflated({share}, {Whole()})",
            1 => $"Hurdle({share}, {Whole()})",
            2 => $"Mixture([{Choose("0.4, 0.6", "InverseLogit(a), 1 - InverseLogit(a)")}], {Whole()}, {Whole()})",
            _ => Choose($"Censored(Geometric({Latent(Numbers)}), upper: {Choose("3", "Where(a > 0, 3, 2.5)")})", $"Censored(Poisson({Positive(Numbers)}), upper: 3)"),
        };
    }

    // Data below an end that is a number are refused, and they begin at 0.05.
    private string Small(string shape) => Choose("0.01", Positive(shape) is var width && char.IsDigit(width[0]) ? $"0.01 * {width}" : $"0.05 * {width}", $"Exp({Latent(shape)} - 3)");

    /// <summary>A distribution on a part of the line.</summary>
    private string Of() => random.Next(16) switch
    {
        0 => $"Exponential({Positive(Numbers)})",
        1 => $"HalfNormal({Positive(Numbers)})",
        2 => $"Gamma({Positive(Numbers)}, 2)",
        3 => $"LogNormal({End(Numbers)}, {Positive(Numbers)})",
        4 => $"Beta({Positive(Numbers)}, 1.5)",
        5 => $"InverseGamma(2, {Positive(Numbers)})",
        6 => $"Weibull(1.5, {Positive(Numbers)})",
        7 => $"HalfCauchy({Positive(Numbers)})",
        8 => $"LogitNormal({End(Numbers)}, {Positive(Numbers)})",
        9 => $"VonMises({End(Numbers)}, {Positive(Numbers)})",
        10 => $"Pareto({Positive(Numbers)}, {Positive(Numbers)})",
        11 => $"Normal({End(Numbers)}, {Latent(Numbers)})",
        12 => $"ChiSquared({Positive(Numbers)})",
        13 => $"HalfStudentT(3, {Positive(Numbers)})",
        _ => Bounded(Numbers),
    };

    private string Whole() => random.Next(8) switch
    {
        0 => $"Poisson({Positive(Numbers)})",
        1 => $"Binomial(4, InverseLogit({Latent(Numbers)}))",
        2 => $"Bernoulli(InverseLogit({Latent(Numbers)}))",
        3 => $"Geometric(InverseLogit({Latent(Numbers)}))",
        4 => $"Truncated(Poisson({Positive(Numbers)}), upper: 3)",
        5 => $"NegativeBinomial({Positive(Numbers)}, 2)",
        6 => $"Geometric({Latent(Numbers)})",
        _ => $"BetaBinomial(4, {Positive(Numbers)}, 2)",
    };

    private string Variate() => random.Next(10) switch
    {
        0 => $"y - {Latent(Numbers)}",
        1 => $"z * {Positive(Numbers)}",
        2 => "z",
        3 => "u",
        4 => $"y + {Of(Groups)}[group]",
        5 => $"{Of(Groups)}",
        6 => $"{Latent(Numbers)} + 1",
        _ => Latent(Numbers),
    };

    private void Add(string line, string name, string shape, int count)
    {
        statements.Add(new([line], name, new(name, count, Constraint.None)));
        latents.Add((name, shape));
    }

    private T Choose<T>(params T[] choices) => choices[random.Next(choices.Length)];
}
