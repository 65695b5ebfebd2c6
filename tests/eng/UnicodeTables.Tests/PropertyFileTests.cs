namespace PluginHost.UnicodeTables.Tests;

public sealed class PropertyFileTests
{
    [Fact]
    public void Should_Read_What_Is_Missing_First_And_Leave_Comments_Out()
    {
        // Given
        using var folder = new TestFolder();
        var path = Path.Combine(folder.Path, "Some.txt");
        File.WriteAllText(path, """
            # Some-15.0.0.txt
            # @missing: 0000..10FFFF; N
            # @missing: 0000..10FFFF; <none>

            0041          ; A # LATIN CAPITAL LETTER A
            1F600..1F64F  ; W ; x
            0023 FE0E     ; text style;
            """);

        // When
        var lines = PropertyFile.Read(path).Select(line => $"{line.First:X}-{line.Last:X}: {string.Join(',', line.Fields)}");

        // Then
        lines.ShouldBe(["0-10FFFF: N", "41-41: A", "1F600-1F64F: W,x", "23-23: text style,"]);
        PropertyFile.VersionOf(path).ShouldBe("15.0.0");
    }
}
