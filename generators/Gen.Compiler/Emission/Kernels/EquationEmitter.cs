using System.Collections.Generic;
using System.Linq;
using Gen.Compiler.Differentiation;
using Gen.Compiler.Ir;
using Gen.Compiler.Passes;
using Gen.Compiler.Scheduling;

namespace Gen.Compiler.Emission;

/// <summary>Writes the right-hand sides of a model's differential equations, with the Jacobians that the compiler derives from them.</summary>
internal static class EquationEmitter
{
    /// <summary>The equations of a model, in order.</summary>
    public static IReadOnlyList<DifferentialEquation> Of(Model model) =>
        [.. Program.Flatten(model.Steps.Concat(model.Objectives.SelectMany(objective => objective.Steps))).OfType<CallStep>()
            .Where(call => call.Equation is not null).Select(call => call.Equation!).Distinct()];

    /// <summary>The name of the type of an equation.</summary>
    public static string Name(Model model, DifferentialEquation equation)
    {
        var number = Of(model).TakeWhile(other => other.Time != equation.Time).Count();
        return "RightHandSide" + (number == 0 ? "" : (number + 1).ToString(System.Globalization.CultureInfo.InvariantCulture));
    }

    /// <summary>How many parameters an equation has.</summary>
    public static int ParameterCount(Program program, DifferentialEquation equation) =>
        (int)program.Graph[program.Arrays[equation.Parameters].Extents[0]].Value;

    public static void Write(CSharpWriter writer, ModelLayout layout, DifferentialEquation equation)
    {
        var program = Program.From(layout.Model);
        var parameters = ParameterCount(program, equation);
        writer.Blank();
        writer.Doc($"The right-hand side of a differential equation of {layout.Name}: parameters and constants begin at a place in their arrays.");
        using (writer.Block(
            $"internal readonly struct {Name(layout.Model, equation)}(Data data, double[] parameters, int firstParameter, double[] constants, int firstConstant) : IDifferentialEquation"))
        {
            writer.Line($"public int States => {equation.Derivatives.Count};");
            writer.Blank().Line($"public int Parameters => {parameters};").Blank();
            using (writer.Block("public void Derivative(double time, ReadOnlySpan<double> state, Span<double> derivative)"))
            {
                Derivative(writer, layout, program, equation);
            }

            writer.Blank();
            using (writer.Block("public void Jacobians(double time, ReadOnlySpan<double> state, Span<double> byState, Span<double> byParameter)"))
            {
                Jacobians(writer, layout, program, equation, parameters);
            }
        }
    }

    private static void Derivative(CSharpWriter writer, ModelLayout layout, Program program, DifferentialEquation equation)
    {
        program = program.WithLocal("derivative", [equation.Derivatives.Count], out var derivative);
        var steps = equation.Derivatives.Select((node, i) => new AssignStep(derivative, [], [program.Graph.Id(i)], node, false, -1, -1)).ToArray();
        Write(writer, layout, program, equation, steps, new() { [derivative] = new("derivative", "derivative", ArrayPlace.Span) });
    }

    /// <summary>A row for each element of the derivative: what it is differentiated by are the state and the parameters.</summary>
    private static void Jacobians(CSharpWriter writer, ModelLayout layout, Program program, DifferentialEquation equation, int parameters)
    {
        var (n, steps, codes) = (equation.Derivatives.Count, new List<Step>(), new Dictionary<int, ArrayCode>());
        program = program with
        {
            Arrays = [.. program.Arrays.Select((array, i) => i == equation.State || i == equation.Parameters ? array with { Role = ArrayRole.Decision } : array)],
        };
        writer.Line("byState.Clear();");
        if (parameters > 0)
        {
            // Whoever wants no sensitivities gives no room for derivatives by parameters.
            writer.Line($"var wanted = byParameter.IsEmpty ? stackalloc double[{n * parameters}] : byParameter;");
            writer.Line("wanted.Clear();");
        }

        for (var row = 0; row < n; row++)
        {
            program = program.WithArray(new("element" + row, ArrayRole.Target, false, [], []), out var target);
            var differentiated = Differentiate.Run(program with { Steps = [new AssignStep(target, [], [], equation.Derivatives[row], false, -1, -1)] }, ArrayRole.Decision);
            foreach (var step in differentiated.Steps.OfType<AssignStep>().Where(step => step.Array != target))
            {
                var isState = differentiated.Arrays[step.Array].Source == equation.State;
                var text = isState ? $"byState.Slice({row * n}, {n})" : $"wanted.Slice({row * parameters}, {parameters})";
                codes[step.Array] = new(text, isState ? "byState" : "byParameter", ArrayPlace.Span);
                steps.Add(step);
            }

            program = differentiated with { Arrays = [.. differentiated.Arrays.Select((array, i) => i == target ? array with { Role = ArrayRole.Local } : array)] };
        }

        Write(writer, layout, program, equation, steps, codes);
    }

    private static void Write(
        CSharpWriter writer, ModelLayout layout, Program program, DifferentialEquation equation, IReadOnlyList<Step> steps, Dictionary<int, ArrayCode> codes)
    {
        codes[equation.Time] = new("time", "time", ArrayPlace.Scalar);
        codes[equation.State] = new("state", "state", ArrayPlace.Span);
        codes[equation.Parameters] = new("theta", "theta", ArrayPlace.Span);
        codes[equation.Constants] = new("known", "known", ArrayPlace.Span);
        var read = new HashSet<int>(steps.SelectMany(step => Dependence.Reads(program.Graph, step)));
        if (read.Contains(equation.Parameters))
        {
            writer.Line("var theta = parameters.AsSpan(firstParameter);");
        }

        if (read.Contains(equation.Constants))
        {
            writer.Line("var known = constants.AsSpan(firstConstant);");
        }

        var scope = new MethodScope(
            program, array => codes.TryGetValue(array, out var code) ? code : layout.Data(array, "data."), size => "data." + layout.SizeMember(size),
            ["data", "time", "state", "derivative", "parameters", "constants", "firstParameter", "firstConstant", "byState", "byParameter", "wanted", "theta", "known"]);
        new BlockWriter(program, scope, writer, new Kernels(new([]))).Write(new Schedule(program, (_, _) => false).Fused(steps));
    }
}
