namespace Gen;

/// <summary>What shape of posterior the draws of all chains show.</summary>
public enum Geometry
{
    /// <summary>There were too few draws to tell.</summary>
    Unknown,

    /// <summary>Round once each coordinate has its scale.</summary>
    Fine,

    /// <summary>Correlated, which the metric has taken up.</summary>
    Correlation,

    /// <summary>Curved: no one metric and step size suit all of it.</summary>
    Curvature,

    /// <summary>Chains stay in different places, which have about as high a density.</summary>
    SeveralModes,

    /// <summary>A chain stays where the density is so much lower than where others are that no draw of the posterior would be there.</summary>
    Stuck,
}
