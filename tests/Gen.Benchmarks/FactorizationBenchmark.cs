using System;
using System.Diagnostics;
using Gen.Benchmarks.References;
using Gen.Numerics;

namespace Gen.Benchmarks;

/// <summary>Times Cholesky factorisations, with and without the derivative, beside the plainest loops that do the same.</summary>
internal static class FactorizationBenchmark
{
    // Long enough for the clock, short enough for a round to see one state of the machine.
    private static readonly long Turn = Stopwatch.Frequency / 50;

    /// <summary>Small, middling and large orders.</summary>
    public static void MeasureAll()
    {
        foreach (var order in new[] { 11, 100, 1000 })
        {
            Measure(order);
        }
    }

    /// <summary>Prints the microseconds of each, the fastest of several turns, and their ratio.</summary>
    /// <exception cref="InvalidOperationException">The results differ.</exception>
    public static void Measure(int order)
    {
        var matrix = Covariance(order);
        double[] factor = new double[order * order], byLoops = new double[order * order];
        double[] adjoint = new double[order * order], scratch = new double[order * order];
        double[] ofMatrix = new double[order * order], ofMatrixByLoops = new double[order * order];
        Array.Fill(adjoint, 1);
        Cholesky.Factor(matrix, order, factor);
        CholeskyByHand.Factor(matrix, order, byLoops);
        RequireEqual(order, factor, byLoops);
        Cholesky.Adjoint(factor, order, adjoint, ofMatrix, scratch);
        CholeskyByHand.Adjoint(factor, order, adjoint, ofMatrixByLoops, scratch);
        RequireEqual(order, ofMatrix, ofMatrixByLoops);

        Compare(
            $"Cholesky, n = {order}",
            () => Cholesky.Factor(matrix, order, factor),
            () => CholeskyByHand.Factor(matrix, order, byLoops));
        Compare(
            $"Cholesky and adjoint, n = {order}",
            () =>
            {
                Cholesky.Factor(matrix, order, factor);
                Cholesky.Adjoint(factor, order, adjoint, ofMatrix, scratch);
            },
            () =>
            {
                CholeskyByHand.Factor(matrix, order, byLoops);
                CholeskyByHand.Adjoint(byLoops, order, adjoint, ofMatrixByLoops, scratch);
            });
    }

    private static void RequireEqual(int order, double[] library, double[] byHand)
    {
        for (var i = 0; i < library.Length; i++)
        {
            if (!(Math.Abs(library[i] - byHand[i]) < 1e-9 * (1 + Math.Abs(byHand[i]))))
            {
                throw new InvalidOperationException(FormattableString.Invariant($"Cholesky, n = {order}: {library[i]:R} and by hand {byHand[i]:R}"));
            }
        }
    }

    private static void Compare(string name, Action library, Action byHand)
    {
        double first = double.PositiveInfinity, second = double.PositiveInfinity;
        for (var round = 0; round < 20; round++)
        {
            first = Math.Min(first, Microseconds(library));
            second = Math.Min(second, Microseconds(byHand));
        }

        Console.WriteLine(FormattableString.Invariant($"{name,-34} {first,12:F3} {second,12:F3} {first / second,8:F2}"));
    }

    private static double Microseconds(Action action)
    {
        var calls = 0;
        var start = Stopwatch.GetTimestamp();
        long elapsed;
        do
        {
            action();
            calls++;
            elapsed = Stopwatch.GetTimestamp() - start;
        }
        while (elapsed < Turn);
        return 1e6 * elapsed / Stopwatch.Frequency / calls;
    }

    private static double[] Covariance(int order)
    {
        var covariance = new double[order * order];
        for (var i = 0; i < order; i++)
        {
            for (var j = 0; j < order; j++)
            {
                covariance[i * order + j] = Math.Exp(-0.1 * Math.Abs(i - j)) + (i == j ? 0.1 : 0);
            }
        }

        return covariance;
    }
}
