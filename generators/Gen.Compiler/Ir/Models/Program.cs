using System.Collections.Generic;
using System.Linq;

namespace Gen.Compiler.Ir;

/// <summary>What a pass takes and gives: steps over arrays, with the graph that holds their nodes. A pass appends to the graph and makes new lists.</summary>
/// <param name="Model">The model that it came from.</param>
/// <param name="Graph">The nodes.</param>
/// <param name="Arrays">The arrays; reads and steps refer to them by index. A pass may append, never reorder.</param>
/// <param name="Steps">The statements in order.</param>
/// <param name="Order">Which axes are outer ones.</param>
public sealed record Program(Model Model, Graph Graph, IReadOnlyList<ArrayDeclaration> Arrays, IReadOnlyList<Step> Steps, AxisOrder Order)
{
    /// <summary>The axis of posterior draws, for an objective; −1 for a log-density.</summary>
    public int DrawAxis { get; init; } = -1;

    /// <summary>The program that a model's body is.</summary>
    public static Program From(Model model)
    {
        var program = WithRequirements(model);
        return program with { Steps = [.. WithoutRequirements(program.Steps)] };
    }

    /// <summary>The same with what it requires of data in the places where it does.</summary>
    public static Program WithRequirements(Model model)
    {
        var graph = Graph.From(model.Nodes, model.Axes);
        var program = new Program(model, graph, [.. model.Arrays], [.. model.Steps], new(graph, []));
        return program with { Order = AxisOrder.OfModel(program) };
    }

    /// <summary>Steps without what they require of data.</summary>
    public static IEnumerable<Step> WithoutRequirements(IEnumerable<Step> steps) => steps.SelectMany(step => step switch
    {
        RequireStep => [],
        LoopStep loop => WithoutRequirements(loop.Body).ToEquatableArray() is { Count: > 0 } body ? [loop with { Body = body }] : [],
        _ => new[] { step },
    });

    /// <summary>The program with another array, whose index is given.</summary>
    public Program WithArray(ArrayDeclaration array, out int index)
    {
        index = Arrays.Count;
        return this with { Arrays = [.. Arrays, array] };
    }

    /// <summary>The program with a local array of a name that no other has.</summary>
    public Program WithLocal(string name, IEnumerable<Expr> extents, out int index)
    {
        var unique = name;
        for (var i = 2; Arrays.Any(array => array.Name == unique); i++)
        {
            unique = name + i.ToString(System.Globalization.CultureInfo.InvariantCulture);
        }

        int[] lengths = [.. extents.Select(Graph.Id)];
        return WithArray(new(unique, ArrayRole.Local, false, lengths.ToEquatableArray(), lengths.Select(_ => -1).ToEquatableArray()), out index);
    }

    /// <summary>All steps, those inside loops included, outer before inner.</summary>
    public static IEnumerable<Step> Flatten(IEnumerable<Step> steps) =>
        steps.SelectMany(step => step is LoopStep loop ? Flatten(loop.Body).Prepend(step) : [step]);

    /// <summary>The steps that are kept, in and outside loops; loops that nothing is left of go.</summary>
    public static IEnumerable<Step> Keep(IEnumerable<Step> steps, System.Func<Step, bool> isKept) => steps.SelectMany(step => step switch
    {
        LoopStep loop when Keep(loop.Body, isKept).ToEquatableArray() is { Count: > 0 } body => [loop with { Body = body }],
        LoopStep => [],
        _ => isKept(step) ? [step] : Enumerable.Empty<Step>(),
    });
}
