using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using Gen.Compiler.Tests.Harness;

namespace Gen.Compiler.Tests.Fuzzing;

/// <summary>Compiles fuzzed models and compares emitted code, interpreter and executed body.</summary>
internal static class Trial
{
    // A pass that is wrong is mostly wrong everywhere; what is not is caught at the positions at which emitted code is compared.
    private const int PassPositions = 2;

    /// <summary>The failures among models, each compared at some positions.</summary>
    public static IReadOnlyList<Failure> Run(IReadOnlyList<FuzzModel> models, int positions)
    {
        using var bodies = CompiledModels.Compile([.. models.Select(model => model.BodySource)]);
        var read = ReadModels.From([.. models.Select(model => model.Source)]);
        var (failures, subjects) = (new List<Failure>(), new List<Subject>());
        foreach (var (model, result) in models.Zip(read))
        {
            Attempt(model, failures, () =>
            {
                if (result.Value.Model is not { } ir)
                {
                    return new(model, result.Value.Diagnostics[0].Id, string.Join("\n", result.Value.Diagnostics.Select(d => $"{d.Location.GetLineSpan()}: {d.Message}")));
                }

                var subject = new Subject(model, bodies.Type(model.Name + "Body"), ir);
                subjects.Add(subject);
                return subject.CompareReading(positions) ?? subject.ComparePasses(PassPositions);
            });
        }

        Emitted([.. subjects.Where(subject => failures.TrueForAll(f => f.Model != subject.Model))], positions, failures);
        return failures;
    }

    private static void Emitted(IReadOnlyList<Subject> subjects, int positions, List<Failure> failures)
    {
        try
        {
            using var compiled = CompiledModels.Compile([.. subjects.Select(subject => subject.Model.Source)]);
            foreach (var subject in subjects)
            {
                Attempt(subject.Model, failures, () => subject.CompareEmitted(compiled, positions));
            }
        }
        catch (CompilationException problems) when (subjects.Count == 1)
        {
            failures.Add(new(subjects[0].Model, problems.Problems[0].Id, problems.Message));
        }
        catch (CompilationException)
        {
            // Which of them it was is found one by one.
            foreach (var subject in subjects)
            {
                Emitted([subject], positions, failures);
            }
        }
    }

    /// <summary>A model that fails in the same way, from which no statement can be left out.</summary>
    public static Failure Shrink(Failure failure, int positions)
    {
        for (var i = failure.Model.Statements.Count - 1; i >= 0; i--)
        {
            if (i < failure.Model.Statements.Count)
            {
                var smaller = failure.Model.Without(failure.Model.Statements[i]);
                failure = smaller.Dimension > 0 ? FailureOf(smaller, failure.Kind, positions) ?? failure : failure;
            }
        }

        return failure;
    }

    private static Failure? FailureOf(FuzzModel model, string kind, int positions)
    {
        try
        {
            return Run([model], positions).FirstOrDefault(failure => failure.Kind == kind);
        }
        catch (CompilationException)
        {
            // What is left is not C# without warnings, such as a constant that nothing uses any more.
            return null;
        }
    }

    private static void Attempt(FuzzModel model, List<Failure> failures, Func<Failure?> compare)
    {
        try
        {
            failures.AddRange(compare() is { } failure ? [failure] : []);
        }
        catch (Exception error) when (error is not OutOfMemoryException)
        {
            var inner = error is TargetInvocationException { InnerException: { } cause } ? cause : error;
            failures.Add(new(model, inner.GetType().Name, inner.ToString()));
        }
    }
}
