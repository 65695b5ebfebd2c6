using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace PluginHost.Giveaways.Logs;

/// <summary>One JSON object on one line, written as it is: letters of every language stand for themselves, so that a person can read what a digest was taken of.</summary>
internal static class JsonLine
{
    private static readonly JsonWriterOptions AsItIs = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Write(Action<Utf8JsonWriter> fields)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, AsItIs))
        {
            json.WriteStartObject();
            fields(json);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(bytes.GetBuffer(), 0, (int)bytes.Length);
    }
}
