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
        var elsewhere = Likelihoods.ReadElsewhere(model);
        foreach (var prepared in model.Prepared)
        {
            var given = Given(layout, prepared);
            if (given.Count > 0 && elsewhere.Contains(prepared.Array))
            {
                Require(writer, layout, prepared, given);
                given = [];
            }

            if (prepared.Call is { } call)
            {
                Call(writer, layout, prepared, call, given);
                continue;
            }

            var reached = new MethodScope(program, array => layout.Data(array, ""), layout.SizeMember, layout.Names.Used);
            AccessCheckEmitter.Write(writer, layout, layout.Name, program, reached, prepared.Steps);
            var steps = prepared.Steps.SelectMany(step => ElementChecks.Before(program, step)).Select(step => LoopsToMaps.Separate(program.Graph, step)).ToArray();
            var code = new ValuesCode(layout, program with { Steps = steps }, layout.Names.Used, data: "");
            var declaration = model.Arrays[prepared.Array];
            var member = layout.Data(prepared.Array, "");
            code.Set(prepared.Array, member with { ColumnMajor = "" });
            if (declaration.Rank > 0)
            {
                writer.Line($"{member.Text} = new {(declaration.IsInteger ? "int" : "double")}[{RoomCode.Of(program, code.Scope, declaration)}];");
            }

            using (writer.Block(given.Count == 0 ? "" : $"if ({AreGiven(layout, given)})"))
            {
                code.DeclareLocals(writer, steps);
                var block = new BlockWriter(program, code.Scope, writer, new Kernels(new([]))) { Check = require => ElementChecks.Line(layout, layout.Name, code.Scope.Expressions, require) };
                foreach (var step in steps)
                {
                    block.WriteApart(new Schedule(program, (_, _) => false).InOrder(step));
                }
            }
        }
    }

    /// <summary>The result of a call as the local variable that holds it: its length along a dimension.</summary>
    public static string Length(ModelLayout layout, PreparedData prepared, int dimension) =>
        layout.Names.Result(prepared.Array) + (IsOptional(layout, prepared) ? "?" : "") + Extent(prepared.Type, dimension);

    /// <summary>Whether something prepared tells a size that else only data with a likelihood tell, which may be left out.</summary>
    public static bool Tells(ModelLayout layout, int size) => layout.PreparedMember(size) is { } member && Given(layout, member.Data).Count == 0;

    /// <summary>The property of a vector or matrix that is its length along a dimension.</summary>
    public static string Extent(ParameterType type, int dimension) => type switch
    {
        ParameterType.Matrix => dimension == 0 ? ".Rows" : ".Columns",
        ParameterType.IntegerMatrix => $".GetLength({dimension})",
        _ => ".Length",
    };

    /// <summary>The data with a likelihood that something is prepared of.</summary>
    private static IReadOnlyList<Parameter> Given(ModelLayout layout, PreparedData prepared) =>
        [.. Likelihoods.Sources(layout.Model, new[] { prepared.Array }).Where(parameter => parameter.IsObserved)];

    private static string AreGiven(ModelLayout layout, IEnumerable<Parameter> parameters) =>
        string.Join(" && ", parameters.Select(parameter => $"{layout.Names.Argument(parameter)} is not null"));

    /// <summary>Whether something is prepared for a likelihood alone, so that its data may be left out with it.</summary>
    private static bool IsOptional(ModelLayout layout, PreparedData prepared) =>
        Given(layout, prepared).Count > 0 && !Likelihoods.ReadElsewhere(layout.Model).Contains(prepared.Array);

    /// <summary>Data with a likelihood may be left out, but not where something is computed of them that more than a likelihood needs.</summary>
    private static void Require(CSharpWriter writer, ModelLayout layout, PreparedData prepared, IEnumerable<Parameter> given)
    {
        foreach (var parameter in given)
        {
            writer.Line($"DataCheck.Given(\"{layout.Name}\", \"{parameter.Name}\", {layout.Names.Argument(parameter)}, \"{layout.Model.Arrays[prepared.Array].Name}\");");
        }
    }

    private static void Call(CSharpWriter writer, ModelLayout layout, PreparedData prepared, PreparedCall call, IReadOnlyList<Parameter> given)
    {
        var array = layout.Model.Arrays[prepared.Array];
        var (name, local, field) = (array.Name, layout.Names.Result(prepared.Array), layout.Names.Fields.Of(prepared.Array));
        var target = call.Forward is { } forward ? $"{ModelLayout.Qualified(layout.Model.Name)}.{forward.Name}" : call.Method;
        var arguments = call.Arguments.Select(argument => $"{CSharpWriter.Identifier(argument.Parameter)}: {Argument(layout, argument)}");
        var result = $"{target}({string.Join(", ", arguments)})";
        var check = $"DataCheck.{DataEmitter.CheckOf(prepared.Type)}(\"{layout.Name}\", \"{name}\", {local})";
        if (given.Count == 0)
        {
            writer.Line($"var {local} = {result};");
            writer.Line($"{field} = {check};");
        }
        else
        {
            var element = array.IsInteger ? "int" : "double";
            writer.Line($"{DataEmitter.ArgumentType(prepared.Type)}? {local} = {AreGiven(layout, given)} ? {result} : null;");
            writer.Line($"{field} = {local} is null ? {(array.Rank == 0 ? "0" : $"new {element}[{string.Join(" * ", prepared.Sizes.Select(layout.SizeMember))}]")} : {check};");
        }

        for (var d = 0; d < prepared.Sizes.Count; d++)
        {
            if (!layout.Representatives.Contains(prepared.Sizes[d]) && !layout.Members(prepared.Sizes[d]).Any())
            {
                continue;
            }

            // Of what agrees, the first that is there tells the length.
            var size = layout.SizeMember(prepared.Sizes[d]);
            if (!layout.Members(prepared.Sizes[d]).Any())
            {
                writer.Line($"{size} = {Length(layout, prepared, d)}{(given.Count > 0 ? " ?? 0" : "")};");
            }
            else if (given.Count == 0 && layout.Members(prepared.Sizes[d]).All(member => member.Parameter.IsObserved))
            {
                var missing = layout.Members(prepared.Sizes[d]).Select(member => $"{layout.Names.Argument(member.Parameter)} is null").Distinct();
                using var block = writer.Block($"if ({string.Join(" && ", missing)})");
                writer.Line($"{size} = {Length(layout, prepared, d)};");
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
