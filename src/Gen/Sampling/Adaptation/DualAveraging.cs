using System;
using System.IO;

namespace Gen.Sampling;

/// <summary>Drives the step size so that the mean acceptance statistic meets a target.</summary>
/// <remarks>Hoffman and Gelman (2014), "The No-U-Turn sampler", section 3.2, with their constants γ = 0.05, t₀ = 10, κ = 0.75, which Stan and PyMC use.</remarks>
internal sealed class DualAveraging(double target, double maxStepSize = double.PositiveInfinity) : ICheckpointed
{
    /// <summary>
    /// The fewest tuning draws it is of use in: it begins by trying ten times the step size that a search found, and a few draws are not enough to come
    /// back from there. Stan, too, adapts nothing in fewer.
    /// </summary>
    public const int FewestDraws = 20;

    private const double Shrinkage = 0.05;
    private const double Offset = 10;
    private const double Decay = 0.75;

    private readonly double maxLogStep = Math.Log(maxStepSize);
    private double centre, error, logStep, averageLogStep;
    private int count;

    /// <summary>The acceptance that is aimed at.</summary>
    public double Target { get; set; } = target;

    /// <summary>The step size to try next.</summary>
    public double StepSize => Math.Exp(logStep);

    /// <summary>The averaged step size, to be used once adaptation is over.</summary>
    public double AverageStepSize => Math.Exp(averageLogStep);

    /// <summary>Forgets everything and starts again around ten times <paramref name="stepSize"/>.</summary>
    public void Restart(double stepSize)
    {
        logStep = averageLogStep = Math.Log(stepSize);
        centre = Math.Log(10 * stepSize);
        error = 0;
        count = 0;
    }

    /// <summary>Learns from one transition's <paramref name="acceptance"/>, in [0, 1].</summary>
    public void Learn(double acceptance)
    {
        count++;
        var weight = 1 / (count + Offset);
        error = (1 - weight) * error + weight * (Target - acceptance);
        logStep = Math.Min(centre - error * Math.Sqrt(count) / Shrinkage, maxLogStep);
        var averageWeight = Math.Pow(count, -Decay);
        averageLogStep = (1 - averageWeight) * averageLogStep + averageWeight * logStep;
    }

    /// <inheritdoc/>
    public void Save(BinaryWriter writer)
    {
        writer.Write(Target);
        writer.Write(centre);
        writer.Write(error);
        writer.Write(logStep);
        writer.Write(averageLogStep);
        writer.Write(count);
    }

    /// <inheritdoc/>
    public void Load(BinaryReader reader)
    {
        Target = reader.ReadDouble();
        centre = reader.ReadDouble();
        error = reader.ReadDouble();
        logStep = reader.ReadDouble();
        averageLogStep = reader.ReadDouble();
        count = reader.ReadInt32();
    }
}
