using System;
using System.Collections.Generic;
using System.Linq;
using Gen.Compiler.Ir;
using Gen.Compiler.Scheduling;

namespace Gen.Compiler.Emission;

/// <summary>
/// The kernels of one emitted class. Each is <c>int Name&lt;V&gt;(from, to, values…, spans…, ref totals…)</c>, which returns where it stopped; optimised
/// at once, since a model runs for a second, and called twice: at the widest lanes for whole blocks and at width one for the rest.
/// </summary>
internal sealed class Kernels(Identifiers members)
{
    // What lanes do by instructions of their own: other functions are called, with vectors kept on the stack around them.
    private static readonly string[] Calls =
        [.. OperationTable.All.Where(row => row is { Expensive: true, Operator: null, Operation: not Operation.Sqrt }).Select(row => $"V.{row.Operation}("), "LaneElements."];

    // Of the 32 of AVX-512, or the 16 of AVX2; a line of a kernel is a value or two.
    private const int Registers = 12;

    private readonly List<CSharpWriter> bodies = [];
    private readonly List<(string Name, string Length)> laneFields = [];
    private bool needsStack;

    /// <summary>Writes the kernels as members.</summary>
    public void Write(CSharpWriter writer)
    {
        foreach (var body in bodies)
        {
            writer.Blank();
            writer.Line(body.ToString());
        }
    }

    /// <summary>
    /// Writes how a method that calls the kernels lowers its stack beforehand, so that none takes longer by where its vectors lie. Short kernels that call
    /// nothing keep theirs in registers, and the few nanoseconds are saved.
    /// </summary>
    public void AlignStack(CSharpWriter writer, MethodScope caller)
    {
        if (needsStack)
        {
            writer.Line($"Span<byte> {caller.Names.Unique("padding")} = stackalloc byte[StackAlignment.Padding()];");
        }
    }

    /// <summary>Writes the fields in which kernels keep lane totals, and how they are made.</summary>
    public void WriteLaneFields(CSharpWriter fields, CSharpWriter allocations)
    {
        foreach (var (name, length) in laneFields)
        {
            fields.Line($"private readonly LaneBuffer {name};");
            allocations.Line($"{name} = new LaneBuffer({length} * Lanes512.Count);");
        }
    }

    /// <summary>Writes the kernel of a lane loop, and its calls where the loop stands.</summary>
    public void Call(Program program, MethodScope caller, CSharpWriter writer, LoopStatement loop)
    {
        var graph = program.Graph;
        var axis = graph.Axes[loop.Axis];
        var name = members.Unique("Over" + Identifiers.Pascal(AxisName(program, axis)));
        var scope = new MethodScope(caller, ["from", "to", "V", "data", "known"]);
        scope.Expressions.LaneAxis = loop.Axis;

        var body = new CSharpWriter();
        var block = new BlockWriter(program, scope, body, this);
        var declarations = new CSharpWriter();
        var totals = new BlockWriter(program, scope, declarations, this).DeclareLanes(loop.Reductions);
        var variable = scope.Enter(loop.Axis);
        block.Write(loop.Body);
        block.Accumulate(totals);

        var outer = loop.Reductions.Select(node => caller.NameOf(node)).ToArray();
        foreach (var total in outer.Zip(loop.Reductions, (text, node) => (text, node)))
        {
            var start = graph[total.node].Kind switch { NodeKind.Maximum => "double.NegativeInfinity", NodeKind.Minimum => "double.PositiveInfinity", _ => "0.0" };
            writer.Line($"var {total.text} = {start};");
        }

        var laneArrays = block.LaneAccumulators.Select(array => Lanes(program, caller, scope, array)).ToArray();
        var totalParameters = totals.Select(total => scope.Names.Unique("total" + Identifiers.Pascal(total.Name))).ToArray();
        var spans = scope.Arrays.Where(entry => entry.Outer.Place == ArrayPlace.Span).ToArray();
        string[] parameters =
        [
            "int from", "int to", .. scope.LoopParameters.Select(p => $"int {p.Name}"), .. scope.Parameters.Select(p => $"double {p.Name}"),
            .. spans.Select(span => $"{SpanType(program, span.Array, span.Outer)} {span.Name}"), .. totalParameters.Select(total => $"ref double {total}"),
        ];
        string[] arguments =
        [
            .. scope.LoopParameters.Select(p => caller.Loop(p.Axis)), .. scope.Parameters.Select(p => caller.Expressions.Value(p.Node).Text),
            .. spans.Select(span => span.Outer.Text), .. outer.Select(total => $"ref {total}"),
        ];

        var aliases = new CSharpWriter();
        foreach (var length in scope.Lengths)
        {
            aliases.Line($"var {length.Value} = {length.Key};");
        }

        var code = body.ToString();
        var keepsVectors = Array.Exists(Calls, code.Contains) || code.Count(character => character == '\n') > Registers;
        needsStack |= keepsVectors;
        foreach (var (outerCode, alias, array) in scope.Arrays)
        {
            if (outerCode.Place == ArrayPlace.Field && (Mentions(code, alias) || laneArrays.Any(lane => lane.Target == alias)))
            {
                aliases.Line($"{SpanType(program, array, outerCode)} {alias} = {outerCode.Text};");
            }

            var columns = scope.ArrayOf(array).ColumnMajor;
            if (columns.Length > 0 && Mentions(code, columns))
            {
                aliases.Line($"ReadOnlySpan<{(outerCode.IsInteger ? "int" : "double")}> {columns} = {outerCode.ColumnMajor};");
            }
        }

        aliases.Line(declarations.ToString());
        WriteKernel(program, scope, axis, name, keepsVectors, parameters, aliases, body, variable, totals, totalParameters, laneArrays);
        WriteCalls(writer, caller, axis, name, arguments);
        foreach (var (node, text) in loop.Reductions.Zip(outer, (node, text) => (node, text)))
        {
            caller.Bind(node, text);
        }
    }

    private void WriteKernel(
        Program program, MethodScope scope, Axis axis, string name, bool keepsVectors, string[] parameters, CSharpWriter declarations, CSharpWriter body, string variable,
        List<(int Node, string Name)> totals, string[] totalParameters, (string Name, string Field, string Target, string Length)[] laneArrays)
    {
        var writer = new CSharpWriter();
        foreach (var statement in Statements(program, axis))
        {
            writer.Comment(statement);
        }

        // Inlined, its vectors would lie in its caller's frame, which no padding moves.
        writer.Line($"[MethodImpl(MethodImplOptions.AggressiveOptimization{(keepsVectors ? " | MethodImplOptions.NoInlining" : "")})]");
        writer.Line($"private int {name}<V>(");
        using (writer.Indent())
        {
            writer.Line(string.Join(", ", parameters) + ")");
            writer.Line("where V : struct, ILanes<V>");
        }

        using (writer.Block(""))
        {
            writer.Line(declarations.ToString());
            foreach (var lane in laneArrays)
            {
                writer.Line($"var {lane.Name} = this.{lane.Field}.AsSpan({lane.Length} * V.Count);");
                writer.Line($"{lane.Name}.Clear();");
            }

            writer.Line($"var {variable} = from;");
            using (writer.Block($"for (; {variable} <= to - V.Count; {variable} += V.Count)"))
            {
                writer.Line(body.ToString());
            }

            writer.Blank();
            foreach (var ((node, total), parameter) in totals.Zip(totalParameters, (total, parameter) => (total, parameter)))
            {
                writer.Line(program.Graph[node].Kind switch
                {
                    NodeKind.Maximum => $"{parameter} = Max({parameter}, V.MaxLane({total}));",
                    NodeKind.Minimum => $"{parameter} = Min({parameter}, V.MinLane({total}));",
                    _ => $"{parameter} += V.Sum({total});",
                });
            }

            var element = laneArrays.Length == 0 ? "" : scope.Names.Unique("element");
            foreach (var lane in laneArrays)
            {
                using (writer.Block($"for (var {element} = 0; {element} < {lane.Length}; {element}++)"))
                {
                    writer.Line($"{lane.Target}[{element}] += V.Sum(V.Load({lane.Name}, {element} * V.Count));");
                }

                writer.Blank();
            }

            writer.Line($"return {variable};");
        }

        bodies.Add(writer);
    }

    private static void WriteCalls(CSharpWriter writer, MethodScope caller, Axis axis, string name, string[] arguments)
    {
        var next = caller.Names.Unique("next");
        var end = caller.Expressions.End(axis);
        var rest = arguments.Length == 0 ? "" : ", " + string.Join(", ", arguments);
        writer.Line($"var {next} = Vector512.IsHardwareAccelerated ? {name}<Lanes512>({caller.Expressions.Address(axis.Lower)}, {end}{rest})");
        using (writer.Indent())
        {
            writer.Line($": Vector256.IsHardwareAccelerated ? {name}<Lanes256>({caller.Expressions.Address(axis.Lower)}, {end}{rest})");
            writer.Line($": {name}<Lanes128>({caller.Expressions.Address(axis.Lower)}, {end}{rest});");
        }

        using (writer.Block($"if ({next} < {end})"))
        {
            writer.Line($"{name}<Lanes1>({next}, {end}{rest});");
        }

        writer.Blank();
    }

    private (string Name, string Field, string Target, string Length) Lanes(Program program, MethodScope caller, MethodScope scope, int array)
    {
        var code = scope.ArrayOf(array);
        var declaration = program.Arrays[array];

        // They are made where nothing that the method has computed is there.
        var made = new MethodScope(program, caller.ArrayOf, caller.Size, []).Expressions;
        var length = declaration.Rank == 0 ? "1" : string.Join(" * ", declaration.Extents.Select(extent => made.Address(extent, 3)));
        var field = members.Unique(caller.ArrayOf(array).Name + "Lanes");
        laneFields.Add((field, length));
        return (scope.LanesOf(array), field, code.Text, $"{code.Text}.Length");
    }

    /// <summary>The statements of the body that a log-density's loop over an axis stands for, value and derivatives together.</summary>
    private static IEnumerable<string> Statements(Program program, Axis axis)
    {
        bool RunsAlong(int other) => program.Graph.Axes[other].Lower == axis.Lower && program.Graph.Axes[other].Upper == axis.Upper;
        IEnumerable<Step> Along(IEnumerable<Step> steps, bool inside) => steps.SelectMany(step => step switch
        {
            LoopStep loop => Along(loop.Body, inside || RunsAlong(loop.Axis)),
            SampleStep s when inside || s.Axes.Any(RunsAlong) => [step],
            ObserveStep s when inside || s.Axes.Any(RunsAlong) => [step],
            PotentialStep s when inside || s.Axes.Any(RunsAlong) => [step],
            AssignStep s when inside || s.Axes.Any(RunsAlong) => [step],
            _ => Enumerable.Empty<Step>(),
        });
        return program.DrawAxis >= 0 ? [] : Along(program.Model.Steps, inside: false).Where(step => step.Site >= 0).Select(step => program.Model.Sites[step.Site].Text).Distinct();
    }

    private static bool Mentions(string text, string name) => System.Text.RegularExpressions.Regex.IsMatch(text, $@"\b{name}\b");

    private static string SpanType(Program program, int array, ArrayCode code) =>
        code.IsInteger ? "ReadOnlySpan<int>"
        : program.Arrays[array].IsData || program.Arrays[array].Role is ArrayRole.Position or ArrayRole.Decision ? "ReadOnlySpan<double>"
        : "Span<double>";

    private static string AxisName(Program program, Axis axis)
    {
        var upper = program.Graph[axis.Upper];
        return upper.Kind == NodeKind.Size ? program.Model.Sizes[upper.Symbol].Name.Replace(".Length", "")
            : upper is { Kind: NodeKind.Read, Arguments.Count: 0 } ? program.Arrays[upper.Symbol].Name
            : "positions";
    }
}
