using System.Collections.Generic;
using System.Linq;

namespace Gen.Compiler.Ir;

/// <summary>
/// The canonical form that every node is made in. Rules are local, exact up to rounding, and never make an expression longer; constants
/// are folded through + − × ÷ and √ only, since other functions differ by an ulp between the hosts that a compiler runs in.
/// </summary>
internal static class Canonical
{
    public static Expr Apply(Graph graph, Operation operation, Expr[] arguments)
    {
        var a = arguments[0];
        var b = arguments.Length > 1 ? arguments[1] : default;
        return operation switch
        {
            Operation.Add => Add(graph, a, b),
            Operation.Subtract => Subtract(graph, a, b),
            Operation.Multiply => Multiply(graph, a, b),
            Operation.Divide => Divide(graph, a, b),
            Operation.Negate => Negate(graph, a),
            Operation.Square => Square(graph, a),
            Operation.Sqrt when a.IsConstant(out var x) && x >= 0 => System.Math.Sqrt(x),
            Operation.Exp when a.IsNumber(0) => 1,
            Operation.Exp when a.Is(Operation.Log) => NonNegative(graph, a.Argument(0)),
            Operation.Log => Log(graph, a),
            Operation.Log1p when a.Is(Operation.Negate) && a.Argument(0).Is(Operation.InverseLogit) => Negate(graph, graph.Apply(Operation.Log1pExp, a.Argument(0).Argument(0))),
            Operation.Logit when a.Is(Operation.InverseLogit) => a.Argument(0),
            Operation.InverseLogit when a.Is(Operation.Logit) => Within(graph, graph.Apply(Operation.And, graph.Apply(Operation.LessOrEqual, 0, a.Argument(0)), graph.Apply(Operation.LessOrEqual, a.Argument(0), 1)), a.Argument(0), a),
            Operation.Pow => Pow(graph, a, b),
            Operation.Where when a.IsConstant(out var c) => c != 0 ? b : arguments[2],
            Operation.Where when b.Equals(arguments[2]) => b,
            Operation.Less or Operation.LessOrEqual or Operation.Equal or Operation.And or Operation.Or or Operation.IntegerDivide or Operation.Remainder
                when a.IsConstant(out var x) && b.IsConstant(out var y) => OperationTable.Evaluate(operation, x, y),
            Operation.Not or Operation.Sign or Operation.Floor or Operation.Abs when a.IsConstant(out var x) => OperationTable.Evaluate(operation, x),
            _ => graph.InternApply(operation, arguments),
        };
    }

    /// <summary>
    /// A sum over an axis: factors that do not vary along the axis are taken out. It is not split at + and −, since a sum of residuals loses
    /// digits as a difference of sums.
    /// </summary>
    public static Expr Sum(Graph graph, int axis, Expr body)
    {
        var id = graph.Id(body);
        if (!graph.Varies(id, axis))
        {
            return Repeated(graph, axis, id, body, graph.Length(axis));
        }

        body = graph.Wrap(id);
        if (graph.Inside(axis) is { } own)
        {
            return graph.InternReduction(NodeKind.Sum, axis, graph.Id(graph.Apply(Operation.Where, own, body, 0)));
        }

        if (body.Is(Operation.Negate))
        {
            return -Sum(graph, axis, body.Argument(0));
        }

        // Of an infinite branch there would be as many as the axis has positions, which may be none: such a choice stays inside.
        if (body.Is(Operation.Where) && !graph.Varies(body.Argument(0).Id, axis) && !IsInfinite(body.Argument(1)) && !IsInfinite(body.Argument(2)))
        {
            return graph.Apply(Operation.Where, body.Argument(0), Sum(graph, axis, body.Argument(1)), Sum(graph, axis, body.Argument(2)));
        }

        Expr outside = 1, inside = 1;
        Separate(graph, axis, body, ref outside, ref inside, reciprocal: false);
        return outside.IsNumber(1) ? graph.InternReduction(NodeKind.Sum, axis, id) : Repeated(graph, axis, id, outside, Sum(graph, axis, inside));
    }

    /// <summary>
    /// A factor of every term with what is summed. Where there are no terms there is none of it either: what it divides by zero, as integers are, or what makes it
    /// infinite or no number, then is not there.
    /// </summary>
    private static Expr Repeated(Graph graph, int axis, int body, Expr factor, Expr sum)
    {
        var (id, count) = (graph.Id(factor), graph.Length(axis));
        return LinearForm.IsAtMost(graph, 1, count) ? factor * sum
            : DividesIntegers(graph, id, []) ? graph.Apply(Operation.Where, graph.Apply(Operation.Less, 0, count), factor * sum, 0)
            : IsPlain(graph, id) || graph.IsFinite?.Invoke(id) == true ? factor * sum
            : graph.IsFinite is null ? graph.InternReduction(NodeKind.Sum, axis, body)
            : graph.Apply(Operation.Where, graph.Apply(Operation.Less, 0, count), factor * sum, 0);
    }

    /// <summary>Whether a value is made of sizes, positions and numbers by operations that keep it finite.</summary>
    private static bool IsPlain(Graph graph, int id) => graph[id] switch
    {
        { Kind: NodeKind.Size or NodeKind.Index } => true,
        { Kind: NodeKind.Constant, Value: var value } => !double.IsNaN(value) && !double.IsInfinity(value),
        { Kind: NodeKind.Apply, Operation: Operation.Add or Operation.Subtract or Operation.Multiply or Operation.Negate or Operation.Max or Operation.Min } node =>
            node.Arguments.All(argument => IsPlain(graph, argument)),
        _ => false,
    };

    private static bool DividesIntegers(Graph graph, int id, HashSet<int> seen) => seen.Add(id)
        && (graph[id] is { Kind: NodeKind.Apply, Operation: Operation.IntegerDivide or Operation.Remainder } || graph[id].Arguments.Any(argument => DividesIntegers(graph, argument, seen)));

    /// <summary>
    /// Takes a factor apart. What divides by a sum stays inside: weights are no greater than 1, and a product of what they are made of may be 0 or infinite where
    /// their own is neither.
    /// </summary>
    private static void Separate(Graph graph, int axis, Expr factor, ref Expr outside, ref Expr inside, bool reciprocal)
    {
        var id = graph.Id(factor);
        if (!graph.Varies(id, axis) && !(reciprocal ? HasSum(graph, factor) : IsOverSum(graph, factor)))
        {
            outside = reciprocal ? outside / factor : outside * factor;
        }
        else if (factor.Is(Operation.Multiply) && !IsOverSum(graph, factor.Argument(0)) && !IsOverSum(graph, factor.Argument(1)))
        {
            Separate(graph, axis, factor.Argument(0), ref outside, ref inside, reciprocal);
            Separate(graph, axis, factor.Argument(1), ref outside, ref inside, reciprocal);
        }
        else if (factor.Is(Operation.Divide))
        {
            Separate(graph, axis, factor.Argument(0), ref outside, ref inside, reciprocal);
            Separate(graph, axis, factor.Argument(1), ref outside, ref inside, !reciprocal);
        }
        else if (factor.Is(Operation.Negate))
        {
            outside = -outside;
            Separate(graph, axis, factor.Argument(0), ref outside, ref inside, reciprocal);
        }
        else if (factor.Is(Operation.Square))
        {
            Expr outer = 1, inner = 1;
            Separate(graph, axis, factor.Argument(0), ref outer, ref inner, reciprocal);
            outside *= graph.Apply(Operation.Square, outer);
            inside *= graph.Apply(Operation.Square, inner);
        }
        else
        {
            inside = reciprocal ? inside / factor : inside * factor;
        }
    }

    private static bool IsOverSum(Graph graph, Expr factor) => factor.Is(Operation.Divide) && HasSum(graph, factor.Argument(1));

    private static bool HasSum(Graph graph, Expr divisor) => divisor.Node.Kind == NodeKind.Sum
        || (divisor.Is(Operation.Multiply) || divisor.Is(Operation.Sqrt)) && divisor.Node.Arguments.Any(argument => HasSum(graph, graph.Wrap(argument)));

    private static Expr Add(Graph graph, Expr a, Expr b)
    {
        if (a.IsConstant(out var x) && b.IsConstant(out var y))
        {
            return x + y;
        }

        if (a.IsConstant(out _))
        {
            (a, b) = (b, a);
        }

        if (b.IsConstant(out y))
        {
            return y == 0 ? a
                : a.Is(Operation.Add) && a.Argument(1).IsConstant(out x) ? Add(graph, a.Argument(0), x + y)
                : graph.InternApply(Operation.Add, a, b);
        }

        return b.Is(Operation.Negate) ? Subtract(graph, a, b.Argument(0))
            : a.Is(Operation.Negate) ? Subtract(graph, b, a.Argument(0))
            : Commute(graph, Operation.Add, a, b);
    }

    private static Expr Subtract(Graph graph, Expr a, Expr b)
    {
        if (a.IsConstant(out var x) && b.IsConstant(out var y))
        {
            return x - y;
        }

        return b.IsNumber(0) ? a
            : a.IsNumber(0) ? Negate(graph, b)
            : a.Equals(b) && a.Graph is not null && IsIndexArithmetic(a) ? 0
            : b.Is(Operation.Negate) ? Add(graph, a, b.Argument(0))
            : b.IsConstant(out y) ? Add(graph, a, -y)
            : graph.InternApply(Operation.Subtract, a, b);
    }

    private static Expr Multiply(Graph graph, Expr a, Expr b)
    {
        if (a.IsConstant(out var x) && b.IsConstant(out var y))
        {
            return x * y;
        }

        if (b.IsConstant(out _))
        {
            (a, b) = (b, a);
        }

        if (a.IsConstant(out x))
        {
            return x == 0 ? ZeroTimes(graph, b)
                : x == 1 ? b
                : x == -1 ? Negate(graph, b)
                : b.Is(Operation.Negate) ? Multiply(graph, -x, b.Argument(0))
                : b.Is(Operation.Multiply) && b.Argument(0).IsConstant(out y) ? Multiply(graph, x * y, b.Argument(1))
                : b.Is(Operation.Divide) && b.Argument(0).IsConstant(out y) ? Divide(graph, x * y, b.Argument(1))
                : graph.InternApply(Operation.Multiply, a, b);
        }

        return a.Is(Operation.Negate) ? Negate(graph, Multiply(graph, a.Argument(0), b))
            : b.Is(Operation.Negate) ? Negate(graph, Multiply(graph, a, b.Argument(0)))
            : a.Is(Operation.Multiply) && a.Argument(0).IsConstant(out _) ? Multiply(graph, a.Argument(0), Multiply(graph, a.Argument(1), b))
            : b.Is(Operation.Multiply) && b.Argument(0).IsConstant(out _) ? Multiply(graph, b.Argument(0), Multiply(graph, a, b.Argument(1)))
            : a.Equals(b) ? Square(graph, a)
            : Commute(graph, Operation.Multiply, a, b);
    }

    private static Expr Divide(Graph graph, Expr a, Expr b)
    {
        if (b.IsConstant(out var y))
        {
            return a.IsConstant(out var x) ? x / y : Multiply(graph, 1 / y, a);
        }

        return a.IsNumber(0) ? ZeroOver(graph, b)
            : a.Equals(b) ? OverItself(graph, a)
            : a.Is(Operation.Negate) ? Negate(graph, Divide(graph, a.Argument(0), b))
            : b.Is(Operation.Negate) ? Negate(graph, Divide(graph, a, b.Argument(0)))
            : a.Is(Operation.Multiply) && a.Argument(0).IsConstant(out _) ? Multiply(graph, a.Argument(0), Divide(graph, a.Argument(1), b))
            : graph.InternApply(Operation.Divide, a, b);
    }

    private static Expr Negate(Graph graph, Expr a) =>
        a.IsConstant(out var x) ? -x
        : a.Is(Operation.Negate) ? a.Argument(0)
        : a.Is(Operation.Subtract) ? Subtract(graph, a.Argument(1), a.Argument(0))
        : a.Is(Operation.Multiply) && a.Argument(0).IsConstant(out x) ? Multiply(graph, -x, a.Argument(1))
        : graph.InternApply(Operation.Negate, a);

    private static Expr Square(Graph graph, Expr a) =>
        a.IsConstant(out var x) ? x * x
        : a.Is(Operation.Negate) || a.Is(Operation.Abs) ? Square(graph, a.Argument(0))
        : a.Is(Operation.Sqrt) ? NonNegative(graph, a.Argument(0))
        : graph.InternApply(Operation.Square, a);

    private static Expr NonNegative(Graph graph, Expr a) =>
        !graph.KeepsDomains || IsNonNegative(graph, a, []) ? a : Within(graph, graph.Apply(Operation.LessOrEqual, 0, a), a, graph.Apply(Operation.Sqrt, a));

    /// <summary>Whether a value is not negative by what it is made of, each part of which is looked at once.</summary>
    private static bool IsNonNegative(Graph graph, Expr a, HashSet<Expr> seen) => !seen.Add(a) || a.Node switch
    {
        { Kind: NodeKind.Size } => true,
        { Kind: NodeKind.Constant, Value: var value } => value >= 0,
        { Kind: NodeKind.Sum or NodeKind.Maximum or NodeKind.Minimum } reduction => IsNonNegative(graph, graph.Wrap(reduction.Arguments[0]), seen),
        { Kind: NodeKind.Apply, Operation: Operation.Exp or Operation.Square or Operation.Sqrt or Operation.Abs or Operation.InverseLogit or Operation.NormalCdf or Operation.Log1pExp } => true,
        { Kind: NodeKind.Apply, Operation: Operation.Add or Operation.Multiply or Operation.Divide } node => node.Arguments.All(argument => IsNonNegative(graph, graph.Wrap(argument), seen)),
        _ => false,
    };

    /// <summary>A value where a condition of a body holds, and elsewhere what is no number there.</summary>
    private static Expr Within(Graph graph, Expr condition, Expr value, Expr undefined) => graph.KeepsDomains ? graph.Apply(Operation.Where, condition, value, undefined) : value;

    private static Expr ZeroTimes(Graph graph, Expr b) => !graph.KeepsDomains || IsPlain(graph, graph.Id(b)) ? 0 : Within(graph, Less(graph, Magnitude(graph, b), double.PositiveInfinity), 0, Undefined(graph));

    private static Expr ZeroOver(Graph graph, Expr b) => !graph.KeepsDomains ? 0 : Within(graph, Less(graph, 0, Magnitude(graph, b)), 0, Undefined(graph));

    private static Expr OverItself(Graph graph, Expr a) => !graph.KeepsDomains ? 1
        : Within(graph, graph.Apply(Operation.And, Less(graph, 0, Magnitude(graph, a)), Less(graph, Magnitude(graph, a), double.PositiveInfinity)), 1, Undefined(graph));

    /// <summary>What is no number. NaN itself stands where a probability is guarded.</summary>
    private static Expr Undefined(Graph graph) => graph.Apply(Operation.Sqrt, -1);

    private static Expr Magnitude(Graph graph, Expr a) => graph.Apply(Operation.Abs, a);

    private static Expr Less(Graph graph, Expr a, Expr b) => graph.Apply(Operation.Less, a, b);

    private static Expr Log(Graph graph, Expr a) =>
        a.IsNumber(1) ? 0
        : a.Is(Operation.Exp) ? a.Argument(0)
        : a.Is(Operation.Sqrt) ? 0.5 * graph.Apply(Operation.Log, a.Argument(0))
        : a.Is(Operation.Square) ? 2 * graph.Apply(Operation.Log, graph.Apply(Operation.Abs, a.Argument(0)))
        : a.Is(Operation.Divide) && a.Argument(0).IsNumber(1) ? Negate(graph, graph.Apply(Operation.Log, a.Argument(1)))
        : a.Is(Operation.InverseLogit) ? Negate(graph, graph.Apply(Operation.Log1pExp, -a.Argument(0)))
        : a.Is(Operation.Subtract) && a.Argument(0).IsNumber(1) ? graph.Apply(Operation.Log1p, -a.Argument(1))
        : graph.InternApply(Operation.Log, a);

    private static Expr Pow(Graph graph, Expr a, Expr b) =>
        !b.IsConstant(out var power) ? graph.InternApply(Operation.Pow, a, b)
        : power == 0 ? 1
        : power == 1 ? a
        : power == 2 ? graph.Apply(Operation.Square, a)
        : power == 0.5 ? graph.Apply(Operation.Sqrt, a)
        : power == -1 ? 1 / a
        : graph.InternApply(Operation.Pow, a, b);

    private static Expr Commute(Graph graph, Operation operation, Expr a, Expr b) =>
        graph.Id(a) <= graph.Id(b) ? graph.InternApply(operation, a, b) : graph.InternApply(operation, b, a);

    private static bool IsInfinite(Expr a) => a.IsConstant(out var x) && double.IsInfinity(x);

    private static bool IsIndexArithmetic(Expr a) => a.Node.Kind is NodeKind.Index or NodeKind.Size;
}
