using System;
using System.Collections.Generic;
using System.Linq;
using Gen.Compiler.Ir;
using Gen.Compiler.Passes;

namespace Gen.Compiler.Emission;

/// <summary>
/// Writes the checks that elements which statements read and write exist, and that what they require of data holds, wherever sizes alone do not tell. Lanes
/// read and write without asking, so that whatever is not proven is checked here: under the conditions, and for the passes, under which it happens.
/// </summary>
internal sealed class AccessCheckEmitter
{
    // A line of some length; what people write has fewer parts.
    private const int MostWritten = 100;

    private readonly CSharpWriter writer;
    private readonly ModelLayout layout;
    private readonly string model;
    private readonly Program program;
    private readonly MethodScope scope;
    private readonly Graph graph;
    private readonly bool isGiven;
    private readonly ComputedCheckEmitter? computed;
    private HashSet<string> written = [];
    private readonly HashSet<(int Node, EvaluationPath Path)> seen = [];
    private string statement = "";

    private AccessCheckEmitter(CSharpWriter writer, ModelLayout layout, string model, Program program, MethodScope scope, bool isGiven, ComputedCheckEmitter? computed = null) =>
        (this.writer, this.layout, this.model, this.program, this.scope, this.isGiven, this.computed, graph) = (writer, layout, model, program, scope, isGiven, computed, program.Graph);

    /// <summary>Writes the checks of a model's statements as they were written; what has been written then is returned.</summary>
    public static HashSet<string> OfStatements(CSharpWriter writer, ModelLayout layout, MethodScope reached) =>
        Of(writer, layout, reached, Program.WithRequirements(layout.Model), []);

    /// <summary>Writes the checks of its statements as their densities read what they are of, but for those that have been written.</summary>
    public static void OfDensities(CSharpWriter writer, ModelLayout layout, MethodScope reached, HashSet<string> written) =>
        Of(writer, layout, reached, ExpandDensities.Run(Standardize.Run(Generated.Without(Program.From(layout.Model)))), written);

    private static HashSet<string> Of(CSharpWriter writer, ModelLayout layout, MethodScope reached, Program program, HashSet<string> written)
    {
        var scope = new MethodScope(program, array => layout.Data(array, ""), reached.Size, layout.Names.Used);
        var emitter = new AccessCheckEmitter(writer, layout, layout.Name, program, scope, isGiven: false, new(program, scope, layout, layout.Name)) { written = written };
        foreach (var step in program.Steps)
        {
            emitter.Visit(step, EvaluationPath.Always);
        }

        return written;
    }

    /// <summary>Writes the checks of steps in their order.</summary>
    /// <param name="writer">What they are written to.</param>
    /// <param name="layout">How its data are called.</param>
    /// <param name="model">The model, as messages name it.</param>
    /// <param name="program">The program that the steps are of.</param>
    /// <param name="scope">How data are reached.</param>
    /// <param name="steps">The steps.</param>
    /// <param name="isGiven">Whether all data are; they are arguments otherwise, and null where they are not given.</param>
    public static void Write(CSharpWriter writer, ModelLayout layout, string model, Program program, MethodScope scope, IEnumerable<Step> steps, bool isGiven = false)
    {
        var emitter = new AccessCheckEmitter(writer, layout, model, program, scope, isGiven, isGiven ? new(program, scope, layout, model) : null);
        foreach (var step in steps)
        {
            emitter.Visit(step, EvaluationPath.Always);
        }
    }

    /// <summary>Writes the checks of what lengths and the ends of ranges read: those that a model's data tell, or those that an objective's arguments do.</summary>
    public static void OfLengths(CSharpWriter writer, ModelLayout layout, string model, Program program, MethodScope scope, Objective? objective = null)
    {
        var graph = program.Graph;
        var arguments = new HashSet<int>(objective?.Parameters.Where(parameter => parameter.Binding == Binding.Argument).Select(parameter => parameter.Array) ?? []);
        var steps = Program.Flatten(objective is null ? layout.Model.Prepared.SelectMany(prepared => prepared.Steps).Concat(layout.Model.Steps) : objective.Steps.Concat(program.Steps))
            .Where(step => step is not LoopStep && step.Site >= 0).Select(step => (step.Site, Axes: Used(step))).ToArray();
        var emitter = new AccessCheckEmitter(writer, layout, model, program, scope, isGiven: objective is not null);
        foreach (var check in layout.Model.LengthChecks)
        {
            Evaluate([check.First, check.Second], check.Site);
        }

        for (var axis = 0; axis < layout.Model.Axes.Count; axis++)
        {
            Evaluate([layout.Model.Axes[axis].Lower, layout.Model.Axes[axis].Upper], steps.Where(step => step.Axes.Contains(axis)).Select(step => step.Site).DefaultIfEmpty(-1).First());
        }

        Evaluate(layout.Model.Arrays.SelectMany(array => array.Extents), -1);

        void Evaluate(IEnumerable<int> lengths, int site)
        {
            emitter.statement = site >= 0 ? layout.Model.Sites[site].Text : model;
            emitter.Evaluate([.. lengths.Where(IsOwn).Select(length => (length, EvaluationPath.Always))]);
        }

        HashSet<int> Used(Step step) => [.. Dependence.Reachable(graph, Dependence.Roots(step)).Select(id => graph[id])
            .Where(node => node.Kind == NodeKind.Index || node.IsReduction).Select(node => node.Symbol)];

        bool IsOwn(int length)
        {
            int[] read = [.. Dependence.Reachable(graph, [length]).Where(id => graph[id].Kind == NodeKind.Read).Select(id => graph[id].Symbol).Distinct()];
            return read.Any(arguments.Contains) == objective is not null && read.All(array => arguments.Contains(array) || layout.Model.Arrays[array].Role is ArrayRole.Data or ArrayRole.Prepared);
        }
    }

    private void Visit(Step step, EvaluationPath context)
    {
        statement = step.Site >= 0 ? program.Model.Sites[step.Site].Text : model;
        switch (step)
        {
            case LoopStep loop:
                foreach (var inner in loop.Body)
                {
                    Visit(inner, context.Along([loop.Axis]));
                }

                break;
            case AssignStep s:
                Element(s.Array, s.Indices, s.Guard, context.Along(program.Order.Sort(s.Axes)), [s.Value], isOnce: !s.Accumulate);
                break;
            case SampleStep s:
                Element(s.Array, s.Indices, -1, context.Along(program.Order.Sort(s.Axes)).Along(s.Density.BoundAxes), s.Density.Nodes, isOnce: true);
                break;
            case ObserveStep s:
                Element(s.Array, s.Indices, s.Guard, context.Along(program.Order.Sort(s.Axes)).Along(s.Density.BoundAxes), s.Density.Nodes, isOnce: false);
                break;
            case PotentialStep s:
                Guarded(s.Guard, context.Along(program.Order.Sort(s.Axes)), [s.Value]);
                break;
            case RequireStep s:
                Guarded(s.Guard, context, s.Values);
                if (s.Kind != Ir.Requirement.Evaluated)
                {
                    Require(s, context.If(s.Guard));
                }

                break;
            case CallStep { Equation: { } equation, Condition: var condition }:
                Guarded(condition, context, Dependence.Roots(step));
                Guarded(condition >= 0 && graph.FreeAxes(condition) == 0 ? condition : -1, EvaluationPath.Always, equation.Derivatives);
                break;
            default:
                Guarded(-1, context, Dependence.Roots(step));
                break;
        }
    }

    private void Element(int array, EquatableArray<int> indices, int guard, EvaluationPath context, IEnumerable<int> values, bool isOnce)
    {
        Guarded(guard, context, [.. indices, .. values]);
        if (!isOnce || !ElementLedgerEmitter.Checks(program, indices, guard))
        {
            Access(array, indices, context.If(guard));
        }
    }

    private void Guarded(int guard, EvaluationPath context, IEnumerable<int> values) =>
        Evaluate([(guard, context), .. values.Select(value => (value, context.If(guard)))]);

    /// <summary>Writes the checks of whatever the evaluation of expressions reads.</summary>
    private void Evaluate(IReadOnlyList<(int Root, EvaluationPath Path)> roots)
    {
        var paths = new EvaluationPaths(graph, roots, IsKnown);
        var visited = new HashSet<int>();
        foreach (var (root, _) in roots)
        {
            Visit(root);
        }

        void Visit(int id)
        {
            if (id < 0 || !visited.Add(id))
            {
                return;
            }

            foreach (var argument in graph[id].Arguments)
            {
                Visit(argument);
            }

            foreach (var path in graph[id].Kind == NodeKind.Read ? paths.Of(id) : [])
            {
                Check(id, path);
            }
        }

        // What conditions and indices read themselves is checked first, as far as it is read by then.
        void Check(int id, EvaluationPath path)
        {
            if (graph[id].Arguments.Count == 0 || !seen.Add((id, path)))
            {
                return;
            }

            for (var k = 0; k < path.Conditions.Count; k++)
            {
                Before(path.Conditions[k], [.. path.Conditions.Take(k)]);
            }

            foreach (var index in graph[id].Arguments)
            {
                Before(index, path.Conditions);
            }

            Access(graph[id].Symbol, graph[id].Arguments, path);
        }

        void Before(int node, EquatableArray<int> holding)
        {
            int[] inside = [.. Dependence.Reachable(graph, [node])];
            int Asked(int condition) => graph[condition] is { Kind: NodeKind.Apply, Operation: Operation.Not } not ? not.Arguments[0] : condition;
            bool IsDecided(int condition) => Asked(condition) != Asked(node) && inside.Contains(Asked(condition));
            foreach (var read in inside.Where(part => graph[part].Kind == NodeKind.Read))
            {
                foreach (var way in paths.Of(read).Where(way => way.Conditions.All(condition => holding.Contains(condition) || IsDecided(condition))))
                {
                    Check(read, way);
                }
            }
        }
    }

    /// <summary>Whether data decide a condition. What latents decide is chosen with Where, which evaluates both its values.</summary>
    private bool IsKnown(int condition) => computed?.IsKnown([condition]) ?? CheckEmitter.IsPlain(program, condition);

    /// <summary>The checks of an element's indices. An element that is the same in all passes may be read before a loop, whether it makes any or not.</summary>
    private void Access(int array, EquatableArray<int> indices, EvaluationPath context)
    {
        var declaration = program.Arrays[array];
        var isOne = indices.All(index => graph.FreeAxes(index) == 0);
        for (var d = 0; d < indices.Count; d++)
        {
            var (index, extent) = (indices[d], declaration.Extents[d]);
            if (IndexRange.IsProven(graph, index, extent, axis => ConditionedRange.Of(graph, axis, context.Conditions)))
            {
                continue;
            }

            var unit = declaration.Rank != 2 ? "" : d == 0 ? ", \"row\"" : ", \"column\"";
            string Element(ExpressionWriter code, IReadOnlyList<int> values) =>
                $"DataCheck.Element(\"{model}\", \"{declaration.Name}\", {code.Value(values[0]).Text}, {code.Address(extent)}, {CSharpWriter.Text(statement)}{unit});";
            var conditions = Conditions(context);
            if (!CheckEmitter.IsPlain(program, index) || !conditions.All(condition => CheckEmitter.IsPlain(program, condition)) || !IsWritten([index, .. conditions]))
            {
                Computed([index], conditions, context, Element);
                continue;
            }

            if (conditions.Length == 0 && IndexRange.IsOfAll(program, index))
            {
                var (read, chosen) = (graph[index], program.Arrays[graph[index].Symbol]);
                Line($"DataCheck.Indices(\"{model}\", \"{chosen.Name}\", {scope.ArrayOf(read.Symbol).Text}, {scope.Expressions.Address(extent)}, \"{declaration.Name}\");", [read.Symbol]);
                continue;
            }

            var form = LinearForm.Of(graph.Wrap(index));
            var axes = form.Terms.Keys.Where(term => graph[term].Kind == NodeKind.Index).Select(term => graph[term].Symbol).ToArray();
            if (conditions.Length == 0 && axes.Length == 1 && (graph.FreeAxes(index) & ~(1UL << axes[0])) == 0 && form.Extreme(false, axis => ConditionedRange.Whole(graph, axis)) is { } first && form.Extreme(true, axis => ConditionedRange.Whole(graph, axis)) is { } last
                && form.Terms.All(term => term.Value == 1 || graph.FreeAxes(term.Key) == 0))
            {
                var (from, to) = (scope.Expressions.Address(graph.Id(first)), scope.Expressions.Address(graph.Id(last + 1)));
                Passes($"DataCheck.Inside(\"{model}\", \"{declaration.Name}\", {from}, {to}, {scope.Expressions.Address(extent)}{unit});", [index], [], context, 1UL << axes[0]);
                continue;
            }

            Passes(() => Element(scope.Expressions, [index]), [index], conditions, isOne && conditions.All(condition => graph.FreeAxes(condition) == 0) ? context with { Axes = [] } : context);
        }
    }

    /// <summary>The check of what the body computes of data by statements of its own; what latents decide is left to what records it.</summary>
    private void Computed(IReadOnlyList<int> nodes, int[] conditions, EvaluationPath context, Func<ExpressionWriter, IReadOnlyList<int>, string> line)
    {
        if (computed is not null && computed.IsKnown([.. nodes, .. conditions]))
        {
            var text = new CSharpWriter();
            var reads = computed.Write(text, nodes, conditions, context.Axes, line);
            Line(text.ToString(), reads);
        }
    }

    private int[] Conditions(EvaluationPath context) => [.. context.Conditions.Where(IsKnown)];

    private void Require(RequireStep step, EvaluationPath context)
    {
        var conditions = Conditions(context);
        var isInteger = step.Kind is Ir.Requirement.Int or Ir.Requirement.Long or Ir.Requirement.Divisor or Ir.Requirement.Arm;
        var varying = step.Values.Concat(conditions).Aggregate(0UL, (mask, node) => mask | graph.FreeAxes(node));
        int[] place = isInteger ? [.. context.Axes.Distinct().Where(axis => (varying >> axis & 1) != 0).Select(axis => graph.Index(axis).Id)] : [];
        string Requirement(ExpressionWriter code, IReadOnlyList<int> values)
        {
            var required = values.Take(step.Values.Count).Select(value => code.Value(value).Text);
            var passes = values.Skip(step.Values.Count).Select(position => $", {code.Address(position)}");
            return $"DataCheck.{step.Kind}(\"{model}\", {CSharpWriter.Text(step.Text)}, {string.Join(", ", required)}, {CSharpWriter.Text(statement)}{string.Concat(passes)});";
        }

        int[] evaluated = [.. step.Values, .. place];
        if (step.Values.Concat(conditions).All(value => CheckEmitter.IsPlain(program, value)) && IsWritten([.. step.Values, .. conditions]))
        {
            Passes(() => Requirement(scope.Expressions, evaluated), evaluated, conditions, context);
        }
        else
        {
            Computed(evaluated, conditions, context, Requirement);
        }
    }

    /// <summary>Whether expressions are written where they are needed; longer ones are computed by statements first, each part once.</summary>
    private bool IsWritten(IEnumerable<int> nodes) => computed is null || Dependence.IsShort(graph, nodes, MostWritten);

    private void Passes(string line, IReadOnlyList<int> nodes, int[] conditions, EvaluationPath context, ulong done) => Passes(() => line, nodes, conditions, context, done);

    /// <summary>Writes a check for every pass in which it matters.</summary>
    /// <param name="line">The check.</param>
    /// <param name="nodes">What it evaluates.</param>
    /// <param name="conditions">The conditions under which it is made.</param>
    /// <param name="context">Where it stands.</param>
    /// <param name="done">Axes that the check itself goes along.</param>
    private void Passes(Func<string> line, IReadOnlyList<int> nodes, int[] conditions, EvaluationPath context, ulong done = 0)
    {
        int[] evaluated = [.. nodes, .. conditions];
        var needed = evaluated.Aggregate(0UL, (mask, node) => mask | graph.FreeAxes(node)) & ~done;
        var other = context.Axes.Where(axis => (needed >> axis & 1) == 0 && (done >> axis & 1) == 0 && IsMaybeEmpty(axis)).Distinct().ToArray();
        var text = new CSharpWriter();
        var blocks = new Stack<IDisposable>();
        foreach (var axis in other)
        {
            blocks.Push(text.Block($"if ({scope.Expressions.Address(graph.Axes[axis].Lower)} < {scope.Expressions.Address(graph.Axes[axis].Upper)})"));
        }

        int[] entered = [.. context.Axes.Distinct().Where(axis => (needed >> axis & 1) != 0)];
        foreach (var axis in entered)
        {
            var (range, variable) = (graph.Axes[axis], scope.Enter(axis));
            blocks.Push(text.Block($"for (var {variable} = {scope.Expressions.Address(range.Lower)}; {variable} < {scope.Expressions.Address(range.Upper)}; {variable}++)"));
        }

        if (conditions.Length > 0)
        {
            blocks.Push(text.Block($"if ({string.Join(" && ", conditions.Select(condition => conditions.Length == 1 ? scope.Expressions.Condition(condition) : $"({scope.Expressions.Condition(condition)})"))})"));
        }

        text.Line(line());
        while (blocks.Count > 0)
        {
            blocks.Pop().Dispose();
        }

        foreach (var axis in Enumerable.Reverse(entered))
        {
            scope.Leave(axis);
        }

        Line(text.ToString(), Dependence.Reachable(graph, evaluated).Where(id => graph[id].Kind == NodeKind.Read).Select(id => graph[id].Symbol));
    }

    private bool IsMaybeEmpty(int axis) =>
        (graph.FreeAxes(graph.Axes[axis].Lower) | graph.FreeAxes(graph.Axes[axis].Upper)) == 0
        && !LinearForm.IsAtMost(graph, graph.Wrap(graph.Axes[axis].Lower) + 1, graph.Wrap(graph.Axes[axis].Upper));

    /// <summary>Writes a check once, where the data that it reads are given.</summary>
    private void Line(string text, IEnumerable<int> reads)
    {
        if (!written.Add(text))
        {
            return;
        }

        var arrays = new HashSet<int>(reads);
        var given = program.Model.Parameters.Where(parameter => !isGiven && parameter.IsObserved && arrays.Contains(parameter.Array)).Select(parameter => $"{layout.Names.Argument(parameter)} is not null").ToArray();
        if (given.Length == 0)
        {
            writer.Line(text);
            return;
        }

        using (writer.Block($"if ({string.Join(" && ", given)})"))
        {
            writer.Line(text);
        }
    }
}
