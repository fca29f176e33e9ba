using System.Collections.Generic;
using System.Linq;
using Gen.Compiler.Definitions;
using Gen.Compiler.Ir;

namespace Gen.Compiler.Analysis;

/// <summary>
/// Which kinds of numbers the values of a program may be: whether a logarithm's argument can be 0, whether a term can be −∞. Data, decisions, draws and
/// positions are any finite number; arrays that steps assign have the least kinds that agree with all their assignments, found by iteration.
/// </summary>
internal sealed class KindAnalysis
{
    private readonly Program program;
    private readonly Graph graph;
    private readonly NumberKinds[] arrays;
    private readonly Dictionary<int, NumberKinds> nodes = [];
    private readonly Activity activity;
    private readonly bool isRounded;

    /// <summary>Analyses a program; of values that are rounded exponentials may be 0 and infinite.</summary>
    public KindAnalysis(Program program, bool isRounded = false)
    {
        this.program = program;
        this.isRounded = isRounded;
        graph = program.Graph;
        activity = new(program);
        Step[] steps = [.. Program.Flatten(program.Steps)];
        HashSet<int> computed = [.. steps.OfType<CallStep>().SelectMany(Dependence.Writes)];
        arrays = [.. program.Arrays.Select((array, i) => array.Role switch
        {
            ArrayRole.Local or ArrayRole.Deterministic or ArrayRole.Latent => computed.Contains(i) ? NumberKinds.Finite : NumberKinds.None,
            ArrayRole.Draws => Drawn(i),
            ArrayRole.Data or ArrayRole.Argument or ArrayRole.Decision or ArrayRole.Position => NumberKinds.Finite,
            ArrayRole.Prepared when array.IsInteger || program.Model.Prepared.Any(prepared => prepared.Array == i && prepared.Call is not null) => NumberKinds.Finite,
            _ => NumberKinds.Anything,
        })];
        var assignments = steps.OfType<AssignStep>().ToLookup(step => step.Array);
        for (var i = 0; i < arrays.Length; i++)
        {
            // An array begins as zeros.
            arrays[i] = arrays[i] == NumberKinds.None && !IsAssigned(i, assignments[i]) ? NumberKinds.Zero : arrays[i];
        }

        while (Update(assignments.SelectMany(group => group)))
        {
            nodes.Clear();
        }
    }

    /// <summary>Whether assignments give all elements of an array values, whatever data are.</summary>
    private bool IsAssigned(int array, IEnumerable<AssignStep> assignments) =>
        new ArrayCoverage(graph, program.Arrays[array].Extents, assignments.Where(step => !step.Accumulate && step.Guard < 0).Select(step => step.Indices)).IsComplete;

    /// <summary>The kinds of a node.</summary>
    public NumberKinds Of(int id)
    {
        if (!nodes.TryGetValue(id, out var kinds))
        {
            kinds = Compute(graph[id]);
            nodes.Add(id, kinds);
        }

        return kinds;
    }

    /// <summary>The kinds of an expression.</summary>
    public NumberKinds Of(Expr expression) => Of(graph.Id(expression));

    /// <summary>Whether a value can be of one of some kinds.</summary>
    public bool MayBe(Expr expression, NumberKinds kinds) => (Of(expression) & kinds) != 0;

    /// <summary>Whether a value is finite for certain, whatever data are.</summary>
    public bool IsFinite(int id) => (Of(id) & (NumberKinds.Infinite | NumberKinds.Undefined)) == 0 && IsDividedFinitely(id) && !IsDividedByNothing(id);

    /// <summary>Whether a value is divided by a sum that may have no terms: the weights of nothing, which are none.</summary>
    public bool IsDividedByNothing(int id) => Dependence.Reachable(graph, [id]).Any(part => graph[part] is { Kind: NodeKind.Apply, Operation: Operation.Divide } quotient
        && graph[quotient.Arguments[1]] is { Kind: NodeKind.Sum } sum && !LinearForm.IsAtMost(graph, 1, graph.Length(sum.Symbol)));

    /// <summary>Whether nothing in a value is divided by a number of data that may be 0, such as how many they are.</summary>
    public bool IsDividedFinitely(int id) => !Dependence.Reachable(graph, [id]).Any(part => IsByNumberOfData(graph[part]) && MayVanish(graph[part].Arguments[1]));

    private bool MayVanish(int divisor) => (Of(divisor) & NumberKinds.Zero) != 0 || (IsCount(divisor) && !LinearForm.IsAtMost(graph, 1, graph.Wrap(divisor)));

    /// <summary>Whether a value is 0 where lengths are: elsewhere these count as positive, for the sake of all that is summed along them.</summary>
    private bool IsCount(int id) => graph[id] switch
    {
        { Kind: NodeKind.Size } => program.DrawAxis < 0 || id != graph.Axes[program.DrawAxis].Upper, // A posterior has draws.
        { Kind: NodeKind.Apply, Operation: Operation.Multiply or Operation.Square or Operation.Sqrt or Operation.Min } node => node.Arguments.Any(IsCount),
        { Kind: NodeKind.Apply, Operation: Operation.Add or Operation.Max } node => node.Arguments.All(IsCount),
        _ => false,
    };

    /// <summary>A latent's draws lie in its distribution's support.</summary>
    private NumberKinds Drawn(int latent)
    {
        var density = Program.Flatten(program.Model.Steps).OfType<SampleStep>().FirstOrDefault(step => step.Array == latent)?.Density;
        return (density is null ? null : DistributionDefinition.Find(density))?.Attribute.Support switch
        {
            Support.Positive => NumberKinds.Unit | NumberKinds.Positive,
            Support.Unit => NumberKinds.Unit,
            Support.NonNegative => NumberKinds.Zero | NumberKinds.Unit | NumberKinds.Positive,
            _ => NumberKinds.Finite,
        };
    }

    private bool Update(IEnumerable<AssignStep> assignments)
    {
        var changed = false;
        foreach (var step in assignments)
        {
            var before = arrays[step.Array];
            arrays[step.Array] |= step.Accumulate ? NumberKindsOf.Apply(Operation.Add, before | NumberKinds.Zero, Total(Of(step.Value))) : Of(step.Value);
            changed |= arrays[step.Array] != before;
        }

        return changed;
    }

    private NumberKinds Compute(Node node)
    {
        switch (node.Kind)
        {
            case NodeKind.Constant:
                return NumberKindsOf.Number(node.Value);
            case NodeKind.Size:
                return NumberKinds.Positive;
            case NodeKind.Index:
                var lower = Of(graph.Axes[node.Symbol].Lower);
                return lower | NumberKinds.Positive | ((lower & NumberKinds.AnyNegative) != 0 ? NumberKinds.Zero : NumberKinds.None);
            case NodeKind.Read:
                // Arrays that differentiation has added since hold adjoints, of which nothing is known.
                return node.Symbol < arrays.Length ? arrays[node.Symbol] : NumberKinds.Anything;
            case NodeKind.Sum:
                return Total(Weights(graph.Wrap(node.Arguments[0])) ?? Of(node.Arguments[0]));
            case NodeKind.Maximum or NodeKind.Minimum:
                return Of(node.Arguments[0]);
            case NodeKind.Apply when node.Operation == Operation.Where:
                return Of(node.Arguments[1]) | Of(node.Arguments[2]);
            case NodeKind.Apply when node.Arguments.Count > 2:
                return NumberKinds.Anything;
            case NodeKind.Apply when node.Operation == Operation.Subtract && IsUpperBound(node.Arguments[1], node.Arguments[0]):
                return Of(node.Arguments[0]) & (NumberKinds.Undefined | NumberKinds.NegativeInfinity | NumberKinds.NegativeHuge) | NumberKinds.Negative | NumberKinds.NegativeUnit | NumberKinds.Zero;
            case NodeKind.Apply when IsByNumberOfData(node):
                return NumberKindsOf.Apply(node.Operation, Of(node.Arguments[0]), Of(node.Arguments[1]) & ~NumberKinds.Zero);
            case NodeKind.Apply when isRounded && node.Operation == Operation.Exp:
                var exponent = Of(node.Arguments[0]);
                return NumberKindsOf.Apply(node.Operation, exponent, NumberKinds.None)
                    | ((exponent & NumberKinds.Negative) != 0 ? NumberKinds.Zero : NumberKinds.None) | ((exponent & NumberKinds.Positive) != 0 ? NumberKinds.Infinity : NumberKinds.None);
            default:
                return NumberKindsOf.Apply(node.Operation, Of(node.Arguments[0]), node.Arguments.Count > 1 ? Of(node.Arguments[1]) : NumberKinds.None);
        }
    }

    /// <summary>Whether a value is divided by one number that is computed of the data to divide them by, such as how many they are, or their standard deviation.</summary>
    private bool IsByNumberOfData(Node node) => node is { Kind: NodeKind.Apply, Operation: Operation.Divide }
        && graph.FreeAxes(node.Arguments[1]) == 0 && !activity.IsActive(node.Arguments[1]) && graph[node.Arguments[1]].Kind != NodeKind.Read;

    /// <summary>Exponentials of what is at most 0 and somewhere 0, of which one is 1: their sum is not 0 by rounding.</summary>
    private NumberKinds? Weights(Expr term) =>
        term.Is(Operation.Exp) && term.Argument(0) is var exponent && exponent.Is(Operation.Subtract) && IsUpperBound(exponent.Argument(1).Id, exponent.Argument(0).Id)
            ? NumberKindsOf.Apply(Operation.Exp, Of(exponent), NumberKinds.None) : null;

    private static NumberKinds Total(NumberKinds term)
    {
        var two = term | NumberKindsOf.Apply(Operation.Add, term, term);
        return two | NumberKindsOf.Apply(Operation.Add, two, two);
    }

    /// <summary>Whether a value is the greatest of those that another takes, held within the finite numbers: the shift of a log-sum-exp.</summary>
    private bool IsUpperBound(int bound, int value)
    {
        var node = graph[bound];
        return bound == value || node switch
        {
            { Kind: NodeKind.Maximum } => IsUpperBound(node.Arguments[0], value),
            { Kind: NodeKind.Apply, Operation: Operation.Detach } => IsUpperBound(node.Arguments[0], value),
            { Kind: NodeKind.Apply, Operation: Operation.Max } => IsUpperBound(node.Arguments[0], value) && graph[node.Arguments[1]] is { Kind: NodeKind.Constant, Value: double.MinValue },
            { Kind: NodeKind.Apply, Operation: Operation.Min } => IsUpperBound(node.Arguments[0], value) && graph[node.Arguments[1]] is { Kind: NodeKind.Constant, Value: double.MaxValue },
            _ => false,
        };
    }
}
