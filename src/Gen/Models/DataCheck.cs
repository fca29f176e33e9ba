using System;
using System.ComponentModel;
using System.Globalization;
using System.Linq;
using System.Runtime.CompilerServices;
using Gen.Distributions;
using Gen.Numerics;

namespace Gen.Models;

/// <summary>
/// The checks that a generated model makes of its data when it is constructed, with messages that name the model, the parameters and the sizes.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static partial class DataCheck
{
    /// <summary>The elements of a vector, copied.</summary>
    /// <exception cref="ArgumentException">An element is not finite; the message gives its index.</exception>
    public static double[] Values(string model, string name, Vector values)
    {
        ArgumentNullException.ThrowIfNull(values, name);
        return Finite(model, name, values.ToArray(), index => $"[{index}]");
    }

    /// <summary>Requires that a position and a gradient have an element for each coordinate of a log-density.</summary>
    /// <exception cref="ArgumentException">One has not; the message names it, with its length and the dimension.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Coordinates(string model, int dimension, ReadOnlySpan<double> position, ReadOnlySpan<double> gradient)
    {
        if (position.Length != dimension || gradient.Length != dimension)
        {
            throw position.Length != dimension ? Misfit(model, dimension, nameof(position), position.Length) : Misfit(model, dimension, nameof(gradient), gradient.Length);
        }
    }

    private static ArgumentException Misfit(string model, int dimension, string name, int length) =>
        new($"{model}: '{name}' has length {length}, but the log-density has dimension {dimension}: give spans as long as its Dimension", name);

    /// <summary>The elements of a matrix row by row, copied.</summary>
    /// <exception cref="ArgumentException">An element is not finite; the message gives its row and column.</exception>
    public static double[] Values(string model, string name, Matrix values)
    {
        ArgumentNullException.ThrowIfNull(values, name);
        var columns = values.Columns;
        return Finite(model, name, values.AsSpan().ToArray(), index => $"[{index / columns}, {index % columns}]");
    }

    /// <summary>A number.</summary>
    /// <exception cref="ArgumentException">It is not finite.</exception>
    public static double Number(string model, string name, double? value) =>
        double.IsFinite(value!.Value) ? value.Value : throw new ArgumentException($"{model}: '{name}' is {Show(value.Value)}; data must be finite", name);

    /// <summary>An integer.</summary>
    public static int Integer(string model, string name, int? value) => value!.Value;

    /// <summary>1 for true and 0 for false.</summary>
    public static int Boolean(string model, string name, bool? value) => value!.Value ? 1 : 0;

    /// <summary>Integers, copied.</summary>
    public static int[] Integers(string model, string name, int[] values)
    {
        ArgumentNullException.ThrowIfNull(values, name);
        return [.. values];
    }

    /// <summary>A matrix of integers row by row, copied.</summary>
    public static int[] Integers(string model, string name, int[,] values)
    {
        ArgumentNullException.ThrowIfNull(values, name);
        var copy = new int[values.Length];
        Buffer.BlockCopy(values, 0, copy, 0, sizeof(int) * copy.Length);
        return copy;
    }

    /// <summary>A matrix over a copy of row-major integers.</summary>
    public static int[,] Integers(int[] values, int rows, int columns)
    {
        var matrix = new int[rows, columns];
        Buffer.BlockCopy(values, 0, matrix, 0, sizeof(int) * matrix.Length);
        return matrix;
    }

    /// <summary>Checks that two lengths agree, where both are known.</summary>
    /// <exception cref="ArgumentException">They do not; the message names both parameters and lengths.</exception>
    public static void Agree(string model, string second, int? secondLength, string secondUnit, string first, int? firstLength, string firstUnit, string reason)
    {
        if (secondLength is { } b && firstLength is { } a && a != b)
        {
            var unit = firstUnit == secondUnit ? "" : " " + firstUnit;
            throw new ArgumentException($"{model}: '{second}' has {b} {secondUnit}, '{first}' has {a}{unit} ({reason})");
        }
    }

    /// <summary>Checks that two lengths which the model's body computes agree.</summary>
    /// <exception cref="ArgumentException">They do not; the message gives both with their values and the statement that needs them.</exception>
    public static void Agree(string model, string first, int firstLength, string second, int secondLength, string statement)
    {
        if (firstLength != secondLength)
        {
            throw new ArgumentException($"{model}: " + (second == Show(secondLength) ? $"{first} is {firstLength}, but shares an axis of {second} in '{statement}'"
                : first == Show(firstLength) ? $"{second} is {secondLength}, but shares an axis of {first} in '{statement}'"
                : $"{first} is {firstLength} and {second} is {secondLength}, but they share an axis in '{statement}'"));
        }
    }

    /// <summary>Checks that two lengths agree in a pass of a loop.</summary>
    /// <exception cref="ArgumentException">They do not; the message gives both and what needs them.</exception>
    public static void Same(string model, string written, double first, double second, string statement)
    {
        if (first != second)
        {
            throw new ArgumentException($"{model}: what shares an axis in '{written}' has the lengths {Show(first)} and {Show(second)} in a pass of '{statement}'");
        }
    }

    /// <summary>Checks that data are given of which the model computes something when it is constructed.</summary>
    /// <exception cref="ArgumentException">They are not; the message says what is computed.</exception>
    public static void Given(string model, string name, object? data, string computed)
    {
        if (data is null)
        {
            throw new ArgumentException($"{model}: give '{name}': '{computed}' is computed from it when the model is constructed", name);
        }
    }

    /// <summary>Checks that data with a likelihood were given which another statement reads.</summary>
    /// <exception cref="InvalidOperationException">They were not; the message names them and the statement.</exception>
    public static void Given(string model, string name, bool isGiven, string reader)
    {
        if (!isGiven)
        {
            throw NotGiven(model, name, name, reader);
        }
    }

    /// <summary>The refusal to read data with a likelihood that were neither given nor drawn.</summary>
    /// <param name="model">The name of the model.</param>
    /// <param name="element">What is read: the data or an element.</param>
    /// <param name="name">The name of the data.</param>
    /// <param name="reader">The statement that reads it.</param>
    internal static InvalidOperationException NotGiven(string model, string element, string name, string reader) =>
        new($"{model}: '{element}' is not given, and '{reader}' reads it; construct the model with '{name}' or call Observe({name}: …), and in a prediction give the history: Predict({name}: …)");

    /// <summary>Refuses to draw from a distribution.</summary>
    /// <exception cref="InvalidOperationException">Always: the message names the distribution and says why.</exception>
    public static T CannotDraw<T>(string distribution, string why) => throw new InvalidOperationException($"{distribution} cannot be drawn from: {why}");

    /// <summary>A matrix over a copy of row-major elements.</summary>
    public static Matrix Matrix(double[] values, int rows, int columns)
    {
        ArgumentNullException.ThrowIfNull(values);
        return Gen.Matrix.Wrap(rows, columns, [.. values]);
    }

    /// <summary>The refusal of data that are out of range as a parameter of a distribution, or as a factor of one.</summary>
    /// <param name="complaint">The model, the parameter, what it must be and the statement that needs it.</param>
    /// <param name="place">What is out of range, with its index.</param>
    /// <param name="value">Its value.</param>
    public static ArgumentException OutsideRange(string complaint, string place, double value) => new($"{complaint}; {place} is {Show(value)}");

    /// <summary>Checks that there is an element where one is read under a condition.</summary>
    /// <exception cref="ArgumentException">There is none.</exception>
    public static void Any(string model, string name, int length)
    {
        if (length < 1)
        {
            throw new ArgumentException($"{model}: '{name}' has no elements, but a condition chooses one of them: it needs at least one, whether the condition ever holds or not", name);
        }
    }

    /// <summary>Checks that integers are 0-based indices below a length.</summary>
    /// <exception cref="ArgumentException">One is not; the message says which, what the range is, and whether the data look 1-based.</exception>
    public static void Indices(string model, string name, ReadOnlySpan<int> indices, int length, string indexed)
    {
        int smallest = int.MaxValue, largest = int.MinValue;
        foreach (var index in indices)
        {
            smallest = Math.Min(smallest, index);
            largest = Math.Max(largest, index);
        }

        for (var i = 0; i < indices.Length; i++)
        {
            if ((uint)indices[i] >= (uint)length)
            {
                var hint = smallest == 1 && largest == length ? "; the data look 1-based, and indices here begin at 0" : "";
                var range = length == 0 ? "so that it has no indices" : $"so indices run from 0 to {length - 1}";
                throw new ArgumentException($"{model}: '{name}[{i}]' is {indices[i]}, but '{indexed}' has {length} {(length == 1 ? "element" : "elements")}, {range}{hint}", name);
            }
        }
    }

    /// <summary>Checks that a loop stays inside an array.</summary>
    /// <exception cref="ArgumentException">It does not.</exception>
    public static void Inside(string model, string array, int first, int afterLast, int length, string unit = "")
    {
        if (first < afterLast && (first < 0 || afterLast > length))
        {
            throw new ArgumentException($"{model}: a loop reads '{array}' at {At(unit)}{first} to {afterLast - 1}, but it has {Elements(length, unit)}");
        }
    }

    /// <summary>Checks that an element exists which a statement reads or assigns.</summary>
    /// <exception cref="ArgumentException">It does not; the message names what it is of, the position and the statement.</exception>
    public static void Element(string model, string array, double index, int length, string statement, string unit = "")
    {
        if (!(index >= 0 && index < length))
        {
            throw new ArgumentException($"{model}: '{array}' is read at {At(unit)}{Show(index)} in '{statement}', but it has {Elements(length, unit)}");
        }
    }

    /// <summary>Checks that a length is one.</summary>
    /// <exception cref="ArgumentException">It is negative or too great; the message gives it as it was written, its value and the statement.</exception>
    public static void Length(string model, string written, double length, string statement)
    {
        if (!(length >= 0 && length <= int.MaxValue))
        {
            throw new ArgumentException($"{model}: '{written}' is {Show(length)} in '{statement}', and a length is {(length < 0 ? "at least 0" : $"at most {int.MaxValue}")}");
        }
    }

    /// <summary>The number of elements of an array of some extents.</summary>
    /// <exception cref="ArgumentException">One of them is negative, or there are more elements than an array holds.</exception>
    public static int Room(string model, string array, params ReadOnlySpan<double> extents)
    {
        var product = 1.0;
        foreach (var extent in extents)
        {
            product = extent >= 0 ? product * extent : double.NaN;
        }

        if (product <= Array.MaxLength)
        {
            return (int)product;
        }

        var shape = string.Join(" × ", extents.ToArray().Select(Show));
        throw new ArgumentException($"{(model.Length > 0 ? model + ": " : "")}'{array}' would have {shape} elements{(double.IsNaN(product) ? "" : $", and an array holds {Array.MaxLength}")}");
    }

    /// <summary>Checks that there are enough elements for what is done with them.</summary>
    /// <exception cref="ArgumentException">There are not; the message gives what is done, the number and the statement.</exception>
    public static void Least(string model, string written, double length, double least, string statement)
    {
        if (!(length >= least))
        {
            throw new ArgumentException($"{model}: '{written}' needs at least {Show(least)} {(least == 1 ? "element" : "elements")}, and there are {Show(Math.Max(length, 0))} in '{statement}'");
        }
    }

    /// <summary>Checks that a loop begins at 0 or later, if it makes a pass at all.</summary>
    /// <exception cref="ArgumentException">It does not; the message gives its first position and the statement.</exception>
    public static void FirstPass(string model, string written, double lower, double upper, string statement)
    {
        if (lower < 0 && lower < upper)
        {
            throw new ArgumentException($"{model}: the loop begins at {Show(lower)} in '{statement}'; let it begin at 0 or later, and subtract inside");
        }
    }

    /// <summary>Checks that a range is one of what it is taken of.</summary>
    /// <exception cref="ArgumentException">It is not; the message gives it as it was written, its ends and the statement.</exception>
    public static void Range(string model, string written, double start, double end, double length, string statement)
    {
        if (!(start >= 0 && start <= end && end <= length))
        {
            throw new ArgumentException($"{model}: the range '{written}' goes from {Show(start)} to {Show(end)} in '{statement}', and what it is taken of has {Show(length)} elements");
        }
    }

    /// <summary>Checks that a position is one of what is indexed.</summary>
    /// <exception cref="ArgumentException">It is not; the message gives it as it was written, its value and the statement.</exception>
    public static void Position(string model, string written, double position, double length, string statement)
    {
        if (!(position >= 0 && position < length))
        {
            throw new ArgumentException($"{model}: the position '{written}' is {Show(position)} in '{statement}', and what it indexes has {Show(length)} elements");
        }
    }

    /// <summary>Checks that data are not longer than loops read.</summary>
    /// <exception cref="ArgumentException">They are; the message says how much of them is read.</exception>
    public static void ReadToEnd(string model, string data, double length, double read, string statement)
    {
        if (length > Math.Max(read, 0))
        {
            throw new ArgumentException(
                $"{model}: only the first {Show(Math.Max(read, 0))} {data} are read, and there are {Show(length)}; give as many as are read, or take a range of them where fewer are meant");
        }
    }

    /// <summary>The refusal of an observed value outside its likelihood's support.</summary>
    public static ArgumentException OutsideSupport(string model, string name, string place, double value, string likelihood, string support) =>
        new($"{model}: '{name}{place}' is {Show(value)}, but {likelihood} is on {support}", name);

    /// <summary>Checks the sum of an observed vector.</summary>
    /// <exception cref="ArgumentException">It is another than its likelihood allows.</exception>
    public static void Sum(string model, string name, string place, double sum, double wanted, string likelihood)
    {
        // A sum of counts is exact whatever the tolerance; that of probabilities is the one of the densities.
        if (!(Math.Abs(sum - wanted) <= ArrayCheck.Tolerance))
        {
            throw new ArgumentException($"{model}: '{name}{place}' sums to {Show(sum)}, but {likelihood} is on vectors that sum to {Show(wanted)}", name);
        }
    }

    /// <summary>Checks the times at which a differential equation is solved.</summary>
    /// <exception cref="ArgumentException">They do not increase, or do not begin after the initial time.</exception>
    public static void Times(string model, string name, string function, double initialTime, ReadOnlySpan<double> times)
    {
        try
        {
            OutputTimes.Check(function, initialTime, times);
        }
        catch (ArgumentException fault)
        {
            throw new ArgumentException($"{model}: '{name}' are the times of {fault.Message}", name, fault);
        }
    }

    /// <summary>Refuses the simulation of data that decide how far a range or an inner loop of the same loop goes.</summary>
    /// <exception cref="InvalidOperationException">Always.</exception>
    public static void CannotEnd(string model, string name, string statement) => throw new InvalidOperationException(
        $"{model}: '{name}' decides how far something goes in '{statement}', and cannot be drawn in sequence: there is room for the data that were given, and draws may be more");

    /// <summary>An index that what has been drawn decides, if there is such an element.</summary>
    /// <exception cref="InvalidOperationException">There is none.</exception>
    public static int Chosen(string model, string name, string unit, int index, int extent) => (uint)index < (uint)extent ? index : throw new InvalidOperationException(
        $"{model}: what has been drawn chooses {unit} {index} of '{name}', which has {extent} {unit}s");

    /// <summary>Checks a matrix that is factorised.</summary>
    /// <exception cref="ArgumentException">It is not symmetric, or not positive definite; the message names an element, or the leading block that is not.</exception>
    public static void PositiveDefinite(string model, string name, ReadOnlySpan<double> matrix, int order, string reader)
    {
        if (ArrayCheck.PositiveDefiniteness(matrix, order, name) is { } fault)
        {
            throw new ArgumentException($"{model}: '{name}' is {reader}, and {fault}", name);
        }
    }

    /// <summary>Checks that what a prediction is given is as long as data that it keeps, as they alone tell a length of theirs.</summary>
    /// <exception cref="ArgumentException">It is not; the message says how to let them follow.</exception>
    public static void Kept(string model, string name, string unit, int length, string untold, string untoldUnit, string given, int? givenLength)
    {
        if (givenLength is { } other && other != length)
        {
            throw new ArgumentException(
                $"{model}: '{name}' keeps its {length} {unit} in a prediction, and '{given}' has {other} there: nothing but '{untold}' tells how many {untoldUnit} it has, so let a Dim of the model do so, and '{name}' follows", given);
        }
    }

    /// <summary>The refusal of a model none of whose data tells a length.</summary>
    public static ArgumentException Undetermined(string model, string names) => new($"{model}: give {names}: nothing else says how long they are");

    /// <summary>A row-major matrix column by column.</summary>
    public static T[] Transposed<T>(T[] values, int rows)
    {
        ArgumentNullException.ThrowIfNull(values);
        var columns = rows == 0 ? 0 : values.Length / rows;
        var result = new T[values.Length];
        for (var i = 0; i < rows; i++)
        {
            for (var j = 0; j < columns; j++)
            {
                result[j * rows + i] = values[i * columns + j];
            }
        }

        return result;
    }

    private static double[] Finite(string model, string name, double[] values, Func<int, string> place)
    {
        for (var i = 0; i < values.Length; i++)
        {
            if (!double.IsFinite(values[i]))
            {
                throw new ArgumentException($"{model}: '{name}{place(i)}' is {Show(values[i])}; data must be finite", name);
            }
        }

        return values;
    }

    private static string At(string unit) => unit.Length == 0 ? "" : unit + " ";

    private static string Elements(int length, string unit)
    {
        var one = unit.Length == 0 ? "element" : unit;
        return length switch { 0 => $"no {one}s", 1 => $"1 {one} (0)", _ => $"{length} {one}s (0 to {length - 1})" };
    }

    private static string Show(double value) => value.ToString("R", CultureInfo.InvariantCulture);
}
