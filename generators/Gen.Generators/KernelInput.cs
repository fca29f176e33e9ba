using Gen.Compiler.Ir;

namespace Gen.Generators;

/// <summary>All that kernels depend on. Lines, files and other members are not part of it, so that moving a method in its file compiles nothing again.</summary>
internal sealed record KernelInput
{
    public KernelInput(string file, Model model)
    {
        File = file;
        Model = model with { Name = model.Name with { Members = [] }, Outlined = [] };
    }

    public string File { get; }

    public Model Model { get; }
}
