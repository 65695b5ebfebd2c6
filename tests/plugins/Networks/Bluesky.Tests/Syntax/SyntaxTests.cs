namespace PluginHost.Bluesky.Tests;

/// <summary>Every line of the interoperability files of AT Protocol, where they lie beside the project.</summary>
public sealed class SyntaxTests
{
    [Theory]
    [InlineData("did_syntax", "Did")]
    [InlineData("atidentifier_syntax", "AtIdentifier")]
    [InlineData("recordkey_syntax", "RecordName")]
    [InlineData("tid_syntax", "Tid")]
    [InlineData("datetime_syntax", "AtInstant")]
    [InlineData("language_syntax", "LanguageTag")]
    public void Should_Judge_Every_Line_Right(string file, string what)
    {
        Func<string, bool> judge = what switch
        {
            "Did" => Did.Is,
            "AtIdentifier" => AtIdentifier.Is,
            "RecordName" => RecordName.Is,
            "Tid" => Tid.Is,
            "AtInstant" => AtInstant.Is,
            _ => LanguageTag.Is,
        };

        LinesOf($"{file}_valid").Where(line => !judge(line)).ShouldBeEmpty();
        LinesOf($"{file}_invalid").Where(judge).ShouldBeEmpty();
    }

    [Fact]
    public void Should_Read_No_Instant_Of_What_Is_Only_Written_Like_One()
    {
        LinesOf("datetime_parse_invalid").Where(line => AtInstant.Read(line) is not null).ShouldBeEmpty();
        LinesOf("datetime_syntax_invalid").Where(line => AtInstant.Read(line) is not null).ShouldBeEmpty();
    }

    [Fact]
    public void Should_Read_Every_Instant_That_There_Is() =>
        LinesOf("datetime_syntax_valid").Where(line => AtInstant.Read(line) is null).ShouldBeEmpty();

    [Fact]
    public void Should_State_No_Language_That_Is_Only_Written_Like_One()
    {
        LinesOf("language_parse_invalid").Where(line => !LanguageTag.Is(line)).ShouldBeEmpty();
        LinesOf("language_parse_invalid").Where(LanguageTag.IsValid).ShouldBeEmpty();
        LinesOf("language_syntax_valid").Where(line => !LanguageTag.IsValid(line)).ShouldBeEmpty();
    }

    // Spaces count: some lines are wrong by them alone.
    private static List<string> LinesOf(string file)
    {
        List<string> lines = [.. File.ReadLines(SharedData.Find($"atproto/syntax/{file}.txt")).Where(line => line.Length > 0 && line[0] != '#')];
        lines.ShouldNotBeEmpty();
        return lines;
    }
}
