using System.Globalization;
using PluginHost.Sdk;

namespace Acme.Weather;

/// <summary>Asks a server. Behind the service it is called by other plugins; the host stands between.</summary>
internal sealed class WeatherStation(IHost host) : IWeather
{
    public async Task<decimal> DegreesAsync(string place, CancellationToken cancel)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"https://weather.example/degrees/{Uri.EscapeDataString(place)}");
        using var answer = await host.Http.SendAsync(request, cancel);
        var text = await answer.Content.ReadAsStringAsync(cancel);
        return answer.IsSuccessStatusCode && decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var degrees)
            ? degrees
            : throw new PluginHostException($"The weather of {place} is not known: the server answered {(int)answer.StatusCode} \"{text}\".");
    }
}
