namespace Gen.Compiler.Tests.Fuzzing;

/// <summary>What data a likelihood needs.</summary>
internal enum DataKind
{
    Real,
    Positive,
    Unit,
    Count,
    Trials,
    Binary,
}

/// <summary>Writes calls of the univariate distributions in every parameterisation, with parameters where they are allowed.</summary>
internal sealed class DistributionWriter(Scope scope, ExpressionWriter expressions)
{
    private ModifierWriter Modifiers => new(scope, expressions, this);

    /// <summary>A prior whose parameters have a shape, and the map onto its support.</summary>
    public (string Call, FuzzLatent Latent, Interval Range) Prior(string name, int count, string shape)
    {
        // Positions lie within ±2, so latents within these.
        Interval real = (-2, 2), positive = (0.13, 7.4), unit = (0.11, 0.89);
        if (scope.IsWide && scope.Chance(0.3))
        {
            return scope.Chance(0.4) ? Modifiers.Prior(name, count, shape) : Bounded(name, count, shape);
        }

        switch (scope.Random.Next(8))
        {
            case 0 or 1 or 2:
                return (Real(shape, 1), new(name, count, Constraint.None), real);
            case 3 or 4 or 5:
                return (Positive(shape, 1), new(name, count, Constraint.Positive), positive);
            case 6:
                return (Unit(shape, 1), new(name, count, Constraint.Interval), unit);
            default:
                var (lower, width) = (scope.Number(-2, 1), scope.Number(0.5, 2));
                var call = lower == 0 ? $"Uniform(upper: {Expression.Format(width)})" : $"Uniform({Expression.Format(lower)}, {Expression.Format(lower + width)})";
                return (call, new(name, count, Constraint.Interval, lower, lower + width), (lower, lower + width));
        }
    }

    /// <summary>A prior with one end or none, or of an angle.</summary>
    private (string Call, FuzzLatent Latent, Interval Range) Bounded(string name, int count, string shape)
    {
        var (end, width) = (scope.Number(-2, 1), scope.Number(0.5, 2));
        var (lower, upper) = (Expression.Format(end), Expression.Format(end + width));
        switch (scope.Random.Next(7))
        {
            case 0:
                return ($"Flat(lower: {lower})", new(name, count, Constraint.Lower, end), (end, end + 7.4));
            case 1:
                return ($"Flat(upper: {lower})", new(name, count, Constraint.Upper, 0, end), (end - 7.4, end));
            case 2:
                return ($"Flat({lower}, {upper})", new(name, count, Constraint.Interval, end, end + width), (end, end + width));
            case 3:
                return ("HalfFlat()", new(name, count, Constraint.Positive), (0.13, 7.4));
            case 4:
                return ($"Pareto({Scale(shape)}, {Expression.Format(width)})", new(name, count, Constraint.Lower, width), (width, width + 7.4));
            case 5:
                return ($"Triangular({lower}, {upper}, {Expression.Format(end + 0.4 * width)})", new(name, count, Constraint.Interval, end, end + width), (end, end + width));
            default:
                return ($"VonMises({Any(shape, 1)}, {Scale(shape)})", new(name, count, Constraint.Circular), (-2, 2));
        }
    }

    /// <summary>A distribution for data of a kind, its parameters of a shape or numbers.</summary>
    public string Likelihood(DataKind kind, string shape, int depth) =>
        (scope.IsWide && scope.Chance(0.3) ? Modifiers.Likelihood(kind, shape, depth) : null) ?? Plain(kind, shape, depth);

    private string Plain(DataKind kind, string shape, int depth) => kind switch
    {
        DataKind.Real => Real(shape, depth),
        DataKind.Positive => Positive(shape, depth),
        DataKind.Unit => Unit(shape, depth),
        DataKind.Count => Count(shape, depth),
        DataKind.Trials => Trials(shape, depth),
        _ => Binary(shape, depth),
    };

    public string Real(string shape, int depth)
    {
        var mu = Any(shape, depth);
        if (scope.IsWide && scope.Chance(0.4))
        {
            return scope.Random.Next(5) switch
            {
                0 => $"Laplace({mu}, {Scale(shape)})",
                1 => $"Logistic({mu}, {Scale(shape)})",
                2 => $"Gumbel({expressions.Bounded(expressions.Write(shape, depth), 3).Text}, {Expression.Format(scope.Number(0.8, 3))})",
                3 => $"SkewNormal({mu}, {Scale("")}, {Expression.Format(scope.Number(-3, 3))})",
                _ => $"SkewNormal({mu}, tau: {Scale(shape)}, alpha: {Any("", 0, 3)})",
            };
        }

        return scope.Random.Next(7) switch
        {
            0 or 1 => $"Normal({mu}, {Scale(shape)})",
            2 => $"Normal({mu}, tau: {Scale(shape)})",
            3 => $"Normal({mu})",
            4 => $"StudentT(nu: {Scale("")}, mu: {mu}, sigma: {Scale(shape)})",
            5 => $"StudentT({Expression.Format(scope.Number(1, 8))}, {mu}, lam: {Scale("")})",
            _ => $"Cauchy({mu}, {Scale(shape)})",
        };
    }

    public string Positive(string shape, int depth)
    {
        var p = expressions.Positive(shape, depth).Text;
        if (scope.IsWide && scope.Chance(0.4))
        {
            return scope.Random.Next(4) switch
            {
                0 => $"Weibull({Expression.Format(scope.Number(0.5, 3))}, {p})",
                1 => $"ChiSquared({p})",
                2 => $"HalfStudentT({Expression.Format(scope.Number(1, 8))}, {p})",
                _ => $"HalfStudentT({Expression.Format(scope.Number(1, 8))}, lam: {p})",
            };
        }

        return scope.Random.Next(13) switch
        {
            0 => $"Gamma({p}, {Scale("")})",
            1 => $"Gamma(mu: {p}, sigma: {Deviation(shape)})",
            2 => $"InverseGamma({Scale("")}, {p})",
            3 => $"InverseGamma(mu: {p}, sigma: {Deviation("")})",
            4 => $"LogNormal({Any(shape, depth)}, {Scale("")})",
            5 => $"LogNormal({Any(shape, depth)}, tau: {Scale(shape)})",
            6 => $"Exponential({p})",
            7 => $"Exponential(scale: {p})",
            8 or 9 => $"HalfNormal({p})",
            10 => $"HalfNormal(tau: {p})",
            11 => "HalfCauchy()",
            _ => $"HalfCauchy({p})",
        };
    }

    private string Unit(string shape, int depth) => scope.IsWide && scope.Chance(0.4) ? scope.Random.Next(3) switch
    {
        0 => $"LogitNormal({Any(shape, depth, 5)}, {Scale("")})",
        1 => $"LogitNormal({Any(shape, depth, 5)}, tau: {Scale(shape)})",
        _ => "Triangular(c: 0.3)",
    }
    : scope.Random.Next(4) switch
    {
        0 => $"Beta({expressions.Positive(shape, depth).Text}, {Scale("")})",
        1 => $"Beta(mu: {expressions.Unit(shape, depth).Text}, nu: {Scale("")})",
        // sigma² must stay below mu (1 − mu), which is at least 0.16.
        2 => $"Beta(mu: 0.2 + 0.6 * {expressions.Unit(shape, depth).Operand}, sigma: {Expression.Format(scope.Number(0.05, 0.35))})",
        _ => "Uniform()",
    };

    public string Count(string shape, int depth) => scope.Random.Next(5) switch
    {
        0 => $"Poisson({expressions.Positive(shape, depth).Text})",
        1 => $"Poisson(logMu: {Any(shape, depth, 3)})",
        2 => $"Poisson({expressions.Exponential(expressions.Write(shape, depth)).Text})",
        3 => $"NegativeBinomial({expressions.Positive(shape, depth).Text}, {Scale("")})",
        _ => $"NegativeBinomial(n: {Scale("")}, p: {expressions.Unit(shape, depth).Text})",
    };

    private string Trials(string shape, int depth) => scope.IsWide && scope.Chance(0.4) ? $"BetaBinomial(trials, {Scale(shape)}, {expressions.Positive(shape, depth).Text})"
    : scope.Random.Next(3) switch
    {
        0 => $"Binomial(trials, {expressions.Unit(shape, depth).Text})",
        1 => $"Binomial(trials, logitP: {Any(shape, depth, 5)})",
        _ => $"Binomial(trials, InverseLogit({Any(shape, depth, 5)}))",
    };

    private string Binary(string shape, int depth) => scope.Random.Next(3) switch
    {
        0 => $"Bernoulli({expressions.Unit(shape, depth).Text})",
        1 => $"Bernoulli(logitP: {Any(shape, depth, 5)})",
        _ => $"Bernoulli(InverseLogit({Any(shape, depth, 5)}))",
    };

    private string Any(string shape, int depth, double bound = 20) => expressions.Bounded(expressions.Write(shape, depth), bound).Text;

    // The shape is (mu / sigma)²: kept where log Γ of it does not swallow the digits that are compared.
    private string Deviation(string shape) => $"0.5 + {expressions.Positive(scope.Chance(0.3) ? shape : "", 0).Operand}";

    public string Scale(string shape) => scope.Chance(0.4) ? Expression.Format(scope.Number(0.3, 3)) : expressions.Positive(scope.Chance(0.3) ? shape : "", 0).Text;
}
