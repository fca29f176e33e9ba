using System.Linq;
using Gen.Compiler.Ir;

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
                var name = Identifiers.Pascal(parameter.Name);
                writer.Line($"public readonly {FieldType(parameter)} {name};");
            }

            foreach (var size in layout.Representatives)
            {
                writer.Line($"public readonly int {layout.SizeMember(size)};");
            }

            foreach (var parameter in model.Parameters.Where(parameter => parameter.Type == ParameterType.Matrix))
            {
                writer.Line($"private double[]? {Identifiers.Camel(parameter.Name)}{ModelLayout.ByColumn};");
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
        var parameters = model.Parameters.Select(parameter => $"{ArgumentType(parameter)}{(parameter.IsObserved ? "?" : "")} {Local(parameter)}");
        using (writer.Block($"public Data({string.Join(", ", parameters)})"))
        {
            foreach (var parameter in model.Parameters.Where(parameter => parameter.Array >= 0))
            {
                var function = parameter.Type switch
                {
                    ParameterType.Real => "Number",
                    ParameterType.Integer => "Integer",
                    ParameterType.Boolean => "Boolean",
                    ParameterType.IntegerVector => "Integers",
                    _ => "Values",
                };
                var check = $"DataCheck.{function}(\"{layout.Name}\", \"{parameter.Name}\", {Local(parameter)})";
                var missing = parameter.Type is ParameterType.Real ? "0.0" : parameter.Type is ParameterType.Integer or ParameterType.Boolean ? "0" : "[]";
                writer.Line($"{Identifiers.Pascal(parameter.Name)} = {(parameter.IsObserved ? $"{Local(parameter)} is null ? {missing} : {check}" : check)};");
            }

            var observed = model.Parameters.Where(parameter => parameter.IsObserved).ToArray();
            writer.Line($"IsObserved = {(observed.Length == 0 ? "true" : string.Join(" && ", observed.Select(parameter => $"{Local(parameter)} is not null")))};");
            foreach (var size in layout.Representatives)
            {
                var members = layout.Members(size).OrderBy(member => member.Parameter.IsObserved).ToArray();
                var known = members.Select(member => Extent(member.Parameter, member.Dimension)).ToArray();
                var chain = members[0].Parameter.IsObserved
                    ? string.Join(" ?? ", known) + $" ?? throw DataCheck.Undetermined(\"{layout.Name}\", \"{string.Join(", ", members.Select(member => member.Parameter.Name))}\")"
                    : known[0];
                writer.Line($"{layout.SizeMember(size)} = {chain};");
            }

            foreach (var check in model.Checks)
            {
                Agreement(writer, layout, check);
            }

            var program = Ir.Program.From(model);
            var scope = new MethodScope(program, array => layout.Data(array, ""), layout.SizeMember, model.Parameters.Select(parameter => parameter.Name));
            var printer = IrPrinter.Of(program);
            foreach (var check in model.LengthChecks)
            {
                string Side(int node) => $"\"{printer.Print(node)}\", {scope.Expressions.Address(node)}";
                var statement = check.Site >= 0 ? model.Sites[check.Site].Text : "";
                writer.Line($"DataCheck.Agree(\"{layout.Name}\", {Side(check.First)}, {Side(check.Second)}, {CSharpWriter.Text(statement)});");
            }

            foreach (var size in layout.Representatives)
            {
                var member = layout.Members(size).First();
                writer.Line($"DataCheck.NotEmpty(\"{layout.Name}\", \"{member.Parameter.Name}\", \"{Unit(member.Parameter, member.Dimension)}\", {layout.SizeMember(size)});");
            }

            CheckEmitter.Write(writer, layout);
        }
    }

    private static void Agreement(CSharpWriter writer, ModelLayout layout, SizeCheck check)
    {
        var first = Source(layout.Model, check.First);
        var second = Source(layout.Model, check.Second);
        if (first is { } a && second is { } b)
        {
            var reason = check.Site < 0 ? check.Reason : $"{check.Reason} in '{layout.Model.Sites[check.Site].Text}'";
            writer.Line(
                $"DataCheck.Agree(\"{layout.Name}\", \"{b.Parameter.Name}\", {Extent(b.Parameter, b.Dimension)}, \"{Unit(b.Parameter, b.Dimension)}\", "
                + $"\"{a.Parameter.Name}\", {Extent(a.Parameter, a.Dimension)}, \"{Unit(a.Parameter, a.Dimension)}\", {CSharpWriter.Text(reason)});");
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
        foreach (var parameter in model.Parameters.Where(parameter => parameter.Type == ParameterType.Matrix))
        {
            var name = Identifiers.Pascal(parameter.Name);
            var declaration = model.Arrays[parameter.Array];
            var rows = layout.SizeMember(parameter.Sizes[0]);
            writer.Doc($"{parameter.Name}, column by column: so neighbouring rows are neighbours in memory.");
            writer.Line($"public double[] {name}{ModelLayout.ByColumn} => {Identifiers.Camel(parameter.Name)}{ModelLayout.ByColumn} ??= DataCheck.Transposed({name}, {rows});").Blank();
        }

        writer.Doc("The extents of a quantity: latents, deterministics, then data with a likelihood, each in the order of the model.");
        using (writer.Block("public int[] Shape(int quantity) => quantity switch", ";"))
        {
            var quantities = Quantities.Of(model);
            var program = Ir.Program.From(model);
            var scope = new MethodScope(program, array => layout.Data(array, ""), layout.SizeMember, []);
            for (var i = 0; i < quantities.Count; i++)
            {
                var extents = model.Arrays[quantities[i]].Extents.Select(extent => scope.Expressions.Address(extent));
                writer.Line($"{i} => [{string.Join(", ", extents)}], // {model.Arrays[quantities[i]].Name}");
            }

            writer.Line("_ => throw new ArgumentOutOfRangeException(nameof(quantity)),");
        }
    }

    private static (Parameter Parameter, int Dimension)? Source(Model model, int size)
    {
        foreach (var parameter in model.Parameters)
        {
            for (var d = 0; d < parameter.Sizes.Count; d++)
            {
                if (parameter.Sizes[d] == size)
                {
                    return (parameter, d);
                }
            }
        }

        return null;
    }

    private static string Local(Parameter parameter) => SafeLocal(parameter.Name);

    private static string SafeLocal(string name) => Microsoft.CodeAnalysis.CSharp.SyntaxFacts.GetKeywordKind(name) == Microsoft.CodeAnalysis.CSharp.SyntaxKind.None ? name : "@" + name;

    private static string Extent(Parameter parameter, int dimension)
    {
        var access = parameter.IsObserved ? "?." : ".";
        return Local(parameter) + access + (parameter.Type != ParameterType.Matrix ? "Length" : dimension == 0 ? "Rows" : "Columns");
    }

    private static string Unit(Parameter parameter, int dimension) =>
        parameter.Type == ParameterType.Dim ? "labels"
        : parameter.Type != ParameterType.Matrix ? (parameter.Dims.Count > 0 && parameter.Dims[0] == "row" ? "rows" : "elements")
        : dimension == 0 ? "rows" : "columns";

    private static string FieldType(Parameter parameter) => parameter.Type switch
    {
        ParameterType.Real => "double",
        ParameterType.Integer or ParameterType.Boolean => "int",
        ParameterType.IntegerVector => "int[]",
        _ => "double[]",
    };

    private static string ArgumentType(Parameter parameter) => parameter.Type switch
    {
        ParameterType.Real => "double",
        ParameterType.Integer => "int",
        ParameterType.Boolean => "bool",
        ParameterType.IntegerVector => "int[]",
        ParameterType.Dim => "Dim",
        ParameterType.Matrix => "Matrix",
        _ => "Vector",
    };
}
