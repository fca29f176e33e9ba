using System.Linq;
using Gen.Compiler.Ir;
using Microsoft.CodeAnalysis;

namespace Gen.Compiler.Reading;

/// <summary>What expressions require of lengths and positions that C# would throw for: refused at once where it never holds, else checked by the constructor.</summary>
internal sealed class RequirementReader(BodyReader body)
{
    private Graph Graph => body.Draft.Graph;

    /// <summary>A length that is not negative.</summary>
    public void Length(IOperation at, Expr length)
    {
        length = Known(length);
        Assure(length, 0);
        if (IsOpen(at, "A negative length", Graph.Constant(0), length))
        {
            Add(Requirement.Length, SourceText.OneLine(at.Syntax), length);
        }
    }

    /// <summary>A length that is enough for what is done.</summary>
    public void Least(IOperation at, Expr length, int least, string what)
    {
        length = Known(length);
        Assure(length, least);
        if (IsOpen(at, $"{what} of fewer than {least} {(least == 1 ? "element" : "elements")}", Graph.Constant(least), length))
        {
            Add(Requirement.Least, SourceText.OneLine(at.Syntax), length, Graph.Constant(least));
        }
    }

    /// <summary>A length that is at least another: enough for what is done.</summary>
    public void Least(IOperation at, Expr length, Expr least, string what)
    {
        if (least.IsConstant(out var number))
        {
            Least(at, length, (int)number, what);
            return;
        }

        (length, least) = (Known(length), Known(least));
        if (IsOpen(at, $"{what} of fewer elements than its order", least, length))
        {
            Add(Requirement.Least, SourceText.OneLine(at.Syntax), length, least);
        }
    }

    /// <summary>A range that begins and ends inside what it is of.</summary>
    public void Range(IOperation at, Expr start, Expr end, Expr length)
    {
        (start, end, length) = (Known(start), Known(end), Known(length));
        Assure(LinearForm.Difference(Graph, end, start), 0);
        Assure(LinearForm.Difference(Graph, length, end), 0);
        Assure(start, 0);
        if (IsOpen(at, "A range that begins before 0", Graph.Constant(0), start) | IsOpen(at, "A range that ends before it begins", start, end)
            | IsOpen(at, "A range that ends beyond what it is of", end, length))
        {
            Add(Requirement.Range, SourceText.OneLine(at.Syntax), start, end, length);
        }
    }

    /// <summary>Two lengths, of which one at least varies with the loops around, that agree in every pass.</summary>
    public void Same(IOperation at, Expr first, Expr second) => Add(Requirement.Same, SourceText.OneLine(at.Syntax), Known(first), Known(second));

    /// <summary>A position inside a vector that is no array itself, so that reading it finds nothing amiss.</summary>
    public void Position(IOperation at, Expr position, Expr length)
    {
        (position, length) = (Known(position), Known(length));
        if (IsOpen(at, "A position before the first", Graph.Constant(0), position) | IsOpen(at, "A position beyond the last", position + 1, length))
        {
            Add(Requirement.Position, SourceText.OneLine(at.Syntax), position, length);
        }
    }

    /// <summary>A loop that begins at 0 or later: what it computes is stored by position.</summary>
    public void FirstPass(IOperation at, Expr lower, Expr upper)
    {
        if (!LinearForm.IsAtMost(Graph, 0, lower, isAssured: false))
        {
            Add(Requirement.FirstPass, SourceText.OneLine(at.Syntax), lower, upper);
        }
    }

    /// <summary>What C# evaluates, and nothing comes of: the elements that it reads have to exist all the same.</summary>
    /// <param name="at">What is evaluated.</param>
    /// <param name="value">Its value.</param>
    /// <param name="site">The statement.</param>
    public void Evaluated(IOperation at, Expr value, int site)
    {
        if (Dependence.Reachable(Graph, [Graph.Id(value)]).Any(part => Graph[part] is { Kind: NodeKind.Read, Arguments.Count: > 0 }))
        {
            Add(Requirement.Evaluated, SourceText.OneLine(at.Syntax), site, value);
        }
    }

    /// <summary>What the constructor can compute by the time that it checks.</summary>
    private Expr Known(Expr value) => Graph.Wrap(Graph.Id(body.Preparations.Length(value)));

    /// <summary>Whether it is left to data that one number is at most another; refused where it never is.</summary>
    private bool IsOpen(IOperation at, string otherwise, Expr first, Expr second) => !LinearForm.Difference(Graph, second, first).IsConstant(out var difference)
        ? !LinearForm.IsAtMost(Graph, first, second, isAssured: false)
        : difference < 0 && body.Scope.Choices.Count == 0 && body.Scope.Guards.Count == 0
            ? throw Refusal.Unsupported(at, otherwise, $"'{SourceText.OneLine(at.Syntax)}' would throw when the body is executed.")
            : difference < 0;

    /// <summary>What the constructor checks whatever data decide holds everywhere, so that no loop need ask.</summary>
    private void Assure(Expr length, double least)
    {
        if (body.Scope.Loops.Count == 0 && body.Scope.Guards.Count == 0 && body.Scope.Choices.Count == 0 && body.Draft.Sizes.Section == 0
            && LinearForm.Of(Graph.Wrap(Graph.Id(length))) is { Terms.Count: 1 } form && form.Terms.First() is { Value: 1 } term && Graph.FreeAxes(term.Key) == 0)
        {
            var node = Graph[term.Key];
            var isInteger = node is { Kind: NodeKind.Read, Arguments.Count: 0 } && body.Draft.Arrays[node.Symbol] is { Role: ArrayRole.Data, IsInteger: true };
            if (node.Kind == NodeKind.Size || isInteger)
            {
                body.Draft.Sizes.Assure(node.Kind == NodeKind.Size, node.Symbol, least - form.Constant);
                Graph.Assure(term.Key, least - form.Constant);
            }
        }
    }

    /// <summary>Adds what the statement that is being read requires of data, under the conditions around it.</summary>
    public void Add(Requirement kind, string text, params Expr[] values) => Add(kind, text, body.Draft.Site, values);

    private void Add(Requirement kind, string text, int site, params Expr[] values)
    {
        var condition = body.Scope.Condition();
        if (values.Any(value => body.Draft.DependsOn(value) is not null) || condition is { } decided && body.Draft.DependsOn(decided) is not null)
        {
            return;
        }

        var guard = condition is { } holds ? Graph.Id(holds) : -1;
        var step = new RequireStep(kind, values.Select(Graph.Id).ToEquatableArray(), guard, text, site);
        if (!body.Scope.Steps.Contains(step))
        {
            body.Scope.Steps.Add(step);
        }
    }
}
