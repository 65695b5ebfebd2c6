using PluginHost.Sdk;

namespace Acme.Weather;

/// <summary>
/// Tells the weather: a script global and a service by a contract assembly, a job that a person can watch and cancel, a background service, HTTP.
/// </summary>
[Setting("places", SettingKind.List, "Which places are watched.", Default = "[Oslo]")]
[Setting("every", SettingKind.Duration, "How often it looks.", Default = "1h")]
[Provides(typeof(IWeather))]
[Example(
    "Say how warm it is",
    """
    Say($"{await Weather.Degrees("Oslo")} degrees in Oslo.");
    """)]
public sealed class WeatherPlugin : Plugin
{
    // Made in ActivateAsync, which comes before everything else.
    private WeatherStation _station = null!;

    /// <inheritdoc />
    public override Task ActivateAsync(IHost host, CancellationToken cancel)
    {
        _station = new WeatherStation(host);
        host.Services.Provide<IWeather>(_station);
        return Task.CompletedTask;
    }

    [ScriptGlobal("Weather", "What the weather is: await Weather.Degrees(\"Oslo\").")]
    public async Task<ScriptWeather> WeatherAsync(IHost host, IScript script, CancellationToken cancel) =>
        new(await host.Services.GetAsync<IWeather>(cancel), script);

    [Command("acme.weather.look", "Weather: Look", Description = "Asks for all places that are watched, as a job.")]
    public Task<Table> LookAsync(IHost host, CancellationToken cancel) => host.Jobs.RunAsync(
        "Looking at the weather",
        async job =>
        {
            var seen = new List<(string Place, decimal Degrees)>();
            foreach (var place in job.Track(host.Settings.List("places")))
                seen.Add((place, await _station.DegreesAsync(place, job.Cancel)));

            return Table.Of(seen, ("place", one => one.Place), ("degrees", one => one.Degrees));
        },
        cancel);

    /// <summary>Runs as long as the workspace is served. It ends with its token; what it throws is told, and it is begun anew after a pause.</summary>
    [BackgroundService("acme.weather.watch", "Warns of frost")]
    public async Task WatchAsync(IHost host, CancellationToken cancel)
    {
        while (true)
        {
            foreach (var place in host.Settings.List("places"))
            {
                if (await _station.DegreesAsync(place, cancel) < 0)
                    host.Output.Write(Severity.Warning, $"Frost in {place}: nobody buys ice cream.");
            }

            await Task.Delay(host.Settings.Duration("every"), host.Clock, cancel);
        }
    }
}
