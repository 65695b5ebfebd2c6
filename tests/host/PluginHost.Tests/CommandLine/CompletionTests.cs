using PluginHost.CommandLine;

namespace PluginHost.Tests.CommandLine;

public sealed class CompletionTests
{
    [Theory]
    [InlineData("pluginhost ", 11, "", "")]
    [InlineData("pluginhost", 10, "", "")]
    [InlineData("pluginhost ru", 13, "", "ru")]
    [InlineData("pluginhost ru x", 12, "", "r")]
    [InlineData("pluginhost do  a.b ", 19, "do,a.b", "")]
    [InlineData("pluginhost do", 14, "do", "")]
    [InlineData("pluginhost run 'my scripts/a", 28, "run", "my scripts/a")]
    [InlineData("pluginhost run my\\ scripts/a", 28, "run", "my scripts/a")]
    [InlineData("pluginhost do x text=\"a b\" p", 28, "do,x,text=a b", "p")]
    [InlineData("", 0, "", "")]
    public void Should_Read_A_Line_As_Far_As_It_Is_Typed(string line, int position, string words, string begun)
    {
        var typed = TypedLine.Read(line, position);

        string.Join(',', typed.Words).ShouldBe(words);
        typed.Begun.ShouldBe(begun);
    }

    [Fact]
    public async Task Should_Offer_What_May_Stand_At_The_Cursor()
    {
        using var place = Place();

        await OffersAsync(place, "pluginhost ", "campaigns check commands completion dev do doctor globals new plugins profiles rehearse repl run serve test trust vault");
        await OffersAsync(place, "pluginhost do", "do doctor");
        await OffersAsync(place, "pluginhost --", "--help --json --version --workspace");
        await OffersAsync(place, "pluginhost do --", "--help --json --workspace");
        await OffersAsync(place, "pluginhost do rehearsal.", "rehearsal.audience rehearsal.reactions rehearsal.timeline");
        await OffersAsync(place, "pluginhost --json do posting.publish ", "profile= text=");
        await OffersAsync(place, "pluginhost do posting.publish text=hi ", "profile=");
        await OffersAsync(place, "pluginhost completion ", "bash fish pwsh zsh");
        await OffersAsync(place, "pluginhost plugins ", "add bisect disable doctor enable list pin remove rollback search update");
        await OffersAsync(place, "pluginhost plugins disable p", "posting");
        await OffersAsync(place, "pluginhost profiles ", "add doctor login logout remove");
        await OffersAsync(place, "pluginhost profiles login @telco_h", "@telco_help");
        await OffersAsync(place, "pluginhost profiles add ", "");
        await OffersAsync(place, "pluginhost vault ", "passphrase rekey");
        await OffersAsync(place, "pluginhost nonsense ", "");
    }

    [Fact]
    public async Task Should_Offer_Scripts_By_Partial_Paths()
    {
        using var place = Place();

        await OffersAsync(place, "pluginhost run ", "hello.csx scripts/daily-flavours.csx scripts/four-profiles.csx");
        await OffersAsync(place, "pluginhost run scripts/da", "scripts/daily-flavours.csx");
        await OffersAsync(place, "pluginhost run scripts/", "scripts/daily-flavours.csx scripts/four-profiles.csx scripts/lib/");
        await OffersAsync(place, "pluginhost run scripts/lib/", "scripts/lib/words.csx");
        await OffersAsync(place, "pluginhost run cam", "campaigns/");
        await OffersAsync(place, "pluginhost run nowhere/", "");
    }

    [Fact]
    public async Task Should_Offer_What_The_Named_Workspace_Has()
    {
        using var place = new ProgramPlace("");
        place.Write("shop/plugins.yaml", "plugins:\n  rehearsal:\n");
        place.Write("shop/scripts/a.csx", "");

        await OffersAsync(place, "pluginhost do ", "");
        await OffersAsync(place, "pluginhost -w shop do ", "rehearsal.audience rehearsal.reactions rehearsal.timeline");
        await OffersAsync(place, "pluginhost -w shop run ", "shop/scripts/a.csx");
        await OffersAsync(place, "pluginhost -w ", "");
    }

    [Fact]
    public async Task Should_Offer_Verbs_Where_The_Workspace_Is_Wrong()
    {
        using var place = new ProgramPlace("plugins: nonsense");

        await OffersAsync(place, "pluginhost d", "dev do doctor");
        await OffersAsync(place, "pluginhost do ", "");
    }

    [Theory]
    [InlineData("pluginhost ru", "run")]
    [InlineData("pluginhost do posting.pu", "posting.publish")]
    [InlineData("pluginhost do posting.publish te", "text=")]
    [InlineData("pluginhost run scripts/da", "scripts/daily-flavours.csx")]
    [InlineData("pluginhost run scripts/w", "scripts/with\\ space.csx")]
    public async Task Should_Complete_In_Bash(string line, string completed)
    {
        if (!File.Exists("/bin/bash"))
            Assert.Skip("There is no bash here.");

        // Given: a name that a careless completion would run.
        using var place = Place();
        place.Write("scripts/with space.csx", "");
        place.Write("scripts/$(touch harm).csx", "");

        // When
        var end = await place.BashAsync($$"""
            eval "$(pluginhost completion bash)"
            COMP_LINE='{{line}}' COMP_POINT={{line.Length}}
            _pluginhost
            printf '%s\n' "${COMPREPLY[@]}"
            """);

        // Then
        end.ShouldBeDone().Output.ShouldBe(completed + "\n");
        place.Has("harm").ShouldBeFalse();
    }

    [Fact]
    public async Task Should_Run_No_File_Name_In_Bash()
    {
        if (!File.Exists("/bin/bash"))
            Assert.Skip("There is no bash here.");

        using var place = Place();
        place.Write("scripts/$(touch harm).csx", "");

        var end = await place.BashAsync("""
            eval "$(pluginhost completion bash)"
            COMP_LINE='pluginhost run scripts/$' COMP_POINT=24
            _pluginhost
            printf '%s\n' "${COMPREPLY[@]}"
            """);

        end.ShouldBeDone().Output.ShouldBe("scripts/\\$\\(touch\\ harm\\).csx\n");
        place.Has("harm").ShouldBeFalse();
    }

    [Theory]
    [InlineData("bash", "complete -o default -F _pluginhost pluginhost")]
    [InlineData("zsh", "compdef _pluginhost pluginhost")]
    [InlineData("fish", "complete -c pluginhost -a")]
    [InlineData("pwsh", "Register-ArgumentCompleter -Native -CommandName pluginhost")]
    public async Task Should_Print_What_A_Shell_Needs(string shell, string line)
    {
        using var place = new ProgramPlace("");

        (await place.RunAsync("completion", shell)).ShouldBeDone().Output.ShouldContain(line);
    }

    [Fact]
    public async Task Should_Refuse_A_Shell_That_It_Does_Not_Know()
    {
        using var place = new ProgramPlace("");

        (await place.RunAsync("completion", "ksh")).ShouldComplain(
            2, "pluginhost: There is no completion for \"ksh\". Did you mean \"zsh\"? The shells are bash, zsh, fish, pwsh.");
    }

    private static ProgramPlace Place()
    {
        var place = new ProgramPlace();
        place.Write("hello.csx", "");
        place.Write("scripts/daily-flavours.csx", "");
        place.Write("scripts/four-profiles.csx", "");
        place.Write("scripts/flavours.csv", "");
        place.Write("scripts/lib/words.csx", "");
        place.Write("campaigns/a.csx", "");
        return place;
    }

    private static async Task OffersAsync(ProgramPlace place, string line, string offers) =>
        (await place.RunAsync($"[suggest:{line.Length}]", line)).ShouldBeDone().Output.Trim().Replace('\n', ' ').ShouldBe(offers, line);
}
