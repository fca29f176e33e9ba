using System;
using System.Collections.Generic;
using System.Linq;
using Gen.Compiler.Ir;

namespace Gen.Compiler.Passes;

/// <summary>
/// What depends on data alone is computed once, when the model is constructed: every largest such part of an expression becomes an array of
/// role Hoisted (a scalar, a vector along one axis, or a matrix no larger than one that it is made of). It runs after differentiation, since
/// partial derivatives hold data of their own (the log of a price).
/// </summary>
public static class HoistData
{
    /// <summary>Runs the pass; the steps that compute the hoisted arrays come first.</summary>
    public static Program Run(Program program)
    {
        program = HoistSteps(Asked(program), out var whole, out var rest);
        var pass = new Hoisting(program);
        var steps = rest.Select(pass.Rewrite).ToArray();
        return pass.Program with { Steps = [.. whole, .. pass.Hoisted, .. steps] };
    }

    /// <summary>
    /// A choice inside a sum leads, in the sum of adjoints, outside of it: what it is made by is then evaluated though no term of the sum may ask for it. Nothing
    /// comes of it there, but it has to be some number.
    /// </summary>
    private static Program Asked(Program program)
    {
        var graph = program.Graph;
        AssignStep[] assigned = [.. Ir.Program.Flatten(program.Steps).OfType<AssignStep>()];
        var isAdjoint = assigned.ToLookup(step => program.Arrays[step.Array].Role == ArrayRole.Adjoint, step => step.Guard < 0 ? step.Value : step.Guard);
        if (!isAdjoint[true].Any())
        {
            return program;
        }

        var existence = new Existence(program, (index, extent) => IndexRange.IsInside(graph, index, extent));
        var evaluated = IndexRange.Unconditional(graph, isAdjoint[false]);
        var conditional = new HashSet<int>(Dependence.Reachable(graph, assigned.SelectMany(step => new[] { step.Guard, step.Value }).Where(id => id >= 0 && !evaluated.Contains(id)))
            .Where(id => graph[id].Kind == NodeKind.Read && !evaluated.Contains(id) && !existence.Of(id).IsNumber(1)));
        if (conditional.Count == 0)
        {
            return program;
        }

        // What a term of an adjoint asks for under conditions is what C# reads, unless it is one element, which is asked for although no pass may be made.
        var (always, asked, asking) = (IndexRange.Unconditional(graph, isAdjoint[true]), Ways(adjoint: false), Ways(adjoint: true));
        conditional.RemoveWhere(id => !always.Contains(id) && (graph.FreeAxes(id) != 0 || asking.Of(id).All(way => asked.Of(id).Any(other => other.Axes.All(way.Axes.Contains)))));
        return conditional.Count == 0 ? program : program with { Steps = [.. program.Steps.Select(step => Rewrite.Nodes(step, id => existence.Safe(id, conditional)))] };

        EvaluationPaths Ways(bool adjoint) => new(graph, assigned.Where(step => (program.Arrays[step.Array].Role == ArrayRole.Adjoint) == adjoint)
            .SelectMany(step => new[] { (step.Guard, EvaluationPath.Always.Along(step.Axes)), (step.Value, EvaluationPath.Always.Along(step.Axes).If(step.Guard)) }));
    }

    /// <summary>Steps that fill arrays from data alone (a recurrence over data, say) are carried out beforehand as they are.</summary>
    private static Program HoistSteps(Program program, out Step[] whole, out Step[] rest)
    {
        var activity = new Activity(program);
        bool IsKnown(Step step) => Dependence.Writes(step).All(array => program.Arrays[array].Role is ArrayRole.Local or ArrayRole.Deterministic && !activity.IsActiveArray(array));
        whole = [.. program.Steps.Where(IsKnown)];
        rest = [.. program.Steps.Where(step => !IsKnown(step))];
        var known = new HashSet<int>(whole.SelectMany(Dependence.Writes));
        return program with { Steps = rest, Arrays = [.. program.Arrays.Select((array, i) => known.Contains(i) ? array with { Role = ArrayRole.Hoisted } : array)] };
    }

    private sealed class Hoisting(Program program)
    {
        private readonly Graph graph = program.Graph;
        private readonly Activity activity = new(program);
        private readonly Dictionary<int, int> done = [];
        private readonly Dictionary<int, int> indices = [];

        private readonly HashSet<int> unconditional = IndexRange.Unconditional(
            program.Graph, Ir.Program.Flatten(program.Steps).OfType<AssignStep>().Select(step => step.Guard < 0 ? step.Value : step.Guard));

        private readonly Existence existence = new(program, (index, extent) => IndexRange.IsInside(program.Graph, index, extent));

        // What loops write in every pass is no more known beforehand than the latents are.
        private readonly HashSet<int> written = [.. program.Steps.SelectMany(Dependence.Writes)];

        public Program Program { get; private set; } = program;

        public List<Step> Hoisted { get; } = [];

        public Step Rewrite(Step step) => step switch
        {
            AssignStep assign => assign with
            {
                Indices = assign.Indices.Select((index, d) => VisitIndex(index, Program.Arrays[assign.Array].Extents[d], isConditional: assign.Guard >= 0)).ToEquatableArray(),
                Value = Visit(assign.Value),
                Guard = assign.Guard < 0 ? -1 : Visit(assign.Guard),
            },
            LoopStep loop => loop with { Body = loop.Body.Select(Rewrite).ToEquatableArray() },
            CallStep => step,
            _ => throw new InvalidOperationException(step.GetType().Name),
        };

        private int Visit(int id)
        {
            if (!done.TryGetValue(id, out var result))
            {
                result = IsKnown(id) && (IsWorth(id) || IsIntegers(id)) ? Hoist(Existing(id), isIndex: false) : Rebuild(id);
                done.Add(id, result);
                if (graph.Hint(id) is { } name)
                {
                    graph.Name(result, name);
                }
            }

            return result;
        }

        private int Rebuild(int id)
        {
            var node = graph[id];
            if (node.Kind == NodeKind.Read)
            {
                var isConditional = !unconditional.Contains(id);
                return graph.Read(node.Symbol, node.Arguments.Select((index, d) => graph.Wrap(VisitIndex(index, Program.Arrays[node.Symbol].Extents[d], isConditional)))).Id;
            }

            var wrapped = node.Arguments.Select(argument => graph.Wrap(Visit(argument))).ToArray();
            return graph.Id(node.Kind switch
            {
                NodeKind.Apply => graph.InternApply(node.Operation, wrapped),
                NodeKind.Sum or NodeKind.Maximum or NodeKind.Minimum => graph.InternReduction(node.Kind, node.Symbol, wrapped[0].Id),
                _ => graph.Wrap(id),
            });
        }

        /// <summary>
        /// An index is left where emitted code can address with it (the data's constructor checks its range), and otherwise becomes an array of integers,
        /// which is checked once. Lanes read whatever a condition will choose, so an index that only a condition keeps inside is clamped.
        /// </summary>
        private int VisitIndex(int id, int extent, bool isConditional)
        {
            var isInside = IndexRange.IsInside(graph, id, extent) && Dependence.Reachable(graph, [id]).All(part => unconditional.Contains(part) || ReadsInside(part));
            if ((isInside || !isConditional) && IsAddress(id))
            {
                return id;
            }

            // An index that is read from data may itself stand where only the condition allows.
            id = isConditional ? graph.Id(existence.Chosen(id, otherwise: 0)) : id;
            var clamped = graph.Apply(Operation.Min, graph.Apply(Operation.Max, graph.Wrap(id), 0), graph.Wrap(extent) - 1);
            return Hoist(isConditional ? graph.Id(clamped) : id, isIndex: true);
        }

        private bool IsAddress(int id)
        {
            var node = graph[id];
            return node.Kind switch
            {
                NodeKind.Index or NodeKind.Size or NodeKind.Constant => true,
                NodeKind.Read => (node.Arguments.Count == 0 || Program.Arrays[node.Symbol].IsInteger) && node.Arguments.All(argument => graph[argument].Kind is NodeKind.Index or NodeKind.Constant || IsShift(argument)) && node.Arguments.Count <= 1,
                NodeKind.Apply => IsShift(id) || graph.FreeAxes(id) == 0 && IsCountable(id),
                _ => false,
            };
        }

        private bool IsShift(int id) => graph[id] is { Kind: NodeKind.Apply, Operation: Operation.Add } node
            && graph[node.Arguments[0]].Kind == NodeKind.Index && graph[node.Arguments[1]].Kind == NodeKind.Constant;

        private bool IsCountable(int id) => Dependence.Reachable(graph, [id]).All(part =>
            graph[part].Kind is NodeKind.Size or NodeKind.Constant or NodeKind.Read or NodeKind.Index
            || graph[part].Kind == NodeKind.Apply && graph[part].Operation is Operation.Add or Operation.Subtract or Operation.Multiply or Operation.Negate or Operation.Max);

        /// <summary>Whether a value may only be computed where a condition says so: it reads an element that need not exist.</summary>
        private bool IsFragile(int id) => !unconditional.Contains(id) && !Dependence.Reachable(graph, [id]).All(ReadsInside);

        /// <summary>A value as it can be computed beforehand: where what it reads exists, 0 elsewhere. A condition chooses it then, so that nothing comes of that.</summary>
        private int Existing(int id)
        {
            if (!IsFragile(id))
            {
                return id;
            }

            var sums = new HashSet<int>(Dependence.Reachable(graph, [id]).Where(part => graph[part].IsReduction));
            var value = graph.Wrap(existence.Safe(id, sums));
            return graph.Id(existence.Of(id) is var exists && exists.IsNumber(1) ? value : graph.Apply(Operation.Where, exists, value, 0));
        }

        private bool ReadsInside(int id) => graph[id].Kind != NodeKind.Read
            || graph[id].Arguments.Select((index, d) => IndexRange.IsInside(graph, index, Program.Arrays[graph[id].Symbol].Extents[d])).All(inside => inside);

        /// <summary>Integers that enter arithmetic are converted once.</summary>
        private bool IsIntegers(int id) => graph[id].Kind == NodeKind.Read && graph.FreeAxes(id) != 0 && Program.Arrays[graph[id].Symbol].IsInteger;

        private bool IsKnown(int id) => !activity.IsActive(id)
            && Dependence.Reachable(graph, [id]).All(part => graph[part].Kind != NodeKind.Read || !written.Contains(graph[part].Symbol) || Program.Arrays[graph[part].Symbol].Role == ArrayRole.Hoisted)
            && Dependence.Reachable(graph, [id]).All(part => graph[part].Kind != NodeKind.Read || Program.Arrays[graph[part].Symbol].Role != ArrayRole.Draws);

        private bool IsWorth(int id)
        {
            var node = graph[id];
            if (node.Kind is not NodeKind.Apply && !node.IsReduction)
            {
                return false;
            }

            var axes = graph.FreeAxes(id);
            if (axes == 0)
            {
                return true;
            }

            if (node.Kind == NodeKind.Apply && Dependence.Reachable(graph, [id]).All(part => graph[part].Kind != NodeKind.Read && !graph[part].IsReduction)
                && !OperationTable.Row(node.Operation).Expensive)
            {
                return false;
            }

            return (axes & (axes - 1)) == 0
                || Dependence.Reachable(graph, [id]).Any(part => graph[part].Kind == NodeKind.Read && graph.FreeAxes(part) == axes);
        }

        private int Hoist(int id, bool isIndex)
        {
            if (isIndex && indices.TryGetValue(id, out var known))
            {
                return known;
            }

            var axes = Program.Order.Sort(graph.FreeAxes(id));
            var positions = axes.Select(graph.Index).ToArray();
            var array = new ArrayDeclaration(
                isIndex ? ValueNames.Unique(Program, "index") : ValueNames.Of(Program, id, otherwise: axes.Any() ? "derived" : "constant"),
                ArrayRole.Hoisted, isIndex, axes.Select(axis => graph.Id(graph.Room(axis))).ToEquatableArray(), axes.Select(_ => -1).ToEquatableArray());
            Program = Program.WithArray(array, out var index);
            Hoisted.Add(new AssignStep(index, axes.ToEquatableArray(), positions.Select(graph.Id).ToEquatableArray(), id, false, -1, -1));
            var read = graph.Read(index, positions).Id;
            if (isIndex)
            {
                indices.Add(id, read);
            }

            return read;
        }
    }
}
