using PluginHost.Engine.Plugins.Contributions;
using PluginHost.Engine.Trust;
using PluginHost.Sdk;
using PluginHost.Workbench.Commands;
using PluginHost.Workbench.Keys;

namespace PluginHost.Workbench.Trusting;

/// <summary>By which the person says what may run, and takes it back.</summary>
internal static class TrustCommands
{
    public const string Workspace = "workbench.trust";
    public const string Plugin = "workbench.trust.plugin";

    public static void AddTo(Workbench workbench) =>
        workbench.Add(CommandEntry.Quick(Workspace, Texts.CommandTrust, workbench.AskForTrustOrTakeItBack) with { Refusal = workbench.WhyTrustStays });

    /// <summary>Adds the key of the list of plugins, behind the list's own: most plugins wait for no word.</summary>
    public static void AddToPlugins(Workbench workbench)
    {
        workbench.Add(
            new CommandEntry
            {
                Id = Plugin,
                Title = Texts.CommandTrustPlugin,
                Parameters = [new ParameterContribution { Name = "plugin", Kind = ParameterKind.Text, Question = Texts.TrustPluginAsked }],
                Refusal = () => workbench.Restricted.Any() ? null : Texts.TrustNoneRestricted,
                IsQuick = true,
                Run = (arguments, _) =>
                {
                    workbench.AskFor(arguments["plugin"].ToString());
                    return Task.FromResult(Value.Nothing);
                },
            },
            new OwnKey("t", Plugin) { When = "view == workbench.plugins" });
    }

    /// <summary>Whether a plugin waits for a word about itself, and not about its workspace.</summary>
    public static bool IsAsked(Restriction? restriction) => restriction is not null and not { Kind: RestrictionKind.Workspace };
}
