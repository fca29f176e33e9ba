using System;
using System.Collections.Generic;
using System.Linq;

namespace Gen.Compiler.Ir;

/// <summary>
/// What likelihoods observe, and what of it is read by anything else: data that only a likelihood needs may be left out where nothing is fitted, in a
/// simulation or a prediction.
/// </summary>
public static class Likelihoods
{
    /// <summary>The parameters that an observed array is, or is derived of.</summary>
    public static IReadOnlyList<Parameter> Sources(Model model, int observed)
    {
        var graph = Program.From(model).Graph;
        var reached = Closure(graph, model.Steps, model.Prepared, [observed]);
        return [.. model.Parameters.Where(parameter => reached.Contains(parameter.Array))];
    }

    /// <summary>The parameters among arrays, and those of which others among them are prepared.</summary>
    public static IEnumerable<Parameter> Sources(Model model, IEnumerable<int> arrays)
    {
        var reached = Closure(Program.From(model).Graph, [], model.Prepared, arrays);
        return model.Parameters.Where(parameter => reached.Contains(parameter.Array));
    }

    /// <summary>The arrays that something else than a likelihood of their own elements needs.</summary>
    public static HashSet<int> ReadElsewhere(Model model) =>
        ReadElsewhere(Program.From(model).Graph, model.Steps, model.Prepared, [.. model.Arrays.Select(array => array.Role)], model.Arrays.SelectMany(array => array.Extents));

    /// <summary>The same of a model's parts.</summary>
    /// <param name="graph">The nodes.</param>
    /// <param name="steps">The statements.</param>
    /// <param name="prepared">What is computed of data before them.</param>
    /// <param name="roles">The arrays' roles.</param>
    /// <param name="lengths">Nodes that are lengths.</param>
    public static HashSet<int> ReadElsewhere(Graph graph, IEnumerable<Step> steps, IEnumerable<PreparedData> prepared, IReadOnlyList<ArrayRole> roles, IEnumerable<int> lengths)
    {
        Step[] all = [.. Program.Flatten(steps).Where(step => step is not LoopStep)];
        var known = Dependence.Reachable(graph, lengths.Concat(graph.Axes.SelectMany(axis => new[] { axis.Lower, axis.Upper })));
        var read = known.Where(id => graph[id].Kind == NodeKind.Read).Select(id => graph[id].Symbol);
        bool IsWanted(Step step) => step is not (AssignStep or CallStep) || Dependence.Writes(step).Any(array => roles[array] == ArrayRole.Deterministic);
        return Closure(graph, all, prepared, read.Concat(all.Where(IsWanted).SelectMany(step => Dependence.Reads(graph, step))));
    }

    /// <summary>Whether nothing has a size but parameters of which something observed is derived, so that it need not be known where they are left out.</summary>
    /// <param name="model">The model.</param>
    /// <param name="isSize">Whether a size is the one, or agrees with it.</param>
    public static bool IsOfSourcesAlone(Model model, Func<int, bool> isSize)
    {
        var graph = Program.From(model).Graph;
        int[] observed = [.. Quantities.Observed(model)];
        HashSet<int> sources = [.. model.Parameters.Where(parameter => parameter.IsObserved && !observed.Contains(parameter.Array)).Select(parameter => parameter.Array)];
        var used = model.Arrays.Where((_, array) => !sources.Contains(array)).SelectMany(array => array.Extents)
            .Concat(model.Steps.SelectMany(Dependence.Roots)).Concat(graph.Axes.SelectMany(axis => new[] { axis.Lower, axis.Upper }));
        return model.Parameters.All(parameter => sources.Contains(parameter.Array) || !parameter.Sizes.Any(isSize))
            && model.Prepared.All(data => !data.Sizes.Any(isSize))
            && !Dependence.Reachable(graph, used).Any(id => graph[id].Kind == NodeKind.Size && isSize(graph[id].Symbol));
    }

    /// <summary>The parameters that only likelihoods need, directly or through what is derived of them.</summary>
    public static IEnumerable<int> OnlyObserved(Graph graph, IReadOnlyList<Step> steps, IReadOnlyList<PreparedData> prepared, IReadOnlyList<ArrayRole> roles, IEnumerable<int> lengths)
    {
        int[] observed = [.. Program.Flatten(steps).OfType<ObserveStep>().Select(step => step.Array).Distinct()];
        var elsewhere = ReadElsewhere(graph, steps, prepared, roles, lengths);
        return Closure(graph, steps, prepared, observed).Where(array => roles[array] == ArrayRole.Data && (observed.Contains(array) || !elsewhere.Contains(array)));
    }

    /// <summary>Arrays and those from which they are computed or prepared; what is drawn leads no further.</summary>
    internal static HashSet<int> Closure(Graph graph, IEnumerable<Step> steps, IEnumerable<PreparedData> prepared, IEnumerable<int> arrays)
    {
        var reached = new HashSet<int>(arrays);
        Step[] computing = [.. Program.Flatten(steps).Where(step => step is AssignStep or CallStep)];
        int before;
        do
        {
            before = reached.Count;
            foreach (var step in computing.Where(step => Dependence.Writes(step).Any(reached.Contains)))
            {
                reached.UnionWith(Dependence.Reads(graph, step));
            }

            foreach (var data in prepared.Where(data => reached.Contains(data.Array)))
            {
                reached.UnionWith(data.Steps.SelectMany(step => Dependence.Reads(graph, step)).Concat(data.Call?.Arguments.Select(argument => argument.Array) ?? []));
            }
        }
        while (reached.Count > before);
        return reached;
    }
}
