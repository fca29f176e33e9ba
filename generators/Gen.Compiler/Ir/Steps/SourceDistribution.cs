namespace Gen.Compiler.Ir;

/// <summary>A distribution that the user defines by static methods: read into expressions, so that equal definitions are equal.</summary>
/// <param name="Name">Its name: that of the method without <c>LogDensity</c>.</param>
/// <param name="Support">The set in which the variate lies.</param>
/// <param name="Lower">The parameter that is the variate's lower end, or null.</param>
/// <param name="Upper">The parameter that is the variate's upper end, or null.</param>
/// <param name="Parameters">The parameters after the variate.</param>
/// <param name="LogDensity">The log-density.</param>
/// <param name="LogCdf">The logarithm of the cumulative distribution function, or null.</param>
/// <param name="Draw">The sampler as code that reaches it, or empty.</param>
/// <param name="Forward">The member of the model's class through which a sampler is reached that only that class may call, or null.</param>
public sealed record SourceDistribution(
    string Name, Support Support, string? Lower, string? Upper, EquatableArray<SourceParameter> Parameters, SourceFunction LogDensity, SourceFunction? LogCdf,
    string Draw, ForwardingMember? Forward);

/// <summary>A parameter of a distribution that the user defines.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Requires">The set in which it must lie.</param>
public sealed record SourceParameter(string Name, Support Requires);

/// <summary>A function of the variate and the parameters: its nodes, in which array 0 is the variate and the others are the parameters in order.</summary>
/// <param name="Nodes">The nodes, arguments before uses; the last is the value.</param>
/// <param name="Axes">The axes of its sums.</param>
public sealed record SourceFunction(EquatableArray<Node> Nodes, EquatableArray<Axis> Axes);
