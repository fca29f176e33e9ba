using System;
using System.Reflection;
using Gen.Compiler.Tests.Harness;
using Xunit;

namespace Gen.Compiler.Tests.Lengths;

/// <summary>Data that a loop over the whole of others reads have their length, also where a first pass is told apart; an element of its own beyond the loop's beginning says otherwise.</summary>
public sealed class SharedLengthTests
{
    [Theory]
    [InlineData("for (var i = 0; i < y.Length; i++)\n    Observe(y[i], Normal(i == 0 ? a * x[0] : a * x[i], 1));", 3, "")]
    [InlineData("for (var i = 0; i < y.Length; i++)\n    Observe(y[i], Normal(i == 0 ? a * x[0] : a * x[i], 1));", 4, "'x' has 4 elements, 'y' has 3 (a loop reads 'x' along all of it)")]
    [InlineData("for (var i = 1; i < y.Length; i++)\n    Observe(y[i], Normal(a * x[i], 1));", 2, "'x' has 2 elements, 'y' has 3 (a loop reads 'x' along all of it)")]
    [InlineData("for (var i = 1; i < y.Length; i++)\n    Observe(y[i], Normal(a * x[i] + x[5], 1));", 6, "")]
    public void Are_one(string statements, int length, string refusal)
    {
        using var compiled = CompiledModels.Compile($$"""
            using Gen;
            using static Gen.Modeling;

            public partial class Shared
            {
                [Model]
                static partial void Define(Vector y, Vector x)
                {
                    var a = Sample(Normal(0, 1));
                    {{statements}}
                }

                public static void Make(int length) => new Shared([1, 2, 3], new double[length]);
            }
            """);
        void Make() => compiled.Type("Shared").GetMethod("Make")!.Invoke(null, [length]);
        if (refusal.Length == 0)
        {
            Make();
        }
        else
        {
            Assert.Equal($"Shared: {refusal}", Assert.IsType<ArgumentException>(Assert.Throws<TargetInvocationException>(Make).InnerException).Message);
        }
    }
}
