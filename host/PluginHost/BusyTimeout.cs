using PluginHost.Engine.Settings;
using PluginHost.Sdk;

namespace PluginHost;

/// <summary>How long a write waits for another process on the same workspace: <c>PLUGINHOST_BUSY_TIMEOUT</c>, such as <c>30s</c>.</summary>
internal static class BusyTimeout
{
    private const string Variable = "PLUGINHOST_BUSY_TIMEOUT";
    private static readonly TimeSpan Usual = TimeSpan.FromSeconds(10);

    /// <exception cref="WrongUseException">The variable holds no length of time.</exception>
    public static TimeSpan OfEnvironment()
    {
        if (Environment.GetEnvironmentVariable(Variable) is not { Length: > 0 } text)
            return Usual;

        return DurationText.Parse(text) ?? throw new WrongUseException($"{Variable}={text} is no length of time. Write it as {DurationText.Wanted}.");
    }
}
