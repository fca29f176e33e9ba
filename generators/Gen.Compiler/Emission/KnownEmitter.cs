using System.Collections.Generic;
using System.Linq;
using Gen.Compiler.Ir;
using Gen.Compiler.Scheduling;

namespace Gen.Compiler.Emission;

/// <summary>Writes the code that computes hoisted data once: fields, and the body that fills them.</summary>
internal static class KnownEmitter
{
    /// <summary>Writes the class of a log-density's hoisted data.</summary>
    public static void Write(CSharpWriter writer, ModelLayout layout, Program program)
    {
        writer.Doc($"What the log-density of {layout.Name} needs of the data alone, computed once.");
        using (writer.Block("internal sealed class Known"))
        {
            Fields(writer, program);
            writer.Blank();
            using (writer.Block("public Known(Data data)"))
            {
                Fill(writer, layout, program, array => Code(layout, program, array, "data.", ""), size => "data." + layout.SizeMember(size), Identifiers.Pascal, ["data"]);
            }
        }
    }

    /// <summary>The steps that compute hoisted data.</summary>
    public static IEnumerable<Step> Hoisted(Program program) => program.Steps.Where(step => IsHoisted(program, step));

    /// <summary>The steps that are carried out at each evaluation.</summary>
    public static IEnumerable<Step> Repeated(Program program) => program.Steps.Where(step => !IsHoisted(program, step));

    /// <summary>The fields of hoisted arrays.</summary>
    public static void Fields(CSharpWriter writer, Program program)
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
                var comment = printer.Print(assign);
                writer.Comment(comment.Length <= LongestComment ? comment : comment.Substring(0, LongestComment) + "…");
            }

            writer.Line($"public readonly {type}{(declaration.Rank > 0 ? "[]" : "")} {Member(declaration)};");
            if (declaration.Rank == 2)
            {
                writer.Line($"public readonly {type}[] {Member(declaration)}{ModelLayout.ByColumn};");
            }
        }
    }

    /// <summary>
    /// The statements that fill the fields, whose names <paramref name="member"/> makes of the arrays'; their own names are not among
    /// <paramref name="reserved"/>, and are returned with these.
    /// </summary>
    public static IEnumerable<string> Fill(
        CSharpWriter writer, ModelLayout layout, Program program, System.Func<int, ArrayCode> arrays, System.Func<int, string> size, System.Func<string, string> member,
        IEnumerable<string> reserved)
    {
        var scope = new MethodScope(program, arrays, size, reserved);
        var block = new BlockWriter(program, scope, writer, new Kernels(new([])));
        var allocated = new HashSet<int>();
        foreach (var step in Hoisted(program))
        {
            foreach (var array in Dependence.Writes(step).Where(allocated.Add).Select(array => program.Arrays[array]).Where(array => array.Rank > 0))
            {
                var length = string.Join(" * ", array.Extents.Select(extent => scope.Expressions.Address(extent, 3)));
                writer.Line($"{member(array.Name)} = new {(array.IsInteger ? "int" : "double")}[{length}];");
            }

            block.WriteApart(new Schedule(program, (_, _) => false).InOrder(step));
            foreach (var array in Dependence.Writes(step).Distinct().Select(array => program.Arrays[array]))
            {
                if (array.Rank == 2)
                {
                    writer.Line($"{member(array.Name)}{ModelLayout.ByColumn} = DataCheck.Transposed({member(array.Name)}, {scope.Expressions.Address(array.Extents[0])});");
                }

                Bounds(writer, layout, program, scope, array, member(array.Name), step);
            }
        }

        return scope.Names.Used;
    }

    /// <summary>The code of a data or hoisted array.</summary>
    public static ArrayCode Code(ModelLayout layout, Program program, int array, string data, string known)
    {
        var declaration = program.Arrays[array];
        if (declaration.Role is ArrayRole.Data or ArrayRole.Prepared)
        {
            return layout.Data(array, data);
        }

        var member = known + Member(declaration);
        return new(
            member, Identifiers.Camel(declaration.Name), declaration.Rank == 0 ? ArrayPlace.Scalar : ArrayPlace.Field, declaration.IsInteger,
            declaration.Rank == 2 ? member + ModelLayout.ByColumn : "");
    }

    private static string Member(ArrayDeclaration array) => Identifiers.Pascal(array.Name);

    private static bool IsHoisted(Program program, Step step) => Dependence.Writes(step).All(array => program.Arrays[array].Role == ArrayRole.Hoisted);

    /// <summary>Computed indices are checked against whatever they index: lanes read without further checks.</summary>
    private static void Bounds(CSharpWriter writer, ModelLayout layout, Program program, MethodScope scope, ArrayDeclaration indices, string member, Step step)
    {
        if (!indices.IsInteger || indices.Rank == 0)
        {
            return;
        }

        var graph = program.Graph;
        var lines = new HashSet<string>();
        foreach (var repeated in Repeated(program))
        {
            foreach (var id in Dependence.Reachable(graph, Dependence.Roots(repeated)).Select(id => graph[id]).Where(node => node.Kind == NodeKind.Read)
                .Concat(Program.Flatten([repeated]).OfType<AssignStep>().Select(assign => new Node(NodeKind.Read, assign.Array, 0, assign.Indices))))
            {
                for (var d = 0; d < id.Arguments.Count; d++)
                {
                    if (graph[id.Arguments[d]] is { Kind: NodeKind.Read } index && program.Arrays[index.Symbol] == indices)
                    {
                        var indexed = program.Arrays[id.Symbol];
                        lines.Add($"DataCheck.Indices(\"{layout.Name}\", \"{indices.Name}\", {member}, {scope.Expressions.Address(indexed.Extents[d])}, \"{indexed.Name}\");");
                    }
                }
            }
        }

        // Where a range begins after 0 and is empty, there is room for elements that nothing computes and nothing reads.
        var empty = step is AssignStep assigned ? assigned.Axes.Select(axis => graph.Axes[axis]).Where(axis => !graph.Wrap(axis.Lower).IsNumber(0))
            .Select(axis => $"{scope.Expressions.Address(axis.Lower)} < {scope.Expressions.Address(axis.Upper)}").ToArray() : [];
        foreach (var line in lines)
        {
            if (empty.Length == 0)
            {
                writer.Line(line);
                continue;
            }

            using (writer.Block($"if ({string.Join(" && ", empty)})"))
            {
                writer.Line(line);
            }
        }
    }
}
