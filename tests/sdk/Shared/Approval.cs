using System.Runtime.CompilerServices;

namespace PluginHost.Testing;

/// <summary>Compares a text with the one that was approved, which stands beside the test.</summary>
internal static class Approval
{
    public static void Check(string received, string name, [CallerFilePath] string test = "")
    {
        var folder = Path.GetDirectoryName(test)!;
        var approvedFile = Path.Combine(folder, $"{name}.approved.txt");
        var receivedFile = Path.Combine(folder, $"{name}.received.txt");
        var approved = File.Exists(approvedFile) ? File.ReadAllText(approvedFile).ReplaceLineEndings("\n") : "";
        if (approved == received)
        {
            File.Delete(receivedFile);
            return;
        }

        File.WriteAllText(receivedFile, received);
        var gone = approved.Split('\n').Except(received.Split('\n')).Select(line => $"- {line.Trim()}");
        var come = received.Split('\n').Except(approved.Split('\n')).Select(line => $"+ {line.Trim()}");
        Assert.Fail($"{name} has changed. Where that is meant, copy {Path.GetFileName(receivedFile)} over {Path.GetFileName(approvedFile)}.\n{string.Join('\n', gone.Concat(come))}");
    }
}
