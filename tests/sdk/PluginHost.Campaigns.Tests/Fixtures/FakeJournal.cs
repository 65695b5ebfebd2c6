using PluginHost.Sdk;

namespace PluginHost.Campaigns.Tests.Fixtures;

/// <summary>A journal in memory: what one run has done and read, the next one is given again.</summary>
internal sealed class FakeJournal : IJournal
{
    private readonly Dictionary<string, object> _known = [];
    private readonly Dictionary<string, int> _counts = [];

    /// <summary>The effects that really happened, with their bodies.</summary>
    public List<(EffectKey Key, string Body, Effect Effect)> Done { get; } = [];

    /// <summary>What was to be done, now or before, in full, in order.</summary>
    public List<string> Bodies { get; } = [];

    /// <summary>What was asked or read, now or before, in order.</summary>
    public List<string> Asked { get; } = [];

    public bool IsResumed { get; private set; }

    /// <summary>Lets the next run begin from the top.</summary>
    public void Resume()
    {
        IsResumed = true;
        _counts.Clear();
    }

    public async Task<Effect> DoAsync(string step, string body, Func<EffectKey, Task<Effect>> effect)
    {
        var counted = Count(step);
        Bodies.Add(body);
        if (_known.TryGetValue(counted, out var known))
            return (Effect)known;

        var key = new EffectKey { Campaign = "daily", Occurrence = "1", Step = counted };
        var done = await effect(key);
        Done.Add((key, body, done));
        _known[counted] = done;
        return done;
    }

    public async Task<Value> AskAsync(string what, Func<Task<Value>> read)
    {
        var counted = Count(what);
        Asked.Add(counted);
        if (!_known.TryGetValue(counted, out var known))
            _known[counted] = known = await read();

        return (Value)known;
    }

    public Value Read(string what, Func<Value> read)
    {
        var counted = Count(what);
        Asked.Add(counted);
        if (!_known.TryGetValue(counted, out var known))
            _known[counted] = known = read();

        return (Value)known;
    }

    private string Count(string step)
    {
        var count = _counts[step] = _counts.GetValueOrDefault(step) + 1;
        return $"{step}#{count}";
    }
}
