using System.Globalization;
using PluginHost.Campaigns;
using PluginHost.Sdk;

namespace PluginHost.Listening.Posts;

/// <summary>A post that some query has met, as it is kept.</summary>
internal sealed record KeptPost
{
    public const string Columns = "id, network, remote_id, handle, plain_handle, name, text, language, at, link, queries";

    public required long Id { get; init; }

    public required string Network { get; init; }

    public required PublicPost Post { get; init; }

    /// <summary>The author without sign and capitals, as mutes name them.</summary>
    public required string PlainHandle { get; init; }

    /// <summary>The ids of the queries that it meets.</summary>
    public required IReadOnlyList<long> Queries { get; init; }

    public static KeptPost Read(IRow row) => new()
    {
        Id = row.Integer("id"),
        Network = row.Text("network"),
        PlainHandle = row.Text("plain_handle"),
        Queries = IdsOf(row.Text("queries")),
        Post = new PublicPost
        {
            RemoteId = row.Text("remote_id"),
            Handle = row.Text("handle"),
            Name = row.Text("name"),
            Text = row.Text("text"),
            Language = row.Text("language"),
            At = row.Instant("at"),
            Link = row.TextOrNull("link"),
        },
    };

    /// <summary>Ids as they are stored: each between commas, so that one can be looked for.</summary>
    public static string TextOf(IReadOnlyList<long> ids) => $",{string.Join(',', ids.Select(Text))},";

    /// <summary>What <c>like</c> finds an id by.</summary>
    public static string PatternOf(long id) => $"%,{Text(id)},%";

    private static List<long> IdsOf(string text) =>
        [.. text.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(id => long.Parse(id, CultureInfo.InvariantCulture))];

    private static string Text(long id) => id.ToString(CultureInfo.InvariantCulture);
}
