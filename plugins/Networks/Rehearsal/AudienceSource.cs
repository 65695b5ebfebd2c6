using System.Globalization;
using PluginHost.Sdk;

namespace PluginHost.Rehearsal;

/// <summary>Makes the audience when it is first needed: of the file that the settings name, or of <see cref="BuiltInAudience"/>.</summary>
internal sealed class AudienceSource(IHost host)
{
    private const int Most = 100_000;

    private Audience? _audience;
    private Contest? _contest;

    /// <summary>Those who take part in giveaways.</summary>
    /// <exception cref="WrongUseException">The settings say what cannot be.</exception>
    public Contest Contest => _contest ??= new Contest(Whole("entries"), Seed, host.Random);

    /// <exception cref="PluginHostException">The file does not exist or says what it must not, or the settings do.</exception>
    public async Task<Audience> ReadAsync(CancellationToken cancel) => _audience ??= await MakeAsync(cancel);

    /// <summary>What chance follows from. A rehearsal's seed comes beside the workspace's: another seed, another audience.</summary>
    public string Seed
    {
        get
        {
            var seed = host.Settings.Number("seed").ToString(CultureInfo.InvariantCulture);
            return host.Clock is RehearsalClock rehearsal ? $"{seed}/{rehearsal.Seed}" : seed;
        }
    }

    private int Whole(string setting)
    {
        var number = host.Settings.Number(setting);
        return number is < 0 or > Most || number != decimal.Truncate(number)
            ? throw new WrongUseException($"The setting {setting} of rehearsal is {number}. Take a whole number from 0 to {Most}.")
            : (int)number;
    }

    private async Task<Audience> MakeAsync(CancellationToken cancel)
    {
        var followers = Whole("followers");
        var file = host.Settings.Text("audience");
        var groups = file.Length > 0 ? AudienceFile.Parse(await host.Workspace.ReadYamlAsync(file, cancel), file) : BuiltInAudience.Groups;
        return new Audience(groups, followers, Seed, host.Random);
    }
}
