using static Gen.Modeling;

namespace Gen.Posteriors.Tests.Models;

/// <summary>posteriordb's <c>accel_splines</c>: a head's acceleration in a crash, mean and spread by smoothing splines (Silverman 1985, by way of brms).</summary>
public partial class MotorcycleSplines
{
    [Model]
    static partial void Define(Vector y, Matrix x, Matrix z, Matrix xSigma, Matrix zSigma)
    {
        var intercept = Sample(StudentT(3, -13, 36));
        var b = Sample(Flat(), x.Columns);
        var raw = Sample(Normal(0, 1), z.Columns);
        var scale = Sample(HalfStudentT(3, 36));
        var interceptSigma = Sample(StudentT(3, 0, 10));
        var bSigma = Sample(Flat(), xSigma.Columns);
        var rawSigma = Sample(Normal(0, 1), zSigma.Columns);
        var scaleSigma = Sample(HalfStudentT(3, 36));
        var mu = intercept + Dot(x, b) + Dot(z, scale * raw);
        Observe(y, Normal(mu, Exp(interceptSigma + Dot(xSigma, bSigma) + Dot(zSigma, scaleSigma * rawSigma))));
    }
}

/// <summary>posteriordb's <c>accel_gp</c>: by Gaussian processes in place of the splines, each by the eigenfunctions of a box.</summary>
public partial class MotorcycleProcess
{
    [Model]
    static partial void Define(Vector y, Matrix x, Vector frequency, Matrix xSigma, Vector frequencySigma)
    {
        var intercept = Sample(StudentT(3, -13, 36));
        var sd = Sample(HalfStudentT(3, 36));
        var length = Sample(InverseGamma(1.124909, 0.0177));
        var z = Sample(Normal(0, 1), x.Columns);
        var interceptSigma = Sample(StudentT(3, 0, 10));
        var sdSigma = Sample(HalfStudentT(3, 36));
        var lengthSigma = Sample(InverseGamma(1.124909, 0.0177));
        var zSigma = Sample(Normal(0, 1), xSigma.Columns);
        var mu = intercept + Dot(x, Amplitude(frequency, sd, length) * z);
        Observe(y, Normal(mu, Exp(interceptSigma + Dot(xSigma, Amplitude(frequencySigma, sdSigma, lengthSigma) * zSigma))));
    }

    static Vector Amplitude(Vector frequency, double sd, double length) =>
        Sqrt(Square(sd) * Sqrt(2 * System.Math.PI) * length * Exp(-0.5 * Square(length * frequency)));
}
