namespace Acme.Weather;

/// <summary>What the weather is, for other plugins: a service. It crosses between plugins, so it stands in a contract assembly.</summary>
public interface IWeather
{
    /// <summary>How warm it is.</summary>
    /// <param name="place">Where.</param>
    /// <param name="cancel">Cancels asking.</param>
    /// <returns>Degrees Celsius.</returns>
    Task<decimal> DegreesAsync(string place, CancellationToken cancel);
}
