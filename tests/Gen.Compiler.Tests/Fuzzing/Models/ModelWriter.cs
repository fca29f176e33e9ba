using System;
using System.Collections.Generic;
using System.Linq;

namespace Gen.Compiler.Tests.Fuzzing;

/// <summary>
/// Writes a valid model from a seed: a typed grammar over the language's statements, expressions and distributions, in which intervals keep
/// every argument in its domain for positions within ±2.
/// </summary>
internal sealed class ModelWriter
{
    /// <summary>The seeds from here on write modifiers and more distributions too.</summary>
    public const int FirstWideSeed = 100_000;

    /// <summary>The seeds from here on write the whole grammar: matrices, latents of sets of vectors and distributions over vectors as well.</summary>
    public const int FirstStructuredSeed = 200_000;

    /// <summary>The seeds from here on name data and variables as emitted code might name something else.</summary>
    public const int FirstNamedSeed = 300_000;

    private static readonly string[] Methods =
    [
        "static double Hill(double x, double k) => x / (k + x);",
        "static double Twice(double x)\n    {\n        var y = Hill(Square(x), 1.5);\n        return x + y;\n    }",
        "static Vector Squash(Vector x, double s) => s * Tanh(x / s);",
    ];

    private readonly List<FuzzStatement> statements = [];
    private readonly HashSet<string> observed = [];
    private readonly Scope scope;
    private readonly ExpressionWriter expressions;
    private readonly DistributionWriter distributions;
    private readonly MatrixWriter matrices;
    private readonly VectorDistributionWriter vectors;

    private ModelWriter(int seed)
    {
        var random = new Random(seed);

        // Both fewer rows than a block of lanes has, and blocks with a remainder.
        var rows = random.Next(2) == 0 ? random.Next(3, 10) : random.Next(16, 22);
        scope = new(random, new Dictionary<char, int> { ['n'] = rows, ['m'] = random.Next(2, 5), ['g'] = random.Next(2, 5), ['h'] = random.Next(2, 4) }, seed >= FirstWideSeed, seed >= FirstStructuredSeed);
        expressions = new(scope);
        distributions = new(scope, expressions);
        matrices = new(scope, expressions, distributions, Add);
        vectors = new(scope, expressions, distributions, matrices, Add);
    }

    public static FuzzModel Write(int seed)
    {
        var writer = new ModelWriter(seed);
        var parameters = DataWriter.Write(writer.scope);
        writer.WriteStatements();
        var model = new FuzzModel(seed, parameters, writer.statements, Methods);
        return seed >= FirstNamedSeed ? FuzzNames.Rename(model, writer.scope.Random) : model;
    }

    private void WriteStatements()
    {
        for (var k = scope.Random.Next(1, 4); k > 0; k--)
        {
            Latent();
        }

        for (var k = scope.Random.Next(2, 9); k > 0; k--)
        {
            if (scope.IsStructured && scope.Chance(0.6))
            {
                Structured();
                continue;
            }

            switch (scope.Random.Next(15))
            {
                case 0 or 1 or 2: Latent(); break;
                case 3: Plain(scope.Choose("", "n", "g", "nm"), "v", "{0}"); break;
                case 4: Plain(scope.Choose("", "n"), "v", "{0}"); break;
                case 5: Plain(scope.Choose("", "n", "g"), "d", "Deterministic({0})"); break;
                case 6 or 7: LoopMap(); break;
                case 8: Recurrence(); break;
                case 9: Carried(); break;
                case 10: Branches(); break;
                case 11: Walk(); break;
                case 12: Potential(); break;
                case 13 when scope.IsWide && scope.Chance(0.5): Moved(); break;
                case 13: Hidden(); break;
                default: Observe(); break;
            }
        }

        if (scope.IsStructured)
        {
            vectors.Observe();
        }

        Observe();
        if (scope.Chance(0.5))
        {
            Observe();
        }

        if (scope.IsStructured)
        {
            UseAll();
        }
    }

    /// <summary>Adds what nothing used to the log-density: else its derivatives would be of no consequence.</summary>
    private void UseAll()
    {
        foreach (var unused in statements.Where(s => s.Defines.Length > 0 && !statements.Exists(other => other != s && other.Uses(s.Defines))).ToArray())
        {
            statements.Add(new([$"Potential({scope.Choose("Sin", "0.2 * Cos", "Tanh")}({unused.Defines} + 0.3));"]));
        }
    }

    private void Structured()
    {
        for (var k = scope.Random.Next(1, 4); k > 0; k--)
        {
            switch (scope.Random.Next(10))
            {
                case 0 or 1 or 2: vectors.Latent(); break;
                case 3: vectors.Observe(); break;
                default: matrices.Write(); break;
            }
        }
    }

    private void Latent()
    {
        var name = scope.Fresh("a");
        var (shape, dims) = scope.Random.Next(9) switch
        {
            0 or 1 or 2 or 3 => ("", ""),
            4 or 5 => ("g", ", groups"),
            6 => ("m", scope.Chance(0.5) ? ", design.Columns" : ", weight.Length"),
            7 => ("mh", ", design.Columns, hidden"),
            _ => ("n", ", x.Length"),
        };
        var (call, latent, range) = distributions.Prior(name, scope.Count(shape), "");
        Add(new([$"var {name} = Sample({call}{dims});"], name, latent), shape, range);
    }

    /// <summary>A vector of latents each with parameters of its own.</summary>
    private void Hidden()
    {
        var shape = scope.Choose("n", "g");
        var name = scope.Fresh("e");
        var location = expressions.Write(shape, 1);
        if (location.Shape == shape)
        {
            var sigma = expressions.Positive("", 0).Text;
            Add(new([$"var {name} = Sample(Normal({location.Text}, {sigma}));"], name, new(name, scope.Count(shape), Constraint.None)), shape, (-2, 2));
        }
    }

    /// <summary>A vector of latents between ends that another latent moves.</summary>
    private void Moved()
    {
        if (statements.Select(s => s.Latent).OfType<FuzzLatent>().LastOrDefault(latent => latent.Count == 1 && latent.Vectors is null) is not { } centre)
        {
            return;
        }

        var (name, shape) = (scope.Fresh("u"), scope.Choose("", "g"));
        var (low, high) = (scope.Number(-2, -0.5), scope.Number(0.5, 2));
        var (lower, upper) = ($"{centre.Name} - {Expression.Format(-low)}", $"{centre.Name} + {Expression.Format(high)}");
        var (call, constraint) = scope.Random.Next(4) switch
        {
            0 => ($"Uniform({lower}, {upper})", Constraint.Interval),
            1 => ($"Truncated(Normal(0.5, 1), {lower}, {upper})", Constraint.Interval),
            2 => ($"Truncated(Cauchy(scale, 1), lower: {lower})", Constraint.Lower),
            _ => ($"Truncated(Laplace(0, 2), upper: {upper})", Constraint.Upper),
        };
        var range = scope.Variables.First(variable => variable.Name == centre.Name).Range + (constraint switch
        {
            Constraint.Lower => (low, low + 7.4),
            Constraint.Upper => (high - 7.4, high),
            _ => (low, high),
        });
        Add(new([$"var {name} = Sample({call}{(shape.Length > 0 ? ", groups" : "")});"], name, new(name, scope.Count(shape), constraint, low, high) { Around = centre.Name }), shape, range);
    }

    private void Plain(string shape, string prefix, string form)
    {
        var value = expressions.Write(shape, 3);
        if (!value.Text.Any(char.IsLetter))
        {
            // C# warns of a variable that is assigned a constant and not used.
            value = new($"scale + {value.Operand}", value.Range + new Interval(0, 2), "", IsAtom: false);
        }

        var name = scope.Fresh(prefix);
        Add(new([$"var {name} = {string.Format(System.Globalization.CultureInfo.InvariantCulture, form, value.Text)};"], name), value.Shape, value.Range);
    }

    private void LoopMap()
    {
        var name = scope.Fresh("s");
        var value = InLoop("i", () => expressions.Write("", 3));
        var zeros = scope.Choose("Zeros(x.Length)", "new Vector(x.Length)");
        Add(new([$"var {name} = {zeros};", "for (var i = 0; i < x.Length; i++)", "{", $"    {name}[i] = {value.Text};", "}"], name), "n", value.Range);
    }

    private void Recurrence()
    {
        var name = scope.Fresh("r");
        var start = expressions.Write("", 1);
        var (persistence, input) = InLoop("t", () => (expressions.Unit("", 1), expressions.Write("", 2)));

        // |r| ≤ |start| + |input| / (1 − 0.98) at worst; squashed, so that it stays moderate.
        string[] lines =
        [
            $"var {name} = new Vector(x.Length);",
            $"{name}[0] = Tanh({start.Text});",
            "for (var t = 1; t < x.Length; t++)",
            "{",
            $"    {name}[t] = Tanh({persistence.Operand} * {name}[t - 1] + 0.5 * {input.Operand});",
            "}",
        ];
        Add(new(lines, name), "n", (-1, 1));
    }

    private void Carried()
    {
        var (name, carried) = (scope.Fresh("c"), scope.Fresh("q"));
        var input = InLoop("t", () => expressions.Write("", 2));
        var start = scope.Chance(0.5) ? Expression.Number(0) : expressions.Write("", 0);
        string[] lines = scope.Chance(0.5)
            ?
            [
                $"double {carried} = {start.Text};",
                $"var {name} = Zeros(x.Length);",
                "for (var t = 0; t < x.Length; t++)",
                "{",
                $"    {carried} = 0.7 * {carried} + Tanh({input.Text});",
                $"    {name}[t] = {carried};",
                "}",
            ]
            :
            [
                $"double {carried} = {start.Text};",
                "for (var t = 0; t < x.Length; t++)",
                "{",
                $"    {carried} += 0.1 * Tanh({input.Text});",
                "}",
                $"var {name} = {carried} / 2;",
            ];
        var isVector = lines[1].Contains("Zeros", StringComparison.Ordinal);
        Add(new(lines, name), isVector ? "n" : "", (-5 - start.Range.Magnitude, 5 + start.Range.Magnitude));
    }

    private void Branches()
    {
        var name = scope.Fresh("s");
        var (condition, yes, no) = InLoop("i", () => (expressions.DataCondition(), expressions.Write("", 2), expressions.Write("", 2)));
        List<string> lines =
        [
            $"var {name} = Zeros(x.Length);", "for (var i = 0; i < x.Length; i++)", "{", $"    if ({condition})", "    {", $"        {name}[i] = {yes.Text};", "    }",
        ];
        if (scope.Chance(0.7))
        {
            lines.AddRange(["    else", "    {", $"        {name}[i] = {no.Text};", "    }"]);
        }

        lines.Add("}");
        Add(new([.. lines], name), "n", yes.Range.Union(no.Range).Union((0, 0)));
    }

    /// <summary>A vector of latents sampled element by element, each given the one before it.</summary>
    private void Walk()
    {
        var name = scope.Fresh("w");
        var (start, sigma) = (expressions.Write("", 0), expressions.Positive("", 0));
        var input = InLoop("t", () => expressions.Write("", 1));
        string[] lines =
        [
            $"var {name} = new Vector(x.Length);",
            $"{name}[0] = Sample(Normal({start.Text}, {sigma.Text}));",
            "for (var t = 1; t < x.Length; t++)",
            "{",
            $"    {name}[t] = Sample(Normal(0.8 * {name}[t - 1] + 0.1 * {input.Operand}, {sigma.Text}));",
            "}",
        ];
        Add(new(lines, name, new(name, scope.Sizes['n'], Constraint.None)), "n", (-2, 2));
    }

    private void Potential()
    {
        var value = scope.Random.Next(3) switch
        {
            0 => $"{distributions.Real("", 1)}.LogDensity({expressions.Write("", 1).Text})",
            1 => $"-0.5 * Square({expressions.Write("", 2).Text})",
            _ => expressions.Write(scope.Choose("", "n", "g"), 2).Text,
        };
        statements.Add(new([$"Potential({value});"]));
    }

    private void Observe()
    {
        var kind = scope.Choose(Enum.GetValues<DataKind>());
        var data = DataWriter.Observed[kind];
        if (!observed.Add(data))
        {
            return;
        }

        if (kind == DataKind.Real && scope.Chance(0.25))
        {
            var (name, density) = scope.Chance(0.5) ? ("lift", distributions.Real("", 2)) : ("panel", distributions.Real("nm", 2));
            statements.Add(new([$"Observe({name}, {density});"]));
        }
        else if (kind != DataKind.Trials && scope.Chance(0.25))
        {
            var density = InLoop("t", () => distributions.Likelihood(kind, "", 2));
            statements.Add(new(["for (var t = 0; t < x.Length; t++)", "{", $"    Observe({data}[t], {density});", "}"]));
        }
        else
        {
            statements.Add(new([$"Observe({data}, {distributions.Likelihood(kind, scope.Chance(0.85) ? "n" : "", 3)});"]));
        }
    }

    private T InLoop<T>(string index, Func<T> write)
    {
        scope.Loop = index;
        var written = write();
        scope.Loop = null;
        return written;
    }

    private void Add(FuzzStatement statement, string shape, Interval range)
    {
        statements.Add(statement);
        scope.Add(new(statement.Defines, range, shape, IsData: false));
    }
}
