namespace Acme.Weather;

/// <summary>What scripts see as <c>Weather</c>: <c>if (await Weather.Degrees("Oslo") > 25) …</c>. Names are plain there, and cancellation is ambient.</summary>
public interface IScriptWeather
{
    /// <summary>How warm it is. A run that is resumed is told what it was told before.</summary>
    /// <param name="place">Where.</param>
    /// <returns>Degrees Celsius.</returns>
    Task<decimal> Degrees(string place);
}
