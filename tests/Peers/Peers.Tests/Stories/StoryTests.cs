using System.Text.Json.Nodes;
using PluginHost.Campaigns;

namespace PluginHost.Peers.Tests.Stories;

/// <summary>What a phone company does, on real servers, by the program as anybody runs it.</summary>
public sealed class StoryTests
{
    [Fact]
    public async Task Should_Say_One_Piece_Of_News_In_Four_Voices_On_Three_Networks()
    {
        using var story = await Story.BeginAsync();
        story.Copy("scripts/four-profiles.csx");

        var said = (await story.RunAsync("run", "scripts/four-profiles.csx")).Output;

        said.ShouldStartWith("4 profiles said it, each in its own words:");
        (await story.Press.PostsAsync()).ShouldHaveSingleItem()["value"]!["text"]!.GetValue<string>().ShouldStartWith("From today, every plan includes 20 GB");
        (await story.Help.PostsAsync()).Select(TextOf).ShouldContain(text => text.StartsWith("Going abroad? Your 20 GB now work", StringComparison.Ordinal));
        (await story.Offers.PostsAsync()).Select(TextOf).ShouldContain(text => text.StartsWith("Pack light: 20 GB for all of Europe", StringComparison.Ordinal));
        (await story.RowsAsync("posting.outbox")).Select(row => row.GetProperty("state").GetString()).ShouldBe(["sent", "sent", "sent", "sent"]);
    }

    [Fact]
    public async Task Should_Answer_A_Real_Question_On_Each_Network()
    {
        // Given
        using var story = await Story.BeginAsync();
        using var ann = await PdsPerson.JoinAsync(Peer.Pds, "ann");
        using var bobHere = SnacPerson.Find(Peer.Snac296, Peer.Snac296Accounts, "bob");
        using var bobThere = SnacPerson.Find(Peer.Snac275, Peer.Snac275Accounts, "bob");
        var mark = Guid.NewGuid().ToString("N")[..8];
        foreach (var profile in (string[])["@telco", "@telco_help", "@telco_offers"])
            await story.RunAsync("do", "posting.publish", $"profile={profile}", $"text=Ask us anything, {mark}.");

        // When
        await ann.AnswerAsync((await story.Press.PostsAsync())[0], $"When do you close on Sunday? {mark} blue");
        await bobHere.AnswerAsync((await PostAsync(story.Help, mark))["id"]!.GetValue<string>(), $"@alice When do you close on Sunday? {mark} new");
        await bobThere.AnswerAsync((await PostAsync(story.Offers, mark))["id"]!.GetValue<string>(), $"@alice When do you close on Sunday? {mark} old");
        await using (var serving = story.Serve())
        {
            await Story.UntilAsync(
                async () => (await story.RowsAsync("inbox.waiting")).Count(row => row.GetRawText().Contains(mark, StringComparison.Ordinal)),
                count => count == 3);
            serving.Interrupt();
            await serving.EndAsync();
        }

        foreach (var row in await story.RowsAsync("inbox.waiting"))
        {
            if (row.GetRawText().Contains(mark, StringComparison.Ordinal))
                await story.RunAsync("do", "inbox.answer", $"conversation={row.GetProperty("conversation")}", $"text=At six, {mark}.");
        }

        // Then
        var answer = (await story.Press.PostsAsync())[0]["value"]!;
        answer["text"]!.GetValue<string>().ShouldContain($"At six, {mark}.");
        answer["reply"]!["parent"]!["uri"]!.GetValue<string>().ShouldContain(ann.Did);
        foreach (var person in (SnacPerson[])[story.Help, story.Offers])
            (await PostAsync(person, $"At six, {mark}."))["in_reply_to_id"]!.GetValue<string>().ShouldNotBeEmpty();

        (await story.RowsAsync("inbox.waiting")).ShouldNotContain(row => row.GetRawText().Contains(mark, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Should_Draw_Among_Those_Who_Answered_Passed_On_And_Follow()
    {
        // Given
        using var story = await Story.BeginAsync();
        using var ann = await PdsPerson.JoinAsync(Peer.Pds, "ann");
        using var ben = await PdsPerson.JoinAsync(Peer.Pds, "ben");
        using var cat = await PdsPerson.JoinAsync(Peer.Pds, "cat");
        var closes = TimeProvider.System.GetUtcNow().AddSeconds(100);
        story.Write(
            "giveaways/cones.yaml",
            $$"""
            title: Cones
            prizes: [A cone]
            closes: {{closes.UtcDateTime:yyyy-MM-dd HH:mm:ss}} Etc/UTC
            announce: { "@telco": "A cone for one of you. Answer “count me in”, pass it on and follow us." }
            rules: { phrase: count me in, follow: true, repost: true }
            by-hand: true
            """);
        await story.RunAsync("do", "giveaways.plan", "file=giveaways/cones.yaml");
        await story.RunAsync("do", "giveaways.announce", "giveaway=cones");
        var announcement = (await story.Press.PostsAsync())[0];

        // When
        foreach (var person in (PdsPerson[])[ann, ben, cat])
            await person.AnswerAsync(announcement, "Count me in!");

        await ann.RepostAsync(announcement);
        await ann.FollowAsync(story.Press);
        await ben.RepostAsync(announcement);
        await cat.FollowAsync(story.Press);
        await Story.UntilAsync(
            async () => (await story.RunAsync("do", "giveaways.collect", "giveaway=cones", "--json")).Json.GetProperty("answers").GetInt32(),
            answers => answers == 3);
        await Story.UntilAsync(() => Task.FromResult(TimeProvider.System.GetUtcNow()), now => now > closes);
        await story.RunAsync("do", "giveaways.freeze", "giveaway=cones");

        // Then
        var entrants = await story.RowsAsync("giveaways.entrants", "giveaway=cones");
        entrants.Single(row => row.GetProperty("handle").GetString()!.Contains(ann.Handle, StringComparison.Ordinal)).GetProperty("part").GetString().ShouldBe("takes part");
        entrants.Count(row => row.GetProperty("part").GetString() == "takes part").ShouldBe(1, string.Join('\n', entrants.Select(row => row.GetRawText())));
    }

    // Others speak there too, as the same people.
    private static async Task<JsonNode> PostAsync(SnacPerson person, string text) =>
        (await person.PostsAsync()).First(post => TextOf(post).Contains(text, StringComparison.Ordinal));

    private static string TextOf(JsonNode status) => SaidText.OfHtml(status["content"]!.GetValue<string>());
}
