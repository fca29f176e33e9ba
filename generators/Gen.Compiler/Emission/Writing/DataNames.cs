using System.Collections.Generic;
using System.Linq;
using Gen.Compiler.Ir;

namespace Gen.Compiler.Emission;

/// <summary>What everything is called in the emitted class that holds a model's data: its fields, and what its constructor takes and declares.</summary>
internal sealed class DataNames
{
    private readonly FieldNames fields;
    private readonly Dictionary<int, string> sizes;
    private readonly Dictionary<int, string> columns;
    private readonly Dictionary<string, string> arguments;
    private readonly Dictionary<int, string> results;
    private readonly Identifiers names = new(["known", "quantity"]);

    /// <summary>The names of a model's data whose sizes are told apart by <paramref name="representatives"/>.</summary>
    public DataNames(Model model, IEnumerable<int> representatives)
    {
        int[] held = [.. model.Parameters.Where(parameter => parameter.Array >= 0).Select(parameter => parameter.Array), .. model.Prepared.Select(prepared => prepared.Array)];
        fields = new([.. model.Arrays], held, names, Identifiers.Pascal);
        sizes = representatives.ToDictionary(size => size, size => names.Unique(Identifiers.Pascal(model.Sizes[size].Name)));

        // Sizes and fields come first: what the constructor takes is seen nowhere else.
        columns = held.Distinct().Where(array => model.Arrays[array].Rank == 2).ToDictionary(array => array, array => names.Unique(Identifiers.Camel(model.Arrays[array].Name) + ModelLayout.ByColumn));
        arguments = model.Parameters.ToDictionary(parameter => parameter.Name, parameter => names.Unique(Identifiers.Camel(parameter.Name)));
        results = model.Prepared.Select(prepared => prepared.Array).Distinct().ToDictionary(array => array, array => names.Unique(Identifiers.Camel(model.Arrays[array].Name)));
    }

    /// <summary>All of them: what the constructor declares besides must be called otherwise.</summary>
    public IEnumerable<string> Used => names.Used;

    /// <summary>The fields of data and of what is prepared of them.</summary>
    public FieldNames Fields => fields;

    /// <summary>The member that holds a size, which stands for all that agree with it.</summary>
    public string Size(int size) => sizes[size];

    /// <summary>The field behind the property that holds a matrix column by column.</summary>
    public string Columns(int array) => columns[array];

    /// <summary>What the constructor calls a parameter of the model.</summary>
    public string Argument(Parameter parameter) => arguments[parameter.Name];

    /// <summary>What the constructor calls the result of a call that prepares data.</summary>
    public string Result(int array) => results[array];
}
