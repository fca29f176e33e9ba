using System.Collections.Generic;
using System.Linq;
using Gen.Compiler.Definitions;
using Gen.Compiler.Ir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Operations;

namespace Gen.Compiler.Reading;

/// <summary>Reads calls: of the language's functions, of distributions and their functions, and of the user's methods.</summary>
internal sealed class CallReader(BodyReader body)
{
    /// <summary>Whether a method is one of the language's own.</summary>
    public static bool IsModeling(IMethodSymbol method) =>
        method.ContainingType is { Name: "Modeling", ContainingNamespace: { Name: "Gen", ContainingNamespace.IsGlobalNamespace: true } };

    /// <summary>The call of a function of the language by its name, looking through conversions, or null.</summary>
    public static IInvocationOperation? CallOf(string function, IOperation? operation) => operation switch
    {
        IConversionOperation conversion when conversion.GetConversion().Exists => CallOf(function, conversion.Operand),
        IInvocationOperation invocation when IsModeling(invocation.TargetMethod) && invocation.TargetMethod.Name == function => invocation,
        _ => null,
    };

    /// <summary>The arguments in the order of the parameters; those that the call leaves out are null.</summary>
    public static IReadOnlyList<IOperation?> Arguments(IInvocationOperation invocation)
    {
        var arguments = new IOperation?[invocation.TargetMethod.Parameters.Length];
        foreach (var argument in invocation.Arguments)
        {
            arguments[argument.Parameter!.Ordinal] = argument.ArgumentKind == ArgumentKind.DefaultValue ? null : argument.Value;
        }

        return arguments;
    }

    public Value Invocation(IInvocationOperation invocation)
    {
        var method = invocation.TargetMethod;
        if (invocation is { Instance: { Type: IArrayTypeSymbol } array, TargetMethod.Name: "GetLength" })
        {
            return body.Indexing.Length(invocation, array, invocation.Arguments[0].Value);
        }

        if (invocation.Instance is { } instance)
        {
            return body.Expressions.ReadValue(instance) is DistributedValue distribution
                ? body.Distributions.Function(invocation, distribution)
                : throw Refusal.Of(Rules.UnreadableMethod, invocation, method.Name, "");
        }

        var isMath = method.ContainingType is { Name: "Math", ContainingNamespace.Name: "System" };
        if (!isMath && !IsModeling(method))
        {
            return body.Methods.Call(invocation);
        }

        var value = isMath ? Elementwise(invocation) ?? throw Unknown(invocation) : Function(invocation);
        return value is Shaped shaped ? body.Integers.InRange(invocation, method.ReturnType, shaped) : value;
    }

    /// <summary>The refusal of a function of <c>Math</c> that the language has not, with what it is made of where that is as short.</summary>
    private static Refusal Unknown(IInvocationOperation invocation)
    {
        string[] x = [.. Arguments(invocation).Select(argument => argument is null ? "" : SourceText.OneLine(argument.Syntax))];
        var instead = invocation.TargetMethod.Name switch
        {
            "Clamp" => $"Min(Max({x[0]}, {x[1]}), {x[2]})",
            "Log2" => $"(Log({x[0]}) / Log(2))",
            "Log10" => $"(Log({x[0]}) / Log(10))",
            "Ceiling" => $"-Floor(-({x[0]}))",
            _ => null,
        };
        return new(new(Rules.UnreadableMethod, invocation.Syntax.GetLocation(), ["Math." + invocation.TargetMethod.Name, instead is null ? "" : $" Write {instead}."], instead));
    }

    private Value Function(IInvocationOperation invocation)
    {
        var name = invocation.TargetMethod.Name;
        switch (name)
        {
            case "Sample":
                throw Refusal.Of(Rules.LatentWithoutName, invocation, SourceText.OneLine(invocation.Syntax));
            case "Generate":
                throw Refusal.Unsupported(
                    invocation, "A generated quantity without a name", "It takes its name from the variable that it is assigned to: var yRep = Generate(…).");
            case "Observe" or "Potential":
                throw Refusal.Unsupported(invocation, $"{name} as a value", "Write it as a statement of its own.");
            case "Deterministic":
                throw Refusal.Unsupported(
                    invocation, "A Deterministic without a name", "It takes its name from the variable that it is assigned to: var mu = Deterministic(…).");
        }

        if (name is "Ordered" or "ZeroSum")
        {
            return body.Distributions.Restricted(invocation);
        }

        if (name == "Custom")
        {
            return body.CustomDistributions.Read(invocation);
        }

        if (Modifier.Names.Contains(name))
        {
            return body.Modifiers.Read(invocation);
        }

        return DistributionDefinition.All.TryGetValue(name, out var definition)
            ? body.Distributions.Read(invocation, definition)
            : body.Reductions.Read(invocation)
            ?? body.Constructions.Read(invocation)
            ?? body.LinearAlgebra.Read(invocation)
            ?? body.Covariances.Read(invocation)
            ?? body.DifferentialEquations.Read(invocation)
            ?? Elementwise(invocation)
            ?? throw Refusal.Unsupported(invocation, $"The function {name}", "The compiler does not know it.");
    }

    private Shaped? Elementwise(IInvocationOperation invocation)
    {
        var arguments = Arguments(invocation);
        return OperationTable.TryFind(invocation.TargetMethod.Name, out var operation) && OperationTable.Row(operation).Arity == arguments.Count && !arguments.Contains(null)
            ? body.Expressions.Apply(invocation, operation, [.. arguments.Select((argument, i) => operation == Operation.Where && i > 0
                ? body.Scope.Choosing(() => body.Expressions.Read(argument!))
                : body.Expressions.Read(argument!))])
            : null;
    }
}
