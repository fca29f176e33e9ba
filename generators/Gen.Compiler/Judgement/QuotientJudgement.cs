using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Gen.Compiler.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Gen.Compiler.Judgement;

/// <summary>Judges quotients of integers that become real numbers: C# has rounded them towards zero by then, which is mostly a slip. A cast says that it is meant.</summary>
public static class QuotientJudgement
{
    /// <summary>The judgements about a model's body and its objectives, each at the quotient.</summary>
    public static IEnumerable<ReadDiagnostic> Of(IMethodSymbol method, Compilation compilation, CancellationToken cancellation) =>
        method.ContainingType.GetMembers().OfType<IMethodSymbol>().Where(ObjectiveReader.IsObjective).Prepend(method)
            .SelectMany(own => own.DeclaringSyntaxReferences)
            .Select(reference => reference.GetSyntax(cancellation))
            .Select(syntax => compilation.GetSemanticModel(syntax.SyntaxTree).GetOperation(syntax, cancellation))
            .SelectMany(body => body?.Descendants() ?? [])
            .OfType<IConversionOperation>().Where(IsSlip).Select(conversion => Judge((IBinaryOperation)conversion.Operand));

    private static bool IsSlip(IConversionOperation conversion) =>
        conversion is { IsImplicit: true, OperatorMethod: null, ConstantValue.HasValue: false, Type.SpecialType: SpecialType.System_Double, Operand: IBinaryOperation { OperatorKind: BinaryOperatorKind.Divide } };

    private static ReadDiagnostic Judge(IBinaryOperation quotient)
    {
        var (written, left, right) = (quotient.Syntax, SourceText.OneLine(quotient.LeftOperand.Syntax), SourceText.OneLine(quotient.RightOperand.Syntax));
        var suggestion = quotient.LeftOperand switch
        {
            ILiteralOperation => $"{left}.0 / {right}",
            IBinaryOperation => $"(double)({left}) / {right}",
            _ => $"(double){left} / {right}",
        };
        return new(PriorRules.IntegerQuotient, written.GetLocation(), [SourceText.OneLine(written), suggestion], suggestion);
    }
}
