using System;
using System.Collections.Generic;
using System.Linq;

namespace Gen.Compiler.Tests.Fuzzing;

/// <summary>
/// Writes latents whose elements are bound to each other, with the maps onto their sets, and priors and likelihoods over vectors, categories and series.
/// </summary>
internal sealed class VectorDistributionWriter(
    Scope scope, ExpressionWriter expressions, DistributionWriter distributions, MatrixWriter matrices, Action<FuzzStatement, string, Interval> add)
{
    private readonly HashSet<string> observed = [];

    public void Latent()
    {
        switch (scope.Random.Next(11))
        {
            case 0 or 1: Ordered(); break;
            case 2 or 3: Simplex(); break;
            case 4: ZeroSum(); break;
            case 5: CorrelationFactor(); break;
            case 6: CovarianceFactor(); break;
            case 7: Direction(); break;
            case 8: Normal(); break;
            case 9: Moved(); break;
            default: Series(); break;
        }
    }

    /// <summary>A likelihood of data that no other observes, if what was drawn is still free.</summary>
    public void Observe()
    {
        var data = scope.Choose("table", "choice", "tally", "grade", "series", "density");
        if (data != "density" && !observed.Add(data))
        {
            return;
        }

        switch (data)
        {
            case "table" when scope.Chance(0.3):
                Statement("for (var t = 0; t < x.Length; t++)", "{", $"    Observe(table[t], MvNormal({Mean("g")}, {Spread('g')}));", "}");
                break;
            case "table":
                Statement($"Observe(table, MvNormal({(scope.Chance(0.3) && Matrix("ng") is { } means ? means : Mean("g"))}, {Spread('g')}));");
                break;
            case "choice" when scope.Chance(0.3):
                Statement("for (var t = 0; t < x.Length; t++)", "{", $"    Observe(choice[t], Categorical(logitP: x[t] * {Bounded("g")}));", "}");
                break;
            case "choice":
                Statement($"Observe(choice, Categorical({scope.Choose($"logitP: {(Matrix("ng") ?? Bounded("g"))}", $"Softmax({Matrix("ng") ?? Bounded("g")})", Weights("g"))}));");
                break;
            case "tally":
                Statement($"Observe(tally, Multinomial(Sum((Matrix)tally, 1), {(scope.Chance(0.4) && Matrix("ng") is { } logits ? $"Softmax({logits})" : Weights("g"))}));");
                break;
            case "grade":
                Grade();
                break;
            case "series":
                Statement($"Observe(series, {SeriesCall()});");
                break;
            default:
                Statement($"Potential({scope.Choose($"MvNormal({Mean("g")}, {Spread('g')}).LogDensity(table[1])", $"Dirichlet({Concentration("g")}).LogDensity({Weights("g")})", $"Categorical({Weights("g")}).LogDensity(1)")});");
                break;
        }
    }

    private void Statement(params string[] lines) => add(new(lines), "none", (0, 0));

    private void Grade()
    {
        var cut = scope.Fresh("cut");
        var latent = new FuzzLatent(cut, scope.Sizes['h'], Constraint.None) { Vectors = new(VectorSet.Ordered, scope.Sizes['h']) };
        add(new([$"var {cut} = Sample(Ordered(Normal({Number("")}, 2), hidden));"], cut, latent), "h", (-2, 20));
        if (scope.Chance(0.3))
        {
            Statement("for (var t = 0; t < x.Length; t++)", "{", $"    Observe(grade[t], OrderedLogistic(x[t] * {Number("")}, {cut}));", "}");
        }
        else
        {
            Statement($"Observe(grade, OrderedLogistic({Number(scope.Choose("n", "n", ""))}, {cut}));");
        }
    }

    private void Ordered()
    {
        var (name, axis) = (scope.Fresh("o"), scope.Choose('g', 'm', 'h'));
        var (order, rows) = (scope.Sizes[axis], scope.Chance(0.25) ? scope.Choose('g', 'h', 'm') : ' ');
        var location = rows == ' ' && scope.Chance(0.3) ? scope.Pick($"{axis}")?.Name : null;
        var set = scope.Choose(VectorSet.Ordered, VectorSet.PositiveOrdered, VectorSet.OrderedBetween);
        var elements = (set, location) switch
        {
            (VectorSet.Ordered, null) => distributions.Real("", 1),
            (VectorSet.Ordered, _) => $"Normal({location}, {distributions.Scale("")})",
            (VectorSet.PositiveOrdered, null) => scope.Choose("HalfNormal(2)", "Exponential(scale: 3)", "Gamma(2, 0.5)", $"HalfNormal({distributions.Scale("")})"),
            (VectorSet.PositiveOrdered, _) => $"HalfNormal(0.5 + Square(Tanh({location})))",
            (_, null) => scope.Choose("Uniform(-1, 3)", $"Truncated(Normal(0, {distributions.Scale("")}), -1, 3)", "Truncated(Uniform(-1, 5), upper: 3)"),
            _ => $"Truncated(Normal({location}, 2), -1, 3)",
        };
        var call = location is null ? $"Ordered({elements}, {MatrixWriter.Length(axis)})" : $"Ordered({elements})";
        Add(name, call, axis, rows, new(set, order), set switch { VectorSet.Ordered => (-2, 7.4 * order), VectorSet.PositiveOrdered => (0.13, 7.4 * order), _ => (-1, 3) });
    }

    private void Simplex()
    {
        var (name, axis) = (scope.Fresh("f"), scope.Choose('g', 'm', 'h'));
        var rows = scope.Chance(0.4) ? scope.Choose('g', 'h', 'm') : ' ';
        var call = $"Dirichlet({Concentration($"{axis}")})";
        if (rows != ' ' && scope.Chance(0.5) && scope.Variables.LastOrDefault(v => v.Shape == $"{rows}{axis}") is { } matrix)
        {
            var each = new FuzzLatent(name, scope.Sizes[rows] * (scope.Sizes[axis] - 1), Constraint.None) { Vectors = new(VectorSet.Simplex, scope.Sizes[axis]) };
            add(new([$"var {name} = Sample(Dirichlet(Exp(Tanh({matrix.Name}))));"], name, each), $"{rows}{axis}", (0, 1));
        }
        else
        {
            Add(name, call, axis, rows, new(VectorSet.Simplex, scope.Sizes[axis]), (0, 1));
        }

        // Far from the kink that a sum of 1 would be under a logarithm.
        var logs = scope.Fresh("v");
        add(new([$"var {logs} = Log({name});"], logs), rows == ' ' ? $"{axis}" : $"{rows}{axis}", (-12, 0));
    }

    private void ZeroSum()
    {
        var (name, axis) = (scope.Fresh("zs"), scope.Choose('g', 'm', 'h', 'n'));
        var rows = axis != 'n' && scope.Chance(0.25) ? scope.Choose('g', 'h', 'm') : ' ';
        var latent = new FuzzLatent(name, (rows == ' ' ? 1 : scope.Sizes[rows]) * (scope.Sizes[axis] - 1), Constraint.None) { Vectors = new(VectorSet.ZeroSum, scope.Sizes[axis]) };
        var call = $"ZeroSum({distributions.Real("", 1)}, {MatrixWriter.Length(axis)})";

        // The sum itself is rounding, whose sign must not be asked for: only what is made of the elements is in scope.
        add(new([$"var {name} = Sample({call}{(rows == ' ' ? "" : $", {MatrixWriter.Length(rows)}")});"], name, latent), "none", (-4, 4));
        var bent = scope.Fresh("v");
        add(new([$"var {bent} = Tanh(0.3 + {name});"], bent), rows == ' ' ? $"{axis}" : $"{rows}{axis}", (-1, 1));
    }

    private void CorrelationFactor()
    {
        var (name, axis) = (scope.Fresh("l"), scope.Choose('g', 'm', 'h'));
        var latent = new FuzzLatent(name, scope.Sizes[axis] * (scope.Sizes[axis] - 1) / 2, Constraint.None) { Vectors = new(VectorSet.Correlation, scope.Sizes[axis]) };
        add(new([$"var {name} = Sample(LkjCholesky({MatrixWriter.Length(axis)}, {distributions.Scale("")}));"], name, latent), $"{axis}{axis}", (-1, 1));
        matrices.AddFactor(name, axis, 0.25);
    }

    private void CovarianceFactor()
    {
        var (name, axis) = (scope.Fresh("l"), scope.Choose('g', 'm', 'h'));
        var order = scope.Sizes[axis];
        var latent = new FuzzLatent(name, order * (order + 1) / 2, Constraint.None) { Vectors = new(VectorSet.Covariance, order) };
        var scale = matrices.Definite(axis) is { } k ? $"scale: {k}" : matrices.Factor(axis) is { } l ? $"chol: {l}" : $"scale: Identity({MatrixWriter.Length(axis)})";
        var freedom = scope.Chance(0.5) ? Expression.Format(order + 0.5) : $"{order} + {expressions.Positive("", 0).Operand}";
        add(new([$"var {name} = Sample(WishartCholesky({freedom}, {scale}));"], name, latent), $"{axis}{axis}", (-2, 7.4));
        matrices.AddFactor(name, axis, 0.13);
    }

    private void Direction()
    {
        var (name, axis) = (scope.Fresh("w"), scope.Choose('g', 'm', 'h'));
        Add(name, $"UnitVector({MatrixWriter.Length(axis)})", axis, scope.Chance(0.25) ? 'h' : ' ', new(VectorSet.UnitLength, scope.Sizes[axis]), (-1, 1));
    }

    /// <summary>A vector of latents, and another whose elements lie between ends that those of the first move.</summary>
    private void Moved()
    {
        var (centre, name) = (scope.Fresh("a"), scope.Fresh("u"));
        var count = scope.Sizes['g'];
        var (call, constraint, high) = scope.Random.Next(3) switch
        {
            0 => ($"Uniform({centre} - 1.5, {centre} + 0.5)", Constraint.Interval, 0.5),
            1 => ($"Truncated(Normal({centre}, 2), upper: {centre} + 0.5)", Constraint.Upper, 0.5),
            _ => ($"Truncated(Cauchy({Number("")}, 1), lower: {centre} - 1.5)", Constraint.Lower, 5.9),
        };
        add(new([$"var {centre} = Sample(Normal({Number("")}, 1), groups);"], centre, new(centre, count, Constraint.None)), "g", (-2, 2));
        add(
            new([$"var {name} = Sample({call});"], name, new(name, count, constraint, -1.5, 0.5) { Around = centre }),
            "g", (constraint == Constraint.Upper ? -8.9 : -3.5, 2 + high));
    }

    private void Normal()
    {
        var (name, axis) = (scope.Fresh("e"), scope.Choose('g', 'm', 'h', 'n'));
        var rows = axis != 'n' && scope.Chance(0.3) ? scope.Choose('g', 'h') : ' ';
        var spread = Spread(axis);
        var mean = Mean($"{axis}");
        var count = scope.Sizes[axis] * (rows == ' ' ? 1 : scope.Sizes[rows]);
        add(
            new([$"var {name} = Sample(MvNormal({mean}, {spread}){(rows == ' ' ? "" : $", {MatrixWriter.Length(rows)}")});"], name, new(name, count, Constraint.None)),
            rows == ' ' ? $"{axis}" : $"{rows}{axis}", (-2, 2));
    }

    private void Series()
    {
        var (name, rows) = (scope.Fresh("e"), scope.Chance(0.2) ? "hidden, " : "");
        add(
            new([$"var {name} = Sample({SeriesCall()}, {rows}x.Length);"], name, new(name, scope.Sizes['n'] * (rows.Length > 0 ? scope.Sizes['h'] : 1), Constraint.None)),
            rows.Length > 0 ? "hn" : "n", (-2, 2));
    }

    private string SeriesCall() => scope.Random.Next(4) switch
    {
        0 => $"GaussianRandomWalk(sigma: {distributions.Scale("")})",
        1 => $"GaussianRandomWalk({Number("")}, {distributions.Scale("")}, {Number("")}, {distributions.Scale("")})",
        2 => $"AR({Bounded("h")}, sigma: {distributions.Scale("")}, constant: {Number("")}, initialSigma: {distributions.Scale("")})",
        _ => $"Garch({distributions.Scale("")}, 0.5 * {expressions.Unit("", 0).Operand}, {scope.Choose("0.3", $"0.5 * {expressions.Unit("", 0).Operand}")}, {distributions.Scale("")})",
    };

    private void Add(string name, string call, char axis, char rows, VectorConstraint set, Interval range)
    {
        var count = set.Coordinates * (rows == ' ' ? 1 : scope.Sizes[rows]);
        var latent = new FuzzLatent(name, count, Constraint.None) { Vectors = set };
        add(new([$"var {name} = Sample({call}{(rows == ' ' ? "" : $", {MatrixWriter.Length(rows)}")});"], name, latent), rows == ' ' ? $"{axis}" : $"{rows}{axis}", range);
    }

    private string Number(string shape) => expressions.Bounded(expressions.Write(shape, 1), 10) is { } value && value.Shape == shape ? value.Operand : Number(shape, 0);

    private string Number(string shape, int fallback) => scope.Pick(shape) is { } one ? $"Tanh({one.Name})" : shape == "n" ? "x" : Expression.Format(0.5 + fallback);

    private string Mean(string axis) => scope.Chance(0.3) ? "0" : Bounded(axis);

    /// <summary>A vector of moderate size along an axis.</summary>
    private string Bounded(string axis) => scope.Pick(axis) is { } vector ? $"Tanh({vector.Name})" : $"(0.1 * Arange({MatrixWriter.Length(axis[0])}))";

    private string Concentration(string axis) => scope.Chance(0.4) ? $"0.7 + Ones({MatrixWriter.Length(axis[0])})" : $"Exp({Bounded(axis)})";

    private string Weights(string axis) => scope.Variables.LastOrDefault(v => v.Shape == axis && v.Name.StartsWith('f')) is { } simplex ? simplex.Name : $"Softmax({Bounded(axis)})";

    private string? Matrix(string shape) => scope.Variables.LastOrDefault(v => v.Shape == shape) is { } matrix ? $"Tanh({matrix.Name})" : null;

    /// <summary>A covariance, a precision or a factor.</summary>
    private string Spread(char axis)
    {
        var ridge = Expression.Format(scope.Number(0.5, 2));
        var (definite, factor, direction) = (matrices.Definite(axis), matrices.Factor(axis), Bounded($"{axis}"));
        return scope.Random.Next(3) switch
        {
            0 when factor is not null => $"chol: {factor}",
            0 or 1 when definite is not null => $"{scope.Choose("cov", "tau")}: {definite}",
            _ => $"{scope.Choose("cov", "tau")}: Outer({direction}, {direction}) + {ridge} * Identity({MatrixWriter.Length(axis)})",
        };
    }
}
