using System;
using System.Runtime.CompilerServices;

namespace Gen;

// Distributions of categories.
public static partial class Modeling
{
    /// <summary>
    /// One of the categories 0, 1, …, K − 1 with the K probabilities <paramref name="p"/>, or with <paramref name="logitP"/>: any K numbers whose
    /// exponentials are proportional to the probabilities.
    /// </summary>
    /// <remarks>It takes (p) or (logitP).</remarks>
    /// <exception cref="ArgumentException">The arguments are not one of these sets.</exception>
    public static Univariate Categorical(Vector? p = null, Vector? logitP = null) => new(CategoricalOf(p, logitP, row => row));

    /// <summary>Independent categories, each with the probabilities, or their logarithms up to a constant, in its row.</summary>
    /// <inheritdoc cref="Categorical(Vector?, Vector?)" path="/remarks|/exception"/>
    [OverloadResolutionPriority(-1)]
    public static Elementwise<Vector> Categorical(Matrix? p = null, Matrix? logitP = null) => new ElementwiseVector(CategoricalOf(p, logitP, rows => rows));

    /// <summary>
    /// Ordered categories 0, 1, …, K: in which of the intervals between the K increasing <paramref name="cutpoints"/> a logistic variate with
    /// location <paramref name="eta"/> falls.
    /// </summary>
    public static Univariate OrderedLogistic(double eta, Vector cutpoints)
    {
        ArgumentNullException.ThrowIfNull(cutpoints);
        return new Univariate(new OrderedLogisticElements([eta], cutpoints));
    }

    /// <summary>Independent ordered categories with a location each and the same cutpoints.</summary>
    [OverloadResolutionPriority(-1)]
    public static Elementwise<Vector> OrderedLogistic(Vector eta, Vector cutpoints)
    {
        ArgumentNullException.ThrowIfNull(eta);
        ArgumentNullException.ThrowIfNull(cutpoints);
        return new ElementwiseVector(new OrderedLogisticElements(eta, cutpoints));
    }

    private static CategoricalElements CategoricalOf<T>(T? p, T? logitP, Func<T, Rows> rows)
        where T : class => (p, logitP) switch
        {
            ({ } probabilities, null) => new CategoricalElements(rows(probabilities)),
            (null, { } logarithms) => new LogitCategoricalElements(rows(logarithms)),
            _ => throw new ArgumentException($"Categorical takes (p) or (logitP); it was given {(p is null ? "nothing" : "p and logitP")}."),
        };
}
