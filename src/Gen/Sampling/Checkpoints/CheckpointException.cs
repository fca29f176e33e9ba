using System;

namespace Gen;

/// <summary>
/// The file of <see cref="SamplingOptions.Checkpoint"/> is not one from which this run can go on, or cannot be read or, at the start, written; the message names the file and
/// says why. The file is left as it is.
/// </summary>
public sealed class CheckpointException : Exception
{
    /// <summary>An exception without a message of its own.</summary>
    public CheckpointException()
    {
    }

    /// <summary>An exception that says <paramref name="message"/>.</summary>
    public CheckpointException(string message)
        : base(message)
    {
    }

    /// <summary>An exception that says <paramref name="message"/> because of <paramref name="innerException"/>.</summary>
    public CheckpointException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
