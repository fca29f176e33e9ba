using System.Collections.Generic;
using System.Linq;
using Gen.Compiler.Ir;
using Gen.Compiler.Scheduling;

namespace Gen.Compiler.Emission;

/// <summary>Writes scheduled blocks as C#. A loop over lanes becomes a kernel: a generic method of its own, called at the widest lanes and at width one.</summary>
internal sealed class BlockWriter(Program program, MethodScope scope, CSharpWriter writer, Kernels kernels)
{
    private readonly Graph graph = program.Graph;

    // Values that are 0 where the condition does not hold under which they are used.
    private readonly HashSet<int> conditional = [];

    /// <summary>The statement that draws a step's variate; null where nothing is drawn.</summary>
    public System.Func<SampleStep, string>? Draw { get; init; }

    /// <summary>The statement that checks what a step requires; null where nothing is checked.</summary>
    public System.Func<RequireStep, string>? Check { get; init; }

    /// <summary>How a differential equation's solver is reached that is kept, from its type and the code that makes it; null where solvers are made anew.</summary>
    public System.Func<string, string, string>? Solver { get; init; }

    /// <summary>The condition under which a step is carried out at all, or null for always.</summary>
    public System.Func<Step, string?>? Unless { get; init; }

    /// <summary>Arrays that gather lane by lane within a kernel and are added up at its end.</summary>
    public HashSet<int> LaneAccumulators { get; init; } = [];

    /// <summary>Writes a block whose values are not used after it.</summary>
    public void WriteApart(Block block)
    {
        var remembered = scope.Remember();
        Write(block);
        scope.Forget(remembered);
    }

    public void Write(Block block)
    {
        foreach (var statement in block.Statements)
        {
            switch (statement)
            {
                case LocalStatement local when scope.IsNamed(local.Node):
                    // A step before has computed it.
                    break;
                case LocalStatement local:
                    var value = scope.Expressions.Value(local.Node);
                    var text = local.Condition < 0 ? value.Text : $"{scope.Expressions.Condition(local.Condition)} ? {value.In(1)} : 0.0";
                    writer.Line($"var {scope.Name(local.Node)} = {text};");
                    if (local.Condition >= 0)
                    {
                        conditional.Add(local.Node);
                    }

                    break;
                case StepStatement step:
                    WriteStep(step);
                    break;
                case StoreStatement store:
                    Store(store.Step);
                    break;
                case LoopStatement { Lanes: true } loop:
                    kernels.Call(program, scope, writer, loop);
                    break;
                case LoopStatement loop:
                    Loop(loop);
                    break;
            }
        }
    }

    /// <summary>Writes one of a loop's steps. The next may use what it has computed, but for what stands under its conditions and what the loop changes.</summary>
    private void WriteStep(StepStatement step)
    {
        var before = scope.Remember();
        Write(step.Block);
        foreach (var node in scope.Remember().Keys.Where(node => !before.ContainsKey(node)))
        {
            if (conditional.Contains(node) || Dependence.Reachable(graph, [node]).Any(part => graph[part].Kind == NodeKind.Read && step.Written.Contains(graph[part].Symbol)))
            {
                scope.Forget(node);
            }
        }
    }

    private void Loop(LoopStatement loop)
    {
        var axis = graph.Axes[loop.Axis];
        var (lower, upper) = (scope.Expressions.Address(axis.Lower), scope.Expressions.End(axis));
        var totals = Declare(loop.Reductions);
        writer.Blank();
        var variable = scope.Enter(loop.Axis);
        var lanes = scope.Expressions.LaneAxis;

        // A loop over the lanes' own axis takes its positions one at a time, and hides theirs.
        scope.Expressions.LaneAxis = lanes == loop.Axis ? -1 : lanes;
        var header = loop.Reverse
            ? $"for (var {variable} = {upper} - 1; {variable} >= {lower}; {variable}--)"
            : $"for (var {variable} = {lower}; {variable} < {upper}; {variable}++)";
        var remembered = scope.Remember();
        using (writer.Block(header))
        {
            Write(loop.Body);
            Accumulate(totals);
        }

        scope.Forget(remembered);
        scope.Expressions.LaneAxis = lanes;
        scope.Leave(loop.Axis);
        writer.Blank();
        foreach (var (node, name) in totals)
        {
            scope.Bind(node, name);
        }
    }

    /// <summary>Declares the totals of a kernel's reductions, a lane each.</summary>
    public List<(int Node, string Name)> DeclareLanes(IEnumerable<int> reductions) => Declare(reductions, lanes: true);

    /// <summary>Declares the totals of reductions; they get their names in scope when the loop is over.</summary>
    private List<(int Node, string Name)> Declare(IEnumerable<int> reductions, bool lanes = false)
    {
        var totals = new List<(int, string)>();
        foreach (var node in reductions)
        {
            var name = scope.NameOf(node);
            var isLanes = lanes || scope.Expressions.IsLanes(node);
            var start = graph[node].Kind switch
            {
                NodeKind.Maximum => "double.NegativeInfinity",
                NodeKind.Minimum => "double.PositiveInfinity",
                _ => "0.0",
            };
            writer.Line($"var {name} = {(!isLanes ? start : start == "0.0" ? "V.Zero" : $"V.Broadcast({start})")};");
            totals.Add((node, name));
        }

        return totals;
    }

    /// <summary>Adds the bodies of reductions, at this position, to their totals.</summary>
    public void Accumulate(IEnumerable<(int Node, string Name)> totals)
    {
        foreach (var (node, name) in totals)
        {
            var body = graph[node].Arguments[0];
            var lanes = scope.Expressions.IsLanes(node) || scope.Expressions.IsLanes(body);
            var value = scope.Expressions.Value(body);
            switch (graph[node].Kind)
            {
                case NodeKind.Sum when body is var id && graph[id] is { Kind: NodeKind.Apply, Operation: Operation.Negate } negated:
                    writer.Line($"{name} -= {scope.Expressions.Value(negated.Arguments[0]).Text};");
                    break;
                case NodeKind.Sum:
                    writer.Line($"{name} += {value.Text};");
                    break;
                default:
                    var function = graph[node].Kind == NodeKind.Maximum ? "Max" : "Min";
                    writer.Line($"{name} = {(lanes ? "V." : "")}{function}({name}, {(lanes ? scope.Expressions.Lanes(body) : value.Text)});");
                    break;
            }
        }
    }

    private void Store(Step step)
    {
        if (Unless?.Invoke(step) is { } condition)
        {
            using (writer.Block($"if ({condition})"))
            {
                StoreAlways(step);
            }
        }
        else
        {
            StoreAlways(step);
        }
    }

    private void StoreAlways(Step step)
    {
        switch (step)
        {
            case AssignStep assign:
                Assign(assign);
                break;
            case SampleStep { Guard: >= 0 } sample:
                using (writer.Block($"if ({scope.Expressions.Condition(sample.Guard)})"))
                {
                    writer.Line(Draw!(sample));
                }

                break;
            case SampleStep sample:
                writer.Line(Draw!(sample));
                break;
            case RequireStep { Guard: >= 0 } require:
                using (writer.Block($"if ({scope.Expressions.Condition(require.Guard)})"))
                {
                    writer.Line(Check!(require));
                }

                break;
            case RequireStep require:
                writer.Line(Check!(require));
                break;
            case CallStep { Condition: >= 0 } call:
                using (writer.Block($"if ({scope.Expressions.Condition(call.Condition)})"))
                {
                    writer.Line(RoutineCode.Of(program, scope, call, Solver));
                }

                // What does not exist is read beside what does, and multiplied by the adjoint 0.
                using (writer.Block("else"))
                {
                    foreach (var output in call.Outputs.Where(output => output.Array >= 0))
                    {
                        writer.Line($"((Span<double>){RoutineCode.Text(program, scope, output)}).Clear();");
                    }
                }

                break;
            case CallStep call:
                writer.Line(RoutineCode.Of(program, scope, call, Solver));
                break;
        }
    }

    private void Assign(AssignStep step)
    {
        var expressions = scope.Expressions;
        var value = program.Arrays[step.Array].IsInteger ? expressions.Address(step.Value) : expressions.Value(step.Value).Text;
        var anyLanes = expressions.LaneAxis >= 0 && step.Axes.Contains(expressions.LaneAxis);
        var laneIndices = step.Indices.Where(expressions.IsLanes).ToArray();
        if (!anyLanes)
        {
            var text = $"{Element(step.Array, step.Indices)} {(step.Accumulate ? "+=" : "=")} {value};";
            if (step.Guard < 0)
            {
                writer.Line(text);
            }
            else
            {
                using (writer.Block($"if ({expressions.Condition(step.Guard)})"))
                {
                    writer.Line(text);
                }
            }

            return;
        }

        var lanes = expressions.Lanes(step.Value);
        var array = scope.ArrayOf(step.Array);
        var read = new Node(NodeKind.Read, step.Array, 0, step.Indices);
        if (laneIndices.Length == 0)
        {
            // Every lane adds to the same element: each lane has a place of its own until the kernel ends.
            LaneAccumulators.Add(step.Array);
            var place = step.Indices.Count == 0 ? "0" : $"{expressions.Flat(read, 2)} * V.Count";
            var added = Guarded(step, lanes, "V.Zero");
            var totals = scope.LanesOf(step.Array);
            writer.Line($"V.Store({ExpressionWriter.Sum($"V.Load({totals}, {place})", added)}, {totals}, {place});");
        }
        else
        {
            var place = LanePlace.Of(expressions, program, read);
            writer.Line(
                place.Gathered.Count > 0 && step.Accumulate ? place.Add(Guarded(step, lanes, "V.Zero"), array.Text)
                : step.Accumulate ? place.Store(ExpressionWriter.Sum(place.Load(array.Text), Guarded(step, lanes, "V.Zero")), array.Text)
                : place.Store(lanes, array.Text, step.Guard < 0 ? null : expressions.Lanes(step.Guard)));
        }
    }

    private string Guarded(AssignStep step, string value, string otherwise) =>
        step.Guard < 0 ? value : $"V.Where({scope.Expressions.Lanes(step.Guard)}, {value}, {otherwise})";

    private string Element(int array, EquatableArray<int> indices) => Element(scope, array, indices);

    /// <summary>An element of an array, as code.</summary>
    public static string Element(MethodScope scope, int array, EquatableArray<int> indices)
    {
        var code = scope.ArrayOf(array);
        return code.Place == ArrayPlace.Scalar ? code.Text : $"{code.Text}[{scope.Expressions.Flat(new(NodeKind.Read, array, 0, indices))}]";
    }
}
