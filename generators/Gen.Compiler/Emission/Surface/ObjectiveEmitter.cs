using System.Collections.Generic;
using System.Linq;
using Gen.Compiler.Ir;
using static Gen.Compiler.Emission.CSharpWriter;

namespace Gen.Compiler.Emission.Surface;

/// <summary>An objective: the posterior's method that takes its arguments, the problem that takes its decisions, and the optimum.</summary>
internal static class ObjectiveEmitter
{
    /// <summary>The method of the posterior.</summary>
    public static void WriteEntry(CSharpWriter writer, SurfaceModel surface, Objective objective)
    {
        var arguments = Arguments(objective);
        writer.Blank().Line($"/// <summary>The utility <c>{Xml(objective.Name)}</c> over this posterior, to be maximised or minimised.</summary>")
            .Line($"public {objective.Name}Problem {Identifier(objective.Name)}({Optional(arguments)}) => {Thrown(surface, objective) ?? $"new(this{string.Concat(arguments.Select(argument => ", " + Identifier(argument.Name)))})"};");
    }

    /// <summary>The types of its problem and its optimum.</summary>
    public static void Write(CSharpWriter writer, SurfaceModel surface, Objective objective)
    {
        var arguments = Arguments(objective);
        var decisions = objective.Parameters.Where(SurfaceNames.IsDecision).ToList();
        var members = MemberNames.OfDecisions(objective.Name, decisions.Select(decision => decision.Name));
        writer.Blank().Line($"/// <summary>The utility <c>{Xml(objective.Name)}</c> in expectation over a posterior, as a function of its decisions.</summary>").Line(SurfaceModel.GeneratedCode);
        using (writer.Block($"public sealed class {objective.Name}Problem"))
        {
            Construction(writer, surface, objective, arguments);
            Search(writer, objective, decisions, "Maximize", "largest");
            Search(writer, objective, decisions, "Minimize", "smallest");
            Evaluation(writer, objective, decisions, members);
            Printing(writer, surface, objective, arguments, decisions);
            Seam(writer, surface, objective, arguments, decisions);
        }

        writer.Blank().Line($"/// <summary>The decisions at which <c>{Xml(objective.Name)}</c> is best in expectation.</summary>").Line(SurfaceModel.GeneratedCode);
        using (writer.Block($"public sealed class {objective.Name}Optimum : global::Gen.Optimum"))
        {
            writer.Line("private readonly global::Gen.Models.DecisionPoint decisions;").Blank();
            using (writer.Block($"internal {objective.Name}Optimum(global::Gen.Models.DecisionPoint start, global::Gen.Optimum found)\n    : base(found)"))
            {
                writer.Line("decisions = start.With(found.Point.AsSpan());");
            }

            for (var i = 0; i < decisions.Count; i++)
            {
                writer.Blank().Doc($"The decision '{decisions[i].Name}'.")
                    .Line($"public {SurfaceModel.TypeName(decisions[i].Type)} {Identifier(members[decisions[i].Name])} => {At(decisions[i], "decisions", i)};");
            }
        }
    }

    private static void Construction(CSharpWriter writer, SurfaceModel surface, Objective objective, IReadOnlyList<ObjectiveParameter> arguments)
    {
        var self = Field(objective);
        writer.Line($"private readonly Posterior {self};");
        foreach (var argument in arguments)
        {
            writer.Line($"private readonly {SurfaceModel.TypeName(argument.Type)} {Kept(objective, argument)};");
        }

        writer.Blank();
        using (writer.Block($"internal {objective.Name}Problem(Posterior {self}{string.Concat(arguments.Select(argument => ", " + Declared(argument)))})"))
        {
            writer.Line($"this.{self} = {self};");
            foreach (var argument in arguments)
            {
                var check = SurfaceModel.IsValueType(argument.Type) ? "" : $" ?? throw new global::System.ArgumentNullException({Text(argument.Name)})";
                writer.Line($"{Kept(objective, argument)} = {SurfaceModel.Kept(argument.Type, Identifier(argument.Name) + check, isOptional: false)};");
                if (IsOfNumbers(argument))
                {
                    writer.Line($"global::Gen.Models.DecisionPoint.Check({Text(Title(surface, objective))}, {Text(argument.Name)}, {Identifier(argument.Name)});");
                }
            }
        }
    }

    private static void Search(CSharpWriter writer, Objective objective, IReadOnlyList<ObjectiveParameter> decisions, string verb, string extreme)
    {
        var names = decisions.Select(decision => decision.Name).ToList();
        var bounds = names.Select(name => SurfaceNames.Unique(names.Count == 1 ? "bounds" : name + "Bounds", names)).ToList();
        writer.Blank().Doc($"Searches the decisions of the {extreme} expected utility, from a start that settles their lengths.");
        for (var i = 0; i < names.Count; i++)
        {
            writer.Doc($"Where to start '{names[i]}'.", $"param name=\"{names[i]}\"");
        }

        for (var i = 0; i < names.Count; i++)
        {
            writer.Doc($"The values that '{names[i]}' may take; any where left out.", $"param name=\"{bounds[i]}\"");
        }

        var options = SurfaceNames.Unique("options", [.. names, .. bounds]);
        var start = SurfaceNames.Unique("start", [.. names, .. bounds, options]);
        writer.Doc("Further starts, and tolerances.", $"param name=\"{options}\"")
            .Line($"public {objective.Name}Optimum {verb}(")
            .Line($"    {Optional(decisions)}, {string.Concat(bounds.Select(name => $"global::Gen.Bounds? {Identifier(name)} = null, "))}global::Gen.OptimizeOptions? {options} = null)");
        using (writer.Block(""))
        {
            writer.Line($"var {start} = {Point(objective)}({Names(names)});")
                .Line($"return new({start}, global::Gen.DecisionProblem.Solve(")
                .Line($"    {Evaluator(objective)}({Names(names)}), {start}, {start}.Within({Names(bounds)}), maximize: {(verb == "Maximize" ? "true" : "false")}, {options}));");
        }
    }

    private static void Evaluation(
        CSharpWriter writer, Objective objective, IReadOnlyList<ObjectiveParameter> decisions, IReadOnlyDictionary<string, string> members)
    {
        var names = decisions.Select(decision => decision.Name).ToList();
        var result = decisions.Count == 1
            ? $"{SurfaceModel.TypeName(decisions[0].Type)} Gradient"
            : string.Join(", ", decisions.Select(decision => $"{SurfaceModel.TypeName(decision.Type)} {members[decision.Name]}Gradient"));
        writer.Blank()
            .Doc("The expected utility of decisions, and its gradient by them.")
            .Line($"public (double Value, {result}) Evaluate({Optional(decisions)})");
        using (writer.Block(""))
        {
            var (value, gradient) = (SurfaceNames.Unique("value", names), SurfaceNames.Unique("gradient", names));
            writer.Line($"var ({value}, {gradient}) = {Point(objective)}({Names(names)}).Evaluate({Evaluator(objective)}({Names(names)}));")
                .Line($"return ({value}, {string.Join(", ", decisions.Select((decision, i) => At(decision, gradient, i)))});");
        }

        writer.Blank()
            .Doc("The utility of decisions under each draw of the posterior.")
            .Line($"public global::Gen.ScalarDraws Utilities({Optional(decisions)}) =>")
            .Line($"    {Point(objective)}({Names(names)}).Utilities({Text(objective.Name)}, {Evaluator(objective)}({Names(names)}));");
    }

    private static void Printing(
        CSharpWriter writer, SurfaceModel surface, Objective objective, IReadOnlyList<ObjectiveParameter> arguments, IReadOnlyList<ObjectiveParameter> decisions)
    {
        var given = arguments.Where(HasValue).Select(argument => $"({Text(argument.Name)}, {Kept(objective, argument)})");
        var decided = decisions.Select(decision => $"({Text(decision.Name)}, {Text(SurfaceModel.Words(decision.Type))})");
        writer.Blank()
            .Doc("The objective, its arguments, the number of draws and the decisions.")
            .Line("public override string ToString() => global::Gen.Models.DecisionPoint.Describe(")
            .Line($"    {Text(Title(surface, objective))}, {Field(objective)}.Statistics, new({string.Join(", ", given)}), {string.Join(", ", decided)});");
    }

    private static void Seam(
        CSharpWriter writer, SurfaceModel surface, Objective objective, IReadOnlyList<ObjectiveParameter> arguments, IReadOnlyList<ObjectiveParameter> decisions)
    {
        var lengths = decisions.SelectMany(decision => decision.Type switch
        {
            ParameterType.Vector => [$"{Identifier(decision.Name)}.Length"],
            ParameterType.Matrix => new[] { $"{Identifier(decision.Name)}.Rows", $"{Identifier(decision.Name)}.Columns" },
            _ => [],
        });
        string[] inputs = [$"{Field(objective)}.Model.Compiled.Data", $"{Field(objective)}.Quantities", .. arguments.Select(argument => Kept(objective, argument)), .. lengths];
        var declared = string.Join(", ", decisions.Select(Declared));
        writer.Blank()
            .Line($"private global::Gen.IObjective {Evaluator(objective)}({declared}) =>")
            .Line($"    {Thrown(surface, objective) ?? $"new {surface.Kernels}.{surface.Layout.ObjectiveClass(objective)}({string.Join(", ", inputs)})"};")
            .Blank()
            .Line($"private static global::Gen.Models.DecisionPoint {Point(objective)}({declared}) => new({string.Join(", ", decisions.Select(decision => $"({Text(decision.Name)}, {Identifier(decision.Name)})"))});");
    }

    private static List<ObjectiveParameter> Arguments(Objective objective) => [.. objective.Parameters.Where(parameter => parameter.Binding == Binding.Argument)];

    /// <summary>The objective with its model, as messages name it.</summary>
    private static string Title(SurfaceModel surface, Objective objective) => $"{surface.Model.Name.Type}.{objective.Name}";

    private static bool IsOfNumbers(ObjectiveParameter argument) => argument.Type is ParameterType.Real or ParameterType.Vector or ParameterType.Matrix;

    /// <summary>Whether its value prints as numbers.</summary>
    private static bool HasValue(ObjectiveParameter argument) => argument.Type is not (ParameterType.Boolean or ParameterType.Dim);

    private static string? Thrown(SurfaceModel surface, Objective objective) => SurfaceModel.Thrown(Title(surface, objective), objective.Refusal);

    /// <summary>The field that holds the posterior, under a name that no parameter hides.</summary>
    private static string Field(Objective objective) => Beside("posterior", objective);

    /// <summary>The method that makes a point of decisions.</summary>
    private static string Point(Objective objective) => Beside("At", objective);

    /// <summary>The method that makes what evaluates them.</summary>
    private static string Evaluator(Objective objective) => Beside("Objective", objective);

    private static string Beside(string preferred, Objective objective) => SurfaceNames.Unique(preferred, objective.Parameters.Select(parameter => parameter.Name));

    /// <summary>The field that keeps an argument.</summary>
    private static string Kept(Objective objective, ObjectiveParameter argument) => "argument" + MemberNames.Assign(Arguments(objective).Select(own => own.Name), [])[argument.Name];

    private static string Declared(ObjectiveParameter parameter) => $"{SurfaceModel.TypeName(parameter.Type)} {Identifier(parameter.Name)}";

    /// <summary>Parameters, those at the end with the values that they have where none is given: before one that must be given, C# takes none.</summary>
    private static string Optional(IReadOnlyList<ObjectiveParameter> parameters)
    {
        var given = parameters.Count - parameters.Reverse().TakeWhile(parameter => parameter.Default is not null).Count();
        return string.Join(", ", parameters.Select((parameter, i) => Declared(parameter) + (i < given ? "" : $" = {Default(parameter)}")));
    }

    private static string Default(ObjectiveParameter parameter) => parameter.Type switch
    {
        ParameterType.Boolean => parameter.Default != 0 ? "true" : "false",
        ParameterType.Integer => Number((int)parameter.Default!.Value),
        _ => Number(parameter.Default!.Value),
    };

    private static string Names(IEnumerable<string> names) => string.Join(", ", names.Select(Identifier));

    private static string At(ObjectiveParameter decision, string point, int index) => decision.Type switch
    {
        ParameterType.Real => $"{point}.Scalar({Number(index)})",
        ParameterType.Matrix => $"{point}.Matrix({Number(index)})",
        _ => $"{point}.Vector({Number(index)})",
    };
}
