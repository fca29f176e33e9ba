using System.Collections.Generic;
using System.Linq;
using Gen.Compiler.Definitions;
using Gen.Compiler.Ir;
using Gen.Compiler.Passes;

namespace Gen.Compiler.Emission.Surface;

/// <summary>What a quantity is to its model; the names are those of the runtime's <c>QuantityKind</c>.</summary>
internal enum SurfaceQuantityKind
{
    Latent,
    Deterministic,
    Generated,
    Observed,
}

/// <summary>A quantity as members show it. Quantities are numbered as kernels number them: latents, deterministics and what is generated, observed parameters.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Declaration">Its array.</param>
/// <param name="Parameter">The parameter that gives it, for data with a likelihood.</param>
/// <param name="IsRoot">For a latent: whether its prior mentions no other latent and no deterministic.</param>
internal sealed record SurfaceQuantity(SurfaceQuantityKind Kind, ArrayDeclaration Declaration, Parameter? Parameter, bool IsRoot)
{
    /// <summary>For a latent: whether its elements are bound to each other, so that it may have fewer coordinates than elements.</summary>
    public bool IsBound { get; init; }

    /// <summary>For a latent: whether other quantities decide where it ends.</summary>
    public bool EndsWithOthers { get; init; }

    /// <summary>For what is observed: the parameters that it is, or is derived of, among those that may be left out.</summary>
    public IReadOnlyList<Parameter> Sources { get; init; } = [];

    /// <summary>
    /// For a latent: the data on whose values its prior depends, those with a likelihood left aside; for what is <see cref="ReadBy"/> others: those on which its
    /// likelihood does.
    /// </summary>
    public IReadOnlyList<string> DependsOn { get; init; } = [];

    /// <summary>For what is observed: what else is observed and has a likelihood that reads it as it was given.</summary>
    public IReadOnlyList<string> ReadBy { get; init; } = [];

    /// <summary>For what is observed: whether the body derives it of data.</summary>
    public bool IsDerived => Kind == SurfaceQuantityKind.Observed && Parameter is null;

    public string Name => Declaration.Name;

    /// <summary>The member that shows it.</summary>
    public string Member { get; init; } = "";

    /// <summary>The type of its value, as data have it.</summary>
    public ParameterType Type => Parameter?.Type ?? (Declaration.Rank, Declaration.IsInteger) switch
    {
        (0, true) => ParameterType.Integer,
        (0, false) => ParameterType.Real,
        (1, true) => ParameterType.IntegerVector,
        (1, false) => ParameterType.Vector,
        (2, true) => ParameterType.IntegerMatrix,
        _ => ParameterType.Matrix,
    };

    /// <summary>The type of its draws.</summary>
    public string DrawsType => Declaration.Rank switch { 0 => "global::Gen.ScalarDraws", 1 => "global::Gen.VectorDraws", _ => "global::Gen.MatrixDraws" };

    /// <summary>The quantities of a model in their order.</summary>
    public static IReadOnlyList<SurfaceQuantity> Of(Model model)
    {
        var quantities = model.Refusal is null ? OfSteps(model) : OfOutline(model);
        var members = MemberNames.OfQuantities(quantities.Select(quantity => quantity.Name), model.Objectives.Concat(model.Outlined).Select(objective => objective.Name));
        return [.. quantities.Where(quantity => members.ContainsKey(quantity.Name)).Select(quantity => quantity with { Member = CSharpWriter.Identifier(members[quantity.Name]) })];
    }

    /// <summary>What is declared of a model that is not compiled.</summary>
    private static List<SurfaceQuantity> OfOutline(Model model) =>
    [
        .. model.Arrays.Where(array => array.Role == ArrayRole.Latent).Select(array => new SurfaceQuantity(SurfaceQuantityKind.Latent, array, null, true)),
        .. model.Arrays.Where(array => array.Role is ArrayRole.Deterministic or ArrayRole.Generated).Select(array => new SurfaceQuantity(
            array.Role == ArrayRole.Generated ? SurfaceQuantityKind.Generated : SurfaceQuantityKind.Deterministic, array, null, false)),
        .. model.Parameters.Where(parameter => parameter.IsObserved).Select(parameter => new SurfaceQuantity(SurfaceQuantityKind.Observed, model.Arrays[parameter.Array], parameter, false)),
    ];

    private static List<SurfaceQuantity> OfSteps(Model model)
    {
        var program = Program.From(model);
        var steps = Program.Flatten(model.Steps).ToList();
        var stochastic = Dependence.Active(program, ArrayRole.Latent, ArrayRole.Deterministic, ArrayRole.Generated);
        bool IsRoot(int array) => steps.OfType<SampleStep>().Where(step => step.Array == array)
            .All(step => Dependence.Reads(program.Graph, step).All(read => read == array || !stochastic.Contains(read)));
        bool EndsWithOthers(int array) => steps.OfType<SampleStep>().Where(step => step.Array == array).Select(step => VariateRange.Of(program.Graph, step.Density).Ends)
            .SelectMany(ends => new[] { ends.Lower, ends.Upper }.OfType<Expr>())
            .Any(end => Dependence.Reachable(program.Graph, [program.Graph.Id(end)]).Any(id => program.Graph[id].Kind == NodeKind.Read && stochastic.Contains(program.Graph[id].Symbol)));

        var dependence = new DataDependence(model);

        return
        [
            .. Quantities.Latents(model).Select(array => new SurfaceQuantity(SurfaceQuantityKind.Latent, model.Arrays[array], null, IsRoot(array))
            {
                IsBound = TransformParameters.Coordinates(program, array) is not null,
                EndsWithOthers = EndsWithOthers(array),
                DependsOn = dependence.OfPrior(array),
            }),
            .. Quantities.Deterministics(model).Select(array => new SurfaceQuantity(
                model.Arrays[array].Role == ArrayRole.Generated ? SurfaceQuantityKind.Generated : SurfaceQuantityKind.Deterministic, model.Arrays[array], null, false)),
            .. Quantities.Observed(model).Select(array => new SurfaceQuantity(
                SurfaceQuantityKind.Observed, model.Arrays[array], model.Parameters.FirstOrDefault(parameter => parameter.Array == array && parameter.IsObserved), false)
            {
                Sources = [.. Likelihoods.Sources(model, array).Where(parameter => parameter.IsObserved)],
                DependsOn = dependence.OfLikelihood(array),
                ReadBy = dependence.Readers(array),
            }),
        ];
    }
}
