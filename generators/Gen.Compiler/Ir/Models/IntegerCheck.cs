namespace Gen.Compiler.Ir;

/// <summary>What an integer must be.</summary>
public enum IntegerCheckKind
{
    /// <summary>An int: it does not wrap around.</summary>
    Int,

    /// <summary>A long that a double holds exactly.</summary>
    Long,

    /// <summary>Not 0.</summary>
    Divisor,

    /// <summary>Not 0: whether some arm of a switch takes its value.</summary>
    Arm,
}

/// <summary>An integer that data decide, to be checked when the model is constructed, at every position along the axes that it varies along.</summary>
/// <param name="Kind">What it must be.</param>
/// <param name="Value">Its node.</param>
/// <param name="Guard">The condition under which it is computed, or −1.</param>
/// <param name="Text">The expression as written.</param>
/// <param name="Site">The statement.</param>
public sealed record IntegerCheck(IntegerCheckKind Kind, int Value, int Guard, string Text, int Site);
