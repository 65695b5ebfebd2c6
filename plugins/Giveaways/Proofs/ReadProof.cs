using System.Text;
using System.Text.Json;
using PluginHost.Giveaways.Draws;
using PluginHost.Giveaways.Logs;

namespace PluginHost.Giveaways.Proofs;

/// <summary>A proof file taken apart. Only the one form that <see cref="Proof"/> writes is read: no blank, no other order, nothing behind the end.</summary>
internal sealed record ReadProof
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public required string Giveaway { get; init; }

    public required string Beacon { get; init; }

    public required string Head { get; init; }

    public required string Terms { get; init; }

    public required IReadOnlyList<string> Entrants { get; init; }

    /// <summary>The lines of the log as they stand there, and as they are read.</summary>
    public required IReadOnlyList<(string Text, ChainedLine Line)> Log { get; init; }

    /// <summary>Whether a file was a proof once, whatever became of it: what is something else holds nothing against anybody.</summary>
    public static bool IsOne(byte[] file)
    {
        var text = Encoding.Latin1.GetString(file);
        return text.StartsWith("{\"proof\":", StringComparison.Ordinal) || text.Contains("\n{\"sha256\":\"", StringComparison.Ordinal);
    }

    /// <summary>Reads a proof.</summary>
    /// <returns>The proof, or why it is none.</returns>
    public static (ReadProof? Proof, string Problem) Read(byte[] file)
    {
        try
        {
            var text = Strict.GetString(file);
            if (!text.EndsWith('\n'))
                return (null, "its end is missing");

            var lines = text[..^1].Split('\n');
            var rest = text[..^(lines[^1].Length + 1)];
            if (lines.Length < 3 || lines[^1] != $"{{\"sha256\":\"{Hex.DigestOf(rest)}\"}}")
                return (null, "its bytes are not those that were written: the digest in its last line is another");

            using var head = JsonDocument.Parse(lines[0]);
            if (head.RootElement.GetProperty("proof").GetString() != Proof.Kind)
                return (null, $"it does not say that it is \"{Proof.Kind}\", which is verified here");

            var entrants = head.RootElement.GetProperty("entrants").GetInt32();
            var log = head.RootElement.GetProperty("log").GetInt32();
            if (entrants < 0 || log < 0 || lines.Length != (long)entrants + log + 3)
                return (null, $"it has {lines.Length} lines, and its first one promises {entrants} entrants and {log} lines of a log");

            var read = lines.Skip(2 + entrants).Take(log).Select(line => (Text: line, Line: ChainedLine.Read(line))).ToList();
            if (read.FindIndex(line => line.Line is null) is >= 0 and var broken)
                return (null, $"line {broken + 1} of the log cannot be read");

            return (new ReadProof
            {
                Giveaway = head.RootElement.GetProperty("giveaway").GetString()!,
                Beacon = head.RootElement.GetProperty("beacon").GetProperty("name").GetString()!,
                Head = head.RootElement.GetProperty("head").GetString()!,
                Terms = Text(lines[1], "terms"),
                Entrants = [.. lines.Skip(2).Take(entrants).Select(line => Text(line, "entrant"))],
                Log = [.. read.Select(line => (line.Text, line.Line!))],
            }, "");
        }
        catch (Exception error) when (error is JsonException or KeyNotFoundException or InvalidOperationException or FormatException or DecoderFallbackException)
        {
            return (null, "it cannot be read as one");
        }
    }

    private static string Text(string line, string name)
    {
        using var json = JsonDocument.Parse(line);
        return json.RootElement.GetProperty(name).GetString() ?? throw new FormatException();
    }
}
