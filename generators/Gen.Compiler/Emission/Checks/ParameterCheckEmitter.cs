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
    private readonly RequiredParameter parameter;
    private readonly string complaint;

    private ParameterCheckEmitter(CSharpWriter writer, ModelLayout layout, Program program, MethodScope scope, DataRequirement requirement)
    {
        (this.writer, this.layout, this.program, this.scope, parameter) = (writer, layout, program, scope, requirement.Parameter);
        var demand = Supports.Demand(parameter.Requires) ?? (parameter.Requires == Support.Simplex ? "be probabilities that sum to 1" : "increase");
        var (name, statement) = ($"{parameter.Name} of {parameter.Distribution}", layout.Model.Sites[requirement.Site].Text);
        complaint = CSharpWriter.Text($"{layout.Name}: " + (requirement.IsFactor
            ? $"{Name} is a factor of {name} in '{statement}', so it must {demand}"
            : $"{name} must {demand} in '{statement}'"));
    }

    public static void Write(CSharpWriter writer, ModelLayout layout, Program program, MethodScope scope)
    {
        foreach (var requirement in DataRequirement.Of(program))
        {
            new ParameterCheckEmitter(writer, layout, program, scope, requirement).Write();
        }
    }

    private Graph Graph => program.Graph;

    private string Name => Graph[parameter.Node] is { Kind: NodeKind.Read } read ? program.Arrays[read.Symbol].Name : "it";

    private void Write()
    {
        var observed = layout.Model.Parameters
            .Where(data => data.IsObserved && Dependence.Reachable(Graph, [parameter.Node]).Any(id => Graph[id].Kind == NodeKind.Read && Graph[id].Symbol == data.Array))
            .Select(data => $"{layout.Names.Argument(data)} is not null").ToArray();
        using var given = observed.Length > 0 ? writer.Block($"if ({string.Join(" && ", observed)})") : (IDisposable?)null;

        // The axes along which elements belong together, such as probabilities that sum to one, come last.
        var together = parameter.Requires is Support.Simplex or Support.Ordered ? parameter.Axes : [];
        Over([.. Enumerable.Range(0, Graph.Axes.Count).Where(axis => Graph.Varies(parameter.Node, axis) && !together.Contains(axis))], parameter.Requires switch
        {
            Support.Simplex => Simplex,
            Support.Ordered => Ordered,
            _ => () => Require(RequiredParameter.OfNumber(parameter.Requires, Graph.Wrap(parameter.Node))),
        });
    }

    private void Simplex()
    {
        using var block = writer.Block("");
        var sum = scope.Names.Unique("sum");
        writer.Line($"var {sum} = 0.0;");
        Over([.. parameter.Axes], () =>
        {
            Require(RequiredParameter.OfNumber(Support.NonNegative, Graph.Wrap(parameter.Node)));
            writer.Line($"{sum} += {scope.Expressions.Value(parameter.Node).Text};");
        });
        using (writer.Block($"if (!(Math.Abs({sum} - 1) <= {CSharpWriter.Number(SupportConditions.SumTolerance)}))"))
        {
            writer.Line($"throw DataCheck.OutsideRange({complaint}, \"the sum\", {sum});");
        }
    }

    private void Ordered() => Over([.. parameter.Axes], () =>
    {
        var axis = parameter.Axes[0];
        var before = new Substitution(Graph, new() { [axis] = Graph.Index(axis) - 1 }).Apply(Graph.Wrap(parameter.Node));
        Require(Gen.Numerics.Functions.Less(before, Graph.Wrap(parameter.Node)), $"{scope.Loop(axis)} > {scope.Expressions.Address(Graph.Axes[axis].Lower, 1)} && ");
    });

    private void Require(Expr condition, string where = "")
    {
        var indices = Graph[parameter.Node] is { Kind: NodeKind.Read } read ? read.Arguments : [];
        var place = indices.Count == 0 ? CSharpWriter.Text(Name) : CheckEmitter.Place(scope, indices).Insert(2, Name);
        using (writer.Block($"if ({where}!({scope.Expressions.Condition(Graph.Id(condition))}))"))
        {
            writer.Line($"throw DataCheck.OutsideRange({complaint}, {place}, {scope.Expressions.Value(parameter.Node).Text});");
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
