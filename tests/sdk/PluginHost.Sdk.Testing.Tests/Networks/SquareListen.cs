using System.Globalization;
using PluginHost.Campaigns;

namespace PluginHost.Sdk.Testing.Tests.Networks;

internal sealed class SquareListen(Square square, Flaw flaw) : Listen
{
    private readonly int _process = square.Events.Count;
    private int _moves;

    public override Task<NetworkEventPage> ReadAsync(Profile profile, string? cursor, CancellationToken cancel)
    {
        var after = cursor is null ? 0 : int.Parse(cursor.Split('.')[0], CultureInfo.InvariantCulture);
        if (flaw == Flaw.NumbersPagesByProcess && cursor is not null)
            after += _process;

        var page = square.Events.Skip(after).Take(2).ToList();
        var next = after + page.Count + (flaw == Flaw.SkipsBetweenPages && cursor is not null && page.Count > 0 ? 1 : 0) - (flaw == Flaw.NumbersPagesByProcess ? _process : 0);
        if (flaw == Flaw.ListensBackwards)
            page.Reverse();

        if (flaw == Flaw.ForgetsWhatWasRead && page.Count > 0)
        {
            square.Events.RemoveRange(after, page.Count);
            next = after;
            return Task.FromResult(new NetworkEventPage { Events = page, Cursor = $"{next}.{++_moves}" });
        }

        var end = flaw == Flaw.MovesWithoutEvents && page.Count == 0 ? $"{next}.{++_moves}" : page.Count == 0 ? cursor : next.ToString(CultureInfo.InvariantCulture);
        return Task.FromResult(new NetworkEventPage { Events = page, Cursor = end });
    }
}
