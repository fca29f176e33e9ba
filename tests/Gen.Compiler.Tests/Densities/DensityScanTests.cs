using System;
using System.Collections.Generic;
using System.Linq;
using Gen.Compiler.Definitions;
using Gen.Compiler.Interpretation;
using Gen.Compiler.Ir;
using Gen.Compiler.Tests.Harness;
using Gen.Sampling;
using Gen.Tests.Distributions;
using Xunit;

namespace Gen.Compiler.Tests.Densities;

/// <summary>The compiler's densities and tails against 60 digits, at ordinary and extreme points, with their slopes: interpreted and emitted.</summary>
public sealed class DensityScanTests
{
    // One vector of the widest lanes, and a rest for the narrowest.
    private const int Elements = 9;

    public static TheoryData<string> Functions => [.. ScanRow.Functions];

    [Theory]
    [MemberData(nameof(Functions))]
    public void Expressions_have_their_digits_in_the_interpreter(string function)
    {
        var wrong = new List<string>();
        foreach (var row in ScanRow.All.Where(row => row.Name == function))
        {
            var scratch = new Scratch();
            var position = scratch.Array("q", row.Arguments, ArrayRole.Position);
            var target = scratch.Array("target", null, ArrayRole.Target, []);
            var arguments = row.Arguments.Select((_, i) => scratch.Graph.Read(position, i)).ToArray();
            var (name, form) = Form(row);
            var value = DistributionDefinition.All[row.Distribution].Evaluate(name, arguments[0], form, arguments[1..])!.Value;
            scratch.Add(scratch.Assignment(target, [], [], value));
            var program = scratch.Program();
            Check(row, Interpreter.Value(program, scratch.Bindings()), i => DualInterpreter.Gradient(program, scratch.Bindings(), position)[i], wrong);
        }

        Report(wrong);
    }

    [Fact]
    public void Emitted_code_has_their_digits()
    {
        var functions = ScanRow.All.GroupBy(row => row.Distribution + row.Function).ToArray();
        using var compiled = CompiledModels.Compile([.. functions.Select(rows => Source(rows.Key, rows.First()))]);
        var wrong = new List<string>();
        foreach (var rows in functions)
        {
            var data = Activator.CreateInstance(compiled.Type($"Gen.Generated.{rows.Key}.Data"))!;
            var density = (ILogDensity)Activator.CreateInstance(compiled.Type($"Gen.Generated.{rows.Key}.LogDensity"), data)!;
            foreach (var row in rows)
            {
                var position = row.Arguments.SelectMany(argument => Enumerable.Repeat(argument, Elements)).ToArray();
                var gradient = new double[position.Length];
                var value = density.Evaluate(position, gradient) / Elements;
                Check(row, value, i => gradient[i * Elements], wrong);
                Check(row, value, i => gradient[(i + 1) * Elements - 1], wrong);
            }
        }

        Report(wrong);
    }

    private static void Check(ScanRow row, double value, Func<int, double> slope, List<string> wrong)
    {
        wrong.AddRange(Enumerable.Range(0, row.Arguments.Length).Where(i => row.Slopes[i] is not null).Select(i => row.Wrong(i, slope(i))).Append(row.Wrong(value)).OfType<string>());
    }

    private static void Report(List<string> wrong) =>
        Assert.True(wrong.Count == 0, $"{wrong.Count} are wrong:\n{string.Join('\n', wrong.Take(40))}");

    /// <summary>The function's name, and the form of parameters that its own density is for.</summary>
    private static (string Name, string Form) Form(ScanRow row) =>
        row.Function.StartsWith("LogDensity", StringComparison.Ordinal) ? ("LogDensity", row.Function["LogDensity".Length..]) : (row.Function, "");

    /// <summary>A model of vectors of arguments whose log-density is the sum of the function's values.</summary>
    private static string Source(string model, ScanRow row)
    {
        var (name, form) = Form(row);
        var parameters = DistributionDefinition.All[row.Distribution].Forms.Single(own => own.Name == form).Parameters.Select(parameter => parameter.Name).ToArray();
        var samples = new[] { "x" }.Concat(parameters.Select(parameter => parameter + "_")).Select(latent => $"var {latent} = Sample(Flat(), {Elements});");
        var arguments = string.Join(", ", parameters.Select(parameter => $"{parameter}: {parameter}_"));
        return $$"""
            using Gen;
            using static Gen.Modeling;
            public partial class {{model}}
            {
                [Model]
                static partial void Define()
                {
                    {{string.Join("\n        ", samples)}}
                    Potential(Sum({{row.Distribution}}({{arguments}}).{{name}}(x)));
                }
            }
            """;
    }
}
