using System.Collections.Generic;
using System.Linq;
using Gen.Compiler.Interpretation;
using Gen.Compiler.Ir;

namespace Gen.Compiler.Tests.Harness;

/// <summary>A program made by hand: a graph and arrays with their elements, without a model behind it.</summary>
internal sealed class Scratch
{
    private readonly List<ArrayDeclaration> arrays = [];
    private readonly Dictionary<int, double[]> values = [];
    private readonly List<Step> steps = [];

    public Graph Graph { get; } = new();

    /// <summary>An array of the given extents (the number of elements by default), with elements unless it is computed.</summary>
    public int Array(string name, double[]? elements, ArrayRole role = ArrayRole.Data, int[]? extents = null)
    {
        extents ??= [elements!.Length];
        arrays.Add(new(name, role, false, extents.Select(e => Graph.Constant(e).Id).ToEquatableArray(), extents.Select(_ => -1).ToEquatableArray()));
        if (elements is not null)
        {
            values.Add(arrays.Count - 1, elements);
        }

        return arrays.Count - 1;
    }

    public int Axis(int lower, int upper, int copy = 0) => Graph.Axis(Graph.Constant(lower).Id, Graph.Constant(upper).Id, copy);

    public void Add(Step step) => steps.Add(step);

    public AssignStep Assignment(int array, int[] axes, Expr[] indices, Expr value, bool accumulate = false, Expr? guard = null) =>
        new(array, [.. axes], [.. indices.Select(Graph.Id)], Graph.Id(value), accumulate, guard is { } g ? Graph.Id(g) : -1, -1);

    public Program Program() => new(Empty(), Graph, [.. arrays], [.. steps], new(Graph, []));

    public Bindings Bindings(params int[] sizes) => new(sizes, values);

    public IReadOnlyList<double[]> Run(params int[] sizes) => Interpreter.Run(Program(), Bindings(sizes));

    /// <summary>The value of an expression for every combination of positions along axes that begin at 0, row by row.</summary>
    public double[] Evaluate(Expr expression, params int[] axes)
    {
        var result = Array("result", null, ArrayRole.Local, [.. axes.Select(a => (int)Graph[Graph.Axes[a].Upper].Value)]);
        steps.Clear();
        Add(Assignment(result, axes, [.. axes.Select(Graph.Index)], expression));
        return Run()[result];
    }

    private static Model Empty() => new(new("", "Scratch", "public", "Define", "static"), [], [], [], [], [], [], [], [], []);
}
