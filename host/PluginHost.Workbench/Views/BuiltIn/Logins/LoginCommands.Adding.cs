using PluginHost.Campaigns;
using PluginHost.Engine.Workspaces.Editing;
using PluginHost.Sdk;
using PluginHost.Workbench.Views.BuiltIn.Settings;

namespace PluginHost.Workbench.Views.BuiltIn.Logins;

/// <content>A new profile: asked for, written into the file, and logged in.</content>
internal sealed partial class LoginCommands
{
    private async Task<Value> AddAsync(CancellationToken cancel)
    {
        if (await AskForProfileAsync(cancel) is not { } profile)
            return Value.Nothing;

        await EditAsync(Texts.Fill(Texts.ProfileAdded, profile.Name), file => ProfilesFile.AddAsync(file, profile, cancel), cancel);
        await _workbench.Engine.ReloadAsync(cancel);
        await LogInAsync(_workbench.Engine.Profiles[profile.Name], cancel);
        return Value.Nothing;
    }

    // One question after the other; whoever leaves one leaves all.
    private async Task<Profile?> AskForProfileAsync(CancellationToken cancel)
    {
        var ask = _workbench.Ask;
        if (await ask.ForChoiceAsync(Texts.ProfileNetworkAsked, _workbench.Engine.Networks.Ids, cancel) is not { } network
            || await ask.ForTextAsync(Texts.ProfileNameAsked, cancel) is not { } typed)
        {
            return null;
        }

        var name = $"@{typed.Trim().TrimStart('@')}";
        if (await ask.ForTextAsync(Texts.Fill(Texts.ProfileHandleAsked, name[1..]), cancel) is not { } handle
            || await ask.ForTextAsync(Texts.ProfileServerAsked, cancel) is not { } server
            || await ask.ForTextAsync(Texts.ProfilePurposeAsked, cancel) is not { } purpose)
        {
            return null;
        }

        return new Profile
        {
            Name = name,
            Network = network,
            Handle = handle.Trim() is { Length: > 0 } given ? given : name[1..],
            Server = server.Trim().TrimEnd('/'),
            Purpose = purpose.Trim(),
        };
    }

    // What was there before is kept, so that it can be taken back while nobody has changed more.
    private async Task EditAsync(string title, Func<string, Task<FileEdit>> edit, CancellationToken cancel)
    {
        var file = _workbench.Engine.Workspace.File;
        try
        {
            var before = await File.ReadAllTextAsync(file, cancel);
            switch (await edit(file))
            {
                case FileEdited edited:
                    _workbench.Post(() => _workbench.OfferUndo(title, new FileChange(file, before, edited.Text).UndoAsync));
                    break;
                case FileEditRefused refused:
                    throw new PluginHostException(refused.ToString());
            }
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new PluginHostException(Texts.Fill(Texts.SettingsUnwritten, Path.GetFileName(file), error.Message));
        }
    }
}
