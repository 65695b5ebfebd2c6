using PluginHost.Campaigns;
using PluginHost.Sdk;
using PluginHost.Workbench.Views.Panel;

namespace PluginHost.Workbench.Views.BuiltIn;

/// <summary>Who speaks here: each profile with what people follow it for. Enter writes a post as it.</summary>
internal sealed class ProfilesView : OwnedView
{
    private readonly Workbench _workbench;

    public ProfilesView(Workbench workbench)
        : base(workbench, BuiltInViews.Profiles, Texts.ProfilesTitle, Area.Sidebar)
    {
        _workbench = workbench;
        workbench.FileTaken += Refresh;
    }

    public override string Welcome => Texts.ProfilesEmpty;

    /// <summary>What a profile is for, on which network.</summary>
    internal static string Describe(Profile profile) =>
        string.Join(" · ", new[] { profile.Purpose, profile.Language, profile.Network }.Where(part => part.Length > 0));

    /// <summary>A profile, where one is asked for.</summary>
    internal static Choice ChoiceOf(Profile profile) => new() { Text = profile.Name, Detail = DetailOf(profile) };

    protected override View Read() => new Tree { Nodes = [.. _workbench.Engine.Profiles.All.Select(NodeOf)] };

    private static TreeNode NodeOf(Profile profile) => new()
    {
        Id = profile.Name,
        Text = profile.Name,
        Detail = DetailOf(profile),
        Fields = Record.Of(("profile", profile.Name)),
        Open = profile.CanSend ? new CommandCall { Id = "workbench.compose.as", Arguments = Record.Of(("profile", profile.Name)) } : null,
    };

    private static string DetailOf(Profile profile) => profile.CanSend ? Describe(profile) : $"{Describe(profile)} · {Texts.ProfileListens}";
}
