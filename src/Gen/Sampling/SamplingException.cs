using System;

namespace Gen;

/// <summary>Sampling could not begin or go on; the message says why, in terms of the model.</summary>
public sealed class SamplingException : Exception
{
    /// <summary>An exception without a message of its own.</summary>
    public SamplingException()
    {
    }

    /// <summary>An exception that says <paramref name="message"/>.</summary>
    public SamplingException(string message)
        : base(message)
    {
    }

    /// <summary>An exception that says <paramref name="message"/> because of <paramref name="innerException"/>.</summary>
    public SamplingException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
