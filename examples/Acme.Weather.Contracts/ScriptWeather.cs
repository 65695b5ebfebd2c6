using PluginHost.Sdk;

namespace Acme.Weather;

/// <summary>
/// What scripts see as <c>Weather</c>: <c>if (await Weather.Degrees("Oslo") > 25) …</c>. Names are plain there, and cancellation is ambient. It is a class of the contract, so that it runs on the
/// script's own thread, where the journal is kept, and reaches the plugin by its service.
/// </summary>
public sealed class ScriptWeather(IWeather weather, IScript script)
{
    /// <summary>How warm it is. A run that is resumed is told what it was told before, and comes to the same conclusion.</summary>
    /// <param name="place">Where.</param>
    /// <returns>Degrees Celsius.</returns>
    public async Task<decimal> Degrees(string place) =>
        (await script.Journal.AskAsync($"weather:{place}", async () => await weather.DegreesAsync(place, script.Cancel))).Number;
}
