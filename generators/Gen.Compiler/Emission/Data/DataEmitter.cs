using System.Collections.Generic;
using System.Linq;
using Gen.Compiler.Ir;
using Gen.Compiler.Passes;

namespace Gen.Compiler.Emission;

/// <summary>Writes the class that holds a model's data: copied, checked, and with every size under one name.</summary>
internal static class DataEmitter
{
    public static void Write(CSharpWriter writer, ModelLayout layout)
    {
        var model = layout.Model;
        writer.Doc($"The data of {layout.Name}, checked.");
        using (writer.Block("internal sealed class Data"))
        {
            foreach (var parameter in model.Parameters.Where(parameter => parameter.Array >= 0))
            {
                writer.Line($"public readonly {FieldType(parameter)} {layout.Names.Fields.Of(parameter.Array)};");
            }

            PreparationEmitter.Fields(writer, layout);
            foreach (var size in layout.Representatives)
            {
                writer.Line($"public readonly int {layout.SizeMember(size)};");
            }

            foreach (var array in Matrices(model))
            {
                writer.Line($"private {Element(model.Arrays[array])}[]? {layout.Names.Columns(array)};");
            }

            writer.Line("private Known? known;");

            Constructor(writer, layout);
            Members(writer, layout);
        }
    }

    private static void Constructor(CSharpWriter writer, ModelLayout layout)
    {
        var model = layout.Model;
        writer.Blank();
        var parameters = model.Parameters.Select(parameter => $"{ArgumentType(parameter)}{(parameter.IsObserved ? "?" : "")} {layout.Names.Argument(parameter)}");
        using (writer.Block($"public Data({string.Join(", ", parameters)})"))
        {
            foreach (var parameter in model.Parameters.Where(parameter => parameter.Array >= 0))
            {
                var check = $"DataCheck.{CheckOf(parameter.Type)}(\"{layout.Name}\", \"{parameter.Name}\", {layout.Names.Argument(parameter)})";
                var missing = parameter.Type is ParameterType.Real ? "0.0" : parameter.Type is ParameterType.Integer or ParameterType.Boolean ? "0" : "[]";
                writer.Line($"{layout.Names.Fields.Of(parameter.Array)} = {(parameter.IsObserved ? $"{layout.Names.Argument(parameter)} is null ? {missing} : {check}" : check)};");
            }

            var observed = model.Parameters.Where(parameter => parameter.IsObserved).ToArray();
            writer.Line($"IsObserved = {(observed.Length == 0 ? "true" : string.Join(" && ", observed.Select(parameter => $"{layout.Names.Argument(parameter)} is not null")))};");
            var lengths = new MethodScope(Ir.Program.From(model), array => layout.Data(array, ""), layout.SizeMember, layout.Names.Used);
            foreach (var size in layout.Representatives.Where(size => layout.Members(size).Any()))
            {
                var members = layout.Members(size).OrderBy(member => member.Parameter.IsObserved).ToArray();
                var known = members.Select(member => Extent(layout, member.Parameter, member.Dimension)).ToArray();
                var chain = !members[0].Parameter.IsObserved ? known[0]
                    : string.Join(" ?? ", known) + (PreparationEmitter.Tells(layout, size) ? " ?? 0"
                        : ToldLengths.Of(model, other => layout.Same(other, size)) is { } told ? $" ?? {Told(lengths, told)}"
                        : Likelihoods.IsOfSourcesAlone(model, other => layout.Same(other, size)) ? " ?? 0"
                        : $" ?? throw DataCheck.Undetermined(\"{layout.Name}\", \"{string.Join(", ", members.Select(member => member.Parameter.Name))}\")");
                writer.Line($"{layout.SizeMember(size)} = {chain};");
            }

            foreach (var check in model.Checks.Where(check => !IsOfPrepared(layout, check)))
            {
                Agreement(writer, layout, check);
            }

            Unobserved(writer, layout);
            PreparationEmitter.Write(writer, layout);
            foreach (var parameter in observed.Where(parameter => parameter.Sizes.Count > 0))
            {
                // Nothing reads them; what is computed ahead of a condition finds elements all the same.
                var length = string.Join(" * ", parameter.Sizes.Select(size => layout.SizeMember(size)));
                var field = layout.Names.Fields.Of(parameter.Array);
                writer.Line($"{field} = {layout.Names.Argument(parameter)} is null ? new {FieldType(parameter).Replace("[]", $"[{length}]")} : {field};");
            }

            foreach (var check in model.Checks.Where(check => IsOfPrepared(layout, check)))
            {
                Agreement(writer, layout, check);
            }

            var program = Ir.Program.From(model);
            var scope = new MethodScope(program, array => layout.Data(array, ""), layout.SizeMember, layout.Names.Used);
            var printer = IrPrinter.Of(program);
            AccessCheckEmitter.OfLengths(writer, layout, layout.Name, program, scope);
            foreach (var check in model.LengthChecks)
            {
                string Side(int node) => $"\"{printer.Print(node)}\", {scope.Expressions.Address(node)}";
                var statement = check.Site >= 0 ? model.Sites[check.Site].Text : "";
                writer.Line($"DataCheck.Agree(\"{layout.Name}\", {Side(check.First)}, {Side(check.Second)}, {CSharpWriter.Text(statement)});");
            }

            CheckEmitter.Write(writer, layout);
        }
    }

    /// <summary>The check of a type of data: a function of <c>DataCheck</c>.</summary>
    public static string CheckOf(ParameterType type) => type switch
    {
        ParameterType.Real => "Number",
        ParameterType.Integer => "Integer",
        ParameterType.Boolean => "Boolean",
        ParameterType.IntegerVector or ParameterType.IntegerMatrix => "Integers",
        _ => "Values",
    };

    /// <summary>A length that statements tell, as code; one that is none is refused with them, after data that are not there have their room.</summary>
    private static string Told(MethodScope scope, int length) =>
        scope.Expressions.Address(length) is var code && code.All(char.IsDigit) ? code : $"Math.Max({code}, 0)";

    private static bool IsOfPrepared(ModelLayout layout, SizeCheck check) =>
        layout.Model.Prepared.Any(prepared => prepared.Sizes.Contains(check.First) || prepared.Sizes.Contains(check.Second));

    /// <summary>Compares with each other what agrees through data with a likelihood, which are not there while they are not observed.</summary>
    private static void Unobserved(CSharpWriter writer, ModelLayout layout)
    {
        var checks = layout.Model.Checks.Where(check => !IsOfPrepared(layout, check)).ToArray();
        bool IsOptional(int size) => layout.Model.Parameters.FirstOrDefault(parameter => parameter.Sizes.Contains(size))?.IsObserved == true;
        bool AreCompared(int one, int other) => checks.Any(check => (check.First, check.Second) == (one, other) || (check.First, check.Second) == (other, one));
        foreach (var size in layout.Representatives)
        {
            // A length that is always there is compared with all others; where there is none, each with each.
            var linked = checks.Where(check => layout.Same(check.First, size) && (IsOptional(check.First) || IsOptional(check.Second)))
                .SelectMany(check => new[] { (Size: check.First, Check: check), (Size: check.Second, Check: check) })
                .GroupBy(entry => entry.Size).Select(group => group.First()).OrderBy(entry => IsOptional(entry.Size)).ToArray();
            for (var i = 0; i < linked.Length && (i == 0 || IsOptional(linked[0].Size)); i++)
            {
                foreach (var other in linked.Skip(i + 1).Where(other => !AreCompared(linked[i].Size, other.Size)))
                {
                    Agreement(writer, layout, other.Check with { First = linked[i].Size, Second = other.Size });
                }
            }
        }
    }

    private static void Agreement(CSharpWriter writer, ModelLayout layout, SizeCheck check)
    {
        if (Source(layout, check.First) is { } a && Source(layout, check.Second) is { } b)
        {
            var reason = check.Site < 0 ? check.Reason : $"{check.Reason} in '{layout.Model.Sites[check.Site].Text}'";
            writer.Line($"DataCheck.Agree(\"{layout.Name}\", \"{b.Name}\", {b.Length}, \"{b.Unit}\", \"{a.Name}\", {a.Length}, \"{a.Unit}\", {CSharpWriter.Text(reason)});");
        }
    }

    private static void Members(CSharpWriter writer, ModelLayout layout)
    {
        var model = layout.Model;
        writer.Blank();
        writer.Doc("Whether all data with a likelihood were given.");
        writer.Line("public bool IsObserved { get; }").Blank();
        writer.Doc("What the log-density needs of the data alone, computed when it is first asked for.");
        writer.Line("public Known Known => known ??= new(this);").Blank();
        var program = Ir.Program.From(model);
        var scope = new MethodScope(program, array => layout.Data(array, ""), layout.SizeMember, []);
        foreach (var array in Matrices(model))
        {
            var (declaration, names) = (model.Arrays[array], layout.Names);
            writer.Doc($"{declaration.Name}, column by column: so neighbouring rows are neighbours in memory.");
            writer.Line($"public {Element(declaration)}[] {names.Fields.ByColumn(array)} => {names.Columns(array)} ??= DataCheck.Transposed({names.Fields.Of(array)}, {scope.Expressions.Address(declaration.Extents[0])});").Blank();
        }

        writer.Doc("The extents of a quantity: latents, deterministics, then data with a likelihood, each in the order of the model.");
        using (writer.Block("public int[] Shape(int quantity) => quantity switch", ";"))
        {
            var quantities = Quantities.Of(model);
            for (var i = 0; i < quantities.Count; i++)
            {
                var extents = model.Arrays[quantities[i]].Extents.Select(extent => scope.Expressions.Address(extent));
                writer.Line($"{i} => [{string.Join(", ", extents)}], // {model.Arrays[quantities[i]].Name}");
            }

            writer.Line("_ => throw new ArgumentOutOfRangeException(nameof(quantity)),");
        }

        Coordinates(writer, model, program, scope);
        SequenceEmitter.Write(writer, layout, program, new(program, array => layout.Data(array, ""), layout.SizeMember, layout.Names.Used));
    }

    private static void Coordinates(CSharpWriter writer, Model model, Program program, MethodScope scope)
    {
        var bound = Quantities.Latents(model).Select((array, i) => (Quantity: i, Array: array, Count: TransformParameters.Coordinates(program, array)))
            .Where(latent => latent.Count is not null).ToArray();
        if (bound.Length == 0)
        {
            return;
        }

        writer.Blank();
        writer.Doc("The number of unconstrained coordinates of a latent whose elements are bound to each other.");
        using (writer.Block("public int Coordinates(int quantity) => quantity switch", ";"))
        {
            foreach (var latent in bound)
            {
                writer.Line($"{latent.Quantity} => {scope.Expressions.Address(program.Graph.Id(latent.Count!.Value))}, // {model.Arrays[latent.Array].Name}");
            }

            writer.Line("_ => throw new ArgumentOutOfRangeException(nameof(quantity)),");
        }
    }

    /// <summary>What tells a size: its name, the length as code, and what it counts; null for a size that no data tell.</summary>
    private static (string Name, string Length, string Unit)? Source(ModelLayout layout, int size)
    {
        foreach (var parameter in layout.Model.Parameters)
        {
            for (var d = 0; d < parameter.Sizes.Count; d++)
            {
                if (parameter.Sizes[d] == size)
                {
                    return Of(layout, parameter, d);
                }
            }
        }

        foreach (var prepared in layout.Model.Prepared)
        {
            for (var d = 0; d < prepared.Sizes.Count; d++)
            {
                if (prepared.Sizes[d] == size)
                {
                    return Prepared(layout, (prepared, d));
                }
            }
        }

        return null;
    }

    private static (string Name, string Length, string Unit)? Of(ModelLayout layout, Parameter parameter, int dimension) =>
        (parameter.Name, Extent(layout, parameter, dimension), Unit(parameter, dimension));

    private static (string Name, string Length, string Unit)? Prepared(ModelLayout layout, (PreparedData Data, int Dimension)? member) => member is { } own
        ? (layout.Model.Arrays[own.Data.Array].Name, PreparationEmitter.Length(layout, own.Data, own.Dimension),
            own.Data.Type is not (ParameterType.Matrix or ParameterType.IntegerMatrix) ? "elements" : own.Dimension == 0 ? "rows" : "columns")
        : null;

    /// <summary>The matrices among the data.</summary>
    private static IEnumerable<int> Matrices(Model model) =>
        Enumerable.Range(0, model.Arrays.Count).Where(array => model.Arrays[array] is { Role: ArrayRole.Data or ArrayRole.Prepared, Rank: 2 });

    private static string Element(ArrayDeclaration array) => array.IsInteger ? "int" : "double";

    private static string Extent(ModelLayout layout, Parameter parameter, int dimension)
    {
        var access = parameter.IsObserved ? "?." : ".";
        return layout.Names.Argument(parameter) + access + PreparationEmitter.Extent(parameter.Type, dimension).TrimStart('.');
    }

    /// <summary>What a dimension of data counts.</summary>
    public static string Unit(Parameter parameter, int dimension) =>
        parameter.Type == ParameterType.Dim ? "labels"
        : parameter.Type is not (ParameterType.Matrix or ParameterType.IntegerMatrix) ? (parameter.Dims.Count > 0 && parameter.Dims[0] == "row" ? "rows" : "elements")
        : dimension == 0 ? "rows" : "columns";

    private static string FieldType(Parameter parameter) => parameter.Type switch
    {
        ParameterType.Real => "double",
        ParameterType.Integer or ParameterType.Boolean => "int",
        ParameterType.IntegerVector or ParameterType.IntegerMatrix => "int[]",
        _ => "double[]",
    };

    private static string ArgumentType(Parameter parameter) => ArgumentType(parameter.Type);

    /// <summary>The type of data in C#.</summary>
    public static string ArgumentType(ParameterType type) => type switch
    {
        ParameterType.Real => "double",
        ParameterType.Integer => "int",
        ParameterType.Boolean => "bool",
        ParameterType.IntegerVector => "int[]",
        ParameterType.IntegerMatrix => "int[,]",
        ParameterType.Dim => "Dim",
        ParameterType.Matrix => "Matrix",
        _ => "Vector",
    };
}
