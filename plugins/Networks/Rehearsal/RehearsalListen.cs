using System.Globalization;
using PluginHost.Campaigns;
using PluginHost.Sdk;

namespace PluginHost.Rehearsal;

/// <summary>Tells a profile what happened to it, as far as the clock has come.</summary>
internal sealed class RehearsalListen(Events events, Questions questions) : Listen
{
    public override async Task<NetworkEventPage> ReadAsync(Profile profile, string? cursor, CancellationToken cancel)
    {
        var after = 0L;
        if (cursor is not null && !long.TryParse(cursor, NumberStyles.None, CultureInfo.InvariantCulture, out after))
            throw new WrongUseException($"\"{cursor}\" is no cursor of the rehearsal network. Begin without one.");

        var tomorrow = await questions.DecideAsync(profile, cancel);
        var (page, last, next) = await events.ReadAsync(profile.Handle, after, cancel);
        return new NetworkEventPage
        {
            Events = [.. page.Select(happened => happened.ToNetworkEvent())],
            Cursor = page.Count == 0 ? cursor : last.ToString(CultureInfo.InvariantCulture),
            QuietUntil = tomorrow < next ? tomorrow : next,
        };
    }
}
