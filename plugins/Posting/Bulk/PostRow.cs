using System.Globalization;
using System.Text;
using PluginHost.Campaigns;
using PluginHost.Sdk;

namespace PluginHost.Posting;

/// <summary>A post as a row of a file: read from one, or written to one.</summary>
internal sealed record PostRow
{
    /// <summary>What stands between several parts of a thread, several files, several descriptions.</summary>
    public const string Between = "||";

    /// <summary>The columns that are read.</summary>
    public static readonly IReadOnlyList<string> Columns = ["id", "profile", "text", "language", "at", "zone", "missed", "more", "media", "alt"];

    /// <summary>The row, as a spreadsheet counts it: the header is 1.</summary>
    public int Row { get; init; }

    /// <summary>The line of the file at which it begins; 0: nobody knows.</summary>
    public long Line { get; init; }

    /// <summary>What names it; empty: what it says does.</summary>
    public string Id { get; init; } = "";

    public IReadOnlyList<string> Profiles { get; init; } = [];

    public string Text { get; init; } = "";

    public string Language { get; init; } = "";

    /// <summary>When it is to go out; null: it is a draft.</summary>
    public DueTime? Due { get; init; }

    public Missed? Missed { get; init; }

    public IReadOnlyList<string> More { get; init; } = [];

    public IReadOnlyList<Medium> Media { get; init; } = [];

    /// <summary>What tells whether it says the same as before, in a few letters.</summary>
    public string Hash => BodyHash.Of(Canonical());

    /// <summary>What names it for good.</summary>
    public string Key => Id.Length > 0 ? Id : $"#{Hash}";

    /// <summary>The time, as its two columns have it.</summary>
    public (string At, string Zone) Time => Due switch
    {
        null => ("", ""),
        { IsOnWallClock: true } due => (due.Wall.ToString(due.Wall.Second == 0 ? "yyyy-MM-dd HH:mm" : "yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture), due.Zone.Id),
        { Instant: var instant } => (instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFF'Z'", CultureInfo.InvariantCulture), ""),
    };

    /// <summary>The row as a plan.</summary>
    public PostPlan ToPlan() => new()
    {
        Variants = [.. Profiles.Select(profile => new Variant { Profile = profile, Text = Text, Language = Language, More = More, Media = Media })],
        AskedBy = "posting.import",
        At = Due?.Instant,
        Wall = Due is { IsOnWallClock: true } ? Due : null,
    };

    // Each with its length before it, so that nothing can be taken for anything else.
    private string Canonical()
    {
        var body = new StringBuilder();
        var (at, zone) = Time;
        foreach (var part in (string[])[string.Join(' ', Profiles), Text, Language, at, zone, Missed is { } missed ? $"{missed.Column} {missed.GraceColumn}" : ""])
            Append(part);

        foreach (var part in More)
            Append($"+{part}");

        foreach (var medium in Media)
            Append(string.Create(CultureInfo.InvariantCulture, $"@{medium.Part} {medium.File} {medium.Alt}"));

        return body.ToString();

        void Append(string part) => body.Append(CultureInfo.InvariantCulture, $"{part.Length}:").Append(part).Append('\n');
    }
}
