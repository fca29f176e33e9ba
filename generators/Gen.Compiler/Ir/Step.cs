namespace Gen.Compiler.Ir;

/// <summary>
/// One statement of a program, carried out for every combination of positions along its axes. Steps run in order; the combinations of one
/// step are independent of each other. A recurrence is a <see cref="LoopStep"/>.
/// </summary>
/// <param name="Site">The statement of the body that it came from: an index into <see cref="Model.Sites"/>, or −1.</param>
public abstract record Step(int Site);

/// <summary>A distribution with arguments, which are nodes over the axes of the step that holds it.</summary>
/// <param name="Distribution">The name of a class in <c>Gen.Distributions</c>.</param>
/// <param name="Parameterization">The name of its method <c>FromX</c> that the arguments belong to, or empty for those of <c>LogDensity</c>.</param>
/// <param name="Arguments">Nodes, in the order of that method's parameters (without the variate).</param>
public sealed record Density(string Distribution, string Parameterization, EquatableArray<int> Arguments);

/// <summary>A latent: <c>array[indices] ~ density</c> for every position along the axes.</summary>
public sealed record SampleStep(int Array, EquatableArray<int> Axes, EquatableArray<int> Indices, Density Density, int Site) : Step(Site);

/// <summary>A likelihood: <c>array[indices] ~ density</c>, where the array is data; only where the guard (a node, or −1) is not 0.</summary>
public sealed record ObserveStep(int Array, EquatableArray<int> Axes, EquatableArray<int> Indices, Density Density, int Guard, int Site) : Step(Site);

/// <summary>
/// <c>array[indices] = value</c>, or <c>+=</c>; only where the guard (a node, or −1) is not 0. The value is a node over the axes and may
/// hold reductions over further ones. Every axis of an assignment with = is an index of its own, shifted by a constant at most.
/// </summary>
public sealed record AssignStep(int Array, EquatableArray<int> Axes, EquatableArray<int> Indices, int Value, bool Accumulate, int Guard, int Site) : Step(Site);

/// <summary>A term of the log-density for every position along the axes; only where the guard (a node, or −1) is not 0.</summary>
public sealed record PotentialStep(EquatableArray<int> Axes, int Value, int Guard, int Site) : Step(Site);

/// <summary>Steps carried out in order for each position along an axis in turn, so that a position may read what earlier ones wrote.</summary>
public sealed record LoopStep(int Axis, bool Reverse, EquatableArray<Step> Body, int Site) : Step(Site);
