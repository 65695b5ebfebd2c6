using System.Globalization;
using System.Net;
using System.Text.Json;
using PluginHost.Campaigns;
using PluginHost.Sdk;

namespace PluginHost.Mastodon;

/// <summary>Looks among the profile's own statuses. Where a server does not show all of them, it says so rather than that the post is not there.</summary>
internal sealed class MastodonLookUp(IHost host, Connection connection, KnownServers servers) : LookUp
{
    private const string What = "its own posts";
    private const int PerPage = 40;
    private const int Longest = 200;
    private const int MostPages = 50;

    // A look at the source of a status is a request, of which Mastodon takes 300 in five minutes.
    private const int MostSources = 40;

    // A server that has the source of none of so many has no sources.
    private const int EnoughWithout = 10;

    public override async Task<LookUpResult> FindAsync(Outgoing post, SendKey key, DateTimeOffset since, CancellationToken cancel)
    {
        var profile = post.Profile;
        var session = await connection.Sessions.RequireAsync(profile, cancel);
        var server = await servers.ReadAsync(profile, cancel);
        var path = $"/api/v1/accounts/{Uri.EscapeDataString(session.AccountId)}/statuses?limit={PerPage}";
        var first = await connection.AskAsync(profile, path, What, cancel);
        var own = new OwnStatuses(post, since + ClockOf(first, host.Clock.GetUtcNow()));
        var isWhole = await ReadAsync(first, own, profile, server, path, cancel);
        var unread = own.Best is null ? await LookAtSourcesAsync(own, profile, server, cancel) : 0;
        return own.Best is { } found ? new Found { Sent = found } : NotFound(post, server, isWhole, unread);
    }

    // How far the server's clock is ahead of ours. It dates to the second. It is held against when the answer was here, and never is more than it is: however long the question took (it may have been asked
    // several times over), the post does not get older than the attempt by that.
    private static TimeSpan ClockOf(Answer answer, DateTimeOffset answered) =>
        answer.Date is { } date && (date - answered).Duration() > TimeSpan.FromSeconds(2) ? date - answered : TimeSpan.Zero;

    /// <returns>Whether it has read as far back as the attempt.</returns>
    private async Task<bool> ReadAsync(Answer page, OwnStatuses own, Profile profile, Server server, string path, CancellationToken cancel)
    {
        for (var pages = 1; ; pages++)
        {
            if (page.Body.ValueKind != JsonValueKind.Array)
                throw connection.Trouble(profile, page, What);

            var items = page.Body.Items();
            var before = own.Count;
            if (own.Add(items) is not { } oldest)
                return own.Count > before || IsAll(items.Count);

            if (pages == MostPages)
                return false;

            var next = PageLinks.Next(page, server.Address) ?? string.Create(CultureInfo.InvariantCulture, $"{path}&max_id={Uri.EscapeDataString(oldest)}");
            page = await connection.AskAsync(profile, next, What, cancel);
        }
    }

    // The same page came again: the server knows no older one, or does not turn pages. One that is shorter than was asked for is all there is; so is a longer one, where the server knows no length
    // (snac 2.75 gives what is left of the newest 256).
    private static bool IsAll(int count) => count < PerPage || count is > PerPage and < Longest;

    // What the server shows may be another text than what was to be said; then the source tells. Those next to the attempt come first.
    /// <returns>Of how many it is not known whether they are the post.</returns>
    private async Task<int> LookAtSourcesAsync(OwnStatuses own, Profile profile, Server server, CancellationToken cancel)
    {
        var hasSources = server.IsMastodon;
        var (without, unread) = (0, 0);
        foreach (var status in own.Others.Reverse().Take(MostSources))
        {
            if (!hasSources && without == EnoughWithout)
                break;

            var answer = await connection.TryAskAsync(profile, $"/api/v1/statuses/{Uri.EscapeDataString(status.Text("id"))}/source", What, cancel);
            if (answer.IsSuccess && answer.Body.At("text") is { ValueKind: JsonValueKind.String } source)
            {
                hasSources = true;
                own.TakeBySource(status, source.GetString()!);
            }
            else if (answer.Status is HttpStatusCode.NotFound or HttpStatusCode.MethodNotAllowed or HttpStatusCode.NotImplemented)
            {
                without++;
            }
            else if (own.Best is null && answer.Status is HttpStatusCode.Unauthorized or HttpStatusCode.TooManyRequests)
            {
                // Later it can be told.
                throw connection.Trouble(profile, answer, What);
            }
            else
            {
                unread++;
            }
        }

        // A server without sources shows what was said; one that has them may show another text.
        return hasSources ? unread + without + Math.Max(0, own.Others.Count - MostSources) : unread;
    }

    // Measured on snac: its list of one's own posts leaves out what is not for everybody (2.75, 2.96), and polls (2.96). What other servers leave out, nobody has measured.
    private static LookUpResult NotFound(Outgoing post, Server server, bool isWhole, int unread) => (server.IsMastodon, post.Extras) switch
    {
        _ when !isWhole => new CannotTell { Reason = $"{server.Address.Authority} does not show the profile's posts as far back as the attempt" },
        _ when unread > 0 => new CannotTell
        {
            Reason = string.Create(CultureInfo.InvariantCulture, $"{server.Address.Authority} shows {unread} of the profile's posts since the attempt as another text, and what was written in them could not be read"),
        },
        (false, { Visibility: PostVisibility.Followers or PostVisibility.Mentioned }) =>
            new CannotTell { Reason = $"{server.Address.Authority} need not show posts that are not for everybody among the profile's own" },
        (false, { Poll: not null }) => new CannotTell { Reason = $"{server.Address.Authority} need not show polls among the profile's own posts" },
        _ => new NotThere(),
    };
}
