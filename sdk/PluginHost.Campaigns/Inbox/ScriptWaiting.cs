using System.Globalization;
using System.Runtime.CompilerServices;
using PluginHost.Sdk;

namespace PluginHost.Campaigns;

/// <summary>What waits for an answer at the moment at which it is awaited, longest first. A run that is resumed is told again what it was told.</summary>
public sealed class ScriptWaiting
{
    private readonly JournalledInbox _inbox;
    private readonly TimeSpan _longerThan;
    private readonly string _profile;

    internal ScriptWaiting(JournalledInbox inbox, TimeSpan longerThan, string profile)
    {
        _inbox = inbox;
        _longerThan = longerThan;
        _profile = profile;
    }

    /// <summary>Only what waits longer.</summary>
    /// <param name="time">The time: <c>Minutes(30)</c>.</param>
    /// <returns>The conversations that wait longer.</returns>
    public ScriptWaiting LongerThan(TimeSpan time) => new(_inbox, time, _profile);

    /// <summary>Only what was said to a profile.</summary>
    /// <param name="profile">The profile's name.</param>
    /// <returns>The conversations of that profile.</returns>
    public ScriptWaiting On(string profile) => new(_inbox, _longerThan, profile);

    /// <summary>Whether anybody waits.</summary>
    /// <returns>Whether there is one.</returns>
    public async Task<bool> Any() => (await ReadAsync()).Count > 0;

    /// <summary>How many wait.</summary>
    /// <returns>The number.</returns>
    public async Task<int> Count() => (await ReadAsync()).Count;

    /// <summary>Lets a script await it: <c>foreach (var conversation in await Inbox.Waiting)</c>.</summary>
    /// <returns>The awaiter, which gives the conversations.</returns>
    public TaskAwaiter<IReadOnlyList<ScriptConversation>> GetAwaiter() => ReadAsync().GetAwaiter();

    private async Task<IReadOnlyList<ScriptConversation>> ReadAsync()
    {
        var what = string.Create(CultureInfo.InvariantCulture, $"conversations that wait longer than {_longerThan}{(_profile.Length > 0 ? $" on {_profile}" : "")}");
        var waiting = await _inbox.ReadWaitingAsync(
            what, (each, now) => (_profile.Length == 0 || each.Profile == _profile) && now - each.WaitsSince >= _longerThan);
        return [.. waiting.Select(each => new ScriptConversation(each, _inbox))];
    }
}
