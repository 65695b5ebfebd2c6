using PluginHost.Engine.Data;
using PluginHost.Engine.Streams;
using PluginHost.Sdk;
using Record = PluginHost.Sdk.Record;

namespace PluginHost.Engine.Tests.Streams;

/// <summary>A source that tells e1, e2, … The cursor is the number of the last one told.</summary>
internal sealed class TestSource
{
    private int _asked;

    /// <summary>How many events there are to tell.</summary>
    public int Count { get; set; }

    public int PageSize { get; init; } = 100;

    public TimeSpan Pause { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>How many of what was told before comes again with each page.</summary>
    public int Repeats { get; init; }

    /// <summary>Answers in place of the source where it gives something: what it is asked for the how-manieth time, and the cursor.</summary>
    public Func<int, string?, HeardPage?>? Instead { get; set; }

    /// <summary>What the source waits for before it answers.</summary>
    public Func<int, CancellationToken, Task>? Before { get; set; }

    public int Asked => Volatile.Read(ref _asked);

    public List<string?> Cursors { get; } = [];

    public static HeardItem Item(string id) => new()
    {
        Id = id,
        At = new DateTimeOffset(2026, 3, 2, 8, 0, 0, TimeSpan.Zero),
        Json = ValueJson.Write(Record.Of(("text", $"said {id}"))),
    };

    public static HeardPage Page(string? cursor, params string[] ids) =>
        new() { Items = [.. ids.Select(Item)], Cursor = cursor, Pause = TimeSpan.FromSeconds(2) };

    public async Task<HeardPage> HearAsync(string? cursor, CancellationToken cancel)
    {
        var time = Interlocked.Increment(ref _asked);
        lock (Cursors)
            Cursors.Add(cursor);

        if (Before is { } before)
            await before(time, cancel);

        if (Instead?.Invoke(time, cursor) is { } other)
            return other;

        var told = cursor is null ? 0 : int.Parse(cursor);
        var until = Math.Min(Count, told + PageSize);
        var first = Math.Max(1, told + 1 - Repeats);
        var ids = until > told ? Enumerable.Range(first, until - first + 1).Select(number => $"e{number}") : [];
        return Page(until > 0 ? $"{until}" : null, [.. ids]) with { Pause = Pause };
    }
}
