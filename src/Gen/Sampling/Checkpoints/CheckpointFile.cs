using System;
using System.IO;

namespace Gen.Sampling;

/// <summary>
/// A file of the bytes by which it is known, content, and a checksum of both. It is written beside the one that it replaces, which stands until the new one is on the disk:
/// whenever the process ends, one of the two is whole.
/// </summary>
internal sealed class CheckpointFile : IDisposable
{
    private const int ChecksumLength = sizeof(ulong);
    private const int BufferLength = 1 << 16;

    private readonly string path, temporary;
    private readonly FileStream stream;
    private bool isCommitted;

    /// <summary>Begins a file that is to stand at <paramref name="path"/>.</summary>
    public CheckpointFile(string path)
    {
        this.path = path;
        temporary = path + ".new";
        stream = new FileStream(temporary, FileMode.Create, FileAccess.ReadWrite, FileShare.None, BufferLength);
        Writer = new BinaryWriter(stream);
        Writer.Write(Mark);
    }

    /// <summary>Writes the content.</summary>
    public BinaryWriter Writer { get; }

    private static ReadOnlySpan<byte> Mark => "Gen run\n"u8;

    /// <summary>Opens a file and reads its content; the reader stands at its beginning.</summary>
    /// <exception cref="InvalidDataException">It is torn or no such file; the message says so.</exception>
    public static T Read<T>(string path, Func<BinaryReader, T> content)
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, BufferLength);
        var mark = new byte[Math.Min(Mark.Length, stream.Length)];
        stream.ReadExactly(mark);
        if (!Mark.StartsWith(mark))
            throw new InvalidDataException("is not a checkpoint of Gen");
        if (stream.Length < Mark.Length + ChecksumLength)
            throw new InvalidDataException($"is torn (it is {stream.Length} bytes long)");

        var end = stream.Length - ChecksumLength;
        using var reader = new BinaryReader(stream);
        stream.Position = 0;
        if (Checksum.Of(stream, end) != reader.ReadUInt64())
            throw new InvalidDataException($"is torn or was altered (its {stream.Length} bytes do not have the checksum with which they end)");
        stream.Position = Mark.Length;
        T result;
        try
        {
            result = content(reader);
        }
        catch (Exception exception) when (exception is EndOfStreamException or FormatException)
        {
            throw new InvalidDataException("is torn (it ends too early)", exception);
        }

        return stream.Position == end ? result : throw new InvalidDataException($"is torn (its content ends at byte {stream.Position} of {end})");
    }

    /// <summary>Ends the file, and puts it in the place of what stands at its path.</summary>
    public void Commit()
    {
        Writer.Flush();
        var length = stream.Position;
        stream.Position = 0;
        Writer.Write(Checksum.Of(stream, length));
        Writer.Flush();
        stream.Flush(flushToDisk: true);
        stream.Dispose();
        File.Move(temporary, path, overwrite: true);
        isCommitted = true;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (isCommitted)
            return;
        Attempt(stream.Dispose);
        Attempt(() => File.Delete(temporary));
    }

    /// <summary>Tries to take away what is left of a file; where that fails, it is no use, and the next one is written over it.</summary>
    private static void Attempt(Action act)
    {
        try
        {
            act();
        }
        catch (Exception exception) when (exception is UnauthorizedAccessException or IOException)
        {
        }
    }
}
