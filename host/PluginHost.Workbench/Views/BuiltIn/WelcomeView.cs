using PluginHost.Campaigns;
using PluginHost.Sdk;
using PluginHost.Workbench.Commands;
using PluginHost.Workbench.Keys;
using PluginHost.Workbench.Views.Panel;

namespace PluginHost.Workbench.Views.BuiltIn;

/// <summary>What somebody sees who has never been here: a few things to do, each with its key, the first of which leads to a post.</summary>
internal sealed class WelcomeView : OwnedView
{
    private readonly Workbench _workbench;

    public WelcomeView(Workbench workbench)
        : base(workbench, BuiltInViews.Welcome, Texts.WelcomeTitle, Area.Editor)
    {
        _workbench = workbench;
        workbench.FileTaken += Refresh;
    }

    public static void AddCommands(Workbench workbench)
    {
        workbench.Add(CommandEntry.Quick("workbench.welcome", Texts.WelcomeTitle, () => workbench.OpenView(BuiltInViews.Welcome)));
        workbench.AddKeys([Digit(1, "workbench.compose"), Digit(2, "workbench.scripts")]);
        if (OutcomeOf(workbench) is not null)
            workbench.AddKeys([Digit(3, "workbench.welcome.outcome")]);

        workbench.AddKeys([Digit(4, "workbench.scripts.new")]);
        workbench.Add(CommandEntry.Quick("workbench.welcome.outcome", Texts.WelcomeOutcome, () => ShowOutcome(workbench)) with { IsHidden = true });
    }

    protected override View Read()
    {
        var nodes = new List<TreeNode>
        {
            new() { Id = "where", Text = IsRehearsal(_workbench) ? Texts.WelcomeRehearsal : Texts.WelcomeReal },
            Item(1, Texts.WelcomePost, "workbench.compose"),
            Item(2, Texts.WelcomeScripts, "workbench.scripts"),
        };
        if (OutcomeOf(_workbench) is not null)
            nodes.Add(Item(3, Texts.WelcomeOutcome, "workbench.welcome.outcome"));

        nodes.Add(Item(4, Texts.WelcomeScript, "workbench.scripts.new"));
        nodes.Add(new TreeNode { Id = "find", Text = Texts.WelcomeFind, Detail = KeyOf("workbench.palette"), Open = new CommandCall { Id = "workbench.palette" } });
        return new Tree { Nodes = nodes };
    }

    /// <summary>Whether nobody outside hears what the profiles say.</summary>
    internal static bool IsRehearsal(Workbench workbench) => workbench.IsRehearsal([.. workbench.Engine.Profiles.All.Where(profile => profile.CanSend)]);

    private static OwnKey Digit(int number, string command) => new($"{number}", command) { When = $"view == {BuiltInViews.Welcome}" };

    private static void ShowOutcome(Workbench workbench)
    {
        if (OutcomeOf(workbench) is { } view)
            workbench.OpenView(view);
    }

    // Whatever plugin publishes here, its first view says what became of a post.
    private static string? OutcomeOf(Workbench workbench)
    {
        var publisher = typeof(IPublisher).FullName!;
        foreach (var plugin in workbench.Engine.Plugins.Usable)
        {
            if (!plugin.Contributions!.Services.Contains(publisher))
                continue;

            foreach (var view in plugin.Contributions.Views)
            {
                if (view.Area == Area.Editor)
                    return view.Id;
            }
        }

        return null;
    }

    private TreeNode Item(int number, string text, string command) => new()
    {
        Id = command,
        Text = $"{number}  {text}",
        Detail = KeyOf(command) is var key && key != $"{number}" ? key : "",
        Open = new CommandCall { Id = command },
    };

    private string KeyOf(string command) => _workbench.Keys.KeyOf(command);
}
