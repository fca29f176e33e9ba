using System.Linq;
using Xunit;

namespace Gen.Compiler.Tests.Rooms;

/// <summary>A folder of many files is a story without chapters.</summary>
public sealed class FolderSizeTests
{
    private const int MostFiles = 22;

    [Theory]
    [InlineData("generators")]
    [InlineData("analyzers")]
    [InlineData("src/Gen")]
    [InlineData("src/Gen.Definitions")]
    public void Folders_have_chapters(string root)
    {
        var folders = SourceTree.Files(root).GroupBy(file => file[..file.LastIndexOf('/')]).ToArray();
        Assert.NotEmpty(folders);
        Assert.Empty(folders.Where(folder => folder.Count() > MostFiles).Select(folder => $"{folder.Key} has {folder.Count()} files"));
    }
}
