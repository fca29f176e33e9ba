using System.Collections.Generic;
using System.Linq;
using Gen.Compiler.Ir;

namespace Gen.Compiler.Emission;

/// <summary>How the classes emitted for one model reach its data, sizes and values.</summary>
internal sealed class ModelLayout
{
    private readonly int[] representative;
    private readonly Dictionary<string, string> objectives;

    /// <summary>The layout of a model; in an objective, with the sizes that agree there too.</summary>
    public ModelLayout(Model model, Objective? objective = null)
    {
        Model = model;
        representative = [.. Enumerable.Range(0, model.Sizes.Count)];
        foreach (var check in model.Checks.Concat(objective?.Checks ?? []))
        {
            var (a, b) = (Find(check.First), Find(check.Second));
            representative[System.Math.Max(a, b)] = System.Math.Min(a, b);
        }

        Names = new(model, Representatives);
        var types = new Identifiers([]);
        objectives = model.Objectives.ToDictionary(own => own.Name, own => types.Unique(Identifiers.Pascal(own.Name) + "Objective"));
    }

    /// <summary>What follows a matrix's name where it is stored column by column.</summary>
    public const string ByColumn = "ByColumn";

    public Model Model { get; }

    /// <summary>The name that messages begin with.</summary>
    public string Name => Model.Name.Type;

    /// <summary>The sizes of parameters that agree with a size, itself included.</summary>
    public IEnumerable<(Parameter Parameter, int Dimension)> Members(int size) =>
        from parameter in Model.Parameters
        from dimension in Enumerable.Range(0, parameter.Sizes.Count)
        where Find(parameter.Sizes[dimension]) == Find(size)
        select (parameter, dimension);

    /// <summary>The sizes that code refers to: one of each set that agree, known from a parameter or from what is prepared.</summary>
    public IEnumerable<int> Representatives => Enumerable.Range(0, Model.Sizes.Count).Where(size => Find(size) == size && IsKnown(size));

    /// <summary>The one of the sizes that agree with a size that stands for all.</summary>
    public int Representative(int size) => Find(size);

    /// <summary>Whether data tell a size.</summary>
    public bool IsKnown(int size) => Members(size).Any() || PreparedMember(size) is not null;

    /// <summary>The class that evaluates an objective.</summary>
    public string ObjectiveClass(Objective objective) => objectives[objective.Name];

    /// <summary>The first prepared data that tell a size, with the dimension that it is; null where there are none.</summary>
    public (PreparedData Data, int Dimension)? PreparedMember(int size) => (
        from prepared in Model.Prepared
        from dimension in Enumerable.Range(0, prepared.Sizes.Count)
        where Find(prepared.Sizes[dimension]) == Find(size)
        select ((PreparedData, int)?)(prepared, dimension)).FirstOrDefault();

    /// <summary>What everything in the class of the data is called.</summary>
    public DataNames Names { get; }

    /// <summary>The member of the data that holds a size.</summary>
    public string SizeMember(int size) => Names.Size(Find(size));

    /// <summary>The code of a data array, where <paramref name="data"/> (such as <c>data.</c>) comes before its member.</summary>
    public ArrayCode Data(int array, string data) => Names.Fields.Code(Model.Arrays[array], array, data);

    /// <summary>A model's class as code anywhere says it.</summary>
    public static string Qualified(ModelName name) => "global::" + string.Join(".", Path(name));

    /// <summary>The namespace and the classes that lead to a model's class, and itself, as they stand in code.</summary>
    public static IEnumerable<string> Path(ModelName name) =>
        name.Namespace.Split('.').Where(part => part.Length > 0).Concat(name.Outer.Select(outer => outer.Name)).Append(name.Type).Select(CSharpWriter.Identifier);

    /// <summary>Whether two sizes agree.</summary>
    public bool Same(int first, int second) => Find(first) == Find(second);

    private int Find(int size) => representative[size] == size ? size : Find(representative[size]);
}
