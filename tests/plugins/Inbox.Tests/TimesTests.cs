using System.Globalization;
using PluginHost.Campaigns;
using PluginHost.Plugins.Testing;
using PluginHost.Sdk;
using Record = PluginHost.Sdk.Record;

namespace PluginHost.Inbox.Tests;

/// <summary>How long people wait for a first answer, held against a recount from what was said.</summary>
public sealed class TimesTests : IDisposable
{
    private readonly Bench _bench = new();

    [Fact]
    public async Task Should_Take_The_Time_To_The_First_Answer_And_No_Later_One()
    {
        // Given: 10 minutes, 30 minutes, none; the first one asks and is answered again.
        await _bench.SayAsync("ann", "When?");
        await _bench.SayAsync("bob", "Where?");
        await _bench.SayAsync("eve", "Why?");
        var process = await _bench.StartAsync();
        _bench.Clock.Advance(TimeSpan.FromMinutes(10));
        await process.AnswerAsync(1, "Now.");
        await _bench.SayAsync("ann", "And then?", to: "ours1");
        _bench.Clock.Advance(TimeSpan.FromMinutes(20));
        await process.AnswerAsync(1, "Later.");
        await process.AnswerAsync(2, "Here.");

        // When
        var times = await process.Plugin.TimesAsync(process.Host, 7, CancellationToken.None);

        // Then
        times.Rows.ShouldHaveSingleItem().ShouldBe(Record.Of(
            ("profile", "@grocer"), ("conversations", 3), ("answered", 2), ("unanswered", 1), ("median", "20m"), ("slowest", "30m"), ("medianSeconds", 1200m), ("slowestSeconds", 1800m)));
    }

    [Fact]
    public async Task Should_Not_Count_What_Was_Closed_Or_Is_Too_Long_Ago()
    {
        await _bench.SayAsync("ann", "Long ago");
        _bench.Clock.Advance(TimeSpan.FromDays(3));
        await _bench.SayAsync("bob", "Spam");
        var process = await _bench.StartAsync();
        await process.Inbox.CloseAsync(2, 0, "spam", "kari", CancellationToken.None);

        var row = (await process.Plugin.TimesAsync(process.Host, 2, CancellationToken.None)).Rows.ShouldHaveSingleItem();

        row["conversations"].Number.ShouldBe(1);
        row["unanswered"].Number.ShouldBe(0);
        row["median"].ShouldBe(Value.Nothing);
        await Should.ThrowAsync<WrongUseException>(() => process.Plugin.TimesAsync(process.Host, 0, CancellationToken.None));
    }

    [Fact(Timeout = 300_000)]
    public async Task Should_Answer_Or_Show_Every_One_Of_500_Questions_Over_A_Day_And_Count_Right()
    {
        // Given: a day of the clock; people ask at any time, some say more, some take it back; two processes answer, at times both at once, and one of them dies.
        var dice = new FakeRandom(8);
        var asked = new Dictionary<string, DateTimeOffset>();
        var first = await _bench.StartAsync();
        var second = await _bench.StartAsync();
        var begun = _bench.Clock.GetUtcNow();
        for (var question = 0; question < 500; question++)
        {
            _bench.Clock.Advance(TimeSpan.FromDays(1) / 500);
            var profile = dice.Next(0, 4) == 0 ? "@grocer_news" : "@grocer";
            var handle = $"p{question}";
            asked[handle] = _bench.Clock.GetUtcNow();
            var word = await _bench.SayAsync(handle, $"Question {question}?", profile);
            switch (dice.Next(0, 20))
            {
                case 0:
                    await _bench.TakeBackAsync(handle, word, profile);
                    break;
                case 1:
                    await _bench.SayAsync(handle, "Hello?", profile, word);
                    break;
            }

            // Not all are answered at once, and a fifth not at all.
            foreach (var waiting in (await first.Inbox.ReadWaitingAsync(CancellationToken.None)).Where(each => each.Id % 5 != 0 && dice.Next(0, 3) == 0).ToList())
            {
                var answers = new[] { first.AnswerAsync(waiting.Id, $"Answer to {waiting.Handle}."), second.AnswerAsync(waiting.Id, $"Answer to {waiting.Handle}!", "ola") };
                (await Task.WhenAll(answers)).Count(answer => answer is Answered).ShouldBe(1);
            }

            if (question == 250)
            {
                first = await _bench.StartAsync(life: 3);
                await Should.ThrowAsync<DeadProcessException>(async () =>
                {
                    foreach (var waiting in await second.Inbox.ReadWaitingAsync(CancellationToken.None))
                        await first.AnswerAsync(waiting.Id, "The last words.");
                });
                first = await _bench.StartAsync();
            }

            await Bench.LookAsync(second);
        }

        // Then: each is answered once, or taken back, or waits and can be seen.
        var waits = await _bench.WaitingAsync();
        var gone = _bench.Database.Query("select k.handle from inbox_conversation c join inbox_contact k on k.id = c.contact where c.gone = 1").Cast<string>().ToList();
        var answered = _bench.Database.Query("select k.handle from inbox_word w join inbox_conversation c on c.id = w.conversation join inbox_contact k on k.id = c.contact where w.ours = 1")
            .Cast<string>().ToList();
        answered.ShouldBeUnique();
        _bench.Network.Said.Count.ShouldBe(answered.Count);
        waits.Concat(gone).Concat(answered).Order().ShouldBe(asked.Keys.Order());
        answered.Count.ShouldBeGreaterThan(350);
        waits.Count.ShouldBeGreaterThan(80);

        // And the times are those of a recount from what the network and the test have seen.
        var times = await second.Plugin.TimesAsync(second.Host, 7, CancellationToken.None);
        foreach (var profile in new[] { "@grocer", "@grocer_news" })
        {
            var recount = _bench.Network.Said.Where(post => post.Profile.Name == profile)
                .Select(post => post.PlannedAt - asked[_bench.Database.Query($"select k.handle from inbox_word w join inbox_conversation c on c.id = w.conversation join inbox_contact k on k.id = c.contact where w.remote_id = '{post.InReplyTo}'").Cast<string>().Single()])
                .Order().ToList();
            var row = times.Rows.Single(each => each["profile"].ToString() == profile);
            var middle = recount.Count % 2 == 1 ? recount[recount.Count / 2] : (recount[(recount.Count / 2) - 1] + recount[recount.Count / 2]) / 2;
            row["answered"].Number.ShouldBe(recount.Count);
            row["medianSeconds"].Number.ShouldBe((decimal)middle.TotalSeconds);
            row["slowestSeconds"].Number.ShouldBe((decimal)recount[^1].TotalSeconds);
        }

        times.Rows.Sum(row => row["unanswered"].Number).ShouldBe(waits.Count);
        (_bench.Clock.GetUtcNow() - begun).ShouldBe(TimeSpan.FromDays(1));
        TestContext.Current.SendDiagnosticMessage(string.Create(CultureInfo.InvariantCulture, $"500 asked, {answered.Count} answered, {gone.Count} taken back, {waits.Count} wait"));
    }

    public void Dispose() => _bench.Dispose();
}
