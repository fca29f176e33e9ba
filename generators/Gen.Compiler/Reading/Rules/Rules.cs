namespace Gen.Compiler.Reading;

/// <summary>A rule of the language: what a diagnostic says, in the model's words.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Title">What is wrong, without the particulars.</param>
/// <param name="Message">The message; {0}, {1}, … are the diagnostic's arguments.</param>
public sealed record Rule(string Id, string Title, string Message)
{
    /// <summary>Whether a model that breaks it may still be meant.</summary>
    public bool IsWarning { get; init; }

    /// <summary>Whether it says in the model's words what C# calls an error at the same place, and so stands beside it.</summary>
    public bool ExplainsError { get; init; }
}

/// <summary>The rules of the language. Ids from GEN1001 on belong to judgements about priors, which the analyzers make.</summary>
public static class Rules
{
    public static readonly Rule UnsupportedConstruct = new(
        "GEN0001", "Not part of the language of models", "{0} cannot stand in a model. {1}");

    public static readonly Rule DataType = new(
        "GEN0002", "Not a type of data", "'{0}' has the type '{1}'; the data of a model are double, int, bool, Vector, Matrix, int[], int[,] or Dim.{2}");

    public static readonly Rule LatentWithoutName = new(
        "GEN0003", "A latent without a name", "A latent takes its name from the variable that it is assigned to: write 'var z = {0};' on a line of its own and use z here.");

    public static readonly Rule DuplicateName = new(
        "GEN0004", "Two quantities of one name", "'{0}' is the name of another {1}, and both would be the member '{2}'. Rename one of them.");

    public static readonly Rule Recursion = new(
        "GEN0005", "A recursive method in a model", "'{0}' calls itself. Methods are inlined into the model, so none may be recursive: write a for loop.");

    public static readonly Rule UnreadableMethod = new(
        "GEN0006", "A method whose source is not here", "'{0}' is neither a function of the language nor a static method with source in this project, so it cannot become part of the model.{1}");

    public static readonly Rule HiddenFunction = new(
        "GEN0007", "A method hides a function of the language", "'{0}' hides the language's {0} with all its overloads. Give the method another name.");

    public static readonly Rule BoundsOnLatents = new(
        "GEN0008", "Loop bounds depend on latents", "The bounds of this loop depend on {0}; they must be known when the model is constructed: integers, lengths or data.");

    public static readonly Rule ConditionOnLatents = new(
        "GEN0009", "A branch depends on latents", "This condition depends on {0}. Branches are chosen by data; between values of {1} choose with Where(condition, a, b).");

    public static readonly Rule DistributionParameters = new(
        "GEN0010", "Parameters of a distribution do not fit together", "{0} takes {1}; here it has {2}.");

    public static readonly Rule DiscreteLatent = new(
        "GEN0011", "A discrete latent", "'{0}' would be a latent from {1}, which is discrete; only continuous latents can be sampled. Sum it out: Potential(LogSumExp(…)) over its values.{2}");

    public static readonly Rule IntegerDivision = new(
        "GEN0012", "Integer division of literals", "{0} is {1}, since both are integers. Write {2} for the quotient.");

    public static readonly Rule LengthsDiffer = new(
        "GEN0013", "Lengths that never agree", "These share an axis, but one has length {0} and the other {1}.");

    public static readonly Rule ObjectiveParameter = new(
        "GEN0014", "An objective's parameter matches nothing", "objective '{0}' has a parameter '{1}' that is no quantity of {2}.{3}");

    public static readonly Rule ObjectiveParameterType = new(
        "GEN0015", "An objective's parameter has another type than the quantity", "'{0}' is a {1} in {2}, but a {3} here.{4}");

    public static readonly Rule ObservedIsNotData = new(
        "GEN0016", "Observed values are not data", "Only data can be observed: a parameter of the model, an element or a range of one, or a value computed from data. {0}");

    public static readonly Rule ElementAssignedAgain = new(
        "GEN0017", "An element is assigned in every pass of a loop", "'{0}' is assigned again in every pass of the loop over '{1}'. Declare '{2}' inside the loop, or give it an index for '{1}'.");

    public static readonly Rule ReservedName = new(
        "GEN0018", "A name is that of another member", "'{0}' would become the member '{1}', which {2} already. Name it otherwise, such as '{3}'.");

    public static readonly Rule IndexOnLatents = new(
        "GEN0019", "An index or a length depends on latents", "{0} depends on {1}; it must be known when the model is constructed.");

    public static readonly Rule ConditionalLatent = new(
        "GEN0020", "A latent inside a branch", "'{0}' is sampled {1}");

    public static readonly Rule MixedLatent = new(
        "GEN0021", "A vector partly sampled and partly computed", "Some elements of '{0}' are sampled and others are assigned. Sample into a vector of its own, and compute another from it.");

    public static readonly Rule ObjectiveType = new(
        "GEN0022", "An objective is not a number", "objective '{0}' must return a double, the utility of a decision.");

    public static readonly Rule AssignedData = new(
        "GEN0023", "Data are assigned", "'{0}' is not the model's to change. Assign to a new Vector or Matrix, or to a variable of its own.");

    public static readonly Rule StatementInMethod = new(
        "GEN0024", "A statement of the model inside a method", "{0} belongs in the model's own body; the methods that it calls compute values.");

    public static readonly Rule StaleValue = new(
        "GEN0025", "A value is used after what it was read from has changed", "'{0}' was read from '{1}' before this element was assigned. Write the expression here instead of '{0}'.");

    public static readonly Rule TooManyAxes = new(
        "GEN0026", "A model with too many axes", "The model has more than 64 different lengths and loops. Split it, or name common lengths by one Dim.");

    public static readonly Rule ModelShape = new(
        "GEN0027", "Not the shape of a model", "{0}");

    public static readonly Rule ObjectiveWithoutDecision = new(
        "GEN0028", "An objective without a decision", "objective '{0}' has nothing to choose. Mark a parameter [Decision].");

    public static readonly Rule UnreadableOfDecision = new(
        "GEN0029", "A method of a decision that cannot be read", "'{0}' is given '{1}', which an objective decides, so its method must be readable for the objective to follow. {2}");

    public static readonly Rule InaccessibleMethod = new(
        "GEN0030", "A method that prepares data is out of reach", "'{0}' is called when the model is constructed, but it is {1}, where generated code cannot call it. Make it internal or public.");

    public static readonly Rule GeneratedInModel = new(
        "GEN0031", "A generated quantity decides something of the model", "{0} depends on '{1}', which is generated: it is drawn once the latents are known, and no part of the log-density. Sample '{1}' to make it a latent.");

    public static readonly Rule MissingModifier = new(
        "GEN0032", "A modifier is missing", "'{0}' must be declared '{1}': {2}") { ExplainsError = true };

    public static readonly Rule MissingUsing = new(
        "GEN0033", "The language is not imported", "'{0}' is a function of the language of models. Write 'using static Gen.Modeling;' at the top of the file.") { ExplainsError = true };

    public static readonly Rule ParameterName = new(
        "GEN0034", "A distribution has no parameter of that name", "{0} has no parameter '{1}'; it takes {2}.{3}") { ExplainsError = true };

    public static readonly Rule TooManyDims = new(
        "GEN0035", "More names of dims than dimensions", "'{0}' is a {1}, which has {2}; [Dims] names {3}.");

    public static readonly Rule SampledInPart = new(
        "GEN0036", "A vector sampled in part", "'{0}' is sampled in part: {1}. What is not sampled would have no prior; sample every element, or make '{0}' no longer than what is sampled.");

    public static readonly Rule DecisionType = new(
        "GEN0037", "Not a type of decisions", "'{0}' has the type '{1}', but a decision is a double, a Vector or a Matrix.{2}");

    public static readonly Rule MissingAttribute = new(
        "GEN0038", "A model that is not marked", "'{0}' is written like a model, but is not marked [Model], so that nothing is generated from it.") { ExplainsError = true };

    public static readonly Rule OtherForm = new(
        "GEN0039", "Not the language's way of writing it", "{0} Write {1}.") { ExplainsError = true };

    public static readonly Rule UndecidedQuantity = new(
        "GEN0040", "A generated quantity does not follow a decision",
        "'{0}' is recorded as it was drawn or looked up for the data '{1}', so it does not follow '{1}', which {2} decides. Compute it in a Deterministic from latents and '{1}'.");

    public static readonly Rule MovingJump = new(
        "GEN0041", "A right-hand side jumps at a moment that is not data",
        "'{0}' jumps at a moment that '{1}' decides, and the slope of the solution would leave out how that moment moves. Write a change that is continuous, "
        + "such as Max(a - b, 0) or InverseLogit((a - b) / width).");

    public static readonly Rule UndecidedLatent = new(
        "GEN0042", "A latent does not follow a decision",
        "'{0}' does not follow '{1}', which {2} decides: the prior of '{3}' depends on '{1}', and its draws are those for the data. "
        + "Make '{3}' a Deterministic of '{1}' and of latents whose priors do not depend on it, such as mu + sigma * z with z ~ Normal(0, 1).");
}
