using System;
using System.Collections.Generic;
using System.Linq;
using Gen.Compiler.Analysis;
using Gen.Compiler.Definitions;
using Gen.Compiler.Ir;

namespace Gen.Compiler.Emission;

/// <summary>Writes the checks of data that are parameters of densities, or factors of them: a scale of 0 is found when the model is constructed.</summary>
internal sealed class ParameterCheckEmitter
{
    private readonly CSharpWriter writer;
    private readonly ModelLayout layout;
    private readonly Program program;
    private readonly MethodScope scope;
    private readonly int node;
    private readonly string complaint;

    private ParameterCheckEmitter(CSharpWriter writer, ModelLayout layout, Program program, MethodScope scope, int node, string complaint) =>
        (this.writer, this.layout, this.program, this.scope, this.node, this.complaint) = (writer, layout, program, scope, node, CSharpWriter.Text($"{layout.Name}: {complaint}"));

    public static void Write(CSharpWriter writer, ModelLayout layout, Program program, MethodScope scope)
    {
        foreach (var requirement in DataRequirement.Of(program))
        {
            var parameter = requirement.Parameter;
            var demand = Supports.Demand(parameter.Requires) ?? (parameter.Requires == Support.Simplex ? "be probabilities that sum to 1" : "increase");
            var (name, statement) = ($"{parameter.Name} of {parameter.Distribution}", layout.Model.Sites[requirement.Site].Text);
            var complaint = requirement.IsFactor
                ? $"{Name(program, parameter.Node)} is a factor of {name} in '{statement}', so it must {demand}"
                : $"{name} must {demand} in '{statement}'";
            new ParameterCheckEmitter(writer, layout, program, scope, parameter.Node, complaint).Write(parameter);
        }

        foreach (var (parameter, site) in DataRequirement.Ordered(program))
        {
            var complaint = $"{parameter.Name} must {parameter.Demand} in '{layout.Model.Sites[site].Text}'";
            new ParameterCheckEmitter(writer, layout, program, scope, parameter.Node, complaint).Write(parameter.Condition);
        }
    }

    private Graph Graph => program.Graph;

    private static string Name(Program program, int node) => program.Graph[node] is { Kind: NodeKind.Read } read ? program.Arrays[read.Symbol].Name : "it";

    private void Write(RequiredParameter parameter)
    {
        // The axes along which elements belong together, such as probabilities that sum to one, come last.
        var together = parameter.Requires is Support.Simplex or Support.Ordered ? parameter.Axes : [];
        Write(node, together, parameter.Requires switch
        {
            Support.Simplex => () => Simplex([.. parameter.Axes]),
            Support.Ordered => () => Ordered([.. parameter.Axes]),
            _ => () => Require(RequiredParameter.OfNumber(parameter.Requires, Graph.Wrap(node))),
        });
    }

    private void Write(Expr condition) => Write(Graph.Id(condition), [], () => Require(condition));

    /// <summary>Writes a check wherever what it asks varies, once the data that it reads were given.</summary>
    private void Write(int asked, IEnumerable<int> together, Action check)
    {
        var observed = layout.Model.Parameters
            .Where(data => data.IsObserved && Dependence.Reachable(Graph, [asked]).Any(id => Graph[id].Kind == NodeKind.Read && Graph[id].Symbol == data.Array))
            .Select(data => $"{layout.Names.Argument(data)} is not null").ToArray();
        using var given = observed.Length > 0 ? writer.Block($"if ({string.Join(" && ", observed)})") : (IDisposable?)null;
        Over([.. Enumerable.Range(0, Graph.Axes.Count).Where(axis => Graph.Varies(asked, axis) && !together.Contains(axis))], check);
    }

    private void Simplex(IReadOnlyList<int> axes)
    {
        using var block = writer.Block("");
        var sum = scope.Names.Unique("sum");
        writer.Line($"var {sum} = 0.0;");
        Over(axes, () =>
        {
            Require(RequiredParameter.OfNumber(Support.NonNegative, Graph.Wrap(node)));
            writer.Line($"{sum} += {scope.Expressions.Value(node).Text};");
        });
        using (writer.Block($"if (!(Math.Abs({sum} - 1) <= {CSharpWriter.Number(SupportConditions.SumTolerance)}))"))
        {
            writer.Line($"throw DataCheck.OutsideRange({complaint}, \"the sum\", {sum});");
        }
    }

    private void Ordered(IReadOnlyList<int> axes) => Over(axes, () =>
    {
        var axis = axes[0];
        var before = new Substitution(Graph, new() { [axis] = Graph.Index(axis) - 1 }).Apply(Graph.Wrap(node));
        Require(Gen.Numerics.Functions.Less(before, Graph.Wrap(node)), $"{scope.Loop(axis)} > {scope.Expressions.Address(Graph.Axes[axis].Lower, 1)} && ");
    });

    private void Require(Expr condition, string where = "")
    {
        var indices = Graph[node] is { Kind: NodeKind.Read } read ? read.Arguments : [];
        var name = Name(program, node);
        var place = indices.Count == 0 ? CSharpWriter.Text(name) : CheckEmitter.Place(scope, indices).Insert(2, name);
        using (writer.Block($"if ({where}!({scope.Expressions.Condition(Graph.Id(condition))}))"))
        {
            writer.Line($"throw DataCheck.OutsideRange({complaint}, {place}, {scope.Expressions.Value(node).Text});");
        }
    }

    /// <summary>Writes something inside loops over axes.</summary>
    private void Over(IReadOnlyList<int> axes, Action inside)
    {
        if (axes.Count == 0)
        {
            inside();
            return;
        }

        var (range, variable) = (Graph.Axes[axes[0]], scope.Enter(axes[0]));
        using (writer.Block($"for (var {variable} = {scope.Expressions.Address(range.Lower)}; {variable} < {scope.Expressions.Address(range.Upper)}; {variable}++)"))
        {
            Over([.. axes.Skip(1)], inside);
        }

        scope.Leave(axes[0]);
    }
}
