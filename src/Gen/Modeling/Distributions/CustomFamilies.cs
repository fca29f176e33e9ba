using System;
using System.Linq;

namespace Gen;

/// <summary>Families that the user's static methods define.</summary>
internal static class CustomFamilies
{
    private const string Suffix = "LogDensity";

    private static readonly string[] Parameters = ["first", "second", "third"];

    /// <summary>The family of functions of a value and some parameters, which check their parameters themselves.</summary>
    public static Family Of(string method, int parameters, OfValue logDensity, DrawGiven? draw, OfValue? logCdf)
    {
        var last = method[(method.LastIndexOf('.') + 1)..];
        var name = last.EndsWith(Suffix, StringComparison.Ordinal) && last.Length > Suffix.Length ? last[..^Suffix.Length] : last;
        OfValue tail = logCdf ?? ((_, _) => throw new NotSupportedException($"{name} was given no logCdf."));
        return new(name, Parameters[..parameters])
        {
            Sets = [new(Parameters.Take(parameters).Select(parameter => (FamilyParameter)parameter).ToArray()) { Check = _ => { } }],
            LogDensity = logDensity,
            LogCdf = tail,
            Cdf = (x, p) => Math.Exp(tail(x, p)),
            LogSurvival = (x, p) => Modeling.Log1p(-Math.Exp(tail(x, p))),
            Quantile = (_, _) => throw new NotSupportedException($"{name} has no quantiles: they are not given to Custom."),
            Mean = _ => double.NaN,
            Variance = _ => double.NaN,
            Draw = draw ?? ((_, _) => throw new NotSupportedException($"{name} cannot be drawn from: it was given no sampler.")),
            InSupport = (_, _) => true,
            SupportText = _ => "what its log-density is finite for",
        };
    }
}
