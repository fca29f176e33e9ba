using System;
using System.Reflection;
using Gen.Compiler.Tests.Harness;
using Xunit;

namespace Gen.Compiler.Tests.Language;

/// <summary>Matrices of data that are covariances, precisions or scales are square, symmetric and positive definite, or the model is refused.</summary>
public sealed class CovarianceDataTests
{
    [Theory]
    [InlineData("Observe(y, MvNormal(a, s));", "cov of MvNormal")]
    [InlineData("Observe(y, MvNormal(a * Ones(2), tau: s));", "tau of MvNormal")]
    [InlineData("var b = Sample(MvNormal(Zeros(2), s));\nObserve(y, Normal(a + b, 1));", "cov of MvNormal")]
    public void Are_refused(string statements, string parameter)
    {
        using var compiled = Compiled(statements);
        Make(compiled, new double[,] { { 2, 0.5 }, { 0.5, 1 } });
        Assert.Equal($"Spread: 's' is {parameter}, and must be positive definite; its leading 2 by 2 block is not (Parameter 's')", Refusal(compiled, new double[,] { { 1, 2 }, { 2, 1 } }));
        Assert.Equal($"Spread: 's' is {parameter}, and must be symmetric; s[0, 1] is 0.9, s[1, 0] is -0.9 (Parameter 's')", Refusal(compiled, new double[,] { { 1, 0.9 }, { -0.9, 1 } }));
        Assert.Contains("'s' has 3 columns, 's' has 2 rows", Refusal(compiled, new double[,] { { 1, 0, 0 }, { 0, 1, 0 } }), StringComparison.Ordinal);
    }

    private static string Refusal(CompiledModels compiled, Matrix s) => Assert.Throws<ArgumentException>(() => Make(compiled, s)).Message;

    private static CompiledModels Compiled(string statements) => CompiledModels.Compile($$"""
        using Gen;
        using static Gen.Modeling;

        public partial class Spread
        {
            [Model]
            static partial void Define(Matrix s, Vector y)
            {
                var a = Sample(Normal(0, 1));
                {{statements}}
            }

            public static void Make(Matrix s) => new Spread(s, [1, 2]);
        }
        """);

    private static void Make(CompiledModels compiled, Matrix s)
    {
        try
        {
            compiled.Type("Spread").GetMethod("Make")!.Invoke(null, [s]);
        }
        catch (TargetInvocationException wrapper) when (wrapper.InnerException is ArgumentException refusal)
        {
            throw refusal;
        }
    }
}
