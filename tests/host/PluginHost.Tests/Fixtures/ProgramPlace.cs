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

    /// <summary>Starts the program. Its input is open until it is closed.</summary>
    public ProgramRun Start(params string[] arguments) => Start(_ => { }, arguments);

    /// <summary>Starts the program with another environment.</summary>
    public ProgramRun Start(Action<IDictionary<string, string?>> environment, params string[] arguments)
    {
        var start = ProgramRun.InfoFor("dotnet", [ProgramRun.Program, .. arguments], Root);
        start.Environment["PLUGINHOST_HOME"] = Home;
        environment(start.Environment);
        return ProgramRun.Start(start);
    }

    public void Dispose() => _folder.Dispose();
}
