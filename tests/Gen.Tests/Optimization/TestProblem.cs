using System;
using Gen.Optimization;

namespace Gen.Tests.Optimization;

/// <summary>A published test problem with its gradient.</summary>
internal sealed class TestProblem(int dimension, Func<double[], double[], double> evaluate) : IObjectiveFunction
{
    private readonly double[] point = new double[dimension], slopes = new double[dimension];

    public int Dimension => dimension;

    public int Evaluations { get; private set; }

    public double Evaluate(ReadOnlySpan<double> x, Span<double> gradient)
    {
        Evaluations++;
        x.CopyTo(point);
        Array.Clear(slopes);
        var value = evaluate(point, slopes);
        slopes.CopyTo(gradient);
        return value;
    }

    /// <summary>Rosenbrock's valley, extended to an even dimension by pairs (Moré, Garbow and Hillstrom 1981, problems 1 and 21).</summary>
    public static TestProblem Rosenbrock(int n) => new(n, (x, g) =>
    {
        var sum = 0.0;
        for (var i = 0; i < n; i += 2)
        {
            var a = x[i + 1] - x[i] * x[i];
            var b = 1 - x[i];
            sum += 100 * a * a + b * b;
            g[i] = -400 * a * x[i] - 2 * b;
            g[i + 1] = 200 * a;
        }

        return sum;
    });

    /// <summary>Problem 2 of Moré, Garbow and Hillstrom.</summary>
    public static TestProblem FreudensteinRoth => new(2, (x, g) =>
    {
        var (p, q) = (x[0], x[1]);
        var f1 = -13 + p + ((5 - q) * q - 2) * q;
        var f2 = -29 + p + ((q + 1) * q - 14) * q;
        g[0] = 2 * f1 + 2 * f2;
        g[1] = 2 * f1 * (10 * q - 3 * q * q - 2) + 2 * f2 * (3 * q * q + 2 * q - 14);
        return f1 * f1 + f2 * f2;
    });

    /// <summary>Problem 4: the minimum is at 10⁶ and 2·10⁻⁶.</summary>
    public static TestProblem BrownBadlyScaled => new(2, (x, g) =>
    {
        var (a, b, c) = (x[0] - 1e6, x[1] - 2e-6, x[0] * x[1] - 2);
        g[0] = 2 * a + 2 * c * x[1];
        g[1] = 2 * b + 2 * c * x[0];
        return a * a + b * b + c * c;
    });

    /// <summary>Problem 5.</summary>
    public static TestProblem Beale => new(2, (x, g) =>
    {
        var sum = 0.0;
        double[] y = [1.5, 2.25, 2.625];
        for (var i = 1; i <= 3; i++)
        {
            var r = y[i - 1] - x[0] * (1 - Math.Pow(x[1], i));
            sum += r * r;
            g[0] -= 2 * r * (1 - Math.Pow(x[1], i));
            g[1] += 2 * r * x[0] * i * Math.Pow(x[1], i - 1);
        }

        return sum;
    });

    /// <summary>Problem 6 with ten residuals.</summary>
    public static TestProblem JennrichSampson => new(2, (x, g) =>
    {
        var sum = 0.0;
        for (var i = 1; i <= 10; i++)
        {
            var r = 2 + 2 * i - Math.Exp(i * x[0]) - Math.Exp(i * x[1]);
            sum += r * r;
            g[0] -= 2 * r * i * Math.Exp(i * x[0]);
            g[1] -= 2 * r * i * Math.Exp(i * x[1]);
        }

        return sum;
    });

    /// <summary>Problem 13: the Hessian is singular at the minimum.</summary>
    public static TestProblem PowellSingular => new(4, (x, g) =>
    {
        var (a, b, c, d) = (x[0] + 10 * x[1], x[2] - x[3], x[1] - 2 * x[2], x[0] - x[3]);
        g[0] = 2 * a + 40 * d * d * d;
        g[1] = 20 * a + 4 * c * c * c;
        g[2] = 10 * b - 8 * c * c * c;
        g[3] = -10 * b - 40 * d * d * d;
        return a * a + 5 * b * b + c * c * c * c + 10 * d * d * d * d;
    });

    /// <summary>Problem 14, which is HS38.</summary>
    public static TestProblem Wood => new(4, (x, g) =>
    {
        var (a, b) = (x[1] - x[0] * x[0], x[3] - x[2] * x[2]);
        var (c, d) = (x[1] - 1, x[3] - 1);
        g[0] = -400 * x[0] * a - 2 * (1 - x[0]);
        g[1] = 200 * a + 20.2 * c + 19.8 * d;
        g[2] = -360 * x[2] * b - 2 * (1 - x[2]);
        g[3] = 180 * b + 20.2 * d + 19.8 * c;
        return 100 * a * a + (1 - x[0]) * (1 - x[0]) + 90 * b * b + (1 - x[2]) * (1 - x[2]) + 10.1 * (c * c + d * d) + 19.8 * c * d;
    });

    /// <summary>Problem 3 of Hock and Schittkowski (1981).</summary>
    public static TestProblem Hs3 => new(2, (x, g) =>
    {
        g[0] = -2e-5 * (x[1] - x[0]);
        g[1] = 1 + 2e-5 * (x[1] - x[0]);
        return x[1] + 1e-5 * (x[1] - x[0]) * (x[1] - x[0]);
    });

    public static TestProblem Hs4 => new(2, (x, g) =>
    {
        g[0] = (x[0] + 1) * (x[0] + 1);
        g[1] = 1;
        return Math.Pow(x[0] + 1, 3) / 3 + x[1];
    });

    public static TestProblem Hs5 => new(2, (x, g) =>
    {
        g[0] = Math.Cos(x[0] + x[1]) + 2 * (x[0] - x[1]) - 1.5;
        g[1] = Math.Cos(x[0] + x[1]) - 2 * (x[0] - x[1]) + 2.5;
        return Math.Sin(x[0] + x[1]) + (x[0] - x[1]) * (x[0] - x[1]) - 1.5 * x[0] + 2.5 * x[1] + 1;
    });

    public static TestProblem Hs25 => new(3, (x, g) =>
    {
        var sum = 0.0;
        for (var i = 1; i <= 99; i++)
        {
            var u = 25 + Math.Pow(-50 * Math.Log(0.01 * i), 2.0 / 3) - x[1];
            var power = Math.Pow(u, x[2]);
            var e = Math.Exp(-power / x[0]);
            var r = -0.01 * i + e;
            sum += r * r;
            g[0] += 2 * r * e * power / (x[0] * x[0]);
            g[1] += 2 * r * e * x[2] * Math.Pow(u, x[2] - 1) / x[0];
            g[2] -= 2 * r * e * power * Math.Log(u) / x[0];
        }

        return sum;
    });

    public static TestProblem Hs45 => new(5, (x, g) =>
    {
        for (var i = 0; i < 5; i++)
        {
            g[i] = -1 / 120.0;
            for (var j = 0; j < 5; j++)
                g[i] *= j == i ? 1 : x[j];
        }

        return 2 - x[0] * x[1] * x[2] * x[3] * x[4] / 120;
    });

    public static TestProblem Hs110 => new(10, (x, g) =>
    {
        var product = 1.0;
        foreach (var each in x)
            product *= each;
        var root = Math.Pow(product, 0.2);
        var sum = -root;
        for (var i = 0; i < 10; i++)
        {
            var (a, b) = (Math.Log(x[i] - 2), Math.Log(10 - x[i]));
            sum += a * a + b * b;
            g[i] = 2 * a / (x[i] - 2) - 2 * b / (10 - x[i]) - 0.2 * root / x[i];
        }

        return sum;
    });
}
