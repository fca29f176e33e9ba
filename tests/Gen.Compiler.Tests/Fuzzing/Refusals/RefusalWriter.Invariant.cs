using System;
using System.Collections.Generic;
using System.Text.RegularExpressions;

namespace Gen.Compiler.Tests.Fuzzing;

/// <summary>
/// What a loop reads at an index that is the same in all its passes, whatever conditions hold: that is refused where it is outside, though there be no pass. Where the first
/// pass is told apart (<c>i == 0 ? 1 : …</c>), those after it are a loop of their own.
/// </summary>
internal sealed partial class RefusalWriter
{
    // C# conditions: a loop has no pass, and what it reads is not there.
    private readonly List<string> invariant = [];

    /// <summary>Notes such reads in an expression of the body of the loop that was written last.</summary>
    private string Read(string i, string text)
    {
        // What follows stands behind a condition, or the passes after the first.
        const char Condition = '?', Apart = '@';
        var scanned = text.Replace("&&", "?", StringComparison.Ordinal).Replace("||", "?", StringComparison.Ordinal).Replace($"({i} == 0 ? 1 : ", $"({Apart}", StringComparison.Ordinal);
        var levels = new Stack<(bool IsGuarded, bool IsApart)>([(false, false)]);
        for (var at = 0; at < scanned.Length; at++)
        {
            switch (scanned[at])
            {
                case '(':
                    levels.Push(levels.Peek());
                    break;
                case ')':
                    levels.Pop();
                    break;
                case Condition or Apart when levels.Pop() is var level:
                    levels.Push((level.IsGuarded || scanned[at] == Condition, level.IsApart || scanned[at] == Apart));
                    break;
                case '[' when levels.Peek() is { IsGuarded: false } level && Regex.Match(scanned[at..], @"^\[(\w+(\[\w+\])?)\]") is { Success: true } index && !index.Value.Contains(i, StringComparison.Ordinal):
                    invariant.Add($"({(level.IsApart ? passes.NoneButFirst : passes.None)} && IsOutside(() => {scanned[at - 1]}{index.Value}))");
                    break;
            }
        }

        return text;
    }
}
