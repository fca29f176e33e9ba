namespace Gen.Compiler.Emission;

/// <summary>How emitted code reaches an array.</summary>
internal enum ArrayPlace
{
    /// <summary>A scalar: the text is an expression.</summary>
    Scalar,

    /// <summary>An array of the class or of the method: a kernel takes a span of it under a name of its own.</summary>
    Field,

    /// <summary>A span in the calling method: a kernel takes it as a parameter.</summary>
    Span,

    /// <summary>Data that are read while they are drawn: a <c>FilledData</c> of the method.</summary>
    Filled,
}

/// <summary>The code that an array is in one method.</summary>
/// <param name="Text">The expression that reaches it.</param>
/// <param name="Name">A name for it where it needs one.</param>
/// <param name="Place">Where it stands.</param>
/// <param name="IsInteger">Whether its elements are of type <c>int</c>.</param>
/// <param name="ColumnMajor">For a matrix: the field that holds it column by column, or empty where there is none.</param>
internal sealed record ArrayCode(string Text, string Name, ArrayPlace Place, bool IsInteger = false, string ColumnMajor = "");
