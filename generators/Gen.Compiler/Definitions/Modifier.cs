using System;
using System.Collections.Generic;
using System.Linq;
using Gen.Compiler.Ir;
using Gen.Distributions;
using static Gen.Numerics.Functions;

namespace Gen.Compiler.Definitions;

/// <summary>A density that is made of others: its definition over them, and where its variate lies.</summary>
internal abstract class Modifier(Graph graph, Density density)
{
    /// <summary>The modifiers' names.</summary>
    public static readonly string[] Names = [nameof(Truncated), nameof(Censored), nameof(Mixture), nameof(ZeroInflated), nameof(Hurdle)];

    protected Graph Graph { get; } = graph;

    protected Density Density { get; } = density;

    /// <summary>Where its variate lies.</summary>
    public abstract VariateRange Range { get; }

    /// <summary>The modifier that a density is, or null.</summary>
    public static Modifier? Of(Graph graph, Density density) => density.Distribution switch
    {
        nameof(Truncated) or nameof(Censored) => new Bounded(graph, density),
        nameof(Mixture) => new Mixed(graph, density),
        nameof(ZeroInflated) or nameof(Hurdle) => new WithZeros(graph, density),
        _ => null,
    };

    /// <summary>Its definition over its components.</summary>
    public abstract IComponent Component(bool isGuarded);

    /// <summary>The logarithm of the probability that its density is divided by, without which there is no distribution; null where it is divided by none.</summary>
    public Expr? LogMass => Component(isGuarded: false) switch
    {
        Truncated truncated => truncated.LogProbability,
        Hurdle { IsDiscrete: true } hurdle => hurdle.LogPositive,
        _ => null,
    };

    protected Expr Argument(int index) => Graph.Wrap(Density.Arguments[index]);

    protected VariateRange Inner => VariateRange.Of(Graph, Density.Components[0]);

    /// <summary>Truncated and Censored. Their forms are that of both ends, <c>Lower</c> and <c>Upper</c>.</summary>
    public sealed class Bounded(Graph graph, Density density) : Modifier(graph, density)
    {
        /// <summary>The form where the upper end is missing.</summary>
        public const string OnlyLower = "Lower";

        /// <summary>The form where the lower end is missing.</summary>
        public const string OnlyUpper = "Upper";

        /// <summary>What ends must be: limits of a truncated variate are any numbers, but those of a censored one are values that it has.</summary>
        public static Support Requires(string modifier, bool isDiscrete) => modifier == nameof(Censored) && isDiscrete ? Support.Integer : Support.Real;

        public override VariateRange Range => Inner.Between(Lower, Upper);

        /// <summary>The ends that there are, with what they must be.</summary>
        public IEnumerable<RequiredParameter> Ends => new[] { (Name: "lower", End: Lower), (Name: "upper", End: Upper) }.Where(entry => entry.End is not null)
            .Select(entry => new RequiredParameter(Density.Distribution, entry.Name, Requires(Density.Distribution, Inner.IsDiscrete), Graph.Id(entry.End!.Value), []));

        /// <summary>How the upper end lies to the lower one, where both are there.</summary>
        public (string Demand, Expr Condition)? Order => (Lower, Upper) is not ({ } from, { } to) ? null
            : Inner.IsDiscrete && Requires(Density.Distribution, Inner.IsDiscrete) == Support.Real
                ? ("have a whole number between it and lower", LessOrEqual(-Floor(-from), Floor(to)))
                : ("be above lower", Less(from, to));

        private Expr? Lower => Density.Parameterization == OnlyUpper ? null : Argument(0);

        private Expr? Upper => Density.Parameterization == OnlyLower ? null : Argument(Density.Arguments.Count - 1);

        public override IComponent Component(bool isGuarded)
        {
            var inner = DensityComponent.Of(Graph, Density.Components[0], isGuarded);
            return Density.Distribution == nameof(Truncated) ? new Truncated(inner, Lower, Upper) : new Censored(inner, Lower, Upper);
        }
    }

    /// <summary>Mixtures, of listed components or along an axis.</summary>
    private sealed class Mixed(Graph graph, Density density) : Modifier(graph, density)
    {
        public override VariateRange Range => VariateRange.Union([.. Density.Components.Select(component => Whole(VariateRange.Of(Graph, component)))]);

        public override IComponent Component(bool isGuarded)
        {
            // Where all components have one support, an observed value is in it or refused; elsewhere each is asked.
            var ranges = Density.Components.Select(component => VariateRange.Of(Graph, component)).ToArray();
            var isAlong = Density.Axes.Count > 0;
            var varies = isAlong && new[] { ranges[0].Lower, ranges[0].Upper }.Any(end => end is { } known && Graph.Varies(Graph.Id(known), Density.Axes[0]));
            isGuarded |= varies || !ranges.All(range => range.IsSame(ranges[0]));
            var components = Density.Components.Select(component => DensityComponent.Of(Graph, component, isGuarded)).ToArray();
            return new Mixture(isAlong
                ? new ComponentsAlong(Graph, Density.Axes[0], Argument(0), components[0])
                : new ListedComponents([.. Density.Arguments.Select(Graph.Wrap)], components));
        }

        /// <summary>A range whose ends do not vary along the axis of the components.</summary>
        private VariateRange Whole(VariateRange range)
        {
            Expr? Over(NodeKind kind, Expr? end) => end is { } known && Density.Axes.Count > 0 ? Graph.Reduce(kind, Density.Axes[0], known) : end;
            return range with { Lower = Over(NodeKind.Minimum, range.Lower), Upper = Over(NodeKind.Maximum, range.Upper) };
        }
    }

    /// <summary>ZeroInflated and Hurdle.</summary>
    private sealed class WithZeros(Graph graph, Density density) : Modifier(graph, density)
    {
        public override VariateRange Range => Inner.Support switch
        {
            Support.Count or Support.Boolean or Support.NonNegative => Inner,
            Support.PositiveCount => new(Support.Count),
            Support.Positive => new(Support.NonNegative),
            _ => VariateRange.Union([Inner, new(Inner.IsDiscrete ? Support.Integer : Support.Interval, 0, 0)]),
        };

        public override IComponent Component(bool isGuarded)
        {
            // The density of what is not 0 is computed at 0 too: of counts the probability is taken, which they may not have; of others it is not.
            isGuarded |= Inner is { IsDiscrete: true, Support: not (Support.Count or Support.Boolean) };
            var inner = DensityComponent.Of(Graph, Density.Components[0], isGuarded);
            return Density.Distribution == nameof(ZeroInflated) ? new ZeroInflated(Argument(0), inner) : new Hurdle(Argument(0), inner);
        }
    }

    private sealed class ListedComponents(Expr[] weights, IComponent[] components) : IComponents
    {
        public bool AreDiscrete => components.All(component => component.IsDiscrete);

        public Expr Sum(Func<Expr, IComponent, Expr> term) => weights.Zip(components, term).Aggregate((sum, next) => sum + next);

        public Expr Largest(Func<Expr, IComponent, Expr> value) => weights.Zip(components, value).Aggregate(Gen.Numerics.Functions.Max);
    }

    private sealed class ComponentsAlong(Graph graph, int axis, Expr weight, IComponent component) : IComponents
    {
        public bool AreDiscrete => component.IsDiscrete;

        public Expr Sum(Func<Expr, IComponent, Expr> term) => graph.Sum(axis, term(weight, component));

        public Expr Largest(Func<Expr, IComponent, Expr> value) => graph.Reduce(NodeKind.Maximum, axis, value(weight, component));
    }
}
