using System.Threading.Tasks;
using Gen.Analyzers.Tests.Harness;
using Xunit;

namespace Gen.Analyzers.Tests;

/// <summary>What newcomers write as another library has it: C# has an error of its own, and the rule stands beside it in the model's words.</summary>
public class SlipTests
{
    private const string Name = "A quantity takes its name from the variable that it is assigned to. ";

    [Theory]
    [InlineData("var b = Sample({|CS1503:[|\"b\"|]|}, {|CS1503:Normal(0, 1)|}); Observe(y, Normal(b, 1));", "var b = Sample(Normal(0, 1)); Observe(y, Normal(b, 1));")]
    [InlineData("var b = Normal({|CS1503:[|\"b\"|]|}, 0, 1); Observe(y, Normal(b, 1));", "var b = Sample(Normal(0, 1)); Observe(y, Normal(b, 1));")]
    [InlineData("var b = [|Normal(0, 1)|]; Observe(y, Normal({|CS0019:b * y|}, 1));", "var b = Sample(Normal(0, 1)); Observe(y, Normal(b * y, 1));")]
    [InlineData("var b = [|Normal(0, 1)|]; Observe(y, Normal({|CS1503:b|}, 1));", "var b = Sample(Normal(0, 1)); Observe(y, Normal(b, 1));")]
    [InlineData("var b = [|Normal(0, 1)|]; Observe(y, Normal(mu: {|CS1503:b|}, sigma: 1));", "var b = Sample(Normal(0, 1)); Observe(y, Normal(mu: b, sigma: 1));")]
    [InlineData("var b = Sample(Normal(0, 1)); [|Observe({|CS1503:Normal(b, 1)|}, {|CS1503:y|})|];", "var b = Sample(Normal(0, 1)); Observe(y, Normal(b, 1));")]
    [InlineData("var b = Sample(Normal(0, 1)); Observe(y, Normal(b * [|Math.Log|]({|CS1503:y|}), 1));", "var b = Sample(Normal(0, 1)); Observe(y, Normal(b * Log(y), 1));")]
    [InlineData("var b = Sample(Normal(0, 1)); Normal(\"y\", b, 1, [|{|CS1739:observed|}: y|]);", "var b = Sample(Normal(0, 1)); Observe(y, Normal(b, 1));")]
    [InlineData("var b = Sample(Normal(0, 1)); var z = Normal(b, 1, [|{|CS1739:observed|}: y|]);", "var b = Sample(Normal(0, 1)); Observe(y, Normal(b, 1));")]
    [InlineData("var b = Sample(Normal(0, 1)); Sample(\"y\", Normal(b, 1), [|{|CS1739:obs|}: y|]);", "var b = Sample(Normal(0, 1)); Observe(y, Normal(b, 1));")]
    public Task It_is_written_as_the_language_has_it(string wrong, string right) => ModelTest.Fixes("GEN0039", ModelTest.Model("Vector y", wrong), ModelTest.Model("Vector y", right));

    [Theory]
    [InlineData("{|CS1503:y|}, {|CS1503:Normal([|x * b|], 1)|}", "y, Normal(Dot(x, b), 1)")]
    [InlineData("{|CS1503:y|}, {|CS1503:Normal(2 + [|b * x|], 1)|}", "y, Normal(2 + Dot(x, b), 1)")]
    [InlineData("y[0], {|CS1503:Normal([|x[0] * b|], 1)|}", "y[0], Normal(Dot(x[0], b), 1)")]
    public Task A_product_of_matrix_and_vector_is_a_dot(string wrong, string right) => ModelTest.Fixes(
        "GEN0039",
        ModelTest.Model("Matrix x, Vector y", $"var b = Sample(Normal(0, 1), x.Columns); Observe({wrong});"),
        ModelTest.Model("Matrix x, Vector y", $"var b = Sample(Normal(0, 1), x.Columns); Observe({right});"));

    [Theory]
    [InlineData("Vector b = {|CS0029:[|Sample(Normal(0, 1))|]|};", "Vector b = Sample(Normal(0, 1), groups);")]
    [InlineData("Vector b = {|CS0029:[|Sample(Normal(0, 1), Centering.NonCentered)|]|};", "Vector b = Sample(Normal(0, 1), groups, Centering.NonCentered);")]
    [InlineData("Vector b; b = {|CS0029:[|Sample(Normal(0, 1))|]|};", "Vector b; b = Sample(Normal(0, 1), groups);")]
    [InlineData("var z = Sample(Normal(0, 1)); Vector b = {|CS0029:[|z + 1|]|};", "var z = Sample(Normal(0, 1)); Vector b = (z + 1) * Ones(groups);")]
    [InlineData("var z = Sample(Normal(0, 1)); Vector b = {|CS0029:[|Deterministic(z)|]|};", "var z = Sample(Normal(0, 1)); Vector b = Deterministic(z * Ones(groups));")]
    [InlineData("Vector b = {|CS0029:[|0|]|}; for (var i = 0; i < groups; i++) { b[i] = i; }", "Vector b = new Vector(groups); for (var i = 0; i < groups; i++) { b[i] = i; }")]
    public Task A_number_in_the_place_of_a_vector_is_given_the_length_that_the_model_names(string wrong, string right) => ModelTest.Fixes(
        "GEN0039",
        ModelTest.Model("int[] group, Vector y, Dim groups", $"{wrong} Observe(y, Normal(b[group], 1));", "static M Made(int[] group, Vector y) => new(group, y, 3);"),
        ModelTest.Model("int[] group, Vector y, Dim groups", $"{right} Observe(y, Normal(b[group], 1));", "static M Made(int[] group, Vector y) => new(group, y, 3);"));

    [Theory]
    [InlineData("Vector b = {|CS0029:[|Sample(Normal(0, 1))|]|}; Observe(y, Normal(b[group], 1));", "'Sample(Normal(0, 1))' is one number, and is to be a Vector. Write Sample(Normal(0, 1), n).")]
    [InlineData("Vector b = {|CS0029:[|Sample(Normal(0, 1))|]|}; Observe(y, Normal(b[0], 1));", "'Sample(Normal(0, 1))' is one number, and is to be a Vector. Write Sample(Normal(0, 1), n).")]
    [InlineData("Matrix b = {|CS0029:[|Sample(Normal(0, 1), 3)|]|}; Observe(y, Normal(b[0, 1], 1));", "'Sample(Normal(0, 1), 3)' is a Vector, and is to be a Matrix. Write Sample(Normal(0, 1), 3, columns).")]
    [InlineData("Matrix b = {|CS0029:[|0|]|}; b[0, 1] = 1; Observe(y, Normal(b[group, 1], 1));", "'0' is one number, and is to be a Matrix. Write new Matrix(rows, columns).")]
    public Task A_forgotten_length_is_told_and_the_model_can_be_constructed(string statements, string message) =>
        ModelTest.Breaks("GEN0039", message, ModelTest.Model("int[] group, Vector y", statements, "static M Made(int[] group, Vector y) => new(group, y);"));

    [Theory]
    [InlineData("var b = Sample({|CS1503:[|\"b\"|]|}, {|CS1503:Normal(0, 1)|}); Observe(y, Normal(b, 1));", Name + "Write Sample(Normal(0, 1)).")]
    [InlineData("var b = [|Normal(0, 1)|]; Observe(y, Normal({|CS1503:b|}, 1));", "'b' is a distribution, and not a number drawn from it. Write Sample(Normal(0, 1)).")]
    [InlineData("[|Observe({|CS1503:Normal(0, 1)|}, {|CS1503:y|})|];", "The data stand first. Write Observe(y, Normal(0, 1)).")]
    [InlineData("Observe(y, Normal([|Math.Exp|]({|CS1503:y|}), 1));", "Math.Exp takes numbers, and this is a Vector; the function of the language takes both. Write Exp.")]
    [InlineData("Observe(y[0], {|CS1503:Normal([|y * y|], 1)|});", "'y * y' multiplies element by element and gives a Vector, but 'y[0]' is a double. Write Dot(y, y).")]
    public Task The_message_says_what_to_write(string statements, string message) => ModelTest.Breaks("GEN0039", message, ModelTest.Model("Vector y", statements));

    [Theory]
    [InlineData("var b = Normal(0, 1); var c = Sample(b); Observe(y, Normal(c, 1));")]
    [InlineData("var b = Normal(0, 1); Observe(y, Truncated(b, -10, 10));")]
    [InlineData("var b = Normal(0, 1); Potential(b.LogDensity(y[0]));")]
    [InlineData("var b = Sample(Normal(0, 1)); Observe(y, Normal(b * y * y, 1));")]
    [InlineData("var b = Sample(Normal(0, Math.Exp(1))); Observe(y, Normal(b, 1));")]
    public Task What_is_right_is_left_alone(string statements) => ModelTest.IsClean(ModelTest.Model("Vector y", statements));

    [Fact]
    public Task What_a_slip_leaves_wrong_in_an_objective_is_told_there() => ModelTest.Fixes(
        "GEN0039",
        ModelTest.Model("Vector y", "var b = Sample(Normal(0, 1)); Observe(y, Normal(b, 1));", "[Objective] static double Gain(double b, [Decision] Vector d) => b * Sum([|Math.Exp|]({|CS1503:d|}));"),
        ModelTest.Model("Vector y", "var b = Sample(Normal(0, 1)); Observe(y, Normal(b, 1));", "[Objective] static double Gain(double b, [Decision] Vector d) => b * Sum(Exp(d));"));

    [Theory]
    [InlineData("double[]", "Vector", " Write Vector; arrays convert.")]
    [InlineData("double[,]", "Matrix", " Write Matrix; arrays convert.")]
    [InlineData("float[]", "Vector", " Write Vector.")]
    [InlineData("bool[]", "int[]", " Write int[].")]
    [InlineData("double[][]", "Matrix", " Write Matrix.")]
    [InlineData("System.Collections.Generic.List<double>", "Vector", " Write Vector.")]
    [InlineData("double?[]", "Vector", " Write Vector, and give which of them are there as data of their own, such as int[].")]
    [InlineData("int?[]", "int[]", " Write int[], and give which of them are there as data of their own, such as int[].")]
    [InlineData("double?", "double", " Write double, and give whether it is there as data of its own, such as bool.", "var z = 2.0 * x;")]
    [InlineData("float", "double", " Write double.", "var z = 2.0 * x;")]
    [InlineData("long", "int", " Write int.")]
    public async Task Data_of_another_type_are_told_theirs(string wrong, string right, string advice, string use = "var z = x;")
    {
        var name = wrong.Contains('.', System.StringComparison.Ordinal) ? "List<double>" : wrong;
        await ModelTest.Breaks(
            "GEN0002", $"'x' has the type '{name}'; the data of a model are double, int, bool, Vector, Matrix, int[], int[,] or Dim.{advice}",
            ModelTest.Model($"{wrong} [|x|], Vector y", "Observe(y, Normal(Sum(y), 1));"));
        await ModelTest.Fixes(
            "GEN0002", ModelTest.Model($"{wrong} [|x|], Vector y", $"{use} Observe(y, Normal(0, 1));"), ModelTest.Model($"{right} x, Vector y", $"{use} Observe(y, Normal(0, 1));"));
    }
}
