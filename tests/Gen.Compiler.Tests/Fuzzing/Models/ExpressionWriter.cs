using System;
using System.Linq;

namespace Gen.Compiler.Tests.Fuzzing;

/// <summary>Writes expressions of a shape, with every argument in its function's domain.</summary>
internal sealed class ExpressionWriter(Scope scope)
{
    private const double Large = 20;

    /// <summary>An expression of moderate size.</summary>
    public Expression Write(string shape, int depth)
    {
        var written = depth == 0 ? Atom(shape) : Compose(shape, depth - 1);
        return written.Range.Magnitude <= Large ? written : Expression.Call("Tanh", (-1, 1), written.Shape, written);
    }

    /// <summary>An expression above 0.05.</summary>
    public Expression Positive(string shape, int depth)
    {
        var x = Write(shape, depth);
        return x.Range is { Low: > 0.05, High: < Large } ? x : scope.Random.Next(4) switch
        {
            0 => Exponential(x),
            1 => Expression.Call("Log1pExp", Bounded(x, 2).Range.Map(v => Math.Log(1 + Math.Exp(v))), x.Shape, Bounded(x, 2)),
            2 => Sum(Expression.Number(0.5), Expression.Call("Square", Bounded(x, 3).Range.MapEven(v => v * v), x.Shape, Bounded(x, 3))),
            _ => Sum(Expression.Number(0.3), Expression.Call("Abs", x.Range.MapEven(Math.Abs), x.Shape, x)),
        };
    }

    /// <summary>An expression within 0.02 and 0.98.</summary>
    public Expression Unit(string shape, int depth)
    {
        var x = Write(shape, depth);
        return x.Range is { Low: > 0.02, High: < 0.98 } ? x
            : scope.Chance(0.7) ? Expression.Call("InverseLogit", Bounded(x, 3).Range.Map(v => 1 / (1 + Math.Exp(-v))), x.Shape, Bounded(x, 3))
            : Expression.Call("NormalCdf", (0.02, 0.98), x.Shape, Bounded(x, 2));
    }

    /// <summary>An expression made not larger than a bound.</summary>
    public Expression Bounded(Expression x, double bound) => x.Range.Magnitude <= bound ? x : Expression.Call("Tanh", (-1, 1), x.Shape, x);

    public Expression Exponential(Expression x)
    {
        var exponent = Bounded(x, 2.5);
        return Expression.Call("Exp", exponent.Range.Map(Math.Exp), x.Shape, exponent);
    }

    /// <summary>A condition on data as a C# bool.</summary>
    public string DataCondition()
    {
        if (scope.Loop is { } t && scope.Chance(0.7))
        {
            return scope.Random.Next(4) switch
            {
                0 => $"{t} == 0",
                1 => $"{t} > 1 && {t} % 2 == 0",
                _ => $"{DataElement(t)} > {Expression.Format(scope.Number(-0.5, 1))}",
            };
        }

        return scope.Choose("flag", "level > 2", "scale < 1.0", "!flag || level == 2");
    }

    private Expression Atom(string shape)
    {
        if (scope.Chance(0.12))
        {
            return shape.Length > 0 ? Reshaped(shape) ?? Atom(shape)
                : scope.Chance(0.1) ? new("Twice(level)", (2, 8), "")
                : scope.Chance(0.4) ? Expression.Number(scope.Number(-2, 2))
                : Reshaped(shape) ?? Expression.Number(0.5);
        }

        if (shape.Length == 0 && scope.Loop is { } t && scope.Chance(0.7))
        {
            return Element(t);
        }

        if (scope.Pick(shape) is { } variable)
        {
            return new(variable.Name, variable.Range, shape);
        }

        return Reshaped(shape) ?? Expression.Number(scope.Number(0.5, 2)) with { Shape = "" };
    }

    /// <summary>A gather, a slice, a product or a reduction that gives the shape.</summary>
    private Expression? Reshaped(string shape)
    {
        if (shape == "n")
        {
            return scope.Random.Next(4) switch
            {
                0 or 1 when scope.Pick("g") is { } g => new($"{g.Name}[group]", g.Range, "n"),
                2 when scope.Pick("nm") is { } x && scope.Pick("m") is { } b => Expression.Call("Dot", Repeat(x.Range * b.Range, 'm'), "n", Of(x), Of(b)),
                _ when scope.Pick("nm") is { } x => new($"{x.Name}[.., {scope.Random.Next(scope.Sizes['m'])}]", x.Range, "n"),
                _ => null,
            };
        }

        if (shape == "nh")
        {
            return scope.Pick("nm") is { } x && scope.Pick("mh") is { } w ? Expression.Call("Dot", Repeat(x.Range * w.Range, 'm'), "nh", Of(x), Of(w)) : null;
        }

        if (shape == "m" && scope.Pick("nm") is { } rows)
        {
            return new($"{rows.Name}[{scope.Random.Next(3)}]", rows.Range, "m");
        }

        if (shape.Length > 0)
        {
            return null;
        }

        var axis = scope.Choose("n", "m", "g");
        if (scope.Pick(axis) is not { } vector)
        {
            return null;
        }

        if (scope.IsWide && scope.Chance(0.15))
        {
            // Between the largest element and that of as many as there are.
            return Expression.Call("LogSumExp", (vector.Range.Low, vector.Range.High + Math.Log(scope.Sizes[axis[0]])), "", Of(vector));
        }

        return scope.Random.Next(7) switch
        {
            0 => Expression.Call("Sum", Repeat(vector.Range, axis[0]), "", Of(vector)),
            1 => Expression.Call("Mean", vector.Range, "", Of(vector)),
            2 => Expression.Call("Max", vector.Range, "", Of(vector)),
            3 => Expression.Call("Min", vector.Range, "", Of(vector)),
            4 when scope.Pick(axis) is { } other => Expression.Call("Dot", Repeat(vector.Range * other.Range, axis[0]), "", Of(vector), Of(other)),
            5 => Expression.Call("Sum", Repeat(vector.Range, axis[0]).Union((0, 0)), "", new Expression($"{vector.Name}[1..]", vector.Range, axis)),
            _ => new($"{vector.Name}[{scope.Random.Next(scope.Sizes[axis[0]])}]", vector.Range, ""),
        };
    }

    /// <summary>An element at a loop's position.</summary>
    private Expression Element(string t)
    {
        if (scope.Chance(0.1))
        {
            return new($"0.1 * {t}", (0, 0.1 * scope.Sizes['n']), "", IsAtom: false);
        }

        if (scope.Chance(0.1) && scope.Pick("n") is { } earlier)
        {
            // A read that is in range only where it is chosen.
            return scope.Chance(0.5)
                ? new($"{t} == 0 ? {scope.Choose("0.5", "scale")} : {earlier.Name}[{t} - 1]", earlier.Range.Union((0.3, 2)), "", IsAtom: false)
                : new($"{t} > 1 ? {earlier.Name}[{t} - 2] : 0.25", earlier.Range.Union((0.25, 0.25)), "", IsAtom: false);
        }

        if (scope.Chance(0.3) && scope.Pick("g") is { } grouped)
        {
            return new($"{grouped.Name}[group[{t}]]", grouped.Range, "");
        }

        if (scope.Chance(0.2) && scope.Pick("nm") is { } x)
        {
            return new($"{x.Name}[{t}, {scope.Random.Next(scope.Sizes['m'])}]", x.Range, "");
        }

        return scope.Pick("n") is { } vector ? new($"{vector.Name}[{t}]", vector.Range, "") : Expression.Number(1);
    }

    private string DataElement(string t) => $"{scope.Pick("n", onlyData: true)!.Name}[{t}]";

    private Expression Compose(string shape, int depth)
    {
        var choice = scope.Random.Next(20);
        switch (choice)
        {
            case 0 or 1 or 2 or 3 or 4 or 5 or 6:
                return Unary(Write(shape, depth));
            case 7 when shape.Length == 0:
                var (yes, no) = (Write("", depth), Write("", depth));
                return new($"{DataCondition()} ? {yes.Operand} : {no.Operand}", yes.Range.Union(no.Range), "", IsAtom: false);
            case 8 when shape is "" or "n" or "g" or "m":
                var (a, b) = (Write(shape, depth), Write(shape, depth));
                var (left, right) = (Atom(shape), Expression.Number(scope.Number(-0.5, 1)));
                return Expression.Call("Where", a.Range.Union(b.Range), Widest(left, a, b), Expression.Call("Less", (0, 1), left.Shape, left, right), a, b);
            case 9 when shape.Length < 2 && !(scope.IsWide && scope.Chance(0.3)):
                return Helper(shape, depth);
            case 9 when scope.IsWide && shape.Length == 1 && Write(shape, depth) is var scores && scores.Shape == shape:
                return Expression.Call("Softmax", (0, 1), shape, Bounded(scores, 10));
            case 10:
                return Reshaped(shape) ?? Atom(shape);
            case 11 when shape == "nm" && scope.Pick("m") is { } columns:
                return Product(Write("nm", depth), Of(columns));
            case 12 when shape == "n" && scope.Pick("nh") is { } hidden && scope.Pick("h") is { } weights:
                return Expression.Call("Dot", Repeat(hidden.Range * weights.Range, 'h'), "n", Of(hidden), Of(weights));
            default:
                // One operand may be a number, which meets any shape.
                return Binary(Write(shape, depth), Write(scope.Chance(0.3) ? "" : shape, depth));
        }
    }

    private Expression Unary(Expression x)
    {
        var s = x.Shape;
        Expression Call(string name, Interval range, Expression argument) => Expression.Call(name, range, s, argument);
        Expression Monotone(string name, Func<double, double> f, Expression argument) => Call(name, argument.Range.Map(f), argument);
        if (scope.IsWide && scope.Chance(0.1))
        {
            return Call("LogBesselI0", (0, 6), Bounded(x, 6));
        }

        switch (scope.Random.Next(22))
        {
            case 0: return Call("Square", Bounded(x, 4).Range.MapEven(v => v * v), Bounded(x, 4));
            case 1: return x.Range.Low > 0.05 ? Monotone("Sqrt", Math.Sqrt, x) : Call("Sqrt", (0.5, 5), Sum(Expression.Number(0.25), Call("Square", (0, 16), Bounded(x, 4))));
            case 2: return Exponential(x);
            case 3: return Monotone("Expm1", v => Math.Exp(v) - 1, Bounded(x, 2.5));
            case 4: return x.Range.Low > 0.05 ? Monotone("Log", Math.Log, x) : Monotone("Log", Math.Log, Sum(Expression.Number(1), Call("Square", x.Range.MapEven(v => v * v), x)));
            case 5: return x.Range.Low > -0.9 ? Monotone("Log1p", v => Math.Log(1 + v), x) : Monotone("Log1p", v => Math.Log(1 + v), Call("Abs", x.Range.MapEven(Math.Abs), x));
            case 6: return Call("Abs", x.Range.MapEven(Math.Abs), x);
            case 7: return Call("Sin", (-1, 1), x);
            case 8: return Call("Cos", (-1, 1), x);
            case 9: return Monotone("Tan", Math.Tan, Bounded(x, 1.2));
            case 10: return Monotone("Atan", Math.Atan, x);
            case 11: return Monotone("Tanh", Math.Tanh, x);
            case 12: return Call("InverseLogit", (0, 1), x);
            case 13: return x.Range is { Low: > 0.02, High: < 0.98 } ? Monotone("Logit", v => Math.Log(v / (1 - v)), x)
                : Call("Logit", (-4, 4), Sum(Expression.Number(0.05), Product(Expression.Number(0.9), Call("InverseLogit", (0, 1), x))));
            case 14: return Monotone("Log1pExp", v => Math.Log(1 + Math.Exp(v)), x);
            case 15: return Call("LogGamma", (-0.2, 60), x.Range.Low > 0.1 ? x : Sum(Expression.Number(0.5), Call("Abs", x.Range.MapEven(Math.Abs), x)));
            case 16: return Call("Erf", (-1, 1), x);
            case 17: return Call("Erfc", (0, 2), Bounded(x, 4));
            case 18: return Call("NormalCdf", (0, 1), Bounded(x, 6));
            case 19: return new($"-{x.Operand}", -x.Range, s, IsAtom: false);
            case 20: return Expression.Call("Pow", (0, 125), s, x.Range is { Low: > 0.1, High: < 5 } ? x : Sum(Expression.Number(1.5), Call("Sin", (-1, 1), x)), Expression.Number(scope.Number(-1.5, 3)));
            default: return Sum(x, Call("Sign", (-1, 1), x));
        }
    }

    private Expression Binary(Expression a, Expression b)
    {
        var shape = Widest(a, b);
        switch (scope.Random.Next(9))
        {
            case 0 or 1: return Sum(a, b);
            case 2: return new($"{a.Operand} - {b.Operand}", a.Range - b.Range, shape, IsAtom: false);
            case 3 or 4: return Product(a, b);
            case 5 when b.Range.Low > 0.05: return new($"{a.Operand} / {b.Operand}", a.Range / b.Range, shape, IsAtom: false);
            case 5: return new($"{a.Operand} / (1.5 + Sin({b.Text}))", a.Range / (0.5, 2.5), shape, IsAtom: false);
            case 6: return Expression.Call("Max", (Math.Max(a.Range.Low, b.Range.Low), Math.Max(a.Range.High, b.Range.High)), shape, a, b);
            case 7: return Expression.Call("Min", (Math.Min(a.Range.Low, b.Range.Low), Math.Min(a.Range.High, b.Range.High)), shape, a, b);
            default:
                var power = Bounded(b, 2);
                return a.Range is { Low: > 0.1, High: < 5 } ? Expression.Call("Pow", (0, 100), shape, a, power) : Product(a, power);
        }
    }

    private Expression Helper(string shape, int depth)
    {
        var (x, y) = (Write(shape, depth), Positive("", 0));
        return shape.Length == 0
            ? scope.Chance(0.5) ? Expression.Call("Hill", (0, 1), "", Expression.Call("Abs", x.Range.MapEven(Math.Abs), "", x), y) : Expression.Call("Twice", x.Range + x.Range, "", x)
            : x.Shape.Length == 0 ? x : Expression.Call("Squash", (-y.Range.High, y.Range.High), x.Shape, x, y);
    }

    private static Expression Sum(Expression a, Expression b) =>
        new($"{a.Operand} + {b.Operand}", a.Range + b.Range, Widest(a, b), IsAtom: false);

    private static Expression Product(Expression a, Expression b) =>
        new($"{a.Operand} * {b.Operand}", a.Range * b.Range, Widest(a, b), IsAtom: false);

    private static Expression Of(Variable variable) => new(variable.Name, variable.Range, variable.Shape);

    private static string Widest(params Expression[] operands) => operands.MaxBy(x => x.Shape.Length)!.Shape;

    private Interval Repeat(Interval term, char axis) => term * (scope.Sizes[axis], scope.Sizes[axis]);
}
