using System.Linq;
using Gen.Compiler.Reading;
using Xunit;

namespace Gen.Compiler.Tests.Reading;

public sealed class ObjectiveTests
{
    private const string Demand = """
        var a     = Sample(Gamma(mu: 100, sigma: 40));
        var b     = Sample(Normal(0, 1));
        var mu    = Deterministic(a * Pow(price, b));
        Observe(sales, Normal(mu, 1));
        """;

    private const string Statements = """
        a ~ Gamma.FromMoments(100, 40)
        b ~ Normal(0, 1)
        mu[i] = (a * pow(price[i], b))  for i < price.Length
        observe sales[i] ~ Normal(mu[i], 1)  for i < price.Length
        require price.Length == sales.Length

        """;

    private static ReadResult Read(string objective) => ReadModels.Body("Vector price, Vector sales", Demand, "[Objective] " + objective);

    [Fact]
    public void Profit_binds_a_quantity_a_decided_price_and_an_argument() =>
        Read("static double Profit(Vector mu, [Decision] Vector price, double unitCost) => Sum((price - unitCost) * mu);").Prints(Statements + """
        Profit(mu: Quantity, price: DecidedData, unitCost: Argument) = sum(i < price.Length: (mu[i] * (price[i] - unitCost)))
        """);

    [Fact]
    public void A_new_decision_has_a_length_of_its_own() =>
        Read("static double Cost(double b, [Decision] Vector plan, Vector price) => Sum(plan * price) * b;").Prints(Statements + """
        Cost(b: Quantity, plan: Decision, price: Data) = (b * sum(i < price.Length: (price[i] * plan[i])))
        require price.Length == plan.Length
        """);

    [Fact]
    public void An_equality_of_one_objective_does_not_hold_in_another() => ReadModels.Body("Vector price, Vector cost", "var b = Sample(Normal());", """
        [Objective] static double First([Decision] double b, Vector price, Vector cost) => b * Dot(price, cost);
        [Objective] static double Second([Decision] double b, Vector price, Vector cost) => b * (Sum(price) + Sum(cost));
        """).Prints("""
        b ~ Normal(0, 1)
        First(b: Decision, price: Data, cost: Data) = (b * sum(i < price.Length: (price[i] * cost[i])))
        require price.Length == cost.Length
        Second(b: Decision, price: Data, cost: Data) = (b * (sum(i < price.Length: price[i]) + sum(i < cost.Length: cost[i])))
        """);

    [Fact]
    public void An_objective_may_have_statements_and_call_methods() => ReadModels.Body("Vector price", "var b = Sample(Normal());", """
        static double Fee(double x) => 2 * x;

        [Objective]
        static double Net(double b, [Decision] Vector price)
        {
            var total = 0.0;
            for (var i = 0; i < price.Length; i++)
            {
                total += Fee(price[i]);
            }

            return b * total;
        }
        """).Prints("""
        b ~ Normal(0, 1)
        Net(b: Quantity, price: DecidedData) = (2 * (b * sum(i < price.Length: price[i])))
        """);

    [Fact]
    public void A_misspelled_quantity_is_told_with_the_near_match()
    {
        var diagnostic = Read("static double Profit(Vector muu, [Decision] Vector price) => Sum(price * muu);")
            .Refuses(Rules.ObjectiveParameter, "muu", "objective 'Profit' has a parameter 'muu' that is no quantity of M. Did you mean 'mu'?");
        Assert.Equal("mu", diagnostic.Suggestion);
    }

    [Fact]
    public void A_vector_that_matches_nothing_is_an_argument() =>
        Read("static double Profit(Vector weights, Vector mu, [Decision] double d) => d * Sum(weights * mu);").Prints(Statements + """
        Profit(weights: Argument, mu: Quantity, d: Decision) = (d * sum(i < price.Length: (mu[i] * weights[i])))
        require price.Length == weights.Length
        """);

    [Fact]
    public void A_wrong_objective_takes_itself_away_alone()
    {
        var model = ReadModels.Body("Vector price, Vector sales", Demand, """
            [Objective] static double Profit(Vector muu, [Decision] Vector price) => Sum(price * muu);
            [Objective] static double Cost(double b, [Decision] double d) => b * d;
            """).Model!;
        Assert.Equal(["Cost"], model.Objectives.Select(objective => objective.Name));
        Assert.Equal(["Profit"], model.Outlined.Select(objective => objective.Name));
    }

    [Fact]
    public void A_quantity_has_the_type_that_the_model_gives_it() =>
        Read("static double Profit(double mu) => mu;").Refuses(Rules.ObjectiveParameterType, "mu", "'mu' is a Vector in M, but a double here.");

    [Fact]
    public void A_decision_with_the_name_of_data_has_their_type() => Read("static double Profit(Vector mu, [Decision] double price) => price * Sum(mu);").Refuses(
        Rules.ObjectiveParameterType, "price",
        "'price' is a Vector in M, but a double here. A decision that bears the name of data replaces them all; for another, give it a name of its own, and write what it leads to from the latents.");

    [Fact]
    public void An_objective_is_a_number() =>
        Read("static Vector Profit(Vector mu) => mu;").Refuses(Rules.ObjectiveType, "Profit", "objective 'Profit' must return a double, the utility of a decision.");

    [Fact]
    public void A_variable_that_is_no_quantity_is_told_how_to_become_one()
    {
        var diagnostic = ReadModels.Body("Vector price", "var b = Sample(Normal());\nvar worth = b * price;", "[Objective] static double Profit(Vector worth, [Decision] double d) => d * Sum(worth);")
            .Refuses(
                Rules.ObjectiveParameter, "worth",
                "objective 'Profit' has a parameter 'worth' that is no quantity of M. Write 'var worth = Deterministic(…);' in the model to make it one.");
        Assert.Null(diagnostic.Suggestion);
    }

    [Fact]
    public void A_quantity_that_could_not_be_read_is_not_missed_by_an_objective() =>
        ReadModels.Body("Vector price", "var b = Sample(Normal(1 / 2));\nvar worth = Deterministic(b * price);", "[Objective] static double Profit(Vector worth, [Decision] double d) => d * Sum(worth);")
            .Refuses(Rules.IntegerDivision, "1 / 2", "1 / 2 is 0, since both are integers. Write 1.0 / 2 for the quotient.");

    [Fact]
    public void An_objective_has_something_to_choose() =>
        Read("static double Profit(Vector mu) => Sum(mu);").Refuses(Rules.ObjectiveWithoutDecision, "Profit", "objective 'Profit' has nothing to choose. Mark a parameter [Decision].");

    [Theory]
    [InlineData("rwo", "row", true)]
    [InlineData("sgima", "sigma", true)]
    [InlineData("x", "xx", true)]
    [InlineData("X", "x", true)]
    [InlineData("a", "b", false)]
    [InlineData("ab", "ba", false)]
    [InlineData("abcd", "badc", false)]
    [InlineData("price", "cost", false)]
    public void Slips_are_near_or_exchange_or_repeat_a_letter(string name, string other, bool slip)
    {
        Assert.Equal(slip, EditDistance.IsSlip(name, other));
        Assert.Equal(slip, EditDistance.IsSlip(other, name));
    }

    [Theory]
    [InlineData("muu", "mu", true)]
    [InlineData("a", "b", false)]
    [InlineData("Mu", "mu", true)]
    [InlineData("sgima", "sigma", false)]
    [InlineData("elasticty", "elasticity", true)]
    [InlineData("unitCost", "price", false)]
    public void Near_names_differ_by_a_letter_or_two(string name, string other, bool near) => Assert.Equal(near, EditDistance.IsNear(name, other));
}
