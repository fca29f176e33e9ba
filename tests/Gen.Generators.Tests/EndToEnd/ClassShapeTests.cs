using System;
using System.Linq;
using System.Threading.Tasks;
using Gen.Generators.Tests.Harness;
using Xunit;

namespace Gen.Generators.Tests.EndToEnd;

/// <summary>How a model's class may be declared, and what is said of how it may not.</summary>
public class ClassShapeTests
{
    private const string Usings = "using System; using System.Linq; using Gen; using static Gen.Modeling;\n";

    private const string Body = "[Model] static partial void Define(Vector y) { var m = Sample(Normal(0, 1)); Observe(y, Normal(m, 1)); }";

    [Theory]
    [InlineData("public partial record M { BODY }", "new M([1, 2])")]
    [InlineData("internal sealed partial class M { BODY }", "new M([1, 2])")]
    [InlineData("public partial class M { public override string ToString() => \"mine\"; BODY }", "new M([1, 2])")]
    [InlineData("public class Base { public sealed override string ToString() => \"its\"; } public partial class M : Base { BODY }", "new M([1, 2])")]
    [InlineData("public partial struct Outer { internal static partial class Inner { public partial class M { BODY } } }", "new Outer.Inner.M([1, 2])")]
    [InlineData("namespace @class.System.Gen { public partial class M { BODY } }", "new global::@class.System.Gen.M([1, 2])")]
    [InlineData("namespace Gen { public partial class M { BODY } }", "new global::Gen.M([1, 2])")]
    [InlineData("namespace Gen.Generated.M { public partial class M { BODY } }", "new global::Gen.Generated.M.M([1, 2])")]
    [InlineData("public partial class M { public M(string s) : this(s.Split(',').Select(double.Parse).ToArray()) { } public M() : this(\"1,2\") { } BODY }", "new M()")]
    [InlineData("public partial class M { public int Y => 5; BODY } public static class MVerbs { }", "new M([1, 2])")]
    [InlineData("public partial class M { BODY } public partial class m { BODY }", "new M([1, 2])")]
    [InlineData("public partial class M { [Model] static partial void Record(in Vector y) { var m = Sample(Normal(0, 1)); Observe(y, Normal(m, 1)); } }", "new M([1, 2])")]
    [InlineData("public partial class M { [Model] static partial void Define(Vector? y, params int[] k) { var m = Sample(Normal(0, 1)); Observe(y!, Normal(m + Sum(k), 1)); } }", "new M([1, 2], [0])")]
    [InlineData("public partial class Rats { [Model] static partial void Define(Vector rats) { var m = Sample(Normal(0, 1)); Observe(rats, Normal(m, 1)); } }", "new Rats([1, 2])")]
    public void A_class_may_be_declared_in_many_ways(string source, string construct)
    {
        var program = $"public static class Program {{ public static double Run() => {construct}.CreateLogDensity().Evaluate([0.5], new double[1]); }}";
        var run = GeneratorRun.Of(("M.cs", "#pragma warning disable\n" + Usings + source.Replace("BODY", Body) + program));
        Assert.Empty(run.Result.Diagnostics);

        // Three normal densities: of m at 0.5, and of 1 and 2 about it.
        Assert.Equal(-3 * 0.9189385332046727 - 0.5 * (0.25 + 0.25 + 2.25), SourceCompilation.Call<double>(SourceCompilation.Load(run.Output), "Run"), 12);
    }

    [Theory]
    [InlineData("public abstract partial class {|GEN0000:M|} { BODY }", "must not be abstract")]
    [InlineData("public static partial class {|GEN0000:M|} { BODY }", "and not static")]
    [InlineData("public partial struct {|GEN0000:M|} { BODY }", "a partial class or record")]
    [InlineData("public partial class {|GEN0000:M|}<T> { BODY }", "may be generic")]
    [InlineData("public partial class {|GEN0000:M|}(int n) { int N => n; BODY }", "no parameters of its own")]
    [InlineData("public partial record {|GEN0000:M|}(int N) { BODY }", "no parameters of its own")]
    [InlineData("public partial class Outer { partial class {|GEN0000:M|} { BODY } }", "declare 'M' internal or public")]
    [InlineData("public partial class M { public {|GEN0000:M|}(int n) { } BODY }", "write ': this(y)'")]
    [InlineData("public partial class M { public required int {|GEN0000:N|} { get; set; } BODY }", "must not be required")]
    [InlineData("public class Base { public Base(int n) { } } public partial class {|CS7036:{|GEN0000:M|}|} : Base { BODY }", "needs one without parameters")]
    [InlineData("public partial class M { static int {|GEN0000:Posterior|} => 4; BODY }", "A member 'Posterior' is generated")]
    [InlineData("public partial class {|GEN0000:Posterior|} { BODY }", "its class cannot be called that")]
    [InlineData("public partial class {|GEN0000:GainProblem|} { BODY [Objective] static double Gain(double m, [Decision] double x) => m * x; }", "The objective 'Gain' becomes a class 'GainProblem'")]
    [InlineData("public partial class M { public int Y => 5; int y => 3; [Model] static partial void Define(Vector {|GEN0000:y|}) { var m = Sample(Normal(0, 1)); Observe(y, Normal(m, 1)); } }", "such as 'yValue'")]
    public Task What_is_not_supported_is_one_diagnostic(string source, string reason) =>
        RefusedModel.IsMarked("#pragma warning disable\n" + Usings + source.Replace("BODY", Body), reason);

    [Fact]
    public void Data_that_differ_in_case_alone_are_told_apart()
    {
        var run = GeneratorRun.Of(("M.cs", "#pragma warning disable\n" + Usings + """
            public partial class M { [Model] static partial void Define(double c, double C, Vector y) { var b = Sample(Normal(0, 1)); Observe(y, Normal(b + c + 2 * C, 1)); } }
            public static class Program { public static double Run() => new M(10, 20, [51]).With(C: 25).CreateLogDensity().Evaluate([0.5], new double[1]); }
            """));

        // 51 about 60.5.
        Assert.Equal(-2 * 0.9189385332046727 - 0.5 * (0.25 + 90.25), SourceCompilation.Call<double>(SourceCompilation.Load(run.Output), "Run"), 12);
    }

    [Fact]
    public void A_vector_of_the_callers_is_an_argument_and_its_length_and_indices_are_checked()
    {
        var run = GeneratorRun.Of(("M.cs", "#pragma warning disable\n" + Usings + """
            public partial class M
            {
                [Model] static partial void Define(Matrix x, Vector y) { var b = Sample(Normal(0, 1), x.Columns); Observe(y, Normal(Dot(x, b), 1)); }
                [Objective] static double Profit(Vector b, Vector margin, int[] which, int[,] table, [Decision] Vector d) => Sum(b * margin * d) - Sum(d * d) + Sum(b[which]) * table[0, 1];
            }
            public static class Program
            {
                static M.Posterior Sampled => new M(new double[,] { { 1, 0 }, { 0, 1 } }, [1, 2]).Sample(draws: 20, tune: 20, chains: 1, seed: 1);
                public static double Run() { var p = Sampled; return p.Profit([1, 2], [1, 1], new int[,] { { 0, 3 } }).Evaluate([1, 1]).Value - (p.B.Mean[0] + 2 * p.B.Mean[1] - 2 + 6 * p.B.Mean[1]); }
                public static double Short() => Sampled.Profit([1], [1], new int[,] { { 0, 3 } }).Evaluate([1, 1]).Value;
                public static double Outside() => Sampled.Profit([1, 2], [2], new int[,] { { 0, 3 } }).Evaluate([1, 1]).Value;
            }
            """));
        Assert.Empty(run.Result.Diagnostics);
        var program = SourceCompilation.Load(run.Output);
        Assert.Equal(0, SourceCompilation.Call<double>(program, "Run"), 12);
        Assert.Contains("margin.Length", Assert.Throws<ArgumentException>(() => SourceCompilation.Call<double>(program, "Short")).Message, StringComparison.Ordinal);
        Assert.Contains("'which[0]' is 2", Assert.ThrowsAny<ArgumentException>(() => SourceCompilation.Call<double>(program, "Outside")).Message, StringComparison.Ordinal);
    }
}
