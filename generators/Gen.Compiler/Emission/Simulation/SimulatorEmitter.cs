using System.Collections.Generic;
using System.Linq;
using Gen.Compiler.Ir;
using Gen.Compiler.Scheduling;

namespace Gen.Compiler.Emission;

/// <summary>Writes the class that runs a model forwards: the body's statements in their order, latents and likelihoods drawn.</summary>
internal sealed class SimulatorEmitter
{
    private readonly CSharpWriter writer;
    private readonly ModelLayout layout;
    private readonly SimulatedData data;
    private readonly Program program;
    private readonly ValuesCode code;
    private readonly List<int> quantities;
    private readonly BlockWriter inLoops;
    private readonly BlockWriter whole;

    private SimulatorEmitter(CSharpWriter writer, ModelLayout layout)
    {
        this.writer = writer;
        this.layout = layout;
        data = SimulatedData.Of(layout.Model);
        var drawn = new DrawnComponents(data.Program);
        program = DrawnSteps.Of(drawn);
        quantities = [.. Quantities.Of(layout.Model)];
        code = new(layout, program, ["random", "given", "values"]);
        code.Scope.Expressions.Chosen = new(layout.Name, program, data.Known.Values);
        string Draw(SampleStep step) => DrawCode.Of(code.Scope, drawn, step);
        inLoops = new(program, code.Scope, writer, new Kernels(new([]))) { Draw = Draw, Unless = Unless };
        whole = new(program, code.Scope, writer, new Kernels(new([]))) { Draw = Draw };
    }

    public static void Write(CSharpWriter writer, ModelLayout layout)
    {
        writer.Doc($"Runs {layout.Name} forwards: every quantity that is not given is drawn or computed, in order.");
        using (writer.Block("internal static class Simulator"))
        using (writer.Block("public static void Run(Data data, RandomStream random, ReadOnlySpan<bool> given, Span<double> values)"))
        {
            new SimulatorEmitter(writer, layout).Write();
        }
    }

    private void Write()
    {
        foreach (var (array, site) in data.Ends)
        {
            writer.Line($"DataCheck.CannotEnd({CSharpWriter.Text(layout.Name)}, {CSharpWriter.Text(program.Arrays[array].Name)}, {CSharpWriter.Text(layout.Model.Sites[site].Text)});");
        }

        code.Slice(writer, quantities.Select(data.Values), "values");
        foreach (var array in data.Partial)
        {
            Begin(array);
        }

        var drawn = data.Known.ToDictionary(entry => entry.Key, entry => code.Scope.ArrayOf(data.Values(entry.Key)));
        foreach (var array in data.Filled)
        {
            Fill(array);
        }

        code.DeclareLocals(writer, program.Steps);
        foreach (var known in data.Known)
        {
            Know(known.Key, known.Value, drawn[known.Key]);
        }

        foreach (var copy in data.Copies.Where(copy => quantities.Contains(copy.Key)))
        {
            // What is set is so wherever it is computed.
            using var isSet = writer.Block($"if (given[{quantities.IndexOf(copy.Key)}])");
            var (own, other) = (code.Scope.ArrayOf(copy.Key), code.Scope.ArrayOf(copy.Value));
            writer.Line(own.Place == ArrayPlace.Scalar ? $"{other.Text} = {own.Text};" : $"{own.Text}.CopyTo({other.Text});");
        }

        var schedule = new Schedule(program, (_, _) => false);
        foreach (var step in program.Steps)
        {
            writer.Blank();
            if (step is not LoopStep && Unless(step) is { } condition)
            {
                using (writer.Block($"if ({condition})"))
                {
                    Require(step);
                    whole.WriteApart(schedule.InOrder(step));
                }
            }
            else
            {
                Require(step);
                (step is LoopStep ? inLoops : whole).WriteApart(schedule.InOrder(step));
            }
        }
    }

    /// <summary>The condition under which a step is carried out at all: its quantity is not set, or what it computes is of data that were given.</summary>
    private string? Unless(Step step)
    {
        var onlyIfGiven = data.OnlyIfGiven(step).Select(array => $"given[{quantities.IndexOf(array)}]").ToArray();
        return onlyIfGiven.Length > 0 ? string.Join(" || ", onlyIfGiven)
            : quantities.IndexOf(Original(Dependence.Writes(step).First())) is >= 0 and var quantity ? $"!given[{quantity}]" : null;
    }

    private int Original(int array) => data.Copies.Where(copy => copy.Value == array).Select(copy => copy.Key).DefaultIfEmpty(array).First();

    /// <summary>What need not be drawn is as it was given, and nothing where it was not.</summary>
    private void Begin(int array)
    {
        var values = code.Scope.ArrayOf(data.Values(array));
        var isScalar = values.Place == ArrayPlace.Scalar;
        var missing = isScalar ? $"{values.Text} = double.NaN;" : $"{values.Text}.Fill(double.NaN);";
        if (program.Arrays[array].Role != ArrayRole.Data)
        {
            writer.Line(missing);
            return;
        }

        var source = layout.Data(array, "data.");
        using (writer.Block($"if (given[{quantities.IndexOf(array)}])"))
        {
            if (isScalar || !source.IsInteger)
            {
                writer.Line(isScalar ? $"{values.Text} = {source.Text};" : $"{source.Text}.CopyTo({values.Text});");
            }
            else
            {
                using var loop = writer.Block($"for (var i = 0; i < {values.Text}.Length; i++)");
                writer.Line($"{values.Text}[i] = {source.Text}[i];");
            }
        }

        using (writer.Block("else"))
        {
            writer.Line(missing);
        }
    }

    /// <summary>What a process reads while it fills it is refused where it was neither given nor drawn.</summary>
    private void Fill(int array)
    {
        var own = data.Values(array);
        var declaration = program.Arrays[own];
        var values = code.Scope.ArrayOf(own);
        var name = code.Scope.Names.Unique("filled" + Identifiers.Pascal(declaration.Name));
        var columns = declaration.Rank == 2 ? code.Scope.Expressions.Address(declaration.Extents[1]) : "1";

        // What the body derives of data is copied element by element as it is computed.
        var given = program.Arrays[array].Role == ArrayRole.Data ? $"given[{quantities.IndexOf(array)}], false" : "false, true";
        SampleStep[] draws = [.. Program.Flatten(program.Steps).OfType<SampleStep>()];
        var reader = (draws.FirstOrDefault(step => Dependence.Reads(program.Graph, step).Contains(own)) ?? draws.First(step => step.Array == own)).Site;
        writer.Line($"var {name} = new FilledData({CSharpWriter.Text(layout.Name)}, {CSharpWriter.Text(declaration.Name)}, {CSharpWriter.Text(layout.Model.Sites[reader].Text)}, {values.Text}, {columns}, {given});");
        code.Set(own, new(name, name, ArrayPlace.Filled));
    }

    /// <summary>What is generated reads the series that was given, or the drawn one where none was.</summary>
    private void Know(int array, int known, ArrayCode drawn)
    {
        var given = program.Arrays[array].Role == ArrayRole.Data ? layout.Data(array, "data.") : code.Scope.ArrayOf(array);
        var name = code.Scope.Names.Unique("known" + Identifiers.Pascal(program.Arrays[array].Name));
        var numbers = given.IsInteger ? $"Array.ConvertAll({given.Text}, number => (double)number)" : given.Text;
        writer.Line($"ReadOnlySpan<double> {name} = given[{quantities.IndexOf(array)}] ? {numbers} : {drawn.Text};");
        code.Set(known, new(name, name, ArrayPlace.Span));
    }

    /// <summary>Data with a likelihood may be missing, and are then read by nothing but it.</summary>
    private void Require(Step step)
    {
        var required = new HashSet<string>();
        foreach (var inner in Program.Flatten([step]).Where(inner => inner is not LoopStep && !data.OnlyIfGiven(inner).Any()))
        {
            foreach (var parameter in Likelihoods.Sources(layout.Model, Dependence.Reads(program.Graph, inner)).Where(parameter => parameter.IsObserved && required.Add(parameter.Name)))
            {
                var reader = inner.Site >= 0 ? layout.Model.Sites[inner.Site].Text : parameter.Name;
                writer.Line($"DataCheck.Given({CSharpWriter.Text(layout.Name)}, {CSharpWriter.Text(parameter.Name)}, given[{quantities.IndexOf(parameter.Array)}], {CSharpWriter.Text(reader)});");
            }
        }
    }
}
