using System.Text;
using System.Text.Json;

namespace PluginHost.Engine.Ways.Exchanges;

/// <summary>An exchange as a line of JSON.</summary>
internal static class ExchangeLine
{
    public static string Write(Exchange exchange)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
        {
            writer.WriteStartObject();
            writer.WriteString("plugin", exchange.Plugin);
            writer.WriteString("account", exchange.Account);
            writer.WriteString("at", exchange.At);
            writer.WriteNumber("ms", Math.Round(exchange.Took.TotalMilliseconds, 1));
            writer.WriteNumber("attempt", exchange.Attempt);
            writer.WriteString("method", exchange.Method);
            writer.WriteString("address", exchange.Address);
            if (exchange.Status is { } status)
                writer.WriteNumber("status", status);

            writer.WriteString("error", exchange.Error);
            writer.WriteStartObject("headers");
            foreach (var (name, value) in exchange.Headers)
                writer.WriteString(name, value);

            writer.WriteEndObject();
            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length);
    }

    /// <returns>The exchange; null where the line is half written, or of another version.</returns>
    public static Exchange? Read(string line)
    {
        try
        {
            using var json = JsonDocument.Parse(line);
            var root = json.RootElement;
            return new Exchange
            {
                Plugin = root.GetProperty("plugin").GetString()!,
                Account = root.GetProperty("account").GetString()!,
                At = root.GetProperty("at").GetDateTimeOffset(),
                Took = TimeSpan.FromMilliseconds(root.GetProperty("ms").GetDouble()),
                Attempt = root.GetProperty("attempt").GetInt32(),
                Method = root.GetProperty("method").GetString()!,
                Address = root.GetProperty("address").GetString()!,
                Status = root.TryGetProperty("status", out var status) ? status.GetInt32() : null,
                Error = root.GetProperty("error").GetString()!,
                Headers = root.GetProperty("headers").EnumerateObject().ToDictionary(header => header.Name, header => header.Value.GetString()!),
            };
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException or KeyNotFoundException or FormatException or ArgumentException)
        {
            return null;
        }
    }
}
