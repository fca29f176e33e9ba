using System.Linq;
using Gen.Compiler.Ir;

namespace Gen.Compiler.Emission;

/// <summary>The number of an array's elements as code.</summary>
internal static class RoomCode
{
    /// <summary>A length is itself; what lengths and data are computed to may be more than an array holds, which is refused by the array's name.</summary>
    public static string Of(Program program, MethodScope scope, ArrayDeclaration array)
    {
        if (array.Rank == 1 && program.Graph[array.Extents[0]].Kind is NodeKind.Size or NodeKind.Constant or NodeKind.Read)
        {
            return scope.Expressions.Address(array.Extents[0]);
        }

        var extents = string.Join(", ", array.Extents.Select(extent => scope.Expressions.Value(extent).Text));
        return $"DataCheck.Room({CSharpWriter.Text(program.Model.Name.Type)}, {CSharpWriter.Text(array.Name)}, {extents})";
    }
}
