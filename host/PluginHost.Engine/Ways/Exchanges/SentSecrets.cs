using System.Text;
using System.Text.Json;
using System.Web;

namespace PluginHost.Engine.Ways.Exchanges;

/// <summary>The secrets that a request carries, in its headers, address and form: so that they are known again where an answer repeats them.</summary>
internal static class SentSecrets
{
    // Shorter ones are words that stand everywhere, and no secrets.
    private const int Shortest = 4;

    private const int LongestBody = 64 * 1024;

    public static HashSet<string> InHeaders(HttpRequestMessage request)
    {
        var secrets = new HashSet<string>(StringComparer.Ordinal);
        foreach (var name in SecretNames.Headers)
        {
            if (!request.Headers.NonValidated.TryGetValues(name, out var values))
                continue;

            foreach (var value in values)
            {
                Add(secrets, value);
                foreach (var word in value.Split([' ', ';', ',', '=', '"'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
                    Add(secrets, word);
            }
        }

        var address = request.RequestUri!;
        foreach (var part in address.UserInfo.Split(':'))
            Add(secrets, Uri.UnescapeDataString(part));

        AddForm(secrets, address.Query);
        return secrets;
    }

    public static async Task<HashSet<string>> InAsync(HttpRequestMessage request)
    {
        var secrets = InHeaders(request);

        // Others are streams, which can be read once alone.
        if (request.Content is not ByteArrayContent content || content.Headers.ContentLength is null or > LongestBody)
            return secrets;

        var body = await content.ReadAsStringAsync(CancellationToken.None);
        if (body.TrimStart() is ['{', ..])
            AddJson(secrets, body);
        else
            AddForm(secrets, body);

        return secrets;
    }

    private static void AddForm(HashSet<string> secrets, string form)
    {
        var fields = HttpUtility.ParseQueryString(form, Encoding.UTF8);
        foreach (var name in fields.AllKeys)
        {
            if (name is not null && SecretNames.IsOne(name))
                Add(secrets, fields[name] ?? "");
        }
    }

    private static void AddJson(HashSet<string> secrets, string body)
    {
        try
        {
            using var json = JsonDocument.Parse(body);
            foreach (var field in json.RootElement.EnumerateObject())
            {
                if (field.Value.ValueKind == JsonValueKind.String && SecretNames.IsOne(field.Name))
                    Add(secrets, field.Value.GetString()!);
            }
        }
        catch (JsonException)
        {
            // It was no JSON: then nobody can say what in it is secret.
        }
    }

    private static void Add(HashSet<string> secrets, string value)
    {
        if (value.Length >= Shortest && !SecretNames.IsScheme(value))
            secrets.Add(value);
    }
}
