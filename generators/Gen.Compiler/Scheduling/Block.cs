using System.Collections.Generic;
using Gen.Compiler.Ir;

namespace Gen.Compiler.Scheduling;

/// <summary>A statement of scheduled code.</summary>
public abstract record Statement;

/// <summary>A value that is computed here and used below under a name.</summary>
/// <param name="Node">The value.</param>
/// <param name="Condition">The condition (a node, or −1) under which it is used, and may be computed at all.</param>
public sealed record LocalStatement(int Node, int Condition) : Statement;

/// <summary>What a step does at one position: an element stored, added to, drawn, or observed.</summary>
public sealed record StoreStatement(Step Step) : Statement;

/// <summary>A loop over an axis, which may compute reductions (nodes) from its body.</summary>
/// <param name="Axis">The axis.</param>
/// <param name="Lanes">Whether several positions are computed at once.</param>
/// <param name="Reverse">Whether it runs from the last position to the first.</param>
/// <param name="Body">What happens at each position.</param>
/// <param name="Reductions">The reductions over the axis that are complete when the loop ends.</param>
public sealed record LoopStatement(int Axis, bool Lanes, bool Reverse, Block Body, IReadOnlyList<int> Reductions) : Statement;

/// <summary>What one of a loop's steps does, in a pass in which others stand before and after it.</summary>
/// <param name="Block">What it does.</param>
/// <param name="Written">The arrays that the loop writes: values made of them may be others in the next step.</param>
public sealed record StepStatement(Block Block, IReadOnlyCollection<int> Written) : Statement;

/// <summary>Statements in order.</summary>
public sealed record Block(IReadOnlyList<Statement> Statements);
