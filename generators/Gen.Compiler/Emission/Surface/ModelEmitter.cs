using System.Linq;
using Gen.Compiler.Ir;
using static Gen.Compiler.Emission.CSharpWriter;

namespace Gen.Compiler.Emission.Surface;

/// <summary>The model itself: the declaration of its method, constructors, data, and what needs no verb.</summary>
internal static class ModelEmitter
{
    public static void Write(CSharpWriter writer, SurfaceModel surface)
    {
        var model = surface.Model;
        if (model.Name.IsDeclared)
        {
            writer.Line($"{(model.Name.MethodModifiers + " partial void").TrimStart()} {Identifier(model.Name.Method)}({Declared(model)});").Blank();
        }

        Constructors(writer, surface);
        foreach (var parameter in model.Parameters)
        {
            var (type, isCopied) = (PropertyType(surface, parameter), surface.IsCopied(parameter));
            var described = $"The data '{parameter.Name}', {surface.Describe(parameter)}{(isCopied ? ", copied" : "")}";
            writer.Blank()
                .Doc(parameter.Type == ParameterType.Dim ? $"The axis '{parameter.Name}'." : described + (parameter.IsObserved ? ", or null while they are not observed." : "."))
                .Line($"public {type} {surface.Property(parameter)} {(isCopied ? $"=> {SurfaceModel.Kept(parameter.Type, surface.Held(parameter), parameter.IsObserved)};" : "{ get; }")}");
            if (isCopied)
            {
                writer.Blank().Line($"private readonly {type} {surface.Held(parameter)};");
            }
        }

        if (model.Refusal is null)
        {
            writer.Blank().Line("internal Kernels Compiled { get; }");
        }

        writer.Blank()
            .Doc("The log-density of the latents on the unconstrained scale with its gradient, for inference of one's own. Each instance serves one thread.")
            .Line("public global::Gen.Sampling.ILogDensity CreateLogDensity() => Compiled.CreateLogDensity();")
            .Blank()
            .Line("/// <summary>Executes the model's body as the C# that it is, and reports every quantity and every term of the log-density with its line.</summary>")
            .Line("/// <param name=\"point\">Values of latents; those left out, or all of them, are drawn from their priors.</param>")
            .Line("/// <param name=\"seed\">The seed of those draws.</param>")
            .Line("/// <exception cref=\"global::System.InvalidOperationException\">Data are not observed, or a deterministic is set by Do.</exception>")
            .Line("public global::Gen.ModelTrace Trace(Point? point = null, long seed = 0) => Compiled.Trace(point?.ToValues(), seed);");
        if (model.Refusal is null && !model.Name.Members.Contains(nameof(ToString)))
        {
            writer.Blank()
                .Doc("The model's name, then a line per quantity: its name, what it is, its shape, and whether it was set or is still to be observed.")
                .Line("public override string ToString() => Compiled.ToString();");
        }
    }

    /// <summary>The type of the property that shows a parameter.</summary>
    private static string PropertyType(SurfaceModel surface, Parameter parameter) => surface.TypeName(parameter) + (parameter.IsObserved ? "?" : "");

    private static void Constructors(CSharpWriter writer, SurfaceModel surface)
    {
        var parameters = surface.Model.Parameters;
        var observed = parameters.Where(parameter => parameter.IsObserved).Select(parameter => $"'{parameter.Name}'").ToList();
        Documentation(writer, surface, observed.Count == 0 ? "The model of these data." : "The model with all its data.", parameters);
        using (writer.Block($"public {surface.Type}({Parameters(surface)})\n    : this({Arguments(surface.Model, withObserved: true)})"))
        {
        }

        var others = parameters.Where(parameter => !parameter.IsObserved).ToEquatableArray();
        var isOwn = surface.Model.Name.Members.Contains($"({string.Join(", ", others.Select(surface.TypeName))})");
        if (observed.Count > 0 && surface.IsDeterminedWithoutObserved && !isOwn)
        {
            Documentation(writer.Blank(), surface, $"The model before {string.Join(" and ", observed)} {(observed.Count == 1 ? "is" : "are")} observed: it can be simulated.", others);
            using (writer.Block(
                $"public {surface.Type}({string.Join(", ", others.Select(parameter => $"{surface.TypeName(parameter)} {Identifier(parameter.Name)}"))})"
                + $"\n    : this({Arguments(surface.Model, withObserved: false)})"))
            {
            }
        }

        var interventions = SurfaceNames.Unique("interventions", parameters.Select(parameter => parameter.Name));
        writer.Blank();
        using (writer.Block(
            $"internal {surface.Type}({string.Concat(parameters.Select(parameter => $"{PropertyType(surface, parameter)} {Identifier(parameter.Name)}, "))}global::Gen.Models.Interventions {interventions})"))
        {
            if (SurfaceModel.Thrown(surface.Model.Name.Type, surface.Model.Refusal) is { } thrown)
            {
                writer.Line(thrown + ";");
                return;
            }

            foreach (var parameter in parameters)
            {
                var name = Identifier(parameter.Name);
                var check = parameter.IsObserved || SurfaceModel.IsValueType(parameter.Type) ? "" : $" ?? throw new global::System.ArgumentNullException({Text(parameter.Name)})";
                var held = surface.Held(parameter);

                // What the caller writes into it later is none of the model's data.
                writer.Line($"{(held == name ? "this." : "")}{held} = {SurfaceModel.Kept(parameter.Type, name + check, parameter.IsObserved)};");
            }

            writer.Line($"Compiled = new Kernels(this, {interventions});");
        }
    }

    private static void Documentation(CSharpWriter writer, SurfaceModel surface, string summary, EquatableArray<Parameter> parameters)
    {
        writer.Doc(summary);
        foreach (var parameter in parameters)
        {
            writer.Doc($"Data: {surface.Describe(parameter)}.", $"param name=\"{parameter.Name}\"");
        }

        writer.Line("/// <exception cref=\"global::System.ArgumentException\">Sizes disagree, or a value is not what the model needs; the message names the data.</exception>");
    }

    private static string Parameters(SurfaceModel surface) =>
        string.Join(", ", surface.Model.Parameters.Select(parameter => $"{surface.TypeName(parameter)} {Identifier(parameter.Name)}"));

    /// <summary>The parameters as the method's other half has them.</summary>
    private static string Declared(Model model) => string.Join(", ", model.Parameters.Select(parameter =>
        $"{parameter.Modifier} {(parameter.Declared.Length > 0 ? parameter.Declared : SurfaceModel.TypeName(parameter.Type))} {Identifier(parameter.Name)}".TrimStart()));

    private static string Arguments(Model model, bool withObserved) =>
        string.Concat(model.Parameters.Select(parameter =>
        {
            var name = Identifier(parameter.Name);
            return (!parameter.IsObserved || (withObserved && SurfaceModel.IsValueType(parameter.Type)) ? name
                : withObserved ? $"{name} ?? throw new global::System.ArgumentNullException({Text(parameter.Name)})" : "null") + ", ";
        })) + "global::Gen.Models.Interventions.None";
}
