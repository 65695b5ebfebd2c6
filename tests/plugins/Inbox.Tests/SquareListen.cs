using System.Globalization;
using PluginHost.Campaigns;
using PluginHost.Sdk;

namespace PluginHost.Inbox.Tests;

/// <summary>What people do, as a test says. The cursor is a count.</summary>
internal sealed class SquareListen : Listen
{
    private readonly Dictionary<string, List<NetworkEvent>> _happened = [];

    /// <summary>Why nothing can be heard now; null: it can.</summary>
    public string? Failure { get; set; }

    /// <summary>How often it could be heard.</summary>
    public int Reads { get; private set; }

    public void Add(string profile, NetworkEvent happened)
    {
        lock (_happened)
        {
            if (!_happened.TryGetValue(profile, out var list))
                _happened[profile] = list = [];

            list.Add(happened);
        }
    }

    public override Task<NetworkEventPage> ReadAsync(Profile profile, string? cursor, CancellationToken cancel)
    {
        if (Failure is { } failure)
            throw new PluginHostException(failure);

        lock (_happened)
        {
            Reads++;
            var all = _happened.GetValueOrDefault(profile.Name) ?? [];
            var begin = cursor is null ? 0 : int.Parse(cursor, CultureInfo.InvariantCulture);
            return Task.FromResult(new NetworkEventPage { Events = all[begin..], Cursor = all.Count.ToString(CultureInfo.InvariantCulture) });
        }
    }
}
