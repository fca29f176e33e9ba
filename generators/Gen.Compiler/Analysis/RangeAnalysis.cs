using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Gen.Compiler.Definitions;
using Gen.Compiler.Ir;

namespace Gen.Compiler.Analysis;

/// <summary>
/// The ranges of a model's values: latents lie in their distributions' supports, and what is computed follows by interval arithmetic. Arrays that
/// steps assign have the least ranges that agree with all their assignments, found by iteration.
/// </summary>
public sealed class RangeAnalysis
{
    // Recurrences that settle do so in two or three rounds; ends that still move then are moved on at once, to 0, 1 or infinity.
    private const int RoundsBeforeWidening = 3;

    private readonly Graph graph;
    private readonly IReadOnlyList<ArrayDeclaration> declarations;
    private readonly ValueRange[] arrays;
    private readonly Dictionary<int, ValueRange> nodes = [];
    private readonly Func<int, Support?> known;

    /// <summary>Analyses a model.</summary>
    public RangeAnalysis(Model model)
        : this(Program.From(model), _ => null)
    {
    }

    /// <summary>Analyses a program; <paramref name="known"/> tells of a node of data which set it has been checked to lie in, if any.</summary>
    public RangeAnalysis(Program program, Func<int, Support?> known)
    {
        graph = program.Graph;
        declarations = program.Arrays;
        this.known = known;
        arrays = [.. declarations.Select(array => array.Role is ArrayRole.Latent or ArrayRole.Deterministic or ArrayRole.Generated or ArrayRole.Local
            ? ValueRange.Unassigned
            : ValueRange.OfData(Interval.All))];
        List<Step> steps = [.. Program.Flatten(program.Steps)];
        for (var round = 0; Update(steps, widen: round >= RoundsBeforeWidening); round++)
        {
            nodes.Clear();
        }
    }

    /// <summary>The range of a node.</summary>
    public ValueRange Of(int node)
    {
        if (!nodes.TryGetValue(node, out var range))
        {
            range = known(node) is { } checkedTo ? OfChecked(checkedTo) : Compute(node);
            nodes.Add(node, range);
        }

        return range;
    }

    private static Interval Widen(Interval before, Interval after) => before.IsEmpty ? after : new(
        after.Low >= before.Low ? before.Low : after.Low >= 0 ? 0 : double.NegativeInfinity,
        after.High <= before.High ? before.High : after.High <= 0 ? 0 : after.High <= 1 ? 1 : double.PositiveInfinity);

    private bool Update(List<Step> steps, bool widen)
    {
        var changed = false;
        foreach (var step in steps)
        {
            if (step is CallStep call)
            {
                // What a routine returns is not known.
                foreach (var output in call.Outputs.Where(output => output.Array >= 0))
                {
                    changed |= !arrays[output.Array].Interval.IsAll;
                    arrays[output.Array] = ValueRange.OfData(Interval.All);
                }

                continue;
            }

            var (array, value) = step switch
            {
                SampleStep sample => (sample.Array, OfVariate(sample.Density)),
                AssignStep { Accumulate: false } assign => (assign.Array, Of(assign.Value)),
                AssignStep assign => (assign.Array, OfTotal(Of(assign.Value)) with { IsReached = false, IsPositive = false, IsBelowHigh = false }),
                _ => (-1, default),
            };
            if (array < 0)
            {
                continue;
            }

            var before = arrays[array];
            var after = before.Union(value);
            after = widen ? after with { Interval = Widen(before.Interval, after.Interval) } : after;
            changed |= after.Interval != before.Interval || after.IsReached != before.IsReached || after.IsPositive != before.IsPositive || after.IsBelowHigh != before.IsBelowHigh || after.Latents.Count != before.Latents.Count;
            arrays[array] = after;
        }

        return changed;
    }

    private ValueRange Compute(int id)
    {
        var node = graph[id];
        switch (node.Kind)
        {
            case NodeKind.Constant:
                return ValueRange.Constant(node.Value);
            case NodeKind.Size:
                return ValueRange.OfData(Interval.NonNegative);
            case NodeKind.Index:
                return ValueRange.OfData(Of(graph.Axes[node.Symbol].Lower).Interval with { High = double.PositiveInfinity });
            case NodeKind.Read:
                return declarations[node.Symbol].Role == ArrayRole.Latent ? arrays[node.Symbol] with { Latents = ImmutableHashSet.Create(id) } : arrays[node.Symbol];
            case NodeKind.Apply:
                return Apply(node.Operation, [.. node.Arguments.Select(Of)]);
            case NodeKind.Sum:
                var total = OfTotal(Of(node.Arguments[0]));
                return total with { IsReached = total.IsReached && total.Interval.IsAll, IsPositive = false, IsBelowHigh = false };
            default:
                return Of(node.Arguments[0]);
        }
    }

    /// <summary>A sum of any number of values.</summary>
    private static ValueRange OfTotal(ValueRange value) => value.Interval.IsEmpty ? value : value with
    {
        Interval = new(
            value.Interval.Low < 0 ? double.NegativeInfinity : 0,
            value.Interval.High > 0 ? double.PositiveInfinity : 0),
    };

    private static ValueRange Apply(Operation operation, ValueRange[] arguments)
    {
        var interval = IntervalOperations.Apply(operation, [.. arguments.Select(argument => argument.Interval)]);
        var latents = arguments.Aggregate(ImmutableHashSet<int>.Empty, (all, argument) => all.Union(argument.Latents));
        return new(interval, Reaches(operation, arguments), latents)
        {
            IsPositive = interval is { IsEmpty: false, Low: > 0 } || Positivity.Of(operation, arguments),
            IsBelowHigh = operation is Operation.InverseLogit or Operation.NormalCdf,
        };
    }

    private static bool Reaches(Operation operation, ValueRange[] arguments)
    {
        if (arguments.Length == 1)
        {
            return arguments[0].IsReached;
        }

        if (operation == Operation.Where || !arguments[0].IsApartFrom(arguments[1]))
        {
            return false;
        }

        var (left, right) = (arguments[0], arguments[1]);
        var both = left.IsReached && right.IsReached;
        return operation switch
        {
            // A term or a factor that goes anywhere takes the sum or the product with it, whatever the other is.
            Operation.Add or Operation.Subtract or Operation.Multiply => both || GoesAnywhere(left) || GoesAnywhere(right),
            Operation.Divide => both || GoesAnywhere(left),
            _ => both,
        };
    }

    private static ValueRange OfChecked(Support support) => ValueRange.OfData(Supports.Interval(support)) with { IsPositive = support is Support.Positive or Support.PositiveCount };

    private static bool GoesAnywhere(ValueRange range) => range.IsReached && range.Interval.IsAll;

    /// <summary>Where a variate lies. Ends that are latents themselves bind the two together, which ranges do not know: then nothing is claimed.</summary>
    private ValueRange OfVariate(Density density)
    {
        if (DistributionDefinition.Find(density) is not { } definition)
        {
            return Modifier.Names.Contains(density.Distribution) ? OfModified(density) : ValueRange.OfData(Interval.All);
        }

        var support = definition.Attribute.Support;
        if (support != Support.Interval)
        {
            return new(Supports.Interval(support), support is Support.Real or Support.Positive or Support.NonNegative or Support.Unit or Support.Circular, ImmutableHashSet<int>.Empty)
            {
                // A continuous variate is at an end of its support with probability 0.
                IsPositive = support is Support.Positive or Support.NonNegative or Support.Unit or Support.PositiveCount or Support.PositiveOrdered or Support.Simplex,
                IsBelowHigh = support is Support.Unit or Support.Circular,
            };
        }

        var lower = End(definition, definition.Attribute.Lower, density, double.NegativeInfinity);
        var upper = End(definition, definition.Attribute.Upper, density, double.PositiveInfinity);
        return new(
            new(lower.Interval.Low, upper.Interval.High),
            lower.IsReached && upper.IsReached && lower.Latents.IsEmpty && upper.Latents.IsEmpty && !lower.Interval.IsEmpty && !upper.Interval.IsEmpty,
            ImmutableHashSet<int>.Empty)
        {
            IsPositive = lower.Interval.Low >= 0 && !lower.Interval.IsEmpty,
            IsBelowHigh = true,
        };
    }

    private ValueRange OfModified(Density density)
    {
        var inner = density.Components.Select(OfVariate).Aggregate((all, component) => all.Union(component));
        switch (density.Distribution)
        {
            case nameof(Gen.Distributions.Truncated) or nameof(Gen.Distributions.Censored):
                var hasLower = density.Parameterization != Modifier.Bounded.OnlyUpper;
                var hasUpper = density.Parameterization != Modifier.Bounded.OnlyLower;
                var lower = hasLower ? Of(density.Arguments[0]) : ValueRange.Constant(double.NegativeInfinity);
                var upper = hasUpper ? Of(density.Arguments[density.Arguments.Count - 1]) : ValueRange.Constant(double.PositiveInfinity);
                var ends = new Interval(lower.Interval.Low, upper.Interval.High);
                return new(
                    inner.Interval.Within(ends), inner.IsReached && lower.IsReached && upper.IsReached && lower.Latents.IsEmpty && upper.Latents.IsEmpty, ImmutableHashSet<int>.Empty)
                {
                    IsPositive = density.Distribution == nameof(Gen.Distributions.Truncated) && (inner.IsPositive || lower.Interval is { IsEmpty: false, Low: >= 0 }),
                };
            case nameof(Gen.Distributions.Mixture):
                return inner;
            default:
                return inner.Union(ValueRange.Constant(0));
        }
    }

    private ValueRange End(DistributionDefinition definition, string? parameter, Density density, double none)
    {
        if (parameter is null)
        {
            return ValueRange.Constant(none);
        }

        var parameters = definition.ParametersOf(density.Parameterization);
        for (var i = 0; i < parameters.Count; i++)
        {
            if (parameters[i].Name == parameter)
            {
                return Of(density.Arguments[i]);
            }
        }

        return ValueRange.OfData(Interval.All);
    }
}
