using static Gen.Modeling;

namespace Gen.Posteriors.Tests.Models;

/// <summary>posteriordb's <c>bones_model</c>: children's skeletal ages by graded indicators of known difficulty, some of them missing (BUGS, volume 1).</summary>
public partial class Bones
{
    [Model]
    static partial void Define(int[,] grade, int[] categories, Vector delta, Matrix gamma)
    {
        var theta = Sample(Normal(0, 36), grade.GetLength(0));
        for (var i = 0; i < grade.GetLength(0); i++)
        {
            for (var j = 0; j < categories.Length; j++)
            {
                if (grade[i, j] != -1)
                {
                    var above = grade[i, j] == 1 ? 1 : InverseLogit(delta[j] * (theta[i] - gamma[j, grade[i, j] - 2]));
                    var beyond = grade[i, j] == categories[j] ? 0 : InverseLogit(delta[j] * (theta[i] - gamma[j, grade[i, j] - 1]));
                    Potential(Log(above - beyond));
                }
            }
        }
    }
}
