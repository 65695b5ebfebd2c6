using System.Collections.Concurrent;
using PluginHost.Campaigns;
using PluginHost.Sdk;

namespace PluginHost.Workbench.Views.BuiltIn.Logins;

/// <summary>The profiles, whether each can speak, and why not. Each is asked once while the view is there, and again when something was done with it. Enter looks one over.</summary>
internal sealed class LoginsView : ViewSource
{
    private readonly Workbench _workbench;
    private readonly ConcurrentDictionary<Profile, Standing> _standings = [];

    public LoginsView(Workbench workbench)
        : base(LoginCommands.List, Texts.LoginsTitle, Area.Editor)
    {
        _workbench = workbench;
        workbench.FileTaken += Refresh;
    }

    public override string Welcome => Texts.LoginsEmpty;

    /// <summary>Asks a profile again when it is next seen.</summary>
    public void AskAgain(Profile profile)
    {
        _standings.TryRemove(profile, out _);
        Refresh();
    }

    /// <summary>Asks all of them again.</summary>
    public void AskAgain()
    {
        _standings.Clear();
        Refresh();
    }

    public override Task<View> SnapshotAsync(CancellationToken cancel) => Task.FromResult<View>(new TableView
    {
        Table = Table.Of(
            _workbench.Engine.Profiles.All,
            ("state", profile => StandingOf(profile).State),
            (LoginCommands.Parameter, profile => profile.Name),
            ("network", profile => profile.Network),
            ("handle", profile => profile.Handle),
            ("purpose", profile => profile.Purpose),
            ("cause", profile => StandingOf(profile).Cause)),
        Key = LoginCommands.Parameter,
        OpenCommand = LoginCommands.Look,
    });

    private Standing StandingOf(Profile profile)
    {
        if (_standings.TryGetValue(profile, out var known))
            return known;

        var looking = new Standing($"{Sign.Waiting} {Texts.LoginLooking}", "");
        if (!_standings.TryAdd(profile, looking))
            return _standings.GetValueOrDefault(profile, looking);

        _ = Task.Run(() => AskAsync(profile, looking));
        return looking;
    }

    // A network may take its time, or ask for the vault's passphrase: the view does not wait for it.
    private async Task AskAsync(Profile profile, Standing looking)
    {
        Standing standing;
        try
        {
            standing = await _workbench.Engine.Logins.CheckAsync(profile, CancellationToken.None) is { } wrong
                ? new Standing($"{Sign.Bad} {Texts.LoginCannot}", wrong)
                : new Standing($"{Sign.Good} {Texts.LoginCan}", "");
        }
        catch (OperationCanceledException)
        {
            // Its plugin leaves.
            _standings.TryRemove(new KeyValuePair<Profile, Standing>(profile, looking));
            return;
        }

        if (_standings.TryUpdate(profile, standing, looking))
            Refresh();
    }

    private sealed record Standing(string State, string Cause);
}
