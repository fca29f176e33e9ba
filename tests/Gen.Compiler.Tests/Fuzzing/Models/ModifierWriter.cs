namespace Gen.Compiler.Tests.Fuzzing;

/// <summary>Writes truncated, censored and mixed distributions, and counts with extra zeros, around those that another writer writes.</summary>
internal sealed class ModifierWriter(Scope scope, ExpressionWriter expressions, DistributionWriter inner)
{
    /// <summary>A modified distribution for data of a kind, or null where there is none.</summary>
    public string? Likelihood(DataKind kind, string shape, int depth) => (kind, scope.Random.Next(5)) switch
    {
        (DataKind.Real, 0) => $"Truncated({WithTails(shape, depth)}, lower: {Below(-3)})",
        (DataKind.Real, 1) => $"Truncated({WithTails(shape, depth)}, {Below(-3)}, {Above(3)})",
        (DataKind.Real, 2) => Censored(shape, depth),
        (DataKind.Real, 3) => Mixture(inner.Real(shape, depth), scope.Chance(0.3) ? $"Truncated({WithTails(shape, 1)}, {Below(-3)})" : inner.Real(shape, 1)),
        (DataKind.Real, _) => Along(depth),
        (DataKind.Positive, 0 or 1) => $"Truncated({PositiveWithTails(shape, depth)}, {scope.Choose("0.04", "upper: " + Above(4), "0.01, " + Above(4))})",
        (DataKind.Positive, 2) => $"Hurdle({Share()}, {inner.Positive(shape, depth)})",
        (DataKind.Positive, _) => Mixture(inner.Positive(shape, depth), scope.Chance(0.4) ? inner.Real(shape, 1) : inner.Positive(shape, 1)),
        (DataKind.Count, 0 or 1) => $"ZeroInflated({Share()}, {inner.Count(shape, depth)})",
        (DataKind.Count, 2) => $"Hurdle({Share()}, {inner.Count(shape, depth)})",
        (DataKind.Count, 3) => $"Truncated({inner.Count(shape, depth)}, upper: {scope.Choose("9", "level + 7")})",
        (DataKind.Count, _) => Mixture(inner.Count(shape, depth), $"ZeroInflated({Share()}, {inner.Count(shape, 1)})"),
        _ => null,
    };

    /// <summary>A modified prior, and the map onto its support.</summary>
    public (string Call, FuzzLatent Latent, Interval Range) Prior(string name, int count, string shape)
    {
        var (end, width) = (scope.Number(-2, 1), scope.Number(0.5, 2));
        var (lower, upper) = (Expression.Format(end), Expression.Format(end + width));
        return scope.Random.Next(5) switch
        {
            0 => ($"Truncated({WithTails(shape, 1)}, {lower})", new(name, count, Constraint.Lower, end), (end, end + 7.4)),
            1 => ($"Truncated({WithTails(shape, 1)}, upper: {lower})", new(name, count, Constraint.Upper, 0, end), (end - 7.4, end)),
            2 => ($"Truncated({WithTails(shape, 1)}, {lower}, {upper})", new(name, count, Constraint.Interval, end, end + width), (end, end + width)),
            3 => ($"Truncated({WithTails(shape, 1)}, lower: 0)", new(name, count, Constraint.Positive), (0.13, 7.4)),
            _ => (Mixture(inner.Real(shape, 1), inner.Real(shape, 0)), new(name, count, Constraint.None), (-2, 2)),
        };
    }

    private string Censored(string shape, int depth) => scope.Loop is null && shape == "n"
        ? $"Censored({WithTails(shape, depth)}, {scope.Choose("upper: Max(y, x)", "lower: Min(y, x)", "Min(y, x) - 0.5, Max(y, x)")})"
        : $"Censored({WithTails(shape, depth)}, {Below(-3)}, {Above(3)})";

    /// <summary>A mixture of as many components as an axis has positions.</summary>
    private string Along(int depth)
    {
        var axis = scope.Choose("m", "g");
        var (weights, centres) = (expressions.Bounded(expressions.Write(axis, 1), 5), expressions.Bounded(expressions.Write(axis, depth), 20));
        return weights.Shape == axis && centres.Shape == axis
            ? $"Mixture(Softmax({weights.Text}), {scope.Choose("Normal", "Cauchy", "Laplace")}({centres.Text}, {inner.Scale("")}))"
            : Mixture(inner.Real("", depth), inner.Real("", 0));
    }

    private string Mixture(string first, string second)
    {
        var share = Share();
        return $"Mixture({scope.Choose("[0.3, 0.7]", $"[{share}, 1 - {share}]", "Softmax([0.0, scale])")}, {first}, {second})";
    }

    private string WithTails(string shape, int depth)
    {
        var (mu, scale) = (expressions.Bounded(expressions.Write(shape, depth), 20).Text, inner.Scale(shape));
        return $"{scope.Choose("Normal", "Cauchy", "Laplace", "Logistic")}({mu}, {scale})";
    }

    private string PositiveWithTails(string shape, int depth)
    {
        var p = expressions.Positive(shape, depth).Text;
        return scope.Choose($"Exponential({p})", $"HalfNormal({p})", $"HalfCauchy({p})", $"LogNormal(0.5, {p})");
    }

    private string Share() => expressions.Unit("", 1).Operand;

    /// <summary>A number, mostly of latents, that no observed value is below.</summary>
    private string Below(double least) => scope.Chance(0.5) ? Expression.Format(least - 0.1) : $"{Expression.Format(least)} - {expressions.Positive("", 0).Operand}";

    private string Above(double most) => scope.Chance(0.5) ? Expression.Format(most + 0.1) : $"{Expression.Format(most)} + {expressions.Positive("", 0).Operand}";
}
