using System;

namespace Gen;

// How the distributions of the language are made from their arguments.
public static partial class Modeling
{
    /// <summary>An argument that was left out: a number that no model computes, for NaN is one that a model might.</summary>
    internal const double Unspecified = -1.7976931348623155e308;

    private static Univariate Scalar(Family family, params ReadOnlySpan<double> arguments)
    {
        Span<bool> given = stackalloc bool[arguments.Length];
        for (var k = 0; k < given.Length; k++)
        {
            given[k] = arguments[k] != Unspecified;
        }

        var values = arguments.ToArray();
        return new Univariate(FamilyElements.Of(family, 1, given, (argument, _) => values[argument]));
    }

    private static ElementwiseVector Along(Family family, params ReadOnlySpan<VectorArgument> arguments)
    {
        Span<bool> given = stackalloc bool[arguments.Length];
        for (var k = 0; k < given.Length; k++)
        {
            given[k] = arguments[k].IsGiven;
        }

        var values = arguments.ToArray();
        var length = CommonShape.Length(family.Name, arguments);
        return new ElementwiseVector(FamilyElements.Of(family, length, given, (argument, i) => values[argument][i]));
    }

    private static ElementwiseMatrix Over(Family family, params ReadOnlySpan<MatrixArgument> arguments)
    {
        Span<bool> given = stackalloc bool[arguments.Length];
        for (var k = 0; k < given.Length; k++)
        {
            given[k] = arguments[k].IsGiven;
        }

        var values = arguments.ToArray();
        var (rows, columns) = CommonShape.Of(family.Name, arguments);
        return new ElementwiseMatrix(
            FamilyElements.Of(family, rows * columns, given, (argument, i) => values[argument].At(i, columns)), rows, columns);
    }
}
