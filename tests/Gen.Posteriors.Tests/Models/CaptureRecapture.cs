using static Gen.Modeling;

namespace Gen.Posteriors.Tests.Models;

/// <summary>posteriordb's <c>M0_model</c>: the size of a population from its members' captures, all alike (Kéry and Schaub 2012, chapter 6).</summary>
public partial class CaptureAlike
{
    [Model]
    static partial void Define(Matrix y)
    {
        var omega = Sample(Uniform(0, 1));
        var p = Sample(Uniform(0, 1));
        var total = Sum(y, 1);
        Observe(total, ZeroInflated(omega, Binomial(y.Columns, p)));
        var seen = Sum(total > 0);
        var unseen = Pow(1 - p, y.Columns) * omega;
        var missed = Generate(Binomial(y.Rows - seen, unseen / (unseen + 1 - omega)));
        var size = Deterministic(seen + missed);
    }
}

/// <summary>posteriordb's <c>Mb_model</c>: the probability changes once an animal was captured the last time.</summary>
public partial class CaptureBehaviour
{
    [Model]
    static partial void Define(Matrix y)
    {
        var omega = Sample(Uniform(0, 1));
        var p = Sample(Uniform(0, 1));
        var c = Sample(Uniform(0, 1));
        for (var i = 0; i < y.Rows; i++)
        {
            var given = Log(omega) + Bernoulli(p).LogDensity(y[i, 0]);
            for (var j = 1; j < y.Columns; j++)
            {
                given += Bernoulli(y[i, j - 1] > 0 ? c : p).LogDensity(y[i, j]);
            }

            Potential(Sum(y[i]) > 0 ? given : LogSumExp([given, Log(1 - omega)]));
        }
    }
}

/// <summary>posteriordb's <c>Mh_model</c>: animals differ.</summary>
public partial class CaptureHeterogeneous
{
    [Model]
    static partial void Define(int[] y, int occasions)
    {
        var omega = Sample(Uniform(0, 1));
        var meanP = Sample(Uniform(0, 1));
        var sigma = Sample(Uniform(0, 5));
        var raw = Sample(Normal(0, 1), y.Length);
        Observe(y, ZeroInflated(omega, Binomial(occasions, logitP: Logit(meanP) + sigma * raw)));
    }
}

/// <summary>posteriordb's <c>Mth_model</c>: animals and occasions differ.</summary>
public partial class CaptureTimeHeterogeneous
{
    [Model]
    static partial void Define(Matrix y)
    {
        var omega = Sample(Uniform(0, 1));
        var meanP = Sample(Uniform(0, 1), y.Columns);
        var sigma = Sample(Uniform(0, 5));
        var raw = Sample(Normal(0, 1), y.Rows);
        for (var i = 0; i < y.Rows; i++)
        {
            var given = Log(omega) + Sum(Bernoulli(logitP: Logit(meanP) + sigma * raw[i]).LogDensity(y[i]));
            Potential(Sum(y[i]) > 0 ? given : LogSumExp([given, Log(1 - omega)]));
        }
    }
}

/// <summary>posteriordb's <c>Mtbh_model</c>: animals and occasions differ, and having been captured matters.</summary>
public partial class CaptureTimeBehaviourHeterogeneous
{
    [Model]
    static partial void Define(Matrix y)
    {
        var omega = Sample(Uniform(0, 1));
        var meanP = Sample(Uniform(0, 1), y.Columns);
        var gamma = Sample(Normal(0, 10));
        var sigma = Sample(Uniform(0, 3));
        var raw = Sample(Normal(0, 1), y.Rows);
        for (var i = 0; i < y.Rows; i++)
        {
            Vector before = [0, .. y[i, ..^1]];
            var given = Log(omega) + Sum(Bernoulli(logitP: Logit(meanP) + sigma * raw[i] + gamma * before).LogDensity(y[i]));
            Potential(Sum(y[i]) > 0 ? given : LogSumExp([given, Log(1 - omega)]));
        }
    }
}
