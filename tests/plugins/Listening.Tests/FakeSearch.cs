using System.Globalization;
using PluginHost.Campaigns;

namespace PluginHost.Listening.Tests;

/// <summary>What strangers say, as a test has it. The cursor is a count; it tells everything, whatever is asked for.</summary>
internal sealed class FakeSearch : Search
{
    private readonly Lock _gate = new();
    private readonly List<PublicPost> _said = [];

    /// <summary>Through whom it was asked, and for what, in order.</summary>
    public List<(string Profile, IReadOnlyList<string> AnyOf)> Asked { get; } = [];

    /// <summary>What it says is missing before the next page.</summary>
    public string Gap { get; set; } = "";

    public void Say(params PublicPost[] posts)
    {
        lock (_gate)
            _said.AddRange(posts);
    }

    public override Task<PublicPostPage> ReadAsync(Profile profile, PublicQuery query, string? cursor, CancellationToken cancel)
    {
        lock (_gate)
        {
            Asked.Add((profile.Name, query.AnyOf));
            var begin = cursor is null ? 0 : int.Parse(cursor, CultureInfo.InvariantCulture);
            var gap = Gap;
            Gap = "";
            return Task.FromResult(new PublicPostPage { Posts = _said[begin..], Cursor = _said.Count.ToString(CultureInfo.InvariantCulture), Gap = gap });
        }
    }
}
