namespace Gen.Compiler.Ir;

/// <summary>What data must be like for a statement to mean something.</summary>
public enum Requirement
{
    /// <summary>A length is not negative.</summary>
    Length,

    /// <summary>A vector or matrix has as many elements as what is done with it needs: a length, and the least that it may be.</summary>
    Least,

    /// <summary>A range begins at 0 or later, ends no earlier than it begins, and ends inside what it is of: its beginning, its end, and the length.</summary>
    Range,

    /// <summary>Two lengths that vary from pass to pass agree in each.</summary>
    Same,

    /// <summary>A position is inside what is indexed: a position, and the length.</summary>
    Position,

    /// <summary>An element of an array exists that a statement is about to read: an index, and the array's length.</summary>
    Element,

    /// <summary>An element is read after it is given its value: its indices.</summary>
    Read,

    /// <summary>An element that latents or draws choose is read after it is given its value: its indices, of which some may be any.</summary>
    Chosen,

    /// <summary>An element is given its value once, and before it is read: its indices.</summary>
    Assigned,

    /// <summary>An element has all that is added to it when it is read: its indices.</summary>
    Added,

    /// <summary>A loop begins at 0 or later if it makes a pass at all: its first position and the one after its last.</summary>
    FirstPass,

    /// <summary>Data are read to their end: their length, and how far loops read.</summary>
    ReadToEnd,

    /// <summary>An int does not wrap around.</summary>
    Int,

    /// <summary>A long is one that a double holds exactly.</summary>
    Long,

    /// <summary>What an integer is divided by is not 0.</summary>
    Divisor,

    /// <summary>What a value reads exists, and has its values by now, though the value is added up elsewhere or nothing comes of it: C# evaluates it here.</summary>
    Evaluated,

    /// <summary>Some arm of a switch takes its value: not 0.</summary>
    Arm,
}

/// <summary>
/// A condition on data that the constructor checks where the statements around would carry it out; no part of what the model computes, so that
/// programs (<see cref="Program.From"/>) are without it.
/// </summary>
/// <param name="Kind">What is required.</param>
/// <param name="Values">The nodes that it is required of.</param>
/// <param name="Guard">The condition (a node, or −1) under which it is.</param>
/// <param name="Text">What needs it, as messages quote it.</param>
/// <param name="Site">The statement.</param>
public sealed record RequireStep(Requirement Kind, EquatableArray<int> Values, int Guard, string Text, int Site) : Step(Site);
