using System.Collections.Generic;

namespace Gen.Compiler.Ir;

/// <summary>Which values vary with the latents (or, in an objective, with the decisions); the others are known when the model is constructed.</summary>
public sealed class Activity(Program program)
{
    private readonly Graph graph = program.Graph;
    private readonly HashSet<int> arrays = Dependence.Active(program, ArrayRole.Position, ArrayRole.Decision, ArrayRole.Latent, ArrayRole.Generated, ArrayRole.Target, ArrayRole.Adjoint);
    private readonly Dictionary<int, bool> nodes = [];

    /// <summary>Whether an array's elements vary.</summary>
    public bool IsActiveArray(int array) => arrays.Contains(array);

    /// <summary>Whether a node's value varies.</summary>
    public bool IsActive(int id)
    {
        if (!nodes.TryGetValue(id, out var active))
        {
            var node = graph[id];
            active = node.Kind == NodeKind.Read && arrays.Contains(node.Symbol);
            foreach (var argument in node.Arguments)
            {
                active |= IsActive(argument);
            }

            nodes.Add(id, active);
        }

        return active;
    }
}
