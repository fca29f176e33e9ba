using System.Collections.Generic;
using System.Linq;
using Gen.Compiler.Ir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using static Gen.Numerics.Functions;

namespace Gen.Compiler.Reading;

/// <summary>Reads linear algebra: what has a formula as an expression of elements, factorisations and solutions as routines.</summary>
internal sealed class LinearAlgebraReader(BodyReader body)
{
    private Graph Graph => body.Draft.Graph;

    public Shaped? Read(IInvocationOperation call)
    {
        var arguments = CallReader.Arguments(call);
        Shaped Argument(int i) => body.Expressions.Read(arguments[i]!);
        switch (call.TargetMethod.Name)
        {
            case "Cholesky":
                return Cholesky(call, Square(call, Argument(0)));
            case "SolveTriangular":
                var isTransposed = arguments[2] is { } transpose
                    && (transpose.ConstantValue is { HasValue: true, Value: bool flag } ? flag : throw Refusal.Unsupported(transpose, "A transposition that is decided later", "Write true or false."));
                return Solve(call, isTransposed ? Routine.SolveLowerTransposed : Routine.SolveLower, Square(call, Argument(0)), Argument(1));
            case "Solve":
                return Solve(call, Routine.Solve, Square(call, Argument(0)), Argument(1));
            case "Inverse":
                var matrix = Square(call, Argument(0));
                return Solve(call, Routine.Solve, matrix, matrix with { Expr = Equal(Graph.Index(matrix.Axes[0]), Graph.Index(matrix.Axes[1])) });
            case "LogDeterminant":
                var factor = Cholesky(call, Square(call, Argument(0)));
                return Shaped.Scalar(2 * Graph.Sum(factor.Axes[0], Log(Diagonal(factor).Expr)));
            case "Diagonal":
                return Diagonal(Square(call, Argument(0)));
            case "DiagonalMatrix":
                var vector = Argument(0);
                var column = body.Alignment.Axis(Graph.Length(vector.Axes[0]), vector.Axes);
                return new([vector.Axes[0], column], Where(Equal(Graph.Index(vector.Axes[0]), Graph.Index(column)), vector.Expr, 0));
            case "QuadraticForm":
                return QuadraticForm(call, Square(call, Argument(0)), Argument(1));
            default:
                return null;
        }
    }

    /// <summary>Steps that stand before the statement, in arrays that depend on what <paramref name="values"/> depend on.</summary>
    public StepBuilder Builder(IEnumerable<Shaped> values, IReadOnlyList<int>? batch = null)
    {
        if (values.Any(value => value.Axes.Any(axis => Graph.Inside(axis) is not null)))
        {
            throw VaryingLengths.Refused(body.Draft, body.Draft.Site);
        }

        var dependsOn = values.Select(value => body.Draft.DependsOn(value.Expr)).FirstOrDefault(name => name is not null);
        return new(
            Graph, [.. body.Scope.Loops.Select(loop => loop.Axis)], batch ?? [], body.Draft.Site,
            (name, extents) =>
            {
                var array = body.Draft.AddArray(name, ArrayRole.Local, [.. extents.Select(extent => Graph.Wrap(Graph.Id(extent)))]);
                (body.Draft.Arrays[array].DependsOn, body.Draft.Arrays[array].Assignments) = (dependsOn, 1);
                return array;
            },
            body.Scope.Steps.Add);
    }

    private Shaped Cholesky(IOperation at, Shaped matrix)
    {
        var builder = Builder([matrix]);
        var rows = Graph.Length(matrix.Axes[0]);
        return Whole(builder.Call(Routine.Cholesky, [Operand(builder, matrix)], "cholesky", rows, rows));
    }

    private Shaped Solve(IOperation at, Routine routine, Shaped matrix, Shaped right)
    {
        body.Alignment.RequireEqual(at, Graph.Length(matrix.Axes[0]), Graph.Length(right.Axes[0]));
        var builder = Builder([matrix, right]);
        return Whole(builder.Call(routine, [Operand(builder, matrix), Operand(builder, right)], "solution", [.. right.Axes.Select(Graph.Length)]));
    }

    private Operand Operand(StepBuilder builder, Shaped value) => value.Rank == 1
        ? builder.Operand(new VectorExpr(Graph, value.Axes[0], value.Expr), "vector")
        : builder.Operand(new MatrixExpr(Graph, value.Axes[0], value.Axes[1], value.Expr), "matrix");

    private Shaped Whole(Operand operand) => body.Alignment.Whole(operand.Array, [.. operand.Indices.Select(Graph.Wrap)]);

    private Shaped Diagonal(Shaped matrix) =>
        new([matrix.Axes[0]], body.Alignment.Replace(matrix.Expr, new() { [matrix.Axes[1]] = Graph.Index(matrix.Axes[0]) }));

    private Shaped QuadraticForm(IOperation at, Shaped matrix, Shaped vector)
    {
        Expr Along(int axis) => body.Alignment.Onto(at, [axis], vector);
        return Shaped.Scalar(Graph.Sum(matrix.Axes[0], Along(matrix.Axes[0]) * Graph.Sum(matrix.Axes[1], matrix.Expr * Along(matrix.Axes[1]))));
    }

    private Shaped Square(IOperation at, Shaped matrix)
    {
        body.Alignment.RequireEqual(at, Graph.Length(matrix.Axes[0]), Graph.Length(matrix.Axes[1]));
        return matrix;
    }
}
