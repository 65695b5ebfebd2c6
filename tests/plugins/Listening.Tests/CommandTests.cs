using PluginHost.Campaigns;
using PluginHost.Sdk;

namespace PluginHost.Listening.Tests;

public sealed class CommandTests : IDisposable
{
    private readonly Square _square = new();

    [Fact(Timeout = 60_000)]
    public async Task Should_Refuse_A_Query_With_An_Error_And_Show_The_Place()
    {
        var (plugin, host) = await _square.StartAsync();

        var error = await Should.ThrowAsync<WrongUseException>(() => plugin.AddAsync(host, "acme", "acme AND (slow OR", CancellationToken.None));

        error.Message.ShouldBe(
            """
            The query cannot be read at character 18: nothing follows OR. Write what to look for there: a word, a "phrase", #tag, @mention, from:, list:, lang: or network:.
              acme AND (slow OR
                               ^
            """.ReplaceLineEndings("\n"));
        (await plugin.QueriesAsync(host, CancellationToken.None)).Rows.ShouldBeEmpty();
    }

    [Theory(Timeout = 60_000)]
    [InlineData("", "\"\" is no name for a query.")]
    [InlineData(" acme", "\" acme\" is no name for a query.")]
    [InlineData("acme", "There is a query \"acme\" already.")]
    public async Task Should_Refuse_A_Name_That_Is_None_Or_Is_Taken(string name, string message)
    {
        var (plugin, host) = await _square.StartAsync();
        await plugin.AddAsync(host, "acme", "acme", CancellationToken.None);

        (await Should.ThrowAsync<WrongUseException>(() => plugin.AddAsync(host, name, "acme", CancellationToken.None))).Message.ShouldStartWith(message);
    }

    [Fact(Timeout = 60_000)]
    public async Task Should_Name_The_Nearest_Query_Where_There_Is_None()
    {
        var (plugin, host) = await _square.StartAsync();
        (await Should.ThrowAsync<WrongUseException>(() => plugin.CountsAsync(host, "acme", 1, CancellationToken.None))).Message.ShouldContain("listening.add saves one");
        await plugin.AddAsync(host, "acme", "acme", CancellationToken.None);

        (await Should.ThrowAsync<WrongUseException>(() => plugin.MatchesAsync(host, "acne", 1, false, CancellationToken.None))).Message.ShouldContain("Did you mean \"acme\"?");
    }

    [Fact(Timeout = 60_000)]
    public async Task Should_Restore_A_Query_With_All_That_It_Had_Heard()
    {
        // Given
        _square.Say("acme one");
        var (plugin, host) = await _square.HearAsync(("acme", "acme"));

        // When
        await plugin.RemoveAsync(host, "acme", CancellationToken.None);
        var without = await plugin.QueriesAsync(host, CancellationToken.None);
        await plugin.RestoreAsync(host, "acme", CancellationToken.None);

        // Then
        without.Rows.ShouldBeEmpty();
        Square.Cells(await plugin.MatchesAsync(host, "acme", 10, false, CancellationToken.None), "text").ShouldBe(["acme one"]);
        (await Should.ThrowAsync<WrongUseException>(() => plugin.RestoreAsync(host, "globex", CancellationToken.None))).Message.ShouldBe("No query \"globex\" was ever removed.");
    }

    [Fact(Timeout = 60_000)]
    public async Task Should_Hear_By_The_New_Text_Of_A_Query_And_Keep_What_The_Old_One_Has_Heard()
    {
        // Given
        _square.Say("acme one");
        var (plugin, host) = await _square.HearAsync(("ours", "acme"));

        // When
        await plugin.ChangeAsync(host, "ours", "globex", CancellationToken.None);
        _square.Say("acme two");
        _square.Say("globex three");
        await _square.HearAsync(plugin);

        // Then
        _square.Kept().ShouldBe(["acme one", "globex three"]);
    }

    [Fact(Timeout = 60_000)]
    public async Task Should_Count_By_The_Hour_In_Which_It_Was_Said_And_Share_The_Voice()
    {
        // Given: 09:00, and an hour later.
        _square.Say("acme one");
        _square.Say("acme two");
        _square.Clock.Advance(TimeSpan.FromHours(1));
        _square.Say("acme three");
        _square.Say("globex four");
        var (plugin, host) = await _square.HearAsync(("acme", "acme"), ("globex", "globex"), ("initech", "initech"));

        // When
        var counts = await plugin.CountsAsync(host, "acme", 3, CancellationToken.None);
        var share = await plugin.ShareAsync(host, "", 24, CancellationToken.None);
        var two = await plugin.ShareAsync(host, "globex, initech", 24, CancellationToken.None);
        var none = await plugin.ShareAsync(host, "initech", 24, CancellationToken.None);

        // Then
        Square.Cells(counts, "hour").ShouldBe(["2026-03-02T08:00:00+00:00", "2026-03-02T09:00:00+00:00", "2026-03-02T10:00:00+00:00"]);
        Square.Cells(counts, "posts").ShouldBe(["0", "2", "1"]);
        share.Rows.Select(row => $"{row["query"]} {row["posts"]} {row["percent"]}").ShouldBe(["acme 3 75", "globex 1 25", "initech 0 0"]);
        Square.Cells(two, "percent").ShouldBe(["100", "0"]);
        none.Rows.Single()["percent"].ShouldBe(Value.Nothing, "A part of nothing is no number.");
        await Should.ThrowAsync<WrongUseException>(() => plugin.CountsAsync(host, "acme", 0, CancellationToken.None));
    }

    [Fact(Timeout = 60_000)]
    public async Task Should_Tell_A_Spike_With_Its_Rule_And_None_Of_A_Muted_Query()
    {
        // Given: a post an hour for a day, then ten in one.
        var (plugin, host) = await _square.StartAsync();
        await plugin.AddAsync(host, "acme", "acme", CancellationToken.None);
        for (var hour = 0; hour < 24; hour++)
        {
            _square.Say("acme");
            _square.Clock.Advance(TimeSpan.FromHours(1));
        }

        for (var post = 0; post < 10; post++)
            _square.Say("acme is down");

        await _square.HearAsync(plugin);
        host.Screen.Items["listening.spiking"].ShouldBe("! 1 spiking", "It shows by itself, soon after it was heard.");

        // When
        var spikes = await plugin.SpikesAsync(host, CancellationToken.None);
        var view = await plugin.ShowQueriesAsync(CancellationToken.None);
        await plugin.MuteQueryAsync(host, "acme", "", CancellationToken.None);
        var muted = await plugin.SpikesAsync(host, CancellationToken.None);

        // Then
        var row = spikes.Rows.Single();
        row["spike"].Flag.ShouldBeTrue();
        row["why"].ToString().ShouldBe("10 in the hour; usual are 1 ± 1 (mean and deviation of the 24 hours before)");
        view.Table.Rows.Single()["now"].ToString().ShouldBe("! spike, 10 × the usual");
        view.Table.Rows.Single()["24 h"].ToString().ShouldBe("▂▂▂▂▂▂▂▂▂▂▂█");
        muted.Rows.Single()["spike"].Flag.ShouldBeFalse();
        host.Screen.Items["listening.spiking"].ShouldBe("");
    }

    [Fact(Timeout = 60_000)]
    public async Task Should_Show_A_Match_Whole_With_Its_Queries()
    {
        // Given
        _square.Say("acme and globex");
        var (plugin, host) = await _square.HearAsync(("acme", "acme"), ("globex", "globex"));
        var empty = await plugin.ShowMatchAsync(host, CancellationToken.None);

        // When
        var table = await plugin.MatchAsync(host, 1, CancellationToken.None);
        var tree = await plugin.ShowMatchAsync(host, CancellationToken.None);

        // Then
        empty.Nodes.ShouldBeEmpty();
        table.Rows.Single()["queries"].ToString().ShouldBe("acme, globex");
        tree.Nodes.Select(node => node.Text).ShouldBe(["acme and globex", "kari", "nobody says", "no page", "acme", "globex"]);
        tree.Nodes[^1].Open.ShouldNotBeNull().Id.ShouldBe("listening.show");
        host.Screen.Opened.ShouldBe(["listening.match.view"]);
        (await Should.ThrowAsync<WrongUseException>(() => plugin.MatchAsync(host, 7, CancellationToken.None))).Message.ShouldStartWith("There is no post 7 here.");
    }

    [Fact(Timeout = 60_000)]
    public async Task Should_Show_In_The_Stream_What_The_Chosen_Query_Hears()
    {
        // Given
        _square.Say("acme one");
        _square.Say("globex two");
        var (plugin, host) = await _square.HearAsync(("acme", "acme"), ("globex", "globex"));

        // When
        await plugin.ShowQueryAsync(host, "globex", CancellationToken.None);
        var chosen = await plugin.ShowStreamAsync(host, CancellationToken.None);
        await plugin.ShowQueryAsync(host, "", CancellationToken.None);
        var all = await plugin.ShowStreamAsync(host, CancellationToken.None);
        var share = await plugin.ShowShareAsync(host, CancellationToken.None);

        // Then
        Square.Cells(chosen.Table, "text").ShouldBe(["globex two"]);
        chosen.Caption.ShouldBe("globex");
        all.Table.Rows.Count.ShouldBe(2);
        share.Series.Single().Points.ShouldBe([50, 50]);
    }

    [Fact(Timeout = 60_000)]
    public async Task Should_Say_When_A_Query_Names_A_List_That_Is_Not_There_And_Take_It_All_The_Same()
    {
        var (plugin, host) = await _square.StartAsync();

        await plugin.AddAsync(host, "press", "acme OR list:press", CancellationToken.None);

        host.Screen.Lines.Single().ShouldStartWith("Warning: Nobody is on the list \"press\" yet");
        (await plugin.QueriesAsync(host, CancellationToken.None)).Rows.Count.ShouldBe(1);
    }

    [Fact(Timeout = 60_000)]
    public async Task Should_Refuse_Mutes_And_Lists_That_Say_Nothing()
    {
        var (plugin, host) = await _square.StartAsync();

        await Should.ThrowAsync<WrongUseException>(() => plugin.MuteAuthorAsync(host, "@", "", CancellationToken.None));
        await Should.ThrowAsync<WrongUseException>(() => plugin.MuteAuthorAsync(host, "kari", "2026-03-01 12:00", CancellationToken.None));
        await Should.ThrowAsync<WrongUseException>(() => plugin.MuteQueryAsync(host, "acme", "", CancellationToken.None));
        await Should.ThrowAsync<WrongUseException>(() => plugin.UnmuteAuthorAsync(host, "kari", CancellationToken.None));
        await Should.ThrowAsync<WrongUseException>(() => plugin.AddToListAsync(host, "key accounts", ["kari"], CancellationToken.None));
        await Should.ThrowAsync<WrongUseException>(() => plugin.AddToListAsync(host, "press", ["@", " "], CancellationToken.None));
        await Should.ThrowAsync<WrongUseException>(() => plugin.TakeOffListAsync(host, "press", ["kari"], CancellationToken.None));
    }

    [Fact(Timeout = 60_000)]
    public async Task Should_Refuse_To_Keep_Posts_For_Less_Than_A_Day()
    {
        _square.Settings["keep"] = "1h";

        (await Should.ThrowAsync<WrongUseException>(_square.StartAsync)).Message.ShouldStartWith("The setting keep of listening is less than a day.");
    }

    public void Dispose() => _square.Dispose();
}
