using System;
using System.Reflection;
using Gen.Compiler.Tests.Harness;
using Xunit;

namespace Gen.Compiler.Tests.Language;

/// <summary>What a model computes from its data and observes is refused when the model is constructed, where it is no finite number.</summary>
public sealed class DerivedDataTests
{
    private const string Message = "M: what is observed must be finite in ";

    [Theory]
    [InlineData("Observe(Log(y), Normal(a, 1));", "'Log(y) ~ Normal(a, 1)'; logY[1] is NaN")]
    [InlineData("var z = Log(y); Observe(z[1..], Normal(a, 1));", "'z[1..] ~ Normal(a, 1)'; z[1] is NaN")]
    [InlineData("for (var i = 0; i < y.Length; i++) { Observe(1 / (y[i] + 1), Normal(a, 1)); }", "'1 / (y[i] + 1) ~ Normal(a, 1)'; overYPlus[1] is Infinity")]
    [InlineData("for (var i = 0; i < y.Length; i++) { if (y[i] > 0) { Observe(Log(y[i]), Normal(a, 1)); } }", null)]
    [InlineData("var z = Log(y); Observe(z[..1], Normal(a, 1));", null)]
    [InlineData("Observe(Log(Abs(y)), Normal(a, 1));", null)]
    public void Is_checked_as_data_are(string statements, string? refusal)
    {
        using var compiled = CompiledModels.Compile($$"""
            using Gen;
            using static Gen.Modeling;

            public partial class M
            {
                [Model]
                static partial void Define(Vector y)
                {
                    var a = Sample(Normal(0, 1));
                    {{statements}}
                }

                public static void Run() => new M([2, -1, 0.5]);
            }
            """);
        void Run() => compiled.Type("M").GetMethod("Run")!.Invoke(null, BindingFlags.DoNotWrapExceptions, null, [], null);
        if (refusal is null)
        {
            Run();
        }
        else
        {
            Assert.Equal(Message + refusal, Assert.Throws<ArgumentException>(Run).Message);
        }
    }
}
