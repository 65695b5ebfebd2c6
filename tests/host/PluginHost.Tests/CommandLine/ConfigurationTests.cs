namespace PluginHost.Tests.CommandLine;

/// <summary>A <c>plugins.yaml</c> that is wrong: every line of it is told, nothing is begun, exit code 2.</summary>
public sealed class ConfigurationTests
{
    [Theory]
    [InlineData("plugins:\n  posting:\nprofile:\n", "plugins.yaml(3): \"profile\" is unknown here. Did you mean \"profiles\"? Known are plugins, profiles, campaigns, linters, zone, mail, store, vault, keys, keep, sources.")]
    [InlineData("plugins:\n  posting: { pth: x }\n", "plugins.yaml(2): \"pth\" is unknown in \"posting\". Did you mean \"path\"? Known are version, path, settings, off.")]
    [InlineData("plugins:\n  - posting\n", "plugins.yaml(1): \"plugins\" wants a mapping, such as posting: { version: 1.2.0 }, not a list.")]
    [InlineData("plugins:\n  rehearsal: { settings: { followers: many } }\n", "plugins.yaml(2): \"followers\" wants a number, such as 3 or 2.5, not \"many\".")]
    [InlineData("plugins:\n\tposting:\n", "plugins.yaml(2): a tab; YAML indents with spaces.")]
    [InlineData("plugins:\n  posting:\n  rehearsal:\n  posting:\n", "plugins.yaml(4): \"posting\" stands here and on line 2. Keep one of them.")]
    [InlineData(
        "zone: Mars/Olympus\nprofiles:\n  \"@a\": { network: }\n",
        "plugins.yaml(1): \"Mars/Olympus\" is no time zone. Zones are named as in the IANA list: Europe/Oslo, America/Los_Angeles, UTC.\n"
        + "plugins.yaml(3): \"network\" has no value. Write one, or take the line out.")]
    public async Task Should_Say_What_Is_Wrong_With_Its_Line(string configuration, string message)
    {
        using var place = new ProgramPlace(configuration);

        var end = await place.RunAsync("do", "posting.timeline");

        end.ShouldComplain(2, $"pluginhost: {message}").Output.ShouldBe("");
        Directory.Exists(Path.Combine(place.Root, ".pluginhost")).ShouldBeFalse();
    }

    [Fact]
    public async Task Should_Say_That_It_Is_Missing_And_What_Belongs_There()
    {
        using var place = new ProgramPlace("");

        (await place.RunAsync("plugins")).ShouldComplain(
            2,
            $"pluginhost: plugins.yaml: there is no plugins.yaml in {place.Root} or above it. Make one; a smallest one says \"plugins: {{ posting, rehearsal }}\".");
    }

    [Theory]
    [InlineData("2 seconds", "PLUGINHOST_BUSY_TIMEOUT=2 seconds is no length of time. Write it as 250ms, 30s, 5m, 2h or 7d.")]
    public async Task Should_Refuse_A_Variable_That_Is_Wrong(string value, string message)
    {
        using var place = new ProgramPlace();

        (await place.RunWithAsync([("PLUGINHOST_BUSY_TIMEOUT", value)], "plugins")).ShouldComplain(2, $"pluginhost: {message}");
    }
}
