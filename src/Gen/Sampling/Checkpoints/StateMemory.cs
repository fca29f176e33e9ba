using System.IO;
using Gen.Numerics;

namespace Gen.Sampling;

/// <summary>
/// Remembers where a chain and its random numbers stand before a draw, to go back there where the draw is interrupted. Allocates nothing once it has remembered.
/// </summary>
internal sealed class StateMemory
{
    private readonly RandomStream random;
    private readonly NoUTurnSampler sampler;
    private readonly BinaryWriter writer = new(new MemoryStream());
    private readonly BinaryReader reader;

    /// <summary>A memory of the state of <paramref name="random"/> and <paramref name="sampler"/>.</summary>
    public StateMemory(RandomStream random, NoUTurnSampler sampler)
    {
        (this.random, this.sampler) = (random, sampler);
        reader = new BinaryReader(writer.BaseStream);
    }

    /// <summary>Remembers the present state.</summary>
    public void Remember()
    {
        writer.BaseStream.Position = 0;
        writer.Write(random);
        sampler.Save(writer);
    }

    /// <summary>Goes back to it.</summary>
    public void Restore()
    {
        reader.BaseStream.Position = 0;
        reader.Read(random);
        sampler.Load(reader);
    }
}
