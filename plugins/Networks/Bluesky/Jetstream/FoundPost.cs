using System.Buffers;
using System.Globalization;
using System.Text;

namespace PluginHost.Bluesky;

/// <summary>A post of the stream that is wanted.</summary>
internal sealed record FoundPost
{
    private static readonly SearchValues<byte> Letters = SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-"u8);

    public required string Did { get; init; }

    public required string Key { get; init; }

    public required string Text { get; init; }

    public required string Language { get; init; }

    public required DateTimeOffset At { get; init; }

    public static FoundPost Of(in JetstreamEvent post) => new()
    {
        Did = Encoding.ASCII.GetString(post.Did),
        Key = Encoding.ASCII.GetString(post.Key),
        Text = Unescaped.Of(post.Text, post.IsEscaped),
        Language = LanguageOf(post.Language),
        At = TimeOf(post),
    };

    // Anybody may state any time; none lies after that at which it was seen.
    private static DateTimeOffset TimeOf(in JetstreamEvent post)
    {
        var seen = new JetstreamPlace(post.Time, 0, "").Instant;
        return DateTimeOffset.TryParse(Encoding.UTF8.GetString(post.SaidAt), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var said) && said < seen
            ? said
            : seen;
    }

    private static string LanguageOf(ReadOnlySpan<byte> tag) =>
        tag.Length is >= 2 and <= 35 && !tag.ContainsAnyExcept(Letters) ? Encoding.ASCII.GetString(tag) : "";
}
