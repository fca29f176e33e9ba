using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Gen.Compiler.Tests.Harness;
using Gen.Sampling;

namespace Gen.Compiler.Tests.Fuzzing;

/// <summary>A fuzzed model as it was read, with its two witnesses: the executed body and the interpreter.</summary>
internal sealed class Subject(FuzzModel model, Type body, Ir.Model read)
{
    private readonly object[] arguments = [.. model.UsedParameters.Select(p => p.Value)];
    private readonly Oracle oracle = new(model, read);

    public FuzzModel Model => model;

    /// <summary>The executed body against the interpreted program: whether the model was read as it was written.</summary>
    public Failure? CompareReading(int positions)
    {
        var executed = new ExecutedBody(body, arguments, model.Sites);
        foreach (var position in Positions.Of(model, positions))
        {
            var (latents, logJacobian) = Map(position);
            var trace = executed.At(latents);

            // Where a latent's support is empty, its map has no derivatives.
            var expected = double.IsNegativeInfinity(trace.LogDensity) ? trace.LogDensity : trace.LogDensity + logJacobian;
            var actual = oracle.Value(position);
            if (!Agreement.Of(expected, actual, Scale(trace, logJacobian)) && !IsImpossible(trace, actual) && !IsContradictory(trace, actual) && !oracle.IsWithinRounding(position, expected, actual))
            {
                return Report("executed body and interpreter", expected, actual, position, trace.ToString());
            }
        }

        return null;
    }

    /// <summary>The interpreted program before and after each pass, value and gradient.</summary>
    public Failure? ComparePasses(int positions)
    {
        var executed = new ExecutedBody(body, arguments, model.Sites);
        foreach (var position in Positions.Of(model, positions))
        {
            var trace = executed.At(Map(position).Values);
            if (!IsImpossible(trace, double.NegativeInfinity) && !IsContradictory(trace, oracle.Value(position)) && oracle.FirstGuiltyPass(position) is var (pass, details))
            {
                return new(model, $"pass '{pass}'", string.Create(CultureInfo.InvariantCulture, $"at [{string.Join(", ", position)}] {details}"));
            }
        }

        return null;
    }

    /// <summary>The interpreted program against the emitted code, value and gradient; and whether the code is small enough to be optimised.</summary>
    public Failure? CompareEmitted(CompiledModels compiled, int positions)
    {
        var emitted = compiled.Assembly.GetTypes().Where(type => type.Name == model.Name || type.FullName!.StartsWith($"Gen.Generated.{model.Name}.", StringComparison.Ordinal));
        if (MethodSizes.Of(emitted).FirstOrDefault(method => method.Size > MethodSizes.MostOptimized) is { Size: > 0 } large)
        {
            return new(model, "size", $"{large.Name} has {large.Size} bytes of IL");
        }

        var data = Activator.CreateInstance(compiled.Type($"Gen.Generated.{model.Name}.Data"), arguments)!;
        var density = (ILogDensity)Activator.CreateInstance(compiled.Type($"Gen.Generated.{model.Name}.LogDensity"), data)!;
        if (density.Dimension != model.Dimension)
        {
            return new(model, "dimension", $"{density.Dimension} instead of {model.Dimension}");
        }

        var executed = new ExecutedBody(body, arguments, model.Sites);
        foreach (var position in Positions.Of(model, positions))
        {
            var (latents, logJacobian) = Map(position);

            // Whatever the buffer held must not matter.
            var gradient = Enumerable.Repeat(double.NaN, position.Length).ToArray();
            var (expected, actual) = (oracle.Value(position), density.Evaluate(position, gradient));
            var trace = executed.At(latents);
            expected = IsContradictory(trace, expected) ? trace.LogDensity : expected;
            if (!Agreement.Of(expected, actual, Scale(trace, logJacobian)) && !IsImpossible(trace, actual) && !oracle.IsWithinRounding(position, expected, actual))
            {
                return Report("interpreter and emitted value", expected, actual, position, "value");
            }

            // Where the log-density is −∞ it has no derivatives; those that overflow in the interpreter on the way (400 * Exp(704)) are
            // held against differences of its values.
            double[] derivatives = [.. oracle.Gradient(position).Select((wanted, i) => double.IsFinite(wanted) || !IsSlope(position, i, gradient[i]) ? wanted : gradient[i])];
            if (double.IsFinite(expected) && oracle.FirstDifference(position, derivatives, gradient) is { } i)
            {
                return Report("interpreter and emitted gradient", derivatives[i], gradient[i], position, $"element {i} of the gradient");
            }

            if ((CompareRecentered(density, position) ?? CompareWidening(density, position, logJacobian)) is { } failure)
            {
                return failure;
            }
        }

        return null;
    }

    /// <summary>Whether −∞ is as good an answer as that of a body one of whose terms is −∞ and another, of what is impossible, no number.</summary>
    private static bool IsImpossible(ModelTrace trace, double actual) =>
        double.IsNegativeInfinity(actual) && double.IsNaN(trace.LogDensity) && trace.Terms.Any(term => double.IsNegativeInfinity(term.LogDensity));

    /// <summary>
    /// Whether the interpreter's value is no number where the body's is −∞ by two terms or more. What holds wherever a latent is possible is left out of the terms after it;
    /// where its support is empty it does not hold. Emitted code is held against the body there.
    /// </summary>
    private static bool IsContradictory(ModelTrace trace, double interpreted) =>
        double.IsNaN(interpreted) && double.IsNegativeInfinity(trace.LogDensity) && trace.Terms.Count(term => double.IsNegativeInfinity(term.LogDensity)) > 1;

    /// <summary>The emitted log-Jacobian against that of the map, and its derivatives against the interpreter's.</summary>
    private Failure? CompareWidening(ILogDensity density, double[] position, double logJacobian)
    {
        var (expected, derivatives) = oracle.LogJacobian(position);
        double[] gradient = [.. position.Select(_ => double.NaN)];
        if (density is not IConstrained constrained)
        {
            return expected == 0 ? null : new(model, "log-Jacobian", "emitted code has none");
        }

        var actual = constrained.LogJacobian(position, gradient);
        return !double.IsFinite(logJacobian) || !double.IsFinite(expected) ? null
            : !Agreement.Of(logJacobian, actual, Math.Abs(logJacobian)) ? Report("map and emitted log-Jacobian", logJacobian, actual, position, "log-Jacobian")
            : derivatives.All(double.IsFinite) && Agreement.FirstDifference(derivatives, gradient) is { } i ? Report("interpreter and emitted log-Jacobian", derivatives[i], gradient[i], position, $"element {i} of its gradient")
            : null;
    }

    /// <summary>The emitted change of coordinates against the interpreted one, at centrings and slopes that the position decides.</summary>
    private Failure? CompareRecentered(ILogDensity density, double[] position)
    {
        var random = new Numerics.RandomStream(BitConverter.DoubleToInt64Bits(position[0]));
        double[] centering = [.. position.Select(_ => random.NextDouble())], slopes = [.. position.Select(_ => random.NextNormal())];
        double[] written = [.. position.Select(_ => double.NaN)];
        (density as IRecentering)?.Mark(written);
        int[] places = [.. Enumerable.Range(0, position.Length).Where(i => !double.IsNaN(written[i]))];
        if (oracle.Recentered(position, centering, slopes) is not { } expected || density is not IRecentering recentering)
        {
            return places.Length > 0 ? new(model, "centres", "emitted code recentres what the compiler does not") : null;
        }

        double[] coordinates = [.. position], gradient = [.. position.Select(_ => double.NaN)];
        var (locations, logScales) = (new double[position.Length], new double[position.Length]);
        var logJacobian = recentering.Center(position, centering, coordinates, locations, logScales);
        recentering.Pull(position, centering, slopes, gradient);
        if (!expected.Coordinates.Concat(expected.Locations).Concat(expected.LogScales).All(double.IsFinite))
        {
            return null;
        }

        var wanted = places.Zip(expected.LogScales, (i, logScale) => (written[i] - centering[i]) * logScale).Sum();
        foreach (var (what, values, found) in new[] { ("coordinate", expected.Coordinates, coordinates), ("location", expected.Locations, locations), ("log-scale", expected.LogScales, logScales) })
        {
            if (Agreement.FirstDifference(values, [.. places.Select(i => found[i])]) is { } i)
            {
                return Report("interpreter and emitted centres", values[i], i < places.Length ? found[places[i]] : double.NaN, position, $"{what} {i}");
            }
        }

        return !Agreement.Of(wanted, logJacobian, expected.LogScales.Sum(Math.Abs)) ? Report("interpreter and emitted centres", wanted, logJacobian, position, "log-Jacobian")
            : expected.Gradient.All(double.IsFinite) && Agreement.FirstDifference(expected.Gradient, gradient) is { } k ? Report("interpreter and emitted centres", expected.Gradient[k], gradient[k], position, $"derivative {k}")
            : null;
    }

    /// <summary>Whether a huge derivative is what values at both sides differ by; their own error is far below the tolerance where exponents of some hundreds stand.</summary>
    private bool IsSlope(double[] position, int coordinate, double derivative)
    {
        const double Step = 1e-6, Tolerance = 1e-5;
        double At(double step)
        {
            double[] moved = [.. position];
            moved[coordinate] += step;
            return oracle.Value(moved);
        }

        return Math.Abs(derivative) > 1e100 && Math.Abs((At(Step) - At(-Step)) / (2 * Step) - derivative) <= Tolerance * Math.Abs(derivative);
    }

    private (Dictionary<string, double[]> Values, double LogJacobian) Map(double[] position) => model.IsMappedByModel ? oracle.Map(position) : model.Constrain(position);

    private static double Scale(ModelTrace trace, double logJacobian) => Math.Abs(logJacobian) + trace.Terms.Sum(term => Math.Abs(term.LogDensity));

    private Failure Report(string kind, double expected, double actual, double[] position, string details) => new(
        model, kind, string.Create(CultureInfo.InvariantCulture, $"{expected:R} became {actual:R} at [{string.Join(", ", position)}]\n{details}"));
}
