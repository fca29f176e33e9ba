using static Gen.Modeling;

namespace Gen.Posteriors.Tests.Models;

/// <summary>posteriordb's <c>nes</c>: party identification by ideology, race, age, education, gender and income; flat priors.</summary>
public partial class PartyIdentification
{
    [Model]
    static partial void Define(
        Vector ideology, Vector race, int[] age, Vector education, Vector gender, Vector income, Vector party)
    {
        var beta = Sample(Flat(), 9);
        var sigma = Sample(HalfFlat());
        Observe(party, Normal(
            beta[0] + beta[1] * ideology + beta[2] * race + beta[3] * (age == 2) + beta[4] * (age == 3) + beta[5] * (age == 4)
                + beta[6] * education + beta[7] * gender + beta[8] * income,
            sigma));
    }
}
