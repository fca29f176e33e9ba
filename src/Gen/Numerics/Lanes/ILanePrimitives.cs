namespace Gen.Numerics;

/// <summary>
/// What a lane type supplies beyond arithmetic so that a function's algorithm is written once for all widths: selection without an
/// intermediate condition, and the bits of a double.
/// </summary>
/// <typeparam name="V">The lane type itself.</typeparam>
internal interface ILanePrimitives<V> : ILanes<V>
    where V : struct, ILanePrimitives<V>
{
    /// <summary>a * b + c with a constant <paramref name="c"/>, rounded once where the processor can.</summary>
    static abstract V MultiplyAdd(V a, V b, double c);

    /// <summary>a * b + c with a constant <paramref name="b"/>, rounded once where the processor can.</summary>
    static abstract V MultiplyAdd(V a, double b, V c);

    /// <summary>a * b + c, rounded once on every processor.</summary>
    static abstract V FusedMultiplyAdd(V a, V b, V c);

    /// <summary><paramref name="x"/> where a &lt; b, else <paramref name="y"/> (also where a or b is NaN).</summary>
    static abstract V WhereLess(V a, V b, V x, V y);

    /// <summary>The size of one number with the sign of another.</summary>
    static abstract V CopySign(V magnitude, V sign);

    /// <summary>
    /// x * 2^n for an integral n between -1076 and 1026, rounded once where the result is subnormal. Other n give a number without meaning.
    /// </summary>
    static abstract V Scale(V x, V n);

    /// <summary>x * 2^n for an integral n between -1022 and 1023 and a result in the normal range.</summary>
    static abstract V ScaleNormal(V x, V n);

    /// <summary>Whether every lane is less than <paramref name="bound"/> (NaN is not).</summary>
    static abstract bool AllLess(V x, double bound);

    /// <summary>Whether every lane is positive, finite and not subnormal.</summary>
    static abstract bool AllPositiveNormal(V x);

    /// <summary>Adds an integer to the 64 bits of each lane.</summary>
    static abstract V AddBits(V x, long bits);

    /// <summary>The 64 bits of each lane, and a mask.</summary>
    static abstract V AndBits(V x, long mask);

    /// <summary>The 64 bits of each lane, or a mask.</summary>
    static abstract V OrBits(V x, long mask);

    /// <summary>The 64 bits of each lane moved left.</summary>
    static abstract V ShiftLeftBits(V x, int count);

    /// <summary>The 64 bits of each lane moved right, zeros coming in.</summary>
    static abstract V ShiftRightBits(V x, int count);

    /// <summary>A scalar function of each lane, one after the other.</summary>
    static abstract V Each<F>(V x)
        where F : struct, IScalarFunction;

    /// <summary>A scalar function of each pair of lanes, one after the other.</summary>
    static abstract V EachPair<F>(V x, V y)
        where F : struct, IScalarFunctionOfTwo;
}

/// <summary>
/// A lane type and the processor's type that it wraps. Functions that are called, not inlined, return the latter: a structure around it would be
/// copied in parts between calls, which stalls the load that follows.
/// </summary>
/// <typeparam name="V">The lane type itself.</typeparam>
/// <typeparam name="A">How such functions take it: as the wrapped type, or <see cref="InMemory{R}"/>.</typeparam>
/// <typeparam name="R">The wrapped type: a vector of doubles, or double.</typeparam>
internal interface IRegisterLanes<V, A, R> : ILanePrimitives<V>
    where V : struct, IRegisterLanes<V, A, R>
    where A : allows ref struct
{
    /// <summary>The lanes of an argument.</summary>
    static abstract V Of(A argument);

    /// <summary>The register of lanes.</summary>
    static abstract R RegisterOf(V x);
}

/// <summary>A scalar function as a type, so that its call is resolved when a kernel is compiled.</summary>
internal interface IScalarFunction
{
    /// <summary>The function's value.</summary>
    static abstract double Of(double x);
}

/// <summary>A scalar function of two numbers as a type.</summary>
internal interface IScalarFunctionOfTwo
{
    /// <summary>The function's value.</summary>
    static abstract double Of(double x, double y);
}
