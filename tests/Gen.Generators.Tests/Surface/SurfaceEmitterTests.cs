using Gen.Compiler.Emission.Surface;
using Gen.Generators.Tests.Harness;
using Gen.Generators.Tests.Surface.Models;
using Xunit;

namespace Gen.Generators.Tests.Surface;

public class SurfaceEmitterTests
{
    [Fact]
    public void Demand_reads_like_a_page_that_was_written() =>
        Snapshot.Verify(SurfaceEmitter.Emit(DemandModel.Build(), DemandModel.Sources), "Demand");

    [Fact]
    public void A_regression_with_labels_reads_like_a_page_that_was_written() =>
        Snapshot.Verify(SurfaceEmitter.Emit(RegressionModel.Build(), RegressionModel.Sources), "LinearRegression");

    [Fact]
    public void Demand_compiles_with_warnings_on() => Assert.Empty(SourceCompilation.Problems(SourceCompilation.Of(
        ("Demand.cs", DemandModel.Body),
        ("Demand.g.cs", SourceCompilation.WithWarnings(SurfaceEmitter.Emit(DemandModel.Build(), DemandModel.Sources))),
        ("Demand.Kernels.g.cs", "#nullable enable\n" + DemandKernels.Text))));

    [Fact]
    public void Emission_does_not_depend_on_the_culture()
    {
        var expected = SurfaceEmitter.Emit(DemandModel.Build(), DemandModel.Sources);
        Assert.Equal("0,5", Cultures.Under(Cultures.German, () => $"{0.5}"));
        Assert.Equal(expected, Cultures.Under(Cultures.German, () => SurfaceEmitter.Emit(DemandModel.Build(), DemandModel.Sources)));
    }
}
