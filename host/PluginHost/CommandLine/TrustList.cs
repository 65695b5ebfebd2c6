using System.CommandLine;
using PluginHost.Engine.Trust;
using PluginHost.Printing;
using PluginHost.Sdk;

namespace PluginHost.CommandLine;

/// <summary><c>trust --list</c>: everything that the person has said, from every workspace.</summary>
internal static class TrustList
{
    public static int Print(ParseResult commandLine)
    {
        var book = WorkspaceTrust.Of(TrustQuestion.OptionsFor(commandLine)).Book;
        var given = GivenTrust.OfEnvironment();
        IReadOnlyList<(string What, string Name, string Needs, DateTimeOffset? Since)> all =
        [
            .. given.IsAll ? [("environment", $"{GivenTrust.Variable}=all", "", null)] : given.Folders.Select(folder => ("environment", folder, "", (DateTimeOffset?)null)),
            .. book.Workspaces.Select(workspace => ("workspace", workspace.Folder, "", (DateTimeOffset?)workspace.Since)),
            .. book.Plugins.Select(consent => ("plugin", consent.Folder is null ? consent.Plugin : $"{consent.Plugin} in {consent.Folder}", string.Join(", ", consent.Needs), (DateTimeOffset?)consent.Since)),
        ];
        new ValuePrinter(commandLine.GetValue(Common.Json), Console.Out, new ProgressLine()).Print(Table.Of(
            all,
            ("what", each => each.What),
            ("name", each => each.Name),
            ("needs", each => each.Needs),
            ("since", each => each.Since is { } since ? TimeZoneInfo.ConvertTime(since, TimeZoneInfo.Local) : Value.Nothing)));
        foreach (var file in book.Damaged)
            Complaint.Warn($"{file} cannot be read, and gives no trust. Delete it, and trust anew.");

        return ExitCode.Done;
    }
}
