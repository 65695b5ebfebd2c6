using System.Globalization;
using PluginHost.Campaigns;
using PluginHost.Sdk;

namespace PluginHost.Posting.Tests.Linters;

public sealed class SayingAgainTests : IDisposable
{
    private const string Long = "Our shop in the old harbour is open on Sunday from ten to four, and there is coffee for everybody who comes.";
    private const string Nearly = "Our shop in the old harbour is open on Monday from ten to four, and there is coffee for everyone who comes.";

    private readonly Workshop _workshop = new();

    [Fact]
    public async Task Should_Find_Substantially_The_Same_On_A_Sibling_In_One_Post()
    {
        var publisher = await _workshop.StartPublisherAsync();

        var problems = await publisher.CheckAsync(Workshop.Plan([("@telco", Long), ("@telco_help", Nearly)]), CancellationToken.None);

        var problem = problems.ShouldHaveSingleItem();
        problem.Rule.ShouldBe("posting.sibling");
        problem.Profile.ShouldBe("@telco_help");
        problem.Severity.ShouldBe(Severity.Warning);
        problem.Message.ShouldContain("@telco says in the same post");
    }

    [Theory]
    [InlineData("@telco_nb", Long)]
    [InlineData("@telco_help", "Something else altogether: the line to the island was down for an hour, and is back.")]
    [InlineData("@telco_help", "Thanks!")]
    public async Task Should_Let_Languages_And_Other_Words_Pass(string profile, string text)
    {
        // Given
        var publisher = await _workshop.StartPublisherAsync();
        await publisher.PublishAsync(Workshop.Plan([("@telco", Long)]), CancellationToken.None);
        await publisher.PublishAsync(Workshop.Plan([("@telco", "Thanks, all!")]), CancellationToken.None);

        // When
        var problems = await publisher.CheckAsync(Workshop.Plan([(profile, text)]), CancellationToken.None);

        // Then
        problems.Where(problem => problem.Rule == "posting.sibling").ShouldBeEmpty();
    }

    [Fact]
    public async Task Should_Find_What_A_Sibling_Has_Said_Days_Ago_And_Forget_It_In_Time()
    {
        // Given
        var publisher = await _workshop.StartPublisherAsync();
        await publisher.PublishAsync(Workshop.Plan([("@telco", Long)]), CancellationToken.None);
        _workshop.Clock.Advance(TimeSpan.FromDays(3));

        // When
        var soon = await publisher.CheckAsync(Workshop.Plan([("@telco_help", Nearly + " https://example.org/?utm=2")]), CancellationToken.None);
        _workshop.Clock.Advance(TimeSpan.FromDays(40));
        var late = await publisher.CheckAsync(Workshop.Plan([("@telco_help", Nearly)]), CancellationToken.None);

        // Then
        soon.ShouldHaveSingleItem().Message.ShouldContain("post 1 of @telco");
        late.ShouldBeEmpty();
    }

    [Fact]
    public async Task Should_Count_How_Often_A_Profile_Has_Said_The_Same()
    {
        // Given
        var publisher = await _workshop.StartPublisherAsync();
        for (var time = 0; time < 3; time++)
            await publisher.PublishAsync(Workshop.Plan([("@telco", Long)]), CancellationToken.None);

        // When
        var problems = await publisher.CheckAsync(Workshop.Plan([("@telco", Long)]), CancellationToken.None);

        // Then
        problems.ShouldHaveSingleItem().Rule.ShouldBe("posting.repetition");
        problems[0].Message.ShouldContain("the same 3 times");
    }

    [Fact]
    public async Task Should_Find_What_A_Profile_Has_Said_Behind_All_That_Others_Say_Since()
    {
        // Given: more of the same on a profile that is nobody's sibling than is looked at of one profile.
        var publisher = await _workshop.StartPublisherAsync();
        await publisher.PublishAsync(Workshop.Plan([("@telco", Long)]), CancellationToken.None);
        for (var time = 0; time < 210; time++)
            await publisher.PublishAsync(Workshop.Plan([("@telco_nb", Long)]), CancellationToken.None);

        // When
        var problems = await publisher.CheckAsync(Workshop.Plan([("@telco", Nearly)]), CancellationToken.None);

        // Then
        problems.Select(problem => problem.Message).ShouldContain(message => message.Contains("as post 1 ("));
    }

    [Fact]
    public async Task Should_Find_The_Beginning_And_The_Name_Of_The_Station_That_Said_Them_In_Every_Post()
    {
        // Given
        var publisher = await _workshop.StartPublisherAsync();
        string[] news = ["snow on the hills", "the tram is late", "elections in May", "a new bridge", "whales in the fjord", "jazz tonight", "no school", "cheaper bread", "more rain", "the king is here"];
        foreach (var item in news)
            await publisher.PublishAsync(Workshop.Plan([("@telco", $"You hear Radio Slocombe: {item}, and that is that, {item}.")]), CancellationToken.None);

        // When
        var opening = await publisher.CheckAsync(Workshop.Plan([("@telco", "You hear Radio Slocombe: a cat was found in a tree by two children on their way.")]), CancellationToken.None);
        var name = await publisher.CheckAsync(Workshop.Plan([("@telco", "🐈 A cat was found in a tree, says Slocombe, by two children on their way home.")]), CancellationToken.None);
        var neither = await publisher.CheckAsync(Workshop.Plan([("@telco", "A cat was found in a tree by two children on their way home.")]), CancellationToken.None);

        // Then
        opening.ShouldHaveSingleItem().Message.ShouldContain("as 10 of the last 10 posts do: \"you hear radio");
        name.ShouldHaveSingleItem().Severity.ShouldBe(Severity.Information);
        name[0].Range.ShouldBe(new TextRange { Start = 35, Length = 9 });
        neither.ShouldBeEmpty();
    }

    [Fact]
    public async Task Should_Not_Find_A_Post_Like_Itself_When_It_Is_Checked_Before_It_Is_Sent()
    {
        // Given: what is an error here would refuse the post at the send.
        _workshop.Severities["posting.repetition"] = Severity.Error;
        var (plugin, host) = await _workshop.StartAsync();
        var publisher = await Workshop.PublisherOfAsync(host);
        await publisher.PlanAsync(Workshop.Plan([("@telco", Long)]) with { At = _workshop.Clock.GetUtcNow().AddMinutes(1) }, CancellationToken.None);
        _workshop.Clock.Advance(TimeSpan.FromMinutes(2));

        // When
        await plugin.SendAsync(host, CancellationToken.None);

        // Then
        _workshop.States().ShouldBe(["sent"]);
    }

    [Fact]
    public async Task Should_Stop_A_Post_Where_The_Workspace_Calls_A_Finding_An_Error_And_Not_Where_It_Is_Off()
    {
        var plan = Workshop.Plan([("@telco", "Hello {name}")]);
        _workshop.Severities["posting.placeholder"] = Severity.Error;
        (await (await _workshop.StartPublisherAsync()).PublishAsync(plan, CancellationToken.None)).ShouldBeOfType<NotPublished>();

        _workshop.Severities["posting.placeholder"] = null;
        (await (await _workshop.StartPublisherAsync()).PublishAsync(plan, CancellationToken.None)).ShouldBeOfType<Published>();
    }

    [Fact]
    public async Task Should_Find_Similar_Texts_Among_Many_As_Comparing_All_Of_Them_Would()
    {
        // Given: texts of ten words each, of which each shares some with others.
        var (_, host) = await _workshop.StartAsync();
        string[] words = ["harbour", "sunday", "coffee", "signal", "bridge", "winter", "ticket", "answer", "evening", "station", "number", "garden"];
        var random = new Random(7);
        var texts = Enumerable.Range(0, 400).Select(_ => string.Join(' ', Enumerable.Range(0, 10).Select(_ => words[random.Next(words.Length)]))).ToList();
        foreach (var (text, place) in texts.Select((text, place) => (text, place)))
            Leave(place + 1, text);

        var earlier = new EarlierTexts(host.Store);
        var sought = texts[200] + " harbour";

        // When
        var found = await earlier.FindSimilarAsync(
            new SimilarSearch { Text = sought, Profiles = ["@telco"], From = DateTimeOffset.UnixEpoch, To = DateTimeOffset.MaxValue, AtLeast = 0.75 },
            CancellationToken.None);

        // Then
        var all = texts.Where(text => Shingles.Of(sought).Similarity(Shingles.Of(text)) >= 0.75).ToList();
        all.Count.ShouldBeGreaterThan(0);
        found.Select(text => text.Text).ShouldBe(all, ignoreOrder: true);
    }

    [Theory]
    [InlineData("@telco", "posting.repetition")]
    [InlineData("@telco_help", "posting.sibling")]
    public async Task Should_Look_At_Every_Part_Of_A_Thread(string profile, string rule)
    {
        // Given
        var publisher = await _workshop.StartPublisherAsync();
        await publisher.PublishAsync(Workshop.Plan([("@telco", Long)]), CancellationToken.None);

        // When
        var problems = await publisher.CheckAsync(Thread(profile, "Some news of the week, told here for the first time.", Nearly), CancellationToken.None);

        // Then
        problems.ShouldHaveSingleItem().Rule.ShouldBe(rule);
    }

    [Fact]
    public async Task Should_Look_At_Every_Part_That_A_Sibling_Says_In_The_Same_Post()
    {
        var publisher = await _workshop.StartPublisherAsync();
        var first = Thread("@telco", "Some news of the week, told here for the first time.", Long);
        var second = Thread("@telco_help", "Questions and answers: what do people want to know today?", Nearly);

        var problems = await publisher.CheckAsync(first with { Variants = [.. first.Variants, .. second.Variants] }, CancellationToken.None);

        problems.ShouldHaveSingleItem().Message.ShouldContain("@telco says in the same post");
    }

    [Fact]
    public async Task Should_Know_What_A_Time_Of_A_Repetition_Says_Since_It_Was_Changed()
    {
        // Given: looked for once, so that all there is was taken in.
        var (plugin, host) = await _workshop.StartAsync();
        await plugin.RepeatAsync(host, "@telco", "Good morning to all who get up early, and to those who never went to bed.", "daily 09:00", "", 1, "", CancellationToken.None);
        var publisher = await Workshop.PublisherOfAsync(host);
        await publisher.CheckAsync(Workshop.Plan([("@telco_help", Long)]), CancellationToken.None);

        // When
        await plugin.ChangeRepeatedAsync(host, 1, Long, "", CancellationToken.None);

        // Then
        (await publisher.CheckAsync(Workshop.Plan([("@telco_help", Nearly)]), CancellationToken.None)).ShouldHaveSingleItem().Message.ShouldContain("post 1 of @telco");
    }

    [Theory]
    [InlineData("مَرْحَبًا بِكُم في الأحد", "مرحبا بكم في الاحد")]
    [InlineData("CAFÉ  au\nlait!", "cafe\u0301 au lait")]
    [InlineData("Look: https://a.example/x?y=1 now", "look now")]
    [InlineData("😀😀", "")]
    public void Should_Compare_What_Is_Said_And_Not_How_It_Is_Written(string left, string right) => FoldedText.Of(left).ShouldBe(FoldedText.Of(right));

    public void Dispose() => _workshop.Dispose();

    private static PostPlan Thread(string profile, string text, string more) =>
        new() { Variants = [new Variant { Profile = profile, Text = text, More = [more] }], AskedBy = "a test" };

    private void Leave(int post, string text)
    {
        _workshop.Database.Query(string.Create(CultureInfo.InvariantCulture, $"insert into posting_post (id, asked_by, created_at) values ({post}, 'a test', 1000)"));
        _workshop.Database.Query(string.Create(
            CultureInfo.InvariantCulture,
            $"insert into posting_target (key, post, place, profile, network, text, language, state) values ('k{post}', {post}, 0, '@telco', 'test', '{text}', 'en', 'draft')"));
    }
}
