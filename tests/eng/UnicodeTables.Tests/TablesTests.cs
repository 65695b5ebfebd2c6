using System.Runtime.CompilerServices;

namespace PluginHost.UnicodeTables.Tests;

public sealed class TablesTests
{
    private const string Data = "/usr/share/unicode";

    [Fact]
    public void Should_Write_What_The_Terminal_Layer_Has()
    {
        // Given
        Assert.SkipUnless(File.Exists($"{Data}/UnicodeData.txt"), $"{Data} is absent: install the package unicode-data to run this test.");
        var written = Directory.EnumerateFiles(Kept(), "UnicodeTable*.g.cs").ToDictionary(path => Path.GetFileName(path)!, File.ReadAllText);
        Assert.SkipUnless(
            written.Values.Any(text => text.Contains($"Unicode {PropertyFile.VersionOf($"{Data}/EastAsianWidth.txt")},", StringComparison.Ordinal)),
            $"{Data} is of another version than our tables: run eng/UnicodeTables to move to it.");

        // When
        var tables = Tables.From(Data).ToDictionary(table => table.Name, table => table.Text);

        // Then
        tables.Keys.ShouldBe(written.Keys, ignoreOrder: true);
        tables.Where(table => written[table.Key] != table.Value).Select(table => table.Key).ShouldBeEmpty();
    }

    private static string Kept([CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "../../../host/PluginHost.Terminal/Text/Unicode"));
}
