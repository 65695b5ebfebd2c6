namespace PluginHost.Tests.CommandLine;

/// <summary>The verb <c>check</c>, and approval by persons at different terminals.</summary>
public sealed class CheckVerbTests
{
    private const string Text = "text=The line to the island is open again, and everybody can call as before.";

    [Fact]
    public async Task Should_Say_That_Nothing_Stands_Against_What_Is_Planned()
    {
        using var place = new ProgramPlace();

        var end = await place.RunAsync("check");

        end.ExitCode.ShouldBe(0);
        end.Output.ShouldBe("");
        (await place.RunAsync("check", "--json")).ShouldBeDone().Json.GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public async Task Should_Fail_By_How_Grave_The_Workspace_Calls_What_It_Finds()
    {
        // Given
        using var place = new ProgramPlace();
        (await place.RunAsync("do", "posting.draft", "profile=@telco", Text)).ExitCode.ShouldBe(0);
        (await place.RunAsync("do", "posting.draft", "profile=@telco_help", Text)).ExitCode.ShouldBe(0);

        // When
        var warned = await place.RunAsync("check", "--json");
        var strict = await place.RunAsync("check", "--strict");
        place.Write("plugins.yaml", ProgramPlace.FourProfiles + "linters: { posting.sibling: error }\n");
        var failed = await place.RunAsync("check");
        place.Write("plugins.yaml", ProgramPlace.FourProfiles + "linters: { posting.sibling: off }\n");
        var silenced = await place.RunAsync("check", "--strict");

        // Then
        warned.ExitCode.ShouldBe(0);
        warned.Json.EnumerateArray().Select(row => $"{row.GetProperty("post")} {row.GetProperty("profile").GetString()} {row.GetProperty("severity").GetString()} {row.GetProperty("rule").GetString()}")
            .ShouldBe(["1 @telco warning posting.sibling", "2 @telco_help warning posting.sibling"]);
        strict.ExitCode.ShouldBe(1);
        failed.ExitCode.ShouldBe(1);
        failed.Output.ShouldContain("posting.sibling");
        silenced.ExitCode.ShouldBe(0);
    }

    [Fact]
    public async Task Should_Refuse_A_Workspace_That_Misnames_A_Linter()
    {
        using var place = new ProgramPlace(ProgramPlace.FourProfiles + "linters: { posting.siblings: off }\n");

        (await place.RunAsync("check")).ShouldComplain(
            2, "pluginhost: plugins.yaml(9): no plugin of this workspace brings a linter \"posting.siblings\". Did you mean \"posting.sibling\"?");
    }

    [Fact]
    public async Task Should_Not_Let_An_Author_Approve_Under_Another_Name_Than_Their_Own_By_Accident()
    {
        // Given
        using var place = new ProgramPlace(ProgramPlace.FourProfiles.Replace("  posting:\n", "  posting: { settings: { approval: four-eyes } }\n"));
        (await place.RunWithAsync([("PLUGINHOST_USER", "kari")], "do", "posting.draft", "profile=@telco", Text)).ExitCode.ShouldBe(0);

        // When
        var own = await place.RunWithAsync([("PLUGINHOST_USER", " Kari ")], "do", "posting.approve", "post=1");
        var other = await place.RunWithAsync([("PLUGINHOST_USER", "ola")], "do", "posting.approve", "post=1");

        // Then
        own.ExitCode.ShouldBe(2);
        own.Complaints.ShouldContain("wrote post 1, and this workspace wants four eyes");
        other.ExitCode.ShouldBe(0);
        (await place.RunAsync("do", "posting.approvals.history", "--json")).ShouldBeDone().Json[0].GetProperty("by").GetString().ShouldBe("ola");
    }
}
