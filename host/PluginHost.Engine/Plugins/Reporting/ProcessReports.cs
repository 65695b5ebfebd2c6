using System.Globalization;
using System.Text;
using System.Text.Json;
using PluginHost.Sdk;

namespace PluginHost.Engine.Plugins.Reporting;

/// <summary>
/// What each process of a workspace says of its plugins, a small file for each in <c>.pluginhost/running</c>. The file is held while its process lives: one that
/// nobody holds was left by a process that was killed, and counts no more.
/// </summary>
internal sealed class ProcessReports(Engine engine)
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(2);

    private string Folder => Path.Combine(engine.DataFolder, "running");

    /// <summary>What the processes that live say, the oldest first.</summary>
    public IReadOnlyList<ProcessReport> Read()
    {
        if (!Directory.Exists(Folder))
            return [];

        return [.. Directory.EnumerateFiles(Folder, "*.json").Order(StringComparer.Ordinal).Where(IsHeld).Select(Read).OfType<ProcessReport>()];
    }

    /// <summary>Writes how this process's plugins stand, now and then, until it is cancelled.</summary>
    public async Task RunAsync(CancellationToken cancel)
    {
        try
        {
            Sweep();
            WorkspaceData.MakeFolder(engine.DataFolder);
            Directory.CreateDirectory(Folder);
            var path = Path.Combine(Folder, string.Create(CultureInfo.InvariantCulture, $"{Environment.ProcessId}.json"));
            await using (var file = new FileStream(path, FileMode.Create, FileAccess.ReadWrite, FileShare.Read | FileShare.Delete))
                await WriteAsync(file, cancel);

            System.IO.File.Delete(path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // Nobody sees from outside how its plugins stand. They run as well.
            engine.Output.Write("host", Severity.Warning, $"\"pluginhost plugins\" will not see how plugins stand here: {error.Message}");
        }
    }

    private async Task WriteAsync(FileStream file, CancellationToken cancel)
    {
        byte[] before = [];
        while (!cancel.IsCancellationRequested)
        {
            var now = Write(engine.Plugins.All.Select(plugin => PluginReport.Of(engine, plugin)));
            if (!now.AsSpan().SequenceEqual(before))
            {
                file.Position = 0;
                await file.WriteAsync(now, CancellationToken.None);
                file.SetLength(now.Length);
                await file.FlushAsync(CancellationToken.None);
                before = now;
            }

            await Task.WhenAny(Task.Delay(Every, engine.Clock, cancel));
        }
    }

    private static byte[] Write(IEnumerable<PluginReport> reports)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
        {
            writer.WriteStartArray();
            foreach (var report in reports)
            {
                writer.WriteStartObject();
                writer.WriteString("plugin", report.Plugin);
                writer.WriteString("state", report.State);
                if (report is { Own: { } own, Waited: { } waited })
                {
                    writer.WriteNumber("own", own.TotalMilliseconds);
                    writer.WriteNumber("waited", waited.TotalMilliseconds);
                }

                writer.WriteString("by", report.By);
                writer.WriteNumber("calls", report.Calls);
                writer.WriteNumber("faults", report.Faults);
                writer.WriteNumber("zombies", report.Zombies);
                writer.WriteString("cause", report.Cause);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
        }

        return stream.ToArray();
    }

    private static ProcessReport? Read(string path)
    {
        try
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var reader = new StreamReader(file, Encoding.UTF8);
            using var json = JsonDocument.Parse(reader.ReadToEnd());
            return new ProcessReport(
                int.Parse(Path.GetFileNameWithoutExtension(path), CultureInfo.InvariantCulture),
                [.. json.RootElement.EnumerateArray().Select(PluginReport.Read)]);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or JsonException or InvalidOperationException or KeyNotFoundException or FormatException)
        {
            // It is being written, or was written by a program of another version.
            return null;
        }
    }

    private static bool IsHeld(string path)
    {
        try
        {
            using (new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None))
                return false;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return true;
        }
    }

    private void Sweep()
    {
        if (!Directory.Exists(Folder))
            return;

        foreach (var left in Directory.EnumerateFiles(Folder, "*.json").Where(path => !IsHeld(path)))
            System.IO.File.Delete(left);
    }
}
