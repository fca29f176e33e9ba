using Gen.Compiler.Reading;

namespace Gen.Compiler.Judgement;

/// <summary>Rules about what a model means, where its words are right. Those of the language are <see cref="Rules"/>.</summary>
public static class PriorRules
{
    public static readonly Rule OutOfRange = new(
        "GEN1001", "A parameter of a distribution is out of range", "'{0}' of {1} must {2}, but {3}.");

    public static readonly Rule MayBeOutOfRange = new(
        "GEN1002", "A parameter of a distribution may be out of range", "'{0}' of {1} must {2}; {3}") { IsWarning = true };

    public static readonly Rule UnusedData = new(
        "GEN1003", "Data are not used", "'{0}' is not used by the model. Remove it, or use it.") { IsWarning = true };

    public static readonly Rule UnusedLatent = new(
        "GEN1004", "A latent is not used", "Nothing depends on '{0}', so its posterior is its prior. Remove it, or use it.") { IsWarning = true };

    public static readonly Rule EmptyInterval = new(
        "GEN1005", "An interval is empty", "'{0}' of {1} must be less than '{2}', but {3} is not less than {4}.");

    public static readonly Rule NearDims = new(
        "GEN1006", "Two names of one axis", "'{0}' looks like the axis '{1}' of '{2}'{3}. Give both one name, so that their lengths are checked and labels are shared.") { IsWarning = true };

    public static readonly Rule NearDecision = new(
        "GEN1007", "A decision that the model does not see", "'{0}' is no data of {1}, so '{2}' does not react to it. Did you mean '{3}'?") { IsWarning = true };

    public static readonly Rule IntegerQuotient = new(
        "GEN1008", "A quotient of integers", "'{0}' is a quotient of integers, rounded towards 0 before it becomes a real number. Write {1}, or (double)({0}) where that is meant.") { IsWarning = true };

    public static readonly Rule ChangedQuantity = new(
        "GEN1009", "A quantity's variable changes", "'{0}' is recorded as it was {1}: the posterior and objectives do not have what it becomes here. Give that a name of its own.") { IsWarning = true };
}
