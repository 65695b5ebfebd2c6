using System.Globalization;
using PluginHost.Sdk;

namespace PluginHost.Rehearsal;

/// <summary>Which profiles people ask things, and how often a day: the setting <c>questions</c>. Nobody asks where it names nobody.</summary>
internal sealed class AskedProfiles
{
    private const int Most = 10_000;
    private readonly Dictionary<string, int> _perDay = new(StringComparer.Ordinal);

    private AskedProfiles()
    {
    }

    /// <exception cref="WrongUseException">A line of the setting is no profile and a number.</exception>
    public static AskedProfiles Read(ISettings settings)
    {
        var asked = new AskedProfiles();
        foreach (var line in settings.List("questions"))
        {
            var parts = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            if (parts is not [['@', ..] profile, var number] || !int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var count) || count > Most)
                throw new WrongUseException($"The setting questions of rehearsal says \"{line}\". Name a profile and how many ask it a day, {Most} at most: \"@telco_help 500\".");

            asked._perDay[profile] = count;
        }

        return asked;
    }

    /// <summary>How many questions a profile is asked a day.</summary>
    public int PerDay(string profile) => _perDay.GetValueOrDefault(profile);
}
