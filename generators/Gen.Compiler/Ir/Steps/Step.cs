namespace Gen.Compiler.Ir;

/// <summary>
/// One statement of a program, carried out for every combination of positions along its axes. Steps run in order; the combinations of one
/// step are independent of each other. A recurrence is a <see cref="LoopStep"/>.
/// </summary>
/// <param name="Site">The statement of the body that it came from: an index into <see cref="Model.Sites"/>, or −1.</param>
public abstract record Step(int Site);

/// <summary>A latent, or by its array's role a quantity that is generated: <c>array[indices] ~ density</c> for every position along the axes.</summary>
public sealed record SampleStep(int Array, EquatableArray<int> Axes, EquatableArray<int> Indices, Density Density, int Site) : Step(Site)
{
    /// <summary>The set that the latent lies in where it is another than its distribution's: the density is then restricted to it, not renormalised.</summary>
    public Support? Restriction { get; init; }

    /// <summary>Whether a latent with a location and a scale is computed from a standard one, which is then what is sampled.</summary>
    public bool IsNonCentered { get; init; }

    /// <summary>Whether tuning may choose how a latent with a location and a scale is centred.</summary>
    public bool IsCenteredByTuning { get; init; }

    /// <summary>For data that a simulation draws: only where the guard (a node, or −1) is not 0. Quantities are sampled whatever holds.</summary>
    public int Guard { get; init; } = -1;
}

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
