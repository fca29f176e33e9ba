using System;
using System.Linq;
using Gen.Compiler.Definitions;
using Gen.Compiler.Ir;

namespace Gen.Compiler.Emission;

/// <summary>Writes the check of observed vectors whose elements have a sum: probabilities, and the counts of a number of trials.</summary>
internal sealed class JointCheckEmitter
{
    private readonly Program program;
    private readonly ObserveStep step;
    private readonly bool isSimplex;
    private readonly int total;

    private JointCheckEmitter(Program program, ObserveStep step, bool isSimplex, int total) => (this.program, this.step, this.isSimplex, this.total) = (program, step, isSimplex, total);

    /// <summary>The check of an observed vector, or null where its distribution has it on all vectors.</summary>
    public static JointCheckEmitter? Of(Program program, ObserveStep step)
    {
        var definition = DistributionDefinition.Of(step.Density);
        if (definition.Attribute.Support == Support.Simplex)
        {
            return new(program, step, true, -1);
        }

        if (definition.Attribute.Support != Support.CountVector)
        {
            return null;
        }

        // A number of trials that is itself summed over, as in Sum(counts, 1), needs a loop: it is left to the density.
        var form = definition.Forms.First(form => form.Name == step.Density.Parameterization);
        var number = form.Parameters.Select(parameter => parameter.Name).ToList().IndexOf(definition.Attribute.Upper!);
        var total = number >= 0 && CheckEmitter.IsPlain(program, step.Density.Arguments[number]) ? step.Density.Arguments[number] : -1;
        return new(program, step, false, total);
    }

    /// <summary>Writes it inside the loops over what the vectors lie along.</summary>
    public void Write(CSharpWriter writer, ModelLayout layout, MethodScope scope, string likelihood, Func<string> element)
    {
        var array = program.Arrays[step.Array];
        var axis = step.Density.Axes[0];
        var range = program.Graph.Axes[axis];
        var sum = scope.Names.Unique("sum");
        var support = isSimplex ? "the vectors of probabilities, which sum to 1" : "the vectors of counts that sum to n";
        writer.Line($"var {sum} = 0.0;");
        var variable = scope.Enter(axis);
        using (writer.Block($"for (var {variable} = {scope.Expressions.Address(range.Lower)}; {variable} < {scope.Expressions.Address(range.Upper)}; {variable}++)"))
        {
            var x = element();
            var outside = isSimplex ? $"!({x} > 0)" : $"!({x} >= 0)" + (array.IsInteger ? "" : $" || {x} != Math.Floor({x})");
            using (writer.Block($"if ({outside})"))
            {
                writer.Line($"throw DataCheck.OutsideSupport(\"{layout.Name}\", \"{array.Name}\", {CheckEmitter.Place(scope, step.Indices)}, {x}, {likelihood}, \"{support}\");");
            }

            writer.Line($"{sum} += {x};");
        }

        scope.Leave(axis);
        if (isSimplex || total >= 0)
        {
            var row = CheckEmitter.Place(scope, [.. step.Indices.Take(step.Indices.Count - 1)]);
            var wanted = isSimplex ? "1" : scope.Expressions.Value(total).Text;
            writer.Line($"DataCheck.Sum(\"{layout.Name}\", \"{array.Name}\", {row}, {sum}, {wanted}, {likelihood});");
        }
    }
}
