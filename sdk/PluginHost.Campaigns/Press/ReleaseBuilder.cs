using System.Runtime.CompilerServices;
using PluginHost.Sdk;

namespace PluginHost.Campaigns;

/// <summary>A release while a script says when it comes out. Awaiting it arms it, once.</summary>
public sealed class ReleaseBuilder
{
    private readonly IPress _press;
    private readonly IScript _script;
    private readonly string _name;
    private readonly string _step;
    private DueTime? _at;
    private Task<Release>? _arming;

    internal ReleaseBuilder(IPress press, IScript script, string name, string step) => (_press, _script, _name, _step) = (press, script, name, step);

    /// <summary>Lets it come out at the next time of a schedule, in place of the embargo that its files name.</summary>
    /// <param name="schedule">The time: <c>09:00 Europe/Oslo</c>, <c>2027-03-01 09:00 Europe/Oslo</c>. The wall clock counts.</param>
    /// <returns>The release so far.</returns>
    /// <exception cref="WrongUseException">It is no time.</exception>
    public ReleaseBuilder At(string schedule)
    {
        _at = KeptTime.Read(_script.Journal.Read($"release at {schedule}", () => KeptTime.Of(_script.Times.Read(schedule))), _script.Times);
        return this;
    }

    /// <summary>Lets it come out at an instant, in place of the embargo that its files name.</summary>
    /// <param name="instant">The instant: <c>Today.At("12:00")</c>.</param>
    /// <returns>The release so far.</returns>
    public ReleaseBuilder At(DateTimeOffset instant)
    {
        _at = DueTime.At(instant);
        return this;
    }

    /// <summary>Lets a script await the release itself.</summary>
    /// <returns>The awaiter.</returns>
    public TaskAwaiter<Release> GetAwaiter() => (_arming ??= ArmAsync()).GetAwaiter();

    private async Task<Release> ArmAsync()
    {
        var effect = await _script.Journal.DoAsync(_step, _at is null ? _name : $"{_name} at {_at.Name}", async key => new Effect
        {
            Result = ReleaseRecord.Of(await _press.ReleaseAsync(
                new ReleaseOrder { Name = _name, At = _at, AskedBy = _script.Name, Effect = key }, _script.Cancel)),
        });
        return ReleaseRecord.Read(effect.Result);
    }
}
