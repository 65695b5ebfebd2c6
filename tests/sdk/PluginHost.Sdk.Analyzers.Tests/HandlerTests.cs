namespace PluginHost.Sdk.Analyzers.Tests;

/// <summary>What the host would refuse when it reads the plugin, told while compiling.</summary>
public sealed class HandlerTests
{
    [Theory]
    [InlineData("[Command(\"acme.notes.a\", \"A\")] internal void Go() { }", "Go must be a public method of the instance: the host calls it on the plugin's object.")]
    [InlineData("[Command(\"acme.notes.a\", \"A\")] public static void Go() { }", "Go must be a public method of the instance: the host calls it on the plugin's object.")]
    [InlineData("[Command(\"acme.notes.a\", \"A\")] public void Go<T>() { }", "Go has type parameters, which nobody can give.")]
    [InlineData("[Command(\"acme.notes.a\", \"A\")] public void Go(string text, IHost host) { }", "Go takes IHost first, then its parameters, then CancellationToken last; each may be left out.")]
    [InlineData("[Command(\"acme.notes.a\", \"A\")] public void Go(CancellationToken cancel, string text) { }", "Go takes IHost first, then its parameters, then CancellationToken last; each may be left out.")]
    [InlineData(
        "[Command(\"acme.notes.a\", \"A\")] public void Go(int? count) { }",
        "Go takes count, a int?. A command takes string, int, long, decimal, bool, TimeSpan, DateTimeOffset, DueTime or string[].")]
    [InlineData("[Command(\"acme.notes.a\", \"A\")] public Task<object> Go() => null!;", "Go returns System.Threading.Tasks.Task<object>; such a handler returns nothing, a simple value or a PluginHost.Sdk.Value, or a task of one.")]
    [InlineData("[View(\"acme.notes.a\", \"A\", Area.Sidebar)] public string Go() => \"\";", "Go returns string; such a handler returns a PluginHost.Sdk.View or Table, or a task of one.")]
    [InlineData("[View(\"acme.notes.a\", \"A\", Area.Sidebar)] public Tree Go(string text) => null!;", "Go takes text, a string. It takes only IHost and CancellationToken.")]
    [InlineData("[Network(\"acme\", \"A\")] public object Go() => null!;", "Go returns object; such a handler returns a PluginHost.Campaigns.Network, or a task of one.")]
    [InlineData("[Linter(\"acme.notes.a\", \"A\", Severity.Warning)] public object Go() => null!;", "Go returns object; such a handler returns a PluginHost.Campaigns.Linter, or a task of one.")]
    [InlineData("[Check(\"acme.notes.a\", \"A\")] public string Go() => \"\";", "Go returns string; such a handler returns an IReadOnlyList<CheckProblem>, or a task of one.")]
    [InlineData("[BackgroundService(\"acme.notes.a\", \"A\")] public void Go() { }", "Go returns void; such a handler returns a task that ends with the service.")]
    [InlineData("[ScriptGlobal(\"Notes\", \"A\")] public string Go() => \"\";", "Go returns string; such a handler returns a class or interface of a contract assembly, or a task of one.")]
    public async Task Should_Tell_What_Shape_Is_Wrong(string member, string text) =>
        (await Compiled.MembersAsync(member)).ShouldBe([$"PLUG003: {text}"]);

    [Theory]
    [InlineData("[Command(\"acme.notes.a\", \"A\")] public void Go() { }")]
    [InlineData("[Command(\"acme.notes.a\", \"A\")] public async Task<Table> Go(IHost host, string? text, string[] tags, DueTime at, decimal price, CancellationToken cancel) { await Task.CompletedTask; return null!; }")]
    [InlineData("[Command(\"acme.notes.a\", \"A\")] public Task<string?> Go() => null!;")]
    [InlineData("[View(\"acme.notes.a\", \"A\", Area.Sidebar)] public Task<Table> Go(IHost host) => null!;")]
    [InlineData("[BackgroundService(\"acme.notes.a\", \"A\")] public Task Go(IHost host, CancellationToken cancel) => Task.CompletedTask;")]
    [InlineData("[Network(\"acme\", \"A\")] public Network Go(IHost host) => null!;")]
    [InlineData("[Check(\"acme.notes.a\", \"A\")] public async Task<IReadOnlyList<CheckProblem>> Go(IHost host, CancellationToken cancel) { await Task.CompletedTask; return []; }")]
    [InlineData("[ScriptGlobal(\"Places\", \"A\")] public IProfiles Go(IHost host, IScript script) => null!;")]
    public async Task Should_Say_Nothing_Of_A_Good_One(string member) => (await Compiled.MembersAsync(member)).ShouldBeEmpty();

    [Fact]
    public async Task Should_Tell_An_Id_Of_Another_Plugin() =>
        (await Compiled.MembersAsync("[Command(\"posting.go\", \"A\")] public void Go() { }")).ShouldBe(
            ["PLUG004: The id posting.go does not begin with acme.notes., as all ids of this plugin have to (plugin.yaml)"]);

    [Theory]
    [InlineData("[StateRecord(1)] public sealed record Note(string Text);", "Note is kept in the state and has positional parameters, which cannot grow. Write properties: public required string Text { get; init; }.")]
    [InlineData("[StateRecord(1)] public sealed class Note { public Note(string text) { } }", "Note is kept in the state and needs a public constructor without parameters: the host makes one and sets its properties.")]
    public async Task Should_Tell_A_State_Record_That_Cannot_Grow(string type, string text) =>
        (await Compiled.MembersAsync("", type)).ShouldBe([$"PLUG005: {text}"]);

    [Fact]
    public async Task Should_Say_Nothing_Of_A_State_Record_With_Properties() =>
        (await Compiled.MembersAsync("", "[StateRecord(1)] public sealed record Note { public required string Text { get; init; } } public sealed record Other(int Number);")).ShouldBeEmpty();
}
