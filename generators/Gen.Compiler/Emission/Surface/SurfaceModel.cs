using System.Collections.Generic;
using System.Linq;
using Gen.Compiler.Ir;
using static Gen.Compiler.Emission.CSharpWriter;

namespace Gen.Compiler.Emission.Surface;

/// <summary>A model with what its surface is written from: C# names and types, and the order of everything.</summary>
internal sealed class SurfaceModel
{
    /// <summary>The attribute of every generated type.</summary>
    public const string GeneratedCode = "[global::System.CodeDom.Compiler.GeneratedCode(\"Gen\", \"0.1\")]";

    private readonly HashSet<int> readElsewhere;
    private readonly IReadOnlyDictionary<string, string> properties;

    public SurfaceModel(Model model, SourceMap sources)
    {
        Model = model;
        Sources = sources;
        Layout = new(model);
        Quantities = SurfaceQuantity.Of(model);
        Objectives = [.. model.Objectives, .. model.Outlined];
        properties = MemberNames.OfData(model.Name, model.Parameters.Select(parameter => parameter.Name), Objectives.Select(objective => objective.Name));
        IsDeterminedWithoutObserved = SizesAreDetermined(model);
        readElsewhere = Likelihoods.ReadElsewhere(model);
    }

    public Model Model { get; }

    public SourceMap Sources { get; }

    /// <summary>What the classes of the kernels are called.</summary>
    public ModelLayout Layout { get; }

    /// <summary>All quantities in the order of the kernels' numbers.</summary>
    public IReadOnlyList<SurfaceQuantity> Quantities { get; }

    /// <summary>Whether data without a likelihood determine the sizes of those with one, so that the model can be constructed without the latter.</summary>
    public bool IsDeterminedWithoutObserved { get; }

    /// <summary>The objectives, those included of which only the declaration is known.</summary>
    public IReadOnlyList<Objective> Objectives { get; }

    /// <summary>The name of the class, as its own members say it.</summary>
    public string Type => Identifier(Model.Name.Type);

    /// <summary>The class as others in its namespace say it.</summary>
    public string Path => string.Join(".", Model.Name.Outer.Select(outer => Identifier(outer.Name)).Append(Type));

    /// <summary>The class as code anywhere says it.</summary>
    public string Global => ModelLayout.Qualified(Model.Name);

    /// <summary>The accessibility of types beside the class.</summary>
    public string Access => Model.Name.TypeModifiers.Split(' ').Contains("public") && Model.Name.Outer.All(outer => outer.IsPublic) ? "public " : "internal ";

    /// <summary>The namespace of the kernels, from the root.</summary>
    public string Kernels => "global::" + Emission.KernelsEmitter.Namespace(Model);

    /// <summary>What throws where something was not compiled, or null where it was.</summary>
    public static string? Thrown(string name, string? refusal) => refusal is null
        ? null : $"throw new global::System.InvalidOperationException({Text($"{name} was not compiled: {refusal}")})";

    public IEnumerable<SurfaceQuantity> Latents => Quantities.Where(quantity => quantity.Kind == SurfaceQuantityKind.Latent);

    /// <summary>The deterministics, and what is generated.</summary>
    public IEnumerable<SurfaceQuantity> Deterministics =>
        Quantities.Where(quantity => quantity.Kind is SurfaceQuantityKind.Deterministic or SurfaceQuantityKind.Generated);

    /// <summary>Whether there is anything to predict.</summary>
    public bool Predicts => Quantities.Any(quantity => quantity.Kind is SurfaceQuantityKind.Generated or SurfaceQuantityKind.Observed);

    public IEnumerable<SurfaceQuantity> Observed => Quantities.Where(quantity => quantity.Kind == SurfaceQuantityKind.Observed);

    /// <summary>A namespace with its keywords escaped.</summary>
    public static string Namespace(string dotted) => string.Join(".", dotted.Split('.').Select(Identifier));

    /// <summary>The property that shows a parameter.</summary>
    public string Property(Parameter parameter) => Identifier(properties.TryGetValue(parameter.Name, out var member) ? member : parameter.Name + "Value");

    /// <summary>The member that holds a parameter: its property, or what is behind that where it hands out copies.</summary>
    public string Held(Parameter parameter) => !IsCopied(parameter) ? Property(parameter)
        : SurfaceNames.Unique("given" + Property(parameter).TrimStart('@'), [.. Model.Name.Members, .. Model.Parameters.Select(Property)]);

    /// <summary>Whether the property hands out copies: an array's elements can be set by whoever has it.</summary>
    public bool IsCopied(Parameter parameter) => Model.Refusal is null && parameter.Type is ParameterType.IntegerVector or ParameterType.IntegerMatrix;

    /// <summary>A value that was given as it is kept, so that nothing that is done to it later changes it: null stays null where there may be none.</summary>
    public static string Kept(ParameterType type, string value, bool isOptional)
    {
        var (access, from) = (isOptional ? "?" : "", value.Contains("??") ? $"({value})" : value);
        return type switch
        {
            ParameterType.Vector or ParameterType.Matrix => $"{from}{access}.ToReadOnly()",
            ParameterType.IntegerVector or ParameterType.IntegerMatrix => $"({TypeName(type)}{access}){from}{access}.Clone()",
            _ => value,
        };
    }

    /// <summary>The type of a parameter.</summary>
    public string TypeName(Parameter parameter) => Model.Refusal is not null && parameter.Declared.Length > 0 ? parameter.Declared.TrimEnd('?') : TypeName(parameter.Type);

    /// <summary>A type of data as C# writes it anywhere.</summary>
    public static string TypeName(ParameterType type) => type switch
    {
        ParameterType.Real => "double",
        ParameterType.Integer => "int",
        ParameterType.Boolean => "bool",
        ParameterType.IntegerVector => "int[]",
        ParameterType.IntegerMatrix => "int[,]",
        _ => "global::Gen." + type,
    };

    public static bool IsValueType(ParameterType type) => type is ParameterType.Real or ParameterType.Integer or ParameterType.Boolean;

    /// <summary>A type of data in the words of documentation.</summary>
    public static string Words(ParameterType type) => type switch
    {
        ParameterType.Real => "a number",
        ParameterType.Integer => "a whole number",
        ParameterType.Boolean => "true or false",
        ParameterType.Vector => "a vector",
        ParameterType.Matrix => "a matrix",
        ParameterType.IntegerVector => "whole numbers",
        ParameterType.IntegerMatrix => "a matrix of whole numbers",
        _ => "an axis",
    };

    /// <summary>The statement that defines or observes a quantity, or its bare name.</summary>
    public string Statement(SurfaceQuantity quantity) =>
        Model.Sites.FirstOrDefault(site => site.Name == quantity.Name && site.Kind != SiteKind.Other)?.Text ?? quantity.Name;

    /// <summary>What the documentation of a member adds to its statement.</summary>
    public static string Remarks(SurfaceQuantity quantity) => !quantity.IsDerived ? ""
        : "/// <remarks>Drawn as the likelihood has it: what the model derives of its data and observes, not the data themselves.</remarks>\n";

    /// <summary>A parameter in words: its shape's sizes, or what it is.</summary>
    public string Describe(Parameter parameter)
    {
        var sizes = parameter.Type == ParameterType.Dim || parameter.Sizes.Count == 0 ? ""
            : $" ({string.Join(" × ", parameter.Sizes.Select((size, i) => i < parameter.Dims.Count ? parameter.Dims[i] : Model.Sizes[size].Name))})";
        return Words(parameter.Type) + sizes;
    }

    /// <summary>Whether something else than the likelihood reads a parameter.</summary>
    public bool IsReadElsewhere(Parameter parameter) => readElsewhere.Contains(parameter.Array);

    /// <summary>That other data which share a length with a parameter keep it in a prediction, as conditions.</summary>
    public string[] LengthsOf(Parameter parameter)
    {
        var groups = Groups(Model);
        var conditions =
            from other in Model.Parameters
            where !other.IsObserved
            from d in Enumerable.Range(0, other.Sizes.Count)
            where parameter.Sizes.Any(size => groups[size] == groups[other.Sizes[d]])
            let extent = other.Type == ParameterType.Dim ? ".Length" : PreparationEmitter.Extent(other.Type, d)
            select $"({Identifier(other.Name)} is null || {Identifier(other.Name)}{extent} == Model.{Held(other)}{extent})";
        return [.. conditions];
    }

    /// <summary>
    /// What keeps data with a likelihood from following others in a prediction: they alone tell a length of their own, so that they stay as they are. The data, what is not told
    /// of whom, and the others with which they share a length; each with its dimension.
    /// </summary>
    public IEnumerable<(Parameter Kept, int Dimension, (Parameter Parameter, int Dimension) Untold, Parameter Other, int OtherDimension)> Followers()
    {
        var groups = Groups(Model);
        var known = KnownSizes(Model, groups);
        var untold = Dimensions(Model.Parameters.Where(parameter => parameter.IsObserved)).FirstOrDefault(own => !IsTold(Model, groups, known, own.Parameter.Sizes[own.Dimension]));
        return untold.Parameter is null ? [] :
            from kept in Dimensions(Model.Parameters.Where(parameter => parameter.IsObserved && !IsReadElsewhere(parameter)))
            from other in Dimensions(Model.Parameters.Where(parameter => !parameter.IsObserved))
            where groups[kept.Parameter.Sizes[kept.Dimension]] == groups[other.Parameter.Sizes[other.Dimension]]
            select (kept.Parameter, kept.Dimension, untold, other.Parameter, other.Dimension);
    }

    private static IEnumerable<(Parameter Parameter, int Dimension)> Dimensions(IEnumerable<Parameter> parameters) =>
        parameters.SelectMany(parameter => Enumerable.Range(0, parameter.Sizes.Count).Select(d => (parameter, d)));

    private static bool SizesAreDetermined(Model model)
    {
        var group = Groups(model);
        var known = KnownSizes(model, group);
        var elsewhere = Likelihoods.ReadElsewhere(model);
        return !model.Prepared.Any(data => elsewhere.Contains(data.Array) && IsOfObserved(model, data))
            && model.Parameters.Where(parameter => parameter.IsObserved).SelectMany(parameter => parameter.Sizes).All(size => IsTold(model, group, known, size));
    }

    /// <summary>What is prepared of data that are always given tells a length as they do; what more than a likelihood needs must be given.</summary>
    private static HashSet<int> KnownSizes(Model model, int[] group) => [.. model.Parameters.Where(parameter => !parameter.IsObserved).SelectMany(parameter => parameter.Sizes)
        .Concat(model.Prepared.Where(data => !IsOfObserved(model, data)).SelectMany(data => data.Sizes)).Select(size => group[size])];

    private static bool IsOfObserved(Model model, PreparedData data) => Likelihoods.Sources(model, new[] { data.Array }).Any(parameter => parameter.IsObserved);

    private static bool IsTold(Model model, int[] group, HashSet<int> known, int size) => known.Contains(group[size])
        || ToldLengths.Of(model, other => group[other] == group[size]) is not null || Likelihoods.IsOfSourcesAlone(model, other => group[other] == group[size]);

    /// <summary>For each size the first of those that agree with it.</summary>
    private static int[] Groups(Model model)
    {
        var group = Enumerable.Range(0, model.Sizes.Count).ToArray();
        foreach (var check in model.Checks)
        {
            var (kept, gone) = (group[check.First], group[check.Second]);
            for (var i = 0; i < group.Length; i++)
            {
                group[i] = group[i] == gone ? kept : group[i];
            }
        }

        return group;
    }
}
