using System;

namespace Gen;

/// <summary>A differential equation could not be solved up to the last time; the message says how far it came and what may help.</summary>
public sealed class OdeException : InvalidOperationException
{
    /// <summary>An exception without a message of its own.</summary>
    public OdeException()
    {
    }

    /// <summary>An exception that says <paramref name="message"/>.</summary>
    public OdeException(string message)
        : base(message)
    {
    }

    /// <summary>An exception that says <paramref name="message"/> because of <paramref name="innerException"/>.</summary>
    public OdeException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
