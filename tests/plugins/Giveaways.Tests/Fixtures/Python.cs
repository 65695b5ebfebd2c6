using System.ComponentModel;
using System.Diagnostics;

namespace PluginHost.Giveaways.Tests.Fixtures;

/// <summary>The verifier in Python, where there is one.</summary>
internal static class Python
{
    public static async Task<(int ExitCode, string Output, string Errors)> VerifyAsync(TestFolder folder, byte[] proof)
    {
        var file = Path.Combine(folder.Path, "giveaway.proof");
        await File.WriteAllBytesAsync(file, proof, TestContext.Current.CancellationToken);
        var start = new ProcessStartInfo("python3", [Path.Combine(AppContext.BaseDirectory, "Verifier", "verify.py"), file])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = System.Text.Encoding.UTF8,
        };
        start.Environment["PYTHONIOENCODING"] = "utf-8";
        try
        {
            using var process = Process.Start(start)!;
            var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
            var errors = await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
            return (process.ExitCode, await output, errors);
        }
        catch (Win32Exception)
        {
            Assert.Skip("There is no python3 here: the other verifier was not run.");
            throw;
        }
    }
}
