using System;
using System.Collections.Generic;
using System.Linq;
using Gen.Compiler.Ir;

namespace Gen.Compiler.Reading;

/// <summary>Tells whether two values meet where two numbers are equal: what is left of them then is the same.</summary>
/// <param name="graph">A graph of its own, with the values under the same ids.</param>
/// <param name="isPositive">Whether a number is positive by what it is.</param>
internal sealed class Seam(Graph graph, Func<Expr, bool> isPositive)
{
    // Each side is computed in its own way.
    private const double Rounding = 1e-12;

    /// <summary>Whether an expression is infinite or no number.</summary>
    public static bool IsInfinite(Expr value) => value.IsConstant(out var number) && (double.IsNaN(number) || double.IsInfinity(number));

    /// <summary>Whether an expression is no number: a solution ends where its slope is none.</summary>
    public static bool IsUndefined(Expr value) =>
        value.IsConstant(out var number) ? double.IsNaN(number) : value.Is(Operation.Sqrt) && value.Argument(0).IsConstant(out var square) && square < 0;

    /// <summary>Whether two values meet where two numbers are equal: any part of their difference may stand for what it is then.</summary>
    public bool Joins(int value, int other, int first, int second)
    {
        var difference = LinearForm.Difference(graph, graph.Wrap(first), graph.Wrap(second));
        return LinearForm.Of(difference).Terms.Any(term =>
            AreSame(value, other, term.Key, LinearForm.Difference(graph, graph.Wrap(term.Key), 1 / term.Value * difference)));
    }

    private bool AreSame(int value, int other, int from, Expr to)
    {
        var replaced = new Dictionary<int, Expr> { [from] = to };
        return LinearForm.Difference(graph, Replace(value), Replace(other)).IsConstant(out var apart) && Math.Abs(apart) <= Rounding;

        Expr Replace(int id)
        {
            if (!replaced.TryGetValue(id, out var result))
            {
                result = graph.Wrap(graph.Id(Rebuild(id)));
                replaced.Add(id, result);
            }

            return result;
        }

        Expr Rebuild(int id)
        {
            var node = graph[id];
            return node.Kind switch
            {
                NodeKind.Apply => Apply(node.Operation, [.. node.Arguments.Select(Replace)]),

                // What varies along the axis that a sum binds is another than what stands outside.
                NodeKind.Sum or NodeKind.Maximum or NodeKind.Minimum when !graph.Varies(from, node.Symbol) && !graph.Varies(to.Id, node.Symbol) =>
                    graph.Reduce(node.Kind, node.Symbol, Replace(node.Arguments[0])),
                _ => graph.Wrap(id),
            };
        }
    }

    /// <summary>An operation with all that is known of its value there. What has no finite value makes no number of whatever it enters, so that it meets nothing.</summary>
    private Expr Apply(Operation operation, Expr[] arguments)
    {
        if (operation == Operation.Where && arguments.Skip(1).Any(IsUndefined))
        {
            return arguments.Skip(1).First(value => !IsUndefined(value) || value.Equals(arguments[2]));
        }

        if (arguments.Any(IsInfinite) || operation == Operation.Divide && arguments[1].IsNumber(0))
        {
            return double.NaN;
        }

        if (arguments.All(argument => argument.IsConstant(out _)))
        {
            Expr value = OperationTable.Evaluate(operation, [.. arguments.Select(argument => argument.Node.Value)]);
            return IsInfinite(value) ? double.NaN : value;
        }

        if (operation == Operation.Pow && arguments[0].IsNumber(0))
        {
            return isPositive(arguments[1]) ? 0 : double.NaN;
        }

        var result = operation is Operation.Max or Operation.Min && arguments[0].Equals(arguments[1]) ? arguments[0] : graph.Apply(operation, arguments);
        return operation is Operation.Add or Operation.Subtract ? LinearForm.Difference(graph, result, 0) : result;
    }
}
