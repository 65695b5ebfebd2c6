namespace PluginHost.Testing;

/// <summary>A workspace of its own with a person of its own, in which the built program is run as anybody would run it.</summary>
internal sealed class ProgramPlace : IDisposable
{
    /// <summary>A workspace with the bundled plugins and four profiles of a phone company.</summary>
    public const string FourProfiles = """
        plugins:
          posting:
          rehearsal:
        profiles:
          "@telco":        { network: rehearsal, purpose: press,   language: en }
          "@telco_help":   { network: rehearsal, purpose: support, language: en }
          "@telco_offers": { network: rehearsal, purpose: offers,  language: en }
          "@telco_nb":     { network: rehearsal, purpose: offers,  language: nb }

        """;

    private readonly TestFolder _folder = new();

    /// <summary>Makes a place; an empty text leaves it without a <c>plugins.yaml</c>.</summary>
    public ProgramPlace(string configuration = FourProfiles)
    {
        Directory.CreateDirectory(Root);
        if (configuration.Length > 0)
            Write("plugins.yaml", configuration);
    }

    /// <summary>The workspace's folder, in which the program is started.</summary>
    public string Root => Path.Combine(_folder.Path, "workspace");

    /// <summary>What the program finds as <c>PLUGINHOST_HOME</c>.</summary>
    public string Home => Path.Combine(_folder.Path, "home");

    /// <summary>Where plugins of the test are put: <c>../plugins/ID</c> from the workspace.</summary>
    public string Plugins => Path.Combine(_folder.Path, "plugins");

    public string Write(string name, string text) => _folder.Write(Path.Combine("workspace", name), text);

    public bool Has(string name) => File.Exists(Path.Combine(Root, name));

    /// <summary>Runs the program to its end.</summary>
    public async Task<ProgramEnd> RunAsync(params string[] arguments)
    {
        await using var run = Start(arguments);
        return await run.EndAsync();
    }

    /// <summary>Runs the program to its end, from a folder of the workspace.</summary>
    public async Task<ProgramEnd> RunInAsync(string folder, params string[] arguments)
    {
        await using var run = ProgramRun.Start(InfoFor(Path.Combine(Root, folder), "dotnet", [ProgramRun.Program, .. arguments]));
        return await run.EndAsync();
    }

    /// <summary>Runs the program with other variables; <see langword="null"/> takes one away.</summary>
    public async Task<ProgramEnd> RunWithAsync((string Name, string? Value)[] environment, params string[] arguments)
    {
        var start = InfoFor(Root, "dotnet", [ProgramRun.Program, .. arguments]);
        foreach (var (name, value) in environment)
            start.Environment[name] = value;

        await using var run = ProgramRun.Start(start);
        return await run.EndAsync();
    }

    /// <summary>Runs a line of bash to its end, in which <c>pluginhost</c> is the program.</summary>
    public async Task<ProgramEnd> BashAsync(string line)
    {
        var start = InfoFor(Root, "bash", ["-c", $"pluginhost() {{ dotnet '{ProgramRun.Program}' \"$@\"; }}\n{line}"]);
        await using var run = ProgramRun.Start(start);
        return await run.EndAsync();
    }

    /// <summary>What stands in the outbox, as another process sees it: profile, state, reason.</summary>
    public async Task<IReadOnlyList<string>> OutboxAsync() =>
    [
        .. (await RunAsync("do", "posting.outbox", "--json")).ShouldBeDone().Json.EnumerateArray().Select(row =>
            $"{row.GetProperty("profile").GetString()} {row.GetProperty("state").GetString()} {row.GetProperty("reason").GetString()}".TrimEnd()),
    ];

    /// <summary>What was sent, as another process sees it: profile and text, newest first.</summary>
    public async Task<IReadOnlyList<string>> TimelineAsync() =>
    [
        .. (await RunAsync("do", "posting.timeline", "--json")).ShouldBeDone().Json.EnumerateArray().Select(row =>
            $"{row.GetProperty("profile").GetString()}: {row.GetProperty("text").GetString()}"),
    ];

    /// <summary>Starts the program. Its input is open until it is closed.</summary>
    public ProgramRun Start(params string[] arguments) => ProgramRun.Start(InfoFor(Root, "dotnet", [ProgramRun.Program, .. arguments]));

    public void Dispose() => _folder.Dispose();

    public System.Diagnostics.ProcessStartInfo InfoFor(string folder, string file, IEnumerable<string> arguments)
    {
        var start = ProgramRun.InfoFor(file, arguments, folder);
        start.Environment["PLUGINHOST_HOME"] = Home;
        start.Environment["PLUGINHOST_TRUST"] = "all";
        return start;
    }
}
