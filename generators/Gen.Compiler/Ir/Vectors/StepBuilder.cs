using System;
using System.Collections.Generic;
using System.Linq;

namespace Gen.Compiler.Ir;

/// <summary>
/// Where definitions over vectors are expanded: what is not an expression in them, such as a factorisation or a recurrence, becomes steps on arrays of
/// their own. Each such array has a leading dimension for every loop around, and for those axes of the statement along which its value varies.
/// </summary>
/// <param name="graph">The graph.</param>
/// <param name="loops">The axes of the loops around the statement.</param>
/// <param name="batch">The statement's own axes.</param>
/// <param name="site">The statement.</param>
/// <param name="declare">Declares an array of a name and extents.</param>
/// <param name="emit">Takes a step, which stands before the statement.</param>
public sealed class StepBuilder(
    Graph graph, IReadOnlyList<int> loops, IReadOnlyList<int> batch, int site, Func<string, IReadOnlyList<Expr>, int> declare, Action<Step> emit)
{
    // Axes that definitions bind themselves, apart from those of models (from 0) and of loops (from 100).
    private const int FirstCopy = 60;

    [ThreadStatic]
    private static StepBuilder? current;

    private int depth;

    /// <summary>The builder of the definition that is being expanded.</summary>
    public static StepBuilder Current => current ?? throw new InvalidOperationException("No definition is being expanded.");

    /// <summary>The graph.</summary>
    public Graph Graph => graph;

    /// <summary>Expands a definition.</summary>
    public T Expand<T>(Func<T> definition)
    {
        var outer = current;
        current = this;
        try
        {
            return definition();
        }
        finally
        {
            current = outer;
        }
    }

    /// <summary>What <paramref name="body"/> makes of an axis that nothing around it has.</summary>
    public T Along<T>(Expr lower, Expr upper, Func<int, T> body)
    {
        var axis = graph.Axis(graph.Id(lower), graph.Id(upper), FirstCopy + depth++);
        var result = body(axis);
        depth--;
        return result;
    }

    /// <summary>The whole of a vector as an operand.</summary>
    public Operand Operand(VectorExpr vector, string name) => Whole([vector.Axis], vector.Element, name);

    /// <summary>The whole of a matrix as an operand.</summary>
    public Operand Operand(MatrixExpr matrix, string name) => Whole([matrix.Axes.Row, matrix.Axes.Column], matrix.Element, name);

    /// <summary>An array of given numbers; no operand where there are none.</summary>
    public Operand Elements(IReadOnlyList<Expr> elements, string name)
    {
        if (elements.Count == 0)
        {
            return Ir.Operand.None;
        }

        var operand = Declared(name, [], [elements.Count]);
        for (var k = 0; k < elements.Count; k++)
        {
            emit(new AssignStep(operand.Array, [], [.. operand.Indices, graph.Id(k)], graph.Id(elements[k]), false, -1, site));
        }

        return operand;
    }

    /// <summary>The solution of a differential equation at given times.</summary>
    public Operand Solve(Routine routine, DifferentialEquation equation, IReadOnlyList<Operand> inputs, IReadOnlyList<Expr> arguments, Expr times)
    {
        var output = Declared("solution", [], [times, equation.Derivatives.Count]);
        emit(new CallStep(routine, inputs.ToEquatableArray(), [output], site) { Equation = equation, Arguments = arguments.Select(graph.Id).ToEquatableArray() });
        return output;
    }

    /// <summary>A routine's result of the given extents.</summary>
    public Operand Call(Routine routine, IReadOnlyList<Operand> inputs, string name, params Expr[] extents)
    {
        var along = batch.Where(axis => inputs.Any(input => input.Indices.Any(index => graph.Varies(index, axis)))).ToArray();
        var output = Declared(name, along, extents);
        Step step = new CallStep(routine, inputs.ToEquatableArray(), [output], site);
        foreach (var axis in along.AsEnumerable().Reverse())
        {
            step = new LoopStep(axis, false, [step], site);
        }

        emit(step);
        return output;
    }

    /// <summary>An operand of one dimension as a vector.</summary>
    public VectorExpr Vector(Operand operand, Expr length) =>
        Along(0, length, axis => new VectorExpr(graph, axis, Read(operand, graph.Index(axis))));

    /// <summary>An operand of two dimensions as a matrix.</summary>
    public MatrixExpr Matrix(Operand operand, Expr rows, Expr columns) =>
        Along(0, rows, row => Along(0, columns, column => new MatrixExpr(graph, row, column, Read(operand, graph.Index(row), graph.Index(column)))));

    /// <summary>The vector whose element at <paramref name="lower"/> is <paramref name="first"/> and each later one a function of the one before.</summary>
    public VectorExpr Scan(Expr lower, Expr upper, Expr first, Func<Expr, Expr, Expr> next)
    {
        var state = Declared("state", batch, [upper]);
        var value = Along(lower + 1, upper, loop =>
        {
            var at = graph.Index(loop);
            return (Axis: loop, Next: next(at, Read(state, at - 1)));
        });
        void Assign(Action<Step> take, Expr at, Expr element) =>
            take(new AssignStep(state.Array, batch.ToEquatableArray(), [.. state.Indices, graph.Id(at)], graph.Id(element), false, -1, site));
        List<Step> body = [];
        Assign(emit, lower, first);
        Assign(body.Add, graph.Index(value.Axis), value.Next);
        emit(new LoopStep(value.Axis, false, body.ToEquatableArray(), site));
        return Vector(state, upper);
    }

    private Operand Whole(int[] axes, Expr element, string name)
    {
        var node = element.Node;
        if (node.Kind == NodeKind.Read && node.Arguments.Count >= axes.Length
            && axes.Select((axis, d) => node.Arguments[node.Arguments.Count - axes.Length + d] == graph.Index(axis).Id).All(same => same)
            && !node.Arguments.Take(node.Arguments.Count - axes.Length).Any(index => axes.Any(axis => graph.Varies(index, axis))))
        {
            return new(node.Symbol, node.Arguments.Take(node.Arguments.Count - axes.Length).ToEquatableArray());
        }

        var along = batch.Where(axis => graph.Varies(graph.Id(element), axis)).ToArray();
        var operand = Declared(name, along, [.. axes.Select(graph.Length)]);
        emit(new AssignStep(
            operand.Array, [.. along, .. axes], [.. operand.Indices, .. axes.Select(axis => graph.Index(axis).Id)], graph.Id(element), false, -1, site));
        return operand;
    }

    private Operand Declared(string name, IReadOnlyList<int> along, IReadOnlyList<Expr> extents)
    {
        // An array has room from 0 on, wherever an axis begins.
        IReadOnlyList<int> leading = [.. loops, .. along];
        var array = declare(name, [.. leading.Select(graph.Room), .. extents]);
        return new(array, leading.Select(axis => graph.Index(axis).Id).ToEquatableArray());
    }

    private Expr Read(Operand operand, params IEnumerable<Expr> positions) => graph.Read(operand.Array, [.. operand.Indices.Select(graph.Wrap), .. positions]);
}
