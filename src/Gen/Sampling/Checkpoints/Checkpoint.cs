using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Threading;

namespace Gen.Sampling;

/// <summary>
/// The file of a run's state. Once it is due, each chain is written by the thread that has it, at the end of its slice; the last one ends the file. Chains are independent
/// once they have started: their states need not be of one moment, no chain waits for another, and nothing is copied but into the file.
/// </summary>
internal sealed class Checkpoint : IDisposable
{
    private readonly string path, target;
    private readonly TimeSpan interval;
    private readonly CheckpointHeader header;
    private readonly IReadOnlyList<Chain> chains;
    private readonly FileStream claim;
    private readonly Lock gate = new();

    // What other threads may know of a chain that is no longer theirs.
    private readonly bool[] isComplete, isWritten;
    private CheckpointFile? pending;
    private long written, drawsWritten = -1, drawsPending;

    /// <summary>The checkpoint of <paramref name="chains"/>, which no other run has at the same time.</summary>
    /// <exception cref="CheckpointException">Another run has it, or its folder is not there or cannot be written to.</exception>
    public Checkpoint(string path, TimeSpan interval, CheckpointHeader header, IReadOnlyList<Chain> chains)
    {
        this.path = Path.GetFullPath(path);
        this.interval = interval;
        this.header = header;
        this.chains = chains;
        (isComplete, isWritten) = (new bool[chains.Count], new bool[chains.Count]);
        target = Try(() => Target(this.path), "cannot be found");
        claim = Try(
            () => new FileStream(target + ".lock", FileMode.OpenOrCreate, FileAccess.Write, FileShare.None, bufferSize: 0, FileOptions.DeleteOnClose),
            "cannot be had by this run alone");
    }

    /// <summary>Why the newest state could not be written; null where it was.</summary>
    public string? Failure { get; private set; }

    /// <summary>Takes over the state in the file; false where there is none.</summary>
    /// <exception cref="CheckpointException">It is not one of this run.</exception>
    public bool TryLoad()
    {
        try
        {
            if (!Try(() => File.Exists(target) && CheckpointFile.Read(target, Load), "cannot be read"))
                return false;
            if (chains.Select(chain => chain.Disagreement()).FirstOrDefault(disagreement => disagreement is not null) is { } other)
                throw new InvalidDataException($"is of other data: {other}");
        }
        catch (InvalidDataException exception)
        {
            throw new CheckpointException($"The checkpoint '{path}' {exception.Message}.", exception);
        }

        (written, drawsWritten) = (Stopwatch.GetTimestamp(), DrawsDone());
        return true;
    }

    /// <summary>Writes <paramref name="chain"/>, which the calling thread has and takes no further meanwhile, if it is time for that.</summary>
    /// <remarks>Where it cannot be written, the run goes on: its draws are worth more than its file, which is tried again after another interval.</remarks>
    public void AfterSlice(Chain chain)
    {
        // Where another chain is being written, this one goes on and is written after its next slice; after the last slice there is none.
        if (chain.Complete)
            gate.Enter();
        else if (!gate.TryEnter())
            return;
        try
        {
            isComplete[chain.Number] = chain.Complete;
            if (pending is null && Stopwatch.GetElapsedTime(written) >= interval)
                Begin();
            Add(chain);
        }
        catch (CheckpointException exception)
        {
            GiveUp(exception);
        }
        finally
        {
            gate.Exit();
        }
    }

    /// <summary>Writes all chains, while no thread has any, when the run is over; where they cannot be written, the run has its draws all the same.</summary>
    public void WriteLast()
    {
        try
        {
            WriteAll();
        }
        catch (CheckpointException exception)
        {
            GiveUp(exception);
        }
    }

    /// <summary>Writes all chains, while no thread has any, unless nothing has changed or not all have started.</summary>
    /// <exception cref="CheckpointException">They cannot be written.</exception>
    public void WriteAll()
    {
        if (!chains.All(chain => chain.HasStarted) || DrawsDone() == drawsWritten)
            return;
        pending?.Dispose();
        Begin();
        foreach (var chain in chains)
            Add(chain);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        pending?.Dispose();
        claim.Dispose();
    }

    /// <summary>The file to which a path leads: a link's is that at its end, so that the link stays.</summary>
    private static string Target(string path)
    {
        var target = new FileInfo(path).LinkTarget is null ? path : File.ResolveLinkTarget(path, returnFinalTarget: true)!.FullName;
        var folder = Path.GetDirectoryName(target);
        return folder is null || Directory.Exists(folder) ? target : throw new DirectoryNotFoundException($"there is no folder '{folder}'.");
    }

    private void GiveUp(CheckpointException exception)
    {
        pending?.Dispose();
        (pending, written, Failure) = (null, Stopwatch.GetTimestamp(), exception.Message);
    }

    private long DrawsDone() => chains.Sum(chain => (long)chain.Done);

    private void Begin()
    {
        Array.Clear(isWritten);
        drawsPending = 0;
        var file = pending = Try(() => new CheckpointFile(target), "cannot be written");
        Try(() => Write(header, file), "cannot be written");
        foreach (var chain in chains.Where(chain => isComplete[chain.Number]))
            Add(chain);
    }

    /// <summary>Adds a chain to the file that is being written, if there is one that does not have it yet.</summary>
    private void Add(Chain chain)
    {
        if (pending is { } file && !isWritten[chain.Number])
            Try(() => Write(chain, file), "cannot be written");
    }

    private static bool Write(CheckpointHeader header, CheckpointFile file)
    {
        header.Write(file.Writer);
        return true;
    }

    private bool Write(Chain chain, CheckpointFile file)
    {
        file.Writer.Write(chain.Number);
        chain.Save(file.Writer);
        isWritten[chain.Number] = true;
        drawsPending += chain.Done;
        var isWhole = Array.TrueForAll(isWritten, isIn => isIn);
        if (isWhole)
        {
            file.Commit();
            (pending, written, drawsWritten, Failure) = (null, Stopwatch.GetTimestamp(), drawsPending, null);
        }

        return isWhole;
    }

    private bool Load(BinaryReader reader)
    {
        header.Require(reader);
        var isLoaded = new bool[chains.Count];
        for (var i = 0; i < chains.Count; i++)
        {
            var number = reader.ReadCount(chains.Count - 1);
            if (isLoaded[number])
                throw new InvalidDataException($"is torn (it has chain {number} twice)");
            chains[number].Load(reader);
            isLoaded[number] = true;
        }

        return true;
    }

    /// <summary>Does something with files; where that fails, the exception names this one.</summary>
    private T Try<T>(Func<T> act, string failure)
    {
        try
        {
            return act();
        }
        catch (Exception exception) when (exception is UnauthorizedAccessException or IOException)
        {
            throw new CheckpointException($"The checkpoint '{path}' {failure}: {exception.Message}", exception);
        }
    }
}
