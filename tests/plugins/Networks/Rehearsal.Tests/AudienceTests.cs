using PluginHost.Campaigns;
using PluginHost.Sdk;
using Record = PluginHost.Sdk.Record;

namespace PluginHost.Rehearsal.Tests;

public sealed class AudienceTests : IDisposable
{
    private const string Decided =
        "select group_concat(handle || kind || actor || post || text || at, '; ') from (select * from rehearsal_event order by id)";

    private readonly Town _town = new();

    [Fact]
    public async Task Should_Do_The_Same_For_The_Same_Seed()
    {
        // Given
        using var other = new Town();
        using var third = new Town();
        third.Host.Settings["seed"] = "2";

        // When
        foreach (var town in new[] { _town, other, third })
        {
            await town.PublishAsync("Today: Foghorn Malt.");
            await town.PublishAsync("Today: Meyer Lemon.");
            await town.SendAsync(town.Outgoing("Hei!") with { Profile = Town.TelcoNb });
        }

        // Then
        (await _town.EventsAsync(Decided))[0].ShouldBe((await other.EventsAsync(Decided))[0]);
        (await _town.EventsAsync(Decided))[0].ShouldNotBe((await third.EventsAsync(Decided))[0]);
        ((string)(await _town.EventsAsync(Decided))[0]).Length.ShouldBeGreaterThan(100);
    }

    [Fact]
    public async Task Should_Not_Depend_On_What_Other_Profiles_Say_In_Between()
    {
        // Given
        using var other = new Town();
        await other.SendAsync(other.Outgoing("Hei!") with { Profile = Town.TelcoNb });
        const string WithoutPost = "select handle || kind || actor || text || at from rehearsal_event where handle = 'slocombe' order by id";

        // When
        await _town.PublishAsync("Today: Meyer Lemon.");
        await other.PublishAsync("Today: Meyer Lemon.");

        // Then
        (await _town.EventsAsync(WithoutPost)).ShouldBe((await other.EventsAsync(WithoutPost)));
    }

    [Fact]
    public async Task Should_Not_Answer_The_Same_Text_In_The_Same_Way_Every_Day()
    {
        await _town.PublishAsync("Good morning");
        await _town.PublishAsync("Good morning");

        var first = (await _town.EventsAsync("select kind || actor || at from rehearsal_event where post = '1'"));
        var second = (await _town.EventsAsync("select kind || actor || at from rehearsal_event where post = '2'"));
        first.ShouldNotBe(second);
    }

    [Fact]
    public async Task Should_Speak_Many_Languages_And_The_Profiles_Own_Above_All()
    {
        // Given
        _town.Host.Settings["followers"] = "2000";

        // When
        await _town.SendAsync(_town.Outgoing("Hei!") with { Profile = Town.TelcoNb });

        // Then
        var replies = await _town.EventsAsync("select language from rehearsal_event where kind = 'reply'");
        var languages = replies.Cast<string>().CountBy(language => language).ToDictionary();
        languages.Keys.Order().ShouldBe(["ar", "de", "en", "fr", "nb"]);
        languages["nb"].ShouldBe(languages.Values.Max());
        (await _town.EventsAsync("select at from rehearsal_event")).Cast<long>().Min().ShouldBeGreaterThanOrEqualTo(
            _town.Clock.GetUtcNow().AddSeconds(20).ToUnixTimeMilliseconds());
    }

    [Fact]
    public async Task Should_Decide_Once_Whoever_Looks_And_However_Many_At_Once()
    {
        // Given
        using var other = new Town();
        await other.PublishAsync("Hello");
        await _town.PublishAsync("Hello");
        var processes = new[] { _town, _town.Restart(), _town.Restart() };

        // When
        await Task.WhenAll(processes.Select(process => Task.Run(() => process.HearAsync(Town.Slocombe, null))));

        // Then
        _town.Database.Query(Decided).ShouldBe(await other.EventsAsync(Decided));
    }

    [Fact]
    public async Task Should_Be_Nobody_Where_There_Are_No_Followers()
    {
        _town.Host.Settings["followers"] = "0";

        await _town.PublishAsync("Is anybody there?");

        (await _town.EventsAsync("select id from rehearsal_event")).ShouldBeEmpty();
        (await _town.Network.People!.FollowersAsync(Town.Slocombe, CancellationToken.None)).ShouldBeEmpty();
        (await _town.Plugin.AudienceAsync(CancellationToken.None)).Rows.ShouldAllBe(row => row["followers"].Number == 0);
    }

    [Theory]
    [InlineData("-1")]
    [InlineData("0.5")]
    [InlineData("100001")]
    public async Task Should_Refuse_A_Number_Of_Followers_That_Cannot_Be(string followers)
    {
        _town.Host.Settings["followers"] = followers;

        var thrown = await Should.ThrowAsync<WrongUseException>(() => _town.Plugin.AudienceAsync(CancellationToken.None));

        thrown.Message.ShouldBe($"The setting followers of rehearsal is {followers}. Take a whole number from 0 to 100000.");
    }

    [Fact]
    public async Task Should_Show_Its_Groups()
    {
        var table = await _town.Plugin.AudienceAsync(CancellationToken.None);

        table.Columns.Select(column => column.Name).ShouldBe(["group", "followers", "languages", "reply", "repost", "like", "follow"]);
        table.Rows.Select(row => $"{row["group"]} {row["followers"]}").ShouldBe(["regulars 14", "curious 8", "unhappy 4", "silent 14"]);
        table.Rows[1]["reply"].Number.ShouldBe(0.18m);
    }

    [Fact]
    public async Task Should_Be_As_The_Workspace_Describes_It()
    {
        // Given: everybody asks the same thing at the same moment.
        _town.Host.Settings["audience"] = "audience.yaml";
        _town.Host.Workspace.Yaml["audience.yaml"] = Groups(Group(
            ("chances", Record.Of(("reply", "1"), ("like", "0"))),
            ("delay", Record.Of(("from", "90s"), ("to", "1.5m"))),
            ("replies", Record.Of(("fr", new ListValue(["Pourquoi ?"]))))));

        // When
        await _town.PublishAsync("Hello");
        _town.Clock.Advance(TimeSpan.FromSeconds(89.9));
        var before = await _town.HearAsync(Town.Slocombe, null);
        _town.Clock.Advance(TimeSpan.FromSeconds(0.1));
        var after = await _town.HearAsync(Town.Slocombe, null);

        // Then
        before.Events.ShouldBeEmpty();
        after.Events.Count.ShouldBe(40);
        after.Events.ShouldAllBe(happened => happened.Kind == NetworkEventKind.Reply && happened.Text == "Pourquoi ?");
        after.Events.Select(happened => happened.Handle).Distinct().Count().ShouldBe(40);
    }

    public static TheoryData<Value, string> WrongDescriptions => new()
    {
        { "nothing", "audience.yaml: it needs \"groups:\" with at least one group." },
        { Groups(), "audience.yaml: it needs \"groups:\" with at least one group." },
        { Groups("text"), "audience.yaml: each group has a \"name:\"." },
        { Groups(Record.Of(("share", 1))), "audience.yaml: a group has no \"name:\"." },
        { Groups(Record.Of(("name", "fans"))), "group \"fans\": \"share:\" is missing." },
        { Groups(Record.Of(("name", "fans"), ("share", 1))), "\"languages:\" needs at least one, such as [en, nb]." },
        { Groups(Group(("share", "0"))), "share is 0; take a weight above 0." },
        { Groups(Group(("share", "many"))), "share is \"many\", which is no number." },
        { Groups(Group(("chanses", "0"))), "only name, share, languages, chances, delay, replies. Did you mean \"chances\"?" },
        { Groups(Group(("chances", Record.Of(("like", "3"))))), "like is 3; write a chance from 0 to 1." },
        { Groups(Group(("chances", Record.Of(("likes", "1"))))), "is not known here, only reply, repost, like, follow. Did you mean \"like\"?" },
        { Groups(Group(("delay", "30s"))), "\"delay:\" holds names and values, as { name: value }." },
        { Groups(Group(("delay", Record.Of(("from", "soon"))))), "\"soon\" is no delay; write it as 30s, 5m or 2h." },
        { Groups(Group(("delay", Record.Of(("from", "9h"))))), "the delay ends before it begins." },
        { Groups(Group(("replies", Record.Of(("en", "Why?"))))), "the replies in \"en\" are no list." },
    };

    [Theory]
    [MemberData(nameof(WrongDescriptions))]
    public async Task Should_Say_What_Is_Wrong_With_A_Description_And_Lose_No_Post_Over_It(Value description, string message)
    {
        // Given
        _town.Host.Settings["audience"] = "audience.yaml";
        _town.Host.Workspace.Yaml["audience.yaml"] = description;

        // When
        await _town.PublishAsync("Hello");
        var thrown = await Should.ThrowAsync<PluginHostException>(() => _town.HearAsync(Town.Slocombe, null));

        // Then
        thrown.Message.ShouldStartWith("The audience of the rehearsal network cannot be read. audience.yaml");
        thrown.Message.ShouldEndWith(message);
        _town.Database.Query("select text from rehearsal_post").ShouldBe(["Hello"]);
    }

    [Fact]
    public async Task Should_Be_Read_Again_Once_The_Description_Is_Mended()
    {
        // Given
        _town.Host.Settings["audience"] = "audience.yaml";
        await _town.PublishAsync("Hello");
        await Should.ThrowAsync<PluginHostException>(() => _town.HearAsync(Town.Slocombe, null));

        // When
        _town.Host.Workspace.Yaml["audience.yaml"] = Groups(Group());

        // Then
        (await _town.Plugin.AudienceAsync(CancellationToken.None)).Rows.ShouldHaveSingleItem()["group"].ToString().ShouldBe("fans");
        (await _town.EventsAsync("select decided from rehearsal_post")).ShouldBe([1L]);
    }

    public void Dispose() => _town.Dispose();

    private static Record Groups(params Value[] groups) => Record.Of(("groups", new ListValue(groups)));

    // Where a field is given, it replaces the one that is right.
    private static Record Group(params (string Name, Value Value)[] fields) =>
        Record.Of([("name", "fans"), ("share", "1"), ("languages", new ListValue(["fr"])), .. fields]);
}
