using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;

namespace Gen.Compiler.Ir;

/// <summary>Prints programs as a reader would write them: <c>sales[i] ~ Normal(mu[i], sigma)  for i &lt; price.Length</c>.</summary>
public sealed class IrPrinter(Graph graph, IReadOnlyList<string> arrays, IReadOnlyList<string> sizes)
{
    private const string Letters = "ijklmnopqrstuvw";
    private readonly Dictionary<int, string> axes = [];

    /// <summary>The statements of a model, the checks of its constructor, and its objectives.</summary>
    public static string Print(Model model)
    {
        var printer = new IrPrinter(Graph.From(model.Nodes, model.Axes), [.. model.Arrays.Select(a => a.Name)], [.. model.Sizes.Select(s => s.Name)]);
        var text = new StringBuilder();
        foreach (var prepared in model.Prepared)
        {
            var start = text.Length;
            if (prepared.Call is { } call)
            {
                var arguments = call.Arguments.Select(argument => $"{argument.Parameter}: {(argument.Array < 0 ? argument.Literal : model.Arrays[argument.Array].Name)}");
                text.Append(model.Arrays[prepared.Array].Name).Append(" = ").Append(call.Method).Append('(').Append(string.Join(", ", arguments)).Append(")\n");
            }

            printer.Append(text, prepared.Steps, 0);
            text.Replace("\n", "\n  ", start, text.Length - start - 1).Insert(start, "prepare ");
        }

        printer.Append(text, Program.WithoutRequirements(model.Steps), 0);
        printer.Append(text, model.Checks, model.LengthChecks);
        foreach (var objective in model.Objectives)
        {
            printer.Append(text, Program.WithoutRequirements(objective.Steps), 0);
            text.Append(objective.Name).Append('(').Append(string.Join(", ", objective.Parameters.Select(p => $"{p.Name}: {p.Binding}"))).Append(") = ")
                .Append(printer.Print(objective.Value)).Append('\n');
            printer.Append(text, objective.Checks, objective.LengthChecks);
        }

        return text.ToString().TrimEnd('\n');
    }

    /// <summary>What the statements of a model require of data, each with the loops that it stands in.</summary>
    public static string PrintRequirements(Model model)
    {
        var printer = new IrPrinter(Graph.From(model.Nodes, model.Axes), [.. model.Arrays.Select(a => a.Name)], [.. model.Sizes.Select(s => s.Name)]);
        var text = new StringBuilder();
        printer.Append(text, Requirements(model.Steps), 0);
        return text.ToString().TrimEnd('\n');

        static IEnumerable<Step> Requirements(IEnumerable<Step> steps) => steps.SelectMany(step => step switch
        {
            RequireStep => [step],
            LoopStep loop when Requirements(loop.Body).ToEquatableArray() is { Count: > 0 } inner => [loop with { Body = inner }],
            _ => Enumerable.Empty<Step>(),
        });
    }

    /// <summary>A printer of a program's expressions: <c>free.a</c> is the position of <c>a</c>, and <c>∂a</c> its adjoint.</summary>
    public static IrPrinter Of(Program program)
    {
        string Name(ArrayDeclaration array) => array.Role switch
        {
            ArrayRole.Position => "free." + array.Name,
            ArrayRole.Adjoint => "∂" + Name(program.Arrays[array.Source]),
            _ => array.Name,
        };
        return new(program.Graph, [.. program.Arrays.Select(Name)], [.. program.Model.Sizes.Select(s => s.Name)]);
    }

    /// <summary>The statements of a program.</summary>
    public static string Print(Program program)
    {
        var printer = Of(program);
        var text = new StringBuilder();
        printer.Append(text, program.Steps, 0);
        return text.ToString().TrimEnd('\n');
    }

    /// <summary>The arrays of a model: <c>latent beta[feature]</c>.</summary>
    public static string PrintArrays(Model model)
    {
        var printer = new IrPrinter(Graph.From(model.Nodes, model.Axes), [], [.. model.Sizes.Select(s => s.Name)]);
        return string.Join("\n", model.Arrays.Select(array =>
            $"{array.Role.ToString().ToLowerInvariant()} {array.Name}{(array.Rank == 0 ? "" : $"[{string.Join(", ", array.Extents.Select(printer.Print))}]")}"));
    }

    /// <summary>One statement; loops are several lines.</summary>
    public string Print(Step step)
    {
        var text = new StringBuilder();
        Append(text, [step], 0);
        return text.ToString().TrimEnd('\n');
    }

    /// <summary>An expression.</summary>
    public string Print(Expr expression) => Print(graph.Id(expression));

    /// <summary>An expression.</summary>
    public string Print(int id)
    {
        var node = graph[id];
        return node.Kind switch
        {
            NodeKind.Constant => node.Value.ToString("R", CultureInfo.InvariantCulture),
            NodeKind.Size => sizes[node.Symbol],
            NodeKind.Index => axes.TryGetValue(node.Symbol, out var name) ? name : $"?{node.Symbol}",
            NodeKind.Read => Read(node.Symbol, node.Arguments),
            NodeKind.Apply => Apply(node),
            _ => Reduction(node),
        };
    }

    private static string Words(Operation operation) => char.ToLowerInvariant(operation.ToString()[0]) + operation.ToString().Substring(1);

    private string Read(int array, EquatableArray<int> indices) =>
        arrays[array] + (indices.Count == 0 ? "" : $"[{string.Join(", ", indices.Select(Print))}]");

    private string Apply(Node node)
    {
        var arguments = node.Arguments.Select(Print).ToList();
        return node.Operation switch
        {
            Operation.Add when graph[node.Arguments[1]] is { Kind: NodeKind.Constant, Value: < 0 } => $"({arguments[0]} - {arguments[1].Substring(1)})",
            Operation.Add or Operation.Subtract or Operation.Multiply or Operation.Divide or Operation.Remainder =>
                $"({arguments[0]} {OperationTable.Row(node.Operation).Operator} {arguments[1]})",
            Operation.IntegerDivide => $"({arguments[0]} div {arguments[1]})",
            Operation.Negate => $"-{arguments[0]}",
            Operation.Less => $"({arguments[0]} < {arguments[1]})",
            Operation.LessOrEqual => $"({arguments[0]} <= {arguments[1]})",
            Operation.Equal => $"({arguments[0]} == {arguments[1]})",
            Operation.And => $"({arguments[0]} and {arguments[1]})",
            Operation.Or => $"({arguments[0]} or {arguments[1]})",
            _ => $"{Words(node.Operation)}({string.Join(", ", arguments)})",
        };
    }

    private string Reduction(Node node)
    {
        var word = node.Kind switch { NodeKind.Sum => "sum", NodeKind.Maximum => "max", _ => "min" };
        var shadowed = axes.TryGetValue(node.Symbol, out var outer);
        Bind(node.Symbol);
        var text = $"{word}({Range(node.Symbol)}: {Print(node.Arguments[0])})";
        axes.Remove(node.Symbol);
        if (shadowed)
        {
            axes.Add(node.Symbol, outer);
        }

        return text;
    }

    private void Bind(int axis) => axes[axis] = Letters.Select(letter => letter.ToString()).First(letter => !axes.ContainsValue(letter));

    private string Range(int axis)
    {
        var (lower, upper) = (graph.Axes[axis].Lower, graph.Axes[axis].Upper);
        return graph[lower] is { Kind: NodeKind.Constant, Value: 0 } ? $"{axes[axis]} < {Print(upper)}" : $"{Print(lower)} <= {axes[axis]} < {Print(upper)}";
    }

    private string Density(Density density)
    {
        foreach (var axis in density.Axes)
        {
            Bind(axis);
        }

        var along = density.Axes.Count == 0 ? "" : " over " + string.Join(", ", density.Axes.Select(Range));
        var arguments = string.Join(", ", density.Arguments.Select(Print).Concat(density.Components.Select(Density)));
        foreach (var axis in density.Axes)
        {
            axes.Remove(axis);
        }

        return $"{density.Distribution}{(density.Parameterization.Length == 0 ? "" : "." + density.Parameterization)}({arguments}){along}";
    }

    private string Operand(Operand operand) => operand.Array < 0 ? "_" : Read(operand.Array, operand.Indices);

    private void Append(StringBuilder text, IEnumerable<Step> steps, int depth)
    {
        foreach (var step in steps)
        {
            text.Append(' ', 2 * depth);
            if (step is LoopStep loop)
            {
                Bind(loop.Axis);
                text.Append("for ").Append(Range(loop.Axis)).Append(loop.Reverse ? " downwards:\n" : ":\n");
                Append(text, loop.Body, depth + 1);
                axes.Remove(loop.Axis);
                continue;
            }

            var (own, guard) = step switch
            {
                SampleStep sample => (sample.Axes, -1),
                ObserveStep observe => (observe.Axes, observe.Guard),
                AssignStep assign => (assign.Axes, assign.Guard),
                PotentialStep potential => (potential.Axes, potential.Guard),
                RequireStep require => ([], require.Guard),
                _ => ([], -1),
            };
            foreach (var axis in own)
            {
                Bind(axis);
            }

            text.Append(step switch
            {
                SampleStep sample => $"{Read(sample.Array, sample.Indices)} ~ {Density(sample.Density)}",
                ObserveStep observe => $"observe {Read(observe.Array, observe.Indices)} ~ {Density(observe.Density)}",
                AssignStep assign => $"{Read(assign.Array, assign.Indices)} {(assign.Accumulate ? "+=" : "=")} {Print(assign.Value)}",
                CallStep call => $"{string.Join(", ", call.Outputs.Select(Operand))} {(RoutineTable.Row(call.Routine).Accumulates ? "+=" : "=")} {call.Routine}({string.Join(", ", call.Inputs.Select(Operand))})",
                PotentialStep potential => $"potential {Print(potential.Value)}",
                RequireStep require => $"require {char.ToLowerInvariant(require.Kind.ToString()[0])}{require.Kind.ToString().Substring(1)}({string.Join(", ", require.Values.Select(Print))})",
                _ => step.ToString(),
            });
            text.Append(own.Count == 0 ? "" : "  for " + string.Join(", ", own.Select(Range))).Append(guard < 0 ? "" : $"  where {Print(guard)}").Append('\n');
            foreach (var axis in own)
            {
                axes.Remove(axis);
            }
        }
    }

    private void Append(StringBuilder text, IEnumerable<SizeCheck> checks, IEnumerable<LengthCheck> lengths)
    {
        foreach (var check in checks)
        {
            text.Append($"require {sizes[check.First]} == {sizes[check.Second]}\n");
        }

        foreach (var check in lengths)
        {
            text.Append($"require {Print(check.First)} == {Print(check.Second)}\n");
        }
    }
}
