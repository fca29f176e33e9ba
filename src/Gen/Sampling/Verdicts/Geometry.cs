namespace Gen;

/// <summary>What shape of posterior the draws of all chains show.</summary>
public enum Geometry
{
    /// <summary>There were too few draws to tell.</summary>
    Unknown,

    /// <summary>Slopes are linear, as a normal's are, and the metric has a scale for each coordinate.</summary>
    Fine,

    /// <summary>The same, and coordinates are correlated: the metric has taken that up, unless the verdict names latents.</summary>
    Correlation,

    /// <summary>Curved: no one metric and step size suit all of it.</summary>
    Curvature,

    /// <summary>Chains stay in different places, which have about as high a density.</summary>
    SeveralModes,

    /// <summary>A chain stays where the density is so much lower than where others are that hardly a draw would be there, unless that place is as much wider.</summary>
    Stuck,

    /// <summary>However far some latents go, the density does not fall, or not before numbers end: neither data nor a prior holds them, and there is no posterior to sample.</summary>
    Improper,

    /// <summary>Two modes, so near to each other that chains pass between them.</summary>
    NearModes,
}
