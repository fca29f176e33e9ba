using System.Collections.Generic;
using System.Linq;
using Gen.Compiler.Ir;

namespace Gen.Compiler.Emission;

/// <summary>The code of arrays in methods that work on a model's values, where quantities stand one after another.</summary>
internal sealed class ValuesCode
{
    private readonly Dictionary<int, ArrayCode> codes = [];
    private readonly System.Func<int, ArrayCode> others;
    private readonly Program program;
    private readonly HashSet<int> used;

    /// <summary>The code of a method in which <paramref name="data"/> stands before the members of the data.</summary>
    public ValuesCode(ModelLayout layout, Program program, IEnumerable<string> reserved, string data = "data.")
        : this(program, array => layout.Data(array, data), size => data + layout.SizeMember(size), reserved)
    {
    }

    /// <summary>The code of a method that reaches data and sizes in ways of its own.</summary>
    public ValuesCode(Program program, System.Func<int, ArrayCode> others, System.Func<int, string> size, IEnumerable<string> reserved)
    {
        (this.program, this.others) = (program, others);
        used = [.. program.Steps.SelectMany(step => Dependence.Writes(step).Concat(Dependence.Reads(program.Graph, step)))];
        Scope = new(program, Array, size, ["data", .. reserved]);
    }

    public MethodScope Scope { get; }

    /// <summary>Gives each quantity its slice of <paramref name="span"/>.</summary>
    public void Slice(CSharpWriter writer, IEnumerable<int> quantities, string span)
    {
        var graph = program.Graph;
        Expr offset = 0;
        foreach (var array in quantities)
        {
            var declaration = program.Arrays[array];
            var size = declaration.Extents.Aggregate((Expr)1, (product, extent) => product * graph.Wrap(extent));
            var start = Scope.Expressions.Address(graph.Id(offset));
            if (declaration.Rank == 0)
            {
                codes[array] = new($"{span}[{start}]", declaration.Name, ArrayPlace.Scalar);
            }
            else if (used.Contains(array))
            {
                var name = Scope.Names.Unique(Identifiers.Camel(declaration.Name));
                writer.Line($"var {name} = {span}.Slice({start}, {Scope.Expressions.Address(graph.Id(size))});");
                codes[array] = new(name, name, ArrayPlace.Span);
            }

            offset += size;
        }
    }

    /// <summary>Gives an array the code of a part of another span.</summary>
    public void Set(int array, ArrayCode code) => codes[array] = code;

    /// <summary>Declares what is neither data nor a quantity as arrays of the method: what steps write, and what a routine takes that nothing needs to write.</summary>
    public void DeclareLocals(CSharpWriter writer, IEnumerable<Step> steps)
    {
        var taken = Program.Flatten(steps).OfType<CallStep>().SelectMany(call => call.Operands).Select(operand => operand.Array)
            .Where(array => program.Arrays[array].Role == ArrayRole.Local);
        foreach (var array in steps.SelectMany(step => Dependence.Writes(step)).Concat(taken).Distinct().Where(array => !codes.ContainsKey(array)))
        {
            var declaration = program.Arrays[array];
            var name = Scope.Names.Unique(Identifiers.Camel(declaration.Name));
            writer.Line(declaration.Rank == 0 ? $"var {name} = 0.0;" : $"var {name} = new double[{RoomCode.Of(program, Scope, declaration)}];");
            codes[array] = new(name, name, declaration.Rank == 0 ? ArrayPlace.Scalar : ArrayPlace.Field);
        }
    }

    private ArrayCode Array(int array) => codes.TryGetValue(array, out var code) ? code : others(array);
}
