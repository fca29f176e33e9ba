using System;
using System.Collections.Generic;
using System.Linq;
using Gen.Compiler.Ir;

namespace Gen.Compiler.Tests.Operations;

/// <summary>Random terms over four arrays (scalar, vector, matrix, indices) and three axes, two of them of one range.</summary>
internal sealed class TermWriter(int seed)
{
    public const int Scalar = 0, Vector = 1, Matrix = 2, Indices = 3;
    public static readonly int[] Lengths = [3, 3, 4];

    private static readonly Operation[] Unary =
    [
        Operation.Negate, Operation.Negate, Operation.Square, Operation.Square, Operation.Sqrt, Operation.Exp, Operation.Log, Operation.Log1p, Operation.Abs,
        Operation.InverseLogit, Operation.Logit, Operation.Log1pExp, Operation.Tanh, Operation.Sin,
    ];

    private static readonly Operation[] Binary =
    [
        Operation.Add, Operation.Add, Operation.Add, Operation.Subtract, Operation.Subtract, Operation.Multiply, Operation.Multiply, Operation.Multiply,
        Operation.Divide, Operation.Divide, Operation.Pow, Operation.Max, Operation.Min,
    ];

    private static readonly double[] Numbers = [0, 1, -1, 2, 0.5, -0.5, 3, 0.1];

    private readonly Random random = new(seed);
    private readonly List<Term> made = [];

    public TermArrays Arrays { get; } = Filled(new Random(seed));

    /// <summary>A term whose free axes are among <paramref name="axes"/>.</summary>
    public Term Write(int depth, params int[] axes)
    {
        var term = Draw(depth, axes);
        if (axes.Length == Lengths.Length)
        {
            made.Add(term);
        }

        return term;
    }

    /// <summary>An index of a position along an axis of length 3 (or 4).</summary>
    public Term Index(int length, int[] axes)
    {
        var fitting = axes.Where(a => Lengths[a] == length).ToArray();
        return fitting.Length > 0 && random.Next(3) > 0 ? new PositionTerm(fitting[random.Next(fitting.Length)])
            : length == 3 && axes.Contains(2) && random.Next(2) == 0 ? new ElementTerm(Indices, new PositionTerm(2))
            : new NumberTerm(random.Next(length));
    }

    private Term Draw(int depth, int[] axes)
    {
        if (depth == 0)
        {
            return random.Next(6) switch
            {
                0 => new NumberTerm(Numbers[random.Next(Numbers.Length)]),
                1 => new ElementTerm(Scalar),
                2 or 3 => new ElementTerm(Vector, Index(3, axes)),
                _ => new ElementTerm(Matrix, Index(3, axes), Index(4, axes)),
            };
        }

        switch (random.Next(12))
        {
            case 0:
                return Draw(0, axes);
            case 1 when axes.Length == Lengths.Length && made.Count > 0:
                return made[random.Next(made.Count)];
            case 2 or 3:
                var kind = random.Next(4) switch { 0 => NodeKind.Maximum, 1 => NodeKind.Minimum, _ => NodeKind.Sum };
                var axis = random.Next(Lengths.Length);
                return new ReductionTerm(kind, axis, Write(depth - 1, [.. axes.Union([axis]).Order()]));
            case 4 or 5 or 6:
                return new FunctionTerm(Unary[random.Next(Unary.Length)], Write(depth - 1, axes));
            case 7:
                // Elements are compared, not results, so that rounding cannot change the choice.
                return new FunctionTerm(
                    Operation.Where, new FunctionTerm(Operation.Less, Draw(0, axes), Draw(0, axes)), Write(depth - 1, axes), Write(depth - 1, axes));
            default:
                return new FunctionTerm(Binary[random.Next(Binary.Length)], Write(depth - 1, axes), Write(depth - 1, axes));
        }
    }

    private static TermArrays Filled(Random random)
    {
        double Draw() => 0.2 + 1.6 * random.NextDouble();
        return new(
            [[Draw()], [.. Enumerable.Range(0, 3).Select(_ => Draw())], [.. Enumerable.Range(0, 12).Select(_ => Draw() - 1)], [2, 0, 1, 2]],
            [[], [3], [3, 4], [4]],
            Lengths);
    }
}
