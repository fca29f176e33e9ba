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
    private readonly Program program;
    private readonly MethodScope? caller;
    private readonly System.Func<int, ArrayCode> arrays;
    private readonly Dictionary<int, string> values = [];
    private readonly Dictionary<int, string> loops = [];
    private readonly Stack<(string? Variable, KeyValuePair<int, string>[] Values)> hidden = [];
    private ulong entered;
    private readonly Dictionary<int, ArrayCode> taken = [];
    private readonly Dictionary<string, string> lengths = [];
    private readonly Dictionary<int, string> lanes = [];
    private int depth;

    public MethodScope(Program program, System.Func<int, ArrayCode> arrays, System.Func<int, string> size, IEnumerable<string> reserved)
    {
        this.program = program;
        this.arrays = arrays;
        Names = new(reserved);
        Size = size;
        Expressions = new(program, Local, Array, Length, Loop);
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

    /// <summary>The lengths that the kernel uses: the code that reaches one, and its name there. A loop that stores would load it again each time round.</summary>
    public IEnumerable<KeyValuePair<string, string>> Lengths => lengths;

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

    /// <summary>The values that have names now, to go back to.</summary>
    public IReadOnlyDictionary<int, string> Remember() => new Dictionary<int, string>(values);

    /// <summary>Goes back to the names that values had before a block that has ended.</summary>
    public void Forget(IReadOnlyDictionary<int, string> remembered)
    {
        foreach (var node in values.Keys.Where(node => Parameters.All(parameter => parameter.Node != node)).ToArray())
        {
            Forget(node);
        }

        foreach (var value in remembered)
        {
            values[value.Key] = value.Value;
        }
    }

    /// <summary>Takes away a value's name.</summary>
    public void Forget(int node) => values.Remove(node);

    /// <summary>Whether a value has a name.</summary>
    public bool IsNamed(int node) => values.ContainsKey(node);

    /// <summary>The code of an array.</summary>
    public ArrayCode ArrayOf(int array) => Array(array);

    /// <summary>The local that holds an array's totals lane by lane.</summary>
    public string LanesOf(int array)
    {
        if (!lanes.TryGetValue(array, out var name))
        {
            name = Names.Unique(Array(array).Name + "Lanes");
            lanes.Add(array, name);
        }

        return name;
    }

    /// <summary>
    /// Takes a loop variable for an axis until <see cref="Leave"/>; loops one after another share names. Inside a loop over the same axis, the outer
    /// one's position, and the values that belong to it, are hidden.
    /// </summary>
    public string Enter(int axis)
    {
        var name = depth < Identifiers.LoopVariables.Length ? Identifiers.LoopVariables[depth] : Names.Unique(Identifiers.LoopVariables[Identifiers.LoopVariables.Length - 1]);
        depth++;
        var outer = values.Where(value => program.Graph.Varies(value.Key, axis)).ToArray();
        foreach (var value in outer)
        {
            values.Remove(value.Key);
        }

        hidden.Push((loops.TryGetValue(axis, out var variable) ? variable : null, outer));
        entered |= 1UL << axis;
        loops[axis] = name;
        return name;
    }

    /// <summary>Ends an axis's loop.</summary>
    public void Leave(int axis)
    {
        var (variable, outer) = hidden.Pop();
        if (variable is null)
        {
            loops.Remove(axis);
            entered &= ~(1UL << axis);
        }
        else
        {
            loops[axis] = variable;
        }

        foreach (var value in outer)
        {
            values[value.Key] = value.Value;
        }

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

    private string Length(int size)
    {
        var code = Size(size);
        if (caller is null)
        {
            return code;
        }

        var reached = code.Contains('.') ? code : "this." + code;
        if (!lengths.TryGetValue(reached, out var name))
        {
            name = Names.Unique(Identifiers.Camel(code.Substring(code.LastIndexOf('.') + 1)));
            lengths.Add(reached, name);
        }

        return name;
    }

    private string? Local(int node)
    {
        if (values.TryGetValue(node, out var name))
        {
            return name;
        }

        if ((program.Graph.FreeAxes(node) & entered) != 0 || caller?.Local(node) is not { } outer)
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
                code = outer with { Text = name, Name = name, ColumnMajor = outer.ColumnMajor.Length > 0 ? Names.Unique(name + ModelLayout.ByColumn) : "" };
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
            NodeKind.Read => Element(program.Arrays[shape.Symbol], shape.Arguments),
            NodeKind.Sum => "sum",
            NodeKind.Maximum => "largest",
            NodeKind.Minimum => "smallest",
            NodeKind.Apply when shape.Arguments.Count == 1 && shape.Operation != Operation.Negate => Identifiers.Camel(shape.Operation.ToString()),
            NodeKind.Apply when shape.Operation == Operation.Divide && program.Graph[shape.Arguments[0]] is { Kind: NodeKind.Constant, Value: 1 } =>
                "inverse" + (Local(shape.Arguments[1]) is { } divisor ? Identifiers.Pascal(divisor) : ""),
            _ => "t",
        };
    }

    /// <summary>A name for an element: <c>priceI</c> for <c>price[i]</c>, <c>priceAt</c> where the index is more than a loop's variable.</summary>
    private string Element(ArrayDeclaration array, EquatableArray<int> indices)
    {
        var name = array.Role == ArrayRole.Adjoint ? "d" + Identifiers.Pascal(array.Name)
            : array.Role == ArrayRole.Position && program.Graph.IsHint(array.Name) ? "free" + Identifiers.Pascal(array.Name)
            : Identifiers.Camel(array.Name);
        var variables = indices.Select(index => program.Graph[index] is { Kind: NodeKind.Index } node && loops.TryGetValue(node.Symbol, out var variable) ? variable : null).ToArray();
        return name + (variables.Contains(null) ? "At" : string.Concat(variables.Select(variable => variable!.ToUpperInvariant())));
    }
}
