using System.Collections.Generic;
using System.Linq;
using Gen.Compiler.Ir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Gen.Compiler.Reading;

/// <summary>
/// Reads solutions of differential equations. The right-hand side becomes expressions of the time, the state and two vectors: what latents decide in
/// it, by which the solution is differentiated, and what data decide.
/// </summary>
internal sealed class DifferentialEquationReader(BodyReader body)
{
    private const double DefaultTolerance = 1e-6;
    private const double DefaultSteps = 1e6;

    private Graph Graph => body.Draft.Graph;

    public Shaped? Read(IInvocationOperation call)
    {
        var name = call.TargetMethod.Name;
        if (name is not ("OdeRk45" or "OdeBdf"))
        {
            return null;
        }

        var arguments = CallReader.Arguments(call);
        var initial = body.Expressions.Read(arguments[1]!);
        var times = body.Expressions.Read(arguments[3]!);
        body.RequireKnown(arguments[3]!, times.Expr);
        Expr Number(int i, double otherwise)
        {
            if (arguments[i] is not { } argument)
            {
                return Graph.Constant(otherwise);
            }

            var value = body.Expressions.ReadScalar(argument);
            body.RequireKnown(argument, value);
            return Graph.Wrap(Graph.Id(value));
        }

        Expr[] numbers = [Number(2, 0), Number(4, DefaultTolerance), Number(5, DefaultTolerance), Number(6, DefaultSteps)];
        if (body.Scope.Condition() is { } condition && body.Draft.DependsOn(condition) is null)
        {
            // Where data choose another branch, what it would be solved with may not be there.
            numbers = [.. numbers, Graph.Wrap(Graph.Id(condition))];
        }

        var order = Graph.Length(initial.Axes[0]);
        var (time, state) = (Formal("time"), Formal("state", order));
        var (derivatives, values) = RightHandSide(call, arguments[0]!, time, state, order);
        body.Alignment.RequireEqual(call, order, Graph.Constant(derivatives.Count));
        if (derivatives.Count == 0)
        {
            throw Refusal.Unsupported(call, "An equation of no states", "Write an initial value and a derivative for each state.");
        }

        var (parameters, constants) = (Formal("parameters", Graph.Constant(0)), Formal("constants", Graph.Constant(0)));
        var lift = new Lifting(body, call, derivatives, time, state, parameters, constants);
        var lifted = derivatives.Select(derivative => Graph.Id(lift.Visit(derivative))).ToEquatableArray();
        body.Draft.Arrays[parameters].Extents = [Graph.Constant(lift.Parameters.Count)];
        body.Draft.Arrays[constants].Extents = [Graph.Constant(lift.Constants.Count)];
        var builder = body.LinearAlgebra.Builder([initial, .. lift.Parameters.Select(Shaped.Scalar)]);
        var solution = builder.Solve(
            name == "OdeRk45" ? Routine.OdeRk45 : Routine.OdeBdf,
            new(time, state, parameters, constants, lifted),
            [
                builder.Operand(new VectorExpr(Graph, initial.Axes[0], initial.Expr), "initialState"),
                builder.Operand(new VectorExpr(Graph, times.Axes[0], times.Expr), "times"),
                builder.Elements(lift.Parameters, "parameters"),
                builder.Elements(lift.Constants, "constants"),
            ],
            numbers, Graph.Length(times.Axes[0]));
        body.Draft.RightHandSides.Add(new(time, state, solution.Array, values, arguments[0]!.Syntax));
        return body.Alignment.Whole(solution.Array, [.. solution.Indices.Select(Graph.Wrap)]);
    }

    /// <summary>An array that the right-hand side reads and no statement writes.</summary>
    private int Formal(string name, params Expr[] extents) => body.Draft.AddArray(name, ArrayRole.Local, [.. extents]);

    /// <summary>The elements of the derivative, and the nodes that they were read as, outside all loops: what varies with them is handed over like any other number.</summary>
    private (List<Expr> Derivatives, IReadOnlyList<int> Values) RightHandSide(IInvocationOperation call, IOperation function, int time, int state, Expr order)
    {
        var (symbol, statements) = function switch
        {
            IDelegateCreationOperation { Target: IAnonymousFunctionOperation lambda } => (lambda.Symbol, lambda.Body.Operations),
            IDelegateCreationOperation { Target: IMethodReferenceOperation { Method: { IsStatic: true } method } } when body.Methods.Body(method) is { } found => (method, found),
            _ => throw Refusal.Unsupported(function, "This right-hand side", "Write it as a lambda, (t, y) => […], or as a static method with source in this project."),
        };
        var variables = body.Scope.Snapshot();
        var (loops, guards, choices, around) = (body.Scope.Loops.ToList(), body.Scope.Guards.ToList(), body.Scope.Choices.ToList(), body.Scope.Condition());
        body.Scope.Loops.Clear();
        body.Scope.Guards.Clear();
        body.Scope.Choices.Clear();
        body.Scope.Enter(symbol);
        body.Scope.BeginBlock();
        var known = body.Draft.RequiresKnownIndices;
        body.Draft.RequiresKnownIndices = true;
        Step[] requirements = [];
        try
        {
            var axis = body.Alignment.Axis(order);

            // When a branch on the state changes sides is a matter of latents, and would be left out of the gradient; when one on the time does is not.
            (body.Draft.Arrays[time].DependsOn, body.Draft.Arrays[state].DependsOn, body.Draft.Time) = (symbol.Parameters[0].Name, symbol.Parameters[1].Name, time);
            body.Scope.Variables[symbol.Parameters[0]] = Shaped.Scalar(Graph.Read(time));
            body.Scope.Variables[symbol.Parameters[1]] = new Shaped([axis], Graph.Read(state, Graph.Index(axis)));
            var value = body.Methods.ReadReturned(call, [.. statements]) ?? throw Refusal.Unsupported(function, "A right-hand side that returns nothing", "Return a derivative for each state.");
            requirements = [.. body.Scope.Steps.Where(IsRequirement)];
            var (numbers, steps) = (body.Expressions.Numbers(function, value), body.Scope.Steps.Where(step => !IsRequirement(step)).ToList());
            return (Elements(function, numbers, steps), [Graph.Id(numbers.Expr), .. steps.OfType<AssignStep>().Select(step => step.Value)]);
        }
        finally
        {
            (body.Draft.RequiresKnownIndices, body.Draft.Time) = (known, -1);
            body.Scope.EndBlock();
            body.Scope.Leave();
            body.Scope.Loops.AddRange(loops);
            body.Scope.Guards.AddRange(guards);
            body.Scope.Choices.AddRange(choices);
            body.Scope.Restore(variables);

            // What it requires of data is required once, with the statement that solves it, and where that is come to.
            body.Scope.Steps.AddRange(around is { } condition ? requirements.Select(step => Under(condition, step)) : requirements);
        }
    }

    /// <summary>Whether a step only requires something of data, in the passes of loops or outside them.</summary>
    private static bool IsRequirement(Step step) => step is RequireStep || step is LoopStep loop && loop.Body.All(IsRequirement);

    private Step Under(Expr condition, Step requirement) => requirement switch
    {
        LoopStep loop => loop with { Body = loop.Body.Select(step => Under(condition, step)).ToEquatableArray() },
        RequireStep { Guard: var guard } required => required with { Guard = Graph.Id(guard < 0 ? condition : Graph.Apply(Operation.And, condition, Graph.Wrap(guard))) },
        _ => requirement,
    };

    private List<Expr> Elements(IOperation at, Shaped value, IReadOnlyList<Step> steps)
    {
        if (!Graph.Wrap(Graph.Id(Graph.Length(value.Axes[0]))).IsConstant(out var count))
        {
            throw Refusal.Unsupported(at, "A right-hand side of unknown length", "Write a derivative for each state: [a, b].");
        }

        var node = value.Expr.Node;
        var isArray = node.Kind == NodeKind.Read && steps.All(step => step is AssignStep { Accumulate: false, Guard: < 0, Axes.Count: 0 } assign && assign.Array == node.Symbol);
        if (steps.Count > 0 && !(isArray && steps.Count == count))
        {
            throw Refusal.Unsupported(at, "A loop or an element's assignment in a right-hand side", "Write each derivative as an expression: [a, b].");
        }

        List<Expr> elements = [];
        for (var k = 0; k < count; k++)
        {
            elements.Add(steps.Count > 0
                ? Graph.Wrap(steps.Cast<AssignStep>().Single(step => Graph.Wrap(step.Indices[0]).IsNumber(k)).Value)
                : body.Alignment.Replace(value.Expr, new() { [value.Axes[0]] = Graph.Constant(k) }));
        }

        return elements;
    }

    /// <summary>Takes out of the right-hand side what neither the time nor the state decides.</summary>
    private sealed class Lifting(BodyReader body, IOperation at, IReadOnlyList<Expr> derivatives, int time, int state, int parameters, int constants)
    {
        private readonly Graph graph = body.Draft.Graph;
        private readonly Dictionary<int, Expr> done = [];
        private readonly ulong loops = body.Scope.Loops.Aggregate(0UL, (mask, loop) => mask | 1UL << loop.Axis);
        private readonly Expr? around = body.Scope.Condition();
        private readonly EvaluationPaths paths = new(
            body.Draft.Graph, derivatives.Select(derivative => (body.Draft.Graph.Id(derivative), EvaluationPath.Always)), condition => body.Draft.DependsOn(body.Draft.Graph.Wrap(condition)) is null);

        public List<Expr> Parameters { get; } = [];

        public List<Expr> Constants { get; } = [];

        public Expr Visit(Expr expression)
        {
            var id = graph.Id(expression);
            if (!done.TryGetValue(id, out var result))
            {
                result = Rebuild(graph.Wrap(id));
                done.Add(id, result);
            }

            return result;
        }

        private Expr Rebuild(Expr expression)
        {
            var node = expression.Node;
            if (node.Kind == NodeKind.Read && node.Symbol == state && graph.Wrap(node.Arguments[0]).IsConstant(out var index)
                && body.Draft.Extent(state, 0).IsConstant(out var states) && (index < 0 || index >= states))
            {
                throw Refusal.Unsupported(at, $"State {index} of an equation with {states}", "States are counted from 0.");
            }

            if (node.Kind == NodeKind.Read && node.Symbol == state && (graph.FreeAxes(expression.Id) & loops) != 0)
            {
                return Chosen(expression);
            }

            var isInternal = body.Draft.Reads(expression, time) || body.Draft.Reads(expression, state);
            if (node.Kind == NodeKind.Constant || (node.Kind == NodeKind.Index && (graph.FreeAxes(expression.Id) & loops) == 0))
            {
                return expression;
            }

            if (!isInternal && (graph.FreeAxes(expression.Id) & ~loops) == 0)
            {
                var isLatent = body.Draft.DependsOn(expression) is not null;
                var list = isLatent ? Parameters : Constants;
                list.Add(Evaluated(expression));
                return graph.Read(isLatent ? parameters : constants, graph.Constant(list.Count - 1));
            }

            if (!isInternal && node.Kind == NodeKind.Read && body.Draft.DependsOn(expression) is { } latent)
            {
                throw Refusal.Unsupported(at, $"A vector of '{latent}' summed over in a right-hand side", $"Name its elements: {latent}[0].");
            }

            var arguments = node.Arguments.Select(argument => Visit(graph.Wrap(argument))).ToArray();
            return node.Kind switch
            {
                NodeKind.Read when node.Symbol == state || node.Symbol == time || !isInternal => expression,
                NodeKind.Apply => graph.Apply(node.Operation, arguments),
                NodeKind.Sum or NodeKind.Maximum or NodeKind.Minimum => graph.Reduce(node.Kind, node.Symbol, arguments[0]),
                _ => throw Refusal.Unsupported(at, "An element chosen by the state in a right-hand side", "Indices are known when the model is constructed."),
            };
        }

        /// <summary>What is handed over, and some number where data keep it from being evaluated: it may read what is not there.</summary>
        private Expr Evaluated(Expr value)
        {
            var inside = paths.Of(value.Id).Count > 0 && paths.Condition(value.Id) is { } condition && (graph.FreeAxes(graph.Id(condition)) & ~loops) == 0 ? condition : (Expr?)null;
            return new[] { inside, around }.OfType<Expr>().Aggregate(value, (result, holds) => graph.Apply(Operation.Where, holds, result, 0));
        }

        /// <summary>An element of the state that loops around the equation choose. Its index is handed over, and is some position where no condition asks for the element.</summary>
        private Expr Chosen(Expr read)
        {
            var (index, states) = (graph.Wrap(read.Node.Arguments[0]), body.Draft.Extent(state, 0));
            if ((graph.FreeAxes(index.Id) & ~loops) != 0)
            {
                throw Refusal.Unsupported(at, "A state chosen by a loop around an equation and one inside its right-hand side at once", "Choose it by one of them.");
            }

            var position = body.Draft.Written.TryGetValue(read.Id, out var written) ? Index(written) : at;
            foreach (var path in paths.Of(read.Id))
            {
                body.Scope.Under(path.Conditions.Select(graph.Wrap).Aggregate(graph.Constant(1), Both), () =>
                {
                    body.Requirements.Position(position, index, states);
                    return true;
                });
            }

            return graph.Read(state, Visit(graph.Apply(Operation.Min, graph.Apply(Operation.Max, index, 0), states - 1)));
        }

        private Expr Both(Expr first, Expr second) => first.IsNumber(1) ? second : graph.Apply(Operation.And, first, second);

        private static IOperation Index(IOperation element) => element switch
        {
            IPropertyReferenceOperation { Arguments.Length: 1 } property => property.Arguments[0].Value,
            IImplicitIndexerReferenceOperation indexer => indexer.Argument,
            _ => element,
        };
    }
}
