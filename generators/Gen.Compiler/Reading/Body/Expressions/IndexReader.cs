using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Gen.Compiler.Ir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Gen.Compiler.Reading;

/// <summary>Reads lengths, elements, rows, columns, ranges and gathers.</summary>
internal sealed class IndexReader(BodyReader body)
{
    private Graph Graph => body.Draft.Graph;

    public Shaped Property(IPropertyReferenceOperation property)
    {
        if (property.Instance is null)
        {
            throw ExpressionReader.Unsupported(property);
        }

        if (property.Property.IsIndexer)
        {
            return At(property, body.Expressions.Read(property.Instance), [.. property.Arguments.Select(argument => argument.Value)]);
        }

        var dimension = (property.Property.Name, property.Instance.Type?.Name) switch
        {
            ("Length", "Dim") => -1,
            ("Length" or "Rows" or "Count", _) => 0,
            ("Columns", _) => 1,
            _ => throw ExpressionReader.Unsupported(property),
        };

        var instance = body.Expressions.Read(property.Instance);
        return dimension < 0 ? instance
            : property.Property.Name == "Length" && instance.Rank == 2 ? Shaped.Scalar(Graph.Length(instance.Axes[0]) * Graph.Length(instance.Axes[1]))
            : Shaped.Scalar(Graph.Length(instance.Axes[dimension]));
    }

    /// <summary><c>counts.GetLength(1)</c>.</summary>
    public Shaped Length(IOperation at, IOperation array, IOperation dimension)
    {
        var value = body.Expressions.Read(array);
        return dimension.ConstantValue is { HasValue: true, Value: int d } && d >= 0 && d < value.Rank
            ? Shaped.Scalar(Graph.Length(value.Axes[d]))
            : throw Refusal.Unsupported(at, "GetLength of another dimension than 0 and 1", "Write 0 for the rows, 1 for the columns.");
    }

    public Shaped Element(IArrayElementReferenceOperation element) =>
        At(element, body.Expressions.Read(element.ArrayReference), [.. element.Indices]);

    public Shaped Implicit(IImplicitIndexerReferenceOperation indexer) =>
        At(indexer, body.Expressions.Read(indexer.Instance), [indexer.Argument]);

    /// <summary>A value at indices, one for each of its first axes: numbers pick, ranges slice, integer vectors gather.</summary>
    public Shaped At(IOperation at, Shaped value, IReadOnlyList<IOperation> indices, bool isTarget = false)
    {
        List<int> axes = [];
        List<int> gathered = [];
        Dictionary<int, Expr> replacements = [];
        var used = value.Axes.ToList();
        for (var d = 0; d < indices.Count; d++)
        {
            var (axis, index) = (value.Axes[d], Bare(indices[d]));
            var length = Graph.Length(axis);
            if (index is IRangeOperation range)
            {
                var start = range.LeftOperand is null ? Graph.Constant(0) : Position(range.LeftOperand, length);
                var end = range.RightOperand is null ? length : Position(range.RightOperand, length);
                body.Requirements.Range(index, start, end, length);
                body.Draft.MarkRanged(value, axis);
                var sliced = body.Alignment.Axis(LinearForm.Difference(Graph, end, start), axes.Concat(used.Where(a => a != axis)));
                axes.Add(sliced);
                replacements.Add(axis, Graph.Index(sliced) + start);
            }
            else if (index.Type is IArrayTypeSymbol || index.Type?.Name == "Vector")
            {
                var positions = body.Alignment.Apart(body.Expressions.Read(index), axes.Concat(used.Where(a => a != axis)).Where(a => !gathered.Contains(a)));
                Require(index, positions.Expr, mayVary: !isTarget);
                if (gathered.Count > 0)
                {
                    replacements.Add(axis, body.Alignment.Onto(at, [.. gathered], positions));
                }
                else
                {
                    axes.AddRange(positions.Axes);
                    gathered.AddRange(positions.Axes);
                    replacements.Add(axis, positions.Expr);
                }
            }
            else
            {
                var position = Position(index, length, mayVary: !isTarget);
                replacements.Add(axis, position);
                if (!IsElementOfArray(value, axis))
                {
                    body.Requirements.Position(index, position, length);
                }
            }
        }

        axes.AddRange(value.Axes.Skip(indices.Count));
        return new([.. axes], body.Alignment.Replace(value.Expr, replacements));
    }

    /// <summary>Whether a position along an axis is one of an array as a whole, so that reads of it are checked by themselves.</summary>
    private bool IsElementOfArray(Shaped value, int axis) => value.Expr.Node is { Kind: NodeKind.Read } read
        && Enumerable.Range(0, read.Arguments.Count).Any(d => read.Arguments[d] == Graph.Id(Graph.Index(axis)) && body.Draft.Extent(read.Symbol, d).Equals(Graph.Length(axis)));

    /// <summary>A position that may count from the end.</summary>
    public Expr Position(IOperation index, Expr length, bool mayVary = false)
    {
        index = Bare(index);
        var position = index is IUnaryOperation { OperatorKind: UnaryOperatorKind.Hat } fromEnd
            ? length - body.Expressions.ReadScalar(fromEnd.Operand)
            : body.Expressions.ReadScalar(index);
        Require(index, position, mayVary);
        return body.Preparations.Length(position);
    }

    /// <summary>The operand of conversions to <c>Index</c>, <c>Range</c> and arguments' types, which leave its value as it is.</summary>
    public static IOperation Bare(IOperation operation) =>
        operation is IConversionOperation conversion && (conversion.OperatorMethod is not null || conversion.Operand.Type is null or { TypeKind: not TypeKind.Struct })
            ? Bare(conversion.Operand)
            : operation;

    /// <summary>An index is known when the model is constructed, or else looks up something that is only recorded: whether it is, shows when all is read.</summary>
    private void Require(IOperation at, Expr index, bool mayVary)
    {
        if (mayVary && !body.Draft.RequiresKnownIndices && body.Draft.DependsOn(index) is { } latent)
        {
            body.Draft.Lookups.Add((body.Draft.Site, body.IsOnLatents(at, latent).Diagnostic!));
            return;
        }

        body.RequireKnown(at, index);
    }
}
