using System;
using System.Collections.Generic;
using System.Linq;
using Gen.Compiler.Ir;
using Microsoft.CodeAnalysis.Operations;
using static Gen.Numerics.Functions;

namespace Gen.Compiler.Reading;

/// <summary>Reads the covariance functions of Gaussian processes: an element is an expression of its two points.</summary>
internal sealed class CovarianceReader(BodyReader body)
{
    private Graph Graph => body.Draft.Graph;

    public Shaped? Read(IInvocationOperation call)
    {
        var name = call.TargetMethod.Name;
        if (name is not ("ExpQuad" or "Matern32" or "Matern52" or "Periodic"))
        {
            return null;
        }

        var arguments = CallReader.Arguments(call).Select(argument => body.Expressions.Read(argument!)).ToList();
        var first = arguments[0];
        var isCross = arguments[1].Rank > 0;
        var second = body.Alignment.Apart(isCross ? arguments[1] : first, first.Axes);
        var numbers = arguments.Skip(isCross ? 2 : 1).Select(argument => argument.Expr).ToArray();
        var covariance = Square(numbers[0]) * Correlation(name, call, first, second, numbers.Skip(1).ToArray());
        return new([first.Axes[0], second.Axes[0]], covariance);
    }

    /// <summary>The correlation of two points, with the length scale and the period as parameters.</summary>
    private Expr Correlation(string name, IInvocationOperation call, Shaped first, Shaped second, Expr[] parameters)
    {
        var length = parameters[0];
        switch (name)
        {
            case "ExpQuad":
                return Exp(-0.5 * (SquaredDistance(call, first, second) / Square(length)));
            case "Periodic":
                return Exp(-2 * Square(Sin(Math.PI * Distance(call, first, second) / parameters[1]) / length));
            case "Matern32":
                var r = Math.Sqrt(3) * Distance(call, first, second) / length;
                return (1 + r) * Exp(-r);
            default:
                var s = Math.Sqrt(5) * Distance(call, first, second) / length;
                return (1 + s + Square(s) / 3) * Exp(-s);
        }
    }

    // The root of 0 has no derivative; that of a constant too small to matter has: 0, as the covariances have at distance 0.
    private Expr Distance(IInvocationOperation call, Shaped first, Shaped second) =>
        first.Rank == 1 ? Abs(first.Expr - second.Expr) : Sqrt(Max(SquaredDistance(call, first, second), 1e-300));

    private Expr SquaredDistance(IInvocationOperation call, Shaped first, Shaped second)
    {
        if (first.Rank == 1)
        {
            return Square(first.Expr - second.Expr);
        }

        body.Alignment.RequireEqual(call, Graph.Length(first.Axes[1]), Graph.Length(second.Axes[1]));
        var other = body.Alignment.Replace(second.Expr, new() { [second.Axes[1]] = Graph.Index(first.Axes[1]) });
        return Graph.Sum(first.Axes[1], Square(first.Expr - other));
    }
}
