using PluginHost.Engine.Tests.Fixtures;
using PluginHost.Engine.Trust;
using PluginHost.Sdk;

namespace PluginHost.Engine.Tests.Trust;

public sealed class NeedTests
{
    /// <summary>Each way of the host that a need stands for.</summary>
    private static readonly (string Need, string Call)[] Ways =
    [
        ("network", "await host.Http.SendAsync(new System.Net.Http.HttpRequestMessage(System.Net.Http.HttpMethod.Get, \"http://127.0.0.1:1/\"), cancel)"),
        ("network", "await host.Http.SendAsync(new System.Net.Http.HttpRequestMessage(System.Net.Http.HttpMethod.Get, \"http://127.0.0.1:1/\"), 10, cancel)"),
        ("mail", "await host.Mail.SendAsync(new Mail { To = [\"ada@example.org\"], Subject = \"\", Text = \"\" }, cancel)"),
        ("files", "host.Workspace.Exists(\"x\")"),
        ("files", "await host.Workspace.ReadTextAsync(\"x\", cancel)"),
        ("files", "await host.Workspace.OpenReadAsync(\"x\", cancel)"),
        ("files", "await host.Workspace.WriteTextAsync(\"x\", \"\", cancel)"),
        ("files", "await host.Workspace.AppendTextAsync(\"x\", \"\", cancel)"),
        ("files", "await host.Workspace.WriteBytesAsync(\"x\", new byte[1], cancel)"),
        ("files", "await host.Workspace.DeleteAsync(\"x\", cancel)"),
        ("files", "await host.Workspace.FilesAsync(\"x\", cancel)"),
        ("files", "await host.Workspace.SweepAsync(\"x\", TimeSpan.Zero, cancel)"),
        ("files", "await host.Workspace.ReadCsvAsync(\"x\", cancel)"),
        ("files", "await host.Workspace.ReadYamlAsync(\"x\", cancel)"),
    ];

    [Fact]
    public async Task Should_Refuse_Every_Way_Of_The_Host_To_A_Plugin_That_Has_Not_Asked()
    {
        await using var workspace = new TestWorkspace().With("acme", Source(), "needs: []");

        for (var i = 0; i < Ways.Length; i++)
        {
            var refused = await Should.ThrowAsync<PluginHostException>(() => workspace.DoAsync($"acme.way{i}"), Ways[i].Call);
            refused.Message.ShouldContain($"Add {Ways[i].Need} to needs in its plugin.yaml.", Case.Sensitive, Ways[i].Call);
        }

        Directory.EnumerateFileSystemEntries(workspace.Root).Select(Path.GetFileName).ShouldNotContain("x");
    }

    [Fact]
    public void Should_Have_A_Way_For_Every_Need_That_The_Host_Checks() =>
        Need.All.Where(need => need.Check == NeedCheck.ByHost).Select(need => need.Name).ShouldBe(Ways.Select(way => way.Need).Distinct(), ignoreOrder: true);

    [Fact]
    public void Should_Say_Of_A_Need_That_Nobody_Checks_That_It_Is_So() =>
        Need.All.Where(need => need.Check == NeedCheck.ByNobody).ShouldAllBe(need => need.Words.Contains("which cannot check", StringComparison.Ordinal));

    [Fact]
    public void Should_Accept_Nothing_That_Does_Not_Exist_Yet() => Need.Acceptable(["network", "secrets", "network", "process"]).ShouldBe(["network", "process"]);

    private static string Source() => $"public sealed class Acme : Plugin {{ {string.Concat(Ways.Select((way, i) =>
        $"[Command(\"acme.way{i}\", \"Way\")] public async Task Way{i}(IHost host, CancellationToken cancel) {{ await Task.Yield(); {(way.Call.StartsWith("await", StringComparison.Ordinal) ? "" : "_ = ")}{way.Call}; }}\n"))} }}";
}
