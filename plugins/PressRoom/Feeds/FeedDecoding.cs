using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace PluginHost.PressRoom.Feeds;

/// <summary>
/// Bytes of a feed as text: by their mark, else by what the server says, else by what the feed says itself (RFC 7303), else as UTF-8. What is not what it is said to be is
/// refused with its line: guessed letters would be posted.
/// </summary>
internal static partial class FeedDecoding
{
    public static string Read(string address, ReadOnlySpan<byte> bytes, string? charset)
    {
        var (name, start) = NameOf(bytes, charset);
        var encoding = Find(name) ?? throw FeedFault.At(address, $"it is said to be in \"{name}\", which is not known here. Ask its owner for UTF-8.");
        try
        {
            return encoding.GetString(bytes[start..]);
        }
        catch (DecoderFallbackException error)
        {
            var before = bytes[start..][..Math.Clamp(error.Index, 0, bytes.Length - start)];
            throw FeedFault.At(
                address,
                string.Create(CultureInfo.InvariantCulture, $"on line {before.Count((byte)'\n') + 1} it is not {name}, which it is said to be. Ask its owner to say what it is in."),
                error);
        }
    }

    private static (string Name, int Start) NameOf(ReadOnlySpan<byte> bytes, string? charset) => bytes switch
    {
        [0xef, 0xbb, 0xbf, ..] => ("utf-8", 3),
        [0xff, 0xfe, ..] => ("utf-16", 2),
        [0xfe, 0xff, ..] => ("utf-16BE", 2),
        _ when !string.IsNullOrWhiteSpace(charset) => (charset.Trim('"', '\'', ' '), 0),
        _ => (Declared().Match(Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, 200)])) is { Success: true } said ? said.Groups[1].Value : "utf-8", 0),
    };

    private static Encoding? Find(string name)
    {
        try
        {
            return Encoding.GetEncoding(name, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback);
        }
        catch (NotSupportedException)
        {
            // UTF-7, by any of its names: it hides what it says from whoever filters it.
            return null;
        }
        catch (ArgumentException)
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(name, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback);
        }
    }

    [GeneratedRegex("""^\s*<\?xml[^>]*\sencoding\s*=\s*["']([A-Za-z0-9._-]{1,40})["']""", RegexOptions.CultureInvariant)]
    private static partial Regex Declared();
}
