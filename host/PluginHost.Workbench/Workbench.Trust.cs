using PluginHost.Engine.Plugins;
using PluginHost.Engine.Trust;
using PluginHost.Engine.Workspaces;
using PluginHost.Sdk;
using PluginHost.Workbench.Asking;
using PluginHost.Workbench.Rendering;
using PluginHost.Workbench.Trusting;

namespace PluginHost.Workbench;

// What may run here. It is asked for once the first frame is out, and whatever is answered, the rest goes on.
public sealed partial class Workbench
{
    /// <summary>The plugins that wait for the person's word about themselves.</summary>
    internal IEnumerable<KnownPlugin> Restricted => Engine.Plugins.All.Where(plugin => plugin.Entry.On && TrustCommands.IsAsked(plugin.Restriction));

    /// <summary>Why trust in the workspace cannot be changed; null where it can.</summary>
    internal string? WhyTrustStays() => Engine.Trust.IsByEnvironment ? Texts.TrustByEnvironment : null;

    internal void AskForTrustOrTakeItBack()
    {
        if (!Engine.Trust.IsGiven)
            AskForTrust();
        else
            Question(Texts.Fill(Texts.TrustTakeBack, Engine.Trust.Folder), [], Texts.TrustTakeBackYes, Texts.TrustKeep, TakeBackAsync);
    }

    /// <summary>Asks for a plugin, with what it wants and what its code can do.</summary>
    internal void AskFor(string id)
    {
        if (Restricted.FirstOrDefault(plugin => plugin.Id == id) is not { } plugin)
        {
            Tell(Severity.Information, Texts.Fill(Texts.TrustNotAsked, id));
            return;
        }

        // Its files are looked through meanwhile.
        Background(() =>
        {
            var offer = PluginOffer.Of(plugin);
            Post(() => Question(Texts.Fill(Texts.TrustPlugin, plugin.Id), offer.Lines, Texts.TrustPluginYes, Texts.TrustNo, () => Engine.AcceptAsync(plugin, _left.Token)));
            return Task.CompletedTask;
        });
    }

    private void AskForTrust()
    {
        if (Engine.Trust.IsGiven)
            AskForPlugins();
        else if (Engine.Offer is var shown)
            Question(Texts.TrustWorkspace, shown.Lines, Texts.TrustYes, Texts.TrustNo, () => TrustAsync(shown));
    }

    private void AskForPlugins()
    {
        foreach (var plugin in Restricted.ToList())
            AskFor(plugin.Id);
    }

    private async Task TrustAsync(WorkspaceOffer shown)
    {
        await Engine.TrustAsync(shown, _left.Token);
        Post(AskForPlugins);
    }

    private Task<WorkspaceReload> TakeBackAsync()
    {
        Engine.Trust.Book.RevokeWorkspace(Engine.Trust.Folder);
        return Engine.ReloadAsync(_left.Token);
    }

    private void Question(string question, IReadOnlyList<string> lines, string yes, string no, Func<Task> agreed) => _questions.Ask(new Question(
        question,
        taken => new ConfirmQuestion(question, [.. lines.Select(line => new Line(line, Role.Text))], yes, no, isAgreed =>
        {
            taken();
            if (isAgreed)
                Background(() => KeepAsync(agreed));
        }),
        () => { }));

    // A disk that is full must not end the screen.
    private async Task KeepAsync(Func<Task> agreed)
    {
        try
        {
            await agreed();
        }
        catch (PluginHostException error)
        {
            Post(() => Tell(Severity.Error, error.Message));
        }

        _title = null;
        OnStatus("");
    }

    private void AddRestricted(List<StatusItem> items)
    {
        if (Engine.Trust.IsGiven)
            return;

        items.Add(new StatusItem
        {
            Id = TrustCommands.Workspace,
            Text = new Line(Texts.StatusRestricted, Role.Warning),
            Tip = Texts.StatusRestrictedTip,
            Priority = 100,
            Command = new CommandCall { Id = TrustCommands.Workspace },
        });
    }
}
