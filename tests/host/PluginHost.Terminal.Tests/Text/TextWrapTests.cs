using FsCheck;
using FsCheck.Fluent;

namespace PluginHost.Terminal.Tests.Text;

public sealed class TextWrapTests
{
    private static readonly TextOptions Options = new();

    [Theory]
    [InlineData("", 5, "")]
    [InlineData("one two", 10, "one two")]
    [InlineData("one two three", 8, "one two |three")]
    [InlineData("one two", 3, "one|two")]
    [InlineData("abcdefgh", 3, "abc|def|gh")]
    [InlineData("well-known", 7, "well-|known")]
    [InlineData("at -5 now", 5, "at -5|now")]
    [InlineData("a --flag", 5, "a |--fla|g")]
    [InlineData("中文字。", 4, "中文|字。")]
    [InlineData("文文「字", 5, "文文|「字")]
    [InlineData("un mot !", 6, "un |mot !")]
    [InlineData("a\u00A0b c", 3, "a\u00A0b|c")]
    [InlineData("👨‍👩‍👧👨‍👩‍👧", 3, "👨‍👩‍👧|👨‍👩‍👧")]
    [InlineData("中", 1, "中")]
    [InlineData("a\nb\r\n\nc\n", 5, "a|b||c|")]
    [InlineData("אב גד", 3, " בא|דג")]
    [InlineData("one      two", 5, "one  |two")]
    public void Should_Break_Where_A_Reader_Would(string text, int width, string lines) =>
        string.Join('|', TextWrap.Of(text, Direction.Auto, width, Options).Select(Seen.In)).ShouldBe(lines);

    [Fact]
    public void Should_Keep_The_Direction_Of_The_Paragraph_In_Every_Line()
    {
        var lines = TextWrap.Of("אב abc def", Direction.Auto, 4, Options);

        lines.Count.ShouldBe(3);
        lines.ShouldAllBe(line => line.Direction == Direction.RightToLeft);
    }

    [Fact]
    public void Should_Leave_Out_Nothing_But_Line_Ends_And_Be_No_Wider_Than_It_May() => Prop
        .ForAll(AnyText.Fields, Arb.From(Gen.Choose(0, 12)), (field, width) =>
        {
            var end = 0;
            foreach (var line in TextWrap.Of(field.Text, field.Direction, width, field.Options))
            {
                field.Text[end..line.Start].Trim('\r', '\n', '\u2028').ShouldBeEmpty();
                end = line.End;
                if (line.Width > width)
                    Clusters(line).ShouldBe(1);

                for (var index = line.Start; index <= line.End; index++)
                    line.IndexAt(line.ColumnOf(index)).ShouldBe(line.StopAt(index));
            }

            end.ShouldBe(field.Text.Length);
        })
        .Check(Config.QuickThrowOnFailure.WithMaxTest(300));

    private static int Clusters(TextLine line)
    {
        var count = 0;
        foreach (var cluster in line)
            count += cluster.Width > 0 ? 1 : 0;

        return count;
    }
}
