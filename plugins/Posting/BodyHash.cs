using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using PluginHost.Campaigns;
using PluginHost.Posting.Extras;

namespace PluginHost.Posting;

/// <summary>What is said, in a few letters, to tell whether it is said again.</summary>
internal static class BodyHash
{
    /// <summary>Of a text as it leaves: SHA-256 of its UTF-8, in hex.</summary>
    public static string Of(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    /// <summary>Of all variants, in whatever order: profile, language, what is answered, the text, the parts of a thread and the media, each with its length before it.</summary>
    public static string Of(IReadOnlyList<Variant> variants)
    {
        var body = new StringBuilder();
        foreach (var variant in variants.OrderBy(variant => variant.Profile, StringComparer.Ordinal))
        {
            Append(body, variant.Profile);
            Append(body, variant.Language);
            Append(body, variant.InReplyTo ?? "");
            Append(body, variant.Text);
            foreach (var part in variant.More)
                Append(body.Append('+'), part);

            if (ExtrasText.Of(variant.Extras) is { Length: > 0 } extras)
                Append(body.Append('&'), extras);

            foreach (var medium in variant.Media)
            {
                Append(body.Append(CultureInfo.InvariantCulture, $"{medium.Part}@"), medium.File);
                Append(body, medium.Alt);
            }
        }

        return Of(body.ToString());
    }

    private static void Append(StringBuilder body, string part) =>
        body.Append(CultureInfo.InvariantCulture, $"{part.Length}:").Append(part).Append('\n');
}
