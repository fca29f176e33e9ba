using System;
using System.Collections.Generic;

namespace Gen.Compiler.Tests.Fuzzing;

/// <summary>
/// Writes terms of densities whose scale is far from 1, or no number at all but for its logarithm: components whose weight underflows, and products of exponentials
/// that do. They are of the latents <c>a</c>, <c>b</c>, <c>s</c> and <c>v</c>, which the model has.
/// </summary>
internal sealed class ExtremeWriter(int seed)
{
    // Apart from the draws of what else is in the model, which stays as it was without these terms.
    private readonly Random random = new(seed + 1_000_003);

    public IEnumerable<string[]> Terms()
    {
        for (var k = random.Next(1, 3); k > 0; k--)
        {
            yield return Term();
        }
    }

    private string[] Term()
    {
        var isPositive = random.Next(2) == 0;
        var data = isPositive ? "z" : "y";
        string Far() => isPositive && random.Next(3) > 0 ? Positive(Scale()) : Real(Scale());
        string Near() => isPositive && random.Next(2) == 0 ? Choose("LogNormal(b, 1)", "Exponential(Exp(a))", "Gamma(2, 1.5)") : Choose("Normal(b, 1)", "StudentT(3, a, s + 0.3)", "Cauchy(v[0], 1)");
        string[] parts = random.Next(4) switch
        {
            0 => [Far(), Near(), Far()],
            1 => [Near(), Far()],
            _ => [Far(), Near()],
        };
        var weights = parts.Length == 3 ? Choose("0.2, 0.5, 0.3", "0.2, 0.8 * InverseLogit(a), 0.8 * InverseLogit(-a)") : Choose("0.4, 0.6", "InverseLogit(a), 1 - InverseLogit(a)");
        return random.Next(7) switch
        {
            0 or 1 => [$"Observe({data}, Mixture([{weights}], {string.Join(", ", parts)}));"],
            2 => [$"for (var t = 0; t < {data}.Length; t++)", "{", $"    Observe({data}[t], Mixture([{weights}], {string.Join(", ", parts)}));", "}"],
            3 => [$"for (var t = 0; t < {data}.Length; t++)", "{", $"    Potential(LogSumExp([{string.Join(", ", Array.ConvertAll(parts, part => $"{part}.LogDensity({data}[t])"))}]));", "}"],
            4 => [$"Potential(LogSumExp([{string.Join(", ", Array.ConvertAll(parts, part => $"{part}.LogDensity({Choose("0.7", "Exp(b)", $"{data}[0]")})"))}]));"],
            5 => [$"Observe({data}, {Far()});"],

            // A scale that is stored has a slope of its own, which may overflow where that of its logarithm does not: only one is far out.
            _ => [$"Observe({data}, Mixture([0.3, 0.7], Normal([a, b], [{Scale()}, {Choose("1", "Exp(b)")}])));"],
        };
    }

    private string Real(string scale) => random.Next(6) switch
    {
        0 => $"StudentT({Choose("3", "2 + Exp(b)")}, a, {scale})",
        1 => $"Cauchy({Choose("0", "a")}, {scale})",
        2 => $"Laplace(a, {scale})",
        3 => $"Logistic({Choose("0", "b")}, {scale})",
        4 => $"Gumbel(a, {scale})",
        _ => $"Normal({Choose("0", "a", "v[0]")}, {scale})",
    };

    private string Positive(string scale) => random.Next(7) switch
    {
        0 => $"LogNormal({Choose("0", "a")}, {scale})",
        1 => $"HalfNormal({scale})",
        2 => $"HalfCauchy({scale})",
        3 => $"Weibull(1.5, {scale})",
        4 => $"Gamma({Choose("2", "1 + Exp(b)")}, {scale})",
        5 => $"Exponential({scale})",
        _ => $"InverseGamma(2, {scale})",
    };

    /// <summary>A scale: an exponential that is a number, or a product that may be none.</summary>
    private string Scale() => random.Next(8) switch
    {
        0 or 1 => $"Exp({Latent()} - {Choose("400", "330", "30")})",
        2 => $"Exp({Latent()} + {Choose("400", "330", "30")})",
        3 => $"Exp({Choose("300", "400")} * {Latent()}) * Exp({Choose("300", "400")} * {Latent()})",
        4 => $"{Choose("2", "0.5")} * Exp({Latent()} {Choose("- 800", "+ 800", "- 400")})",
        5 => $"Exp({Latent()} - 500) * Exp({Latent()} {Choose("- 500", "+ 500", "- 100")})",
        6 => $"s * Exp({Latent()} {Choose("- 400", "+ 400", "- 800")})",
        _ => $"Exp({Latent()} - 400) / Exp({Latent()} {Choose("+ 400", "- 400")})",
    };

    private string Latent() => Choose("a", "b", "v[0]");

    private string Choose(params string[] choices) => choices[random.Next(choices.Length)];
}
