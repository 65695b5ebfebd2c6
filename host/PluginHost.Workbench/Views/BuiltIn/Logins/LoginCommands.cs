using PluginHost.Campaigns;
using PluginHost.Engine.Plugins.Contributions;
using PluginHost.Engine.Workspaces.Editing;
using PluginHost.Sdk;
using PluginHost.Workbench.Commands;
using PluginHost.Workbench.Keys;

namespace PluginHost.Workbench.Views.BuiltIn.Logins;

/// <summary>What can be done so that a profile can speak, and the views that show whether it can.</summary>
internal sealed partial class LoginCommands
{
    public const string List = "workbench.logins";
    public const string Found = "workbench.login";
    public const string Look = "workbench.logins.look";

    /// <summary>The parameter, and the column, that names a profile.</summary>
    public const string Parameter = "profile";

    private const string InList = $"view == {List}";
    private readonly Workbench _workbench;
    private readonly LoginsView _list;
    private readonly LoginView _found = new();

    private LoginCommands(Workbench workbench) => (_workbench, _list) = (workbench, new LoginsView(workbench));

    public static void AddTo(Workbench workbench)
    {
        var commands = new LoginCommands(workbench);
        workbench.Add(commands._list);
        workbench.Add(commands._found);
        commands.AddCommands();
        commands.AddVaultCommands();
    }

    private void AddCommands()
    {
        _workbench.Add(CommandEntry.Quick(List, Texts.CommandLogins, () => _workbench.OpenView(List)));
        _workbench.Add(
            new CommandEntry { Id = "workbench.logins.add", Title = Texts.CommandProfileAdd, Run = async (_, cancel) => await AddAsync(cancel) },
            new OwnKey("a", "workbench.logins.add") { When = InList });
        Add("workbench.logins.login", Texts.CommandLogin, "l", LogInAsync);
        Add("workbench.logins.logout", Texts.CommandLogout, "o", LogOutAsync);
        Add(Look, Texts.CommandLook, "c", LookOverAsync);
        Add("workbench.logins.remove", Texts.CommandProfileRemove, "delete", RemoveAsync);
    }

    private void Add(string id, string title, string key, Func<Profile, CancellationToken, Task> work) => _workbench.Add(
        new CommandEntry
        {
            Id = id,
            Title = title,
            Parameters = [new ParameterContribution { Name = Parameter, Kind = ParameterKind.Text, Question = Texts.LoginAsked }],
            Run = async (arguments, cancel) =>
            {
                await work(_workbench.Engine.Profiles[arguments[Parameter].ToString()], cancel);
                return Value.Nothing;
            },
        },
        new OwnKey(key, id) { When = InList });

    private async Task LogInAsync(Profile profile, CancellationToken cancel)
    {
        try
        {
            Tell(await _workbench.Engine.Logins.LogInAsync(profile, cancel) is { } account
                ? Texts.Fill(Texts.LoginDone, profile.Name, account)
                : Texts.Fill(Texts.LoginNone, profile.Network, profile.Name));
        }
        finally
        {
            _list.AskAgain(profile);
        }
    }

    private async Task LogOutAsync(Profile profile, CancellationToken cancel)
    {
        if (!await ConfirmAsync(Texts.Fill(Texts.LogoutAsked, profile.Name), Texts.LogoutYes, cancel))
            return;

        try
        {
            Tell(Texts.Fill(await _workbench.Engine.Logins.LogOutAsync(profile, cancel) ? Texts.LogoutDone : Texts.LogoutNone, profile.Name, profile.Network));
        }
        finally
        {
            _list.AskAgain(profile);
        }
    }

    private async Task LookOverAsync(Profile profile, CancellationToken cancel)
    {
        var findings = await _workbench.Engine.Logins.LookOverAsync(profile, cancel);
        _list.AskAgain(profile);
        _workbench.Post(() =>
        {
            _found.Show(profile, findings);
            _workbench.ShowInPanel(Found);
        });
    }

    private async Task RemoveAsync(Profile profile, CancellationToken cancel)
    {
        if (!await ConfirmAsync(Texts.Fill(Texts.ProfileRemoveAsked, profile.Name), Texts.ProfileRemoveYes, cancel))
            return;

        // Where its plugin is gone, the name can go all the same.
        if (_workbench.Engine.Networks.Ids.Contains(profile.Network))
            await _workbench.Engine.Logins.LogOutAsync(profile, cancel);

        await EditAsync(Texts.Fill(Texts.ProfileRemoved, profile.Name), file => ProfilesFile.RemoveAsync(file, profile.Name, cancel), cancel);
    }

    private async Task<bool> ConfirmAsync(string question, string yes, CancellationToken cancel)
    {
        var answer = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
        _workbench.Post(() => _workbench.Confirm(question, [], yes, isYes => answer.TrySetResult(isYes)));
        return await answer.Task.WaitAsync(cancel);
    }

    private void Tell(string text) => _workbench.Post(() => _workbench.Tell(Severity.Information, text));
}
