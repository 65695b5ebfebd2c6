using System.Reflection;
using System.Text.Json;

namespace PluginHost.Peers.Tests.Stories;

/// <summary>A workspace of a phone company whose four profiles are on three networks: Bluesky, two Mastodons, and the rehearsal network.</summary>
internal sealed class Story : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);
    private readonly ProgramPlace _place;

    private Story(PdsPerson press, SnacPerson help, SnacPerson offers)
    {
        (Press, Help, Offers) = (press, help, offers);

        // The vault's key, for each process of this place.
        Environment.SetEnvironmentVariable("PLUGINHOST_PASSPHRASE", "a key for a test");
        _place = new ProgramPlace(
            $$"""
            plugins:
              posting:
              inbox:
              giveaways:
              rehearsal:
              bluesky:
              mastodon:
            profiles:
              "@telco":        { network: bluesky, handle: {{press.Handle}}, server: "{{Peer.Pds}}", purpose: press, language: en }
              "@telco_help":   { network: mastodon, handle: "{{help.Handle}}", server: "{{Peer.Snac296}}", purpose: support, language: en }
              "@telco_offers": { network: mastodon, handle: "{{offers.Handle}}", server: "{{Peer.Snac275}}", purpose: offers, language: en }
              "@telco_nb":     { network: rehearsal, purpose: offers, language: nb }

            """);
    }

    public PdsPerson Press { get; }

    public SnacPerson Help { get; }

    public SnacPerson Offers { get; }

    /// <summary>Makes the workspace, and logs the profiles in as a person does.</summary>
    public static async Task<Story> BeginAsync()
    {
        var story = new Story(
            await PdsPerson.JoinAsync(Peer.PdsWithAppView, "telco"),
            SnacPerson.Find(Peer.Snac296, Peer.Snac296Accounts, "alice"),
            SnacPerson.Find(Peer.Snac275, Peer.Snac275Accounts, "alice"));
        await story.LogInAsync("@telco", story.Press.Password);
        await story.LogInAsync("@telco_help", "3", story.Help.Token);
        await story.LogInAsync("@telco_offers", "3", story.Offers.Token);
        return story;
    }

    public string Write(string name, string text) => _place.Write(name, text);

    public string Copy(string script)
    {
        var repository = typeof(Story).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(data => data.Key == "Repository").Value!;
        return Write(script, File.ReadAllText(Path.Combine(repository, script)));
    }

    public ProgramRun Serve() => _place.Start("serve");

    public async Task<ProgramEnd> RunAsync(params string[] arguments)
    {
        var end = await _place.RunAsync(arguments);
        end.ExitCode.ShouldBe(0, $"{string.Join(' ', arguments)}\n{end}");
        return end;
    }

    /// <summary>Runs a command, and gives its rows.</summary>
    public async Task<IReadOnlyList<JsonElement>> RowsAsync(params string[] command) => [.. (await RunAsync(["do", .. command, "--json"])).Json.EnumerateArray()];

    /// <summary>Asks again and again, within bounds, until what was asked for is there: servers and their indexes take their time.</summary>
    public static async Task<T> UntilAsync<T>(Func<Task<T>> ask, Predicate<T> isThere)
    {
        var begun = TimeProvider.System.GetTimestamp();
        while (true)
        {
            var found = await ask();
            if (isThere(found))
                return found;

            TimeProvider.System.GetElapsedTime(begun).ShouldBeLessThan(Patience, $"It never came: {JsonSerializer.Serialize(found)}");
            await Task.Delay(TimeSpan.FromSeconds(1), TestContext.Current.CancellationToken);
        }
    }

    public void Dispose()
    {
        _place.Dispose();
        Press.Dispose();
        Help.Dispose();
        Offers.Dispose();
    }

    private async Task LogInAsync(string profile, params string[] answers)
    {
        await using var run = _place.Start("profiles", "login", profile);
        foreach (var answer in answers)
            await run.Input.WriteLineAsync(answer);

        var end = await run.EndAsync();
        end.ExitCode.ShouldBe(0, end.ToString());
        end.ToString().ShouldNotContain(answers[^1]);
    }
}
