using Gen.Compiler.Ir;

namespace Gen.Compiler.Definitions;

/// <summary>About where and how wide the elements of a vector lie, each given those before it.</summary>
/// <param name="Order">How many come first, with a center that none decides.</param>
/// <param name="First">The location and the scale of those.</param>
/// <param name="Locations">The locations of the others.</param>
/// <param name="Scales">Their scales.</param>
public sealed record ElementCenters(Expr Order, (Expr Location, Expr Scale) First, VectorExpr Locations, VectorExpr Scales);
