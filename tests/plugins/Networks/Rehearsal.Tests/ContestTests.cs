using PluginHost.Campaigns;

namespace PluginHost.Rehearsal.Tests;

/// <summary>People take part in giveaways where a setting asks for them, and nothing else changes.</summary>
public sealed class ContestTests : IDisposable
{
    private const string Offer = "Two of you win. Answer “scoop, please” and mention @slocombe.";

    private readonly Town _town = new();

    [Fact]
    public async Task Should_Do_Nothing_More_Where_Nobody_Is_Asked_For()
    {
        await _town.PublishAsync(Offer);

        (await _town.EventsAsync("select id from rehearsal_event where text like '%scoop%'")).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("Answer “me, please”.", "me, please")]
    [InlineData("Svar «jeg, takk» innen seks.", "jeg, takk")]
    [InlineData("Répondez « moi ».", "moi")]
    [InlineData("He said “never”, and left.", null)]
    [InlineData("Answer me.", null)]
    public void Should_Know_What_A_Post_Asks_For(string text, string? phrase) => Contest.PhraseOf(text).ShouldBe(phrase);

    [Fact]
    public async Task Should_Take_Part_Most_Of_Them_Rightly_And_Some_Twice()
    {
        // Given
        _town.Host.Settings["followers"] = "1000";
        _town.Host.Settings["entries"] = "400";
        await _town.PublishAsync("Hello");
        await _town.SilenceAsync();

        // When
        var offer = await _town.PublishAsync(Offer);
        _town.Clock.Advance(TimeSpan.FromHours(9));
        var heard = (await _town.HearAsync(Town.Slocombe, null)).Events;

        // Then
        var entries = heard.Where(happened => happened.Kind == NetworkEventKind.Reply && happened.Text.StartsWith("scoop, please @slocombe", StringComparison.Ordinal)).ToList();
        entries.Select(entry => entry.Handle).Distinct().Count().ShouldBeInRange(360, 400);
        entries.Count.ShouldBeGreaterThan(entries.Select(entry => entry.Handle).Distinct().Count());
        entries.ShouldAllBe(entry => entry.Post == offer.RemoteId);
        var people = _town.Network.People!;
        var reposters = (await people.RepostersAsync(Town.Slocombe, offer.RemoteId, CancellationToken.None))!;
        reposters.ShouldBe(heard.Where(happened => happened.Kind == NetworkEventKind.Repost).Select(happened => happened.Handle), ignoreOrder: true);
        var known = await people.FindManyAsync(Town.Slocombe, [.. entries.Select(entry => entry.Handle).Distinct(), "nobody"], CancellationToken.None);
        known.Select(person => person.Id).Distinct().Count().ShouldBe(entries.Select(entry => entry.Handle).Distinct().Count());
        known.ShouldAllBe(person => person.CreatedAt < _town.Clock.GetUtcNow());
    }

    [Fact]
    public async Task Should_Thank_Or_Be_Silent_When_They_Are_Answered()
    {
        // Given
        _town.Host.Settings["entries"] = "60";
        await _town.PublishAsync(Offer);
        _town.Clock.Advance(TimeSpan.FromHours(9));
        var (heard, cursor) = await _town.HearAsync(Town.Slocombe, null);
        var entries = heard.Where(happened => happened.Text.StartsWith("scoop", StringComparison.Ordinal)).DistinctBy(happened => happened.Handle).Take(30).ToList();

        // When
        foreach (var entry in entries)
            await _town.SendAsync(_town.Outgoing($"@{entry.Handle} You have won.") with { InReplyTo = entry.RemoteId });

        _town.Clock.Advance(TimeSpan.FromHours(9));
        var (answers, _) = await _town.HearAsync(Town.Slocombe, cursor);

        // Then
        answers.Count(answer => answer.Text.StartsWith("Thank you", StringComparison.Ordinal)).ShouldBeInRange(10, 29);
        answers.Select(answer => answer.Handle).ShouldBeSubsetOf(entries.Select(entry => entry.Handle));
    }

    public void Dispose() => _town.Dispose();
}
