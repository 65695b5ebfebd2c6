namespace PluginHost.Tests.CommandLine;

/// <summary><c>do COMMAND name=-</c>: a parameter from standard input.</summary>
public sealed class StandardInputTests
{
    [Fact]
    public async Task Should_Take_A_Text_With_All_Its_Lines()
    {
        using var place = new ProgramPlace();

        var count = (await place.BashAsync("printf 'one\\n\\ntwo مرحبا\\n' | pluginhost do posting.count text=- network=x --json")).ShouldBeDone().Json;

        count.GetProperty("pieces")[0].GetProperty("text").GetString().ShouldBe("one\n\ntwo مرحبا");
        count.GetProperty("count").GetInt32().ShouldBe(14);
    }

    [Fact]
    public async Task Should_Say_What_Cannot_Be_Read()
    {
        using var place = new ProgramPlace();

        var broken = await place.BashAsync("printf 'a\\xff' | pluginhost do posting.count text=- network=x");
        var twice = await place.BashAsync("pluginhost do posting.count text=- network=- < /dev/null");

        broken.ShouldComplain(2, "pluginhost: Standard input is no UTF-8: byte 2 cannot be read. Convert it, as with iconv -t UTF-8.");
        twice.ShouldComplain(2, "pluginhost: text and network both are -, and standard input can be read once. Write one of them out.");
    }

    [Fact]
    public async Task Should_Show_A_Count_With_Its_Pieces_Below()
    {
        using var place = new ProgramPlace();

        var said = (await place.RunAsync("do", "posting.count", "text=see https://example.com/page", "network=x")).ShouldBeDone().Output;

        said.ShouldContain("Count      27");
        said.ShouldContain("  23  link  https://example.com/page");
    }
}
