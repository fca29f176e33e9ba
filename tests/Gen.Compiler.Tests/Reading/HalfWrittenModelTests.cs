using System.Linq;
using System.Threading;
using Gen.Compiler.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Xunit;

namespace Gen.Compiler.Tests.Reading;

/// <summary>A model that is being written: C# rejects it in one place or another, and reading it says what it can, but never fails.</summary>
public sealed class HalfWrittenModelTests
{
    private static readonly CSharpCompilation Empty = ReadModels.Parse("");

    private const string Levels = """
        Vector alpha = Sample(Normal(0, 1), counties);
        var sigma = Sample(HalfNormal(1));
        var mu = new Vector(y.Length);
        for (var i = 0; i < y.Length; i++)
        {
            mu[i] = alpha[county[i]] + (x[i, 0] > 0 ? 1 : -1) * Shift(sigma, [y[i], 2]);
        }

        Deterministic(mu);
        Observe(y[1..], Normal(mu[1..], sigma));
        """;

    private const string Series = """
        Matrix rates = Sample(Dirichlet(Ones(2, 3)));
        var state = new Matrix(y.Length, 3);
        state[0, 0] = 1;
        for (var t = 1; t < y.Length; t++)
        {
            if (county[t] is > 0 and < 9)
            {
                state[t, 1] = LogSumExp(state[t - 1] + Log(rates[0])) + Normal(0, 1).LogDensity(y[t]);
            }
            else
            {
                state[t, 1] += county[t] switch { 0 => rates[0, 1], _ => y[t] };
            }
        }

        var path = Generate(Poisson(Exp(Dot(x, rates[.., 0]))), 2);
        Potential(Sum(state) + Sum(OdeRk45((t, z) => [-z[0]], [1.0], 0, y)));
        """;

    [Theory]
    [InlineData(Levels)]
    [InlineData(Series)]
    public void Any_token_may_be_missing(string statements)
    {
        var count = Tokens(Source(statements)).Length;
        for (var i = 0; i < count; i++)
        {
            var text = Source(statements);
            var token = Tokens(text)[i];
            Read(text.Remove(token.SpanStart, token.Span.Length));
        }
    }

    [Fact]
    public void Two_parameters_may_have_one_name() => Assert.Null(Read(Source(Levels).Replace("Matrix x", "Vector y")).Model);

    /// <summary>Every variable may have been declared with another type, and every number been written in the place of a vector.</summary>
    [Theory]
    [InlineData(Levels)]
    [InlineData(Series)]
    public void Any_word_may_be_another(string statements)
    {
        string[] words = ["y", "x", "county", "counties", "double", "Matrix", "0", "\"text\"", "null"];
        var count = Tokens(Source(statements)).Length;
        for (var i = 0; i < count; i++)
        {
            var text = Source(statements);
            var token = Tokens(text)[i];
            if (token.IsKind(SyntaxKind.IdentifierToken) || token.IsKind(SyntaxKind.NumericLiteralToken))
            {
                Read(text.Remove(token.SpanStart, token.Span.Length).Insert(token.SpanStart, words[i % words.Length]));
            }
        }
    }

    [Theory]
    [InlineData("Matrix m = y; Potential(m[0, 1]);")]
    [InlineData("int[,] m = county; Potential(m[0, 1]);")]
    [InlineData("Matrix m = Deterministic(y); Potential(m[0, 1]);")]
    public void What_C_sharp_does_not_convert_is_not_read_as_converted(string statements)
    {
        var result = Read(Source(statements));
        Assert.NotNull(result.Outline);
        Assert.Equal("Code that C# rejects cannot stand in a model. Its own error says why.", Assert.Single(result.Diagnostics).Message);
    }

    private static string Source(string statements) => $$"""
        using Gen; using static Gen.Modeling;
        public partial class M
        {
            [Model] static partial void Define(Vector y, Matrix x, int[] county, Dim counties)
            {
                {{statements}}
            }

            static double Shift(double by, Vector of) { var total = by; for (var i = 0; i < of.Length; i++) { total += of[i]; } return total; }
        }
        """;

    private static SyntaxToken[] Tokens(string text) =>
        [.. CSharpSyntaxTree.ParseText(text).GetRoot().DescendantNodes().OfType<MethodDeclarationSyntax>().First().Body!.DescendantTokens()];

    private static ReadResult Read(string text)
    {
        // One that differs in its source alone need not load the library again.
        var compilation = Empty.ReplaceSyntaxTree(Empty.SyntaxTrees[0], CSharpSyntaxTree.ParseText(text, (CSharpParseOptions)Empty.SyntaxTrees[0].Options));
        var (method, semantics) = ReadModels.FindModel(compilation);
        return ModelReader.Read(method, semantics, CancellationToken.None);
    }
}
