using PluginHost.Sdk;

namespace PluginHost.Listening.Matching;

/// <summary>Keeps what is listened for at hand, and reads it again when it has changed: another process may have changed it.</summary>
internal sealed class Watching(TimeProvider clock)
{
    // Scripts' queries end by themselves.
    private static readonly TimeSpan Longest = TimeSpan.FromHours(1);

    private Watch? _watch;
    private long _number;
    private DateTimeOffset _readAt;

    public async Task<Watch> ReadAsync(IReads reads)
    {
        var numbers = await reads.ReadAsync($"select number from listening_change where id = 1", row => row.Integer("number"));
        var number = numbers.Count > 0 ? numbers[0] : 0;
        var now = clock.GetUtcNow();
        if (_watch is not null && number == _number && now - _readAt < Longest)
            return _watch;

        var watch = await Watch.ReadAsync(reads, now);
        (_watch, _number, _readAt) = (watch, number, now);
        return watch;
    }
}
