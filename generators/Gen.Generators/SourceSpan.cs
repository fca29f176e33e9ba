using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Gen.Generators;

/// <summary>A place in the source as plain values: a <see cref="Microsoft.CodeAnalysis.Location"/> would keep its syntax tree, and with it the compilation, alive.</summary>
internal sealed record SourceSpan
{
    private SourceSpan(string path, TextSpan span, LinePositionSpan lines)
    {
        Path = path;
        Span = span;
        Lines = lines;
    }

    private string Path { get; }

    private TextSpan Span { get; }

    private LinePositionSpan Lines { get; }

    /// <summary>The place of a location.</summary>
    public static SourceSpan Of(Location location)
    {
        var lines = location.GetLineSpan();
        return new(lines.Path, location.SourceSpan, lines.Span);
    }

    /// <summary>A location to report a diagnostic at.</summary>
    public Location ToLocation() => Location.Create(Path, Span, Lines);
}
