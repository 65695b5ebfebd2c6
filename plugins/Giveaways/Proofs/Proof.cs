using System.Text;
using System.Text.Json;
using PluginHost.Giveaways.Draws;
using PluginHost.Giveaways.Logs;
using PluginHost.Giveaways.Randomness;

namespace PluginHost.Giveaways.Proofs;

/// <summary>
/// The file that proves a draw: lines of JSON, each with its LF. A head; the terms, whose digest was published; those who take part, a line each, in the order that
/// counts; the log as it is; and at the end the SHA-256 of all bytes before. Names and evidence are not in it.
/// </summary>
internal static class Proof
{
    public const string Kind = "pluginhost giveaway 1";

    public static byte[] Write(StoredGiveaway giveaway, EntrantList list, IReadOnlyList<string> log)
    {
        var text = new StringBuilder();
        text.Append(JsonLine.Write(json => WriteHead(json, giveaway, list, log))).Append('\n');
        text.Append(JsonLine.Write(json => json.WriteString("terms", giveaway.TermsLine))).Append('\n');
        foreach (var id in list.Ids)
            text.Append(JsonLine.Write(json => json.WriteString("entrant", id))).Append('\n');

        foreach (var line in log)
            text.Append(line).Append('\n');

        return Seal(text.ToString());
    }

    /// <summary>Whether a file that begins so is a proof of a giveaway.</summary>
    public static bool IsOf(string beginning, string giveaway) => beginning.StartsWith($"{{\"proof\":\"{Kind}\",\"giveaway\":\"{giveaway}\",", StringComparison.Ordinal);

    /// <summary>Puts the last line behind all others.</summary>
    public static byte[] Seal(string lines) => Encoding.UTF8.GetBytes($"{lines}{{\"sha256\":\"{Hex.DigestOf(lines)}\"}}\n");

    private static void WriteHead(Utf8JsonWriter json, StoredGiveaway giveaway, EntrantList list, IReadOnlyList<string> log)
    {
        json.WriteString("proof", Kind);
        json.WriteString("giveaway", giveaway.Id);
        json.WriteStartObject("beacon");
        json.WriteString("name", giveaway.Beacon);
        if (giveaway.Beacon != RehearsedBeacon.Known)
            json.WriteString("chain", Quicknet.Chain);

        json.WriteNumber("genesis", Quicknet.Genesis);
        json.WriteNumber("period", Quicknet.Period);
        json.WriteEndObject();
        json.WriteNumber("entrants", list.Ids.Count);
        json.WriteNumber("log", log.Count);
        json.WriteString("head", giveaway.LogHead);
    }
}
