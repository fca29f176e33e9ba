using System.Linq;
using Gen.Compiler.Ir;

namespace Gen.Compiler.Analysis;

/// <summary>Which operations give numbers above 0, from what is known of their arguments: scales must not be 0, and intervals include their ends.</summary>
internal static class Positivity
{
    public static bool Of(Operation operation, ValueRange[] arguments) => operation switch
    {
        Operation.Exp or Operation.Log1pExp or Operation.InverseLogit or Operation.NormalCdf or Operation.Erfc => true,
        Operation.Square or Operation.Sqrt or Operation.Abs or Operation.Pow or Operation.Detach
            or Operation.Expm1 or Operation.Log1p or Operation.Atan or Operation.Tanh or Operation.Erf or Operation.Sign => arguments[0].IsPositive,
        Operation.Add => arguments.All(argument => argument.Interval.Low >= 0 || argument.IsPositive) && arguments.Any(argument => argument.IsPositive),
        Operation.Subtract => arguments[1] is { IsBelowHigh: true, Interval.IsEmpty: false } other && arguments[0].Interval.Low >= other.Interval.High,
        Operation.Multiply or Operation.Divide or Operation.Min => arguments.All(argument => argument.IsPositive),
        Operation.Max => arguments.Any(argument => argument.IsPositive),
        Operation.Where => arguments[1].IsPositive && arguments[2].IsPositive,
        _ => false,
    };
}
