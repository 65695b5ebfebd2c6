using PluginHost.Engine.Workspaces;

namespace PluginHost.Engine.Campaigns;

/// <summary>
/// The campaigns as they are written now: read again when <c>plugins.yaml</c> or a script has changed, by whoever asks. Where the file cannot be read as it is,
/// the campaigns that it had last go on.
/// </summary>
internal sealed class CampaignFiles(WorkspaceConfiguration workspace, TimeProvider clock)
{
    private readonly Lock _gate = new();
    private string _stamp = "";
    private WorkspaceConfiguration _workspace = workspace;
    private CampaignCatalog? _catalog;

    public CampaignCatalog Read()
    {
        lock (_gate)
        {
            var stamp = Stamp();
            if (_catalog is not null && stamp == _stamp)
                return _catalog;

            var problems = ReadWorkspace();
            _stamp = stamp;
            return _catalog = CampaignCatalog.Read(_workspace, clock.GetUtcNow()).With(problems);
        }
    }

    // What this process has open stays as it is: zone, store and plugins wait for the next start.
    private IReadOnlyList<ConfigurationProblem> ReadWorkspace()
    {
        if (_stamp.Length == 0)
            return [];

        switch (WorkspaceFile.Read(_workspace.File))
        {
            case WorkspaceRead { Configuration: var read }:
                _workspace = _workspace with { Campaigns = read.Campaigns };
                return [];
            case WorkspaceRefused { Problems: var problems }:
                return problems;
            case var other:
                throw new InvalidOperationException($"A workspace was read as {other}.");
        }
    }

    private string Stamp()
    {
        var folder = new DirectoryInfo(Path.Combine(_workspace.Root, CampaignCatalog.ScriptsFolder));
        var scripts = folder.Exists ? folder.EnumerateFiles("*.csx").OrderBy(file => file.Name, StringComparer.Ordinal) : Enumerable.Empty<FileInfo>();
        var named = _workspace.Campaigns.Select(campaign => new FileInfo(campaign.Script));
        return string.Join('|', named.Concat(scripts).Prepend(new FileInfo(_workspace.File)).Select(StampOf));
    }

    private static string StampOf(FileInfo file) =>
        file.Exists ? string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{file.Name} {file.Length} {file.LastWriteTimeUtc.Ticks}") : file.Name;
}
