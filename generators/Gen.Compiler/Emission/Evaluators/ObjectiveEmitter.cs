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
    private readonly FieldNames given;
    private readonly Dictionary<(int Array, int Dimension), string> lengths = [];
    private FieldNames draws = null!;
    private FieldNames ofMean = null!;
    private FieldNames ofUtilities = null!;
    private readonly CSharpWriter fields = new();
    private readonly CSharpWriter allocations = new();
    private readonly HashSet<int> drawn = [];

    private ObjectiveEmitter(ModelLayout layout, Objective objective)
    {
        this.layout = layout;
        this.objective = objective;
        agreeing = new(layout.Model, objective);
        model = layout.Model;
        members = new(["data", "quantities", "decision", "gradient", "utilities", "Chains", "Utilities", ClassName, "mean"]);
        given = new(model.Arrays, Arguments.Select(argument => argument.Array), members, Identifiers.Camel);
        foreach (var parameter in Decisions.Concat(Arguments))
        {
            for (var d = 0; d < model.Arrays[parameter.Array].Rank; d++)
            {
                lengths.Add((parameter.Array, d), members.Unique(Identifiers.Camel(parameter.Name) + (model.Arrays[parameter.Array].Rank == 1 ? "Length" : d == 0 ? "Rows" : "Columns")));
            }
        }
    }

    private string ClassName => layout.ObjectiveClass(objective);

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

        draws = new(model.Arrays, drawn, members, name => Identifiers.Camel(name) + "Draws");

        // The utility of each draw is another program, whose names are its own.
        ofMean = new(mean.Arrays, KnownEmitter.Hoisted(mean).SelectMany(Dependence.Writes), members, Identifiers.Camel);
        ofUtilities = new(utilities.Arrays, KnownEmitter.Hoisted(utilities).SelectMany(Dependence.Writes), members, name => "each" + Identifiers.Pascal(name));
        var kernels = new Kernels(members);
        var evaluate = Method(mean, kernels, "mean", ofMean);
        var each = Method(utilities, kernels, "utilities", ofUtilities);

        writer.Doc($"The utility {objective.Name} of {layout.Name} over the draws of a posterior.");
        using (writer.Block($"internal sealed class {ClassName} : IObjective"))
        {
            writer.Line("private readonly Data data;");
            foreach (var argument in Arguments)
            {
                fields.Line($"private readonly {FieldType(argument.Type)} {given.Of(argument.Array)};");
            }

            foreach (var length in lengths.Values)
            {
                fields.Line($"private readonly int {length};");
            }

            KnownFields(mean, utilities);
            kernels.WriteLaneFields(fields, allocations);
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

    private (string Prologue, string Body) Method(Program program, Kernels kernels, string target, FieldNames hoisted)
    {
        var codes = new Dictionary<int, ArrayCode>();
        var scope = new MethodScope(program, array => Code(program, codes, array, hoisted), Size, ["data", "decision", "gradient", "utilities", "mean", .. lengths.Values]);
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
        kernels.AlignStack(prologue, scope);
        return (prologue.ToString(), body.ToString());
    }

    private ArrayCode Code(Program program, Dictionary<int, ArrayCode> codes, int array, FieldNames hoisted)
    {
        if (codes.TryGetValue(array, out var code))
        {
            return code;
        }

        var declaration = program.Arrays[array];
        return declaration.Role switch
        {
            ArrayRole.Draws => draws.Code(declaration, array, "this.") with { Place = ArrayPlace.Field, ColumnMajor = "" },
            ArrayRole.Argument => given.Code(declaration, array, "this.") with { ColumnMajor = "" },
            ArrayRole.Hoisted => hoisted.Code(declaration, array, "this."),
            _ => layout.Data(array, "data."),
        };
    }

    /// <summary>A length: of the decision where data of that length are decided or the decision is new, of the data where they tell it, else of an argument.</summary>
    private string Size(int size) =>
        size == model.Sizes.Count ? "Draws"
        : Length(Decisions, other => agreeing.Same(other, size)) ?? (layout.IsKnown(size) ? null : Length(Arguments, other => agreeing.Same(other, size))) ?? "data." + layout.SizeMember(size);

    /// <summary>The length of a decision or an argument whose size is meant, or null.</summary>
    private string? Length(IEnumerable<ObjectiveParameter> parameters, Func<int, bool> isMeant)
    {
        foreach (var parameter in parameters)
        {
            var data = model.Parameters.FirstOrDefault(own => parameter.Binding == Binding.DecidedData && own.Array == parameter.Array)?.Sizes;
            var rank = model.Arrays[parameter.Array].Rank;
            for (var d = 0; d < rank; d++)
            {
                var own = $"{parameter.Name}.{(rank == 1 ? "Length" : d == 0 ? "Rows" : "Columns")}";
                if (data is { } sizes ? isMeant(sizes[d]) : Enumerable.Range(0, model.Sizes.Count).Any(size => model.Sizes[size].Name == own && isMeant(size)))
                {
                    return lengths[(parameter.Array, d)];
                }
            }
        }

        return null;
    }

    private void KnownFields(Program mean, Program utilities)
    {
        foreach (var array in drawn)
        {
            fields.Line($"private readonly double[] {draws.Of(array)};");
        }

        HoistedFields(mean, ofMean);
        HoistedFields(utilities, ofUtilities);
    }

    private void HoistedFields(Program program, FieldNames hoisted)
    {
        foreach (var array in KnownEmitter.Hoisted(program).SelectMany(Dependence.Writes).Distinct())
        {
            var declaration = program.Arrays[array];
            var type = declaration.IsInteger ? "int" : "double";
            fields.Line($"private readonly {type}{(declaration.Rank > 0 ? "[]" : "")} {hoisted.Of(array)};");
            if (declaration.Rank == 2)
            {
                fields.Line($"private readonly {type}[] {hoisted.ByColumn(array)};");
            }
        }
    }

    private void Constructor(CSharpWriter writer, Program mean, Program utilities)
    {
        string[] decided = [.. Decisions.SelectMany(decision => Lengths(decision))];
        string[] parameters =
        [
            "Data data", "IReadOnlyList<Draws> quantities", .. Arguments.Select(argument => $"{ArgumentType(argument.Type)} {given.Of(argument.Array)}"),
            .. decided.Select(length => $"int {length}"),
        ];
        List<int> recorded = [.. Quantities.Latents(model), .. Quantities.Deterministics(model)];
        using (writer.Block($"public {ClassName}({string.Join(", ", parameters)})"))
        {
            writer.Line("this.data = data;");
            writer.Line("Draws = quantities[0].Count;");
            writer.Line("Chains = quantities[0].Chains;");
            foreach (var argument in Arguments)
            {
                var name = given.Of(argument.Array);
                writer.Line($"this.{name} = {Copied(argument.Type, name)};");
                foreach (var (length, d) in Lengths(argument).Select((length, d) => (length, d)))
                {
                    writer.Line($"{length} = {name}{PreparationEmitter.Extent(argument.Type, d)};");
                }
            }

            foreach (var length in decided)
            {
                writer.Line($"this.{length} = {length};");
            }

            foreach (var array in drawn)
            {
                writer.Line($"{draws.Of(array)} = quantities[{recorded.IndexOf(array)}].Values.ToArray();");
            }

            Agreements(writer, mean, recorded);
            var bound = BindObjective.Run(model, objective);
            var reached = new MethodScope(bound, array => Code(bound, [], array, ofMean), Size, ["data", "quantities", .. lengths.Values, .. Arguments.Select(argument => given.Of(argument.Array))]);
            AccessCheckEmitter.OfLengths(writer, layout, $"{layout.Name}.{objective.Name}", bound, reached, objective);
            Agreements(writer, bound, reached);
            AccessCheckEmitter.Write(writer, layout, $"{layout.Name}.{objective.Name}", bound, reached, objective.Steps.Concat(bound.Steps), isGiven: true);
            ElementLedgerEmitter.Write(writer, layout, $"{layout.Name}.{objective.Name}", bound, reached, objective.Steps, isGiven: true);
            var sizes = Decisions.Select(decision => Lengths(decision) is { Length: > 0 } own ? string.Join(" * ", own) : "1");
            writer.Line($"Dimension = {string.Join(" + ", sizes)};");
            writer.Line(allocations.ToString());
            var names = KnownEmitter.Fill(
                writer, layout, mean, array => Code(mean, [], array, ofMean), Size, ofMean, "this.", reached.Names.Used);
            KnownEmitter.Fill(writer, layout, utilities, array => Code(utilities, [], array, ofUtilities), Size, ofUtilities, "this.", names);
        }
    }

    private string[] Lengths(ObjectiveParameter parameter) => [.. Enumerable.Range(0, model.Arrays[parameter.Array].Rank).Select(d => lengths[(parameter.Array, d)])];

    /// <summary>An argument as the constructor keeps it: what the caller does with it later changes nothing.</summary>
    private string Copied(ParameterType type, string name) => type switch
    {
        ParameterType.Vector => $"{name}.ToArray()",
        ParameterType.Matrix => $"{name}.AsSpan().ToArray()",
        ParameterType.IntegerVector or ParameterType.IntegerMatrix => $"DataCheck.Integers(\"{layout.Name}.{objective.Name}\", \"{name}\", {name})",
        ParameterType.Boolean => $"{name} ? 1 : 0",
        _ => name,
    };

    /// <summary>Data that lie along an axis whose length a decision sets must have that length.</summary>
    private void Agreements(CSharpWriter writer, Program program, List<int> recorded)
    {
        foreach (var check in objective.Checks)
        {
            string Own(int size) => Length(Decisions.Concat(Arguments), other => other == size) ?? "data." + layout.SizeMember(size);
            var (first, second) = (Own(check.First), Own(check.Second));
            if (first != second)
            {
                writer.Line($"DataCheck.Agree(\"{layout.Name}.{objective.Name}\", \"{model.Sizes[check.First].Name}\", {first}, \"{model.Sizes[check.Second].Name}\", {second}, {CSharpWriter.Text(check.Site >= 0 ? model.Sites[check.Site].Text : objective.Name)});");
            }
        }

        foreach (var axis in DecidedData().GroupBy(decided => agreeing.Representative(decided.Size)))
        {
            var first = axis.First();
            foreach (var other in axis.Skip(1))
            {
                writer.Line($"DataCheck.Agree(\"{layout.Name}.{objective.Name}\", \"{model.Sizes[first.Size].Name}\", {first.Length}, \"{model.Sizes[other.Size].Name}\", {other.Length}, \"{layout.Name}\");");
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
                        ? d == 0 ? $"{layout.Data(parameter.Array, "data.").Text}.Length / data.{layout.SizeMember(parameter.Sizes[1])}" : $"data.{layout.SizeMember(parameter.Sizes[1])}"
                        : $"{layout.Data(parameter.Array, "data.").Text}.Length";
                    writer.Line($"DataCheck.Agree(\"{layout.Name}\", \"{parameter.Name}\", {length}, \"elements\", \"{objective.Name}\", {Size(parameter.Sizes[d])}, \"decisions\", \"they share an axis\");");
                }
            }
        }

        var scope = new MethodScope(program, array => Code(program, [], array, ofMean), Size, ["data", "quantities"]);
        foreach (var array in drawn.Concat(model.Prepared.Select(prepared => prepared.Array).Where(used.Contains)).Where(array => model.Arrays[array].Extents.Any(extent => IsDecided(program, extent))))
        {
            var declaration = model.Arrays[array];
            var length = drawn.Contains(array) ? $"quantities[{recorded.IndexOf(array)}].Size" : $"{layout.Data(array, "data.").Text}.Length";
            var wanted = string.Join(" * ", declaration.Extents.Select(extent => scope.Expressions.Address(extent, 3)));
            writer.Line($"DataCheck.Agree(\"{layout.Name}\", \"{declaration.Name}\", {length}, \"elements\", \"{objective.Name}\", {wanted}, \"decisions\", \"they share an axis\");");
        }
    }

    /// <summary>The sizes of data that are decided, with the lengths that decisions give them.</summary>
    private IEnumerable<(int Size, string Length)> DecidedData() =>
        from decision in Decisions
        from data in model.Parameters
        where decision.Binding == Binding.DecidedData && data.Array == decision.Array
        from d in Enumerable.Range(0, data.Sizes.Count)
        select (data.Sizes[d], lengths[(decision.Array, d)]);

    /// <summary>Lengths that are no sizes alone agree in the objective's own statements, and where a decision sets them in the model's.</summary>
    private void Agreements(CSharpWriter writer, Program program, MethodScope scope)
    {
        var printer = IrPrinter.Of(program);
        foreach (var check in objective.LengthChecks.Concat(model.LengthChecks.Where(check => IsDecided(program, check.First) || IsDecided(program, check.Second))))
        {
            string Side(int node) => $"\"{printer.Print(node)}\", {scope.Expressions.Address(node)}";
            var statement = check.Site >= 0 ? model.Sites[check.Site].Text : objective.Name;
            writer.Line($"DataCheck.Agree(\"{layout.Name}.{objective.Name}\", {Side(check.First)}, {Side(check.Second)}, {CSharpWriter.Text(statement)});");
        }
    }

    /// <summary>Whether a length is that of a decision.</summary>
    private bool IsDecided(Program program, int extent) => Dependence.Reachable(program.Graph, [extent]).Any(id =>
        program.Graph[id] is { Kind: NodeKind.Size } size && size.Symbol < model.Sizes.Count && Length(Decisions, other => agreeing.Same(other, size.Symbol)) is not null);

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
