using System.Globalization;
using PluginHost.Campaigns;

namespace PluginHost.Sdk.Testing.Tests.Networks;

internal sealed class SquareSearch(Square square, Flaw flaw) : Search
{
    public override Task<PublicPostPage> ReadAsync(Profile profile, PublicQuery query, string? cursor, CancellationToken cancel)
    {
        var after = cursor is null ? 0 : int.Parse(cursor, CultureInfo.InvariantCulture);
        var page = square.Public.Skip(after).Take(2).ToList();
        var next = after + page.Count + (flaw == Flaw.SkipsInSearch && page.Count > 0 ? 1 : 0);
        var wanted = page.Where(post => query.AnyOf.Count == 0 || query.AnyOf.Any(word => post.Text.Contains(
            word, flaw == Flaw.SearchesByCase ? StringComparison.Ordinal : StringComparison.OrdinalIgnoreCase)));
        return Task.FromResult(new PublicPostPage { Posts = [.. wanted], Cursor = page.Count == 0 ? cursor : next.ToString(CultureInfo.InvariantCulture) });
    }
}
