using PluginHost.Bluesky;
using PluginHost.Campaigns;
using PluginHost.Sdk;

namespace PluginHost.Benchmarks.Firehose;

/// <summary>What is done with each message of the stream, from its bytes in a file instead of a socket.</summary>
internal static class Listener
{
    private const int Block = 1 << 20;

    /// <summary>Reads the file, and nothing else.</summary>
    public static int ReadBytes(string path)
    {
        using var file = File.OpenHandle(path);
        var (buffer, at) = (new byte[Block], 0L);
        while (RandomAccess.Read(file, buffer, at) is > 0 and var read)
            at += read;

        return (int)(at % int.MaxValue);
    }

    /// <summary>Reads the file, and parts it into lines.</summary>
    public static int ReadLines(string path) => ForEachLine(path, _ => { });

    /// <summary>Reads the file as the plugin reads the stream: every event, and the posts that are wanted, once.</summary>
    /// <returns>How many posts were told.</returns>
    public static int Listen(string path, params string[] words)
    {
        var wanted = Wanted.In(new PublicQuery { AnyOf = words });
        var seen = new SeenPosts(50_000, 7);
        var line = new JetstreamLine(new NoSocket(), JetstreamServer.Parse("ws://recorded.test/subscribe"), null, TimeProvider.System);
        var (told, page) = (0, NewPage());
        ForEachLine(path, message =>
        {
            line.Take(message, wanted, seen, page);
            if (page.Posts.Count < 200 && page.Events < 20_000)
                return;

            told += page.Posts.Count;
            page = NewPage();
        });
        return page.Broken == 0 ? told + page.Posts.Count : throw new BenchmarkException($"{page.Broken} lines of the recording could not be read.");
    }

    private static JetstreamPage NewPage() => new() { Place = default };

    private static int ForEachLine(string path, Line take)
    {
        using var file = File.OpenHandle(path);
        var (buffer, kept, at, lines) = (new byte[2 * Block], 0, 0L, 0);
        while (RandomAccess.Read(file, buffer.AsSpan(kept, Block), at) is > 0 and var read)
        {
            at += read;
            ReadOnlySpan<byte> left = buffer.AsSpan(0, kept + read);
            for (; left.IndexOf((byte)'\n') is >= 0 and var end; left = left[(end + 1)..])
            {
                take(left[..end]);
                lines++;
            }

            left.CopyTo(buffer);
            kept = left.Length;
        }

        return lines;
    }

    private delegate void Line(ReadOnlySpan<byte> line);

    private sealed class NoSocket : IHttpSocket
    {
        public Task<ReadOnlyMemory<byte>?> ReceiveAsync(CancellationToken cancel) => throw new NotSupportedException();

        public Task SendAsync(string text, CancellationToken cancel) => throw new NotSupportedException();

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
