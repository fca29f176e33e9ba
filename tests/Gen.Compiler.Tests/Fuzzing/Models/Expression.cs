using System.Globalization;

namespace Gen.Compiler.Tests.Fuzzing;

/// <summary>An expression of a fuzzed model as C#, and where its values (or elements) lie.</summary>
/// <param name="Text">C#.</param>
/// <param name="Range">Where all its elements lie.</param>
/// <param name="Shape">Its axes, one letter each (see <see cref="Scope"/>); none for a number.</param>
/// <param name="IsAtom">Whether it needs no parentheses as an operand.</param>
internal sealed record Expression(string Text, Interval Range, string Shape, bool IsAtom = true)
{
    /// <summary>As an operand.</summary>
    public string Operand => IsAtom ? Text : $"({Text})";

    public static Expression Number(double value) => new(Format(value), (value, value), "", value >= 0);

    public static Expression Call(string function, Interval range, string shape, params Expression[] arguments) =>
        new($"{function}({string.Join(", ", System.Array.ConvertAll(arguments, a => a.Text))})", range, shape);

    public static string Format(double value) => value.ToString("0.0###", CultureInfo.InvariantCulture);
}

/// <summary>A name that statements may use.</summary>
/// <param name="IsData">Whether it is known when the model is constructed, so that branches may depend on it.</param>
internal sealed record Variable(string Name, Interval Range, string Shape, bool IsData);
