using System.Text.RegularExpressions;

namespace Gen.Compiler.Tests.Fuzzing;

/// <summary>A latent with centres, in a program that simulates or decides.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Count">How many elements it has.</param>
/// <param name="IsNumber">Whether it is a number.</param>
/// <param name="Scaled">What a standard one is read as, times its scale; or empty, where it is centred as its own distribution says.</param>
/// <param name="Vector">The vector, one for each group, that may be a part of <paramref name="Scaled"/>.</param>
internal sealed record CenteredLatent(string Name, int Count, bool IsNumber, string Scaled, string Vector)
{
    public bool IsStandard => Scaled.Length > 0;

    /// <summary>What an element of a standard vector is read as, times its scale.</summary>
    public string ScaledAt(string place) => Regex.Replace(Scaled, $@"\b({Name}|{Vector})\b", $"$1[{place}]");
}
