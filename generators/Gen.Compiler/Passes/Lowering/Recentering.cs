using System.Collections.Generic;
using System.Linq;
using Gen.Compiler.Definitions;
using Gen.Compiler.Ir;
using static Gen.Numerics.Functions;

namespace Gen.Compiler.Passes;

/// <summary>
/// The change of coordinates that tuning chooses: each latent whose unconstrained x has a location m and a scale s that other latents decide is computed from η by
/// x = m + s^(1−λ) (η − λ m), where λ is given. One that is written not centred (<see cref="StandardScales"/>), z where the model reads x = m + s z, is computed by
/// z = s^(−λ) (η − λ m). The log-density itself knows nothing of it.
/// </summary>
/// <remarks>Gorinova, Moore and Hoffman (2020), "Automatic reparameterisation of probabilistic programs", section 3.</remarks>
public sealed class Recentering
{
    private readonly HashSet<int> latents;
    private readonly IReadOnlyDictionary<int, StandardScale> standard;
    private readonly bool isPulled;
    private readonly List<RecenteredLatent> recentered = [];
    private readonly HashSet<int> sampled = [];
    private readonly List<(StandardScale Scale, Step[] Steps)> waiting = [];

    private Recentering(Program program, HashSet<int> latents, IReadOnlyDictionary<int, StandardScale> standard, bool isPulled)
    {
        (this.latents, this.standard, this.isPulled) = (latents, standard, isPulled);
        Target = TransformParameters.Target(ref program);
        Program = program;
    }

    /// <summary>The program: what is computed from positions and centrings, and the log-Jacobian as its target.</summary>
    public Program Program { get; private set; }

    /// <summary>The array of the target.</summary>
    public int Target { get; }

    /// <summary>The arrays of each latent that is recentred.</summary>
    public IReadOnlyList<RecenteredLatent> Latents => recentered;

    /// <summary>The change of coordinates of a model; null where no latent has one.</summary>
    /// <param name="program">The model's program.</param>
    /// <param name="isPulled">Whether slopes times what is computed are part of the target: its derivatives are then the slopes in the new coordinates.</param>
    public static Recentering? Of(Program program, bool isPulled)
    {
        program = Generated.Without(program);
        var (latents, standard) = (Eligible(program), StandardScales.Of(program));
        latents.UnionWith(standard.Keys);
        if (latents.Count == 0)
        {
            return null;
        }

        var result = new Recentering(TransformParameters.Run(program, withJacobian: false), latents, standard, isPulled);
        var steps = result.Program.Steps.SelectMany(step => result.Rewrite(step, []).Concat(result.Ready()).ToArray()).ToList();
        result.Program = result.Program with { Steps = steps };
        return result;
    }

    /// <summary>The latents whose families all have a center, of which other latents decide a part.</summary>
    private static HashSet<int> Eligible(Program program)
    {
        var active = Dependence.Active(program, ArrayRole.Latent);
        bool IsDecided(Expr value) => Dependence.Reachable(program.Graph, [program.Graph.Id(value)]).Select(id => program.Graph[id]).Any(node => node.Kind == NodeKind.Read && active.Contains(node.Symbol));
        bool HasCenter(SampleStep sample) =>
            sample is { IsCenteredByTuning: true, Restriction: null } && Modifier.Of(program.Graph, sample.Density) is null
            && (Centers.AreInOrder(sample) || (sample.Density.Axes.Count == 0 && Centers.Of(program.Graph, sample.Density) is not null));
        bool IsHierarchical(SampleStep sample) => Centers.AreInOrder(sample) || (Centers.Of(program.Graph, sample.Density) is var (location, scale) && (IsDecided(location) || IsDecided(scale)));

        return
        [
            .. Program.Flatten(program.Steps).OfType<SampleStep>().Where(sample => program.Arrays[sample.Array].Role == ArrayRole.Latent).GroupBy(sample => sample.Array)
                .Where(samples => samples.All(HasCenter) && samples.Any(IsHierarchical)).Select(samples => samples.Key),
        ];
    }

    private IEnumerable<Step> Rewrite(Step step, IReadOnlyList<int> loops)
    {
        switch (step)
        {
            case LoopStep loop:
                var body = loop.Body.SelectMany(inner => Rewrite(inner, [.. loops, loop.Axis])).ToEquatableArray();
                return body.Count > 0 ? [loop with { Body = body }] : [];
            case SampleStep sample:
                sampled.Add(sample.Array);
                return latents.Contains(sample.Array) ? Compute(sample, loops) : [];
            case AssignStep assign when latents.Contains(assign.Array):
                // It is computed where it is sampled.
                return [];
            case AssignStep or CallStep:
                return [step];
            default:
                return [];
        }
    }

    private IEnumerable<Step> Compute(SampleStep sample, IReadOnlyList<int> loops)
    {
        if (standard.TryGetValue(sample.Array, out var scale))
        {
            Step[] steps = [.. Compute(sample, sample.Axes, sample.Indices, (scale.Location, scale.Scale))];
            if (sampled.IsSupersetOf(scale.Latents))
            {
                return steps;
            }

            waiting.Add((scale, loops.Reverse().Aggregate(steps, (inner, axis) => [new LoopStep(axis, false, inner.ToEquatableArray(), sample.Site)])));
            return [];
        }

        return Centers.AreInOrder(sample)
            ? Centers.InOrder(Program.Graph, sample, loops, Own(sample.Array).Location, DeclareLocal, (axes, indices, center) => Compute(sample, axes, indices, center))
            : Compute(sample, sample.Axes, sample.Indices, Centers.Of(Program.Graph, sample.Density)!.Value).ToArray();
    }

    /// <summary>What had to wait until the latents that decide its scale were sampled.</summary>
    private Step[] Ready()
    {
        var ready = waiting.FindAll(one => sampled.IsSupersetOf(one.Scale.Latents));
        waiting.RemoveAll(ready.Contains);
        return [.. ready.SelectMany(one => one.Steps)];
    }

    private IEnumerable<Step> Compute(SampleStep sample, EquatableArray<int> axes, EquatableArray<int> indices, (Expr Location, Expr Scale) center)
    {
        var (graph, own) = (Program.Graph, Own(sample.Array));
        Expr At(int array) => graph.Read(array, indices.Select(graph.Wrap));
        AssignStep Set(int array, Expr value) => new(array, axes, indices, graph.Id(value), false, -1, sample.Site);
        AssignStep Add(Expr value) => new(Target, axes, [], graph.Id(value), true, -1, sample.Site);

        var (lambda, m, logScale) = (At(own.Centering), At(own.Location), At(own.LogScale));
        yield return Set(own.Location, center.Location);
        yield return Set(own.LogScale, Log(center.Scale));
        var (logWidth, distance) = ((own.IsStandard ? -lambda : 1 - lambda) * logScale, At(own.Position) - lambda * m);
        yield return Set(own.Coordinate, own.IsStandard ? Exp(logWidth) * distance : m + Exp(logWidth) * distance);
        yield return Set(own.Latent, ScalarTransform.Constrain(VariateRange.Of(graph, sample.Density), At(own.Coordinate), _ => false).Value);
        yield return Add(logWidth);
        if (isPulled)
        {
            yield return Add(At(own.Slope) * At(own.Coordinate));
        }
    }

    private RecenteredLatent Own(int latent) => recentered.FirstOrDefault(own => own.Latent == latent) ?? Declare(latent);

    private int DeclareLocal(string name, IReadOnlyList<Expr> extents)
    {
        Program = Program.WithLocal(name, extents, out var array);
        return array;
    }

    private RecenteredLatent Declare(int latent)
    {
        var declaration = Program.Arrays[latent];
        var position = Enumerable.Range(0, Program.Arrays.Count).First(array => Program.Arrays[array].Role == ArrayRole.Position && Program.Arrays[array].Source == latent);
        int Array(string name, ArrayRole role)
        {
            Program = Program.WithArray(declaration with { Name = declaration.Name + name, Role = role }, out var array);
            return array;
        }

        // What is asked for is computed at each evaluation, though data alone may decide it.
        var result = isPulled ? ArrayRole.Local : ArrayRole.Generated;
        RecenteredLatent own = new(
            latent, position, Array("Centering", ArrayRole.Decision), Array("Slope", ArrayRole.Decision),
            Array("Coordinate", result), Array("Location", result), Array("LogScale", result), standard.ContainsKey(latent));
        recentered.Add(own);
        return own;
    }
}

/// <summary>
/// The arrays of a latent that is recentred, all of its shape: the latent, its position η, λ, the slopes by its unconstrained coordinate, that coordinate, m and log s;
/// and whether it is written not centred.
/// </summary>
public sealed record RecenteredLatent(int Latent, int Position, int Centering, int Slope, int Coordinate, int Location, int LogScale, bool IsStandard);
