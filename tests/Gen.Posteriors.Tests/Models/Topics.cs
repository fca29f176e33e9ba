using static Gen.Modeling;

namespace Gen.Posteriors.Tests.Models;

/// <summary>posteriordb's <c>ldaK2</c> and <c>ldaK5</c>: latent Dirichlet allocation, each word's topic summed out (Blei, Ng and Jordan 2003).</summary>
public partial class Topics
{
    [Model]
    static partial void Define(int[] word, int[] document, Vector alpha, Vector beta)
    {
        var theta = Sample(Dirichlet(alpha), Max(document) + 1);
        var phi = Sample(Dirichlet(beta), alpha.Length);
        Potential(LogSumExp(Log(theta[document]) + Log(Transpose(phi)[word]), 1));
    }
}
