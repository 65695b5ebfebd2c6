using System.Globalization;
using System.Text;

namespace PluginHost.Testing;

/// <summary>A request as a <see cref="BadServer"/> has heard it.</summary>
internal sealed record HeardRequest
{
    public required string Method { get; init; }

    /// <summary>Path and query.</summary>
    public required string Path { get; init; }

    public required IReadOnlyDictionary<string, string> Headers { get; init; }

    /// <summary>The content, a character a byte.</summary>
    public required string Body { get; init; }

    public override string ToString() => $"{Method} {Path}";

    /// <summary>Reads the next one.</summary>
    /// <returns>The request; null where the client went away instead.</returns>
    public static async Task<HeardRequest?> ReadAsync(Stream stream, CancellationToken cancel)
    {
        var head = new StringBuilder();
        var one = new byte[1];
        while (!head.ToString().EndsWith("\r\n\r\n", StringComparison.Ordinal))
        {
            if (await stream.ReadAsync(one, cancel) == 0)
                return null;

            head.Append((char)one[0]);
        }

        var lines = head.ToString().Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var line in lines.Skip(1))
            headers[line[..line.IndexOf(':')]] = line[(line.IndexOf(':') + 1)..].Trim();

        var words = lines[0].Split(' ');
        return new HeardRequest { Method = words[0], Path = words[1], Headers = headers, Body = await ReadBodyAsync(stream, headers, cancel) };
    }

    private static async Task<string> ReadBodyAsync(Stream stream, Dictionary<string, string> headers, CancellationToken cancel)
    {
        if (headers.GetValueOrDefault("Transfer-Encoding") == "chunked")
            return await ReadChunksAsync(stream, cancel);

        return await ReadAsync(stream, int.Parse(headers.GetValueOrDefault("Content-Length") ?? "0", CultureInfo.InvariantCulture), cancel);
    }

    private static async Task<string> ReadChunksAsync(Stream stream, CancellationToken cancel)
    {
        var body = new StringBuilder();
        while (true)
        {
            var line = new StringBuilder();
            while (!line.ToString().EndsWith("\r\n", StringComparison.Ordinal))
                line.Append(await ReadAsync(stream, 1, cancel));

            var length = int.Parse(line.ToString().Trim(), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
            body.Append(await ReadAsync(stream, length, cancel));
            await ReadAsync(stream, 2, cancel);
            if (length == 0)
                return body.ToString();
        }
    }

    private static async Task<string> ReadAsync(Stream stream, int length, CancellationToken cancel)
    {
        var bytes = new byte[length];
        await stream.ReadExactlyAsync(bytes, cancel);
        return Encoding.Latin1.GetString(bytes);
    }
}
