using PluginHost.Sdk;

namespace Acme.Weather;

/// <summary>The weather of one run of a script. What it was told goes by the journal: a run that is resumed must not come to another conclusion.</summary>
internal sealed class ScriptWeather(IWeather weather, IScript script) : IScriptWeather
{
    public async Task<decimal> Degrees(string place) =>
        (await script.Journal.AskAsync($"weather:{place}", async () => await weather.DegreesAsync(place, script.Cancel))).Number;
}
