using System.Collections.Generic;
using System.Linq;
using Gen.Compiler.Ir;
using Gen.Compiler.Passes;
using Gen.Compiler.Scheduling;

namespace Gen.Compiler.Emission;

/// <summary>Writes what a model's constructor computes of its data before anything else: fields, and the statements that fill them in order.</summary>
internal static class PreparationEmitter
{
    public static void Fields(CSharpWriter writer, ModelLayout layout)
    {
        foreach (var prepared in layout.Model.Prepared)
        {
            var array = layout.Model.Arrays[prepared.Array];
            writer.Line($"public readonly {(array.IsInteger ? "int" : "double")}{(array.Rank > 0 ? "[]" : "")} {layout.Names.Fields.Of(prepared.Array)};");
        }
    }

    /// <summary>The statements; the fields of parameters, and the sizes that they tell, have been set.</summary>
    public static void Write(CSharpWriter writer, ModelLayout layout)
    {
        var model = layout.Model;
        if (model.Prepared.Count == 0)
        {
            return;
        }

        var program = Program.From(model);
        foreach (var prepared in model.Prepared)
        {
            Require(writer, layout, program, prepared);
            if (prepared.Call is { } call)
            {
                Call(writer, layout, prepared, call);
                continue;
            }

            var steps = prepared.Steps.Select(step => LoopsToMaps.Separate(program.Graph, step)).ToArray();
            var code = new ValuesCode(layout, program with { Steps = steps }, layout.Names.Used, data: "");
            var declaration = model.Arrays[prepared.Array];
            var member = layout.Data(prepared.Array, "");
            code.Set(prepared.Array, member with { ColumnMajor = "" });
            if (declaration.Rank > 0)
            {
                var length = string.Join(" * ", declaration.Extents.Select(extent => code.Scope.Expressions.Address(extent, 3)));
                writer.Line($"{member.Text} = new {(declaration.IsInteger ? "int" : "double")}[{length}];");
            }

            using (writer.Block(""))
            {
                code.DeclareLocals(writer, steps);
                var block = new BlockWriter(program, code.Scope, writer, new Kernels(new([])));
                foreach (var step in steps)
                {
                    block.WriteApart(new Schedule(program, (_, _) => false).InOrder(step));
                }
            }
        }
    }

    /// <summary>The result of a call as the local variable that holds it: its length along a dimension.</summary>
    public static string Length(ModelLayout layout, PreparedData prepared, int dimension) => layout.Names.Result(prepared.Array) + Extent(prepared.Type, dimension);

    /// <summary>The property of a vector or matrix that is its length along a dimension.</summary>
    public static string Extent(ParameterType type, int dimension) => type switch
    {
        ParameterType.Matrix => dimension == 0 ? ".Rows" : ".Columns",
        ParameterType.IntegerMatrix => $".GetLength({dimension})",
        _ => ".Length",
    };

    /// <summary>Data with a likelihood may be left out, but not where something is computed of them.</summary>
    private static void Require(CSharpWriter writer, ModelLayout layout, Program program, PreparedData prepared)
    {
        var reads = prepared.Steps.SelectMany(step => Dependence.Reads(program.Graph, step)).Concat(prepared.Call?.Arguments.Select(argument => argument.Array) ?? []).ToArray();
        foreach (var parameter in layout.Model.Parameters.Where(parameter => parameter.IsObserved && reads.Contains(parameter.Array)))
        {
            writer.Line($"DataCheck.Given(\"{layout.Name}\", \"{parameter.Name}\", {layout.Names.Argument(parameter)}, \"{layout.Model.Arrays[prepared.Array].Name}\");");
        }
    }

    private static void Call(CSharpWriter writer, ModelLayout layout, PreparedData prepared, PreparedCall call)
    {
        var (name, result) = (layout.Model.Arrays[prepared.Array].Name, layout.Names.Result(prepared.Array));
        var target = call.Forward is { } forward ? $"{ModelLayout.Qualified(layout.Model.Name)}.{forward.Name}" : call.Method;
        var arguments = call.Arguments.Select(argument => $"{CSharpWriter.Identifier(argument.Parameter)}: {Argument(layout, argument)}");
        writer.Line($"var {result} = {target}({string.Join(", ", arguments)});");
        writer.Line($"{layout.Names.Fields.Of(prepared.Array)} = DataCheck.{DataEmitter.CheckOf(prepared.Type)}(\"{layout.Name}\", \"{name}\", {result});");
        for (var d = 0; d < prepared.Sizes.Count; d++)
        {
            if (layout.Representatives.Contains(prepared.Sizes[d]) && !layout.Members(prepared.Sizes[d]).Any())
            {
                writer.Line($"{layout.SizeMember(prepared.Sizes[d])} = {Length(layout, prepared, d)};");
            }
        }
    }

    private static string Argument(ModelLayout layout, PreparedArgument argument)
    {
        if (argument.Array < 0)
        {
            return argument.Literal;
        }

        var code = layout.Data(argument.Array, "").Text;
        var extents = layout.Model.Arrays[argument.Array].Extents;
        var scope = new MethodScope(Program.From(layout.Model), array => layout.Data(array, ""), layout.SizeMember, []);
        return argument.Type switch
        {
            ParameterType.Boolean => $"{code} != 0",
            ParameterType.Vector => $"(Vector){code}",
            ParameterType.Matrix => $"DataCheck.Matrix({code}, {scope.Expressions.Address(extents[0])}, {scope.Expressions.Address(extents[1])})",
            ParameterType.IntegerMatrix => $"DataCheck.Integers({code}, {scope.Expressions.Address(extents[0])}, {scope.Expressions.Address(extents[1])})",
            ParameterType.IntegerVector => $"[.. {code}]",
            _ => code,
        };
    }
}
