using System;
using System.Linq;
using Gen.Compiler.Emission.Surface;
using Gen.Generators.Tests.Harness;
using Gen.Generators.Tests.Surface.Models;
using Xunit;

namespace Gen.Generators.Tests.Generator;

public class GeneratedModelTests
{
    [Fact]
    public void Each_model_has_a_surface_and_kernels()
    {
        var run = GeneratorRun.Of(("Demand.cs", DemandModel.Body), ("Regression.cs", RegressionModel.Body));
        Assert.Empty(run.Result.Diagnostics);
        Assert.Equal(
            ["LinearRegression.Kernels.g.cs", "LinearRegression.g.cs", "Shop.Demand.Kernels.g.cs", "Shop.Demand.g.cs"],
            run.Files.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_surface_of_the_text_is_that_of_the_model_built_by_hand() =>
        Assert.Equal(
            SurfaceEmitter.Emit(DemandModel.Build(), DemandModel.Sources),
            GeneratorRun.Of(("Demand.cs", DemandModel.Body)).Files["Shop.Demand.g.cs"]);

    [Fact]
    public void Files_do_not_depend_on_the_culture()
    {
        var expected = GeneratorRun.Of(("Demand.cs", DemandModel.Body)).Files;
        Assert.Equal(expected, Cultures.Under(Cultures.German, () => GeneratorRun.Of(("Demand.cs", DemandModel.Body)).Files));
    }
}
