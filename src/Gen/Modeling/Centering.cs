namespace Gen;

/// <summary>
/// How a latent whose distribution has a location and a scale, or whose logarithm or logit has, is parameterised where it is inferred. The model and its posterior are
/// the same; a sampler moves better in the centred form where data say much about each element, and in the non-centred one where they say little.
/// </summary>
/// <remarks>Papaspiliopoulos, Roberts and Sköld (2007), "A general framework for the parametrization of hierarchical models".</remarks>
public enum Centering
{
    /// <summary>
    /// Tuning chooses for each element, between the two forms and at any point between them, where other latents decide its location or its scale; otherwise centred.
    /// </summary>
    Auto,

    /// <summary>The latent itself is the coordinate.</summary>
    Centered,

    /// <summary>
    /// The coordinate is the distance from the location in units of the scale: x = location + scale · z, where x is the latent, or its logarithm or logit. Walks,
    /// autoregressions and correlated normals are so element by element.
    /// </summary>
    NonCentered,
}
