using PluginHost.Campaigns;

namespace PluginHost.Rehearsal;

/// <summary>
/// Tells what strangers say in public, as far as the clock has come, and a day back to whoever begins. It tells everything, whatever is asked for: whoever asks looks again.
/// </summary>
internal sealed class RehearsalSearch(ChatterSource source, TimeProvider clock) : Search
{
    private const int PageSize = 200;

    // As on real networks, what is long past cannot be had any more.
    private const int HoursBack = 24;
    private const int MostHoursBack = 24 * 7;

    public override Task<PublicPostPage> ReadAsync(Profile profile, PublicQuery query, string? cursor, CancellationToken cancel) =>
        Task.FromResult(Read(source.Read(), profile.RealNetwork, cursor));

    private PublicPostPage Read(Chatter chatter, string network, string? cursor)
    {
        var now = clock.GetUtcNow();
        var present = ChatterPlace.HourOf(now);
        var place = cursor is null ? new ChatterPlace(present - HoursBack, 0) : ChatterPlace.Parse(cursor);
        if (chatter.IsSilent)
            return new PublicPostPage { Posts = [], Cursor = cursor, QuietUntil = DateTimeOffset.MaxValue };

        var gap = "";
        if (place.Hour < present - MostHoursBack)
        {
            place = new ChatterPlace(present - MostHoursBack, 0);
            gap = "what was said more than a week ago cannot be had any more";
        }

        var posts = new List<PublicPost>();
        while (posts.Count < PageSize)
        {
            var hour = chatter.InHour(network, place.Hour);
            while (place.Told < hour.Count && posts.Count < PageSize)
            {
                if (hour[place.Told].At > now)
                    return Page(hour[place.Told].At);

                posts.Add(hour[place.Told]);
                place = place with { Told = place.Told + 1 };
            }

            if (place.Told >= hour.Count)
                place = new ChatterPlace(place.Hour + 1, 0);

            // An hour may be empty; the one that runs is not over.
            if (place.Hour > present && chatter.InHour(network, place.Hour) is var next)
                return Page(next.Count > 0 ? next[0].At : DateTimeOffset.FromUnixTimeSeconds((place.Hour + 1) * 3600));
        }

        return Page(null);

        PublicPostPage Page(DateTimeOffset? next) => new()
        {
            Posts = posts,
            Cursor = posts.Count == 0 && cursor is not null && gap.Length == 0 ? cursor : place.ToString(),
            Gap = gap,
            QuietUntil = next,
        };
    }
}
