using System.Collections.Generic;
using System.Linq;
using Gen.Compiler.Ir;

namespace Gen.Compiler.Emission;

/// <summary>Writes the checks that integers which data decide do not wrap around, and are not divided by zero.</summary>
internal static class IntegerCheckEmitter
{
    public static void Write(CSharpWriter writer, ModelLayout layout, Program program, MethodScope scope)
    {
        foreach (var check in layout.Model.IntegerChecks)
        {
            var free = program.Graph.FreeAxes(check.Value) | (check.Guard < 0 ? 0 : program.Graph.FreeAxes(check.Guard));
            int[] axes = [.. program.Order.Sort(free)];
            var blocks = new Stack<System.IDisposable>();
            var reads = Dependence.Reachable(program.Graph, [check.Value, check.Guard]).Select(id => program.Graph[id]).Where(node => node.Kind == NodeKind.Read).Select(node => node.Symbol).ToArray();
            foreach (var parameter in layout.Model.Parameters.Where(parameter => parameter.IsObserved && reads.Contains(parameter.Array)))
            {
                blocks.Push(writer.Block($"if ({layout.Names.Argument(parameter)} is not null)"));
            }

            foreach (var axis in axes)
            {
                scope.Enter(axis);
                var (range, variable) = (program.Graph.Axes[axis], scope.Loop(axis));
                blocks.Push(writer.Block($"for (var {variable} = {scope.Expressions.Address(range.Lower)}; {variable} < {scope.Expressions.Address(range.Upper)}; {variable}++)"));
            }

            if (check.Guard >= 0)
            {
                blocks.Push(writer.Block($"if ({scope.Expressions.Condition(check.Guard)})"));
            }

            var place = string.Join(", ", axes.Select(scope.Loop));
            writer.Line($"DataCheck.{check.Kind}(\"{layout.Name}\", {CSharpWriter.Text(check.Text)}, {scope.Expressions.Value(check.Value).Text}, {CSharpWriter.Text(layout.Model.Sites[check.Site].Text)}{(place.Length == 0 ? "" : ", " + place)});");
            while (blocks.Count > 0)
            {
                blocks.Pop().Dispose();
            }

            foreach (var axis in axes)
            {
                scope.Leave(axis);
            }
        }
    }
}
