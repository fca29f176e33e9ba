using Gen.Compiler.Reading;

namespace Gen.Analyzers;

/// <summary>Rules about vectors and matrices, in models and anywhere else.</summary>
public static class ValueRules
{
    public static readonly Rule RowCopyAssigned = new(
        "GEN2001", "An element of a copied row is assigned", "'{0}' is a copy of the row, so this assignment changes nothing. Use {1}?") { IsWarning = true };

    public static readonly Rule ReferencesCompared = new(
        "GEN2002", "References are compared, not elements", "{0} between two values of type {1} asks whether they are the same object. Use {2}?") { IsWarning = true };
}
