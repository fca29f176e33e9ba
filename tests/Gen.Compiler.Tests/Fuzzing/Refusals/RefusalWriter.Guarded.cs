namespace Gen.Compiler.Tests.Fuzzing;

/// <summary>Statements in which a condition alone keeps an element there: cursors that begin before the first, places that data count, recurrences by cases.</summary>
internal sealed partial class RefusalWriter
{
    /// <summary>The bodies of a model and of an objective in which every other statement is one of these.</summary>
    public static string Guarded(int seed)
    {
        var writer = new RefusalWriter(seed);
        for (var k = writer.random.Next(1, 3); k > 0; k--)
        {
            writer.Guard();
            if (writer.random.Next(2) == 0)
            {
                writer.Statement();
            }
        }

        return writer.File(seed);
    }

    private void Guard()
    {
        var (name, i) = ($"q{counter}", $"i{counter++}");
        switch (random.Next(7))
        {
            case 0:
                Add($"var {name} = -1;", OverAll(i), "{", $"    total += {name} >= 0 ? a * Tanh({Choose($"0.1 * k[{name}]", $"0.1 * k[{i}] - 0.1 * k[{name}]")}) : {Real(i, 1)};", $"    if ({Choose($"k[{i}] > 1", $"{i} % 2 == 0")})", $"        {name} = {i};", "}", $"total += {name} >= 0 ? Tanh(k[{name}] * a) : 1;");
                break;
            case 1:
                Add($"for (var r{name} = 0; r{name} < {Choose("2", "3")}; r{name}++)", "{", $"    var {name} = -1;", $"    {OverAll(i)}", "    {", $"        if (k[{i}] == r{name})", "        {", $"            total += {name} >= 0 ? a * Tanh({Choose($"0.1 * k[{name}]", $"0.1 * k[{i}] - 0.1 * k[{name}]")}) : a * a;", $"            {name} = {i};", "        }", "    }", "}");
                break;
            case 2:
                Add($"var u{name} = new Vector(k.Length + 1);", $"var {name} = 0;", OverAll(i), $"    if (k[{i}] > {Choose("0", "1")})", "    {", $"        u{name}[{name}] = {Real(i, 1)};", $"        {name}++;", "    }", $"total += {Choose($"{name} > 0 ? u{name}[{name} - 1] : a", $"({name} > 1 ? u{name}[0] - u{name}[{name} - 1] : a) * a")};", $"total += Sum(u{name}) * a;");
                break;
            case 3:
                Add($"var u{name} = new Vector(y.Length);", $"for (var {i} = y.Length - 1; {i} >= 0; {i}--)", $"    u{name}[{i}] = {i} == y.Length - 1 ? a : {Choose($"LogSumExp([u{name}[{i} + 1], {Real(i, 1)}])", $"Sum([0.5 * u{name}[{i} + 1], y[{i} + 1] * a])", $"0.5 * u{name}[{i} + 1] + y[{i} + 1]")};", $"total += Sum(u{name} * y);");
                break;
            case 4:
                Add($"var u{name} = new Vector(g.Length);", $"for (var {i} = 0; {i} < g.Length; {i}++)", $"    u{name}[{i}] = g[{i}] >= 0 && g[{i}] < {i} ? 0.5 * u{name}[g[{i}]] + a : {Choose("a * a", Real(i, 0))};", $"total += Sum(u{name}) * 0.3;");
                break;
            case 5:
                Add(OverAll(i), $"    total += {Choose($"g[0] >= 0 && g[0] < y.Length ? y[g[0]] * a", $"g.Length > 1 && g[1] >= 0 && g[1] <= y.Length ? Sum(y[g[1]..]) * a")} : {Real(i, 1)};");
                break;
            default:
                Add($"total += {Choose("m > 0 && m <= y.Length ? y[m - 1] * a", "n >= 0 && n < k.Length ? Tanh(k[n]) * a", "k.Length > 3 ? Tanh(k[3] * a)")} : {Real(null, 1)};");
                break;
        }
    }

    private string OverAll(string i) => random.Next(4) == 0 ? $"for (var {i} = k.Length - 1; {i} >= 0; {i}--)" : $"for (var {i} = 0; {i} < k.Length; {i}++)";
}
