using System.Threading;
using Gen.Compiler.Ir;
using Microsoft.CodeAnalysis;

namespace Gen.Compiler.Reading;

/// <summary>The readers of one body, which call each other, and what they share.</summary>
internal sealed class BodyReader
{
    public BodyReader(Draft draft, Scope scope, Compilation compilation, CancellationToken cancellation)
    {
        Draft = draft;
        Scope = scope;
        Compilation = compilation;
        Cancellation = cancellation;
        Preparations = new(this);
        Requirements = new(this);
        Alignment = new(draft, Preparations.Length, length => Ranges!.Widest(length), (at, first, second) => Requirements!.Same(at, first, second));
        Expressions = new(this);
        Indexing = new(this);
        Calls = new(this);
        Reductions = new(this);
        Constructions = new(this);
        LinearAlgebra = new(this);
        Covariances = new(this);
        DifferentialEquations = new(this);
        Distributions = new(this);
        Modifiers = new(this);
        CustomDistributions = new(this);
        Quantities = new(this);
        DerivedData = new(this);
        Statements = new(this);
        Assignments = new(this);
        Elements = new(this);
        Branches = new(this);
        Loops = new(this);
        Ranges = new(this);
        Aliases = new(this);
        States = new(this);
        Cursors = new(this);
        Integers = new(this);
        Methods = new(this);
    }

    public Draft Draft { get; }

    public Scope Scope { get; }

    public Compilation Compilation { get; }

    public CancellationToken Cancellation { get; }

    public PreparationReader Preparations { get; }

    public RequirementReader Requirements { get; }

    public Alignment Alignment { get; }

    public ExpressionReader Expressions { get; }

    public IndexReader Indexing { get; }

    public CallReader Calls { get; }

    public ReductionReader Reductions { get; }

    public ConstructionReader Constructions { get; }

    public LinearAlgebraReader LinearAlgebra { get; }

    public CovarianceReader Covariances { get; }

    public DifferentialEquationReader DifferentialEquations { get; }

    public DistributionReader Distributions { get; }

    public ModifierReader Modifiers { get; }

    public CustomDistributionReader CustomDistributions { get; }

    public QuantityReader Quantities { get; }

    public DerivedDataReader DerivedData { get; }

    public StatementReader Statements { get; }

    public AssignmentReader Assignments { get; }

    public ElementReader Elements { get; }

    public BranchReader Branches { get; }

    public LoopReader Loops { get; }

    public LoopRange Ranges { get; }

    public MethodReader Methods { get; }

    public Aliases Aliases { get; }

    public ElementStates States { get; }

    public CursorReader Cursors { get; }

    public IntegerArithmetic Integers { get; }

    /// <summary>Requires that an expression is known when the model is constructed.</summary>
    public void RequireKnown(IOperation at, Expr expression)
    {
        if (Draft.DependsOn(expression) is { } name)
        {
            throw IsOnLatents(at, name);
        }
    }

    /// <summary>The refusal of an index or a length that depends on a latent.</summary>
    public Refusal IsOnLatents(IOperation at, string latent) => Refusal.Of(Rules.IndexOnLatents, at, $"'{SourceText.OneLine(at.Syntax)}'", $"'{latent}'");
}
