using Acme.Notes;
using PluginHost.Sdk;
using PluginHost.Sdk.Testing;

namespace Examples.Tests;

public sealed class NotesTests
{
    [Fact]
    public async Task Should_Ask_For_The_Note_And_Show_It()
    {
        await using var host = await Example.StartAsync<NotesPlugin>();
        host.Answers.Text("What should be remembered?", "Ask Kari");

        await host.DoAsync("acme.notes.add");

        (await host.ViewAsync<Tree>("acme.notes.list")).Nodes.ShouldHaveSingleItem().Text.ShouldBe("Ask Kari");
        host.StatusOf("acme.notes.count").ShouldBe("1 notes");
        host.ContextOf("acme.notes.any").Flag.ShouldBeTrue();
        host.Refreshed.ShouldContain("acme.notes.list");
    }

    [Theory]
    [InlineData(true, 0)]
    [InlineData(false, 1)]
    public async Task Should_Throw_Notes_Away_Only_After_A_Yes(bool yes, int left)
    {
        await using var host = await Example.StartAsync<NotesPlugin>();
        await host.DoAsync("acme.notes.add", ("note", "Ask Kari"));
        host.Answers.Confirm("Throw 1 notes away?", yes);

        await host.DoAsync("acme.notes.clear");

        ((Table)await host.DoAsync("acme.notes.show")).Rows.Count.ShouldBe(left);
        host.ContextOf("acme.notes.any").Flag.ShouldBe(left > 0);
    }

    [Fact]
    public async Task Should_Keep_No_More_Notes_Than_The_Setting_Says()
    {
        await using var host = await Example.StartAsync<NotesPlugin>(new TestHostOptions { Settings = [("most", 2)] });

        foreach (var note in new[] { "one", "two", "three" })
            await host.DoAsync("acme.notes.add", ("note", note));

        (await host.ViewAsync<Tree>("acme.notes.list")).Nodes.Select(node => node.Text).ShouldBe(["two", "three"]);
    }

    [Fact]
    public async Task Should_Remember_Notes_In_The_Next_Process()
    {
        await using var host = await Example.StartAsync<NotesPlugin>();
        await host.DoAsync("acme.notes.add", ("note", "Ask Kari"));

        await using var next = await host.AgainAsync();
        await next.ActivateAsync();

        next.StatusOf("acme.notes.count").ShouldBe("1 notes");
    }

    [Fact]
    public async Task Should_Leave_The_Memory()
    {
        await using var host = await TestHost.StartApartAsync<NotesPlugin>(Example.In<NotesPlugin>(new TestHostOptions()));
        await host.DoAsync("acme.notes.add", ("note", "Ask Kari"));

        (await host.UnloadAsync()).Require();
    }
}
