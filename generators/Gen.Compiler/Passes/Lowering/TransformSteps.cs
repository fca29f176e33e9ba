using System;
using System.Collections.Generic;
using System.Linq;
using Gen.Compiler.Definitions;
using Gen.Compiler.Ir;

namespace Gen.Compiler.Passes;

/// <summary>
/// Writes the steps of a <see cref="VectorTransform"/> for every combination of the latent's leading dimensions, which the transform does not see.
/// </summary>
internal sealed class TransformSteps
{
    private readonly SampleStep sample;
    private readonly int latent;
    private readonly int position;
    private readonly int site;
    private readonly int[] outer;
    private readonly int target;
    private readonly List<Step> steps;
    private readonly List<int> along = [];
    private List<Step>? loop;
    private int guard = -1;

    /// <summary>For a latent whose leading dimensions have the axes <paramref name="outer"/>.</summary>
    /// <param name="program">The program, to which buffers are added.</param>
    /// <param name="sample">The step that samples the latent.</param>
    /// <param name="position">The array of its coordinates.</param>
    /// <param name="outer">An axis for each leading dimension.</param>
    /// <param name="steps">What steps are appended to.</param>
    /// <param name="target">The array of the log-density, to which log-Jacobians are added; −1 where they are not wanted.</param>
    /// <param name="holds">What is known to hold whatever latents are.</param>
    public TransformSteps(Program program, SampleStep sample, int position, int[] outer, List<Step> steps, int target, Func<Expr, bool> holds)
    {
        (Program, this.sample, this.position, this.outer, this.steps, this.target, Holds) = (program, sample, position, outer, steps, target, holds);
        (latent, site) = (sample.Array, sample.Site);
        Order = Graph.Wrap(program.Arrays[latent].Extents[outer.Length]);
    }

    public Program Program { get; private set; }

    public Graph Graph => Program.Graph;

    /// <summary>The length of the vector, or the number of rows of the matrix.</summary>
    public Expr Order { get; }

    /// <summary>Where each element lies by itself.</summary>
    public VariateRange Range => VariateRange.Of(Graph, sample.Density);

    /// <summary>What is known to hold whatever latents are.</summary>
    public Func<Expr, bool> Holds { get; }

    /// <summary>An unconstrained coordinate.</summary>
    public Expr Coordinate(Expr index) => Graph.Read(position, [.. Leading, index]);

    /// <summary>An element of the latent.</summary>
    public Expr Value(params Expr[] indices) => Graph.Read(latent, [.. Leading, .. indices]);

    /// <summary>A vector of the latent's order for what lies between.</summary>
    public int Buffer(string name)
    {
        var declaration = Program.Arrays[latent];
        Program = Program.WithArray(
            new(ValueNames.Unique(Program, declaration.Name + char.ToUpperInvariant(name[0]) + name.Substring(1)), ArrayRole.Local, false,
                declaration.Extents.Take(outer.Length + 1).ToEquatableArray(), Enumerable.Repeat(-1, outer.Length + 1).ToEquatableArray()),
            out var buffer);
        return buffer;
    }

    /// <summary>An element of a buffer.</summary>
    public Expr Read(int buffer, Expr index) => Graph.Read(buffer, [.. Leading, index]);

    /// <summary>Assigns an element of the latent.</summary>
    public void Latent(Expr[] indices, Expr value) => Assign(latent, indices, value);

    /// <summary>Assigns a coordinate.</summary>
    public void SetCoordinate(Expr index, Expr value) => Assign(position, [index], value);

    /// <summary>Assigns an element of a buffer.</summary>
    public void Set(int buffer, Expr index, Expr value) => Assign(buffer, [index], value);

    /// <summary>What <paramref name="element"/> assigns, at every position of a range at once.</summary>
    public void Each(Expr lower, Expr upper, Action<Expr> element)
    {
        var axis = Axis(lower, upper);
        along.Add(axis);
        element(Graph.Index(axis));
        along.Remove(axis);
    }

    /// <summary>What <paramref name="element"/> assigns, at every pair of positions at once, where <paramref name="condition"/> holds.</summary>
    public void Each(Expr lower, Expr upper, Expr from, Expr to, Action<Expr, Expr> element, Func<Expr, Expr, Expr>? condition = null) =>
        Each(lower, upper, i => Each(from, to, j =>
        {
            guard = condition is null ? -1 : Graph.Id(condition(i, j));
            element(i, j);
            guard = -1;
        }));

    /// <summary>What <paramref name="element"/> assigns, at one position of a range after the other.</summary>
    public void InTurn(Expr lower, Expr upper, Action<Expr> element)
    {
        var axis = Axis(lower, upper, LoopsToMaps.FirstCopyOfLoops);
        loop = [];
        element(Graph.Index(axis));
        steps.Add(new LoopStep(axis, false, loop.ToEquatableArray(), site));
        loop = null;
    }

    /// <summary>A sum over a range.</summary>
    public Expr Sum(Expr lower, Expr upper, Func<Expr, Expr> term) => Reduced(NodeKind.Sum, lower, upper, term);

    /// <summary>The largest over a range.</summary>
    public Expr Largest(Expr lower, Expr upper, Func<Expr, Expr> term) => Reduced(NodeKind.Maximum, lower, upper, term);

    /// <summary>Adds a term of the log-Jacobian.</summary>
    public void LogJacobian(Expr term) => AddTerm(outer, term);

    /// <summary>Adds terms of the log-Jacobian along a range.</summary>
    public void LogJacobian(Expr lower, Expr upper, Func<Expr, Expr> term)
    {
        var axis = Axis(lower, upper);
        along.Add(axis);
        AddTerm([.. outer, axis], term(Graph.Index(axis)));
        along.Remove(axis);
    }

    private IEnumerable<Expr> Leading => outer.Select(Graph.Index);

    private void AddTerm(IEnumerable<int> axes, Expr term)
    {
        if (target >= 0)
        {
            steps.Add(new AssignStep(target, axes.ToEquatableArray(), [], Graph.Id(term), true, -1, site));
        }
    }

    private Expr Reduced(NodeKind kind, Expr lower, Expr upper, Func<Expr, Expr> term)
    {
        var axis = Axis(lower, upper);
        along.Add(axis);
        var result = Graph.Reduce(kind, axis, term(Graph.Index(axis)));
        along.Remove(axis);
        return result;
    }

    /// <summary>An axis that nothing around it has.</summary>
    private int Axis(Expr lower, Expr upper, int firstCopy = 0)
    {
        for (var copy = firstCopy; ; copy++)
        {
            var axis = Graph.Axis(Graph.Id(lower), Graph.Id(upper), copy);
            if (!along.Contains(axis) && !outer.Contains(axis))
            {
                return axis;
            }
        }
    }

    private void Assign(int array, Expr[] indices, Expr value)
    {
        var step = new AssignStep(
            array, [.. outer, .. along], [.. Leading.Concat(indices).Select(Graph.Id)], Graph.Id(value), false, guard, site);
        (loop ?? steps).Add(step);
    }
}
