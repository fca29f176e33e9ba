using System.Collections.Generic;
using System.Linq;

namespace Gen.Compiler.Reading;

/// <summary>What other libraries call the parameters of distributions. Only names of the same number are here: a scale of Gamma's is no sigma, and has none.</summary>
internal static class ParameterSynonyms
{
    // NumPy's, SciPy's, Stan's, R's and TensorFlow's words; a row without distributions is right for all that have the parameter.
    private static readonly (string Parameter, string[] Distributions, string[] Words)[] Rows =
    [
        ("sigma", [], ["sd", "std", "stdev", "stddev", "standardDeviation", "sdlog"]),
        ("sigma", ["Normal", "HalfNormal", "SkewNormal", "StudentT", "HalfStudentT", "LogitNormal", "GaussianRandomWalk"], ["scale", "s"]),
        ("beta", ["Cauchy", "HalfCauchy", "Gumbel", "InverseGamma", "Weibull"], ["scale"]),
        ("m", ["Pareto"], ["scale", "xm", "minimum"]),
        ("b", ["Laplace"], ["scale", "beta"]),
        ("s", ["Logistic"], ["scale", "sigma"]),
        ("alpha", ["Cauchy"], ["loc", "location", "mu", "x0"]),
        ("mu", [], ["mean", "average", "loc", "location", "meanlog"]),
        ("tau", [], ["precision", "prec"]),
        ("nu", [], ["df", "dof", "degreesOfFreedom", "k"]),
        ("p", [], ["prob", "probs", "probability", "probabilities", "theta"]),
        ("logitP", [], ["logit", "logits"]),
        ("n", [], ["trials", "total", "size", "count", "totalCount"]),
        ("lam", [], ["rate", "lambda", "beta"]),
        ("mu", ["Poisson"], ["rate", "lambda", "lam"]),
        ("logMu", ["Poisson"], ["logRate", "eta"]),
        ("beta", ["Gamma"], ["rate", "inverseScale"]),
        ("alpha", ["Gamma", "InverseGamma", "Weibull", "Pareto", "SkewNormal"], ["shape", "a", "k", "concentration"]),
        ("alpha", ["Beta", "BetaBinomial"], ["a", "shape1", "concentration1"]),
        ("beta", ["Beta", "BetaBinomial"], ["b", "shape2", "concentration0"]),
        ("alpha", ["NegativeBinomial"], ["phi", "dispersion", "r", "shape"]),
        ("a", ["Dirichlet"], ["alpha", "concentration"]),
        ("eta", [], ["concentration", "shape"]),
        ("kappa", [], ["concentration"]),
        ("c", ["Triangular"], ["mode", "peak"]),
        ("lower", [], ["low", "min", "minimum", "a", "left", "lb"]),
        ("upper", [], ["high", "max", "maximum", "b", "right", "ub"]),
        ("covariance", [], ["cov", "sigma"]),
        ("cov", [], ["covariance", "sigma"]),
        ("w", [], ["weights", "probs", "p"]),
        ("psi", [], ["weight", "prob", "p", "probability"]),
        ("cutpoints", [], ["cuts", "thresholds", "cutoffs"]),
    ];

    /// <summary>The parameter that a word of another library's means, among those that a distribution has; else one that is spelt much like it; or null.</summary>
    public static string? Of(string distribution, string word, IReadOnlyList<string> parameters) =>
        Rows.Where(row => parameters.Contains(row.Parameter) && row.Words.Contains(word) && (row.Distributions.Length == 0 || row.Distributions.Contains(distribution)))
            .OrderByDescending(row => row.Distributions.Length > 0).Select(row => row.Parameter).FirstOrDefault()
        ?? parameters.Where(parameter => EditDistance.IsNear(word, parameter)).OrderBy(parameter => EditDistance.Of(word, parameter)).FirstOrDefault();
}
