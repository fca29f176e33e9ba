using System.Collections.Immutable;
using System.Linq;
using Gen.Compiler.Definitions;
using Gen.Compiler.Ir;
using Microsoft.CodeAnalysis;

namespace Gen.Compiler.Reading;

/// <summary>What an expression of the body means.</summary>
internal abstract record Value;

/// <summary>Numbers: none of the axes is a scalar, one a vector, two a matrix (rows, columns).</summary>
internal sealed record Shaped(ImmutableArray<int> Axes, Expr Expr) : Value
{
    public int Rank => Axes.Length;

    public static Shaped Scalar(Expr expr) => new([], expr);
}

/// <summary>A variable whose elements are assigned: an array, of which the first indices belong to the loops around its declaration.</summary>
internal sealed record ArrayVariable(int Array, ImmutableArray<Expr> Prefix, int LoopDepth) : Value;

/// <summary>A distribution, defined or made of others by a modifier.</summary>
internal abstract record DistributedValue(IOperation Call) : Value
{
    /// <summary>The distribution as messages name it.</summary>
    public abstract string Name { get; }

    /// <summary>The set in which the variate lies.</summary>
    public abstract Support Support { get; }

    /// <summary>Whether the variate is an integer.</summary>
    public abstract bool IsDiscrete { get; }

    /// <summary>The number of dimensions of the variate.</summary>
    public virtual int VariateRank => 0;

    /// <summary>Whether it is one of independent elements, of which a length given to Sample names the axis.</summary>
    public virtual bool IsElementwise => true;

    /// <summary>The set that <c>Ordered</c> or <c>ZeroSum</c> restricts it to.</summary>
    public Support? Restriction { get; init; }

    /// <summary>How many independent elements a restriction binds together, or null where its arguments say.</summary>
    public Expr? Elements { get; init; }
}

/// <summary>A distribution with its arguments.</summary>
internal sealed record DistributionValue(
    DistributionDefinition Definition, DistributionForm Form, ImmutableArray<Shaped> Arguments, ImmutableArray<GivenArgument> Given, IOperation Call) : DistributedValue(Call)
{
    public override string Name => Definition.Name;

    public override Support Support => Restriction ?? OwnSupport;

    public override bool IsDiscrete => Definition.IsDiscrete;

    public override int VariateRank => Definition.VariateRank;

    public override bool IsElementwise => Definition.AxisCount == 0 && Elements is null;

    /// <summary>That of the definition; an interval without ends, such as Flat's, is all numbers.</summary>
    private Support OwnSupport
    {
        get
        {
            var support = Definition.Attribute.Support;
            if (support == Support.Interval)
            {
                Definition.Ends(Definition.Canonical(Form.Name, [.. Arguments.Select(argument => argument.Expr)]), out support);
            }

            return support;
        }
    }
}

/// <summary>The axes of what a distribution is a distribution of.</summary>
/// <param name="Batch">Those of independent variates, outer ones.</param>
/// <param name="Variate">Those of one variate, or null where only its use tells how long it is.</param>
internal sealed record VariateAxes(ImmutableArray<int> Batch, ImmutableArray<int>? Variate);

/// <summary>An argument of a distribution as written.</summary>
internal sealed record GivenArgument(string Parameter, Support Requires, Shaped Value, IOperation Source);

/// <summary>What could not be read, and has been reported.</summary>
internal sealed record Unreadable : Value
{
    public static readonly Unreadable Instance = new();
}

/// <summary>A variable that was read from an element which has been assigned since.</summary>
internal sealed record StaleVariable(string Array) : Value;
