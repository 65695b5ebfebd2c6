using PluginHost.Campaigns;

namespace PluginHost.Sdk.Testing;

/// <summary>What happens to a profile is heard in order, and without a hole.</summary>
internal static class ListenChecks
{
    private const int Pages = 1_000;
    private const string Deaf = "The network does not tell what happens to a profile.";
    private const string Quiet = "The bench cannot let people answer.";

    public static readonly IReadOnlyList<ContractCheck> All =
    [
        new("listens-in-order", "What happened is told oldest first, each with a name of its own.", InOrderAsync),
        new("listens-without-a-hole", "From a page's cursor, reading goes on right after the page: nothing is left out, and nothing comes twice.", WithoutAHoleAsync),
        new("reads-the-same-page-again", "Reading takes nothing away: from the same cursor, the same follows.", AgainAsync),
        new("resumes-elsewhere", "A cursor means the same in another process.", ElsewhereAsync),
        new("keeps-the-cursor-where-nothing-happened", "The cursor of a page without events is the one that was given.", KeepsTheCursorAsync),
    ];

    private static async Task<string?> InOrderAsync(ContractRun run)
    {
        var network = await run.OpenAsync();
        if (network.Listen is not { } listen)
            return Deaf;

        if (await HappenAsync(run, network, 5) is not { } post)
            return Quiet;

        var (events, _) = await ReadAsync(run, listen, null);
        RequireAnswers(events, post, 5);
        if (!events.Select(one => one.At).SequenceEqual(events.Select(one => one.At).Order()))
            throw ContractRun.Broken("They are not told oldest first.");

        return events.Select(one => one.Id).Distinct().Count() < events.Count ? throw ContractRun.Broken("Two of them have the same id, or one is told twice.") : null;
    }

    private static async Task<string?> WithoutAHoleAsync(ContractRun run)
    {
        var network = await run.OpenAsync();
        if (network.Listen is not { } listen)
            return Deaf;

        if (await HappenAsync(run, network, 4) is not { } post)
            return Quiet;

        var (first, cursor) = await ReadAsync(run, listen, null);
        var other = await HappenAsync(run, network, 3);
        var (second, _) = await ReadAsync(run, listen, cursor);
        var (all, _) = await ReadAsync(run, listen, null);
        RequireSame(Ids(first).Concat(Ids(second)), Ids(all));
        RequireAnswers(all, post, 4);
        RequireAnswers(all, other, 3);
        return null;
    }

    private static async Task<string?> AgainAsync(ContractRun run)
    {
        var network = await run.OpenAsync();
        if (network.Listen is not { } listen)
            return Deaf;

        if (await HappenAsync(run, network, 4) is null)
            return Quiet;

        var (first, _) = await ReadAsync(run, listen, null);
        var (again, _) = await ReadAsync(run, listen, null);
        RequireSame(Ids(again), Ids(first));
        return null;
    }

    private static async Task<string?> ElsewhereAsync(ContractRun run)
    {
        var network = await run.OpenAsync();
        if (network.Listen is not { } listen)
            return Deaf;

        if (await HappenAsync(run, network, 3) is null)
            return Quiet;

        var (_, cursor) = await ReadAsync(run, listen, null);
        var other = await HappenAsync(run, network, 3);
        var (here, _) = await ReadAsync(run, listen, cursor);
        var (there, _) = await ReadAsync(run, (await run.OpenAsync()).Listen!, cursor);
        RequireSame(Ids(there), Ids(here));
        RequireAnswers(here, other, 3);
        return null;
    }

    private static async Task<string?> KeepsTheCursorAsync(ContractRun run)
    {
        var network = await run.OpenAsync();
        if (network.Listen is not { } listen)
            return Deaf;

        if (await HappenAsync(run, network, 2) is null)
            return Quiet;

        var (_, cursor) = await ReadAsync(run, listen, null);
        var page = await listen.ReadAsync(run.Profile, cursor, run.Cancel);
        return page.Events.Count == 0 && page.Cursor != cursor ? throw ContractRun.Broken($"Nothing happened after \"{cursor}\", and the page ends at \"{page.Cursor}\".") : null;
    }

    // The post that was answered; null where the bench cannot let people answer.
    private static async Task<string?> HappenAsync(ContractRun run, Network network, int count)
    {
        var sent = await run.PublishAsync(network, run.NewText());
        return await run.Bench.AnswerAsync(sent, count, run.Cancel) ? sent.RemoteId : null;
    }

    // Other things may happen to it besides.
    private static void RequireAnswers(List<NetworkEvent> events, string? post, int count)
    {
        var heard = events.Count(one => one.Kind == NetworkEventKind.Reply && one.Post == post);
        if (heard != count)
            throw ContractRun.Broken($"{count} answered {post}, and {heard} of their answers are heard.");
    }

    // Page after page, until nothing more has happened.
    private static async Task<(List<NetworkEvent> Events, string? Cursor)> ReadAsync(ContractRun run, Listen listen, string? cursor)
    {
        var events = new List<NetworkEvent>();
        for (var i = 0; i < Pages; i++)
        {
            var page = await listen.ReadAsync(run.Profile, cursor, run.Cancel);
            if (page.Events.Count == 0)
                return (events, cursor);

            if (page.Cursor == cursor)
                throw ContractRun.Broken($"A page with {page.Events.Count} events ends at the cursor at which it begins: whoever reads on reads it for ever.");

            events.AddRange(page.Events);
            cursor = page.Cursor;
        }

        throw ContractRun.Broken($"After {Pages} pages there is still no end.");
    }

    private static List<string> Ids(List<NetworkEvent> events) => [.. events.Select(one => one.Id)];

    private static void RequireSame(IEnumerable<string> read, List<string> wanted)
    {
        var got = read.ToList();
        if (!got.SequenceEqual(wanted))
            throw ContractRun.Broken($"Heard is {string.Join(", ", got)}, and happened has {string.Join(", ", wanted)}.");
    }
}
