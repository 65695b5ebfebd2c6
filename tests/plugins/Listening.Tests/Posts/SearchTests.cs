using PluginHost.Sdk;

namespace PluginHost.Listening.Tests.Posts;

/// <summary>What was heard is found again, newest first.</summary>
public sealed class SearchTests : IDisposable
{
    private readonly Square _square = new();

    [Theory]
    [InlineData("acme", "acme again|Får acme på Øya?|Acme is down #outage")]
    [InlineData("acme down", "Acme is down #outage")]
    [InlineData("\"is down\"", "Acme is down #outage")]
    [InlineData("\"down is\"", "")]
    [InlineData("far", "Får acme på Øya?")]
    [InlineData("får", "Får acme på Øya?")]
    [InlineData("faar oeya", "Får acme på Øya?")]
    [InlineData("outa*", "Acme is down #outage")]
    [InlineData("#outage", "Acme is down #outage")]
    [InlineData("#acme", "")]
    [InlineData("from:ola", "acme again")]
    [InlineData("from:luc", "@ola acme متجر")]
    [InlineData("@ola", "@ola acme متجر")]
    [InlineData("متجر OR again", "@ola acme متجر|acme again")]
    [InlineData("lang:no", "Får acme på Øya?")]
    [InlineData("NOT acme", "")]
    [InlineData("list:nobody", "")]
    public async Task Should_Find_What_Was_Heard_By_The_Grammar_Of_Queries(string text, string found)
    {
        // Given
        Say("Acme is down #outage", "kari");
        Say("Får acme på Øya?", "kari", "nb");
        Say("acme again", "ola");
        Say("@ola acme متجر", "luc@mastodon.example");
        Say("what nobody wants", "ola");
        var (plugin, host) = await _square.HearAsync(("acme", "acme"));

        // When
        var table = await plugin.SearchAsync(host, text, 50, hidden: false, CancellationToken.None);

        // Then
        var expected = found.Split('|', StringSplitOptions.RemoveEmptyEntries);
        Square.Cells(table, "text").Where(said => text != "acme" || !said.StartsWith('@')).ShouldBe(expected);
    }

    [Fact(Timeout = 60_000)]
    public async Task Should_Find_Among_Thousands_And_Stop_At_The_Limit()
    {
        // Given
        for (var number = 0; number < 1500; number++)
            Say(number == 3 ? "acme needle" : $"acme {number}", "kari");

        var (plugin, host) = await _square.HearAsync(("acme", "acme"));

        // When
        var newest = await plugin.SearchAsync(host, "acme", 3, hidden: false, CancellationToken.None);
        var all = await plugin.SearchAsync(host, "acme NOT needle", 5000, hidden: false, CancellationToken.None);
        var oldest = await plugin.SearchAsync(host, "needle", 3, hidden: false, CancellationToken.None);

        // Then
        Square.Cells(newest, "text").ShouldBe(["acme 1499", "acme 1498", "acme 1497"]);
        all.Rows.Count.ShouldBe(1499);
        Square.Cells(oldest, "text").ShouldBe(["acme needle"]);
    }

    [Fact(Timeout = 60_000)]
    public async Task Should_Hide_A_Muted_Author_And_Show_All_That_Was_Said_When_The_Mute_Ends()
    {
        // Given
        Say("acme deals!!!", "Deals_Daily");
        Say("acme is fine", "kari");
        var (plugin, host) = await _square.HearAsync(("acme", "acme"));

        // When
        await plugin.MuteAuthorAsync(host, "@deals_daily", "2026-03-02 12:00", CancellationToken.None);
        Say("acme more deals!!!", "deals_daily");
        await _square.HearAsync(plugin);
        var muted = await MatchesAsync(plugin, host, hidden: false);
        var all = await MatchesAsync(plugin, host, hidden: true);
        var counts = await plugin.CountsAsync(host, "acme", 1, CancellationToken.None);
        _square.Clock.Advance(TimeSpan.FromHours(4));
        var later = await MatchesAsync(plugin, host, hidden: false);

        // Then
        muted.ShouldBe(["acme is fine"]);
        all.Count.ShouldBe(3);
        later.ShouldBe(all);
        Square.Cells(counts, "posts").ShouldBe(["3"]);
    }

    [Fact(Timeout = 60_000)]
    public async Task Should_Hide_A_Muted_Query_In_The_Stream_Of_All_And_Not_Where_It_Is_Asked_For()
    {
        // Given
        Say("acme one", "kari");
        Say("globex two", "kari");
        Say("acme and globex", "kari");
        var (plugin, host) = await _square.HearAsync(("acme", "acme"), ("globex", "globex"));

        // When
        await plugin.MuteQueryAsync(host, "acme", "", CancellationToken.None);

        // Then
        Square.Cells((await plugin.ShowStreamAsync(host, CancellationToken.None)).Table, "text").ShouldBe(["acme and globex", "globex two"]);
        (await MatchesAsync(plugin, host, hidden: false)).ShouldBe(["acme and globex", "acme one"]);
        await plugin.UnmuteQueryAsync(host, "acme", CancellationToken.None);
        (await plugin.ShowStreamAsync(host, CancellationToken.None)).Table.Rows.Count.ShouldBe(3);
    }

    [Fact(Timeout = 60_000)]
    public async Task Should_Hear_Who_Is_On_A_List_And_No_Longer_Who_Was_Taken_Off()
    {
        // Given
        var (plugin, host) = await _square.StartAsync();
        await plugin.AddToListAsync(host, "Press", ["@Kari", " ola "], CancellationToken.None);
        Say("one", "kari");
        Say("two", "luc");
        await plugin.AddAsync(host, "press", "list:press", CancellationToken.None);
        await _square.HearAsync(plugin);

        // When
        await plugin.TakeOffListAsync(host, "press", ["kari"], CancellationToken.None);
        Say("three", "kari");
        Say("four", "ola");
        await _square.HearAsync(plugin);

        // Then
        _square.Kept().ShouldBe(["one", "four"]);
        Square.Cells(await plugin.ListsAsync(host, CancellationToken.None), "handles").ShouldBe(["ola"]);
    }

    public void Dispose() => _square.Dispose();

    private static async Task<IReadOnlyList<string>> MatchesAsync(ListeningPlugin plugin, IHost host, bool hidden) =>
        Square.Cells(await plugin.MatchesAsync(host, "acme", 50, hidden, CancellationToken.None), "text");

    // A second apart, so that there is one that is newest.
    private void Say(string text, string handle, string language = "")
    {
        _square.Clock.Advance(TimeSpan.FromSeconds(1));
        _square.Say(text, handle, language);
    }
}
