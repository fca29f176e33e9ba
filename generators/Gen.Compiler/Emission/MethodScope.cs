using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Gen.Compiler.Ir;

namespace Gen.Compiler.Emission;

/// <summary>
/// What one emitted method has in scope: the names of values, loop variables and arrays. A kernel's scope takes from its caller's what it
/// uses, and remembers it as a parameter.
/// </summary>
internal sealed class MethodScope
{
    private static readonly string[] LoopVariables = ["i", "j", "k", "l", "m", "n"];

    private readonly Program program;
    private readonly MethodScope? caller;
    private readonly System.Func<int, ArrayCode> arrays;
    private readonly Dictionary<int, string> values = [];
    private readonly Dictionary<int, string> loops = [];
    private readonly Dictionary<int, ArrayCode> taken = [];
    private int depth;

    public MethodScope(Program program, System.Func<int, ArrayCode> arrays, System.Func<int, string> size, IEnumerable<string> reserved)
    {
        this.program = program;
        this.arrays = arrays;
        Names = new(reserved.Concat(LoopVariables));
        Size = size;
        Expressions = new(program, Local, Array, size, Loop);
    }

    /// <summary>The scope of a kernel that is called from <paramref name="caller"/>.</summary>
    public MethodScope(MethodScope caller, IEnumerable<string> reserved)
        : this(caller.program, caller.Array, caller.Size, reserved)
    {
        this.caller = caller;
        depth = caller.depth;
    }

    public Identifiers Names { get; }

    public System.Func<int, string> Size { get; }

    public ExpressionWriter Expressions { get; }

    /// <summary>The values of the caller that the kernel uses, under the kernel's names.</summary>
    public List<(int Node, string Name)> Parameters { get; } = [];

    /// <summary>The loop variables of the caller that the kernel uses.</summary>
    public List<(int Axis, string Name)> LoopParameters { get; } = [];

    /// <summary>The arrays that the kernel uses, each with the caller's code for it.</summary>
    public List<(ArrayCode Outer, string Name, int Array)> Arrays { get; } = [];

    /// <summary>Gives a node's value a name from here on.</summary>
    public string Name(int node)
    {
        var name = NameOf(node);
        Bind(node, name);
        return name;
    }

    /// <summary>A free name for a node's value: the user's own where it has one.</summary>
    public string NameOf(int node) => Names.Unique(program.Graph.Hint(node) is { } hint ? Identifiers.Camel(hint) : Fallback(node));

    /// <summary>Makes a name stand for a node's value from here on.</summary>
    public void Bind(int node, string name) => values[node] = name;

    /// <summary>The values that have names now: <see cref="Forget"/> takes away those that come later, when the block that declares them ends.</summary>
    public HashSet<int> Remember() => [.. values.Keys];

    /// <summary>Takes away the names of all values but <paramref name="remembered"/>, since their block has ended.</summary>
    public void Forget(HashSet<int> remembered)
    {
        foreach (var node in values.Keys.Where(node => !remembered.Contains(node) && Parameters.All(parameter => parameter.Node != node)).ToArray())
        {
            values.Remove(node);
        }
    }

    /// <summary>The code of an array.</summary>
    public ArrayCode ArrayOf(int array) => Array(array);

    /// <summary>Takes a loop variable for an axis until <see cref="Leave"/>; loops one after another share names.</summary>
    public string Enter(int axis)
    {
        var name = depth < LoopVariables.Length ? LoopVariables[depth] : Names.Unique(LoopVariables[LoopVariables.Length - 1]);
        depth++;
        loops[axis] = name;
        return name;
    }

    /// <summary>Ends an axis's loop.</summary>
    public void Leave(int axis)
    {
        loops.Remove(axis);
        depth--;
    }

    /// <summary>The loop variable of an axis of this method or of its caller.</summary>
    public string Loop(int axis)
    {
        if (!loops.TryGetValue(axis, out var name))
        {
            name = caller!.Loop(axis);
            loops[axis] = name;
            LoopParameters.Add((axis, name));
        }

        return name;
    }

    private string? Local(int node)
    {
        if (values.TryGetValue(node, out var name))
        {
            return name;
        }

        if (caller?.Local(node) is not { } outer)
        {
            return null;
        }

        name = Names.Unique(outer);
        values[node] = name;
        Parameters.Add((node, name));
        return name;
    }

    private ArrayCode Array(int array)
    {
        if (caller is null)
        {
            return arrays(array);
        }

        if (!taken.TryGetValue(array, out var code))
        {
            var outer = arrays(array);
            code = outer;
            if (outer.Place != ArrayPlace.Scalar)
            {
                var name = Names.Unique(outer.Name);
                code = outer with { Text = name, Name = name, ColumnMajor = outer.ColumnMajor.Length > 0 ? name + ModelLayout.ByColumn : "" };
                Arrays.Add((outer, name, array));
            }

            taken[array] = code;
        }

        return code;
    }

    private string Fallback(int node)
    {
        var shape = program.Graph[node];
        return shape.Kind switch
        {
            NodeKind.Read when program.Arrays[shape.Symbol].Role == ArrayRole.Position && program.Graph.IsHint(program.Arrays[shape.Symbol].Name) =>
                "free" + Identifiers.Pascal(program.Arrays[shape.Symbol].Name),
            NodeKind.Read => Identifiers.Camel(program.Arrays[shape.Symbol].Name),
            NodeKind.Sum => "sum",
            NodeKind.Maximum => "largest",
            NodeKind.Minimum => "smallest",
            NodeKind.Apply when shape.Arguments.Count == 1 && shape.Operation != Operation.Negate => Identifiers.Camel(shape.Operation.ToString()),
            NodeKind.Apply when shape.Operation == Operation.Divide && program.Graph[shape.Arguments[0]] is { Kind: NodeKind.Constant, Value: 1 } =>
                "inverse" + Identifiers.Pascal(Local(shape.Arguments[1]) ?? ""),
            _ => "t",
        };
    }
}
