using static Gen.Modeling;

namespace Gen.Benchmarks.References;

/// <summary>
/// The example "LSAT" of BUGS: section 6 of the Law School Admission Test, a thousand students' answers to five questions by ability and difficulty
/// (Bock and Lieberman 1970).
/// </summary>
public partial class LawSchoolAdmission
{
    [Model]
    static partial void Define(Matrix answers)
    {
        var difficulty = Sample(Normal(0, 100), answers.Columns);
        var ability = Sample(Normal(0, 1), answers.Rows);
        var discrimination = Sample(HalfNormal(100));
        for (var student = 0; student < answers.Rows; student++)
        {
            for (var question = 0; question < answers.Columns; question++)
            {
                Observe(answers[student, question], Bernoulli(logitP: discrimination * ability[student] - difficulty[question]));
            }
        }
    }
}
