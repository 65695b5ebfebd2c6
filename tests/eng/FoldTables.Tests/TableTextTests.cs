using System.Runtime.CompilerServices;

namespace PluginHost.FoldTables.Tests;

public sealed class TableTextTests
{
    [Fact]
    public void Should_Write_What_The_Plugin_Has()
    {
        Assert.SkipUnless(ExactForms.CanBeMade, "This process runs in invariant globalization, which decomposes nothing.");

        TableText.Of(ExactForms.Make()).ShouldBe(File.ReadAllText(Kept()).ReplaceLineEndings("\n"));
    }

    [Theory]
    [InlineData("É", "e\u0301")]
    [InlineData("ﬁ", "fi")]
    [InlineData("𝐀", "a")]
    [InlineData("ﻻ", "لا")]
    [InlineData("أ", "ا")]
    [InlineData("٣", "3")]
    [InlineData("ـ", "")]
    public void Should_Compare_A_Character_As_Its_Plainest_Form(string character, string form)
    {
        Assert.SkipUnless(ExactForms.CanBeMade, "This process runs in invariant globalization, which decomposes nothing.");

        ExactForms.Make().ShouldContain((char.ConvertToUtf32(character, 0), form));
    }

    private static string Kept([CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "../../../plugins/Listening/Folding/FoldTable.g.cs"));
}
