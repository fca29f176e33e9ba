using System.Threading.Tasks;
using Gen.Analyzers.Tests.Harness;
using Xunit;

namespace Gen.Analyzers.Tests;

public class ValueRuleTests
{
    [Theory]
    [InlineData("[|m[i][j]|] = 1;", "m[i, j] = 1;")]
    [InlineData("[|m[0][^1]|] += 2;", "m[0, ^1] += 2;")]
    [InlineData("[|m[i + 1][j]|]++;", "m[i + 1, j]++;")]
    [InlineData("[|m[i][j]|] = 1; [|m[i][j]|] += 2;", "m[i, j] = 1; m[i, j] += 2;")]
    [InlineData("[|m[i][j]|] = 1; [|m[j][i]|] = 1;", "m[i, j] = 1; m[j, i] = 1;")]
    public Task An_element_of_a_row_is_assigned_in_the_matrix(string wrong, string right) => ModelTest.Fixes("GEN2001", InMethod(wrong), InMethod(right));

    [Theory]
    [InlineData("m[i] = v;")]
    [InlineData("m[i, j] = m[i][j];")]
    [InlineData("var row = m[i]; row[j] = 1;")]
    [InlineData("v[j] = 1;")]
    public Task Rows_and_vectors_may_be_assigned(string statement) => ModelTest.IsClean(InMethod(statement));

    [Fact]
    public Task The_message_names_the_copy() => ModelTest.Breaks(
        "GEN2001", "'m[i]' is a copy of the row, so this assignment changes nothing. Use m[i, j]?", InMethod("[|m[i][j]|] = 1;"));

    [Theory]
    [InlineData("_ = [|v == w|];", "_ = v.AsSpan().SequenceEqual(w.AsSpan());")]
    [InlineData("_ = [|v + w != w|];", "_ = !(v + w).AsSpan().SequenceEqual(w.AsSpan());")]
    [InlineData("_ = [|m == m2|];", "_ = m.AsSpan().SequenceEqual(m2.AsSpan());")]
    public Task Elements_are_compared_instead_of_references(string wrong, string right) => ModelTest.Fixes("GEN2002", InMethod(wrong), InMethod(right));

    [Theory]
    [InlineData("_ = v == 1;")]
    [InlineData("_ = (object)v == (object)w;")]
    [InlineData("_ = v == null;")]
    [InlineData("_ = m != 2;")]
    [InlineData("_ = i == j;")]
    public Task Other_comparisons_are_as_they_look(string statement) => ModelTest.IsClean(InMethod(statement));

    private static string InMethod(string statement) => $$"""
        public static class C
        {
            public static void M(Matrix m, Matrix m2, Vector v, Vector w, int i, int j)
            {
                {{statement}}
            }
        }
        """;
}
