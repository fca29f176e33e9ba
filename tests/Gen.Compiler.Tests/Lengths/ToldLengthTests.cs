using System;
using System.Reflection;
using Gen.Compiler.Tests.Harness;
using Xunit;

namespace Gen.Compiler.Tests.Lengths;

/// <summary>Lengths of observed data that the statements tell: the data need not be there, and in a prediction the others follow what is given.</summary>
public sealed class ToldLengthTests
{
    private const string Latents = "var s = Sample(HalfNormal(1));\n";
    private const string Two = Latents + "var b = Sample(Normal(0, 1), 2);\n";

    [Theory]
    [InlineData("", Two + "Observe(y, Normal(Outer(x, b), s));", "")]
    [InlineData("", Two + "Observe(y, Normal(Dot(Outer(x, [1, 0.5]), DiagonalMatrix(b)), s));", "")]
    [InlineData("", Two + "for (var i = 0; i < x.Length; i++)\n    Observe(y[i], MvNormal(x[i] * b, cov: s * Identity(2)));", "")]
    [InlineData(", int k", Latents + "var b = Sample(Normal(0, 1), k);\nObserve(y, Normal(Outer(x, b), s));", ", 2")]
    [InlineData(", Dim k", Latents + "var b = Sample(Normal(0, 1), k);\nObserve(y, Normal(Outer(x, b), s));", ", 2")]
    public void Rows_follow_what_a_prediction_is_given(string parameters, string statements, string given)
    {
        using var compiled = CompiledModels.Compile($$"""
            using Gen;
            using static Gen.Modeling;

            public partial class Told
            {
                [Model]
                static partial void Define(Vector x, Matrix y{{parameters}})
                {
                    {{statements}}
                }

                private static Told Observed => new([1, 2, 3, 4], new double[,] { { 1, 2 }, { 3, 4 }, { 5, 6 }, { 7, 8 } }{{given}});

                public static (int, int) Predicted()
                {
                    var predicted = Observed.Sample(seed: 1, chains: 1, tune: 20, draws: 5).Predict(x: [10, 20, 30]).Y;
                    return (predicted.Rows.Length, predicted.Columns.Length);
                }

                public static (int, int) Drawn()
                {
                    var drawn = new Told([1, 2]{{given}}).Draw(seed: 1).Y;
                    return (drawn.Rows, drawn.Columns);
                }

                public static object Wide() => new Told([1, 2], new double[,] { { 1, 2, 3 }, { 3, 4, 5 } }{{given}});
            }
            """);
        object? Call(string method) => compiled.Type("Told").GetMethod(method)!.Invoke(null, BindingFlags.DoNotWrapExceptions, null, [], null);
        Assert.Equal((3, 2), Call("Predicted"));
        Assert.Equal((2, 2), Call("Drawn"));
        Assert.StartsWith("Told: ", Assert.Throws<ArgumentException>(() => Call("Wide")).Message, StringComparison.Ordinal);
    }

    /// <summary>What is observed alone tells how many columns it has, so that it stays, and the message says how to change that.</summary>
    [Theory]
    [InlineData("for (var j = 0; j < 2; j++)\n    Observe(y[.., j], Normal(x * b[j], s));")]
    [InlineData("for (var i = 0; i < x.Length; i++)\n    for (var j = 0; j < 2; j++)\n        Observe(y[i, j], Normal(x[i] * b[j], s));")]
    public void What_nothing_else_tells_is_kept_and_the_message_says_why(string statements)
    {
        using var compiled = CompiledModels.Compile($$"""
            using Gen;
            using static Gen.Modeling;

            public partial class Kept
            {
                [Model]
                static partial void Define(Vector x, Matrix y)
                {
                    {{Two}}{{statements}}
                }

                public static int Run(int length) =>
                    new Kept([1, 2], new double[,] { { 1, 2 }, { 3, 4 } }).Sample(seed: 1, chains: 1, tune: 20, draws: 5).Predict(x: new Vector(length)).Y.Rows.Length;
            }
            """);
        object? Run(int length) => compiled.Type("Kept").GetMethod("Run")!.Invoke(null, BindingFlags.DoNotWrapExceptions, null, [length], null);
        Assert.Equal(2, Run(2));
        Assert.Equal(
            "Kept: 'y' keeps its 2 rows in a prediction, and 'x' has 3 there: nothing but 'y' tells how many columns it has, so let a Dim of the model do so, and 'y' follows (Parameter 'x')",
            Assert.Throws<ArgumentException>(() => Run(3)).Message);
    }
}
