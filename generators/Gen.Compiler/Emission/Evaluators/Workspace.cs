using System.Collections.Generic;
using System.Linq;
using Gen.Compiler.Ir;

namespace Gen.Compiler.Emission;

/// <summary>The arrays of an emitted evaluator that are neither data nor hoisted: slices of the point and the gradient, and its own buffers.</summary>
internal static class Workspace
{
    /// <summary>An array's part of the point of evaluation, and of the gradient.</summary>
    public static void Slice(
        Program program, MethodScope scope, CSharpWriter prologue, Dictionary<int, ArrayCode> codes, int array, string offset, string point, string gradient)
    {
        var declaration = program.Arrays[array];
        var adjoint = Enumerable.Range(0, program.Arrays.Count).Where(i => program.Arrays[i].Role == ArrayRole.Adjoint && program.Arrays[i].Source == array).ToArray();
        void Adjoint(ArrayCode code)
        {
            if (adjoint.Length > 0)
            {
                codes[adjoint[0]] = code;
            }
        }

        if (declaration.Rank == 0)
        {
            codes[array] = new($"{point}[{offset}]", declaration.Name, ArrayPlace.Scalar);
            Adjoint(new($"{gradient}[{offset}]", declaration.Name, ArrayPlace.Scalar));
            return;
        }

        var length = string.Join(" * ", declaration.Extents.Select(extent => scope.Expressions.Address(extent, 3)));
        var name = scope.Names.Unique(Identifiers.Camel(declaration.Name));
        prologue.Line($"var {name} = {point}.Slice({offset}, {length});");
        codes[array] = new(name, name, ArrayPlace.Span);
        if (adjoint.Length > 0)
        {
            var derivative = scope.Names.Unique("d" + Identifiers.Pascal(declaration.Name));
            prologue.Line($"var {derivative} = {gradient}.Slice({offset}, {length});");
            Adjoint(new(derivative, derivative, ArrayPlace.Span));
        }
    }

    /// <summary>Arrays between the latents and the target, with their adjoints: fields that are made once, scalars locals.</summary>
    public static void Write(
        Program program, MethodScope scope, Identifiers members, Dictionary<int, ArrayCode> codes, CSharpWriter fields, CSharpWriter allocations, CSharpWriter prologue)
    {
        var added = new HashSet<int>(Program.Flatten(KnownEmitter.Repeated(program)).OfType<AssignStep>().Where(step => step.Accumulate || step.Guard >= 0).Select(step => step.Array));
        var used = new HashSet<int>(KnownEmitter.Repeated(program).SelectMany(step => Dependence.Writes(step).Concat(Dependence.Reads(program.Graph, step))));
        for (var array = 0; array < program.Arrays.Count; array++)
        {
            var declaration = program.Arrays[array];
            if (declaration.Role == ArrayRole.Target && !codes.ContainsKey(array))
            {
                codes[array] = new("target", "target", ArrayPlace.Scalar);
            }

            if (codes.ContainsKey(array) || !used.Contains(array) || declaration.IsData)
            {
                continue;
            }

            var isAdjoint = declaration.Role == ArrayRole.Adjoint;
            var wanted = isAdjoint ? "d" + Identifiers.Pascal(declaration.Name) : Identifiers.Camel(declaration.Name);
            if (declaration.Rank == 0)
            {
                var local = scope.Names.Unique(wanted);
                prologue.Line($"var {local} = 0.0;");
                codes[array] = new(local, local, ArrayPlace.Scalar);
                continue;
            }

            var name = members.Unique(wanted);
            fields.Line($"private readonly double[] {name};");
            allocations.Line($"{name} = new double[{RoomCode.Of(program, scope, declaration)}];");
            if (isAdjoint || added.Contains(array))
            {
                prologue.Line($"Array.Clear(this.{name});");
            }

            codes[array] = new("this." + name, name, ArrayPlace.Field);
        }
    }
}
