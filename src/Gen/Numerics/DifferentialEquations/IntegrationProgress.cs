using System;
using System.Globalization;

namespace Gen.Numerics;

/// <summary>Where an integration stands: what was reached, what is next, and what to say when it cannot go on.</summary>
internal sealed class IntegrationProgress(string function, string remedy, int maxSteps)
{
    /// <summary>How the integration ended.</summary>
    public IntegrationStatus Status { get; private set; }

    /// <summary>The time to which the solution is known.</summary>
    public double Reached { get; set; }

    /// <summary>Steps tried since the last output time.</summary>
    public int StepsSinceOutput { get; private set; }

    /// <summary>Steps tried in all.</summary>
    public long Steps { get; private set; }

    /// <summary>The output time (or initial time) that was passed last.</summary>
    private double From { get; set; }

    /// <summary>The output time that is next.</summary>
    private double Target { get; set; }

    public void Begin(double initialTime, double firstTime)
    {
        Status = IntegrationStatus.NotStarted;
        Reached = From = initialTime;
        Target = firstTime;
        StepsSinceOutput = 0;
        Steps = 0;
    }

    /// <summary>Counts a step that is about to be tried; false when there may be none.</summary>
    public bool TryStep()
    {
        if (StepsSinceOutput == maxSteps)
        {
            return End(IntegrationStatus.StepLimit);
        }

        StepsSinceOutput++;
        Steps++;
        return true;
    }

    public void PassOutput(double next)
    {
        From = Target;
        Target = next;
        StepsSinceOutput = 0;
    }

    /// <summary>Sets the status; whether all times were reached.</summary>
    public bool End(IntegrationStatus status)
    {
        Status = status;
        return status == IntegrationStatus.Reached;
    }

    /// <summary>What happened, for whoever wrote the equation.</summary>
    public string Message => Status switch
    {
        IntegrationStatus.NotStarted => $"{function}: nothing was integrated.",
        IntegrationStatus.Reached => $"{function}: reached t = {Text(Reached)}.",
        IntegrationStatus.StepLimit =>
            $"{function}: {StepsSinceOutput.ToString(CultureInfo.InvariantCulture)} {(StepsSinceOutput == 1 ? "step" : "steps")} "
            + $"from t = {Text(From)} did not reach t = {Text(Target)} (reached {Text(Reached)}); "
            + $"raise maxSteps{(remedy.Length == 0 ? string.Empty : " or " + remedy)}.",
        IntegrationStatus.StepUnderflow =>
            $"{function}: no step from t = {Text(Reached)} towards t = {Text(Target)}, however short, keeps the tolerance; "
            + $"the solution is singular there{(remedy.Length == 0 ? string.Empty : ", or stiff: " + remedy)}.",
        IntegrationStatus.NotFinite =>
            $"{function}: the solution cannot be continued from t = {Text(Reached)} towards t = {Text(Target)}: the derivative is not finite there.",
        _ => $"{function}: the initial state and the initial time must be finite.",
    };

    private static string Text(double time) => Numbers.Text(time);
}
