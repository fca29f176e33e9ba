using Xunit;

namespace Gen.Compiler.Tests.Passes;

public sealed class TransformParametersTests
{
    [Fact]
    public void Each_support_has_its_bijection_and_log_Jacobian() => PassedModels.LogDensity("Transform parameters", "", """
        var x = Sample(Normal(0, 1));
        var s = Sample(HalfNormal(1));
        var p = Sample(Beta(2, 2));
        var u = Sample(Uniform(-1, 3));
        """).Prints("""
        x = free.x
        x ~ Normal(0, 1)
        s = exp(free.s)
        target += free.s
        s ~ HalfNormal(1)
        p = inverseLogit(free.p)
        target += (-log1pExp(-free.p) - log1pExp(free.p))
        p ~ Beta(2, 2)
        u = ((4 * inverseLogit(free.u)) - 1)
        target += ((1.3862943611198906 - log1pExp(-free.u)) - log1pExp(free.u))
        u ~ Uniform(-1, 3)
        """);

    [Fact]
    public void The_bounds_of_an_interval_may_depend_on_other_latents() => PassedModels.LogDensity("Transform parameters", "", """
        var a = Sample(Uniform(0, 1));
        var b = Sample(Uniform(0, 1 - a));
        """).Prints("""
        a = inverseLogit(free.a)
        target += (-log1pExp(-free.a) - log1pExp(free.a))
        a ~ Uniform(0, 1)
        b = ((1 - a) * inverseLogit(free.b))
        target += ((log1p(-a) - log1pExp(-free.b)) - log1pExp(free.b))
        b ~ Uniform(0, (1 - a))
        """);

    [Fact]
    public void A_latent_that_a_loop_samples_is_transformed_whole_before_the_loop() => PassedModels.LogDensity("Transform parameters", "int n", """
        var theta = new Vector(n);
        theta[0] = Sample(HalfNormal(1));
        for (var t = 1; t < n; t++)
            theta[t] = Sample(HalfNormal(theta[t - 1]));
        """).Prints("""
        theta[i] = exp(free.theta[i])  for i < n
        target += free.theta[i]  for i < n
        theta[0] ~ HalfNormal(1)
        for 1 <= i < n:
          theta[i] ~ HalfNormal(theta[(i - 1)])
        """);
}
