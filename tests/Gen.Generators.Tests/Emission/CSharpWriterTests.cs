using System;
using System.Globalization;
using Gen.Compiler.Emission;
using Gen.Generators.Tests.Harness;
using Xunit;

namespace Gen.Generators.Tests.Emission;

public class CSharpWriterTests
{
    [Theory]
    [InlineData(0.1, "0.1")]
    [InlineData(2, "2.0")]
    [InlineData(-3.25, "-3.25")]
    [InlineData(1e300, "1E+300")]
    [InlineData(5e-324, "4.94065645841247E-324")]
    [InlineData(1.0 / 3, "0.3333333333333333")]
    [InlineData(0.1 + 0.2, "0.30000000000000004")]
    [InlineData(0, "0.0")]
    [InlineData(-0.0, "-0.0")]
    [InlineData(double.NaN, "double.NaN")]
    [InlineData(double.PositiveInfinity, "double.PositiveInfinity")]
    [InlineData(double.NegativeInfinity, "double.NegativeInfinity")]
    public void A_number_is_the_shortest_literal_that_reads_back(double value, string literal)
    {
        Assert.Equal(literal, CSharpWriter.Number(value));
        Assert.Equal(literal, Cultures.Under(Cultures.German, () => CSharpWriter.Number(value)));
    }

    [Fact]
    public void Every_finite_number_reads_back_bit_by_bit()
    {
        var random = new Random(5);
        for (var i = 0; i < 10_000; i++)
        {
            var value = BitConverter.Int64BitsToDouble(random.NextInt64(long.MinValue, long.MaxValue));
            if (double.IsFinite(value))
            {
                var read = double.Parse(CSharpWriter.Number(value), CultureInfo.InvariantCulture);
                Assert.Equal(BitConverter.DoubleToInt64Bits(value), BitConverter.DoubleToInt64Bits(read));
            }
        }
    }

    [Theory]
    [InlineData("price", "price")]
    [InlineData("event", "@event")]
    [InlineData("field", "@field")]
    [InlineData("value", "value")]
    public void A_keyword_is_escaped(string name, string identifier) => Assert.Equal(identifier, CSharpWriter.Identifier(name));

    [Fact]
    public void Blocks_indent_and_blank_lines_stand_only_between_members()
    {
        var writer = new CSharpWriter();
        writer.Line("// first").Blank().Blank();
        using (writer.Block("class A"))
        {
            writer.Blank().Line("int x;").Blank();
            using (writer.Block("void B()", ";"))
            {
                writer.Line("C(\n    1);");
            }

            writer.Blank();
        }

        Assert.Equal("// first\n\nclass A\n{\n    int x;\n\n    void B()\n    {\n        C(\n            1);\n    };\n}\n", writer.ToString());
    }

    [Fact]
    public void Quoted_source_ends_no_comment_and_breaks_no_documentation()
    {
        var writer = new CSharpWriter();
        writer.Comment("a\nb\u2028c").Doc("x < y & z");
        Assert.Equal("// a\n// b\n// c\n/// <summary>x &lt; y &amp; z</summary>\n", writer.ToString());
    }
}
