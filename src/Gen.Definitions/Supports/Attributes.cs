using System;

namespace Gen;

// A distribution of the library is one definition, in the folder of its support, compiled into the compiler and the runtime; and its runtime half, a partial class of
// the same name in src/Gen/Distributions: Draw, Mean, InSupport, SupportText and CheckParameters, a CheckParametersFromX for each Parameterization FromX, and of numbers
// Variance, Quantile, and Cdf, LogCdf and LogSurvival where the definition has none. The function of Gen.Modeling is generated where all parameters are numbers.
/// <summary>
/// On a class of <c>Gen.Distributions</c>: declares a distribution and the support of its variate. On a user's static method
/// <c>double NameLogDensity(double x, …)</c>: declares a distribution called <c>Name</c>.
/// </summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class DistributionAttribute(Support support) : Attribute
{
    /// <summary>The set in which the variate lies.</summary>
    public Support Support { get; } = support;

    /// <summary>The parameter that is the variate's lower end, for <see cref="Support.Interval"/> and <see cref="Support.Integer"/>.</summary>
    public string? Lower { get; set; }

    /// <summary>
    /// The parameter that is the variate's upper end, for <see cref="Support.Interval"/>, <see cref="Support.Integer"/> and <see
    /// cref="Support.Count"/>, and that its counts sum to, for <see cref="Support.CountVector"/>.
    /// </summary>
    public string? Upper { get; set; }

    /// <summary>The parameter that shifts the variate, in a family of locations and scales.</summary>
    public string? Location { get; set; }

    /// <summary>The parameter that stretches the variate about its location.</summary>
    public string? Scale { get; set; }

    /// <summary>The parameter that is the length of a variate (the number of rows) where no vector among the parameters tells.</summary>
    public string? Order { get; set; }
}

/// <summary>The set in which a distribution's parameter must lie.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class RequiresAttribute(Support support) : Attribute
{
    /// <summary>The set in which the parameter must lie.</summary>
    public Support Support { get; } = support;
}

/// <summary>The value of a distribution's parameter when the model does not give one.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class DefaultAttribute(double value) : Attribute
{
    /// <summary>The value taken when the parameter is left out.</summary>
    public double Value { get; } = value;
}

/// <summary>
/// An alternative set of parameters. <c>Real[] FromX(…)</c> (<c>object[]</c> where some are vectors or matrices) maps it to the parameters of
/// <c>LogDensity</c>, in their order; a method <c>Real LogDensityFromX(Real x, …)</c> beside it, where there is one, is the numerically stable density
/// in those parameters.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ParameterizationAttribute : Attribute;

/// <summary>
/// On a vector parameter: it runs along an axis of its own instead of the variate's, and its length says nothing of the variate's. The vector
/// parameters of a variate that is a number run along an axis 0 of their own without it.
/// </summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class AlongAttribute(int axis) : Attribute
{
    /// <summary>The axis: 0 is the variate's first.</summary>
    public int Axis { get; } = axis;
}

/// <summary>
/// On a class of <c>Gen.Distributions</c>: the order in which a call takes the parameters of all sets, where it is not that in which the sets name them.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class ArgumentsAttribute(params string[] names) : Attribute
{
    /// <summary>The parameters in that order.</summary>
    public string[] Names { get; } = names;
}
