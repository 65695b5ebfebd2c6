using System.Globalization;
using PluginHost.Sdk;

namespace PluginHost.Engine.Scripting;

/// <summary>
/// What random scripts act on. It outlives them: an effect takes effect once under one key, as plugins promise. Whatever a script does is counted, and at
/// one of them it is killed.
/// </summary>
internal sealed class LawWorld
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, string> _bodies = [];
    private int _clock;
    private int _steps;

    /// <summary>After how many steps the script is killed; it is past that when nothing happens any more.</summary>
    public int KillAt { get; set; } = int.MaxValue;

    /// <summary>The effects, with their bodies, in the order of their keys.</summary>
    public IEnumerable<string> Effects => _bodies.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => $"{pair.Key}: {pair.Value}");

    /// <summary>What the script of this run was given, in order.</summary>
    public List<string> Seen { get; private set; } = [];

    public int Steps => _steps;

    /// <summary>Whether the clock moves: a script that reads another time says other things.</summary>
    public bool ClockMoves { get; init; }

    public void Begin(int killAt)
    {
        _steps = 0;
        KillAt = killAt;
        Seen = [];
    }

    /// <summary>Counts a step; from the fatal one on, there are no others.</summary>
    public void Step()
    {
        lock (_gate)
        {
            if (++_steps >= KillAt)
                throw new KilledException();
        }
    }

    public void Given(string what)
    {
        if (_steps < KillAt)
            Seen.Add(what);
    }

    public Value Read() => ClockMoves ? ++_clock : 1;

    public async Task<Value> AnswerAsync(int number)
    {
        await WorkAsync(number);
        Step();
        return ClockMoves ? ++_clock : number;
    }

    public async Task<Effect> DoAsync(EffectKey key, string body, int number)
    {
        Step();
        await WorkAsync(number);
        lock (_gate)
        {
            Step();
            if (_bodies.TryGetValue(key.ToString(), out var known))
                known.ShouldBe(body, $"{key} was begun before with another body.");

            _bodies[key.ToString()] = body;
        }

        // Done, and perhaps nobody hears of it any more.
        Step();
        return new Effect { Result = string.Create(CultureInfo.InvariantCulture, $"{number} done") };
    }

    // Some take longer than others, on the pool and off it.
    private static async Task WorkAsync(int number)
    {
        for (var i = number * 7 % 5; i > 0; i--)
            await Task.Yield();

        if (number % 3 == 0)
            await Task.Run(() => { });
    }
}
