using System.Globalization;
using System.Net.Http.Headers;
using System.Text;

namespace PluginHost.Engine.Ways.Exchanges;

/// <summary>What is said of a request and its answer. Every word of it has gone through <see cref="Redaction"/>.</summary>
internal static class ExchangeWords
{
    /// <summary>No more of an error than a person reads.</summary>
    public const int MostError = 300;

    private const int MostHeader = 120;

    // Enough that a secret which the cut divides cannot reach what is kept.
    private const int Looked = 4000;

    private static readonly string[] Telling =
    [
        "date", "retry-after", "x-request-id", "request-id", "x-transaction-id", "atproto-repo-rev", "ratelimit-limit", "ratelimit-remaining", "ratelimit-reset", "ratelimit-policy",
        "x-ratelimit-limit", "x-ratelimit-remaining", "x-ratelimit-reset", "x-rate-limit-limit", "x-rate-limit-remaining", "x-rate-limit-reset",
    ];

    public static async Task<Exchange> OfAsync(HttpRequestMessage request, HttpResponseMessage answer)
    {
        var secrets = await SentSecrets.InAsync(request);
        return About(request, secrets) with
        {
            Status = (int)answer.StatusCode,
            Error = (int)answer.StatusCode < 400 ? "" : Line(await BeginningOfAsync(answer.Content), secrets),
            Headers = TellingOf(answer.Headers, secrets),
        };
    }

    public static Exchange Of(HttpRequestMessage request, HttpRequestException error)
    {
        var secrets = SentSecrets.InHeaders(request);
        return About(request, secrets) with { Status = (int?)error.StatusCode, Error = Line(error.Message, secrets) };
    }

    public static Exchange Opened(HttpRequestMessage request) => About(request, SentSecrets.InHeaders(request)) with { Status = 101 };

    private static Exchange About(HttpRequestMessage request, IReadOnlyCollection<string> secrets) => new()
    {
        Method = request.Method.Method,
        Address = Redaction.OfAddress(request.RequestUri!, secrets),
    };

    private static Dictionary<string, string> TellingOf(HttpResponseHeaders headers, IReadOnlyCollection<string> secrets) => Telling
        .Where(headers.NonValidated.Contains)
        .ToDictionary(name => name, name => Cut(Redaction.OfHeader(OneLine(headers.NonValidated[name].ToString()), secrets), MostHeader));

    private static async Task<string> BeginningOfAsync(HttpContent content)
    {
        var bytes = await content.ReadAsByteArrayAsync(CancellationToken.None);
        return Encoding.UTF8.GetString(bytes.AsSpan(0, Math.Min(bytes.Length, Looked)));
    }

    private static string Line(string text, IReadOnlyCollection<string> secrets) => Cut(Redaction.Of(OneLine(text), secrets), MostError);

    private static string OneLine(string text)
    {
        var line = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.SpaceSeparator or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator))
                line.Append(rune);
            else if (line.Length > 0 && line[^1] != ' ')
                line.Append(' ');
        }

        return line.ToString().Trim();
    }

    private static string Cut(string text, int most)
    {
        if (text.Length <= most)
            return text;

        return char.IsHighSurrogate(text[most - 2]) ? $"{text.AsSpan(0, most - 2)}…" : $"{text.AsSpan(0, most - 1)}…";
    }
}
