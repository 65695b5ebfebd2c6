namespace PluginHost.Sdk.Analyzers.Tests;

/// <summary>What pins a plugin, and what passes the host by.</summary>
public sealed class RawApiTests
{
    [Theory]
    [InlineData("AppDomain.CurrentDomain.UnhandledException += (_, _) => { };", "A handler of AppDomain.UnhandledException")]
    [InlineData("AppDomain.CurrentDomain.ProcessExit += (_, _) => { };", "A handler of AppDomain.ProcessExit")]
    [InlineData("Console.CancelKeyPress += (_, _) => { };", "A handler of Console.CancelKeyPress")]
    [InlineData("TaskScheduler.UnobservedTaskException += (_, _) => { };", "A handler of TaskScheduler.UnobservedTaskException")]
    [InlineData("_ = new Timer(_ => { }, null, 1, 1);", "Timer")]
    [InlineData("_ = new PeriodicTimer(TimeSpan.FromSeconds(1));", "PeriodicTimer")]
    [InlineData("_ = new System.Timers.Timer(1);", "Timer")]
    [InlineData("_ = new Thread(() => { });", "Thread")]
    [InlineData("ThreadPool.QueueUserWorkItem(_ => { });", "ThreadPool.QueueUserWorkItem")]
    [InlineData("_ = Task.Run(() => { });", "Task.Run")]
    [InlineData("_ = Task.Factory.StartNew(() => { });", "TaskFactory.StartNew")]
    [InlineData("_ = Task.Delay(1);", "Task.Delay")]
    [InlineData("_ = new AsyncLocal<int>();", "AsyncLocal")]
    [InlineData("_ = System.Runtime.InteropServices.GCHandle.Alloc(this);", "GCHandle.Alloc")]
    [InlineData("_ = System.Runtime.InteropServices.PosixSignalRegistration.Create(System.Runtime.InteropServices.PosixSignal.SIGINT, _ => { });", "PosixSignalRegistration.Create")]
    [InlineData("_ = System.ComponentModel.TypeDescriptor.GetProperties(this);", "TypeDescriptor.GetProperties")]
    [InlineData("_ = JsonSerializer.Serialize(this);", "JsonSerializer.Serialize")]
    [InlineData("_ = JsonSerializer.Deserialize<Notes>(\"{}\", new JsonSerializerOptions());", "JsonSerializer.Deserialize")]
    [InlineData("dynamic it = this; it.Fly();", "dynamic")]
    public async Task Should_Tell_What_Pins(string code, string what)
    {
        var told = await Compiled.MembersAsync($"public void Try() {{ {code} }}");

        told.ShouldHaveSingleItem().ShouldStartWith($"PLUG001: {what} keeps the plugin in memory after it was unloaded. ");
    }

    [Theory]
    [InlineData("_ = System.IO.File.ReadAllText(\"x\");", "File.ReadAllText", "Use IHost.Workspace.")]
    [InlineData("_ = new System.IO.FileStream(\"x\", System.IO.FileMode.Open);", "FileStream", "Use IHost.Workspace.")]
    [InlineData("System.IO.Directory.CreateDirectory(\"x\");", "Directory.CreateDirectory", "Use IHost.Workspace.")]
    [InlineData("_ = new System.Net.Http.HttpClient();", "HttpClient", "Use IHost.Http.")]
    [InlineData("System.Diagnostics.Process.Start(\"x\");", "Process.Start", "A plugin starts no process")]
    [InlineData("Console.WriteLine();", "Console.WriteLine", "Use IHost.Output")]
    [InlineData("_ = DateTimeOffset.UtcNow;", "DateTimeOffset.UtcNow", "Use IHost.Clock.")]
    [InlineData("_ = TimeProvider.System;", "TimeProvider.System", "Use IHost.Clock.")]
    [InlineData("_ = new Random();", "Random", "Use IHost.Random.")]
    [InlineData("Func<Guid> made = Guid.NewGuid; made();", "Guid.NewGuid", "Use IHost.Random.")]
    [InlineData("Environment.Exit(1);", "Environment.Exit", "the program is not the plugin's to end")]
    public async Task Should_Tell_What_Passes_The_Host_By(string code, string what, string instead)
    {
        var told = await Compiled.MembersAsync($"public void Try() {{ {code} }}");

        told.ShouldHaveSingleItem().ShouldStartWith($"PLUG002: {what} passes the host by");
        told[0].ShouldContain(instead);
    }

    [Theory]
    [InlineData("await Task.Delay(TimeSpan.FromSeconds(1), host.Clock, cancel);")]
    [InlineData("_ = host.Clock.GetUtcNow();")]
    [InlineData("await Task.WhenAll(Task.CompletedTask);")]
    [InlineData("_ = JsonDocument.Parse(\"{}\");")]
    [InlineData("Own.Rung += () => { }; host.Stopping.Register(() => { });")]
    [InlineData("_ = System.IO.Path.Combine(\"a\", \"b\");")]
    [InlineData("AppDomain.CurrentDomain.ProcessExit -= (_, _) => { };")]
    public async Task Should_Say_Nothing_Of_What_Does_Neither(string code) =>
        (await Compiled.MembersAsync(
            $"public override async Task ActivateAsync(IHost host, CancellationToken cancel) {{ {code} await Task.CompletedTask; }}",
            "public static class Own { public static event Action? Rung; public static void Ring() => Rung?.Invoke(); }")).ShouldBeEmpty();

    [Fact]
    public async Task Should_Say_Nothing_Where_No_Plugin_Is_Compiled() =>
        (await Compiled.SourceAsync("public sealed class Tests { public void Try() { Console.WriteLine(DateTime.Now); _ = new Timer(_ => { }); } }")).ShouldBeEmpty();

    [Fact]
    public async Task Should_Let_A_Context_That_Is_Generated_Serialize() =>
        (await Compiled.MembersAsync("public string Try(System.Text.Json.Serialization.Metadata.JsonTypeInfo<int> info) => JsonSerializer.Serialize(1, info);")).ShouldBeEmpty();
}
