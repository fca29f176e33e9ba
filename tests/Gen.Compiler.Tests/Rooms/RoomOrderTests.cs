using System.Collections.Generic;
using System.Linq;
using System.Xml.Linq;
using Xunit;

namespace Gen.Compiler.Tests.Rooms;

/// <summary>No two rooms of the compiler look into each other: what one uses of others is in rooms before it.</summary>
public sealed class RoomOrderTests
{
    private static IEnumerable<string> Files => SourceTree.Files("src/Gen.Definitions").Concat(SourceTree.Files("generators/Gen.Compiler"));

    [Fact]
    public void Every_file_stands_in_a_room() => Assert.DoesNotContain(Files, file => CompilerRooms.Of(file) < 0);

    [Fact]
    public void No_room_is_empty() =>
        Assert.Empty(CompilerRooms.InOrder.Except(Files.Select(CompilerRooms.Of).Where(room => room >= 0).Select(room => CompilerRooms.InOrder[room])));

    [Fact]
    public void Rooms_use_only_rooms_before_them()
    {
        var arrows = Arrow.Between(Files.Select(file => (file, SourceTree.Read(file))).Append(("Usings.cs", Usings())));
        Arrow[] wrong = [.. arrows.Where(LooksUp)];
        Assert.True(wrong.Length == 0, string.Join('\n', wrong.Take(40)));

        // Where there are few, they have not been looked for.
        Assert.True(arrows.Count > 10_000, $"{arrows.Count} uses");
    }

    [Theory]
    [InlineData("public int Value = new B().Value;", "B")]
    [InlineData("public int Value(int x) => x.Twice();", "Twice")]
    [InlineData("public A Value(A a) => a + 1;", "operator +")]
    [InlineData("public int Value(System.Func<B> b) => b()[0];", "this[int]")]
    [InlineData("public B Value => 1;", "implicit operator")]
    [InlineData("public int Value { get; } = System.Array.ConvertAll([1], Extensions.Twice)[0];", "Extensions.Twice")]
    public void A_use_is_an_arrow(string member, string symbol)
    {
        var arrows = Arrow.Between(
        [
            ("Low/A.cs", $"public partial class A {{ {member} }}"),
            ("High/A.cs", "public partial class A { public static A operator +(A a, int b) => a; }"),
            ("High/B.cs", """
                public class B { public int Value; public int this[int i] => i; public static implicit operator B(int value) => new(); }
                public static class Extensions { public static int Twice(this int x) => 2 * x; }
                """),
        ]);
        Assert.Contains(arrows, arrow => arrow.From == "Low/A.cs" && arrow.Symbol.Contains(symbol) && arrow.To.All(to => to.StartsWith("High/")));
    }

    // A type in parts stands where the first of them does; its members stand where they are written.
    private static bool LooksUp(Arrow arrow) => arrow.To.Min(CompilerRooms.Of) > CompilerRooms.Of(arrow.From);

    // The project's own aliases: what the definitions' Real is to the compiler.
    private static string Usings() => string.Concat(XDocument.Parse(SourceTree.Read("generators/Gen.Compiler/Gen.Compiler.csproj")).Descendants("Using")
        .Select(use => $"global using {use.Attribute("Alias")!.Value} = {use.Attribute("Include")!.Value};\n"));
}
