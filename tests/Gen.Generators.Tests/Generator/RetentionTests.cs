using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using Gen.Generators.Tests.Harness;
using Gen.Generators.Tests.Surface.Models;
using Microsoft.CodeAnalysis;
using Xunit;

namespace Gen.Generators.Tests.Generator;

/// <summary>What the pipeline keeps between runs must keep no compilation alive: the graph of objects behind every step is walked.</summary>
public class RetentionTests
{
    private static readonly Type[] Forbidden = [typeof(ISymbol), typeof(SyntaxNode), typeof(SyntaxTree), typeof(Compilation), typeof(Location), typeof(SemanticModel), typeof(Delegate)];

    [Theory]
    [InlineData("")]
    [InlineData("Sample(Unheard(0));")]
    [InlineData("var z = Generate(Normal(0, 1)); Potential(z);")]
    [InlineData("var z = Generate(Poisson(3)); var v = Deterministic(price[(int)z]);")]
    public void No_step_keeps_anything_of_the_compilation(string mistake)
    {
        var run = GeneratorRun.Of(("Demand.cs", DemandModel.Body.Replace("Observe(", mistake + " Observe(")), ("Regression.cs", RegressionModel.Body));
        var seen = new HashSet<object>(ReferenceEqualityComparer.Instance);
        foreach (var value in run.Values)
        {
            Walk(value, value.GetType().Name, seen);
        }

        Assert.True(seen.Count > 50, "the walk has hardly seen anything");
    }

    [Fact]
    public void The_walk_finds_what_it_looks_for()
    {
        var run = GeneratorRun.Of(("Demand.cs", DemandModel.Body));
        var holder = new List<object> { ("deep", new[] { run.Output.SyntaxTrees.First() }) };
        Assert.ThrowsAny<Xunit.Sdk.XunitException>(() => Walk(holder, "holder", new(ReferenceEqualityComparer.Instance)));
    }

    private static void Walk(object? value, string path, HashSet<object> seen)
    {
        if (value is null or string || value.GetType().IsPrimitive || value.GetType().IsEnum || !seen.Add(value))
        {
            return;
        }

        Assert.False(Forbidden.Any(type => type.IsInstanceOfType(value)), $"{path} keeps a {value.GetType()}");
        if (value is IEnumerable items)
        {
            foreach (var item in items)
            {
                Walk(item, path + "[]", seen);
            }
        }

        for (var type = value.GetType(); type is not null; type = type.BaseType)
        {
            foreach (var field in type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            {
                if (!field.FieldType.IsPointer)
                {
                    Walk(field.GetValue(value), $"{path}.{field.Name}", seen);
                }
            }
        }
    }
}
