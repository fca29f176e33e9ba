using System.Runtime.CompilerServices;

namespace Gen.Numerics;

/// <summary>An argument of a called function, by the address of the caller's copy.</summary>
/// <remarks>
/// Vectors of 32 and 64 bytes passed by value lie at the lower end of the caller's frame, whose size is a multiple of 16 bytes only. A local variable lies
/// where <see cref="StackAlignment"/> puts it.
/// </remarks>
internal readonly ref struct InMemory<R>
{
    private readonly ref readonly R register;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public InMemory(in R register) => this.register = ref register;

    public R Register
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => register;
    }
}
