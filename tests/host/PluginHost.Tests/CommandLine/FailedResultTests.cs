namespace PluginHost.Tests.CommandLine;

/// <summary>Work that failed and has something to show.</summary>
public sealed class FailedResultTests
{
    [Fact]
    public async Task Should_Show_What_Came_Of_It_Tell_Why_And_Fail()
    {
        using var place = new ProgramPlace();
        place.Write("posts.csv", "profile,text\n@nobody,hello\n@telco,hello\n");

        var end = await place.RunAsync("do", "posting.import", "file=posts.csv", "dry=true", "--json");

        end.ExitCode.ShouldBe(1);
        end.Errors.ShouldContain("pluginhost: posts.csv: 1 of 2 rows cannot be imported. Nothing was saved: it was only looked at.\n");
        end.Json[0].GetProperty("row").GetInt32().ShouldBe(2);
        end.Json[0].GetProperty("column").GetString().ShouldBe("profile");
    }
}
