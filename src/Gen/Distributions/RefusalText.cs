using System.Globalization;
using System.Runtime.CompilerServices;

namespace Gen.Distributions;

/// <summary>The interpolated text of what a parameter must be, which is made only where it is not: checks of every draw allocate nothing.</summary>
[InterpolatedStringHandler]
internal ref struct RefusalText
{
    private DefaultInterpolatedStringHandler text;

    public RefusalText(int literalLength, int formattedCount, bool holds, out bool isWritten)
    {
        isWritten = !holds;
        text = holds ? default : new(literalLength, formattedCount, CultureInfo.InvariantCulture);
    }

    public void AppendLiteral(string value) => text.AppendLiteral(value);

    public void AppendFormatted<T>(T value) => text.AppendFormatted(value);

    /// <inheritdoc/>
    public override string ToString() => text.ToStringAndClear();
}
