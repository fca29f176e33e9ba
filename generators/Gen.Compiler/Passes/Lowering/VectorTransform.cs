using System;
using System.Collections.Generic;
using System.Linq;
using Gen.Compiler.Definitions;
using Gen.Compiler.Ir;
using static Gen.Numerics.Functions;

namespace Gen.Compiler.Passes;

/// <summary>
/// A transform of a whole vector or matrix at the end of a latent's dimensions: elements that are ordered, sum to one, are a Cholesky factor. It is
/// written as steps like any others, so that its derivatives and its code need no cases.
/// </summary>
internal abstract class VectorTransform
{
    private static readonly Dictionary<Support, VectorTransform> Transforms = new()
    {
        [Support.Ordered] = new OrderedTransform(),
        [Support.PositiveOrdered] = new OrderedTransform(),
        [Support.Simplex] = new SimplexTransform(),
        [Support.ZeroSum] = new ZeroSumTransform(),
        [Support.UnitVector] = new UnitVectorTransform(),
        [Support.CholeskyCorrelation] = new CholeskyCorrelationTransform(),
        [Support.CholeskyCovariance] = new CholeskyCovarianceTransform(),
    };

    /// <summary>The number of the latent's last dimensions that are transformed together.</summary>
    public virtual int Rank => 1;

    /// <summary>The transform onto a support, or null where elements are transformed one by one.</summary>
    public static VectorTransform? Onto(Support support) => Transforms.TryGetValue(support, out var transform) ? transform : null;

    /// <summary>The number of unconstrained coordinates, from the order (the length, or the number of rows).</summary>
    public virtual Expr Coordinates(Expr order) => order;

    /// <summary>The steps that compute the latent from its coordinates.</summary>
    public abstract void Constrain(TransformSteps steps);

    /// <summary>The steps that compute the coordinates from the latent.</summary>
    public abstract void Unconstrain(TransformSteps steps);

    /// <summary>
    /// Each element lies between the one before it and where elements end: x_k = x_{k−1} + exp y_k, or, where there is an upper end u, the part
    /// 1 / (1 + exp(log(n − k) − y_k)) of the way from x_{k−1} to u, which divides an interval evenly at y = 0.
    /// </summary>
    private sealed class OrderedTransform : VectorTransform
    {
        public override void Constrain(TransformSteps steps)
        {
            var (first, logJacobian) = Constrained(steps, steps.Range, 0, steps.Holds);
            steps.Latent([0], first);
            steps.InTurn(1, steps.Order, k => steps.Latent([k], Next(k).Value));
            if (!logJacobian.IsNumber(0))
            {
                steps.LogJacobian(logJacobian);
            }

            steps.LogJacobian(1, steps.Order, k => Next(k).LogJacobian);

            // Whether there is any room has been told of the first.
            (Expr Value, Expr LogJacobian) Next(Expr k) => Constrained(steps, After(steps, k), k, _ => true);
        }

        public override void Unconstrain(TransformSteps steps)
        {
            steps.SetCoordinate(0, Coordinate(steps.Range, 0));
            steps.Each(1, steps.Order, k => steps.SetCoordinate(k, Coordinate(After(steps, k), k)));

            Expr Coordinate(VariateRange range, Expr k) => ScalarTransform.Unconstrain(range, steps.Value(k)) + Rest(steps, range, k);
        }

        /// <summary>An element, and the logarithm of its derivative; far out it is rounded to an end, where there is no room for those after it.</summary>
        private static (Expr Value, Expr LogJacobian) Constrained(TransformSteps steps, VariateRange range, Expr k, Func<Expr, bool> holds)
        {
            var (value, logJacobian) = ScalarTransform.Constrain(range, steps.Coordinate(k) - Rest(steps, range, k), holds);
            var (lower, upper) = range.Ends;
            return lower is { } start && upper is { } end
                ? (value, Where(And(Less(start, steps.Value(k)), Less(steps.Value(k), end)), logJacobian, double.NegativeInfinity))
                : (value, logJacobian);
        }

        /// <summary>Where an element lies that is not the first.</summary>
        private static VariateRange After(TransformSteps steps, Expr k)
        {
            var (lower, upper) = steps.Range.Ends;
            return new(Support.Interval, steps.Value(k - 1), lower is { } start && upper is { } end ? ScalarTransform.NotBelow(start, end, steps.Holds) : upper);
        }

        private static Expr Rest(TransformSteps steps, VariateRange range, Expr k) => range.Ends is (not null, not null) ? Log(steps.Order - k) : 0;
    }

    /// <summary>
    /// The isometric map from n − 1 coordinates v to vectors whose n elements sum to zero: z = (v − s / (√n + n), −s / √n), s = Σ v (PyMC's ZeroSumTransform).
    /// </summary>
    private class ZeroSumTransform : VectorTransform
    {
        public override Expr Coordinates(Expr order) => order - 1;

        public override void Constrain(TransformSteps steps) => Spread(steps, (k, z) => steps.Latent([k], z));

        public override void Unconstrain(TransformSteps steps) => Gather(steps, k => steps.Value(k));

        protected static void Spread(TransformSteps steps, Action<Expr, Expr> element)
        {
            var (n, last) = (steps.Order, steps.Order - 1);
            var sum = steps.Sum(0, last, steps.Coordinate);
            var root = Sqrt(n);
            steps.Each(0, last, k => element(k, steps.Coordinate(k) - sum / (root + n)));
            element(last, -sum / root);
        }

        protected static void Gather(TransformSteps steps, Func<Expr, Expr> z)
        {
            var (n, last) = (steps.Order, steps.Order - 1);
            var root = Sqrt(n);
            steps.Each(0, last, k => steps.SetCoordinate(k, z(k) - root * z(last) / (root + n)));
        }
    }

    /// <summary>The softmax of a zero-sum vector of n − 1 coordinates; log |J| = ½ log n + Σ log x_k (Stan reference manual, simplex transform).</summary>
    private sealed class SimplexTransform : ZeroSumTransform
    {
        public override void Constrain(TransformSteps steps)
        {
            var z = steps.Buffer("logits");
            Spread(steps, (k, value) => steps.Set(z, k, value));
            var largest = steps.Graph.Apply(Operation.Detach, steps.Largest(0, steps.Order, k => steps.Read(z, k)));
            var total = largest + Log(steps.Sum(0, steps.Order, k => Exp(steps.Read(z, k) - largest)));
            steps.Each(0, steps.Order, k => steps.Latent([k], Exp(steps.Read(z, k) - total)));
            steps.LogJacobian(0.5 * Log(steps.Order));
            steps.LogJacobian(0, steps.Order, k => steps.Read(z, k) - total);
        }

        public override void Unconstrain(TransformSteps steps)
        {
            var mean = steps.Sum(0, steps.Order, k => Log(steps.Value(k))) / steps.Order;
            Gather(steps, k => Log(steps.Value(k)) - mean);
        }
    }

    /// <summary>x = y / ‖y‖ with the density of independent standard normal y, which fixes the length that x says nothing of: log |J| = −½ yᵀy.</summary>
    private sealed class UnitVectorTransform : VectorTransform
    {
        public override void Constrain(TransformSteps steps)
        {
            var square = steps.Sum(0, steps.Order, k => Square(steps.Coordinate(k)));
            steps.Each(0, steps.Order, k => steps.Latent([k], steps.Coordinate(k) / Sqrt(square)));
            steps.LogJacobian(-0.5 * square);
        }

        public override void Unconstrain(TransformSteps steps) => steps.Each(0, steps.Order, k => steps.SetCoordinate(k, steps.Value(k)));
    }

    /// <summary>
    /// Rows (y_i0, …, y_i,i−1, 1) scaled to length one; log |J| = Σ_i (i + 2) log L_ii, i from 0 (TensorFlow Probability, CorrelationCholesky).
    /// </summary>
    private sealed class CholeskyCorrelationTransform : VectorTransform
    {
        public override int Rank => 2;

        public override Expr Coordinates(Expr order) => order * (order - 1) / 2;

        public override void Constrain(TransformSteps steps)
        {
            Expr Coordinate(Expr i, Expr j) => Where(Less(j, i), steps.Coordinate(Place(i, j)), 0);
            Expr Length(Expr i) => Sqrt(1 + steps.Sum(0, steps.Order, j => Square(Coordinate(i, j))));
            var length = steps.Buffer("length");

            // Where there is one row there are no coordinates to read.
            steps.Set(length, 0, 1);
            steps.Each(1, steps.Order, i => steps.Set(length, i, Length(i)));
            steps.Each(0, steps.Order, j => steps.Latent([0, j], Equal(0, j)));
            steps.Each(1, steps.Order, 0, steps.Order, (i, j) => steps.Latent([i, j], Where(Equal(i, j), 1, Coordinate(i, j)) / steps.Read(length, i)));
            steps.LogJacobian(0, steps.Order, i => -(i + 2) * Log(steps.Read(length, i)));
        }

        public override void Unconstrain(TransformSteps steps) =>
            steps.Each(1, steps.Order, 0, steps.Order, (i, j) => steps.SetCoordinate(Place(i, j), steps.Value(i, j) / steps.Value(i, i)), (i, j) => Less(j, i));

        private static Expr Place(Expr i, Expr j) => i * (i - 1) / 2 + j;
    }

    /// <summary>The lower triangle as it is, but for the exponential on the diagonal; log |J| = Σ y_ii.</summary>
    private sealed class CholeskyCovarianceTransform : VectorTransform
    {
        public override int Rank => 2;

        public override Expr Coordinates(Expr order) => order * (order + 1) / 2;

        public override void Constrain(TransformSteps steps)
        {
            steps.Each(0, steps.Order, 0, steps.Order, (i, j) =>
                steps.Latent([i, j], Where(Less(i, j), 0, Where(Equal(i, j), Exp(steps.Coordinate(Place(i, j))), steps.Coordinate(Place(i, j))))));
            steps.LogJacobian(0, steps.Order, i => steps.Coordinate(Place(i, i)));
        }

        public override void Unconstrain(TransformSteps steps) => steps.Each(
            0, steps.Order, 0, steps.Order,
            (i, j) => steps.SetCoordinate(Place(i, j), Where(Equal(i, j), Log(steps.Value(i, j)), steps.Value(i, j))), (i, j) => LessOrEqual(j, i));

        private static Expr Place(Expr i, Expr j) => i * (i + 1) / 2 + j;
    }
}
