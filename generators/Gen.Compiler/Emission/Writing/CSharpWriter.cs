using System;
using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis.CSharp;

namespace Gen.Compiler.Emission;

/// <summary>
/// Writes C# as a person would lay it out: four spaces an indent, braces on lines of their own, a blank line between members and none beside
/// braces. Text alone, because syntax trees cost more to build and format than to read; the same on every host and under every culture.
/// </summary>
public sealed class CSharpWriter
{
    private readonly StringBuilder text = new();
    private int depth;
    private bool blankPending;
    private bool afterOpening = true;

    /// <summary>A line at the current depth; line breaks in <paramref name="line"/> begin further lines, and an empty line is a <see cref="Blank"/>.</summary>
    public CSharpWriter Line(string line)
    {
        foreach (var part in line.Replace("\r\n", "\n").Split('\n'))
        {
            if (part.Trim().Length == 0)
            {
                Blank();
                continue;
            }

            if (blankPending && !afterOpening)
            {
                text.Append('\n');
            }

            blankPending = afterOpening = false;
            text.Append(' ', 4 * depth).Append(part.TrimEnd()).Append('\n');
        }

        return this;
    }

    /// <summary>One blank line before the next one, unless that opens or closes a block: asking twice still makes one.</summary>
    public CSharpWriter Blank()
    {
        blankPending = true;
        return this;
    }

    /// <summary>
    /// A header, braces and an indented body that ends when the result is disposed: <c>using (writer.Block("if (n == 0)")) { … }</c>. An empty header
    /// makes bare braces; <paramref name="end"/> follows the closing brace (<c>;</c>).
    /// </summary>
    public Scope Block(string header, string end = "")
    {
        if (header.Length > 0)
        {
            Line(header);
        }

        Line("{");
        depth++;
        afterOpening = true;
        return new(this, "}" + end);
    }

    /// <summary>Deeper lines without braces, until the result is disposed: continued arguments, the arms of a <c>?:</c>.</summary>
    public Scope Indent()
    {
        depth++;
        return new(this, null);
    }

    /// <summary>A documentation element on one line, <c>&lt;summary&gt;</c> unless another is named, with <paramref name="content"/> escaped.</summary>
    public CSharpWriter Doc(string content, string element = "summary") =>
        Line($"/// <{element}>{Xml(content)}</{element.Split(' ')[0]}>");

    /// <summary>A comment; each line of <paramref name="comment"/> gets its own slashes, so that quoted source cannot end it.</summary>
    public CSharpWriter Comment(string comment)
    {
        foreach (var part in comment.Replace("\r", "").Split('\n', '\u0085', '\u2028', '\u2029'))
        {
            Line("// " + part);
        }

        return this;
    }

    /// <summary>What was written.</summary>
    public override string ToString() => text.ToString();

    /// <summary>
    /// A literal of type <c>double</c> that reads back as the very same number: the shortest of 15 to 17 digits that does, always with a point or an exponent
    /// so that no division of two literals is one of integers. A negative number begins with its sign.
    /// </summary>
    /// <remarks>Not <c>"R"</c>: on .NET Framework, where an editor may host the compiler, it does not always round-trip.</remarks>
    public static string Number(double value)
    {
        if (double.IsNaN(value))
        {
            return "double.NaN";
        }

        if (double.IsInfinity(value))
        {
            return value > 0 ? "double.PositiveInfinity" : "double.NegativeInfinity";
        }

        if (value == 0)
        {
            return BitConverter.DoubleToInt64Bits(value) < 0 ? "-0.0" : "0.0";
        }

        var digits = "";
        for (var precision = 15; precision <= 17; precision++)
        {
            digits = value.ToString("G" + precision.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
            if (double.TryParse(digits, NumberStyles.Float, CultureInfo.InvariantCulture, out var read) && read == value)
            {
                break;
            }
        }

        return digits.IndexOfAny(['.', 'E']) < 0 ? digits + ".0" : digits;
    }

    /// <summary>An integer literal.</summary>
    public static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);

    /// <summary>A string literal with its quotes.</summary>
    public static string Text(string value) => SymbolDisplay.FormatLiteral(value, quote: true);

    /// <summary>A name as it stands in code: a keyword gets its <c>@</c>, and so do the two that are one only somewhere inside a member.</summary>
    public static string Identifier(string name) =>
        SyntaxFacts.GetKeywordKind(name) != SyntaxKind.None || name is "field" or "await" ? "@" + name : name;

    /// <summary>Text as it stands between the tags of a documentation comment.</summary>
    public static string Xml(string content) => content.Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;");

    private void Close(string? closing)
    {
        depth--;
        if (closing is not null)
        {
            blankPending = false;
            Line(closing);
        }
    }

    /// <summary>A part of the text with an indent of its own, which ends when it is disposed.</summary>
    public readonly struct Scope : IDisposable
    {
        private readonly CSharpWriter writer;
        private readonly string? closing;

        internal Scope(CSharpWriter writer, string? closing)
        {
            this.writer = writer;
            this.closing = closing;
        }

        /// <summary>Ends the part.</summary>
        public void Dispose() => writer.Close(closing);
    }
}
