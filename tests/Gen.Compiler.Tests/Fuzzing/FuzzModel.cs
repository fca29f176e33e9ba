using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using System.Text.RegularExpressions;

namespace Gen.Compiler.Tests.Fuzzing;

/// <summary>A parameter of a fuzzed model with its data.</summary>
internal sealed record FuzzParameter(string Type, string Name, object Value);

/// <summary>How a latent is mapped from the unconstrained scale.</summary>
internal enum Constraint
{
    None,
    Positive,
    Interval,
    Lower,
    Upper,
    Circular,
}

/// <summary>A latent of a fuzzed model: its elements stand in the position one after another.</summary>
internal sealed record FuzzLatent(string Name, int Count, Constraint Constraint, double Lower = 0, double Upper = 1)
{
    /// <summary>The set of vectors or matrices that the latent lies in; <c>Count</c> is then the number of coordinates of all its rows.</summary>
    public VectorConstraint? Vectors { get; init; }

    /// <summary>The latent that the ends are relative to, or empty: a number, or as many as this latent has.</summary>
    public string Around { get; init; } = "";

    /// <summary>The latent's values at its coordinates, and the log-Jacobian.</summary>
    public (double[] Values, double LogJacobian) At(double[] coordinates)
    {
        if (Vectors is not { } vectors)
        {
            var elements = Array.ConvertAll(coordinates, At);
            return (Array.ConvertAll(elements, e => e.Value), elements.Sum(e => e.LogJacobian));
        }

        var rows = coordinates.Chunk(vectors.Coordinates).Select(vectors.Constrain).ToArray();
        return ([.. rows.SelectMany(row => row.Values)], rows.Sum(row => row.LogJacobian));
    }

    /// <summary>The same where the ends are relative to others' values.</summary>
    public (double[] Values, double LogJacobian) At(double[] coordinates, double[] centres)
    {
        var elements = coordinates.Select((y, i) =>
        {
            var centre = centres.Length == 1 ? centres[0] : centres[i];
            return (this with { Lower = Lower + centre, Upper = Upper + centre }).At(y);
        }).ToArray();
        return (Array.ConvertAll(elements, e => e.Value), elements.Sum(e => e.LogJacobian));
    }

    /// <summary>The value on the latent's own scale, and the logarithm of its derivative by the unconstrained one.</summary>
    public (double Value, double LogJacobian) At(double y)
    {
        // log u + log(1 − u) for u = 1 / (1 + exp −y), without cancellation.
        double LogUnitJacobian() => -Math.Abs(y) - 2 * Math.Log(1 + Math.Exp(-Math.Abs(y)));
        return Constraint switch
        {
            Constraint.None => (y, 0),
            Constraint.Positive => (Math.Exp(y), y),
            Constraint.Lower => (Lower + Math.Exp(y), y),
            Constraint.Upper => (Upper - Math.Exp(y), y),

            // Positions are within half a turn; the weight of the turn is a difference of logistic functions, as a hyperbolic sine and cosines.
            Constraint.Circular => (y, Math.Log(Math.Sinh(Math.PI)) - Math.Log(Math.Cosh(y) + Math.Cosh(Math.PI))),
            _ => (Lower + (Upper - Lower) / (1 + Math.Exp(-y)), Math.Log(Upper - Lower) + LogUnitJacobian()),
        };
    }
}

/// <summary>A statement of a fuzzed model: one that can be left out with all that depends on it.</summary>
/// <param name="Lines">C#.</param>
/// <param name="Defines">The variable that it declares, or empty.</param>
/// <param name="Latent">The latent that it samples, if any.</param>
internal sealed record FuzzStatement(string[] Lines, string Defines = "", FuzzLatent? Latent = null)
{
    public string Text => string.Join("\n", Lines);

    public bool Uses(string name) => Regex.IsMatch(Text, $@"(?<![\w.]){Regex.Escape(name)}\b(?!:)");
}

/// <summary>A model that a seed wrote: its source, its data and its latents in the order of the position.</summary>
internal sealed record FuzzModel(int Seed, IReadOnlyList<FuzzParameter> Parameters, IReadOnlyList<FuzzStatement> Statements, IReadOnlyList<string> Methods)
{
    public string Name => $"Fuzz{Seed}";

    public IEnumerable<FuzzLatent> Latents => Statements.Select(s => s.Latent).OfType<FuzzLatent>();

    public int Dimension => Latents.Sum(latent => latent.Count);

    /// <summary>Whether the maps of the latents are the compiler's own, since their supports are of other latents: their derivatives are then the oracle.</summary>
    public bool IsMappedByModel { get; init; }

    /// <summary>The parameters that statements use, in order.</summary>
    public IReadOnlyList<FuzzParameter> UsedParameters => [.. Parameters.Where(p => Statements.Any(s => s.Uses(p.Name)))];

    /// <summary>The model's file.</summary>
    public string Source => Write(isModel: true);

    /// <summary>The same body as an ordinary method <c>Fuzz1Body.Define</c>, which runs without anything generated.</summary>
    public string BodySource => Write(isModel: false);

    /// <summary>The statements of the body in source order with their lines, which are the same in both files.</summary>
    public IReadOnlyList<TraceSite> Sites => [.. FindSites()];

    /// <summary>The model without a statement and all that depends on it.</summary>
    public FuzzModel Without(FuzzStatement dropped)
    {
        var gone = new HashSet<FuzzStatement> { dropped };
        foreach (var statement in Statements)
        {
            if (gone.Any(g => g.Defines.Length > 0 && statement.Uses(g.Defines)))
            {
                gone.Add(statement);
            }
        }

        return this with { Statements = [.. Statements.Where(s => !gone.Contains(s))] };
    }

    /// <summary>The latents' values at a position, by name, and the sum of the log-Jacobians.</summary>
    public (Dictionary<string, double[]> Values, double LogJacobian) Constrain(double[] position)
    {
        var values = new Dictionary<string, double[]>();
        var (jacobian, at) = (0.0, 0);
        foreach (var latent in Latents)
        {
            var (elements, logJacobian) = latent.Around.Length > 0
                ? latent.At(position[at..(at += latent.Count)], values[latent.Around])
                : latent.At(position[at..(at += latent.Count)]);
            values.Add(latent.Name, elements);
            jacobian += logJacobian;
        }

        return (values, jacobian);
    }

    private string Write(bool isModel)
    {
        var text = new StringBuilder("using Gen;\nusing static Gen.Modeling;\n\n");
        text.Append("public static partial class ").Append(isModel ? Name : Name + "Body").Append("\n{\n");
        text.Append(isModel ? "    [Model]\n    static partial void Define(" : "    //\n    public static void Define(");
        text.AppendJoin(", ", UsedParameters.Select(p => $"{p.Type} {p.Name}")).Append(")\n    {\n");
        foreach (var line in Statements.SelectMany(s => s.Lines))
        {
            text.Append("        ").Append(line).Append('\n');
        }

        text.Append("    }\n");
        foreach (var method in Methods.Where(IsUsed))
        {
            text.Append("\n    ").Append(method).Append('\n');
        }

        return text.Append("}\n").Replace("public static partial class", isModel ? "public partial class" : "public static partial class").ToString();
    }

    private IEnumerable<TraceSite> FindSites()
    {
        var lines = BodySource.Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            var text = lines[i].Trim();
            var match = Regex.Match(text, @"^(?:var )?(?<name>\w+)(?:\[[^\]]*\])? = (?<kind>Sample|Deterministic|Generate)\(|(?<kind>Observe)\((?<name>\w+)|(?<kind>Potential)\(");
            if (match.Success)
            {
                yield return new(match.Groups["name"].Value, Enum.Parse<TraceSiteKind>(match.Groups["kind"].Value), i + 1, text);
            }
        }
    }

    // By a statement, or by a method that a statement uses.
    private bool IsUsed(string method) =>
        Statements.Any(s => s.Uses(MethodName(method))) || Methods.Any(m => m != method && Regex.IsMatch(m, $@"\b{MethodName(method)}\b") && IsUsed(m));

    private static string MethodName(string method) => Regex.Match(method, @"static [\w\[\]<>]+ (\w+)\(").Groups[1].Value;
}
