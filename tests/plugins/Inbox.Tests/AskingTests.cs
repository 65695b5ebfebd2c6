using PluginHost.Campaigns;
using PluginHost.Plugins.Testing;
using PluginHost.Sdk;

namespace PluginHost.Inbox.Tests;

/// <summary>A question to many: asked once, and counted by the last word of each.</summary>
public sealed class AskingTests : IDisposable
{
    private readonly Bench _bench = new();

    [Theory]
    [InlineData("Mango!", 1)]
    [InlineData("i vote MANGO please", 1)]
    [InlineData("2", 1)]
    [InlineData("b)", 1)]
    [InlineData("2 of my children like vanilla", 0)]
    [InlineData("mango or vanilla?", null)]
    [InlineData("Pistachio", null)]
    [InlineData("crème brûlée", 2)]
    [InlineData("", null)]
    public void Should_Count_What_Names_One_Choice_And_No_Other(string answer, int? choice) =>
        Tally.Of(answer, ["Vanilla", "mango", "Crème brûlée"]).ShouldBe(choice);

    [Theory]
    [InlineData("Mango!", true)]
    [InlineData("2", true)]
    [InlineData("2. mango", true)]
    [InlineData("1. mango", false)]
    [InlineData("Mango?", false)]
    [InlineData("Mango. And where is my order 1234", false)]
    [InlineData("Pistachio", false)]
    public void Should_Need_No_Answer_Where_It_Is_A_Choice_And_Nothing_Else(string answer, bool isDone) =>
        Tally.IsDone(answer, ["Vanilla", "mango"]).ShouldBe(isDone);

    [Fact]
    public async Task Should_Ask_On_All_Profiles_And_Count_The_Last_Word_Of_Each()
    {
        // Given
        var process = await _bench.StartAsync();
        var asked = await process.Plugin.AskManyAsync(process.Host, "Which flavour?", ["@grocer", "@grocer_news"], ["Vanilla", "Mango"], CancellationToken.None);

        // When
        await _bench.SayAsync("ann", "Vanilla", to: "ours1");
        await _bench.SayAsync("bob", "mango of course", to: "ours2", profile: "@grocer_news");
        await _bench.SayAsync("eve", "Which is cheaper?", to: "ours1");
        await _bench.SayAsync("ann", "No: Mango", to: "ours1");
        var gone = await _bench.SayAsync("dan", "Mango", to: "ours1");
        await _bench.TakeBackAsync("dan", gone);
        var table = await process.Plugin.AnswersOfAsync(process.Host, 0, CancellationToken.None);

        // Then
        asked["state"].ToString().ShouldBe("asked");
        _bench.Network.Said.Select(post => post.Text).Distinct().ShouldBe(["Which flavour?\n\n1. Vanilla\n2. Mango"]);
        table.Rows.Select(row => $"{row["choice"]} {row["count"]} {row["share"]}").ShouldBe(["Vanilla 0 0", "Mango 2 66.7", "(something else) 1 33.3"]);

        // And: who says more than a choice counts, and waits.
        (await _bench.WaitingAsync()).ShouldBe(["ann", "bob", "eve"]);
    }

    [Fact]
    public async Task Should_Gather_Whatever_They_Say_Where_There_Is_Nothing_To_Choose_From()
    {
        var process = await _bench.StartAsync();
        await process.Plugin.AskManyAsync(process.Host, "What shall we bake?", ["@grocer"], [""], CancellationToken.None);

        await _bench.SayAsync("ann", "More rye.", to: "ours1");
        await _bench.SayAsync("bob", "Do you bake at all?", to: "ours1");
        var table = await process.Plugin.AnswersOfAsync(process.Host, 1, CancellationToken.None);

        table.Rows.Select(row => $"{row["who"]}: {row["text"]}").ShouldBe(["ann: More rye.", "bob: Do you bake at all?"]);
        (await _bench.WaitingAsync()).ShouldBe(["bob"]);
    }

    [Fact]
    public async Task Should_Count_What_Was_Said_Before_It_Was_Known_That_The_Question_Is_Out()
    {
        // Given: somebody answers while the post is still on its way back to us.
        var process = await _bench.StartAsync();
        _bench.Network.OnSend = async _ =>
        {
            await _bench.SayAsync("ann", "Mango", to: "ours1");
            await _bench.SayAsync("bob", "Why?", to: "ours1");
            return null;
        };

        // When
        await process.Plugin.AskManyAsync(process.Host, "Which flavour?", ["@grocer"], ["Vanilla", "Mango"], CancellationToken.None);

        // Then
        (await _bench.WaitingAsync()).ShouldBe(["bob"]);
    }

    [Fact(Timeout = 120_000)]
    public async Task Should_Ask_Once_Wherever_The_Process_Dies()
    {
        var ends = new HashSet<string>();
        for (var inbox = 0; inbox <= 6; inbox++)
        {
            for (var posting = 0; posting <= 10; posting += 2)
            {
                using var bench = new Bench();
                bench.PostingSettings["patience"] = "0s";
                var dying = await bench.StartAsync(inbox, posting);
                try
                {
                    await dying.Plugin.AskManyAsync(dying.Host, "Which flavour?", ["@grocer"], ["Vanilla", "Mango"], CancellationToken.None);
                }
                catch (DeadProcessException)
                {
                }

                for (var round = 0; round < 4; round++)
                {
                    bench.Clock.Advance(TimeSpan.FromMinutes(6));
                    var process = await bench.StartAsync();
                    await process.Posting.SendAsync(process.PostingHost, CancellationToken.None);
                    await Bench.LookAsync(process);
                    foreach (var (_, work) in process.Host.Jobs.Beside)
                        await work;
                }

                var place = $"died at {inbox} and {posting}";
                var states = bench.Database.Query("select state from inbox_question");
                states.ShouldBe(states.Count == 0 ? [] : ["asked"], place);
                bench.Network.Said.Count.ShouldBe(states.Count, place);
                bench.Database.Query("select count(*) from inbox_question_post").ShouldBe([(long)states.Count], place);
                ends.Add($"{states.Count}");
            }
        }

        ends.ShouldBe(["0", "1"], ignoreOrder: true);
    }

    [Fact]
    public async Task Should_Ask_Once_When_It_Is_Asked_Again_After_A_Death()
    {
        // Given
        var dying = await _bench.StartAsync(postingLife: 1);
        await Should.ThrowAsync<DeadProcessException>(() => AskAsync(dying, "Which flavour?"));
        _bench.Database.Query("select state from inbox_question").ShouldBe(["begun"]);

        // When
        var process = await _bench.StartAsync();
        await AskAsync(process, "Which flavour?");
        _bench.Clock.Advance(TimeSpan.FromMinutes(6));
        await Bench.LookAsync(process);
        foreach (var (_, work) in process.Host.Jobs.Beside)
            await work;

        // Then
        _bench.Network.Said.ShouldHaveSingleItem();
        _bench.Database.Query("select state from inbox_question").ShouldBe(["asked"]);

        // And: what has ended is asked anew.
        await AskAsync(process, "Which flavour?");
        _bench.Database.Query("select state from inbox_question").ShouldBe(["asked", "asked"]);

        static Task AskAsync(InboxProcess process, string text) =>
            process.Plugin.AskManyAsync(process.Host, text, ["@grocer"], ["Vanilla", "Mango"], CancellationToken.None);
    }

    [Fact]
    public async Task Should_Refuse_Choices_That_Cannot_Be_Told_Apart_And_A_Profile_That_Does_Not_Exist()
    {
        var process = await _bench.StartAsync();

        (await AskAsync("@grocer", "Mango", "Mango sorbet")).ShouldContain("cannot be told from the others");
        (await AskAsync("@grocer", "Mango")).ShouldContain("There is one choice");
        (await AskAsync("@nobody", "Mango", "Vanilla")).ShouldContain("no profile @nobody");
        (await Should.ThrowAsync<WrongUseException>(() => process.Plugin.AnswersOfAsync(process.Host, 9, CancellationToken.None))).Message.ShouldContain("There is no question 9 here");
        _bench.Network.Said.ShouldBeEmpty();

        async Task<string> AskAsync(string profile, params string[] choices) => (await Should.ThrowAsync<WrongUseException>(
            () => process.Plugin.AskManyAsync(process.Host, "Which flavour?", [profile], choices, CancellationToken.None))).Message;
    }

    public void Dispose() => _bench.Dispose();
}
