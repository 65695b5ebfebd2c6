using PluginHost.Engine.Plugins.Contributions;
using PluginHost.Sdk;
using PluginHost.Workbench.Commands;
using PluginHost.Workbench.Views.BuiltIn.Campaigns;
using PluginHost.Workbench.Views.BuiltIn.Composing;
using PluginHost.Workbench.Views.BuiltIn.Logins;
using PluginHost.Workbench.Views.BuiltIn.Plugins;
using PluginHost.Workbench.Views.BuiltIn.Repl;
using PluginHost.Workbench.Views.BuiltIn.Scripts;
using PluginHost.Workbench.Views.BuiltIn.Settings;

namespace PluginHost.Workbench.Views.BuiltIn;

/// <summary>The views that the workbench brings itself: records over what the engine knows, drawn as a plugin's are.</summary>
internal static class BuiltInViews
{
    public const string Welcome = "workbench.welcome";
    public const string Profiles = "workbench.profiles";

    public static void AddTo(Workbench workbench)
    {
        workbench.Add(new WelcomeView(workbench));
        WelcomeView.AddCommands(workbench);
        workbench.Add(new ProfilesView(workbench));
        workbench.Lists.Add("profile", () => [.. workbench.Engine.Profiles.All.Select(ProfilesView.ChoiceOf)]);
        ScriptCommands.AddTo(workbench);
        CampaignCommands.AddTo(workbench);
        ReplCommands.AddTo(workbench);
        ComposerCommands.AddTo(workbench);
        PluginCommands.AddTo(workbench);
        LoginCommands.AddTo(workbench);
        Trusting.TrustCommands.AddToPlugins(workbench);
        SettingsCommands.AddTo(workbench);
    }

    /// <summary>A command that is done at once and takes texts, which are asked for where nothing selected has them.</summary>
    public static CommandEntry Asking(string id, string title, Action<Record> work, params IReadOnlyList<(string Name, string Question)> parameters) =>
        CommandEntry.Quick(id, title, () => { }) with
        {
            Parameters =
            [
                .. parameters.Select(parameter => new ParameterContribution
                {
                    Name = parameter.Name,
                    Kind = ParameterKind.Text,
                    Question = parameter.Question,
                }),
            ],
            Run = (arguments, _) =>
            {
                work(arguments);
                return Task.FromResult(Value.Nothing);
            },
        };
}
