using System.Globalization;
using PluginHost.Campaigns;
using PluginHost.Sdk;

namespace PluginHost.Rehearsal;

/// <summary>
/// People who ask: each mentions a profile once, and waits. Who asks what, and when, follows from the seed, the handle and the day (UTC) alone; it is decided when
/// somebody first listens on that day, from then on.
/// </summary>
/// <remarks>A day that is decided again, by another process, comes out the same: what is there already is left as it is.</remarks>
internal sealed class Questions(IHost host, AudienceSource audience, AskedProfiles asked)
{
    // Numbers from here on are nobody's who follows.
    private const int FirstNumber = 1_000_000;
    private const int DaysOfNumbers = 10_000;
    private readonly Dictionary<string, DateTimeOffset> _decided = new(StringComparer.Ordinal);

    /// <summary>Decides what a profile is asked today.</summary>
    /// <returns>When the next day begins; null where nobody asks this profile.</returns>
    public async Task<DateTimeOffset?> DecideAsync(Profile profile, CancellationToken cancel)
    {
        var count = asked.PerDay(profile.Name);
        if (count == 0)
            return null;

        var now = host.Clock.GetUtcNow();
        var today = new DateTimeOffset(now.UtcDateTime.Date, TimeSpan.Zero);
        if (_decided.GetValueOrDefault(profile.Handle) < today)
        {
            await AskAsync(profile, count, today, now, cancel);
            _decided[profile.Handle] = today;
        }

        return today.AddDays(1);
    }

    private async Task AskAsync(Profile profile, int count, DateTimeOffset today, DateTimeOffset now, CancellationToken cancel)
    {
        var texts = await TextsAsync(profile, cancel);
        var names = FirstNames.In(profile.Language);
        var chance = (double)host.Settings.Number("taken-back");
        var dice = host.Random.Seeded(string.Create(CultureInfo.InvariantCulture, $"{audience.Seed}/{profile.Handle}/questions/{today:yyyy-MM-dd}"));
        var number = FirstNumber + ((int)(today.ToUnixTimeSeconds() / 86_400 % DaysOfNumbers) * count);
        await host.Store.Relaxed.TransactAsync<object?>(
            async transaction =>
            {
                for (var place = 0; place < count; place++)
                {
                    // All are drawn, those that have passed as well: the rest must come out the same.
                    var at = today.AddMilliseconds(Math.Floor(dice.NextDouble() * TimeSpan.FromDays(1).TotalMilliseconds));
                    var actor = string.Create(CultureInfo.InvariantCulture, $"{names[dice.Next(0, names.Count)].Handle}{number + place}");
                    var text = texts[dice.Next(0, texts.Count)];
                    var regrets = dice.NextDouble() < chance;
                    var regretsAfter = TimeSpan.FromSeconds(dice.Next(30, 1800));
                    if (at <= now)
                        continue;

                    var name = string.Create(CultureInfo.InvariantCulture, $"question {today:yyyy-MM-dd}/{place}");
                    await transaction.WriteAsync(
                        $"""
                        insert into rehearsal_event (handle, kind, actor, post, text, language, at)
                        values ({profile.Handle}, 'mention', {actor}, {name}, {$"@{profile.Handle} {text}"}, {profile.Language}, {at}) on conflict do nothing
                        """);
                    if (regrets)
                        await transaction.WriteAsync(
                            $"""
                            insert into rehearsal_event (handle, kind, actor, post, at)
                            select handle, 'deletion', actor, 'r' || id, {at + regretsAfter} from rehearsal_event
                            where handle = {profile.Handle} and kind = 'mention' and actor = {actor} and post = {name} on conflict do nothing
                            """);
                }

                return null;
            },
            cancel);
    }

    private async Task<IReadOnlyList<string>> TextsAsync(Profile profile, CancellationToken cancel)
    {
        var file = host.Settings.Text("questions-file");
        if (file.Length == 0)
            return BuiltInQuestions.In(profile.Language);

        var lines = (await host.Workspace.ReadTextAsync(file, cancel)).ReplaceLineEndings("\n")
            .Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Where(line => !line.StartsWith('#')).ToList();
        return lines.Count > 0 ? lines : throw new PluginHostException($"{file} has no question. Write one a line; a line that begins with # is none.");
    }
}
