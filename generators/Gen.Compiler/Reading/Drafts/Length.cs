using Gen.Compiler.Ir;

namespace Gen.Compiler.Reading;

/// <summary>Lengths as expressions.</summary>
internal static class Length
{
    /// <summary>Whether a length is a size, shifted by a constant or not.</summary>
    public static bool IsSize(Expr length, out int size, out double offset)
    {
        offset = 0;
        if (length.Is(Operation.Add) && length.Argument(1).IsConstant(out offset))
        {
            length = length.Argument(0);
        }

        size = length.Node.Symbol;
        return length.Node.Kind == NodeKind.Size;
    }
}
