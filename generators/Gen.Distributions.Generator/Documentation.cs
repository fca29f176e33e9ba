using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Xml.Linq;

namespace Gen.Distributions.Generator;

/// <summary>
/// The documentation of a distribution's methods: the summary and the remarks of its definition, in which <c>&lt;c&gt;name&lt;/c&gt;</c> is the parameter
/// of that name, and the sets of parameters with where their values must lie.
/// </summary>
internal static class Documentation
{
    /// <summary>Its lines, without slashes.</summary>
    public static IEnumerable<string> Of(Definition definition)
    {
        // Where there is none, or its XML is broken, which the compiler says at its place, the compiler gives no member.
        var isThere = definition.Documentation.StartsWith("<member", StringComparison.Ordinal);
        var source = isThere ? XElement.Parse(definition.Documentation, LoadOptions.PreserveWhitespace) : new("member");
        foreach (var name in source.Descendants("c").Where(code => definition.Arguments.Contains(code.Value)).ToList())
        {
            name.ReplaceWith(new XElement("paramref", new XAttribute("name", name.Value)));
        }

        var parameters = definition.Arguments.Select(argument => new XElement(
            "param", new XAttribute("name", argument), Range(definition.Sets.SelectMany(set => set.Parameters).First(own => own.Name == argument).Requires)));
        var remarks = new XElement("remarks", Sets(definition), source.Element("remarks") is { } more ? new object[] { " ", more.Nodes() } : null);
        XElement[] elements =
        [
            source.Element("summary") ?? new("summary"), .. parameters, remarks, .. Refusals(definition),
        ];
        return elements.SelectMany(Lines);
    }

    private static IEnumerable<string> Lines(XElement element) =>
        element.ToString(SaveOptions.DisableFormatting).Replace("\r", "").Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0);

    private static string Sets(Definition definition) =>
        definition.Arguments.Count == 0 ? "It has no parameters." : $"It takes {string.Join(" or ", definition.Sets.Select(Text))}.";

    private static IEnumerable<XElement> Refusals(Definition definition)
    {
        var isOneSet = definition.Sets.Count == 1;
        if (isOneSet && definition.Sets[0].Parameters.All(parameter => parameter.Default is not null))
        {
            return [];
        }

        return
        [
            new("exception", new XAttribute("cref", "System.ArgumentException"), $"The arguments are not {(isOneSet ? "this set" : "one of these sets")}."),
        ];
    }

    private static string Text(ParameterSet set) => $"({string.Join(", ", set.Parameters.Select(Text))})";

    private static string Text(Parameter parameter) => parameter.Default is { } value ? $"{parameter.Name} = {Text(value)}" : parameter.Name;

    private static string Text(double value) =>
        double.IsPositiveInfinity(value) ? "∞" : double.IsNegativeInfinity(value) ? "−∞" : value.ToString("R", CultureInfo.InvariantCulture);

    private static string Range(Support support) => support switch
    {
        Support.Positive => "Positive.",
        Support.NonNegative => "0 or positive.",
        Support.Unit => "Between 0 and 1.",
        Support.Boolean => "0 or 1.",
        Support.Count => "0, 1, 2, ….",
        Support.PositiveCount => "1, 2, 3, ….",
        Support.Integer => "A whole number.",
        Support.Circular => "Between −π and π.",
        _ => "Any number.",
    };
}
