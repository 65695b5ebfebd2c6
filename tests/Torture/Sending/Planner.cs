using System.Globalization;
using PluginHost.Engine;
using PluginHost.Engine.Trust;
using PluginHost.Sdk;
using PluginHost.Torture.Counting;
using PluginHost.Torture.Places;
using PluginHost.Torture.Processes;
using Record = PluginHost.Sdk.Record;

namespace PluginHost.Torture.Sending;

/// <summary>
/// Plans posts through the engine, in this process, which nobody kills: what it was told is committed is what is counted. It also reads the outbox.
/// </summary>
internal sealed class Planner : IAsyncDisposable
{
    private readonly Engine.Engine _engine;
    private readonly List<PlannedPost> _planned = [];
    private int _asked;

    private Planner(Engine.Engine engine) => _engine = engine;

    public IReadOnlyList<PlannedPost> Planned => _planned;

    public static Planner Open(Place place)
    {
        var options = new EngineOptions
        {
            WorkspaceFile = place.File,
            User = UserFolders.Under(place.Home),
            BundledPlugins = Built.Plugins,
            Person = new Nobody(),
            Given = GivenTrust.Everything,
            BusyTimeout = TimeSpan.FromSeconds(60),
        };
        return PluginHost.Engine.Engine.Open(options) switch
        {
            EngineOpened { Engine: var engine } => new Planner(engine),
            EngineRefused { Problems: var problems } => throw new TortureException(string.Join('\n', problems)),
            var other => throw new TortureException($"The workspace was opened as {other}."),
        };
    }

    /// <summary>Plans one more post, on the profiles in turn; every fifth round, a thread.</summary>
    public async Task PlanAsync(DateTimeOffset due, CancellationToken cancel)
    {
        var (name, kind) = Profiles.All[_asked % Profiles.All.Count];
        var isThread = _asked / Profiles.All.Count % 5 == 4;
        var text = TextOf(++_asked);
        if (isThread)
        {
            await PlanThreadAsync(name, kind, text, due, cancel);
            return;
        }

        await _engine.Commands.RunAsync("posting.plan", Record.Of(("profile", name), ("text", text), ("at", due)), cancel);
        _planned.Add(new PlannedPost { Profile = name, Kind = kind, Text = text });
    }

    // Each part is counted as a post: none may be lost, none be there twice.
    private async Task PlanThreadAsync(string name, string kind, string text, DateTimeOffset due, CancellationToken cancel)
    {
        var sentences = Enumerable.Range(1, 20).Select(sentence => string.Create(CultureInfo.InvariantCulture, $"{text} This is its sentence {sentence}."));
        var parts = await _engine.Commands.RunAsync("posting.thread", Record.Of(("profile", name), ("text", string.Join(' ', sentences)), ("numbered", true)), cancel);
        await _engine.Commands.RunAsync("posting.schedule", Record.Of(("post", parts.Items[0]["post"]), ("at", due)), cancel);
        _planned.AddRange(parts.Items.Select(part => new PlannedPost { Profile = name, Kind = kind, Text = part["text"].ToString()! }));
    }

    /// <summary>What the outbox says of all that was planned, and whatever else is in it.</summary>
    public async Task<IReadOnlyList<OutboxEntry>> ReadOutboxAsync(CancellationToken cancel)
    {
        var rows = await _engine.Commands.RunAsync("posting.outbox", Record.Of(("limit", (_planned.Count * 2) + 1_000)), cancel);
        return
        [
            .. rows.Items.Select(row => new OutboxEntry
            {
                Profile = row["profile"].ToString()!,
                Text = row["text"].ToString()!,
                State = row["state"].ToString()!,
                Reason = row["reason"].ToString()!,
            }),
        ];
    }

    public ValueTask DisposeAsync() => _engine.DisposeAsync();

    // With what networks write otherwise than it was said: links, entities, mentions, lines.
    private static string TextOf(int number)
    {
        var text = string.Create(CultureInfo.InvariantCulture, $"Scoop number {number} is ready");
        return (number / Profiles.All.Count % 5) switch
        {
            0 => $"{text}: https://example.org/flavours/of/the/day?number={number}&size=large",
            1 => $"{text}, Tom & Jerry < all of you > \"quoted\"",
            2 => $"{text} #icecream @somebody@example.social",
            3 => $"{text}.\n\nA second paragraph, ünïcödé, آيس كريم.",
            _ => $"{text}.",
        };
    }

    private sealed class Nobody : IAsk
    {
        public Task<string?> ForTextAsync(string question, CancellationToken cancel) => throw Absent();

        public Task<string?> ForChoiceAsync(string question, IReadOnlyList<string> choices, CancellationToken cancel) => throw Absent();

        public Task<bool> ForConfirmAsync(string question, CancellationToken cancel) => throw Absent();

        private static PluginHostException Absent() => new("Nobody is there to answer.");
    }
}
