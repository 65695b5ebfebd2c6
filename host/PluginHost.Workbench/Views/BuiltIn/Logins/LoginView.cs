using PluginHost.Campaigns;
using PluginHost.Sdk;

namespace PluginHost.Workbench.Views.BuiltIn.Logins;

/// <summary>What was found when a profile was looked over last: each thing, how it stands, and what to do.</summary>
internal sealed class LoginView() : ViewSource(LoginCommands.Found, Texts.LoginTitle, Area.Panel)
{
    private volatile Found _found = new("", []);

    public override string Welcome => Texts.LoginEmpty;

    public void Show(Profile profile, IReadOnlyList<LoginFinding> findings)
    {
        _found = new Found(profile.Name, findings);
        Refresh();
    }

    public override Task<View> SnapshotAsync(CancellationToken cancel)
    {
        var found = _found;
        return Task.FromResult<View>(new TableView
        {
            Table = Table.Of(
                found.Findings,
                ("state", finding => finding.Advice.Length == 0 ? $"{Sign.Good}" : $"{Sign.Bad}"),
                (LoginCommands.Parameter, _ => found.Profile),
                ("what", finding => finding.What),
                ("stands", finding => finding.Stands),
                ("do", finding => finding.Advice == finding.Stands ? "" : finding.Advice)),
            Key = "what",
        });
    }

    private sealed record Found(string Profile, IReadOnlyList<LoginFinding> Findings);
}
