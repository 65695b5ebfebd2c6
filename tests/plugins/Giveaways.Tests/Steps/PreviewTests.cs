using PluginHost.Campaigns;
using PluginHost.Giveaways.Tests.Fixtures;
using PluginHost.Sdk;

namespace PluginHost.Giveaways.Tests.Steps;

/// <summary>What a person says yes to is what goes out.</summary>
public sealed class PreviewTests : IDisposable
{
    private readonly Fair _fair = new();

    [Fact]
    public async Task Should_Say_Every_Word_Before_It_Goes_Out()
    {
        // Given
        var (plugin, host, giveaways) = await _fair.StartAsync();
        await PlanByHandAsync(plugin, host);

        // When, Then: the announcement.
        await ShouldGoOutAsync(
            await plugin.PreviewAnnouncementAsync("phones", CancellationToken.None), "Announce phones in public?\nWhen: now.", () => plugin.AnnounceAsync(host, "phones", CancellationToken.None), 2);
        _fair.Enter("ola", "kari", "amal", "luc");
        _fair.Clock.Advance(Fair.Day * 3);
        await plugin.FreezeAsync(host, "phones", CancellationToken.None);

        // The round that decides.
        await ShouldGoOutAsync(
            await plugin.PreviewCommitmentAsync("phones", 0, CancellationToken.None),
            "Publish which round decides about phones?\nWhen: now.",
            () => plugin.CommitAsync(host, "phones", 0, CancellationToken.None),
            2);
        _fair.Clock.Advance(TimeSpan.FromMinutes(11));
        (await plugin.PreviewDrawAsync("phones", CancellationToken.None)).ShouldContain("It is drawn once.\nNothing is said by that");
        await plugin.DrawAsync(host, "phones", "", "", CancellationToken.None);

        // What winners are told.
        await ShouldGoOutAsync(
            await plugin.PreviewNoticesAsync("phones", CancellationToken.None), "Tell 2 winners of phones in public?\nWhen: now.", () => plugin.NotifyAsync(host, "phones", CancellationToken.None), 2);
        var passed = await plugin.PreviewPassingOnAsync("phones", 1, "works for us", CancellationToken.None);
        passed.ShouldContain("The proof shows it.\nIt goes to ");
        passed.ShouldContain("Nothing is said by that.");
    }

    [Fact]
    public async Task Should_Say_Whom_A_Prize_Goes_To_And_What_They_Are_Told()
    {
        // Given
        var (plugin, host, giveaways) = await _fair.DrawAsync("ola", "kari", "amal", "luc");
        await giveaways.GoOnAsync("phones", CancellationToken.None);

        // When, Then
        await ShouldGoOutAsync(
            await plugin.PreviewPassingOnAsync("phones", 1, "works for us", CancellationToken.None),
            "Take prize 1 of phones from ",
            () => plugin.PassOnAsync(host, "phones", 1, "works for us", CancellationToken.None),
            1);
    }

    [Fact]
    public async Task Should_Say_In_The_Words_Of_The_Step_Why_It_Cannot_Be()
    {
        // Given
        var (plugin, host, giveaways) = await _fair.DrawAsync("ola", "kari", "amal", "luc");
        await giveaways.GoOnAsync("phones", CancellationToken.None);

        // When, Then
        await ShouldRefuseAlikeAsync(() => plugin.PreviewAnnouncementAsync("phones", CancellationToken.None), () => plugin.AnnounceAsync(host, "phones", CancellationToken.None));
        await ShouldRefuseAlikeAsync(() => plugin.PreviewCommitmentAsync("phones", 0, CancellationToken.None), () => plugin.CommitAsync(host, "phones", 0, CancellationToken.None));
        await ShouldRefuseAlikeAsync(() => plugin.PreviewDrawAsync("phones", CancellationToken.None), () => plugin.DrawAsync(host, "phones", "", "", CancellationToken.None));
        await ShouldRefuseAlikeAsync(
            () => plugin.PreviewPassingOnAsync("phones", 7, "works for us", CancellationToken.None), () => plugin.PassOnAsync(host, "phones", 7, "works for us", CancellationToken.None));
        await ShouldRefuseAlikeAsync(() => plugin.PreviewPassingOnAsync("phones", 1, "", CancellationToken.None), () => plugin.PassOnAsync(host, "phones", 1, "", CancellationToken.None));
        (await Should.ThrowAsync<WrongUseException>(() => plugin.PreviewNoticesAsync("phones", CancellationToken.None))).Message.ShouldStartWith("Every winner of phones was told.");
    }

    private static async Task ShouldRefuseAlikeAsync(Func<Task> preview, Func<Task> step) =>
        (await Should.ThrowAsync<WrongUseException>(preview)).Message.ShouldBe((await Should.ThrowAsync<WrongUseException>(step)).Message);

    private async Task ShouldGoOutAsync(string preview, string question, Func<Task> step, int posts)
    {
        preview.ShouldStartWith(question);
        var before = _fair.Crier.Out.Count;
        await step();
        var said = _fair.Crier.Out.Skip(before).ToList();
        said.Count.ShouldBe(posts);
        foreach (var post in said)
        {
            preview.ShouldContain($"{post.Profile} {(post.Answers is null ? "says" : "answers")}:");
            preview.ShouldContain(post.Text);
        }
    }

    private static async Task PlanByHandAsync(GiveawaysPlugin plugin, Plugins.Testing.FakeHost host)
    {
        host.Workspace.Files["phones.yaml"] = """
            title: Three phones
            prizes: [A phone, A tablet]
            closes: 2026-03-04 18:00
            announce: { "@telco": "Answer “me, please”.", "@telco_nb": "Svar «me, please»." }
            rules: { phrase: "me, please" }
            by-hand: true
            """u8.ToArray();
        await plugin.PlanAsync(host, "phones.yaml", CancellationToken.None);
    }

    public void Dispose() => _fair.Dispose();
}
