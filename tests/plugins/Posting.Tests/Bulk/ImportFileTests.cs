using System.Text;
using PluginHost.Plugins.Testing;
using PluginHost.Sdk;

namespace PluginHost.Posting.Tests;

/// <summary>Files that cannot be read as posts, and those that are no CSV.</summary>
public sealed class ImportFileTests : IDisposable
{
    private const string Header = "id,profile,text,language,at,zone\n";

    private readonly Workshop _workshop = new();

    [Theory]
    [InlineData("profile;text\n@telco;x\n", "posts.csv(1): the columns are separated by \";\". Save the file with commas.")]
    [InlineData("profile,text\n@telco,\"x\n@telco,y\n", "posts.csv(2): a quote opens in this row and is never closed.")]
    [InlineData("profile,text\n@telco,x \"quoted\" y\n", "posts.csv(2): a quote stands inside a text that is not quoted.")]
    [InlineData("profile,text\n@telco,a, b\n", "posts.csv(2): this row has 3 fields, the header has 2 columns.")]
    [InlineData("", "posts.csv(1): the file is empty.")]
    public async Task Should_Say_The_Line_Of_What_Is_No_Csv(string csv, string said)
    {
        var (plugin, host) = await _workshop.StartAsync();
        Write(host, csv);

        (await Should.ThrowAsync<PluginHostException>(() => ImportAsync(plugin, host))).Message.ShouldStartWith(said);
    }

    [Theory]
    [InlineData("profile,txt\n@telco,x\n", "txt: There is no such column. Did you mean \"text\"?")]
    [InlineData("profil,text\n@telco,x\n", "profile: The column is missing.")]
    public async Task Should_Know_Its_Columns(string csv, string said)
    {
        var (plugin, host) = await _workshop.StartAsync();
        Write(host, csv);

        (await Should.ThrowAsync<PluginHostException>(() => ImportAsync(plugin, host))).Message.ShouldContain(said);
    }

    [Fact]
    public async Task Should_Read_Yaml_Too_And_Refuse_What_Is_Neither()
    {
        var (plugin, host) = await _workshop.StartAsync();
        host.Workspace.Files["posts.yaml"] = Encoding.UTF8.GetBytes("""
            - id: a
              profile: "@telco"
              text: Hello from YAML
              at: 2026-04-01 09:00
              zone: Europe/Oslo
            - profile: "@nobody"
              text: x
            """);

        var dry = await FailAsync(plugin, host);
        var none = await Should.ThrowAsync<WrongUseException>(() => plugin.ImportAsync(host, "posts.docx", dry: true, update: false, CancellationToken.None));

        (dry.Rows.Single()["line"].ToString(), dry.Rows.Single()["column"].ToString()).ShouldBe(("6", "profile"));
        none.Message.ShouldBe("posts.docx is no file that can be imported: its name ends with .csv, .yaml or .json.");
    }

    [Fact]
    public async Task Should_Say_That_A_Cell_Should_Be_One_Text_And_Count_The_Records_Of_Yaml_From_One()
    {
        // Given: a colon makes a record of what was meant as a text.
        var (plugin, host) = await _workshop.StartAsync();
        host.Workspace.Files["posts.yaml"] = Encoding.UTF8.GetBytes("- profile: \"@telco\"\n  text: Hello\n- profile: \"@telco\"\n  text:\n    Today: open\n");

        var dry = await FailAsync(plugin, host);

        var problem = dry.Rows.ShouldHaveSingleItem();
        (problem["row"].ToString(), problem["column"].ToString()).ShouldBe(("2", "text"));
        problem["reason"].ToString().ShouldStartWith("It is a list, or has fields of its own");
    }

    [Fact]
    public async Task Should_Say_That_A_File_Has_No_Rows()
    {
        var (plugin, host) = await _workshop.StartAsync();
        Write(host, Header);

        (await Should.ThrowAsync<PluginHostException>(() => ImportAsync(plugin, host))).Message.ShouldStartWith("posts.csv has no rows.");
    }

    private static void Write(FakeHost host, string csv) => host.Workspace.Files["posts.csv"] = Encoding.UTF8.GetBytes(csv);

    private static async Task<Table> FailAsync(PostingPlugin plugin, FakeHost host) => (await Should.ThrowAsync<FailedWithResultException>(
        () => plugin.ImportAsync(host, "posts.yaml", dry: true, update: false, CancellationToken.None))).Result.ShouldBeOfType<Table>();

    private static Task<Table> ImportAsync(PostingPlugin plugin, FakeHost host) =>
        plugin.ImportAsync(host, "posts.csv", dry: false, update: false, CancellationToken.None);

    public void Dispose() => _workshop.Dispose();
}
