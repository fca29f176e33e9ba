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
    public void An_interval_with_one_end_or_none_and_an_angle_have_maps_of_their_own() => PassedModels.LogDensity("Transform parameters", "double edge", """
        var free = Sample(Flat());
        var above = Sample(Flat(lower: edge));
        var below = Sample(Flat(upper: 2));
        var heavy = Sample(Pareto(3, above));
        var angle = Sample(VonMises(0, 1));
        """).Prints("""
        free = free.free
        free ~ Flat(-Infinity, Infinity)
        above = (edge + exp(free.above))
        target += free.above
        above ~ Flat(edge, Infinity)
        below = (2 - exp(free.below))
        target += free.below
        below ~ Flat(-Infinity, 2)
        heavy = (above + exp(free.heavy))
        target += free.heavy
        heavy ~ Pareto(3, above)
        angle = (free.angle - (6.283185307179586 * floor(((0.15915494309189535 * free.angle) + 0.5))))
        target += ((-0.0018691885767350776 - log1pExp((-free.angle - 3.141592653589793))) - log1pExp((free.angle - 3.141592653589793)))
        angle ~ VonMises(0, 1)
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
