using System.Collections.Generic;
using Microsoft.CodeAnalysis;

namespace Gen.Compiler.Reading;

/// <summary>The right-hand side of a differential equation as it was read, before what neither the time nor the state decides was taken out.</summary>
/// <param name="Time">The array that is the time.</param>
/// <param name="State">The array that is the state.</param>
/// <param name="Solution">The array that becomes the solution.</param>
/// <param name="Values">The nodes that it consists of.</param>
/// <param name="Syntax">Where it is written.</param>
internal sealed record RightHandSide(int Time, int State, int Solution, IReadOnlyList<int> Values, SyntaxNode Syntax);
