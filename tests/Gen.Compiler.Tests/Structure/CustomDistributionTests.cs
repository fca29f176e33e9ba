using System;
using System.Linq;
using System.Reflection;
using Gen.Compiler.Reading;
using Gen.Compiler.Tests.Fuzzing;
using Gen.Compiler.Tests.Harness;
using Gen.Compiler.Tests.Reading;
using Gen.Numerics;
using Xunit;
using ReadModels = Gen.Compiler.Tests.Reading.ReadModels;

namespace Gen.Compiler.Tests.Structure;

/// <summary>Distributions that the user defines by static methods.</summary>
public sealed class CustomDistributionTests
{
    private const string Density =
        "[Distribution(Support.Positive)] static double RayleighLogDensity(double x, [Requires(Support.Positive)] double scale) => Log(x) - 2 * Log(scale) - 0.5 * Square(x / scale);";

    private static readonly string[] Methods =
    [
        Density,
        "static double RayleighLogCdf(double x, double scale) => Log(-Expm1(-0.5 * Square(x / scale)));",
        "static double RayleighDraw(Gen.Numerics.RandomStream random, double scale)\n    {\n        var u = random.NextDouble();\n        while (u <= 0) u = random.NextDouble();\n        return scale * System.Math.Sqrt(-2 * System.Math.Log(u));\n    }",
        "static Univariate Rayleigh(double scale) => Custom(RayleighLogDensity, scale, draw: RayleighDraw, logCdf: RayleighLogCdf);",
        "[Distribution(Support.Real)] static double SeriesLogDensity(double x, double a, double b)\n    {\n        var sum = 0.0;\n        for (var k = 1; k < 4; k++) sum += Square(x - a * k);\n        return -b * b * sum;\n    }",
    ];

    [Theory]
    [InlineData("a prior and a likelihood", "s positive", "var s = Sample(Custom(RayleighLogDensity, 1.5));\nObserve(z, Custom(RayleighLogDensity, s));")]
    [InlineData("a parameter for every element", "s positive", "var s = Sample(HalfNormal(1));\nObserve(z, Custom(RayleighLogDensity, s * z + 1));\nObserve(z, Custom(RayleighLogDensity, s + Square(z)));")]
    [InlineData("a vector of latents with its own name", "s[3] positive", "var s = Sample(Rayleigh(2), 3);\nObserve(y, Normal(s[group], 1));")]
    [InlineData("functions, truncation and mixtures", "s positive", "var s = Sample(Rayleigh(2));\nPotential(Rayleigh(s).LogCdf(1.2) + Rayleigh(s).LogDensity(0.7));\nObserve(z, Truncated(Rayleigh(s), 0.1));\nObserve(z, Mixture([0.3, 0.7], Rayleigh(s), HalfNormal(1)));")]
    [InlineData("a sum inside a density", "a, b", "var a = Sample(Normal(0, 1));\nvar b = Sample(Normal(0, 1));\nObserve(y, Custom(SeriesLogDensity, a, b));\nObserve(y, Custom(SeriesLogDensity, a * y, b));")]
    public void Body_interpreter_and_emitted_code_agree(string what, string latents, string statements) => WrittenModel.Agrees(what, latents, statements, Methods);

    [Fact]
    public void A_model_is_printed_with_its_name() => ReadModels.Body("Vector y", "var s = Sample(Custom(RayleighLogDensity, 2));\nObserve(y, Custom(RayleighLogDensity, s));", Density).Prints("""
        s ~ Rayleigh(2)
        observe y[i] ~ Rayleigh(s)  for i < y.Length
        """);

    [Fact]
    public void Parameters_are_told_to_the_analyzers_with_what_they_require() => Assert.Equal(
        ("Rayleigh", "scale", "Positive"),
        ReadModels.Body("Vector y", "var s = Sample(Normal());\nObserve(y, Custom(RayleighLogDensity, s));", Density).Arguments
            .Where(argument => argument.Text == "s").Select(argument => (argument.Distribution, argument.Parameter, argument.Requires.ToString())).Single());

    [Fact]
    public void A_density_must_say_where_its_variate_lies() => ReadModels.Body(
        "Vector y", "var s = Sample(Custom(Some, 2));", "static double Some(double x, double scale) => -x / scale;").Refuses(
        Rules.UnsupportedConstruct, "Custom(Some, 2)",
        "A distribution of 'Some' cannot stand in a model. Mark 'Some' [Distribution(Support.…)] with the set in which its variate lies.");

    [Fact]
    public void A_name_of_the_language_is_taken() => ReadModels.Body(
        "Vector y", "var s = Sample(Custom(NormalLogDensity, 2));", "[Distribution(Support.Real)] static double NormalLogDensity(double x, double scale) => -x / scale;").Refuses(
        Rules.UnsupportedConstruct, "Custom(NormalLogDensity, 2)",
        "A second distribution called 'Normal' cannot stand in a model. The language has one; give 'NormalLogDensity' another name.");

    [Fact]
    public void A_density_must_be_readable() => ReadModels.Body(
        "Vector y", "var s = Sample(Custom(SomeLogDensity, 2));", "[Distribution(Support.Real)] static double SomeLogDensity(double x, double scale) => x > 0 ? -x : x;").Refuses(
        Rules.ConditionOnLatents, "x > 0", "This condition depends on 'x'. Branches are chosen by data; between values of latents choose with Where(condition, a, b).");

    [Fact]
    public void A_sampler_is_used_to_simulate()
    {
        const double scale = 2;
        const int draws = 20_000;
        var values = Simulated($"Observe(z, Rayleigh({scale}));", draws);
        var mean = values.Average();

        // The mean of Rayleigh's distribution is σ√(π/2), its variance σ²(2 − π/2); five standard errors.
        Assert.Equal(scale * Math.Sqrt(Math.PI / 2), mean, 5 * scale * Math.Sqrt((2 - Math.PI / 2) / draws));
    }

    [Fact]
    public void Without_a_sampler_simulating_is_refused_by_name()
    {
        var refusal = Assert.Throws<InvalidOperationException>(() => Simulated("Observe(z, Custom(RayleighLogDensity, 2));", 3));
        Assert.Equal("Rayleigh cannot be drawn from: it was given no sampler: Custom(RayleighLogDensity, …, draw: RayleighDraw)", refusal.Message);
    }

    private static double[] Simulated(string observation, int length)
    {
        FuzzParameter[] data = [new("Vector", "z", new Vector(Enumerable.Repeat(1.0, length).ToArray()))];
        var model = WrittenModel.Of(observation, "b", "var b = Sample(Normal(0, 1));\nPotential(b);\n" + observation, data, Methods);
        using var compiled = CompiledModels.Compile(model.Source);
        var space = $"Gen.Generated.{model.Name}.";
        var type = compiled.Type(space + "Data");
        var values = new double[1 + length];
        var simulate = compiled.Type(space + "Simulator").GetMethod("Run")!.CreateDelegate(
            typeof(Simulate<>).MakeGenericType(type));
        var run = typeof(CustomDistributionTests).GetMethod(nameof(Run), BindingFlags.NonPublic | BindingFlags.Static)!.MakeGenericMethod(type);
        run.Invoke(null, BindingFlags.DoNotWrapExceptions, null, [simulate, Activator.CreateInstance(type, data[0].Value), values], null);
        return values[1..];
    }

    private delegate void Simulate<T>(T data, RandomStream random, ReadOnlySpan<bool> given, Span<double> values);

    private static void Run<T>(Simulate<T> simulate, T data, double[] values) => simulate(data, new RandomStream(5), [false, false], values);
}
