using System.Collections.Generic;
using System.Linq;
using Gen.Compiler.Ir;
using Gen.Compiler.Scheduling;

namespace Gen.Compiler.Emission;

/// <summary>Writes the class that evaluates a model's log-density and its gradient.</summary>
internal static class LogDensityEmitter
{
    public static void Write(CSharpWriter writer, ModelLayout layout, Program program)
    {
        var graph = program.Graph;
        var members = new Identifiers(["data", "known", "position", "gradient", "target"]);
        var hoisted = KnownEmitter.Names(program);
        var positions = Positions.Of(program);
        var codes = new Dictionary<int, ArrayCode>();
        ArrayCode Arrays(int array) => codes.TryGetValue(array, out var code) ? code : KnownEmitter.Code(layout, program, hoisted, array, "data.", "known.");

        var scope = new MethodScope(program, Arrays, size => "data." + layout.SizeMember(size), ["data", "known", "position", "gradient", "target"]);

        // Before the method is written: the constructor has none of its locals.
        var dimension = positions.Dimension(scope.Expressions);
        var kernels = new Kernels(members);
        var fields = new CSharpWriter();
        var allocations = new CSharpWriter();
        var prologue = new CSharpWriter();
        foreach (var (array, offset) in positions.Entries(scope.Expressions))
        {
            Workspace.Slice(program, scope, prologue, codes, array, offset, "position", "gradient");
        }

        Workspace.Write(program, scope, members, codes, fields, allocations, prologue);
        var body = new CSharpWriter();
        string Solver(string type, string made)
        {
            var name = members.Unique("solver");
            fields.Line($"private readonly {type} {name};");
            allocations.Line($"{name} = {made};");
            return $"this.{name}";
        }

        new BlockWriter(program, scope, body, kernels) { Solver = Solver }.Write(new Schedule(program, InLanes(graph)).Fused([.. KnownEmitter.Repeated(program)]));
        kernels.AlignStack(prologue, scope);
        kernels.WriteLaneFields(fields, allocations);
        var recentering = RecenteringEmitter.Methods(layout, members, fields, allocations);
        var jacobian = JacobianEmitter.Method(layout, members, fields, allocations);
        string[] interfaces = [.. recentering is null ? [] : new[] { "IRecentering" }, .. jacobian is null ? [] : new[] { "IConstrained" }];

        writer.Doc($"The log-density of {layout.Name} on the unconstrained scale, and its gradient.");
        using (writer.Block("internal sealed class LogDensity : " + (interfaces.Length == 0 ? "ILogDensity" : string.Join(", ", interfaces))))
        {
            writer.Line("private readonly Data data;");
            writer.Line("private readonly Known known;");
            writer.Line(fields.ToString());
            using (writer.Block("public LogDensity(Data data)"))
            {
                writer.Line("this.data = data;");
                writer.Line("known = data.Known;");
                writer.Line($"Dimension = {dimension};");
                writer.Line(allocations.ToString());
            }

            writer.Blank().Line("public int Dimension { get; }").Blank();
            using (writer.Block("public double Evaluate(ReadOnlySpan<double> position, Span<double> gradient)"))
            {
                writer.Line($"DataCheck.Coordinates(\"{layout.Name}\", Dimension, position, gradient);");
                writer.Line("gradient.Clear();");
                writer.Line(prologue.ToString());
                var isComputed = KnownEmitter.Repeated(program).SelectMany(Dependence.Writes).Any(array => program.Arrays[array].Role == ArrayRole.Target);
                writer.Line(isComputed ? "double target;" : "const double target = 0.0;");
                writer.Line(body.ToString());
                writer.Line("return target;");
            }

            kernels.Write(writer);
            foreach (var methods in new[] { recentering, jacobian }.OfType<CSharpWriter>())
            {
                writer.Line(methods.ToString());
            }
        }
    }

    /// <summary>Whether several positions along an axis are computed at once, inside loops over others.</summary>
    public static System.Func<int, ulong, bool> InLanes(Graph graph) => (axis, context) => !IsShort(graph, axis) && IsAllShort(graph, context);

    // The widest lanes are eight: a shorter loop of a length that the source tells is better off without them.
    private const int FewPositions = 8;

    private static bool IsShort(Graph graph, int axis) => graph.Length(axis) is var length && graph.Wrap(graph.Id(length)).IsConstant(out var count) && count < FewPositions;

    private static bool IsAllShort(Graph graph, ulong axes)
    {
        for (var axis = 0; axes != 0; axis++, axes >>= 1)
        {
            if ((axes & 1) != 0 && !IsShort(graph, axis))
            {
                return false;
            }
        }

        return true;
    }
}
