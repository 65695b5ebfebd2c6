using PluginHost.Giveaways.Steps;
using PluginHost.Sdk;

namespace PluginHost.Giveaways;

/// <summary>What a step would say in public, before it does. At the screen a person is asked with these words first.</summary>
public sealed partial class GiveawaysPlugin
{
    /// <summary>What an announcement would say.</summary>
    [Command("giveaways.announce.preview", "Giveaways: Preview the Announcement", Description = "Says what giveaways.announce would say, by which profiles, and when. Nothing is said.")]
    public Task<string> PreviewAnnouncementAsync([Asks("Which giveaway?")] string giveaway, CancellationToken cancel) =>
        PreviewAsync(giveaway, _course.PreviewAnnouncementAsync, cancel);

    /// <summary>What would be published of a round.</summary>
    [Command("giveaways.commit.preview", "Giveaways: Preview the Commitment", Description = "Says what giveaways.commit would publish, by which profiles, and when. Nothing is said.")]
    public Task<string> PreviewCommitmentAsync(
        [Asks("Which giveaway?")] string giveaway, [Asks("Which round? 0 chooses one.", Default = "0")] long round, CancellationToken cancel) =>
        PreviewAsync(giveaway, (frozen, token) => _course.PreviewCommitmentAsync(frozen, round, token), cancel);

    /// <summary>What a draw would say.</summary>
    [Command("giveaways.draw.preview", "Giveaways: Preview the Draw", Description = "Says what is said once giveaways.draw has drawn, by which profiles, and when. Nothing is drawn or said.")]
    public Task<string> PreviewDrawAsync([Asks("Which giveaway?")] string giveaway, CancellationToken cancel) => PreviewAsync(giveaway, _course.PreviewDrawAsync, cancel);

    /// <summary>What winners would be told.</summary>
    [Command("giveaways.notify.preview", "Giveaways: Preview the Notices", Description = "Says what giveaways.notify would tell the winners, by which profiles, and when. Nobody is told.")]
    public Task<string> PreviewNoticesAsync([Asks("Which giveaway?")] string giveaway, CancellationToken cancel) => PreviewAsync(giveaway, _course.PreviewNoticesAsync, cancel);

    /// <summary>What passing a prize on would say.</summary>
    [Command("giveaways.pass-on.preview", "Giveaways: Preview Passing On", Description = "Says to whom giveaways.pass-on would give a prize, and what they are told. Nothing is passed on or said.")]
    public Task<string> PreviewPassingOnAsync(
        [Asks("Which giveaway?")] string giveaway,
        [Asks("Which prize, by its number?")] int prize,
        [Asks("Why? Empty where their time has run out.", Default = "", Anew = true)] string reason,
        CancellationToken cancel) =>
        PreviewAsync(giveaway, (drawn, token) => _course.PreviewPassingOnAsync(drawn, prize, reason, token), cancel);

    private async Task<string> PreviewAsync(string giveaway, Func<StoredGiveaway, CancellationToken, Task<Preview>> preview, CancellationToken cancel) =>
        (await preview(await _table.ReadAsync(giveaway, cancel), cancel)).ToText();
}
