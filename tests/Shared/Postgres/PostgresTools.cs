using System.Diagnostics;

namespace PluginHost.Testing;

/// <summary>The programs of PostgreSQL on this machine. They refuse to run as root, and are then run as another user.</summary>
internal sealed class PostgresTools(string folder, string? user)
{
    /// <returns>Null where PostgreSQL is not installed.</returns>
    public static PostgresTools? Find()
    {
        var installed = Directory.Exists("/usr/lib/postgresql")
            ? Directory.GetDirectories("/usr/lib/postgresql").OrderDescending(StringComparer.Ordinal).Select(version => Path.Combine(version, "bin"))
            : [];
        var onPath = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator);
        var folder = installed.Concat(onPath).FirstOrDefault(place => Has(place, "initdb") && Has(place, "pg_ctl") && Has(place, "postgres"));
        return folder is null ? null : new PostgresTools(folder, Environment.UserName == "root" ? OtherUser() : null);
    }

    public void Run(string program, string[] arguments)
    {
        if (user is null)
            RunPlain(Path.Combine(folder, program), arguments);
        else
            RunPlain("setpriv", ["--reuid", user, "--regid", user == "nobody" ? "nogroup" : user, "--clear-groups", Path.Combine(folder, program), .. arguments]);
    }

    /// <summary>Makes a folder that of the user who the programs run as.</summary>
    public void GiveTo(string place)
    {
        if (user is not null)
            RunPlain("chown", ["-R", user, place]);
    }

    private static bool Has(string folder, string program) => File.Exists(Path.Combine(folder, program));

    private static string OtherUser() => File.ReadLines("/etc/passwd").Any(line => line.StartsWith("postgres:", StringComparison.Ordinal)) ? "postgres" : "nobody";

    // What the server goes on writing must not keep us reading: nothing is redirected but what says why it did not start.
    private static void RunPlain(string program, string[] arguments)
    {
        var start = new ProcessStartInfo(program) { RedirectStandardOutput = true, WorkingDirectory = "/" };
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);

        using var process = Process.Start(start)!;
        var said = program.EndsWith("pg_ctl", StringComparison.Ordinal) || arguments.Contains("start") ? "" : process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}. {said}");
    }
}
