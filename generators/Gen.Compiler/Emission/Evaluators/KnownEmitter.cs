using System.Collections.Generic;
using System.Linq;
using Gen.Compiler.Ir;
using Gen.Compiler.Scheduling;

namespace Gen.Compiler.Emission;

/// <summary>Writes the code that computes hoisted data once: fields, and the body that fills them.</summary>
internal static class KnownEmitter
{
    /// <summary>Writes the class of a log-density's hoisted data, or of another program's.</summary>
    public static void Write(CSharpWriter writer, ModelLayout layout, Program program, string what = "the log-density", string type = "Known")
    {
        var fields = Names(program);
        writer.Doc($"What {what} of {layout.Name} needs of the data alone, computed once.");
        using (writer.Block($"internal sealed class {type}"))
        {
            Fields(writer, program, fields);
            writer.Blank();
            using (writer.Block($"public {type}(Data data)"))
            {
                // A name in a script without capitals is that of a field as well.
                Fill(writer, layout, program, array => Code(layout, program, fields, array, "data.", ""), size => "data." + layout.SizeMember(size), fields, "", ["data", .. fields.All]);
            }
        }
    }

    /// <summary>The steps that compute hoisted data.</summary>
    public static IEnumerable<Step> Hoisted(Program program) => program.Steps.Where(step => IsHoisted(program, step));

    /// <summary>The steps that are carried out at each evaluation.</summary>
    public static IEnumerable<Step> Repeated(Program program) => program.Steps.Where(step => !IsHoisted(program, step));

    /// <summary>The fields of a log-density's hoisted data by name.</summary>
    public static FieldNames Names(Program program) => new(program.Arrays, Hoisted(program).SelectMany(Dependence.Writes), new([]), Identifiers.Pascal);

    /// <summary>The fields of hoisted arrays.</summary>
    private static void Fields(CSharpWriter writer, Program program, FieldNames fields)
    {
        var graph = program.Graph;
        const int LongestComment = 120;
        var printer = IrPrinter.Of(program);
        foreach (var (array, step) in Hoisted(program).SelectMany(step => Dependence.Writes(step).Select(array => (array, step))).GroupBy(entry => entry.array).Select(group => group.First()))
        {
            var declaration = program.Arrays[array];
            var type = declaration.IsInteger ? "int" : "double";
            if (step is AssignStep assign)
            {
                // What each node adds at least a letter to is not written out only to be cut.
                var comment = Dependence.IsShort(graph, [assign.Value, assign.Guard], LongestComment) ? printer.Print(assign) : $"{declaration.Name} = …";
                writer.Comment(comment.Length <= LongestComment ? comment : comment.Substring(0, LongestComment) + "…");
            }

            writer.Line($"public readonly {type}{(declaration.Rank > 0 ? "[]" : "")} {fields.Of(array)};");
            if (declaration.Rank == 2)
            {
                writer.Line($"public readonly {type}[] {fields.ByColumn(array)};");
            }
        }
    }

    /// <summary>
    /// The statements that fill the fields, reached through <paramref name="owner"/>; their own names are not among <paramref name="reserved"/>, and are returned
    /// with these.
    /// </summary>
    public static IEnumerable<string> Fill(
        CSharpWriter writer, ModelLayout layout, Program program, System.Func<int, ArrayCode> arrays, System.Func<int, string> size, FieldNames fields,
        string owner, IEnumerable<string> reserved)
    {
        var scope = new MethodScope(program, arrays, size, reserved);
        var block = new BlockWriter(program, scope, writer, new Kernels(new([])));
        var allocated = new HashSet<int>();
        foreach (var step in Hoisted(program))
        {
            foreach (var array in Dependence.Writes(step).Where(allocated.Add).Where(array => program.Arrays[array].Rank > 0))
            {
                var declaration = program.Arrays[array];
                writer.Line($"{owner}{fields.Of(array)} = new {(declaration.IsInteger ? "int" : "double")}[{RoomCode.Of(program, scope, declaration)}];");
            }

            block.WriteApart(new Schedule(program, (_, _) => false).InOrder(step));
            foreach (var array in Dependence.Writes(step).Distinct())
            {
                var (declaration, member) = (program.Arrays[array], owner + fields.Of(array));
                if (declaration.Rank == 2)
                {
                    writer.Line($"{owner}{fields.ByColumn(array)} = DataCheck.Transposed({member}, {scope.Expressions.Address(declaration.Extents[0])});");
                }

                Bounds(writer, layout, program, scope, array, member, step);
            }
        }

        return scope.Names.Used;
    }

    /// <summary>The code of a data or hoisted array.</summary>
    public static ArrayCode Code(ModelLayout layout, Program program, FieldNames fields, int array, string data, string known) =>
        program.Arrays[array].Role is ArrayRole.Data or ArrayRole.Prepared ? layout.Data(array, data) : fields.Code(program.Arrays[array], array, known);

    private static bool IsHoisted(Program program, Step step) => Dependence.Writes(step).All(array => program.Arrays[array].Role == ArrayRole.Hoisted);

    /// <summary>Computed indices are checked against whatever they index: lanes read without further checks.</summary>
    private static void Bounds(CSharpWriter writer, ModelLayout layout, Program program, MethodScope scope, int array, string member, Step step)
    {
        var indices = program.Arrays[array];
        if (!indices.IsInteger)
        {
            return;
        }

        var graph = program.Graph;
        bool IsClamped(int extent) => step is AssignStep { Value: var value } && graph.Wrap(value) is var position && position.Is(Operation.Min)
            && LinearForm.Difference(graph, graph.Wrap(extent), position.Argument(1)).IsNumber(1);
        var (lines, clamped) = (new HashSet<string>(), new HashSet<string>());
        foreach (var repeated in Repeated(program))
        {
            foreach (var id in Dependence.Reachable(graph, Dependence.Roots(repeated)).Select(id => graph[id]).Where(node => node.Kind == NodeKind.Read)
                .Concat(Program.Flatten([repeated]).OfType<AssignStep>().Select(assign => new Node(NodeKind.Read, assign.Array, 0, assign.Indices))))
            {
                for (var d = 0; d < id.Arguments.Count; d++)
                {
                    if (graph[id.Arguments[d]] is { Kind: NodeKind.Read } index && index.Symbol == array)
                    {
                        var (indexed, extent) = (program.Arrays[id.Symbol], program.Arrays[id.Symbol].Extents[d]);
                        if (IsClamped(extent))
                        {
                            // What a condition chooses is read ahead of it, at some element at least.
                            clamped.Add($"DataCheck.Any(\"{layout.Name}\", \"{indexed.Name}\", {scope.Expressions.Address(extent)});");
                        }
                        else if (indices.Rank > 0)
                        {
                            lines.Add($"DataCheck.Indices(\"{layout.Name}\", \"{indices.Name}\", {member}, {scope.Expressions.Address(extent)}, \"{indexed.Name}\");");
                        }
                    }
                }
            }
        }

        // Where a range begins after 0 and is empty, there is room for elements that nothing computes and nothing reads.
        Axis[] ranges = step is AssignStep assigned ? [.. assigned.Axes.Select(axis => graph.Axes[axis])] : [];
        Write(lines, ranges.Where(axis => !graph.Wrap(axis.Lower).IsNumber(0)));
        Write(clamped, ranges);

        void Write(IEnumerable<string> checks, IEnumerable<Axis> passes)
        {
            var made = passes.Select(axis => $"{scope.Expressions.Address(axis.Lower)} < {scope.Expressions.Address(axis.Upper)}").ToArray();
            foreach (var line in checks)
            {
                if (made.Length == 0)
                {
                    writer.Line(line);
                    continue;
                }

                using (writer.Block($"if ({string.Join(" && ", made)})"))
                {
                    writer.Line(line);
                }
            }
        }
    }
}
