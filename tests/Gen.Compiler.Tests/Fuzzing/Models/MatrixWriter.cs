using System;
using System.Collections.Generic;
using System.Linq;

namespace Gen.Compiler.Tests.Fuzzing;

/// <summary>
/// Writes statements about matrices: latents, products, parts, gathers, factorisations and solutions, alone and in loops. Positive definite matrices
/// are sums of a square and a multiple of the identity, so that no condition number is beyond what the compared digits allow.
/// </summary>
internal sealed class MatrixWriter(Scope scope, ExpressionWriter expressions, DistributionWriter distributions, Action<FuzzStatement, string, Interval> add)
{
    private static readonly string[] MatrixShapes = ["gg", "gm", "gh", "mm", "mh", "hm", "hh", "nm", "ng", "mg"];

    private readonly List<(string Name, char Axis, double Least, double Most)> definite = [], factors = [];

    private MatrixLoopWriter Loops => new(scope, expressions, this, add);

    /// <summary>How an axis is named where a length is asked for.</summary>
    public static string Length(char axis) => axis switch
    {
        'n' => "x.Length",
        'm' => "design.Columns",
        'g' => "groups",
        _ => "hidden",
    };

    /// <summary>A Cholesky factor that other statements made.</summary>
    public void AddFactor(string name, char axis, double leastDiagonal) => factors.Add((name, axis, leastDiagonal * leastDiagonal, 60));

    public void Write()
    {
        switch (scope.Random.Next(16))
        {
            case 0 or 1: Latent(); break;
            case 2: Product(); break;
            case 3: Outer(); break;
            case 4: Part(); break;
            case 5: Gather(); break;
            case 6: Elementwise(); break;
            case 7 or 8: PositiveDefinite(); break;
            case 9 or 10: Solution(); break;
            case 11: Form(); break;
            case 12: Loops.Filled(); break;
            case 13: Loops.CarriedRows(); break;
            case 14: Loops.FactorInLoop(); break;
            default: Loops.CarriedMatrix(); break;
        }
    }

    /// <summary>A positive definite matrix along an axis: the argument of a covariance.</summary>
    public string? Definite(char axis) => Pick(definite, axis)?.Name;

    public string? Factor(char axis) => Pick(factors, axis)?.Name;

    /// <summary>A name of a matrix in scope with the letters of its shape.</summary>
    public Variable? Any(string axes = "gmhn")
    {
        var fitting = scope.Variables.Where(v => v.Shape.Length == 2 && axes.Contains(v.Shape[0], StringComparison.Ordinal)).ToArray();
        return fitting.Length == 0 ? null : fitting[Math.Max(scope.Random.Next(fitting.Length), scope.Random.Next(fitting.Length))];
    }

    /// <summary>A vector along an axis, made of what is there, in [−1, 1].</summary>
    public string Direction(string axis) => scope.Pick(axis) is { } vector ? $"Tanh({vector.Name})" : $"Sin(1 + Arange({Length(axis[0])}))";

    private void Latent()
    {
        var (name, shape) = (scope.Fresh("z"), scope.Choose(MatrixShapes));
        if (scope.Chance(0.3) && expressions.Write(shape, 1) is { Shape.Length: 2 } location)
        {
            add(new([$"var {name} = Sample(Normal({location.Text}, {expressions.Positive("", 0).Text}));"], name, new(name, scope.Count(shape), Constraint.None)), shape, (-2, 2));
            return;
        }

        var (call, latent, range) = distributions.Prior(name, scope.Count(shape), "");
        add(new([$"var {name} = Sample({call}, {Length(shape[0])}, {Length(shape[1])});"], name, latent), shape, range);
    }

    private void Product()
    {
        if (Any() is not { } a)
        {
            return;
        }

        var (rows, columns, count) = (a.Shape[0], a.Shape[1], (double)scope.Sizes[a.Shape[1]]);
        switch (scope.Random.Next(5))
        {
            case 0:
                Define($"Transpose({a.Name})", $"{columns}{rows}", a.Range);
                break;
            case 1 when scope.Variables.Where(v => v.Shape.Length == 2 && v.Shape[0] == columns).ToArray() is { Length: > 0 } others:
                var b = scope.Choose(others);
                Define($"Dot({a.Name}, {b.Name})", $"{rows}{b.Shape[1]}", a.Range * b.Range * (count, count));
                break;
            case 2:
                Define($"Dot({a.Name}, {Direction($"{columns}")})", $"{rows}", Size(count * a.Range.Magnitude));
                break;
            case 3:
                Define($"Dot({Direction($"{rows}")}, {a.Name})", $"{columns}", Size(scope.Sizes[rows] * a.Range.Magnitude));
                break;
            default:
                Define($"Dot({a.Name}, Transpose({a.Name}))", $"{rows}{rows}", Size(count * Math.Pow(a.Range.Magnitude, 2)));
                break;
        }
    }

    private void Outer()
    {
        var (a, b) = (scope.Choose("g", "m", "h", "n"), scope.Choose("g", "m", "h"));
        Define($"Outer({Direction(a)}, {Direction(b)})", a + b, (-1, 1));
    }

    /// <summary>A row, a column, a block or a reduction along an axis.</summary>
    private void Part()
    {
        if (Any() is not { } a)
        {
            return;
        }

        var (rows, columns) = (a.Shape[0], a.Shape[1]);
        var (i, j) = (scope.Random.Next(scope.Sizes[rows]), scope.Random.Next(scope.Sizes[columns]));
        var (height, width) = (Size(scope.Sizes[rows] * a.Range.Magnitude), Size(scope.Sizes[columns] * a.Range.Magnitude));
        switch (scope.Random.Next(11))
        {
            case 0: Define($"{a.Name}[{i}]", $"{columns}", a.Range); break;
            case 1: Define($"{a.Name}[^1]", $"{columns}", a.Range); break;
            case 2: Define($"{a.Name}[.., {j}]", $"{rows}", a.Range); break;
            case 3: Define($"Sum({a.Name}[1.., ..2])", "", Size(height.High * 2)); break;
            case 4: Define($"Mean({a.Name}[..2, ..], 0)", $"{columns}", a.Range); break;
            case 5: Define($"Sum({a.Name}, 1)", $"{rows}", width); break;
            case 6: Define($"Mean({a.Name}, 0)", $"{columns}", a.Range); break;
            case 7 when a.Range.Magnitude < 20: Define($"LogSumExp({a.Name}, {scope.Choose("0", "1")})", "", (a.Range.Low, a.Range.High + 4), vector: a.Shape); break;
            case 8: Define($"Softmax({(a.Range.Magnitude < 10 ? a.Name : $"Tanh({a.Name})")})", a.Shape, (0, 1)); break;
            case 9 when rows == columns: Define($"Diagonal({a.Name})", $"{rows}", a.Range); break;
            default: Define($"DiagonalMatrix({a.Name}[{i}])", $"{columns}{columns}", a.Range.Union((0, 0))); break;
        }
    }

    /// <summary>Elements, rows and columns chosen by indices, one for each row of data.</summary>
    private void Gather()
    {
        if (Any("gm") is not { } a)
        {
            return;
        }

        string Index(char axis) => axis == 'g' ? scope.Choose("group", "kind") : "column";
        var (rows, columns) = (a.Shape[0], a.Shape[1]);
        if (columns is 'g' or 'm' && scope.Chance(0.5))
        {
            Define($"{a.Name}[{Index(rows)}, {Index(columns)}]", "n", a.Range);
        }
        else if (scope.Chance(0.5))
        {
            Define($"{a.Name}[{Index(rows)}]", $"n{columns}", a.Range);
        }
        else
        {
            Define($"{a.Name}[{Index(rows)}, {scope.Random.Next(scope.Sizes[columns])}]", "n", a.Range);
        }
    }

    private void Elementwise()
    {
        if (Any() is { } a && expressions.Write(a.Shape, 2) is { Shape.Length: 2 } value)
        {
            Define(scope.Chance(0.3) ? $"Deterministic({value.Text})" : value.Text, value.Shape, value.Range);
        }
    }

    private void PositiveDefinite()
    {
        var (ridge, name) = (scope.Number(0.5, 2), scope.Fresh("k"));
        var added = Expression.Format(ridge);
        char axis;
        string square;
        double most;
        if (scope.Chance(0.3))
        {
            var input = scope.Choose("x", "Tanh(dose)", "dose");
            (axis, most) = ('n', scope.Sizes['n'] * 4);
            var (alpha, length) = ($"(0.5 + {expressions.Unit("", 0).Operand})", $"(0.5 + {expressions.Unit("", 0).Operand})");
            square = scope.Choose("ExpQuad", "ExpQuad", "Matern32", "Matern52") + $"({input}, {alpha}, {length})";
        }
        else if (scope.Chance(0.6) && Any("gmh") is { } a)
        {
            axis = a.Shape[0];
            most = scope.Sizes[a.Shape[1]] * scope.Sizes[axis];
            square = $"Dot(Tanh({a.Name}), Transpose(Tanh({a.Name})))";
        }
        else
        {
            axis = scope.Choose('g', 'm', 'h');
            most = scope.Sizes[axis];
            var direction = Direction($"{axis}");
            square = $"Outer({direction}, {direction})";
        }

        var diagonal = scope.Chance(0.3) && scope.Pick($"{axis}") is { } extra ? $"DiagonalMatrix({added} + Square(Tanh({extra.Name})))" : $"{added} * Identity({Length(axis)})";
        add(new([$"var {name} = {square} + {diagonal};"], name), $"{axis}{axis}", (-most, most + 3));
        definite.Add((name, axis, ridge, most + 3));
        if (scope.Chance(0.6))
        {
            var factor = scope.Fresh("l");
            add(new([$"var {factor} = Cholesky({name});"], factor), $"{axis}{axis}", Size(Math.Sqrt(most + 3)));
            factors.Add((factor, axis, ridge, most + 3));
        }
    }

    private void Solution()
    {
        if (Pick(definite, null) is { } k && scope.Chance(0.5))
        {
            var size = scope.Sizes[k.Axis] / k.Least;
            switch (scope.Random.Next(3))
            {
                case 0: Define($"Solve({k.Name}, {Direction($"{k.Axis}")})", $"{k.Axis}", Size(size)); break;
                case 1 when Wide(k.Axis) is { } b: Define($"Solve({k.Name}, Tanh({b.Name}))", b.Shape, Size(size)); break;
                default: Define($"Inverse({k.Name})", $"{k.Axis}{k.Axis}", Size(1 / k.Least)); break;
            }
        }
        else if (Pick(factors, null) is { } l)
        {
            var (transpose, size) = (scope.Choose("", ", transpose: true"), scope.Sizes[l.Axis] / Math.Sqrt(l.Least));
            switch (scope.Random.Next(3))
            {
                case 0 when Wide(l.Axis) is { } b: Define($"SolveTriangular({l.Name}, Tanh({b.Name}){transpose})", b.Shape, Size(size)); break;
                case 1: Define($"Dot({l.Name}, {Direction($"{l.Axis}")})", $"{l.Axis}", Size(scope.Sizes[l.Axis] * Math.Sqrt(l.Most))); break;
                default: Define($"SolveTriangular({l.Name}, {Direction($"{l.Axis}")}{transpose})", $"{l.Axis}", Size(size)); break;
            }
        }
    }

    private void Form()
    {
        if (Pick(definite, null) is { } k)
        {
            var count = scope.Sizes[k.Axis];
            switch (scope.Random.Next(3))
            {
                case 0: Define($"LogDeterminant({k.Name})", "", (count * Math.Log(k.Least), count * Math.Log(k.Most))); break;
                case 1: Define($"QuadraticForm({k.Name}, {Direction($"{k.Axis}")})", "", (0, k.Most * count)); break;
                default: Define($"Sum(Log(Diagonal(Cholesky({k.Name}))))", "", (count * Math.Log(k.Least), count * Math.Log(k.Most))); break;
            }
        }
        else if (Any() is { } a && a.Shape[0] == a.Shape[1])
        {
            Define($"QuadraticForm({a.Name}, {Direction(a.Shape[..1])})", "", Size(a.Range.Magnitude * Math.Pow(scope.Sizes[a.Shape[0]], 2)));
        }
    }

    private void Define(string text, string shape, Interval range, string? vector = null)
    {
        // A reduction along axis 0 leaves the columns.
        shape = vector is null ? shape : text.EndsWith("0)", StringComparison.Ordinal) ? vector[1..] : vector[..1];
        if (range.Magnitude > 20)
        {
            (text, range) = ($"Tanh(0.1 * {text})", (-1, 1));
        }

        var name = scope.Fresh("p");
        add(new([$"var {name} = {text};"], name), shape, range);
    }

    private Variable? Wide(char axis) => scope.Variables.Where(v => v.Shape.Length == 2 && v.Shape[0] == axis).ToArray() is { Length: > 0 } fitting ? scope.Choose(fitting) : null;

    private (string Name, char Axis, double Least, double Most)? Pick(List<(string Name, char Axis, double Least, double Most)> from, char? axis)
    {
        var fitting = from.Where(one => axis is null || one.Axis == axis).ToArray();
        return fitting.Length == 0 ? null : scope.Choose(fitting);
    }

    private static Interval Size(double magnitude) => (-magnitude, magnitude);
}
