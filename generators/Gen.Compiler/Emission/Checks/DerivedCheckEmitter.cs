using System;
using System.Collections.Generic;
using System.Linq;
using Gen.Compiler.Ir;
using Gen.Compiler.Passes;

namespace Gen.Compiler.Emission;

/// <summary>Writes the checks of what a model computes from its data and observes, <c>Observe(Log(y), …)</c>: it is finite, as data are.</summary>
internal sealed class DerivedCheckEmitter(CSharpWriter writer, ModelLayout layout, Program program, MethodScope scope)
{
    /// <summary>The checks of a statement and those inside it; <paramref name="loops"/> are the axes of the loops around it.</summary>
    public void Write(Step step, IReadOnlyList<int> loops)
    {
        if (step is LoopStep loop)
        {
            foreach (var inner in loop.Body)
            {
                Write(inner, [.. loops, loop.Axis]);
            }
        }
        else if (step is ObserveStep observe && program.Arrays[observe.Array].Role != ArrayRole.Data && Value(observe) is { } value)
        {
            var given = Likelihoods.Sources(layout.Model, observe.Array).Where(parameter => parameter.IsObserved).Select(parameter => $"{layout.Names.Argument(parameter)} is not null").ToArray();
            using var block = writer.Block(given.Length == 0 ? "" : $"if ({string.Join(" && ", given)})");
            Over([.. loops, .. program.Order.Sort(observe.Axes)], () => Require(observe, value));
        }
    }

    /// <summary>What is observed as data have it, or null where it is more than an expression of their elements.</summary>
    private int? Value(ObserveStep step)
    {
        var graph = program.Graph;
        var writes = Program.Flatten(program.Steps).Where(other => other is not LoopStep && Dependence.Writes(other).Contains(step.Array)).ToArray();
        if (writes.Length != 1 || writes[0] is not AssignStep { Accumulate: false, Guard: < 0 } assign
            || assign.Indices.Any(index => graph[index].Kind != NodeKind.Index) || assign.Indices.Distinct().Count() < assign.Indices.Count)
        {
            return null;
        }

        var element = Enumerable.Range(0, assign.Indices.Count).ToDictionary(d => graph[assign.Indices[d]].Symbol, d => graph.Wrap(step.Indices[d]));
        var value = graph.Id(new Substitution(graph, element).Apply(graph.Wrap(assign.Value)));
        return CheckEmitter.IsPlain(program, value) && (step.Guard < 0 || CheckEmitter.IsPlain(program, step.Guard)) ? value : null;
    }

    private void Require(ObserveStep step, int value)
    {
        var code = scope.Expressions.Value(value).Text;
        var guard = step.Guard < 0 ? "" : $"({scope.Expressions.Condition(step.Guard)}) && ";
        using (writer.Block($"if ({guard}!double.IsFinite({code}))"))
        {
            var complaint = CSharpWriter.Text($"{layout.Name}: what is observed must be finite in '{layout.Model.Sites[step.Site].Text}'");
            var name = program.Arrays[step.Array].Name;
            writer.Line($"throw DataCheck.OutsideRange({complaint}, {(step.Indices.Count == 0 ? CSharpWriter.Text(name) : CheckEmitter.Place(scope, step.Indices).Insert(2, name))}, {code});");
        }
    }

    private void Over(IReadOnlyList<int> axes, Action inside)
    {
        if (axes.Count == 0)
        {
            inside();
            return;
        }

        var (range, variable) = (program.Graph.Axes[axes[0]], scope.Enter(axes[0]));
        using (writer.Block($"for (var {variable} = {scope.Expressions.Address(range.Lower)}; {variable} < {scope.Expressions.Address(range.Upper)}; {variable}++)"))
        {
            Over([.. axes.Skip(1)], inside);
        }

        scope.Leave(axes[0]);
    }
}
