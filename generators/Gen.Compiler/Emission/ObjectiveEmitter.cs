namespace Gen.Compiler.Emission;
internal static class ObjectiveEmitter { public static void Write(CSharpWriter writer, ModelLayout layout, Ir.Objective objective) { } }
