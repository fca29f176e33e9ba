using System;
using System.Collections.Generic;
using System.Linq;
using Gen.Compiler.Ir;
using Gen.Compiler.Passes;
using Gen.Compiler.Scheduling;

namespace Gen.Compiler.Emission;

/// <summary>Writes the class that evaluates an objective over the draws of a posterior: its mean with gradient, and the utility of every draw.</summary>
internal sealed class ObjectiveEmitter
{
    private readonly ModelLayout layout;
    private readonly ModelLayout agreeing;
    private readonly Objective objective;
    private readonly Model model;
    private readonly Identifiers members;
    private readonly CSharpWriter fields = new();
    private readonly CSharpWriter allocations = new();
    private readonly HashSet<int> drawn = [];

    private ObjectiveEmitter(ModelLayout layout, Objective objective)
    {
        this.layout = layout;
        this.objective = objective;
        agreeing = new(layout.Model, objective);
        model = layout.Model;
        members = new(["data", "quantities", "decision", "gradient", "utilities", "Dimension", "Draws", "Chains", "Evaluate", "Utilities", ClassName, "mean"]);
    }

    private string ClassName => Identifiers.Pascal(objective.Name) + "Objective";

    private IEnumerable<ObjectiveParameter> Decisions => objective.Parameters.Where(parameter => parameter.Binding is Binding.Decision or Binding.DecidedData);

    private IEnumerable<ObjectiveParameter> Arguments => objective.Parameters.Where(parameter => parameter.Binding == Binding.Argument);

    public static void Write(CSharpWriter writer, ModelLayout layout, Objective objective) => new ObjectiveEmitter(layout, objective).Write(writer);

    private void Write(CSharpWriter writer)
    {
        var program = BindObjective.Run(model, objective);
        var mean = Pipeline.Run(program, Pipeline.Objective);
        var utilities = Pipeline.Run(BindObjective.Run(model, objective), Pipeline.Utilities);
        foreach (var used in new[] { mean, utilities })
        {
            drawn.UnionWith(used.Steps.SelectMany(step => Dependence.Reads(used.Graph, step)).Where(array => used.Arrays[array].Role == ArrayRole.Draws));
        }

        var kernels = new Kernels(members);
        var evaluate = Method(mean, kernels, "mean", OfMean);
        var each = Method(utilities, kernels, "utilities", OfUtilities);

        writer.Doc($"The utility {objective.Name} of {layout.Name} over the draws of a posterior.");
        using (writer.Block($"internal sealed class {ClassName} : IObjective"))
        {
            writer.Line("private readonly Data data;");
            foreach (var parameter in Arguments.Concat(Decisions.Where(parameter => parameter.Type is ParameterType.Vector or ParameterType.Matrix)))
            {
                Field(parameter);
            }

            KnownFields(mean, utilities);
            foreach (var (name, length) in kernels.LaneFields)
            {
                fields.Line($"private readonly double[] {name};");
                allocations.Line($"{name} = new double[{length} * Lanes512.Count];");
            }

            writer.Line(fields.ToString());
            Constructor(writer, mean, utilities);
            writer.Blank().Line("public int Dimension { get; }");
            writer.Blank().Line("public int Draws { get; }");
            writer.Blank().Line("public int Chains { get; }").Blank();
            using (writer.Block("public double Evaluate(ReadOnlySpan<double> decision, Span<double> gradient)"))
            {
                writer.Line("gradient.Clear();");
                writer.Line(evaluate.Prologue);
                writer.Line("double mean;");
                writer.Line(evaluate.Body);
                writer.Line("return mean;");
            }

            writer.Blank();
            using (writer.Block("public void Utilities(ReadOnlySpan<double> decision, Span<double> utilities)"))
            {
                writer.Line(each.Prologue);
                writer.Line(each.Body);
            }

            kernels.Write(writer);
        }
    }

    /// <summary>The fields of what the mean needs of data and arguments alone.</summary>
    private static string OfMean(string hoisted) => Identifiers.Camel(hoisted);

    /// <summary>The same for the utility of each draw: another program, whose names are its own.</summary>
    private static string OfUtilities(string hoisted) => "each" + Identifiers.Pascal(hoisted);

    private (string Prologue, string Body) Method(Program program, Kernels kernels, string target, Func<string, string> field)
    {
        var codes = new Dictionary<int, ArrayCode>();
        var scope = new MethodScope(program, array => Code(program, codes, array, field), Size, ["data", "decision", "gradient", "utilities", "mean"]);
        var prologue = new CSharpWriter();
        var offset = (Expr)0;
        foreach (var decision in Decisions)
        {
            Workspace.Slice(program, scope, prologue, codes, decision.Array, scope.Expressions.Address(program.Graph.Id(offset)), "decision", "gradient");
            offset += program.Arrays[decision.Array].Extents.Aggregate((Expr)1, (size, extent) => size * program.Graph.Wrap(extent));
        }

        for (var array = 0; array < program.Arrays.Count; array++)
        {
            if (program.Arrays[array].Role == ArrayRole.Target)
            {
                codes[array] = new(target, target, program.Arrays[array].Rank == 0 ? ArrayPlace.Scalar : ArrayPlace.Span);
            }
        }

        Workspace.Write(program, scope, members, codes, fields, allocations, prologue);
        var body = new CSharpWriter();
        new BlockWriter(program, scope, body, kernels).Write(new Schedule(program, (axis, _) => axis == program.DrawAxis).Fused([.. KnownEmitter.Repeated(program)]));
        return (prologue.ToString(), body.ToString());
    }

    private ArrayCode Code(Program program, Dictionary<int, ArrayCode> codes, int array, Func<string, string> field)
    {
        if (codes.TryGetValue(array, out var code))
        {
            return code;
        }

        var declaration = program.Arrays[array];
        var name = Identifiers.Camel(declaration.Name);
        switch (declaration.Role)
        {
            case ArrayRole.Draws:
                return new($"this.{name}Draws", name, ArrayPlace.Field);
            case ArrayRole.Argument:
                return new("this." + name, name, declaration.Rank == 0 ? ArrayPlace.Scalar : ArrayPlace.Field, declaration.IsInteger);
            case ArrayRole.Hoisted:
                var member = "this." + field(declaration.Name);
                return new(
                    member, name, declaration.Rank == 0 ? ArrayPlace.Scalar : ArrayPlace.Field, declaration.IsInteger,
                    declaration.Rank == 2 ? member + ModelLayout.ByColumn : "");
            default:
                return layout.Data(array, "data.");
        }
    }

    /// <summary>A length: of the decision where data of that length are decided or the decision is new, of the data otherwise.</summary>
    private string Size(int size) =>
        size == model.Sizes.Count ? "Draws" : DecisionLength(other => agreeing.Same(other, size)) ?? "data." + layout.SizeMember(size);

    /// <summary>The length of a decision whose size is meant, or null.</summary>
    private string? DecisionLength(Func<int, bool> isMeant)
    {
        foreach (var decision in Decisions)
        {
            var data = model.Parameters.FirstOrDefault(parameter => decision.Binding == Binding.DecidedData && parameter.Array == decision.Array)?.Sizes;
            for (var d = 0; d < model.Arrays[decision.Array].Rank; d++)
            {
                var own = $"{decision.Name}.{(decision.Type == ParameterType.Vector ? "Length" : d == 0 ? "Rows" : "Columns")}";
                if (data is { } sizes ? isMeant(sizes[d]) : Enumerable.Range(0, model.Sizes.Count).Any(size => model.Sizes[size].Name == own && isMeant(size)))
                {
                    return LengthName(decision, d);
                }
            }
        }

        return null;
    }

    private static string LengthName(ObjectiveParameter decision, int dimension) =>
        Identifiers.Camel(decision.Name) + (decision.Type == ParameterType.Vector ? "Length" : dimension == 0 ? "Rows" : "Columns");

    private void Field(ObjectiveParameter parameter)
    {
        var name = Identifiers.Camel(parameter.Name);
        if (parameter.Binding == Binding.Argument)
        {
            fields.Line($"private readonly {FieldType(parameter.Type)} {name};");
            return;
        }

        for (var d = 0; d < (parameter.Type == ParameterType.Vector ? 1 : 2); d++)
        {
            fields.Line($"private readonly int {LengthName(parameter, d)};");
        }
    }

    private void KnownFields(Program mean, Program utilities)
    {
        foreach (var array in drawn)
        {
            fields.Line($"private readonly double[] {Identifiers.Camel(model.Arrays[array].Name)}Draws;");
        }

        HoistedFields(mean, OfMean);
        HoistedFields(utilities, OfUtilities);
    }

    private void HoistedFields(Program program, Func<string, string> field)
    {
        foreach (var declaration in KnownEmitter.Hoisted(program).SelectMany(Dependence.Writes).Distinct().Select(array => program.Arrays[array]))
        {
            var type = declaration.IsInteger ? "int" : "double";
            fields.Line($"private readonly {type}{(declaration.Rank > 0 ? "[]" : "")} {field(declaration.Name)};");
            if (declaration.Rank == 2)
            {
                fields.Line($"private readonly double[] {field(declaration.Name)}{ModelLayout.ByColumn};");
            }
        }
    }

    private void Constructor(CSharpWriter writer, Program mean, Program utilities)
    {
        var lengths = Decisions.SelectMany(decision => Enumerable.Range(0, model.Arrays[decision.Array].Rank).Select(d => LengthName(decision, d))).ToArray();
        string[] parameters =
        [
            "Data data", "IReadOnlyList<Draws> quantities", .. Arguments.Select(argument => $"{ArgumentType(argument.Type)} {Identifiers.Camel(argument.Name)}"),
            .. lengths.Select(length => $"int {length}"),
        ];
        var latents = Quantities.Latents(model).ToList();
        using (writer.Block($"public {ClassName}({string.Join(", ", parameters)})"))
        {
            writer.Line("this.data = data;");
            writer.Line("Draws = quantities[0].Count;");
            writer.Line("Chains = quantities[0].Chains;");
            foreach (var argument in Arguments)
            {
                var name = Identifiers.Camel(argument.Name);
                var value = argument.Type is ParameterType.Vector ? $"{name}.ToArray()" : argument.Type is ParameterType.Matrix ? $"{name}.AsSpan().ToArray()"
                    : argument.Type is ParameterType.Boolean ? $"{name} ? 1 : 0" : name;
                writer.Line($"this.{name} = {value};");
            }

            foreach (var length in lengths)
            {
                writer.Line($"this.{length} = {length};");
            }

            foreach (var array in drawn)
            {
                writer.Line($"{Identifiers.Camel(model.Arrays[array].Name)}Draws = quantities[{latents.IndexOf(array)}].Values.ToArray();");
            }

            Agreements(writer, mean, latents);
            var bound = BindObjective.Run(model, objective);
            var reached = new MethodScope(bound, array => Code(bound, [], array, OfMean), Size, ["data", "quantities", .. lengths, .. Arguments.Select(argument => Identifiers.Camel(argument.Name))]);
            AccessCheckEmitter.Write(writer, $"{layout.Name}.{objective.Name}", bound, reached, objective.Steps.Concat(bound.Steps), isGiven: true);
            var sizes = Decisions.Select(decision => model.Arrays[decision.Array].Rank == 0 ? "1"
                : string.Join(" * ", Enumerable.Range(0, model.Arrays[decision.Array].Rank).Select(d => LengthName(decision, d))));
            writer.Line($"Dimension = {string.Join(" + ", sizes)};");
            writer.Line(allocations.ToString());
            var names = KnownEmitter.Fill(writer, layout, mean, array => Code(mean, [], array, OfMean), Size, name => "this." + OfMean(name), ["data", "quantities", .. lengths, .. Arguments.Select(argument => Identifiers.Camel(argument.Name))]);
            KnownEmitter.Fill(writer, layout, utilities, array => Code(utilities, [], array, OfUtilities), Size, name => "this." + OfUtilities(name), names);
        }
    }

    /// <summary>Data that lie along an axis whose length a decision sets must have that length.</summary>
    private void Agreements(CSharpWriter writer, Program program, List<int> latents)
    {
        foreach (var check in objective.Checks)
        {
            string Length(int size) => DecisionLength(other => other == size) ?? "data." + layout.SizeMember(size);
            var (first, second) = (Length(check.First), Length(check.Second));
            if (first != second)
            {
                writer.Line($"DataCheck.Agree(\"{layout.Name}.{objective.Name}\", \"{model.Sizes[check.First].Name}\", {first}, \"{model.Sizes[check.Second].Name}\", {second}, \"{objective.Name}\");");
            }
        }

        var used = new HashSet<int>(program.Steps.SelectMany(step => Dependence.Reads(program.Graph, step)));
        foreach (var parameter in model.Parameters.Where(parameter => used.Contains(parameter.Array) && program.Arrays[parameter.Array].Role == ArrayRole.Data))
        {
            for (var d = 0; d < parameter.Sizes.Count; d++)
            {
                if (!Size(parameter.Sizes[d]).StartsWith("data.", StringComparison.Ordinal))
                {
                    var length = parameter.Type == ParameterType.Matrix
                        ? d == 0 ? $"data.{Identifiers.Pascal(parameter.Name)}.Length / data.{layout.SizeMember(parameter.Sizes[1])}" : $"data.{layout.SizeMember(parameter.Sizes[1])}"
                        : $"data.{Identifiers.Pascal(parameter.Name)}.Length";
                    writer.Line($"DataCheck.Agree(\"{layout.Name}\", \"{parameter.Name}\", {length}, \"elements\", \"{objective.Name}\", {Size(parameter.Sizes[d])}, \"decisions\", \"they share an axis\");");
                }
            }
        }

        var scope = new MethodScope(program, array => Code(program, [], array, OfMean), Size, ["data", "quantities"]);
        foreach (var array in drawn.Concat(model.Prepared.Select(prepared => prepared.Array).Where(used.Contains)).Where(array => model.Arrays[array].Extents.Any(IsDecided)))
        {
            var declaration = model.Arrays[array];
            var length = declaration.Role == ArrayRole.Latent ? $"quantities[{latents.IndexOf(array)}].Size" : $"{layout.Data(array, "data.").Text}.Length";
            var wanted = string.Join(" * ", declaration.Extents.Select(extent => scope.Expressions.Address(extent, 3)));
            writer.Line($"DataCheck.Agree(\"{layout.Name}\", \"{declaration.Name}\", {length}, \"elements\", \"{objective.Name}\", {wanted}, \"decisions\", \"they share an axis\");");
        }

        bool IsDecided(int extent) => Dependence.Reachable(program.Graph, [extent]).Any(id =>
            program.Graph[id] is { Kind: NodeKind.Size } size && size.Symbol < model.Sizes.Count && DecisionLength(other => agreeing.Same(other, size.Symbol)) is not null);
    }

    private static string FieldType(ParameterType type) => type switch
    {
        ParameterType.Real => "double",
        ParameterType.Integer or ParameterType.Boolean => "int",
        ParameterType.IntegerVector or ParameterType.IntegerMatrix => "int[]",
        _ => "double[]",
    };

    private static string ArgumentType(ParameterType type) => type switch
    {
        ParameterType.Real => "double",
        ParameterType.Integer => "int",
        ParameterType.Boolean => "bool",
        ParameterType.IntegerVector => "int[]",
        ParameterType.IntegerMatrix => "int[,]",
        ParameterType.Matrix => "Matrix",
        _ => "Vector",
    };
}
