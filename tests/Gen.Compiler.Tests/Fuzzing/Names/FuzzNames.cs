using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;

namespace Gen.Compiler.Tests.Fuzzing;

/// <summary>Gives a fuzzed model's data and variables names that emitted code might have for something else, or that differ in little.</summary>
internal static class FuzzNames
{
    private static readonly string[] Names =
    [
        "C", "c", "X", "x", "Y", "M", "x_1", "x1", "X1", "__x", "_x", "_", "ζ", "Ζ", "été", "数据",
        "var", "value", "field", "from", "to", "data", "Data", "known", "Known", "position", "gradient", "target", "values", "random", "given", "V", "j", "k", "l", "m", "n",
        "sum", "sum2", "next", "element", "square", "exp", "log", "constant", "constant2", "part", "parameter", "total", "totalSum", "free", "freeC", "dX", "inverse",
        "Math", "System", "Array", "Span", "Lanes512", "DataCheck", "Shape", "seed", "draws", "xLength", "XLength", "xByColumn", "xLanes", "OverX", "event2",
    ];

    /// <summary>The model under names that a seed draws; some keep their own.</summary>
    public static FuzzModel Rename(FuzzModel model, Random random)
    {
        var text = string.Join("\n", model.Statements.Select(statement => statement.Text).Concat(model.Methods));
        string[] own = [.. model.Parameters.Select(parameter => parameter.Name), .. model.Statements.Select(statement => statement.Defines).Where(name => name.Length > 0).Distinct()];
        string[] free = [.. Names.Where(name => !own.Contains(name) && !Regex.IsMatch(text, $@"\b{name}\b"))];
        random.Shuffle(free);
        var renamed = own.Where(name => random.Next(4) > 0).Zip(free).ToDictionary(pair => pair.First, pair => pair.Second);
        string Name(string name) => renamed.GetValueOrDefault(name, name);
        var words = new Regex($@"(?<![\w.])({string.Join("|", renamed.Keys.Select(Regex.Escape).DefaultIfEmpty("(?!)"))})\b(?!:)");
        return model with
        {
            Parameters = [.. model.Parameters.Select(parameter => parameter with { Name = Name(parameter.Name) })],
            Statements =
            [
                .. model.Statements.Select(statement => new FuzzStatement(
                    Array.ConvertAll(statement.Lines, line => words.Replace(line, word => renamed[word.Value])), Name(statement.Defines),
                    statement.Latent is { } latent ? latent with { Name = Name(latent.Name), Around = Name(latent.Around) } : null)),
            ],
        };
    }
}
