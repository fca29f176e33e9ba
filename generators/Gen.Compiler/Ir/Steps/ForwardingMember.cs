namespace Gen.Compiler.Ir;

/// <summary>A member that calls a method for code outside the class.</summary>
/// <param name="Name">Its name.</param>
/// <param name="ReturnType">The type that it returns, as code.</param>
/// <param name="Parameters">Its parameters with their types, as code.</param>
public sealed record ForwardingMember(string Name, string ReturnType, EquatableArray<string> Parameters);
