using System.Collections.Generic;
using System.Linq;
using Gen.Compiler.Ir;

namespace Gen.Compiler.Emission;

/// <summary>Where the unconstrained values of each latent stand in a sampler's position: one latent after another, matrices row by row.</summary>
internal sealed class Positions
{
    private readonly Graph graph;
    private readonly Expr dimension;
    private readonly List<(int Array, Expr Offset)> offsets = [];

    private Positions(Program program)
    {
        graph = program.Graph;
        Expr offset = 0;
        foreach (var latent in Quantities.Latents(program.Model))
        {
            var array = Enumerable.Range(0, program.Arrays.Count).First(i => program.Arrays[i].Role == ArrayRole.Position && program.Arrays[i].Source == latent);
            offsets.Add((array, offset));
            offset += program.Arrays[array].Extents.Aggregate((Expr)1, (size, extent) => size * graph.Wrap(extent));
        }

        dimension = offset;
    }

    public static Positions Of(Program program) => new(program);

    /// <summary>The position array of each latent with its offset as code.</summary>
    public IEnumerable<(int Array, string Offset)> Entries(ExpressionWriter writer) => offsets.Select(entry => (entry.Array, writer.Address(graph.Id(entry.Offset))));

    /// <summary>The number of coordinates as code.</summary>
    public string Dimension(ExpressionWriter writer) => writer.Address(graph.Id(dimension));
}
