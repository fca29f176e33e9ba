using Gen.Compiler.Ir;

namespace Gen.Generators;

/// <summary>All that kernels depend on. Lines and files are not part of it, so that moving a method in its file compiles nothing again.</summary>
internal sealed record KernelInput
{
    public KernelInput(string file, Model model)
    {
        File = file;
        Model = model;
    }

    public string File { get; }

    public Model Model { get; }
}
