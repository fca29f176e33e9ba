namespace Gen.Compiler.Ir;

/// <summary>
/// A model as its body was read: value-equal, without symbols, syntax or locations, so that a compilation is repeated only when the model
/// changed. Where its statements stand in the source is told by a <see cref="SourceMap"/>, which travels beside it.
/// </summary>
public sealed record Model(
    ModelName Name,
    EquatableArray<Parameter> Parameters,
    EquatableArray<Size> Sizes,
    EquatableArray<Axis> Axes,
    EquatableArray<ArrayDeclaration> Arrays,
    EquatableArray<Node> Nodes,
    EquatableArray<Step> Steps,
    EquatableArray<SizeCheck> Checks,
    EquatableArray<Site> Sites,
    EquatableArray<Objective> Objectives)
{
    /// <summary>Lengths that must agree beside <see cref="Checks"/>: a parameter's and a literal, say.</summary>
    public EquatableArray<LengthCheck> LengthChecks { get; init; } = [];

    /// <summary>What is computed from data before anything else, each from data and from those before it.</summary>
    public EquatableArray<PreparedData> Prepared { get; init; } = [];

    /// <summary>Densities whose values statements compute under no condition: their parameters must be in range where data decide them.</summary>
    public EquatableArray<DensityCall> Calls { get; init; } = [];

    /// <summary>Objectives of which only the declaration is known, each with the reason why.</summary>
    public EquatableArray<Objective> Outlined { get; init; } = [];

    /// <summary>
    /// Why there is nothing to compile, as messages say it, or null. Such a model is an outline: what it is made of is declared, by name and type, and every use
    /// of it throws.
    /// </summary>
    public string? Refusal { get; init; }
}

/// <summary>A density of which a statement takes a function at a point, <c>Normal(0, tau).LogDensity(x)</c>.</summary>
/// <param name="Density">The density.</param>
/// <param name="Site">The statement: an index into <see cref="Model.Sites"/>.</param>
public sealed record DensityCall(Density Density, int Site);

/// <summary>What the model's class and method are called and how they are declared.</summary>
/// <param name="Namespace">The namespace, or empty.</param>
/// <param name="Type">The class's own name.</param>
/// <param name="TypeModifiers">Accessibility of the class, as written before <c>partial class</c>: <c>public</c>, <c>internal</c>.</param>
/// <param name="Method">The attributed method.</param>
/// <param name="MethodModifiers">Its modifiers but <c>partial</c>, as written: <c>static</c>, <c>private static</c>.</param>
public sealed record ModelName(string Namespace, string Type, string TypeModifiers, string Method, string MethodModifiers)
{
    /// <summary>How the class is declared after <c>partial</c>: <c>class</c>, <c>record</c>.</summary>
    public string Keyword { get; init; } = "class";

    /// <summary>The types around the class, outermost first; mostly none.</summary>
    public EquatableArray<OuterType> Outer { get; init; } = [];

    /// <summary>The class of the model's verbs, which can only stand beside the outermost one.</summary>
    public string Verbs { get; init; } = Type + "Verbs";

    /// <summary>The members that the class declares itself, or that a base of it has sealed: nothing that is generated may be called so.</summary>
    public EquatableArray<string> Members { get; init; } = [];

    /// <summary>Whether the method's defining half is generated: not where it is not partial.</summary>
    public bool IsDeclared { get; init; } = true;
}

/// <summary>A type around a model's class.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Keyword">How it is declared after <c>partial</c>: <c>class</c>, <c>record struct</c>.</param>
/// <param name="IsPublic">Whether it is public.</param>
public sealed record OuterType(string Name, string Keyword, bool IsPublic);

/// <summary>The type of a data parameter.</summary>
public enum ParameterType
{
    /// <summary><c>double</c>.</summary>
    Real,

    /// <summary><c>int</c>.</summary>
    Integer,

    /// <summary><c>bool</c>.</summary>
    Boolean,

    /// <summary><c>Vector</c>.</summary>
    Vector,

    /// <summary><c>Matrix</c>.</summary>
    Matrix,

    /// <summary><c>int[]</c>.</summary>
    IntegerVector,

    /// <summary><c>int[,]</c>.</summary>
    IntegerMatrix,

    /// <summary><c>Dim</c>.</summary>
    Dim,
}

/// <summary>A parameter of the model's method.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">Its type.</param>
/// <param name="Array">Its array, or −1 for a <see cref="ParameterType.Dim"/>.</param>
/// <param name="Sizes">The size of each dimension (one for a <see cref="ParameterType.Dim"/>), before sizes that must agree are made one: indices into the model's sizes.</param>
/// <param name="Dims">The names given by <c>[Dims]</c>, or none.</param>
/// <param name="IsObserved">Whether a likelihood observes it, so that it may be left out when the model is constructed.</param>
public sealed record Parameter(
    string Name, ParameterType Type, int Array, EquatableArray<int> Sizes, EquatableArray<string> Dims, bool IsObserved)
{
    /// <summary>The modifier with which the method declares it: <c>in</c>, <c>params</c>, or empty.</summary>
    public string Modifier { get; init; } = "";

    /// <summary>The type as the method declares it where it is another than <see cref="Type"/> says: one that may be null, or, in an outline, no type of data.</summary>
    public string Declared { get; init; } = "";
}

/// <summary>
/// Two sizes that must agree. In nodes only the one of them that stands for all that agree occurs: <see cref="First"/> or another before it.
/// </summary>
/// <param name="First">A size.</param>
/// <param name="Second">Another.</param>
/// <param name="Site">The statement that needs it, or −1 for dims of one name.</param>
/// <param name="Reason">Why, as the message ends: <c>both lie along 'row'</c>.</param>
public sealed record SizeCheck(int First, int Second, int Site, string Reason);

/// <summary>What a statement is.</summary>
public enum SiteKind
{
    /// <summary><c>Sample</c>.</summary>
    Sample,

    /// <summary><c>Observe</c>.</summary>
    Observe,

    /// <summary><c>Deterministic</c>.</summary>
    Deterministic,

    /// <summary><c>Generate</c>.</summary>
    Generate,

    /// <summary><c>Potential</c>.</summary>
    Potential,

    /// <summary>Any other statement.</summary>
    Other,
}

/// <summary>A statement of the body.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Name">The quantity that it defines or observes, or empty.</param>
/// <param name="Text">Its source on one line, as comments and messages quote it: <c>sales ~ Normal(mu, sigma)</c>.</param>
public sealed record Site(SiteKind Kind, string Name, string Text);

/// <summary>Where the sites of a model stand: 1-based lines of a file, in the order of <see cref="Model.Sites"/>.</summary>
public sealed record SourceMap(string File, EquatableArray<int> Lines)
{
    /// <summary>Sites that share their line with others of their kind in other loops or branches: an executing body, which knows a statement by its line, cannot tell them apart.</summary>
    public EquatableArray<int> Ambiguous { get; init; } = [];
}

/// <summary>What a parameter of an objective is bound to.</summary>
public enum Binding
{
    /// <summary>A latent or a deterministic of the model.</summary>
    Quantity,

    /// <summary>A data parameter of the model that is decided.</summary>
    DecidedData,

    /// <summary>A new decision.</summary>
    Decision,

    /// <summary>A data parameter of the model as it is.</summary>
    Data,

    /// <summary>An argument that the caller gives.</summary>
    Argument,
}

/// <summary>A parameter of an objective.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">Its type.</param>
/// <param name="Binding">What it is bound to.</param>
/// <param name="Array">The array that it is: the model's own for a quantity or data (decided or not), one of its own role otherwise.</param>
public sealed record ObjectiveParameter(string Name, ParameterType Type, Binding Binding, int Array)
{
    /// <summary>The value where none is given (of a condition, 1 or 0), or null where one must be.</summary>
    public double? Default { get; init; }
}

/// <summary>A utility of decisions: a method marked <c>[Objective]</c>. Its nodes and arrays are the model's; where data are decided, the compiler replaces them.</summary>
/// <param name="Name">The method's name.</param>
/// <param name="Parameters">Its parameters in order.</param>
/// <param name="Steps">Assignments of its body that are not expressions, mostly none.</param>
/// <param name="Value">The node of its value, a scalar.</param>
/// <param name="Checks">Sizes that must agree in it.</param>
public sealed record Objective(
    string Name, EquatableArray<ObjectiveParameter> Parameters, EquatableArray<Step> Steps, int Value, EquatableArray<SizeCheck> Checks)
{
    /// <summary>Lengths that must agree in it beside <see cref="Checks"/>.</summary>
    public EquatableArray<LengthCheck> LengthChecks { get; init; } = [];

    /// <summary>Why it could not be compiled, as messages say it, or null.</summary>
    public string? Refusal { get; init; }
}

/// <summary>Two lengths that must agree and are not both <see cref="Size"/>s: nodes without axes that are known when the model is constructed.</summary>
public sealed record LengthCheck(int First, int Second, int Site);
