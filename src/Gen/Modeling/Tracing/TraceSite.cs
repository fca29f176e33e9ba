using System.ComponentModel;

namespace Gen;

/// <summary>The statements of a model.</summary>
public enum TraceSiteKind
{
    /// <summary>A latent.</summary>
    Sample,

    /// <summary>A likelihood term.</summary>
    Observe,

    /// <summary>A recorded quantity.</summary>
    Deterministic,

    /// <summary>A quantity that is drawn once the latents are known.</summary>
    Generate,

    /// <summary>A term of the log-density.</summary>
    Potential,
}

/// <summary>A statement of a model's body, as it stands in the source.</summary>
/// <param name="Name">The quantity's name, or that of the data which are observed.</param>
/// <param name="Kind">Which statement it is.</param>
/// <param name="Line">The 1-based line of the call: that of its opening parenthesis.</param>
/// <param name="Text">The statement as written.</param>
/// <param name="IsAmbiguous">Whether others of its kind are on the line in other loops or branches.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed record TraceSite(string Name, TraceSiteKind Kind, int Line, string Text, bool IsAmbiguous = false);
