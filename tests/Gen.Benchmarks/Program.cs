using System;
using Gen.Benchmarks;

// What is measured: emitted gradients beside ones written by hand, the published posteriors' beside Stan's and at several places of the stack, their sampling
// beside Stan's, what the sampler itself costs, runs at the defaults and over many seeds, approximations, and the compiler on their models. All of them, or the one named by the first argument; the second picks posteriors or models by a part of their names.
var only = args.Length > 1 ? args[1] : null;
(string Name, Action Run)[] benchmarks =
[
    ("by-hand", BesideHandWritten.Measure),
    ("posteriors", () => PublishedGradients.Measure(only)),
    ("sampling", () => PublishedSampling.Measure(only)),
    ("sampler", () => SamplerCost.Measure(only)),
    ("defaults", () => PublishedDefaults.Measure(only)),
    ("approximations", () => PublishedApproximations.Measure(only)),
    ("robustness", () => RobustTuning.Measure(only)),
    ("alignment", () => StackPhases.Measure(only)),
    ("linear-algebra", FactorizationBenchmark.MeasureAll),
    ("compilation", () => Compilation.Measure(only)),
];
foreach (var (name, run) in benchmarks)
{
    if (args.Length == 0 || args[0] == name)
    {
        run();
        Console.WriteLine();
    }
}
