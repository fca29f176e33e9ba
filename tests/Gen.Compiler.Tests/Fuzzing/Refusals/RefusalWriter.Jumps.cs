namespace Gen.Compiler.Tests.Fuzzing;

/// <summary>
/// Right-hand sides of differential equations that jump at a moment which a latent, a decision or a state moves, and the same ones whose moments data give or whose
/// values meet there: those are refused, and these are not.
/// </summary>
internal sealed partial class RefusalWriter
{
    /// <summary>Two models that differ in what a right-hand side jumps by.</summary>
    public static (string Moves, string Stays) Jump(int seed)
    {
        var writer = new RefusalWriter(seed);
        return writer.random.Next(3) == 0 ? writer.DecidedJump(seed) : writer.LatentJump(seed);
    }

    private (string Moves, string Stays) LatentJump(int seed)
    {
        var solver = Choose("OdeRk45", "OdeBdf");
        var (before, after) = Choose(("", " - k * c[0]"), ("k * ", " - c[0]"), ("Tanh(", ") - c[0]"), ("Exp(-t) - c[0] * ", ""), ("k * Max(", ", 0.1) - c[0]"));
        var read = Choose("Observe(y, Normal(s[.., 0], 1));", "Potential(Tanh(s));", "var p = Deterministic(s[^1]);\n        Potential(Tanh(p[1] - p[0]));");
        var form = random.Next(4);
        string Model(string name, string term)
        {
            const string Parameters = "double t, Vector c, double k, double when, double late, Vector x";
            string Slopes(string value) => $"[{before}{value}{after}, k - c[1]]";
            var (side, method) = form switch
            {
                0 => (Slopes(term), ""),
                1 => ($"{{ var u = {term}; return {Slopes("u")}; }}", ""),
                2 => (Slopes("Term(t, c, k, when, late, x)"), $"static double Term({Parameters}) => {term};"),
                _ => ("Slope(t, c, k, when, late, x)", $"static Vector Slope({Parameters}) => {Slopes(term)};"),
            };
            return $$"""
                using Gen;
                using static Gen.Modeling;

                public partial class {{name}}
                {
                    [Model]
                    static partial void Define(Vector times, Vector y, double late, Vector x)
                    {
                        var k = Sample(HalfNormal(1));
                        var when = Sample(Uniform(0.2, 1.7));
                        var s = {{solver}}((t, c) => {{side}}, [1, k], 0, times);
                        {{read}}
                    }

                    {{method}}
                }
                """;
        }

        var (moves, stays) = random.Next(3) == 0
            ? Choice(Choose("c[0]", "Sum(c)", "c[0] * c[1]"), Choose("when", "late", "0.7", "x[0] * k"))
            : random.Next(3) > 0 ? Choice(Choose("t", "(2 * t)", "(t - x[0])"), Mover()) : Step(Mover());
        return (Model($"Moves{seed}", moves), Model($"Stays{seed}", stays));

        string Mover() => Choose("when", "when * x[0]", "(when + late)", "2 * k * when");
    }

    /// <summary>The same of what an objective decides: the moment, or the state that it begins with.</summary>
    private (string Moves, string Stays) DecidedJump(int seed)
    {
        var isOfState = random.Next(3) == 0;
        var (moves, stays) = isOfState ? Choice(Choose("c[0]", "Sum(c)"), Choose("0.7", "late")) : random.Next(3) > 0 ? Choice("t", Choose("when", "when * x[0]")) : Step("when");
        string Model(string name, string term, string decision) => $$"""
            using Gen;
            using static Gen.Modeling;

            public partial class {{name}}
            {
                [Model]
                static partial void Define(Vector times, Vector y, double when, double other, double late, Vector x)
                {
                    var k = 0.7;
                    var s = OdeRk45((t, c) => [{{term}} - k * c[0], other - c[1]], [{{(isOfState ? "when" : "1")}}, 1], 0, times);
                    var amount = Deterministic(s);
                    var b = Sample(Normal());
                    Observe(y, Normal(b, 1));
                }

                [Objective]
                static double Gain(Matrix amount, double b, [Decision] double {{decision}}) => amount[1, 0] * b - {{decision}} * {{decision}};
            }
            """;

        // What else is decided moves no moment of time.
        return (Model($"Moves{seed}", moves, "when"), isOfState || random.Next(2) == 0 ? Model($"Stays{seed}", stays, "when") : Model($"Stays{seed}", moves, "other"));
    }

    /// <summary>A choice between two values where one number passes another, and one that does not jump: its values meet, or it is made at a time of data.</summary>
    private (string Moves, string Stays) Choice(string left, string right)
    {
        var (high, low) = (Choose("1", "k", "(2 + Sin(t))", "x[1]"), Choose("0", "-k", "-0.5"));
        var (less, difference) = (Choose($"Less({right}, {left})", $"LessOrEqual({right}, {left})"), $"({left} - {right})");
        var compared = Choose(less, less, $"{left} > {right}", $"{right} <= {left}");
        var jumping = Choose($"Where({compared}, {high}, {low})", $"Where({compared}, {high}, {low})", $"Where(And({less}, Less(0.1, t)), {high}, {low})", $"Where(Or(Less(t, 0.1), Not({less})), {low}, {high})", $"{less} * {high}");
        var staying = Choose(
            $"Where({compared}, {low} + {difference} * {high}, {low})", $"Where({compared}, {left}, {right})", $"Where({compared}, {high} * Square({difference}), 0)", $"Where({compared}, 1 - Exp({right} - {left}), 0)",
            $"Max({left}, {right})", $"Where({compared}, {high}, {high} + Abs({difference}))", $"Where(And({less}, Less(late, t)), {difference} * {high}, 0)", $"Where(t > late, {high}, {right})", $"(t < late ? {high} : {left})");
        return (jumping, staying);
    }

    /// <summary>Steps of the time, at moments that a mover gives, and at those that data give.</summary>
    private (string Moves, string Stays) Step(string mover) => random.Next(5) switch
    {
        0 => ($"Floor(3 * t * {mover})", $"Floor(3 * t * late) * {mover}"),
        1 => ($"Sign(t - {mover})", $"Abs(t - {mover})"),
        2 => ($"(t % ({mover}))", $"(t % late + {mover})"),
        3 => ($"Sum(Where(Less(x + {mover}, t), x, 0))", $"Sum(Where(Less(x + {mover}, t), t - x - {mover}, 0))"),
        _ => ($"Sum(Where(Less(x + {mover}, t), x, 0))", $"Sum(Where(Less(x + late, t), x * {mover}, 0))"),
    };
}
