using PluginHost.Campaigns;
using PluginHost.Engine.Workspaces.Editing;

namespace PluginHost.Engine.Tests.Workspaces.Editing;

public sealed class ProfilesTextTests
{
    private static readonly Profile Bird = new() { Name = "@bird", Network = "bluesky", Handle = "bird.example", Purpose = "press", Language = "en" };

    private const string Entry = "\"@bird\": { network: bluesky, handle: bird.example, purpose: press, language: en }";

    [Theory]
    [InlineData("", $"profiles:\n  {Entry}\n")]
    [InlineData("# ours\nplugins:\n  posting:", $"# ours\nplugins:\n  posting:\nprofiles:\n  {Entry}\n")]
    [InlineData("profiles:\nplugins:\n", $"profiles:\n  {Entry}\nplugins:\n")]
    [InlineData("profiles: # none yet\nplugins:\n", $"profiles: # none yet\n  {Entry}\nplugins:\n")]
    [InlineData("profiles:\n    \"@a\": { network: x } # first\n    # a word\n\nzone: UTC\n", $"profiles:\n    \"@a\": {{ network: x }} # first\n    {Entry}\n    # a word\n\nzone: UTC\n")]
    [InlineData("profiles:\n  \"@a\":\n    network: x # here\nplugins:\n", $"profiles:\n  \"@a\":\n    network: x # here\n  {Entry}\nplugins:\n")]
    [InlineData("profiles: { \"@a\": { network: x } }\n", $"profiles: {{ \"@a\": {{ network: x }}, {Entry} }}\n")]
    [InlineData("profiles: {}\n", $"profiles: {{ {Entry} }}\n")]
    [InlineData("profiles:\r\n  \"@a\": { network: x }\r\n", $"profiles:\r\n  \"@a\": {{ network: x }}\r\n  {Entry}\r\n")]
    public void Should_Write_A_Profile_Behind_The_Others_And_Leave_The_Rest(string before, string after) =>
        Add(before, Bird).ShouldBeOfType<FileEdited>().Text.ShouldBe(after);

    [Theory]
    [InlineData("\"@bird\": { network: bluesky }")]
    [InlineData("'@bird': { network: bluesky }")]
    public void Should_Refuse_A_Second_One_Of_The_Same_Name(string entry) =>
        Add($"profiles:\n  {entry}\n", Bird).ShouldBeOfType<FileEditRefused>().ToString().ShouldStartWith("plugins.yaml(2): there is a profile \"@bird\" already, on bluesky.");

    [Theory]
    [InlineData("profiles: &ours\n  \"@a\": { network: x }\n")]
    [InlineData("{}\n")]
    public void Should_Say_What_To_Write_By_Hand_Where_It_Does_Not_Change_The_File(string text) =>
        Add(text, Bird).ShouldBeOfType<FileEditRefused>().ToString().ShouldContain($"Edit it by hand: write {Entry} under profiles:.");

    [Fact]
    public void Should_Tell_What_Is_Wrong_With_The_File_Or_With_The_Profile()
    {
        Add("profiles: 3\n", Bird).ShouldBeOfType<FileEditRefused>();
        Add("", Bird with { Server = "ftp://x" }).ShouldBeOfType<FileEditRefused>().ToString().ShouldStartWith("plugins.yaml: \"ftp://x\" is no server's address.");
    }

    [Theory]
    [InlineData("no", "\"no\"")]
    [InlineData("12", "\"12\"")]
    [InlineData("a: b", "\"a: b\"")]
    [InlineData("a, b }", "\"a, b }\"")]
    [InlineData("say \"hi\" \\o/", "\"say \\\"hi\\\" \\\\o/\"")]
    [InlineData("kundestøtte", "\"kundestøtte\"")]
    [InlineData("# press", "\"# press\"")]
    [InlineData("null", "\"null\"")]
    public void Should_Write_Every_Text_So_That_It_Is_Read_As_It_Is(string purpose, string written) =>
        Add("", new Profile { Name = "@bird", Network = "x", Handle = "bird", Purpose = purpose }).ShouldBeOfType<FileEdited>().Text
            .ShouldBe($"profiles:\n  \"@bird\": {{ network: x, purpose: {written} }}\n");

    [Theory]
    [InlineData("profiles:\n  \"@a\": { network: x }\n  \"@bird\": { network: y } # gone\n  \"@c\": { network: z }\n", "profiles:\n  \"@a\": { network: x }\n  \"@c\": { network: z }\n")]
    [InlineData("profiles:\n  \"@bird\":\n    network: y\nplugins:\n", "profiles:\nplugins:\n")]
    [InlineData("profiles: { \"@bird\": { network: y }, \"@a\": { network: x } }\n", "profiles: { \"@a\": { network: x } }\n")]
    public void Should_Take_A_Profile_Out_And_Leave_The_Rest(string before, string after) =>
        Text(before).Remove("@bird").ShouldBeOfType<FileEdited>().Text.ShouldBe(after);

    [Fact]
    public void Should_Change_Nothing_Where_There_Is_No_Such_Profile() => Text("profiles:\n  \"@a\": { network: x }\n").Remove("@bird").ShouldBeOfType<FileUnchanged>();

    private static FileEdit Add(string text, Profile profile) => Text(text).Add(profile);

    private static ProfilesText Text(string text) => new("/somewhere/plugins.yaml", text);
}
