using System.Text;
using System.Text.RegularExpressions;
using PluginHost.Giveaways.Rules;
using PluginHost.Giveaways.Tests.Fixtures;
using PluginHost.Sdk;
using Record = PluginHost.Sdk.Record;

namespace PluginHost.Giveaways.Tests.Rules;

/// <summary>What a newcomer begins with.</summary>
public sealed partial class TermsExampleTests : IDisposable
{
    private const string File = "giveaways/summer-phones.yaml";

    private readonly Fair _fair = new();

    [Fact]
    public async Task Should_Write_A_File_That_Can_Be_As_It_Stands()
    {
        // Given
        var (plugin, host, _) = await _fair.StartAsync();
        host.Workspace.Zone = TimeZoneInfo.FindSystemTimeZoneById("America/Los_Angeles");

        // When
        var written = await plugin.NewAsync(host, "summer-phones", CancellationToken.None);
        var planned = await plugin.PlanAsync(host, File, CancellationToken.None);

        // Then: a week later, at six by the clock on the wall.
        (written["file"].ToString(), written["next"].ToString()).ShouldBe((File, $"change it, then giveaways.plan file={File}"));
        (planned["giveaway"].ToString(), planned["title"].ToString(), planned["state"].ToString()).ShouldBe(("summer-phones", "Summer phones", "planned"));
        ((InstantValue)planned["closes"]).Instant.ShouldBe(new DateTimeOffset(2026, 3, 9, 18, 0, 0, TimeSpan.FromHours(-7)));
        _fair.Crier.Out.ShouldBeEmpty();
    }

    [Fact]
    public async Task Should_Explain_Every_Key_And_Hold_With_All_Of_Them_Set()
    {
        // Given
        var (plugin, host, _) = await _fair.StartAsync();
        await plugin.NewAsync(host, "summer-phones", CancellationToken.None);
        var text = Encoding.UTF8.GetString(host.Workspace.Files[File]);

        // When
        var all = CommentedKey().Replace(text, "$1$2");
        host.Workspace.Files[File] = Encoding.UTF8.GetBytes(all);
        await plugin.PlanAsync(host, File, CancellationToken.None);

        // Then
        var written = (Record)host.Workspace.ReadYaml(all, File);
        written.Fields.Select(field => field.Key).ShouldBe(TermsFile.Keys, ignoreOrder: true);
        ((Record)written["rules"]).Fields.Select(field => field.Key).ShouldBe(TermsFile.RuleKeys, ignoreOrder: true);
    }

    [Fact]
    public async Task Should_Leave_A_File_Alone_That_Is_There()
    {
        // Given
        var (plugin, host, _) = await _fair.StartAsync();
        host.Workspace.Files[File] = "mine"u8.ToArray();

        // When
        var refused = await Should.ThrowAsync<WrongUseException>(() => plugin.NewAsync(host, "summer-phones", CancellationToken.None));

        // Then
        refused.Message.ShouldContain($"{File} is there already, and was left as it is");
        Encoding.UTF8.GetString(host.Workspace.Files[File]).ShouldBe("mine");
    }

    [Theory]
    [InlineData("Summer phones")]
    [InlineData("../phones")]
    [InlineData("")]
    public async Task Should_Take_No_Name_That_Names_No_Giveaway(string name)
    {
        var (plugin, host, _) = await _fair.StartAsync();

        var refused = await Should.ThrowAsync<WrongUseException>(() => plugin.NewAsync(host, name, CancellationToken.None));

        refused.Message.ShouldContain("small letters, digits and hyphens");
        host.Workspace.Files.ShouldBeEmpty();
    }

    [Fact]
    public async Task Should_Plan_What_Was_Changed_Anew_Until_It_Is_Announced()
    {
        // Given
        var (plugin, host, _) = await _fair.StartAsync();
        await plugin.NewAsync(host, "summer-phones", CancellationToken.None);
        await plugin.PlanAsync(host, File, CancellationToken.None);
        host.Workspace.Files[File] = Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(host.Workspace.Files[File]).Replace("First prize", "A phone", StringComparison.Ordinal));

        // When
        await plugin.PlanAsync(host, File, CancellationToken.None);

        // Then
        ((string)_fair.Database.Query("select terms from giveaways_giveaway").Single()).ShouldContain("A phone");
        _fair.Steps("summer-phones").ShouldBe(["planned"]);
        await plugin.AnnounceAsync(host, "summer-phones", CancellationToken.None);
        (await Should.ThrowAsync<WrongUseException>(() => plugin.PlanAsync(host, File, CancellationToken.None))).Message.ShouldContain("a name is given once");
    }

    [Fact]
    public void Should_List_Every_Key_In_The_Readme()
    {
        var readme = System.IO.File.ReadAllText(Path.Combine(Repository, "plugins", "Giveaways", "README.md"));

        foreach (var key in TermsFile.Keys)
            readme.ShouldContain($"| `{key}` |");

        foreach (var key in TermsFile.RuleKeys)
            readme.ShouldContain($"| `rules`: `{key}` |");
    }

    private static string Repository
    {
        get
        {
            var folder = AppContext.BaseDirectory;
            while (!System.IO.File.Exists(Path.Combine(folder, "PluginHost.sln")))
                folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("The tests do not stand in the repository.");

            return folder;
        }
    }

    [GeneratedRegex("^( *)# ([a-z-]+: )", RegexOptions.Multiline)]
    private static partial Regex CommentedKey();

    public void Dispose() => _fair.Dispose();
}
