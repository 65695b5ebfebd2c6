using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace PluginHost.Engine.Ways.Exchanges;

/// <summary>
/// The record of the last exchanges of each plugin and account, for whoever looks for what is wrong. Each process writes files of its own in <c>.pluginhost/exchanges</c>, a line an exchange, so that none
/// waits for another, and a request for none of them: what cannot be written is left out.
/// </summary>
/// <param name="dataFolder">The workspace's data.</param>
internal sealed class ExchangeLog(string dataFolder)
{
    /// <summary>So many of each plugin and account are kept.</summary>
    public const int Kept = 50;

    // Files of processes that have ended, for each account: what one of them did wrong is asked of the next.
    private const int FilesKept = 4;

    private readonly Lock _gate = new();
    private readonly Dictionary<string, int> _lines = [];

    private string Folder => Path.Combine(dataFolder, "exchanges");

    /// <summary>Records one.</summary>
    public void Note(Exchange exchange)
    {
        var subject = SubjectOf(exchange);
        var file = Path.Combine(Folder, string.Create(CultureInfo.InvariantCulture, $"{subject}-{Environment.MachineName}-{Environment.ProcessId}.jsonl"));
        lock (_gate)
        {
            try
            {
                if (!_lines.TryGetValue(file, out var lines))
                {
                    WorkspaceData.MakeFolder(dataFolder);
                    Directory.CreateDirectory(Folder);
                    Sweep(subject, file);
                    lines = File.Exists(file) ? LinesOf(file).Count : 0;
                }

                File.AppendAllText(file, $"{ExchangeLine.Write(exchange)}\n");
                _lines[file] = ++lines < 2 * Kept ? lines : Shorten(file);
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException)
            {
                // Whoever looks sees less. The exchange itself went on.
            }
        }
    }

    /// <summary>The last ones of each plugin and account, in all processes, the oldest first.</summary>
    public IReadOnlyList<Exchange> Read()
    {
        if (!Directory.Exists(Folder))
            return [];

        return
        [
            .. Directory.EnumerateFiles(Folder, "*.jsonl").SelectMany(LinesOf).Select(ExchangeLine.Read).OfType<Exchange>()
                .GroupBy(exchange => (exchange.Plugin, exchange.Account))
                .SelectMany(account => account.OrderBy(exchange => exchange.At).TakeLast(Kept))
                .OrderBy(exchange => exchange.At),
        ];
    }

    private static int Shorten(string file)
    {
        var last = LinesOf(file).TakeLast(Kept).ToList();
        File.WriteAllLines(file, last);
        return last.Count;
    }

    private static List<string> LinesOf(string file)
    {
        try
        {
            using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var reader = new StreamReader(stream, Encoding.UTF8);
            var lines = new List<string>();
            while (reader.ReadLine() is { } line)
                lines.Add(line);

            return lines;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // Its process has swept it meanwhile.
            return [];
        }
    }

    private void Sweep(string subject, string own)
    {
        foreach (var old in new DirectoryInfo(Folder).EnumerateFiles($"{subject}-*.jsonl").Where(file => file.FullName != own).OrderByDescending(file => file.LastWriteTimeUtc).Skip(FilesKept))
            old.Delete();
    }

    // Accounts are called what people like, and files are not.
    private static string SubjectOf(Exchange exchange) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{exchange.Plugin}\n{exchange.Account}")).AsSpan(0, 8));
}
