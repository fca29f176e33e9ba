using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Gen.Compiler.Reading;

/// <summary>
/// Which variables may be one vector, matrix or array under several names. C# gives an object more names by assignment, by passing it and by returning it;
/// only operators, functions and indexers make new ones.
/// </summary>
internal sealed class Aliases(BodyReader body)
{
    private static readonly HashSet<string> InPlace = ["Sort", "Reverse", "Fill", "Clear", "Resize"];

    /// <summary>The variables whose object an expression may be, rather than a new one.</summary>
    public IEnumerable<ISymbol> Of(IOperation operation) => operation switch
    {
        _ when operation.Type is { IsValueType: true } => [],
        ILocalReferenceOperation local => [local.Local],
        IParameterReferenceOperation parameter => [Scope.Key(parameter.Parameter)],
        IConversionOperation { OperatorMethod: null } conversion => Of(conversion.Operand),
        IConditionalOperation { WhenFalse: { } whenFalse } conditional => [.. Of(conditional.WhenTrue), .. Of(whenFalse)],
        ISwitchExpressionOperation choice => choice.Arms.SelectMany(arm => Of(arm.Value)),
        ICoalesceOperation coalesce => [.. Of(coalesce.Value), .. Of(coalesce.WhenNull)],
        ISimpleAssignmentOperation assignment => [.. Of(assignment.Target), .. Of(assignment.Value)],
        IInvocationOperation call when CallReader.CallOf("Deterministic", call) is not null => Of(call.Arguments[0].Value),
        IInvocationOperation call when !CallReader.IsModeling(call.TargetMethod) => Returned(call).SelectMany(argument => Of(argument)),
        _ => [],
    };

    /// <summary>Some variables, with those whose objects they may have by any assignment below an operation.</summary>
    public HashSet<ISymbol> Closure(IOperation operation, IEnumerable<ISymbol> symbols)
    {
        HashSet<ISymbol> closure = new(symbols, SymbolEqualityComparer.Default);
        var pairs = Pairs(operation).ToList();
        int before;
        do
        {
            before = closure.Count;
            foreach (var (target, source) in pairs)
            {
                if (closure.Contains(target))
                {
                    closure.Add(source);
                }
            }
        }
        while (closure.Count > before);
        return closure;
    }

    /// <summary>The parameter whose elements a method with source here changes, under any name, or null.</summary>
    public IParameterSymbol? Changed(IMethodSymbol method)
    {
        method = method.PartialImplementationPart ?? method;
        foreach (var operation in body.Methods.Source(method))
        {
            var changed = operation.DescendantsAndSelf().SelectMany(part => part switch
            {
                IAssignmentOperation assignment when ElementReader.Instance(assignment.Target) is { } instance => Of(instance),
                IIncrementOrDecrementOperation step when ElementReader.Instance(step.Target) is { } instance => Of(instance),
                IInvocationOperation { TargetMethod: { ContainingType.SpecialType: SpecialType.System_Array } inPlace } call when InPlace.Contains(inPlace.Name) => call.Arguments.SelectMany(argument => Of(argument.Value)),
                _ => [],
            });
            if (Closure(operation, changed).OfType<IParameterSymbol>().FirstOrDefault(parameter => SymbolEqualityComparer.Default.Equals(parameter.ContainingSymbol, method)) is { } found)
            {
                return found;
            }
        }

        return null;
    }

    /// <summary>The arguments of a call that the method may return as they are.</summary>
    private IEnumerable<IOperation> Returned(IInvocationOperation call)
    {
        var method = call.TargetMethod.OriginalDefinition;
        if (body.Scope.Calls(method))
        {
            return [];
        }

        List<IOperation> returned = [];
        body.Scope.Enter(method);
        foreach (var operation in body.Methods.Source(method))
        {
            var closure = Closure(operation, operation.DescendantsAndSelf().OfType<IReturnOperation>().Where(result => result.ReturnedValue is not null).SelectMany(result => Of(result.ReturnedValue!)));
            returned.AddRange(call.Arguments.Where(argument => closure.Contains(method.Parameters[argument.Parameter!.Ordinal])).Select(argument => argument.Value));
        }

        body.Scope.Leave();
        return returned;
    }

    private IEnumerable<(ISymbol Target, ISymbol Source)> Pairs(IOperation operation) => operation.DescendantsAndSelf().SelectMany(part => part switch
    {
        IVariableDeclaratorOperation declarator when declarator.GetVariableInitializer() is { } initializer => Of(initializer.Value).Select(other => ((ISymbol)declarator.Symbol, other)),
        ISimpleAssignmentOperation assignment => Of(assignment.Value).SelectMany(other => Of(assignment.Target).Select(target => (target, other))),
        _ => [],
    });
}
