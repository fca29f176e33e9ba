using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Xml.Linq;
using Gen.Numerics;
using Xunit;

namespace Gen.Tests.Modeling;

/// <summary>The table of families says what the definitions and their runtime halves say.</summary>
public sealed class FamilyTableTests
{
    private static readonly double[] Values = [0.4, 0.7, 1.3];

    private static readonly Lazy<XElement[]> Documentation = new(
        () => [.. XDocument.Load(Path.ChangeExtension(typeof(Vector).Assembly.Location, ".xml")).Descendants("member")]);

    public static IEnumerable<object[]> Names => typeof(Families).GetFields().Select(family => new object[] { family.Name });

    [Fact]
    public void Every_definition_over_numbers_is_in_the_table()
    {
        var defined = typeof(Vector).Assembly.GetTypes()
            .Where(type => type.Namespace == "Gen.Distributions" && type.GetCustomAttribute<DistributionAttribute>() is not null)
            .Where(type => type.GetMethod("LogDensity")!.GetParameters().All(parameter => parameter.ParameterType == typeof(double)))
            .Select(type => type.Name)
            .Order();

        Assert.Equal(defined, Names.Select(name => (string)name[0]).Order());
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Sets_have_the_parameters_and_defaults_of_the_definition(string name)
    {
        var family = Family(name);
        var methods = Sets(name).ToArray();

        Assert.Equal(name, family.Name);
        Assert.Equal(methods.Length, family.Sets.Length);
        for (var i = 0; i < methods.Length; i++)
        {
            var expected = methods[i].GetParameters().Where(parameter => parameter.Name != "x")
                .Select(parameter => (parameter.Name, parameter.GetCustomAttribute<DefaultAttribute>()?.Value));
            Assert.Equal(expected, family.Sets[i].Parameters.Select(parameter => ((string?)parameter.Name, parameter.Default)));
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Arguments_are_those_of_the_sets_and_of_the_method_with_its_defaults(string name)
    {
        var family = Family(name);
        var overloads = typeof(Gen.Modeling).GetMethods().Where(method => method.Name == name).ToArray();

        Assert.Equal(family.Sets.SelectMany(set => set.Parameters).Select(parameter => parameter.Name).Distinct().Order(), family.Arguments.Order());
        Assert.Equal(family.Arguments.Length == 0 ? 1 : 3, overloads.Length);
        foreach (var overload in overloads)
        {
            Assert.Equal(family.Arguments, overload.GetParameters().Select(parameter => parameter.Name));
        }

        foreach (var parameter in overloads.Single(method => method.ReturnType == typeof(Univariate)).GetParameters())
        {
            var defaults = family.Sets
                .Select(set => set.Parameters.SingleOrDefault(candidate => candidate.Name == parameter.Name)?.Default).Distinct().ToArray();
            Assert.Equal(defaults is [{ } only] ? only : Gen.Modeling.Unspecified, parameter.DefaultValue);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Overloads_are_for_numbers_vectors_and_matrices_in_that_order_of_preference(string name)
    {
        var overloads = typeof(Gen.Modeling).GetMethods().Where(method => method.Name == name)
            .ToDictionary(method => method.GetCustomAttribute<OverloadResolutionPriorityAttribute>()?.Priority ?? 0);

        (int Priority, Type Parameter, Type Return)[] expected =
        [
            (0, typeof(double), typeof(Univariate)),
            (-1, typeof(VectorArgument), typeof(Elementwise<Vector>)),
            (-2, typeof(MatrixArgument), typeof(Elementwise<Matrix>)),
        ];
        foreach (var (priority, parameter, result) in expected[..overloads.Count])
        {
            Assert.Equal(result, overloads[priority].ReturnType);
            Assert.All(overloads[priority].GetParameters(), own => Assert.True(own.ParameterType == parameter && own.IsOptional));
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Documentation_says_what_the_family_is_and_which_sets_it_takes(string name)
    {
        var family = Family(name);
        var signature = family.Arguments.Length == 0 ? "" : $"({string.Join(',', family.Arguments.Select(_ => "System.Double"))})";
        var documentation = Documentation.Value.Single(member => member.Attribute("name")!.Value == $"M:Gen.Modeling.{name}{signature}");
        var sets = family.Sets.Select(set => "(" + string.Join(", ", set.Parameters.Select(parameter => parameter.Default switch
        {
            null => parameter.Name,
            double.PositiveInfinity => $"{parameter.Name} = ∞",
            double.NegativeInfinity => $"{parameter.Name} = −∞",
            { } value => $"{parameter.Name} = {value}",
        })) + ")");

        Assert.Equal(family.Arguments, documentation.Elements("param").Select(parameter => parameter.Attribute("name")!.Value));
        Assert.Equal(
            family.Arguments.Order(),
            documentation.Element("summary")!.Elements("paramref").Select(reference => reference.Attribute("name")!.Value).Distinct().Order());
        Assert.StartsWith(
            family.Arguments.Length == 0 ? "It has no parameters." : $"It takes {string.Join(" or ", sets)}.", documentation.Element("remarks")!.Value.Trim());
        var isAlwaysOne = family.Sets.Length == 1 && Array.TrueForAll(family.Sets[0].Parameters, parameter => parameter.Default is not null);
        Assert.Equal(isAlwaysOne, documentation.Element("exception") is null);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Functions_are_those_of_the_distribution(string name)
    {
        var family = Family(name);
        var parameters = Parameters(name, family.Sets[0]);
        var type = typeof(Vector).Assembly.GetType($"Gen.Distributions.{name}")!;
        object[] boxed = [.. parameters.Cast<object>()];
        foreach (var x in (double[])[0, 1, 0.3, -0.5, 2])
        {
            Same("LogDensity", [x, .. boxed], () => family.LogDensity(x, parameters));
            Same("Cdf", [x, .. boxed], () => family.Cdf(x, parameters));
            Same("LogCdf", [x, .. boxed], () => family.LogCdf(x, parameters));
            Same("LogSurvival", [x, .. boxed], () => family.LogSurvival(x, parameters));
            Same("Quantile", [x, .. boxed], () => family.Quantile(x, parameters));
            Same("InSupport", [x, .. boxed], () => family.InSupport(x, parameters));
        }

        Same("Mean", boxed, () => family.Mean(parameters));
        Same("Variance", boxed, () => family.Variance(parameters));
        Same("SupportText", boxed, () => family.SupportText(parameters));
        Same("Draw", [new RandomStream(3), .. boxed], () => family.Draw(new RandomStream(3), parameters));

        // The same value, or the same refusal where the distribution is improper.
        void Same(string method, object[] given, Func<object> function)
        {
            object? expected = null;
            if (Record.Exception(() => expected = Call(type, method, given)) is TargetInvocationException { InnerException: InvalidOperationException refusal })
            {
                Assert.Equal(refusal.Message, Assert.Throws<InvalidOperationException>(() => function()).Message);
            }
            else
            {
                Assert.NotNull(expected);
                Assert.Equal(expected, function());
            }
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_family_is_discrete_where_its_support_is(string name)
    {
        var support = typeof(Vector).Assembly.GetType($"Gen.Distributions.{name}")!.GetCustomAttribute<DistributionAttribute>()!.Support;
        Assert.Equal(support is Support.Boolean or Support.Count or Support.PositiveCount or Support.Integer, Family(name).IsDiscrete);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Sets_convert_check_and_have_the_density_of_the_definition(string name)
    {
        var family = Family(name);
        var type = typeof(Vector).Assembly.GetType($"Gen.Distributions.{name}")!;
        var methods = Sets(name).ToArray();
        for (var i = 0; i < methods.Length; i++)
        {
            var set = family.Sets[i];
            var suffix = i == 0 ? string.Empty : methods[i].Name;
            var parameters = Parameters(name, set);
            var stable = i == 0 ? null : type.GetMethod("LogDensity" + suffix);
            Assert.Equal(i == 0, set.ToCanonical is null);
            Assert.Equal(stable is null, set.LogDensity is null);
            if (set.ToCanonical is { } convert)
            {
                Assert.Equal(Call(type, suffix, parameters), convert(parameters));
            }

            if (set.LogDensity is { } density)
            {
                Assert.Equal(Call(type, "LogDensity" + suffix, [1.0, .. parameters]), density(1, parameters));
            }

            for (var k = 0; k < parameters.Length; k++)
            {
                double[] spoilt = [.. parameters];
                spoilt[k] = double.NaN;
                var expected = Assert.Throws<TargetInvocationException>(() => Call(type, "CheckParameters" + suffix, spoilt)).InnerException!;
                Assert.Equal(expected.Message, Assert.Throws<ArgumentOutOfRangeException>(() => set.Check(spoilt)).Message);
            }
        }
    }

    private static double[] Parameters(string name, ParameterSet set) => name switch
    {
        "Binomial" => [3, 0.4],
        "BetaBinomial" => [3, 0.4, 0.7],
        "DiscreteUniform" => [-1, 2],
        "Triangular" => [-1, 2, 0.5],
        _ => Values[..set.Parameters.Length],
    };

    private static Family Family(string name) => (Family)typeof(Families).GetField(name)!.GetValue(null)!;

    private static IEnumerable<MethodInfo> Sets(string name)
    {
        var type = typeof(Vector).Assembly.GetType($"Gen.Distributions.{name}")!;
        var alternatives = type.GetMethods().Where(method => method.GetCustomAttribute<ParameterizationAttribute>() is not null);
        return [type.GetMethod("LogDensity")!, .. alternatives];
    }

    private static object? Call(Type type, string method, double[] arguments) => Call(type, method, [.. arguments.Cast<object>()]);

    private static object? Call(Type type, string method, object[] arguments) => type.GetMethod(method)!.Invoke(null, arguments);
}
