using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;

namespace Gen.Compiler.Tests.Fuzzing;

/// <summary>How a model failed. Two failures of one kind are taken for one defect while a model is made smaller.</summary>
internal sealed record Failure(FuzzModel Model, string Kind, string Details)
{
    /// <summary>All that is needed to look into it.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"seed {Model.Seed}: {Kind}\n{Details}\n{Model.Source}");
        foreach (var parameter in Model.UsedParameters)
        {
            var value = parameter.Value switch
            {
                Gen.Matrix matrix => $"{matrix.Rows} by {matrix.Columns}: {string.Join(" ", matrix.AsSpan().ToArray().Select(v => v.ToString(CultureInfo.InvariantCulture)))}",
                int[,] matrix => $"{matrix.GetLength(0)} by {matrix.GetLength(1)}: {string.Join(" ", matrix.Cast<int>())}",
                Dim dim => dim.Length.ToString(CultureInfo.InvariantCulture),
                IEnumerable<double> numbers => string.Join(" ", numbers.Select(v => v.ToString(CultureInfo.InvariantCulture))),
                IEnumerable<int> numbers => string.Join(" ", numbers),
                var number => Convert.ToString(number, CultureInfo.InvariantCulture),
            };
            text.Append(CultureInfo.InvariantCulture, $"// {parameter.Name} = {value}\n");
        }

        return text.ToString();
    }
}
