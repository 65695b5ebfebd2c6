using System.Text;
using System.Text.RegularExpressions;

namespace PluginHost.Engine.Ways.Exchanges;

/// <summary>
/// Replaces what may be a secret: what is known to be one, what goes by the name of one, and what looks like one. What looks like one and is none is lost: an identity is not (a DID, a CID, a
/// post's key, a UUID), because by it one finds what went wrong.
/// </summary>
internal static partial class Redaction
{
    public const string Instead = "***";

    public static string OfAddress(Uri address, IReadOnlyCollection<string> secrets)
    {
        var start = address.GetComponents(UriComponents.SchemeAndServer, UriFormat.UriEscaped);
        var query = new StringBuilder();
        foreach (var field in address.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var name = field.Split('=')[0];
            query.Append(query.Length == 0 ? '?' : '&');
            query.Append(SecretNames.IsOne(Uri.UnescapeDataString(name)) ? $"{name}={Instead}" : Of(field, secrets));
        }

        return Of(start, secrets) + Of(address.AbsolutePath, secrets) + query;
    }

    public static string Of(string text, IReadOnlyCollection<string> secrets)
    {
        text = WithoutKnown(text, secrets);
        try
        {
            text = Named().Replace(text, match => SecretNames.IsOne(match.Groups["name"].Value) ? $"{match.Groups["lead"].Value}{Instead}" : match.Value);
            text = Shown().Replace(text, $"$1 {Instead}");
            return Word().Replace(text, match => LooksSecret(match.ValueSpan) ? Instead : match.Value);
        }
        catch (RegexMatchTimeoutException)
        {
            return Instead;
        }
    }

    /// <summary>The same for a header that tells: ids of requests are long random words.</summary>
    public static string OfHeader(string text, IReadOnlyCollection<string> secrets) => WithoutKnown(text, secrets);

    private static string WithoutKnown(string text, IReadOnlyCollection<string> secrets)
    {
        // The longest first: one may be the beginning of another.
        foreach (var secret in secrets.OrderByDescending(secret => secret.Length))
        {
            text = text.Replace(secret, Instead, StringComparison.Ordinal)
                .Replace(Uri.EscapeDataString(secret), Instead, StringComparison.OrdinalIgnoreCase);
        }

        return text;
    }

    private static bool LooksSecret(ReadOnlySpan<char> word)
    {
        if (Identity().IsMatch(word))
            return false;

        // xxxx-xxxx-xxxx-xxxx: an app password.
        if (word.Length == 19 && AppPassword().IsMatch(word))
            return true;

        return word.Length >= 20 && (word.ContainsAnyInRange('0', '9') || (word.ContainsAnyInRange('A', 'Z') && word.ContainsAnyInRange('a', 'z') && !Spoken().IsMatch(word)));
    }

    // "name": "value", name=value, name: value.
    [GeneratedRegex("""(?<lead>(?<name>[A-Za-z][A-Za-z0-9_.-]{1,40})["']?\s{0,2}[=:]\s{0,2}["']?)(?<value>[^\s"'&,;<>}]{1,2000})""", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Named();

    [GeneratedRegex(@"\b(Bearer|Basic|DPoP)\s+[A-Za-z0-9._~+/=-]+", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Shown();

    [GeneratedRegex(@"[A-Za-z0-9_~+-]+(?:\.[A-Za-z0-9_~+-]{10,})*={0,2}", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Word();

    [GeneratedRegex(@"^(?:[a-z2-7]{24}|bafy[a-z2-7]{55}|bafk[a-z2-7]{55}|[0-9]{1,20}|[0-9A-HJKMNP-TV-Z]{26}|[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12})$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Identity();

    [GeneratedRegex("^[a-z0-9]{4}(?:-[a-z0-9]{4}){3}$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex AppPassword();

    // Words that are put together, as in names of errors: InvalidRequestException, app.bsky.feed.getPostThread.
    [GeneratedRegex("^[A-Z]?[a-z]{2,}(?:[A-Z._-]{0,2}[a-z]{2,})*$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Spoken();
}
