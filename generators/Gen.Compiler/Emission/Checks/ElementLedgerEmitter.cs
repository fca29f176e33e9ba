using System.Collections.Generic;
using System.Linq;
using Gen.Compiler.Ir;

namespace Gen.Compiler.Emission;

/// <summary>
/// Writes the constructor's way through the statements where data decide which elements they give values and read, and when: each is given one value before it is
/// read, as what is computed at once has no earlier one, and latents that are sampled element by element are sampled whole.
/// </summary>
internal sealed class ElementLedgerEmitter
{
    // Axes of elements that a routine takes as a whole, apart from all that statements have.
    private const int OwnCopy = 1000;

    private readonly CSharpWriter writer;
    private readonly ModelLayout layout;
    private readonly string model;
    private readonly Program program;
    private readonly MethodScope scope;
    private readonly Graph graph;
    private readonly ComputedCheckEmitter computed;

    private ElementLedgerEmitter(CSharpWriter writer, ModelLayout layout, string model, Program program, MethodScope scope) =>
        (this.writer, this.layout, this.model, this.program, this.scope, graph, computed) = (writer, layout, model, program, scope, program.Graph, new(program, scope, layout, model));

    /// <summary>Writes what statements require of the elements that they give values.</summary>
    /// <param name="writer">What it is written to.</param>
    /// <param name="layout">How data are called.</param>
    /// <param name="model">The model or objective, as messages name it.</param>
    /// <param name="program">What computes the values that indices are taken from.</param>
    /// <param name="scope">How data are reached.</param>
    /// <param name="steps">The statements.</param>
    /// <param name="isGiven">Whether all data are; they are arguments otherwise, and null where they are not given.</param>
    public static void Write(CSharpWriter writer, ModelLayout layout, string model, Program program, MethodScope scope, IReadOnlyList<Step> steps, bool isGiven = false)
    {
        var emitter = new ElementLedgerEmitter(writer, layout, model, program, scope);
        foreach (var writes in Program.Flatten(steps).Where(step => step is AssignStep or SampleStep).GroupBy(Written).OrderBy(writes => writes.Key))
        {
            var samples = writes.OfType<SampleStep>().ToList();
            var isOrdered = layout.Model.Arrays[writes.Key].IsOrderedByData;
            var isWhole = layout.Model.Arrays[writes.Key].Role == ArrayRole.Latent && samples.Count > 0
                && !new ArrayCoverage(emitter.graph, layout.Model.Arrays[writes.Key].Extents, samples.Select(sample => sample.Indices)).IsComplete;
            if (isOrdered || isWhole || writes.Any(write => write is AssignStep { Accumulate: false } assign ? Checks(program, assign.Indices, assign.Guard) : write is SampleStep sample && Checks(program, sample.Indices, -1)))
            {
                emitter.Ledger(steps, writes.Key, isOrdered, isWhole, isGiven);
            }
        }
    }

    /// <summary>Whether elements are chosen by data, so that it is checked here that they exist.</summary>
    public static bool Checks(Program program, EquatableArray<int> indices, int guard) =>
        ChosenBy(program, indices).Any() && indices.Append(guard).All(node => node < 0 || CheckEmitter.IsPlain(program, node));

    // An index that nothing tells when the model is constructed, as it follows latents or draws; no data are so low.
    private int Any => graph.Constant(int.MinValue).Id;

    private static IEnumerable<int> ChosenBy(Program program, IEnumerable<int> indices) =>
        Dependence.Reachable(program.Graph, indices).Where(id => program.Graph[id].Kind == NodeKind.Read).Select(id => program.Graph[id].Symbol).Distinct();

    private static int Written(Step step) => step is AssignStep assign ? assign.Array : ((SampleStep)step).Array;

    private void Ledger(IReadOnlyList<Step> steps, int array, bool isOrdered, bool isWhole, bool isGiven)
    {
        var declaration = layout.Model.Arrays[array];
        Step[] entries = [.. steps.SelectMany(step => Entries(step, array, isOrdered))];
        HashSet<int> read = [.. Dependence.Reachable(graph, entries.SelectMany(Dependence.Roots).Concat(Loops(entries).SelectMany(axis => new[] { graph.Axes[axis].Lower, graph.Axes[axis].Upper })))
            .Where(id => graph[id].Kind == NodeKind.Read).Select(id => graph[id].Symbol)];
        var given = layout.Model.Parameters.Where(parameter => !isGiven && parameter.IsObserved && read.Contains(parameter.Array)).Select(parameter => $"{layout.Names.Argument(parameter)} is not null").ToArray();
        using (writer.Block(given.Length == 0 ? "" : $"if ({string.Join(" && ", given)})"))
        {
            var ledger = scope.Names.Unique(isWhole ? "sampled" : "assigned");
            writer.Line($"var {ledger} = new ElementLedger(\"{model}\", \"{declaration.Name}\", {string.Join(", ", declaration.Extents.Select(extent => scope.Expressions.Address(extent)))});");
            computed.Write(writer, entries, (code, entry) => Line(code, ledger, entry));
            if (isWhole)
            {
                writer.Line($"{ledger}.RequireWhole();");
            }
        }
    }

    private string Line(ExpressionWriter code, string ledger, RequireStep entry)
    {
        var verb = entry.Kind switch { Requirement.Read => "Read", Requirement.Chosen => "Choose", Requirement.Added => "Add", _ => "Assign" };
        var names = string.Join(" and ", ChosenBy(program, entry.Values).Select(chosen => $"'{program.Arrays[chosen].Name}'"));
        var statement = entry.Site >= 0 ? layout.Model.Sites[entry.Site].Text : entry.Text;
        return $"{ledger}.{verb}([{string.Join(", ", entry.Values.Select(value => value == Any ? "ElementLedger.Any" : code.Address(value)))}], \"{names}\", {CSharpWriter.Text(statement)});";
    }

    /// <summary>What a statement does with elements of an array, in the loops that it stands in.</summary>
    private IEnumerable<Step> Entries(Step step, int array, bool isOrdered)
    {
        if (step is LoopStep loop)
        {
            return loop.Body.SelectMany(inner => Entries(inner, array, isOrdered)).ToEquatableArray() is { Count: > 0 } body ? [loop with { Body = body }] : [];
        }

        var (axes, guard, nodes) = Evaluated(step);
        var context = EvaluationPath.Always.Along(axes);
        var reads = isOrdered ? Reads(step, array, context, guard, nodes) : [];
        return step switch
        {
            AssignStep assign when assign.Array == array && (isOrdered || !assign.Accumulate) =>
                reads.Append(Entry(assign.Accumulate ? Requirement.Added : Requirement.Assigned, array, assign.Indices, context.If(guard), assign.Site)),
            SampleStep sample when sample.Array == array => reads.Append(Entry(Requirement.Assigned, array, sample.Indices, context, sample.Site)),
            _ => reads,
        };
    }

    private (IEnumerable<int> Axes, int Guard, IEnumerable<int> Nodes) Evaluated(Step step) => step switch
    {
        AssignStep s => (program.Order.Sort(s.Axes), s.Guard, s.Indices.Append(s.Value)),
        SampleStep s => (program.Order.Sort(s.Axes).Concat(s.Density.BoundAxes), -1, s.Indices.Concat(s.Density.Nodes)),
        ObserveStep s => (program.Order.Sort(s.Axes).Concat(s.Density.BoundAxes), s.Guard, s.Indices.Concat(s.Density.Nodes)),
        PotentialStep s => (program.Order.Sort(s.Axes), s.Guard, [s.Value]),
        RequireStep { Kind: Requirement.Evaluated } s => ([], s.Guard, s.Values),
        RequireStep => ([], -1, []),
        _ => ([], -1, Dependence.Roots(step)),
    };

    private IEnumerable<Step> Reads(Step step, int array, EvaluationPath context, int guard, IEnumerable<int> nodes)
    {
        int[] roots = [.. nodes.Where(node => node >= 0)];
        var paths = new EvaluationPaths(graph, roots.Select(root => (root, context.If(guard))).Prepend((guard, context)), condition => computed.IsKnown([condition]));
        foreach (var id in Dependence.Reachable(graph, roots.Append(guard)).Where(id => graph[id].Kind == NodeKind.Read && graph[id].Symbol == array))
        {
            foreach (var path in paths.Of(id))
            {
                yield return Read(array, graph[id].Arguments, path, step.Site);
            }
        }

        foreach (var operand in Dependence.Operands(step).Where(operand => operand.Array == array))
        {
            var extents = layout.Model.Arrays[array].Extents;
            int[] rest = [.. extents.Skip(operand.Indices.Count).Select((extent, i) => graph.Axis(graph.Id(0), extent, OwnCopy + i))];
            yield return Read(array, [.. operand.Indices, .. rest.Select(axis => graph.Index(axis).Id)], context.If(guard).Along(rest), step.Site);
        }
    }

    /// <summary>A read, of an element that the constructor knows or of one that latents or draws choose.</summary>
    private Step Read(int array, EquatableArray<int> indices, EvaluationPath path, int site) => computed.IsKnown(indices)
        ? Entry(Requirement.Read, array, indices, path, site)
        : Entry(Requirement.Chosen, array, [.. indices.Select(index => computed.IsKnown([index]) ? index : Any)], path, site);

    /// <summary>An entry of the ledger, in a loop for each axis along which it varies; where another has no positions, it is not made.</summary>
    private Step Entry(Requirement kind, int array, EquatableArray<int> indices, EvaluationPath path, int site)
    {
        Expr[] conditions = [.. path.Conditions.Where(condition => computed.IsKnown([condition])).Select(graph.Wrap)];
        int[] axes = [.. path.Axes.Distinct()];
        var needed = indices.Concat(conditions.Select(graph.Id)).Aggregate(0UL, (mask, node) => mask | graph.FreeAxes(node));
        foreach (var axis in axes.Reverse().Where(axis => (needed >> axis & 1) != 0))
        {
            needed |= graph.FreeAxes(graph.Axes[axis].Lower) | graph.FreeAxes(graph.Axes[axis].Upper);
        }

        var made = axes.Where(axis => (needed >> axis & 1) == 0 && !LinearForm.IsAtMost(graph, graph.Wrap(graph.Axes[axis].Lower) + 1, graph.Wrap(graph.Axes[axis].Upper)))
            .Select(axis => graph.Apply(Operation.Less, graph.Wrap(graph.Axes[axis].Lower), graph.Wrap(graph.Axes[axis].Upper)));
        var guards = conditions.Concat(made).ToList();
        Step entry = new RequireStep(kind, indices, guards.Count == 0 ? -1 : graph.Id(guards.Aggregate((a, b) => graph.Apply(Operation.And, a, b))), layout.Model.Arrays[array].Name, site);
        return axes.Where(axis => (needed >> axis & 1) != 0).Reverse().Aggregate(entry, (inner, axis) => new LoopStep(axis, false, [inner], site));
    }

    private static IEnumerable<int> Loops(IEnumerable<Step> steps) => Program.Flatten(steps).OfType<LoopStep>().Select(loop => loop.Axis);
}
