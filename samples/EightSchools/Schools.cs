using Gen;

namespace EightSchools;

/// <summary>
/// The gain in points on the SAT-V test that coaching was estimated to bring in eight schools, each from an experiment of its own, with the
/// standard errors of those estimates.
/// </summary>
/// <remarks>D. B. Rubin (1981), Estimation in parallel randomized experiments, Journal of Educational Statistics 6, 377–401.</remarks>
public static class Schools
{
    public static Dim Names => ["A", "B", "C", "D", "E", "F", "G", "H"];

    public static Vector Effect => [28, 8, -3, 7, -1, 1, 18, 12];

    public static Vector StandardError => [15, 10, 16, 11, 9, 11, 10, 18];
}
