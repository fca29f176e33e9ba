using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Gen.Compiler.Interpretation;
using Gen.Compiler.Ir;
using Gen.Compiler.Passes;
using Gen.Compiler.Tests.Harness;

namespace Gen.Compiler.Tests.Fuzzing;

/// <summary>
/// What a fuzzed model's log-density and gradient are, by interpretation of the program as soon as it consists of assignments: after the first
/// two passes, before any that simplifies. What is impossible has no gradient.
/// </summary>
internal sealed class Oracle
{
    private const int PassesBefore = 2;

    private readonly FuzzModel source;
    private readonly Program program;
    private readonly Bindings data;
    private readonly Recentering? recentering;

    public Oracle(FuzzModel source, Model model)
    {
        this.source = source;
        program = Pipeline.Run(Program.From(model), Pipeline.LogDensity.Take(PassesBefore));
        recentering = Recentering.Of(Program.From(model), isPulled: true);
        data = ReadModels.Bind(model, [.. source.UsedParameters.Select(p => p.Value)]);
    }

    public double Value(double[] position) => Interpreter.Value(program, Bind(program, position));

    public double[] Gradient(double[] position) => DualInterpreter.Gradient(program, Bind(program, position), Positions(program));

    /// <summary>
    /// The gradient beside one that was found: derivatives that overflow here on the way (400 * Exp(704)) are held against differences of values, and are those found
    /// where these agree.
    /// </summary>
    public double[] Gradient(double[] position, double[] found) =>
        [.. Gradient(position).Select((wanted, i) => double.IsFinite(wanted) || !IsSlope(position, i, found[i]) ? wanted : found[i])];

    /// <summary>The latents' values at a position by the program itself, and the logarithm of how much its map widens: of the determinant of its derivatives.</summary>
    public (Dictionary<string, double[]> Values, double LogJacobian) Map(double[] position)
    {
        var bound = Bind(program, position);
        var (arrays, latents) = (Interpreter.Run(program, bound), Positions(program).Select(array => program.Arrays[array].Source).ToArray());
        var columns = Positions(program).SelectMany(array => Enumerable.Range(0, bound.Values[array].Length).Select(i =>
        {
            var derivative = DualInterpreter.Derivative(program, bound, array, [.. bound.Values[array].Select((_, j) => i == j ? 1.0 : 0)]);
            return latents.SelectMany(latent => derivative[latent]).ToArray();
        }));
        return (source.Latents.Zip(latents).ToDictionary(latent => latent.First.Name, latent => arrays[latent.Second]), Determinant.LogOf([.. columns]));
    }

    /// <summary>
    /// What a position is at other centrings, of each coordinate that has one: the centred coordinate, its location and the logarithm of its scale; and the derivatives of
    /// the log-Jacobian and of the centred coordinates times slopes. Null where no latent has a centre.
    /// </summary>
    public (double[] Centered, double[] Locations, double[] LogScales, double[] Gradient)? Recentered(double[] position, double[] centering, double[] slopes)
    {
        if (recentering is null)
        {
            return null;
        }

        var changed = recentering.Program;
        var bound = Bind(changed, position);
        var places = new List<(RecenteredLatent Latent, int At, int Count)>();
        var at = 0;
        foreach (var (array, latent) in Positions(changed).Zip(source.Latents))
        {
            if (recentering.Latents.FirstOrDefault(own => own.Position == array) is { } own)
            {
                places.Add((own, at, latent.Count));
                bound = bound.With(own.Centering, centering[at..(at + latent.Count)]).With(own.Slope, slopes[at..(at + latent.Count)]);
            }

            at += latent.Count;
        }

        var arrays = Interpreter.Run(changed, bound);
        double[] Of(System.Func<RecenteredLatent, int> which) => [.. places.SelectMany(place => arrays[which(place.Latent)])];
        return (Of(own => own.Centered), Of(own => own.Location), Of(own => own.LogScale), DualInterpreter.Gradient(changed, bound, Positions(changed)));
    }

    /// <summary>
    /// The first pass after which interpretation no longer gives the value, or the adjoints that the program computes are not the gradient, with
    /// what it did; nothing where all agree.
    /// </summary>
    public (string Pass, string Details)? FirstGuiltyPass(double[] position) => FirstGuiltyPass(position, Pipeline.LogDensity.Skip(PassesBefore));

    /// <summary>The same for other passes.</summary>
    public (string Pass, string Details)? FirstGuiltyPass(double[] position, IEnumerable<Pass> passes)
    {
        var value = Value(position);
        var current = program;
        foreach (var pass in passes)
        {
            try
            {
                current = pass.Run(current);
                var arrays = Interpreter.Run(current, Bind(current, position));
                var found = arrays[Interpreter.Target(current)][0];
                if (!Agreement.Of(value, found, Math.Abs(value)))
                {
                    return (pass.Name, string.Create(CultureInfo.InvariantCulture, $"changes the value from {value:R} to {found:R}"));
                }

                var adjoints = Adjoints(current, arrays);
                if (adjoints.Length > 0 && double.IsFinite(value) && Gradient(position, adjoints) is var gradient && Agreement.FirstDifference(gradient, adjoints) is { } i)
                {
                    return (pass.Name, string.Create(CultureInfo.InvariantCulture, $"the derivative by element {i} of the position is {adjoints[i]:R}, not {gradient[i]:R}"));
                }
            }
            catch (Exception error) when (error is not OutOfMemoryException)
            {
                return ($"{pass.Name}: {error.GetType().Name}", error.ToString());
            }
        }

        return null;
    }

    /// <summary>
    /// Whether a derivative is what values at both sides differ by. Where exponents of some hundreds stand, the step squared times a third derivative of their cube is
    /// below the tolerance, and so is the rounding of values of some thousands over the step.
    /// </summary>
    private bool IsSlope(double[] position, int coordinate, double derivative)
    {
        const double Step = 1e-6, Tolerance = 1e-4;
        double At(double step)
        {
            double[] moved = [.. position];
            moved[coordinate] += step;
            return Value(moved);
        }

        return Math.Abs((At(Step) - At(-Step)) / (2 * Step) - derivative) <= Tolerance * Math.Max(1, Math.Abs(derivative));
    }

    private Bindings Bind(Program current, double[] position)
    {
        var (bound, at) = (data, 0);
        foreach (var (array, latent) in Positions(current).Zip(source.Latents))
        {
            bound = bound.With(array, position[at..(at += latent.Count)]);
        }

        return bound;
    }

    /// <summary>The arrays of the position, in the order in which the latents are sampled.</summary>
    private int[] Positions(Program current) =>
    [
        .. source.Latents.Select(latent => Enumerable.Range(0, current.Arrays.Count)
            .Single(a => current.Arrays[a].Role == ArrayRole.Position && current.Arrays[current.Arrays[a].Source].Name == latent.Name)),
    ];

    private double[] Adjoints(Program current, IReadOnlyList<double[]> values) =>
    [
        .. Positions(current).SelectMany(position => Enumerable.Range(0, current.Arrays.Count)
            .Where(a => current.Arrays[a].Role == ArrayRole.Adjoint && current.Arrays[a].Source == position)
            .SelectMany(a => values[a])),
    ];
}
