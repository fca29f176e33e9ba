using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Gen.Distributions;
using Gen.Numerics;
using Xunit;

namespace Gen.Tests.Distributions;

/// <summary>
/// Every sampler returns for every double: a value that can occur, or a refusal that names the distribution, the parameter and its value.
/// </summary>
public class DrawTests
{
    private const int Draws = 3;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private static readonly double[] Parameters =
    [
        double.NaN, double.PositiveInfinity, double.NegativeInfinity, 0.0, -0.0, -1, -1e308, double.Epsilon, 1e-310, 1e-300, 1e-9, 0.3, 0.5, 1,
        1 - 1.0 / (1L << 53), 2.5, 9.99, 10, 1e3, 9007199254740994, 1e17, 1e100, 1e308, double.MaxValue,
    ];

    public static TheoryData<string> Names => DistributionCases.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public async Task EveryParameterGivesAPossibleValueOrARefusal(string name)
    {
        var (family, parameters) = DistributionCases.Get(name, 0);
        var check = typeof(Normal).Assembly.GetType($"Gen.Distributions.{name}")!.GetMethod("CheckParameters")!;
        string[] names = [.. check.GetParameters().Select(parameter => parameter.Name!)];
        var random = new RandomStream(11);
        var (current, wrong) = ("", new List<string>());
        var done = Task.Run(() =>
        {
            foreach (var given in Combinations(parameters.Length))
            {
                current = $"{name}({string.Join(", ", given)})";
                for (var i = 0; i < Draws; i++)
                {
                    try
                    {
                        var x = family.Draw(random, given);
                        if (!family.InSupport(x, given))
                        {
                            wrong.Add($"{current} gave {x}");
                        }
                    }
                    catch (ArgumentOutOfRangeException refusal)
                    {
                        Assert.Contains($"{refusal.ParamName} of {name} must be", refusal.Message);
                        Assert.Contains(refusal.ParamName, names);
                        Assert.ThrowsAny<Exception>(() => check.Invoke(null, [.. given.Cast<object>()]));
                        break;
                    }
                }
            }
        });
        Assert.True(await Task.WhenAny(done, Task.Delay(Patience)) == done, $"no end at {current}");
        await done;
        Assert.True(wrong.Count == 0, string.Join('\n', wrong.Take(20)));
    }

    [Fact]
    public void ARateThatIsNoNumberIsNamed()
    {
        var refusal = Assert.Throws<ArgumentOutOfRangeException>(() => Poisson.Draw(new RandomStream(1), double.NaN));
        Assert.StartsWith("mu of Poisson must be 0 or positive; it is NaN", refusal.Message);
        refusal = Assert.Throws<ArgumentOutOfRangeException>(() => Poisson.Draw(new RandomStream(1), double.PositiveInfinity));
        Assert.StartsWith("mu of Poisson must be finite; it is Infinity", refusal.Message);
    }

    /// <summary>Shapes at which every gamma variate underflows leave the ends, as often as the shapes say.</summary>
    [Fact]
    public void ShapesThatUnderflowLeaveTheEnds()
    {
        var random = new RandomStream(3);
        var ones = Enumerable.Range(0, 4000).Count(_ => Beta.Draw(random, 3e-310, 1e-310) > 0.5);
        Assert.InRange(ones, 2900, 3100);
        var corner = new double[2];
        var first = 0;
        for (var i = 0; i < 4000; i++)
        {
            Dirichlet.Draw(random, [3e-310, 1e-310], corner);
            Assert.Equal(1, corner.Sum(), 1e-15);
            first += corner[0] > 0.5 ? 1 : 0;
        }

        Assert.InRange(first, 2900, 3100);
    }

    [Fact]
    public void VectorsAreRefusedByTheirElement()
    {
        var random = new RandomStream(5);
        foreach (var bad in (double[])[double.NaN, double.PositiveInfinity, -1])
        {
            Refused("a[1] of Dirichlet", () => Dirichlet.Draw(random, [1, bad], new double[2]));
            Refused("p[1] of Multinomial", () => Multinomial.Draw(random, 3, [1, bad], new double[2]));
            Refused("n of Multinomial", () => Multinomial.Draw(random, bad, [0.5, 0.5], new double[2]));
            Refused("p[0] of Categorical", () => Categorical.Draw(random, [bad, 1]));
            Refused("chol of MvNormal", () => MvNormal.Draw(random, [0, 0], [1, 0, 0, bad], new double[2]));
            Refused("sigma of AR", () => AR.Draw(random, [0.5], bad, 0, 0, 1, new double[3]));
            Refused("omega of Garch", () => Garch.Draw(random, bad, 0.1, 0.1, 1, new double[3]));
            Refused("sigma of GaussianRandomWalk", () => GaussianRandomWalk.Draw(random, 0, bad, 0, 1, new double[3]));
            Refused("eta of LkjCholesky", () => LkjCholesky.Draw(random, 2, bad, new double[4]));
            Refused("n of UnitVector", () => UnitVector.Draw(random, bad, new double[2]));
            Refused("nu of WishartCholesky", () => WishartCholesky.Draw(random, bad, [1, 0, 0, 1], new double[4]));
        }

        Refused("n of UnitVector", () => UnitVector.Draw(random, 0, []));
        Refused("eta of OrderedLogistic", () => OrderedLogistic.Draw(random, double.NaN, [0, 1]));
        Refused("cutpoints of OrderedLogistic", () => OrderedLogistic.Draw(random, 0, [1, 0]));
        Refused("mu[0] of MvNormal", () => MvNormal.Draw(random, [double.NaN], [1], new double[1]));
    }

    private static void Refused(string what, Action draw)
    {
        var refusal = Assert.Throws<ArgumentOutOfRangeException>(draw);
        Assert.StartsWith(what, refusal.Message);
    }

    private static IEnumerable<double[]> Combinations(int count) =>
        count == 0 ? [[]] : Combinations(count - 1).SelectMany(_ => Parameters, (before, last) => (double[])[.. before, last]);
}
