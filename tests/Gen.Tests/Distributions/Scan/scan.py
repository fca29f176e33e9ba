"""Writes scan.txt: densities and tails of every univariate distribution at ordinary and extreme points, with their slopes.

    /usr/bin/python3 scan.py > scan.txt        (Debian's python3-mpmath)

A line is a function with its arguments, the variate first, and then pairs: the value with its scale, and the slope by each argument with its scale
(`-` where an argument is an integer). All is computed with more than 60 digits at the doubles that are written, and rounded once.

A scale is the size of the largest term that no formula can avoid: how far the result moves when an argument is moved by its own size (its rounding
is part of the question), and the terms of the result itself: a sum has the rounding of its terms. Where a formula could avoid more, at a price for each
row of data that nobody wants to pay, `extra` says what and why.
"""
from mpmath import *

# Slopes are differences over so much of an argument, whose error is the square of that; slopes of slopes, which only a scale needs, over more.
STEP = mpf(10) ** -18
SMALLER = mpf(10) ** -34

# Enough for such differences of what arguments of size 1 change; further ones are added for the arguments' own sizes.
DIGITS = 150
mp.dps = DIGITS


def norm_terms(z, s):
    return [-z * z / 2, -log(s), -log(2 * pi) / 2]


def log_ncdf(z):
    return log1p(-ncdf_exact(-z)) if z > 0 else log(ncdf_exact(z))


def ncdf_exact(z):
    return erfc(-z / sqrt(mpf(2))) / 2


def log_beta(a, b):
    return loggamma(a) + loggamma(b) - loggamma(a + b)


def excess(x):
    return loggamma(x + 1) - (x * log(x) - x if x else 0)


def deviance(a, b):
    return a * log(a / b) - a + b if a else b


def log1mexp(a):
    return log(-expm1(a))


# What each function is, as a list of the terms that it is the sum of.
def normal(x, m, s):
    return norm_terms((x - m) / s, s)


def gamma_(x, a, b):
    return [log(a), -log(x), -deviance(a, b * x), -excess(a)]


def gamma_moments(x, m, s):
    return gamma_(x, (m / s) ** 2, m / s ** 2)


def inverse_gamma(x, a, b):
    return [log(a), -log(x), -deviance(a, b / x), -excess(a)]


def inverse_gamma_moments(x, m, s):
    return inverse_gamma(x, 2 + (m / s) ** 2, m * (1 + (m / s) ** 2))


def beta_(x, a, b):
    n = a + b
    return [log(a * b / n), -log(x), -log1p(-x), excess(n), -excess(a), -excess(b), -deviance(a, n * x), -deviance(b, n * (1 - x))]


def beta_concentration(x, m, n):
    return beta_(x, m * n, (1 - m) * n)


def beta_moments(x, m, s):
    return beta_concentration(x, m, m * (1 - m) / s ** 2 - 1)


def student(x, nu, m, s):
    z = (x - m) / s
    return [loggamma(nu / 2 + 0.5) - loggamma(nu / 2) - log(nu / 2) / 2, -log(2 * pi) / 2, -log(s), -(nu + 1) / 2 * log1p(z * z / nu)]


def cauchy(x, a, b):
    return [-log(pi), -log(b), -log1p(((x - a) / b) ** 2)]


def half(terms):
    return lambda x, *p: [log(mpf(2))] + terms(x, *p)


def logistic(x, m, s):
    z = (x - m) / s
    return [-log1p(exp(z)), -log1p(exp(-z)), -log(s)]


def gumbel(x, m, b):
    z = (x - m) / b
    return [-z, -exp(-z), -log(b)]


def weibull(x, a, b):
    return [log(a), -log(x), a * log(x / b), -(x / b) ** a]


def skew(x, m, s, a):
    z = (x - m) / s
    return [log(mpf(2))] + norm_terms(z, s) + [log_ncdf(a * z)]


def log_normal(x, m, s):
    return norm_terms((log(x) - m) / s, s) + [-log(x)]


def logit_normal(x, m, s):
    return norm_terms((log(x / (1 - x)) - m) / s, s) + [-log(x), -log1p(-x)]


def triangular(x, l, u, c):
    return [log(mpf(2)), -log(u - l), log((x - l) / (c - l)) if x < c else log((u - x) / (u - c))]


def von_mises(x, m, k):
    return [-2 * k * sin((x - m) / 2) ** 2, -log(2 * pi), k - log(besseli(0, k))]


def poisson(x, m):
    return [-deviance(x, m), -excess(x)]


def poisson_log(x, l):
    return [x * l, -exp(l), -loggamma(x + 1)]


def binomial(x, n, p):
    return [excess(n), -excess(x), -excess(n - x), -deviance(x, n * p), -deviance(n - x, n * (1 - p))]


def binomial_logit(x, n, l):
    return [loggamma(n + 1) - loggamma(x + 1) - loggamma(n - x + 1), x * l, -n * log1p(exp(l))]


def negative_binomial(x, m, a):
    t = a + x
    return [log(a / t), excess(t), -excess(a), -excess(x), -deviance(x, m * t / (m + a)), -deviance(a, a * t / (m + a))]


def beta_binomial(x, n, a, b):
    return [excess(n) - excess(x) - excess(n - x), log_beta(x + a, n - x + b) + 0, -log_beta(a, b),
            loggamma(n + 1) - loggamma(x + 1) - loggamma(n - x + 1) - excess(n) + excess(x) + excess(n - x)]


def geometric(x, p):
    return [log(p), (x - 1) * log1p(-p) if x > 1 else mpf(0)]


def bernoulli(x, p):
    return [log(p) if x else log1p(-p)]


def bernoulli_logit(x, l):
    return [x * l, -log1p(exp(l))]


def pareto(x, a, m):
    return [log(a), -log(x), -a * log(x / m)]


def one(f):
    return lambda *v: [f(*v)]


def scaled(f):
    return lambda x, m, s: [f((x - m) / s)]


def lower_triangular(x, l, u, c):
    return (x - l) ** 2 / ((c - l) * (u - l)) if x < c else 1 - (u - x) ** 2 / ((u - c) * (u - l))


F = {}


def add(name, terms, points, integers=(), extra=None):
    """A function at points; slopes by arguments in `integers` are not asked for. `extra` is the size of further terms: of the value, or of a slope."""
    F.setdefault(name, (terms, [], integers, extra))[1].extend(points)


def located(scales, zs):
    """Points of a family of locations and scales: x at distances of z scales from the location."""
    return [(float(m + z * s), m, s) for m, s in scales for z in zs]


SCALES = [(0.0, 1.0), (1e8, 1e-3), (-3.5, 1e-9), (1e-300, 1e-290), (2e100, 1e90), (0.25, 1e12)]
ZS = [0.0, 1e-9, 0.4, -0.7, 3.0, -9.0, 38.0, -200.0, 1e5, -1e6]
NEAR = [0.0, 0.4, -0.7, 3.0, -9.0, 38.0, -200.0]


def tails(name, cdf, survival, points, extra=None):
    add(f"{name}.LogCdf", one(lambda *v: log(cdf(*v)) if cdf(*v) < 0.5 else log1p(-survival(*v))), points, extra=extra)
    add(f"{name}.LogSurvival", one(lambda *v: log(survival(*v)) if survival(*v) < 0.5 else log1p(-cdf(*v))), points, extra=extra)


def symmetric_tails(name, cdf, points, extra=None):
    tails(name, lambda x, m, s: cdf((x - m) / s), lambda x, m, s: cdf((m - x) / s), points, extra)


def least_density(j, slopes, x, m, s):
    # A density that underflows has the digits of the smallest normal number, and the slope is its quotient.
    return 0 if j is None else mpf(2) ** -1022 / s * max(1, abs(x - m) / s)


located_points = located(SCALES, ZS)
add("Normal.LogDensity", normal, located_points)
symmetric_tails("Normal", ncdf_exact, located(SCALES[:4], [0.0, 0.4, -0.7, 3.0, -9.0, 38.0, -200.0, -1e6, -1e10]), least_density)
add("Cauchy.LogDensity", cauchy, located_points)
symmetric_tails("Cauchy", lambda z: atan2(1, -z) / pi, located(SCALES[:4], ZS))
add("Laplace.LogDensity", lambda x, m, s: [-abs(x - m) / s, -log(s), -log(mpf(2))], [p for p in located_points if p[0] != p[1]])
symmetric_tails("Laplace", lambda z: exp(z) / 2 if z < 0 else 1 - exp(-z) / 2, located(SCALES[:4], [0.4, -0.7, 3.0, -9.0, 30.0, -200.0]))
add("Logistic.LogDensity", logistic, located_points)
symmetric_tails("Logistic", lambda z: 1 / (1 + exp(-z)), located(SCALES[:4], NEAR))
add("Gumbel.LogDensity", gumbel, located(SCALES, [0.0, 0.4, -0.7, 3.0, -6.0, 38.0, 200.0, 1e5]))
tails("Gumbel", lambda x, m, b: exp(-exp((m - x) / b)), lambda x, m, b: -expm1(-exp((m - x) / b)), located(SCALES[:4], [0.0, 0.4, -0.7, 3.0, -6.0, 38.0, 200.0]))
add("SkewNormal.LogDensity", skew, [(x, m, s, a) for x, m, s in located(SCALES[:3], [0.0, 0.4, -0.7, 3.0, -9.0, 38.0]) for a in (0.0, 1.0, -4.0, 1e3)]
    + [(-2.0, 0.0, 1.0, 1e6), (-1e5, 1.0, 2.0, 1e5), (-50.0, 0.0, 1.0, 1e-8)])


def student_extra(j, slopes, x, nu, m, s):
    # The two terms of the slope by nu, which cancel when nu is large: one logarithm a row serves the value and the slope.
    w = ((x - m) / s) ** 2 / nu
    return w / (1 + w) if j == 1 else 0


add("StudentT.LogDensity", student, [(x, nu, m, s) for nu in (1e-3, 0.5, 3.0, 41.0, 399.0, 401.0, 1e6, 1e10) for x, m, s in located(SCALES[:3], [0.0, 0.4, -3.0, 1e3])]
    + [(1e60, 3.0, 1.0, 2.0), (2.0, 1e-100, 0.0, 1.0), (0.3, 1e100, 0.0, 1.0)], extra=student_extra)

POSITIVE = [(s * z, s) for s in (1.0, 6.1475, 1e-200, 1e150) for z in (1e-60, 1e-9, 0.3, 0.99, 1.01, 4.0, 37.0)]
add("HalfNormal.LogDensity", lambda x, s: [log(mpf(2))] + norm_terms(x / s, s), POSITIVE)
tails("HalfNormal", lambda x, s: erf(x / s / sqrt(mpf(2))), lambda x, s: erfc(x / s / sqrt(mpf(2))), POSITIVE)
add("HalfCauchy.LogDensity", half(lambda x, s: cauchy(x, 0, s)), POSITIVE)
tails("HalfCauchy", lambda x, s: 2 / pi * atan(x / s), lambda x, s: 2 / pi * atan(s / x), POSITIVE)
add("HalfStudentT.LogDensity", half(lambda x, nu, s: student(x, nu, 0, s)), [(x, nu, s) for nu in (0.5, 3.0, 1e3, 1e8) for x, s in POSITIVE[:14]],
    extra=lambda j, slopes, x, nu, s: student_extra(j, slopes, x, nu, mpf(0), s))
LOGS = [(float(exp(mpf(m) + z * s)), m, s) for m, s in ((0.0, 1.0), (2.0, 1e-6), (-300.0, 3.0), (200.0, 0.5)) for z in (0.0, 1e-3, 0.4, -0.7, 3.0, -9.0, 35.0)]
add("LogNormal.LogDensity", log_normal, LOGS)
tails("LogNormal", lambda x, m, s: ncdf_exact((log(x) - m) / s), lambda x, m, s: ncdf_exact((m - log(x)) / s), LOGS)

SHAPES = (1e-300, 1e-5, 0.3, 1.0, 2.5, 30.0, 1e4, 1e8, 1e14)


def about(a, deviations=(0.0, 0.3, -1.5, 8.0)):
    """Points around the mean of a variate of mean 1 and variance 1 / a, and far from it."""
    near = [1 + z / sqrt(mpf(a)) for z in deviations] if a > 100 else []
    return [float(v) for v in near + [mpf("1e-30"), mpf("0.02"), mpf(1), mpf(7), mpf("1e12")] if v > 0]


add("Gamma.LogDensity", gamma_, [(float(r * a / b), a, b) for a in SHAPES[1:] for b in (1.0, 3e70) for r in about(a)] + [(1e-3, 1e-300, 1.0), (1e-300, 1e-300, 5.0), (0.5, 1e-5, 1e-5)])
add("Gamma.LogDensityFromMoments", gamma_moments, [(float(m * r), m, float(m / sqrt(mpf(a)))) for a in SHAPES[1:] for m in (1.0, 3.7e-30) for r in about(a)])
add("InverseGamma.LogDensity", inverse_gamma, [(float(b / a / r), a, b) for a in SHAPES[1:] for b in (1.0, 3e70) for r in about(a)])
add("InverseGamma.LogDensityFromMoments", inverse_gamma_moments, [(float(m / r), m, float(m / sqrt(mpf(a)))) for a in SHAPES[1:] for m in (1.0, 3.7e-30) for r in about(a)])
add("ChiSquared.LogDensity", lambda x, nu: gamma_(x, nu / 2, mpf(1) / 2), [(float(r * a), a) for a in SHAPES[1:] for r in about(a / 2)])
add("Exponential.LogDensity", lambda x, l: [log(l), -l * x], [(x, l) for l in (1.0, 0.2, 1e-200, 1e200) for x in (1e-300, 1e-12, 0.6, 50.0, 1e100)])
tails("Exponential", lambda x, l: -expm1(-l * x), lambda x, l: exp(-l * x), [(x / l, l) for l in (1.0, 0.2, 1e-100, 1e100) for x in (1e-100, 1e-12, 0.6, 0.8, 50.0, 600.0)])
W = [(float(b * r ** (1 / mpf(a))), a, b) for a in (0.01, 0.5, 2.0, 8.0, 300.0) for b in (1.0, 40.0, 1e-20) for r in (mpf("1e-9"), mpf("0.3"), mpf(1), mpf(4), mpf(30)) if a > 0.1 or r > mpf("1e-3")]
add("Weibull.LogDensity", weibull, W)


def weibull_extra(j, slopes, x, a, b):
    # (x / beta)^alpha is exp(alpha (log x - log beta)), so that the logarithm of data is taken once.
    return abs(slopes[0] * x) * max(abs(log(x)), abs(log(b))) if j is None else 0


tails("Weibull", lambda x, a, b: -expm1(-(x / b) ** a), lambda x, a, b: exp(-(x / b) ** a), W, extra=weibull_extra)
PARETO = [(float(m * mpf(r)), a, m) for a in (1e-3, 0.5, 3.0, 1e4, 1e9) for m in (1.0, 2.5, 1e-150, 1e100) for r in ("1.000000001", "1.3", "7", "1e30")]
add("Pareto.LogDensity", pareto, PARETO)
tails("Pareto", lambda x, a, m: -expm1(-a * log(x / m)), lambda x, a, m: (x / m) ** -a, PARETO)

SIDES = (1e-200, 1e-9, 0.05, 0.3, 0.9, 0.9999999)
add("Beta.LogDensity", beta_, [(x, a, b) for a, b in ((2.0, 5.0), (0.5, 0.5), (1e-8, 3.0), (1.0, 1.0), (300.0, 1e-3), (20.0, 1e6)) for x in SIDES]
    + [(float(mpf(a) / (a + b) + z * sqrt(mpf(a) * b / (a + b) ** 3)), a, b) for a, b in ((1e4, 3e4), (1e8, 3.0e8), (2e12, 1e9), (100.0, 1e22)) for z in (0, 1e-3, 2, -5)])
add("Beta.LogDensityFromConcentration", beta_concentration, [(x, m, n) for m, n in ((0.3, 7.0), (0.5, 1.0), (1e-8, 3.0), (0.99, 1e3)) for x in SIDES]
    + [(float(m + z * sqrt(mpf(m) * (1 - m) / n)), m, n) for m, n in ((0.3, 1e4), (0.25, 1e10), (0.9, 1e15), (1e-6, 1e12)) for z in (0, 1e-3, 2, -5)])
add("Beta.LogDensityFromMoments", beta_moments, [(x, m, s) for m, s in ((0.3, 0.15), (0.5, 0.45), (0.01, 0.01)) for x in SIDES]
    + [(float(m + z * mpf(s)), m, s) for m, s in ((0.3, 1e-4), (0.25, 1e-7), (0.9, 1e-6)) for z in (0, 1e-3, 2, -5)])
UNITS = (1e-300, 1e-9, 0.2, 0.5, 0.93, 0.9999999, 1 - 2.0 ** -52)
LOGITS = [(x, m, s) for m, s in ((0.0, 1.0), (1.5, 0.01), (-20.0, 3.0)) for x in UNITS]
add("LogitNormal.LogDensity", logit_normal, LOGITS)
tails("LogitNormal", lambda x, m, s: ncdf_exact((log(x / (1 - x)) - m) / s), lambda x, m, s: ncdf_exact((m - log(x / (1 - x))) / s), LOGITS)
UNIFORM = [(float(l + r * (mpf(u) - l)), l, u) for l, u in ((0.0, 1.0), (-3.0, 5.0), (1e8, 1e8 + 0.5), (-1e200, 1e200), (1e-300, 3e-300)) for r in (mpf("1e-7"), mpf("0.2"), mpf("0.5"), mpf("0.9"))]
add("Uniform.LogDensity", lambda x, l, u: [-log(u - l)], UNIFORM)
tails("Uniform", lambda x, l, u: (x - l) / (u - l), lambda x, l, u: (u - x) / (u - l), UNIFORM)
TRIANGLES = [(x, l, u, c) for l, u, c in ((0.0, 1.0, 0.5), (-3.0, 5.0, 4.5), (2.0, 3.0, 2.9999), (1e8, 1e8 + 0.5, 1e8 + 0.125)) for x in
             (l + (u - l) * 2.0 ** -20, l + 0.3 * (u - l), c - 2.0 ** -20, c + 2.0 ** -20, u - 2.0 ** -20)]
add("Triangular.LogDensity", triangular, TRIANGLES)
tails("Triangular", lower_triangular, lambda x, l, u, c: lower_triangular(-x, -u, -l, -c), TRIANGLES)
ANGLES = [(x, m, k) for m, k in ((0.0, 1.0), (1.0, 4.0), (3.0, 1e-9), (-0.5, 100.0), (0.3, 7.999), (0.3, 8.001), (2.0, 1e7), (-1.0, 1e15)) for x in (m + 1e-7, 0.8, -3.1)]
add("VonMises.LogDensity", von_mises, ANGLES)
add("Flat.LogDensity", lambda x, l, u: [mpf(0)], [(x, -1e307, 1e307) for x in (-1e300, 0.0, 3.0)])
add("HalfFlat.LogDensity", lambda x: [mpf(0)], [(x,) for x in (0.0, 1e-300, 3.0)])

COUNTS = (0.0, 1.0, 2.0, 3.0, 20.0, 1e4, 123456789.0, 1e13)
add("Poisson.LogDensity", poisson, [(x, m) for m in (1e-300, 1e-8, 0.7, 2.5, 31.0) for x in COUNTS[:7]]
    + [(float(floor(m + z * sqrt(mpf(m)))), m) for m in (1e4, 1.5e8, 1e12, 3e14) for z in (0, 0.01, 3, -10)] + [(5.0, 1e100), (0.0, 1e14), (1e15, 0.1)], integers=(0,))
add("Poisson.LogDensityFromLogMu", poisson_log, [(x, l) for l in (-700.0, -5.0, 0.0, 0.25, 3.0, 9.0) for x in COUNTS[:6]] + [(1e12, 27.6)], integers=(0,))
add("NegativeBinomial.LogDensity", negative_binomial, [(x, m, a) for m, a in ((5.0, 2.0), (1.0, 0.1), (1e-8, 3.0), (2.0, 1e-6), (1e6, 0.5), (100.0, 50.0)) for x in COUNTS[:7]]
    + [(float(floor(m + z * sqrt(mpf(m) + mpf(m) ** 2 / a))), m, a) for m, a in ((1e4, 1e5), (1e8, 1e3), (300.0, 1e8), (1e9, 1e12)) for z in (0, 0.5, -1)], integers=(0,),
    # The slope by alpha is the difference of the deviance's two slopes, which cancel when alpha is large.
    extra=lambda j, slopes, x, m, a: abs(x - m) / (m + a) if j == 2 else 0)
add("Binomial.LogDensity", binomial, [(x, n, p) for n, p in ((1.0, 0.6), (10.0, 0.3), (1000.0, 1e-12), (40.0, 1 - 2.0 ** -40), (1e6, 0.5)) for x in (0.0, 1.0, n // 3, n - 1, n) if 0 <= x <= n]
    + [(float(floor(n * mpf(p) + z * sqrt(n * mpf(p) * (1 - mpf(p))))), n, p) for n, p in ((1e8, 0.2), (1e12, 0.999), (1e15, 1e-6)) for z in (0, 0.01, 3, -10)], integers=(0, 1))
add("Binomial.LogDensityFromLogit", binomial_logit, [(x, n, l) for n, l in ((1.0, 0.6), (10.0, -3.0), (1000.0, -30.0), (40.0, 25.0), (1e6, 0.1)) for x in (0.0, 1.0, n // 3, n - 1, n) if 0 <= x <= n], integers=(0, 1))
add("BetaBinomial.LogDensity", beta_binomial, [(x, n, a, b) for n, a, b in ((10.0, 2.0, 3.0), (200.0, 0.5, 0.7), (50.0, 1e-8, 30.0), (1.0, 2.0, 6.0), (1e5, 1e4, 3e4), (1e9, 1e3, 1e9), (300.0, 1e12, 3e12)) for x in (0.0, 1.0, n // 4, n - 1, n)], integers=(0, 1),
    # The slopes by the shapes are sums of slopes of deviances, which are logarithms of ratios.
    extra=lambda j, slopes, x, n, a, b: log1p(n / (a + b)) if j is not None else 0)
add("Geometric.LogDensity", geometric, [(x, p) for p in (1e-300, 1e-9, 0.01, 0.3, 0.97, 1 - 2.0 ** -50) for x in (1.0, 2.0, 30.0, 1e9)], integers=(0,))
GEOMETRIC = [(x, p) for p in (1e-12, 0.01, 0.3, 0.97) for x in (1.0, 2.0, 7.0, 300.0)]
add("Geometric.LogCdf", one(lambda x, p: log1mexp(x * log1p(-p))), GEOMETRIC, integers=(0,))
add("Geometric.LogSurvival", one(lambda x, p: x * log1p(-p)), GEOMETRIC, integers=(0,))
add("Bernoulli.LogDensity", bernoulli, [(x, p) for x in (0.0, 1.0) for p in (1e-300, 1e-9, 0.02, 0.3, 0.5, 0.7, 0.97, 0.999999, 1 - 2.0 ** -52, 1e-17)], integers=(0,))
add("Bernoulli.LogDensityFromLogit", bernoulli_logit, [(x, l) for x in (0.0, 1.0) for l in (-700.0, -40.0, -3.0, -1e-9, 0.0, 0.2, 5.0, 36.0, 500.0, 1e-300)], integers=(0,))
add("DiscreteUniform.LogDensity", lambda x, l, u: [-log(u - l + 1)], [(l, l, u) for l, u in ((0.0, 9.0), (-3.0, 5.0), (7.0, 7.0), (-1e15, 1e15), (0.0, 1e300))] + [(float(k), 0.0, 20.0) for k in range(16)], integers=(0, 1, 2))


def total(terms, v):
    return fsum(terms(*v))


def moved(v, j, by):
    return [a + by if i == j else a for i, a in enumerate(v)]


def width(v, j, step):
    return step * (abs(v[j]) if v[j] else mpf(1))


def slope(f, v, j, step):
    h = width(v, j, step)
    if h == 0:
        h = step
    return (f(moved(v, j, h)) - f(moved(v, j, -h))) / (2 * h)


def written(value, digits=17):
    return nstr(value, digits, min_fixed=-4, max_fixed=6) if value else "0"


def lines(name, terms, points, integers, extra):
    further = extra if extra else lambda *_: 0
    for point in points:
        mp.dps = DIGITS + int(sum(abs(log10(abs(mpf(a)))) for a in point if a))
        v = [mpf(a) for a in point]
        free = [j for j in range(len(v)) if j not in integers]
        f = lambda w: total(terms, w)
        value = f(v)
        # Term by term, so that small slopes are not lost in the digits of the sum.
        slopes = {j: fsum(slope(lambda w: terms(*w)[k], v, j, SMALLER) for k in range(len(terms(*v)))) for j in free}
        scale = max([abs(t) for t in terms(*v)] + [abs(v[j] * slopes[j]) for j in free] + [further(None, slopes, *v)])
        cells = [written(value) + " " + written(scale, 3)]
        for j in range(len(v)):
            if j not in free:
                cells.append("-")
                continue
            parts = [abs(slope(lambda w: terms(*w)[k], v, j, SMALLER)) for k in range(len(terms(*v)))]
            bends = [abs(v[i] * slope(lambda w: slope(f, w, j, SMALLER), v, i, STEP)) for i in free]
            cells.append(written(slopes[j]) + " " + written(max(parts + bends + [further(j, slopes, *v)]), 3))
        yield f"{name}({', '.join(repr(a) for a in point)}) " + " | ".join(cells)


if __name__ == "__main__":
    for name, (terms, points, integers, extra) in F.items():
        for line in lines(name, terms, dict.fromkeys(points), integers, extra):
            print(line)
