using System;
using System.Collections.Generic;
using System.Linq;
using Gen.Compiler.Ir;

namespace Gen.Compiler.Definitions;

/// <summary>
/// A form in which a density is computed without loss (a Poisson's by the logarithm of its mean), to be found where the canonical arguments are
/// what it would compute from its own.
/// </summary>
internal sealed class StableForm
{
    /// <summary>For each canonical parameter: the function that it is of one of the form's own (null for that one itself), and which.</summary>
    private readonly List<(Operation? Function, int Parameter)> links = [];

    /// <summary>The links are found by asking the definition: <paramref name="canonical"/> computes the canonical parameters from the form's.</summary>
    public StableForm(DistributionForm form, Func<IReadOnlyList<Expr>, Expr[]> canonical)
    {
        Form = form;
        var graph = new Graph();
        var own = form.Parameters.Select((_, i) => graph.Read(i)).ToArray();
        foreach (var parameter in canonical(own))
        {
            var inner = parameter.Node is { Kind: NodeKind.Apply, Arguments.Count: 1 } ? parameter.Argument(0) : parameter;
            links.Add((inner.Equals(parameter) ? null : parameter.Node.Operation, Array.IndexOf(own, inner)));
        }
    }

    public DistributionForm Form { get; }

    /// <summary>The form's arguments, each with the index of the canonical one that it was found in; null where they cannot be read off.</summary>
    public (int Source, Expr Value)[]? Match(IReadOnlyList<Expr> canonical)
    {
        var own = new (int, Expr)[Form.Parameters.Count];
        for (var i = 0; i < links.Count; i++)
        {
            var (function, parameter) = links[i];
            if (parameter < 0 || (function is { } operation && !canonical[i].Is(operation)))
            {
                return null;
            }

            own[parameter] = (i, function is null ? canonical[i] : canonical[i].Argument(0));
        }

        return own;
    }
}
