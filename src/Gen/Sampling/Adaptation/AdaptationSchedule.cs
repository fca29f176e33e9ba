namespace Gen;

/// <summary>How the step size and the metric are learnt while tuning.</summary>
public enum AdaptationSchedule
{
    /// <summary>
    /// nutpie's: a diagonal or low-rank metric from draws and their gradients, renewed often, in windows that are short at first and grow. It
    /// tunes in fewer draws than Stan's.
    /// </summary>
    Nutpie,

    /// <summary>Stan's: a diagonal or dense metric from the variances of draws, renewed at the ends of doubling windows.</summary>
    Stan,
}
