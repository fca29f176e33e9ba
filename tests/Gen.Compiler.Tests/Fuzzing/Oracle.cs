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
    private readonly Program widening;
    private readonly Recentering? recentering;

    public Oracle(FuzzModel source, Model model)
    {
        this.source = source;
        program = Pipeline.Run(Program.From(model), Pipeline.LogDensity.Take(PassesBefore));
        widening = Pipeline.Run(Program.From(model), Pipeline.LogJacobian.Take(1));
        recentering = Recentering.Of(Program.From(model), isPulled: true);
        data = ReadModels.Bind(model, [.. source.UsedParameters.Select(p => p.Value)]);
    }

    public double Value(double[] position) => Interpreter.Value(program, Bind(program, position));

    /// <summary>
    /// The gradient. A derivative is linear in the unit of its coordinate: where it overflows on the way (400 * Exp(704)), a smaller unit serves, if what is small does not
    /// vanish in it, as the slope of a scale of 1e-306 would: then a second unit gives something else.
    /// </summary>
    public double[] Gradient(double[] position)
    {
        const double Unit = 1.0 / (1L << 50);
        var bound = Bind(program, position);
        var gradient = DualInterpreter.Gradient(program, bound, Positions(program));
        var at = 0;
        foreach (var array in Positions(program))
        {
            for (var i = 0; i < bound.Values[array].Length; i++, at++)
            {
                if (double.IsFinite(gradient[at]))
                {
                    continue;
                }

                double In(double unit)
                {
                    var direction = new double[bound.Values[array].Length];
                    direction[i] = unit;
                    return DualInterpreter.Derivative(program, bound, array, direction)[Interpreter.Target(program)][0] / unit;
                }

                var (larger, smaller) = (In(Unit), In(Unit * Unit));
                if (Agreement.Of(larger, smaller, Math.Abs(larger)))
                {
                    gradient[at] = larger;
                }
            }
        }

        return gradient;
    }

    /// <summary>
    /// Whether two values at a position, or two derivatives by one coordinate, differ by no more than the rounding of operations on the way decides. Terms may be
    /// differences that are small beside their operands: a truncated Laplace of scale 0.05 around −6e12 is the difference of two logarithms of 1e14, whose last place
    /// is 0.02. Two computations differ by √2 standard deviations of one, of which the range of eight is about three: twice the range is four of them.
    /// </summary>
    public bool IsWithinRounding(double[] position, double expected, double actual, int? coordinate = null)
    {
        const int Runs = 8, Ranges = 2;
        var random = new Numerics.RandomStream(seed: 1);

        // What is an integer, such as the answer to a comparison, is exact.
        double Rounding(double result) => double.IsInteger(result) && Math.Abs(result) < 1L << 52 ? result
            : random.NextInt(3) switch { 0 => Math.BitDecrement(result), 1 => result, _ => Math.BitIncrement(result) };
        var bound = Bind(program, position);
        var rounded = Enumerable.Range(0, Runs).Select(_ => DualInterpreter.Rounded(program, bound, Rounding, Positions(program)));

        // Where a rounding makes something impossible, or no number, it tells nothing.
        double[] values = [.. rounded.Select(target => coordinate is { } i ? target.Gradient[i] : target.Value).Where(double.IsFinite)];
        return values.Length > Runs / 2 && Math.Abs(expected - actual) <= Ranges * (values.Max() - values.Min());
    }

    /// <summary>The first derivative by an element of the position that is not the one expected, and not because of rounding; or null.</summary>
    public int? FirstDifference(double[] position, double[] expected, double[] actual)
    {
        var known = expected.ToArray();
        while (Agreement.FirstDifference(known, actual) is { } i)
        {
            if (i >= known.Length || i >= actual.Length || !IsWithinRounding(position, known[i], actual[i], i))
            {
                return i;
            }

            known[i] = actual[i];
        }

        return null;
    }

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

    /// <summary>The logarithm of how much the map widens at a position, with its derivatives, by the program that has nothing else.</summary>
    public (double Value, double[] Gradient) LogJacobian(double[] position)
    {
        var bound = Bind(widening, position);
        return (Interpreter.Value(widening, bound), DualInterpreter.Gradient(widening, bound, Positions(widening)));
    }

    /// <summary>
    /// What a position is at other centrings, of each coordinate that has one: the coordinate as it is written, its location and the logarithm of its scale; and the
    /// derivatives of the log-Jacobian and of these coordinates times slopes. Null where no latent has a centre.
    /// </summary>
    public (double[] Coordinates, double[] Locations, double[] LogScales, double[] Gradient)? Recentered(double[] position, double[] centering, double[] slopes)
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
        return (Of(own => own.Coordinate), Of(own => own.Location), Of(own => own.LogScale), DualInterpreter.Gradient(changed, bound, Positions(changed)));
    }

    /// <summary>
    /// The first pass after which interpretation no longer gives the value, or the adjoints that the program computes are not the gradient, with
    /// what it did; nothing where all agree.
    /// </summary>
    public (string Pass, string Details)? FirstGuiltyPass(double[] position) => FirstGuiltyPass(position, Pipeline.LogDensity.Skip(PassesBefore));

    /// <summary>The same for other passes.</summary>
    public (string Pass, string Details)? FirstGuiltyPass(double[] position, IEnumerable<Pass> passes)
    {
        var (value, gradient) = (Value(position), Gradient(position));
        var current = program;
        foreach (var pass in passes)
        {
            try
            {
                current = pass.Run(current);
                var arrays = Interpreter.Run(current, Bind(current, position));
                var found = arrays[Interpreter.Target(current)][0];
                if (!Agreement.Of(value, found, Math.Abs(value)) && !IsWithinRounding(position, value, found))
                {
                    return (pass.Name, string.Create(CultureInfo.InvariantCulture, $"changes the value from {value:R} to {found:R}"));
                }

                var adjoints = Adjoints(current, arrays);
                if (adjoints.Length > 0 && double.IsFinite(value) && FirstDifference(position, gradient, adjoints) is { } i)
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
