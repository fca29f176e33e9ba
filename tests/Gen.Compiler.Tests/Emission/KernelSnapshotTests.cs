using Gen.Compiler.Emission;
using Gen.Generators.Tests.Harness;
using Xunit;

namespace Gen.Compiler.Tests.Emission;

/// <summary>Emitted kernels as a reader finds them. That they are right is for other tests.</summary>
public sealed class KernelSnapshotTests
{
    [Theory]
    [InlineData("Demand")]
    [InlineData("Radon")]
    [InlineData("Garch")]
    [InlineData("LinearRegression")]
    public void Kernels_read_like_code_that_was_written(string model) => Snapshot.Verify(KernelsEmitter.Emit(KernelModels.Read(model)), model);
}
