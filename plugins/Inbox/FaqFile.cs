using PluginHost.Campaigns;
using PluginHost.Sdk;

namespace PluginHost.Inbox;

/// <summary>The questions that are asked again and again, from a Markdown file of the workspace. Read at each use: somebody may be writing it.</summary>
internal sealed class FaqFile(IWorkspace workspace, string file)
{
    public string Name => file;

    /// <exception cref="PluginHostException">There is no file, or it has a mistake; the message names the line.</exception>
    public async Task<FaqPage> ReadAsync(CancellationToken cancel) => workspace.Exists(file)
        ? FaqPage.Parse(await workspace.ReadTextAsync(file, cancel), file)
        : throw new PluginHostException($"There is no {file} in the workspace. Write questions there, each behind \"## \", and its answer below. The setting faq of inbox names another file.");
}
