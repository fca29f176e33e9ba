using System.IO;

namespace Gen.Sampling;

/// <summary>
/// Has a state that decides later draws. What is written is all of it: loaded into another instance that was made with the same arguments, it goes on as this one does, to
/// the last bit. Buffers whose content nobody reads before it is written anew are no part of it.
/// </summary>
internal interface ICheckpointed
{
    /// <summary>Writes the state.</summary>
    void Save(BinaryWriter writer);

    /// <summary>Takes over a state that <see cref="Save"/> wrote.</summary>
    /// <exception cref="InvalidDataException">No instance could have written it.</exception>
    /// <exception cref="EndOfStreamException">It ends too early.</exception>
    void Load(BinaryReader reader);
}
