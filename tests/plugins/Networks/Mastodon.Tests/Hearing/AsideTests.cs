namespace PluginHost.Mastodon.Tests;

public sealed class AsideTests
{
    [Fact]
    public void Should_Tell_Again_What_No_Reader_Has_Come_From_Behind()
    {
        var aside = new Aside<string>("one");
        aside.Add("a");
        aside.Add("b");

        aside.After(null).ShouldBe(["a", "b"]);
        aside.After(null).ShouldBe(["a", "b"]);
        var end = aside.Mark(new Place { Id = "7" });
        aside.Add("c");
        aside.After(end).ShouldBe(["c"]);
        aside.Mark(end).ShouldBe(end with { Told = 3 });
    }

    [Fact]
    public void Should_Leave_A_Place_As_It_Is_When_Nothing_Was_Told() => new Aside<string>("one").Mark(new Place { Id = "7" }).ShouldBe(new Place { Id = "7" });

    [Fact]
    public void Should_Tell_All_Of_Its_Own_To_Whoever_Comes_From_Another_Process()
    {
        var aside = new Aside<string>("two");
        aside.Add("a");

        aside.After(new Place { Connection = "one", Told = 5 }).ShouldBe(["a"]);
    }
}
