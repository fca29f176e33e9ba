using System;
using System.Collections.Generic;
using System.ComponentModel;

namespace Gen;

/// <summary>Executes a model's body as the ordinary code that it is.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class BodyTrace
{
    [ThreadStatic]
    private static TraceExecution? current;

    /// <summary>
    /// Executes <paramref name="body"/> on the calling thread and records what its statements say. Generated code calls this; a statement is
    /// matched with its site by kind and line, several of one kind on a line in turn.
    /// </summary>
    /// <param name="model">The model's name, for messages.</param>
    /// <param name="body">The body with its data.</param>
    /// <param name="sites">The statements in the order of the source.</param>
    /// <param name="latents">
    /// Values of latents by name, a matrix row by row, those of a loop in the order of its iterations. Latents that are not named are drawn from
    /// their priors.
    /// </param>
    /// <param name="seed">The seed of those draws.</param>
    /// <param name="sequence">The places of a quantity's elements in the order in which the body gives them values; null where they lie in it.</param>
    /// <param name="cut">Latents that were set by hand and do not follow their priors, which are then no terms.</param>
    /// <exception cref="ArgumentException">A name is no latent's, a latent has another number of values, or one cannot be drawn.</exception>
    public static ModelTrace Run(
        string model, Action body, IReadOnlyList<TraceSite> sites, IReadOnlyDictionary<string, double[]>? latents, long seed,
        Func<string, int[]?>? sequence = null, IReadOnlyCollection<string>? cut = null)
    {
        ArgumentNullException.ThrowIfNull(body);
        var execution = new TraceExecution(model, sites, latents, seed, sequence, cut ?? []);
        var outer = current;
        current = execution;
        try
        {
            body();
        }
        finally
        {
            current = outer;
        }

        return execution.Result();
    }

    /// <summary>Whether a model's body is executed on the calling thread.</summary>
    internal static bool IsExecuting => current is not null;

    /// <summary>Tells the execution that a probability was asked for which there is not, and why.</summary>
    internal static void Undefined(string reason) => current?.Undefined(reason);

    /// <summary>The execution that a statement belongs to.</summary>
    /// <exception cref="InvalidOperationException">There is none.</exception>
    internal static TraceExecution Current(TraceSiteKind statement) => current ?? throw new InvalidOperationException(
        $"{statement} is a statement of a model's body, which the compiler reads. To execute the body call the model's Trace method, " +
        "which sets its latents; do not call it directly.");
}
