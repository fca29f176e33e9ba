namespace AbTest;

/// <summary>Two weeks of an experiment. The numbers are made up, of a size that a shop sees.</summary>
public static class Experiment
{
    /// <summary>Visitors who saw the page as it was.</summary>
    public const int VisitorsA = 4810;

    /// <summary>Those of them who bought.</summary>
    public const int ConversionsA = 291;

    /// <summary>Visitors who saw the new page.</summary>
    public const int VisitorsB = 4752;

    /// <summary>Those of them who bought.</summary>
    public const int ConversionsB = 327;
}
