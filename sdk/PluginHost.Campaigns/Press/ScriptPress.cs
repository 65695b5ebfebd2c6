using System.Runtime.CompilerServices;
using PluginHost.Sdk;

namespace PluginHost.Campaigns;

/// <summary>The script global <c>Press</c>. Cancellation is ambient, and a run that is resumed releases nothing twice and is given the same items.</summary>
public sealed class ScriptPress
{
    private readonly IPress _press;
    private readonly IScript _script;

    /// <summary>Makes one for a run of a script.</summary>
    /// <param name="press">What releases.</param>
    /// <param name="script">The run.</param>
    public ScriptPress(IPress press, IScript script)
    {
        _press = press;
        _script = script;
    }

    /// <summary>
    /// A release that is to come out: <c>await Press.Release("five-languages")</c> arms it for the embargo that its files name, <c>.At("09:00 Europe/Oslo")</c> for another time.
    /// </summary>
    /// <param name="name">Its name: that of its files without language and ending.</param>
    /// <param name="line">Filled by the compiler.</param>
    /// <param name="file">Filled by the compiler.</param>
    /// <returns>The release. Await it to arm it.</returns>
    public ReleaseBuilder Release(string name, [CallerLineNumber] int line = 0, [CallerFilePath] string file = "") =>
        new(_press, _script, name, JournalledPublisher.StepAt("release", file, line));

    /// <summary>What somebody publishes: <c>await foreach (var item in Press.Feed("https://…").NewItems)</c>.</summary>
    /// <param name="address">Where the feed is: an address, or a file of the workspace.</param>
    /// <param name="line">Filled by the compiler.</param>
    /// <param name="file">Filled by the compiler.</param>
    /// <returns>The feed.</returns>
    public ScriptFeed Feed(string address, [CallerLineNumber] int line = 0, [CallerFilePath] string file = "") =>
        new(_press, _script, new FeedOrder { Address = address, Taker = "" }, JournalledPublisher.StepAt("feed", file, line));
}
