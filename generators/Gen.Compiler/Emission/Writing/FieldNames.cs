using System;
using System.Collections.Generic;
using System.Linq;
using Gen.Compiler.Ir;

namespace Gen.Compiler.Emission;

/// <summary>The fields of an emitted class that hold arrays, each under the name that it got once; a matrix has its columns in a field beside it.</summary>
internal sealed class FieldNames
{
    private readonly Dictionary<int, (string Field, string ByColumn)> names = [];

    /// <summary>Names the fields of arrays, in their order, as <paramref name="wanted"/> would have them after the arrays' names.</summary>
    public FieldNames(IReadOnlyList<ArrayDeclaration> arrays, IEnumerable<int> held, Identifiers members, Func<string, string> wanted)
    {
        foreach (var array in held)
        {
            if (!names.ContainsKey(array))
            {
                var field = members.Unique(wanted(arrays[array].Name));
                names.Add(array, (field, arrays[array].Rank == 2 ? members.Unique(field + ModelLayout.ByColumn) : ""));
            }
        }
    }

    /// <summary>The names of all fields.</summary>
    public IEnumerable<string> All => names.Values.SelectMany(name => new[] { name.Field, name.ByColumn }).Where(name => name.Length > 0);

    /// <summary>The field of an array.</summary>
    public string Of(int array) => names[array].Field;

    /// <summary>The field of a matrix column by column; empty for other arrays.</summary>
    public string ByColumn(int array) => names[array].ByColumn;

    /// <summary>The code of an array in a field, reached through <paramref name="owner"/> (such as <c>known.</c>).</summary>
    public ArrayCode Code(ArrayDeclaration declaration, int array, string owner) => new(
        owner + Of(array), Identifiers.Camel(declaration.Name), declaration.Rank == 0 ? ArrayPlace.Scalar : ArrayPlace.Field, declaration.IsInteger,
        declaration.Rank == 2 ? owner + ByColumn(array) : "");
}
