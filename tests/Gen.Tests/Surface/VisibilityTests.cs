using System;
using System.Collections.Generic;
using System.ComponentModel;
using System.Linq;
using System.Reflection;
using Xunit;

namespace Gen.Tests.Surface;

/// <summary>
/// What completion offers to a user. The namespace <c>Gen</c> is what models and programs are written with; <c>Gen.Sampling</c> and <c>Gen.Optimization</c>
/// serve log-densities and objectives of one's own. The other namespaces are for emitted code: what it does not need is internal, and what it needs is
/// public and hidden by <see cref="EditorBrowsableState.Never"/>.
/// </summary>
public sealed class VisibilityTests
{
    private static readonly string[] ForUsers = ["Gen", "Gen.Optimization", "Gen.Sampling"];

    private static readonly string[] ForEmittedCode = ["Gen.Approximations", "Gen.Distributions", "Gen.Models", "Gen.Numerics"];

    // Extension blocks appear as nested types that have no name in C#.
    private static IEnumerable<Type> Types => typeof(Vector).Assembly.GetExportedTypes().Where(type => !type.IsNested);

    [Fact]
    public void EveryNamespaceIsForUsersOrForEmittedCode() => Assert.Equal(
        ForUsers.Concat(ForEmittedCode).Order(StringComparer.Ordinal), Types.Select(type => type.Namespace).Distinct().Order(StringComparer.Ordinal));

    [Fact]
    public void OfWhatEmittedCodeCallsTheSourceOfRandomNumbersAloneIsShown() =>
        // Samplers of distributions that the user defines are written with it.
        Assert.Equal(["RandomStream"], Names(Types.Where(type => ForEmittedCode.Contains(type.Namespace) && !IsHidden(type))));

    [Fact]
    public void OfWhatUsersWriteWithTheseAreHidden()
    {
        string[] called = ["BodyTrace", "DecisionProblem", "IConstrained", "IObjective", "IRecentering", "TraceSite"];
        // Arguments convert to them, and operators are found without their names.
        string[] neverNamed = ["IntegerArrays", "IntegerMatrices", "MatrixArgument", "MatrixDistribution", "VectorArgument", "VectorDistribution"];
        Assert.Equal(
            called.Concat(neverNamed).Order(StringComparer.Ordinal), Names(Types.Where(type => ForUsers.Contains(type.Namespace) && IsHidden(type))));
    }

    private static bool IsHidden(Type type) => type.GetCustomAttribute<EditorBrowsableAttribute>() is { State: EditorBrowsableState.Never };

    private static IEnumerable<string> Names(IEnumerable<Type> types) => types.Select(type => type.Name).Order(StringComparer.Ordinal);
}
