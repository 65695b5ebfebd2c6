using PluginHost.Campaigns;
using PluginHost.Engine.Tests.Data;
using PluginHost.Engine.Workspaces;
using PluginHost.Sdk;

namespace PluginHost.Engine.Tests.Workspaces;

public class WorkspaceFileTests
{
    private static readonly string Root = Path.Combine(Path.GetTempPath(), "telco");

    [Theory]
    [InlineData("postgresql://ann@db.example.org:5432/campaigns")]
    [InlineData("Host=db.example.org;Database=campaigns;Username=ann")]
    public void Should_Read_The_Address_Of_The_Store(string address) => Accept($"store: {address}").Store.ShouldBe(address);

    [Fact]
    public void Should_Keep_The_Store_In_A_File_Where_No_Address_Is_Named() => Accept("plugins:").Store.ShouldBeNull();

    [Fact]
    public void Should_Read_A_Workspace()
    {
        // When
        var workspace = Accept("""
            plugins:
              posting:    { settings: { undo: 30s, hashtags: [summer, "2026"] } }
              bluesky:
              acme.notes: { version: 1.2.0 }
              my.plugin:  { path: ../my-plugin }        # from source, swapped on save
              insights:   off

            profiles:
              "@telco":      { network: bluesky,  handle: telco.example,         purpose: press,   language: en }
              "@telco_help": { network: mastodon, handle: "@help@telco.example", purpose: support, language: pt-BR }
              "@quiet":
                network: rehearsal

            zone: America/Los_Angeles
            mail: { server: "smtp.example.org:2525", from: news@example.org }
            """);

        // Then
        workspace.Root.ShouldBe(Root);
        workspace.Name.ShouldBe("telco");
        workspace.Zone.Id.ShouldBe("America/Los_Angeles");
        workspace.Mail.ShouldBe(new MailEntry { Server = "smtp.example.org", Port = 2525, From = "news@example.org" });

        workspace.Plugins.Select(plugin => (plugin.Id, plugin.Line, plugin.On, plugin.Version)).ShouldBe([
            ("posting", 2, true, null),
            ("bluesky", 3, true, null),
            ("acme.notes", 4, true, "1.2.0"),
            ("my.plugin", 5, true, null),
            ("insights", 6, false, null),
        ]);
        workspace.Plugins[3].Path.ShouldBe(Path.Combine(Path.GetTempPath(), "my-plugin"));
        workspace.Plugins[0].Settings.ShouldBe([
            new GivenSetting { Name = "undo", Line = 2, Value = "30s" },
            new GivenSetting { Name = "hashtags", Line = 2, Value = new ListValue(["summer", "2026"]) },
        ]);

        workspace.Profiles.ShouldBe([
            new ProfileEntry
            {
                Profile = new Profile { Name = "@telco", Network = "bluesky", Handle = "telco.example", Purpose = "press", Language = "en" },
                Line = 9,
                NetworkLine = 9,
            },
            new ProfileEntry
            {
                Profile = new Profile
                {
                    Name = "@telco_help", Network = "mastodon", Handle = "@help@telco.example", Purpose = "support", Language = "pt-BR",
                },
                Line = 10,
                NetworkLine = 10,
            },
            new ProfileEntry { Profile = new Profile { Name = "@quiet", Network = "rehearsal", Handle = "quiet" }, Line = 11, NetworkLine = 12 },
        ]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("# nothing yet\n")]
    [InlineData("---\n")]
    [InlineData("plugins:\nprofiles:\n")]
    [InlineData("plugins: {}\nprofiles: {}\n")]
    public void Should_Allow_A_Workspace_With_Nothing_In_It(string text)
    {
        var workspace = Accept(text);

        workspace.Plugins.ShouldBeEmpty();
        workspace.Profiles.ShouldBeEmpty();
        workspace.Mail.ShouldBeNull();
        workspace.Zone.ShouldBe(TimeZoneInfo.Local);
    }

    [Fact]
    public void Should_Read_The_Smallest_Workspace_That_Is_Suggested() =>
        Accept("plugins: { posting, rehearsal }").Plugins.Select(plugin => (plugin.Id, plugin.On)).ShouldBe([("posting", true), ("rehearsal", true)]);

    // "no" is false, 1.10 is 1.1 and 12:30 is 750 to other readers of YAML.
    [Fact]
    public void Should_Keep_Every_Text_As_It_Is_Written()
    {
        var workspace = Accept("""
            plugins:
              posting: { settings: { a: no, b: 1.10, c: 12:30, d: 0x10, e: "", f: 'null', g: [no, on] } }
            profiles:
              "@a": { network: rehearsal, handle: 0123, purpose: on, language: no }
            """);

        workspace.Profiles[0].Profile.ShouldBe(new Profile { Name = "@a", Network = "rehearsal", Handle = "0123", Purpose = "on", Language = "no" });
        workspace.Plugins[0].Settings.Select(setting => setting.Value.ToString()).ShouldBe(["no", "1.10", "12:30", "0x10", "", "null", "no, on"]);
    }

    [Theory]
    [InlineData("off")]
    [InlineData("\"off\"")]
    public void Should_Leave_A_Plugin_Out_When_It_Is_Off(string off) =>
        Accept($"plugins:\n  posting: {off}\n").Plugins.ShouldHaveSingleItem().On.ShouldBeFalse();

    [Theory]
    [InlineData("store: my.db\n", "plugins.yaml(1): The store's address is none that PostgreSQL has. Write it as postgresql://user@host:5432/database.")]
    [InlineData("store:\n", "plugins.yaml(1): \"store\" has no value. Write one, or take the line out.")]
    [InlineData("\nstore: postgresql://ann:secret@db/campaigns\n", "plugins.yaml(2): \"store\" has a password in it, which everybody who sees the file can read. Take it out, and give it in PGPASSWORD, in ~/.pgpass or, with the whole address, in PLUGINHOST_STORE.")]
    [InlineData("plugin:\n", "plugins.yaml(1): \"plugin\" is unknown here. Did you mean \"plugins\"? Known are plugins, profiles, campaigns, linters, zone, mail, store, vault, keys, keep, sources.")]
    [InlineData("\n\nstores: x\n", "plugins.yaml(3): \"stores\" is unknown here. Did you mean \"store\"? Known are plugins, profiles, campaigns, linters, zone, mail, store, vault, keys, keep, sources.")]
    [InlineData("- plugins\n", "plugins.yaml(1): keys such as plugins: and profiles: are wanted here, not a list.")]
    [InlineData("plugins\n", "plugins.yaml(1): keys such as plugins: and profiles: are wanted here, not a text.")]
    [InlineData("plugins:\n  - posting\n", "plugins.yaml(1): \"plugins\" wants a mapping, such as posting: { version: 1.2.0 }, not a list.")]
    [InlineData("plugins: posting\n", "plugins.yaml(1): \"plugins\" wants a mapping, such as posting: { version: 1.2.0 }, not a text.")]
    [InlineData("plugins:\n\tposting:\n", "plugins.yaml(2): a tab; YAML indents with spaces.")]
    [InlineData("plugins:\n  a:\n  b:\n  a: off\n", "plugins.yaml(4): \"a\" stands here and on line 2. Keep one of them.")]
    [InlineData("plugins:\nprofiles:\nplugins:\n", "plugins.yaml(3): \"plugins\" stands here and on line 1. Keep one of them.")]
    [InlineData(
        "plugins:\n  Posting:\n",
        "plugins.yaml(2): \"Posting\" is no plugin id. An id is made of lower-case letters, digits, - and _, with dots between its parts, as acme.notes.")]
    [InlineData("plugins:\n  posting: on\n", "plugins.yaml(2): \"on\" is unknown here. Write nothing behind \"posting:\" to run it, or \"off\".")]
    [InlineData("plugins:\n  posting: 1.2.0\n", "plugins.yaml(2): write the version as posting: { version: 1.2.0 }.")]
    [InlineData("plugins:\n  posting: [off]\n", "plugins.yaml(2): \"posting\" wants nothing, \"off\" or a mapping, such as { version: 1.2.0 }, not a list.")]
    [InlineData(
        "plugins:\n  posting:\n    verson: 1.2.0\n",
        "plugins.yaml(3): \"verson\" is unknown in \"posting\". Did you mean \"version\"? Known are version, path, settings, off.")]
    [InlineData("plugins:\n  posting: { version: 1.2 }\n", "plugins.yaml(2): \"1.2\" is no version. Write three numbers, as 1.2.0 or 1.3.0-beta.2.")]
    [InlineData("plugins:\n  posting: { version: ^1.2.0 }\n", "plugins.yaml(2): \"^1.2.0\" is no version. Write three numbers, as 1.2.0 or 1.3.0-beta.2.")]
    [InlineData("plugins:\n  posting: { version: [1] }\n", "plugins.yaml(2): \"version\" wants a text, not a list.")]
    [InlineData("plugins:\n  posting: { path: }\n", "plugins.yaml(2): \"path\" has no value. Write one, or take the line out.")]
    [InlineData("plugins:\n  posting: { path: \"\" }\n", "plugins.yaml(2): \"path\" has no value. Write one, or take the line out.")]
    [InlineData("plugins:\n  posting: { path: \"a\\0b\" }\n", "plugins.yaml(2): \"path\" holds a character that no path can hold.")]
    [InlineData("plugins:\n  posting: { settings: 30s }\n", "plugins.yaml(2): \"settings\" wants a mapping, such as { undo: 30s }, not a text.")]
    [InlineData("plugins:\n  posting:\n    settings:\n      undo:\n", "plugins.yaml(4): \"undo\" has no value. Write one, or take the line out.")]
    [InlineData("plugins:\n  posting:\n    settings:\n      undo: { s: 30 }\n", "plugins.yaml(4): \"undo\" wants a text or a list of texts, not a mapping.")]
    [InlineData(
        "plugins:\n  posting:\n    settings:\n      tags:\n        - a\n        - [b]\n",
        "plugins.yaml(6): an item of \"tags\" must be a text, not a list.")]
    [InlineData(
        "plugins:\n  posting:\n    settings:\n      tags:\n        - a\n        - null\n",
        "plugins.yaml(6): an item of \"tags\" must be a text, not nothing.")]
    [InlineData(
        "plugins:\n  bluesky:\n    settings:\n      password: hunter2\n",
        "plugins.yaml(4): \"password\": settings are not for secrets, because this file is shown, shared and committed. Take it out. What lets a profile speak goes into the vault: pluginhost profiles login @name")]
    [InlineData(
        "profiles:\n  \"@a\": { network: x, access_token: hunter2 }\n",
        "plugins.yaml(2): \"access_token\": profiles have no secrets here, because this file is shown, shared and committed. Take it out, and let the profile log in: pluginhost profiles login @a")]
    [InlineData("vault: keyring\n", "plugins.yaml(1): \"keyring\" is no place for the vault's key. There is systemd, passphrase, windows, keychain, libsecret.")]
    [InlineData("vault: libsecert\n", "plugins.yaml(1): \"libsecert\" is no place for the vault's key. Did you mean \"libsecret\"? There is systemd, passphrase, windows, keychain, libsecret.")]
    [InlineData("profiles:\n  - \"@a\"\n", "plugins.yaml(1): \"profiles\" wants a mapping, such as \"@me\": { network: rehearsal }, not a list.")]
    [InlineData(
        "profiles:\n  @telco_help: { network: x }\n",
        "plugins.yaml(2): a text cannot begin with @ unless it is quoted. Write it as \"@telco_help\".")]
    [InlineData(
        "profiles:\n  telco: { network: x }\n",
        "plugins.yaml(2): a profile's name begins with @, in quotes because YAML keeps @ for itself: \"@telco\".")]
    [InlineData("profiles:\n  \"@\": { network: x }\n", "plugins.yaml(2): \"@\" is no profile's name. Write @ and a word, as \"@telco_help\".")]
    [InlineData("profiles:\n  \"@a b\": { network: x }\n", "plugins.yaml(2): \"@a b\" is no profile's name. Write @ and a word, as \"@telco_help\".")]
    [InlineData("profiles:\n  \"@a@b\": { network: x }\n", "plugins.yaml(2): \"@a@b\" is no profile's name. Write @ and a word, as \"@telco_help\".")]
    [InlineData("profiles:\n  \"@a\":\n", "plugins.yaml(2): \"@a\" wants a mapping, such as { network: rehearsal }, not nothing.")]
    [InlineData("profiles:\n  \"@a\": bluesky\n", "plugins.yaml(2): \"@a\" wants a mapping, such as { network: rehearsal }, not a text.")]
    [InlineData("profiles:\n  \"@a\": { handle: b }\n", "plugins.yaml(2): \"@a\" has no network. Name one, as network: rehearsal.")]
    [InlineData("profiles:\n  \"@a\":\n    network:\n", "plugins.yaml(3): \"network\" has no value. Write one, or take the line out.")]
    [InlineData(
        "profiles:\n  \"@a\":\n    netwrk: x\n    network: x\n",
        "plugins.yaml(3): \"netwrk\" is unknown in \"@a\". Did you mean \"network\"? Known are network, server, as, handle, purpose, language, budget.")]
    [InlineData(
        "profiles:\n  \"@a\": { network: rehearsal, as: mastadon }\n",
        "plugins.yaml(2): \"mastadon\" is no network whose rules are known. Did you mean \"mastodon\"? Known are bluesky, mastodon, x.")]
    [InlineData("profiles:\n  \"@a\": { network: x, language: english }\n", "plugins.yaml(2): \"english\" is no language. Write it as en, nb or pt-BR.")]
    [InlineData("profiles:\n  \"@a\": { network: x, language: pt_BR }\n", "plugins.yaml(2): \"pt_BR\" is no language. Did you mean \"pt-BR\"?")]
    [InlineData("mail: smtp.example.org\n", "plugins.yaml(1): \"mail\" wants a mapping, such as { server: smtp.example.org, from: news@example.org }, not a text.")]
    [InlineData(
        "mail:\n  server: smtp.example.org\n",
        "plugins.yaml(1): \"mail\" has no from. Write it as { server: smtp.example.org, from: news@example.org }.")]
    [InlineData("mail:\n  from: a@b.c\n", "plugins.yaml(1): \"mail\" has no server. Write it as { server: smtp.example.org, from: news@example.org }.")]
    [InlineData("mail: { server: \"a:b\", from: a@b.c }\n", "plugins.yaml(1): \"b\" is no port. Write the server as smtp.example.org:587.")]
    [InlineData("mail: { server: \"a:0\", from: a@b.c }\n", "plugins.yaml(1): \"0\" is no port. Write the server as smtp.example.org:587.")]
    [InlineData("mail: { server: \"a:65536\", from: a@b.c }\n", "plugins.yaml(1): \"65536\" is no port. Write the server as smtp.example.org:587.")]
    [InlineData(
        "mail: { server: \"smtp://a\", from: a@b.c }\n",
        "plugins.yaml(1): \"//a\" is no port. Write the server as smtp.example.org:587.")]
    [InlineData(
        "mail: { server: not a host, from: a@b.c }\n",
        "plugins.yaml(1): \"not a host\" is no server. Write its name, or name and port, as smtp.example.org:587.")]
    [InlineData("mail: { server: a, from: news }\n", "plugins.yaml(1): \"news\" is no mail address. Write it as news@example.org.")]
    [InlineData(
        "mail: { server: a, from: a@b.c, user: x }\n", "plugins.yaml(1): \"user\" is unknown in \"mail\". Known are server, from.")]
    public void Should_Say_What_Is_Wrong_And_Where(string text, string message) => Refuse(text).ShouldBe([message]);

    [Theory]
    [InlineData("Europe/Olso", " Did you mean \"Europe/Oslo\"?")]
    [InlineData("europe/oslo", " Did you mean \"Europe/Oslo\"?")]
    [InlineData("utc", " Did you mean \"Etc/UTC\"?")]
    [InlineData("W. Europe Standard Time", " Did you mean \"Europe/Berlin\"?")]
    [InlineData("nowhere at all", "")]
    [InlineData("../../etc/passwd", "")]
    [InlineData("/etc/localtime", "")]
    public void Should_Refuse_A_Zone_That_Is_Not_In_The_Iana_List(string zone, string hint) => Refuse($"\nzone: {zone}\n").ShouldBe(
        [$"plugins.yaml(2): \"{zone}\" is no time zone.{hint} Zones are named as in the IANA list: Europe/Oslo, America/Los_Angeles, UTC."]);

    [Theory]
    [InlineData("UTC")]
    [InlineData("Asia/Riyadh")]
    public void Should_Take_A_Zone_Of_The_Iana_List(string zone) => Accept($"zone: {zone}\n").Zone.Id.ShouldBe(zone);

    [Theory]
    [InlineData("keep: 30d\n", 30)]
    [InlineData("zone: UTC\n", 90)]
    public void Should_Keep_What_Has_Ended_For_Ninety_Days_Or_As_It_Is_Told(string text, int days) => Accept(text).Keep.ShouldBe(TimeSpan.FromDays(days));

    [Theory]
    [InlineData("12h")]
    [InlineData("for ever")]
    public void Should_Refuse_To_Keep_For_Less_Than_A_Day_Or_For_No_Time(string keep) => Refuse($"\nkeep: {keep}\n").ShouldBe(
        [$"plugins.yaml(2): \"keep\" is how long what campaigns have done is kept, a day at least, not \"{keep}\". Write it as 90d."]);

    [Theory]
    [InlineData("localhost", "localhost", 587)]
    [InlineData("localhost:25", "localhost", 25)]
    [InlineData("192.0.2.1:25", "192.0.2.1", 25)]
    [InlineData("\"2001:db8::1\"", "2001:db8::1", 587)]
    [InlineData("\"[2001:db8::1]\"", "2001:db8::1", 587)]
    [InlineData("\"[2001:db8::1]:25\"", "2001:db8::1", 25)]
    public void Should_Read_A_Server_With_And_Without_A_Port(string text, string server, int port) =>
        Accept($"mail: {{ server: {text}, from: News <news@example.org> }}\n").Mail
            .ShouldBe(new MailEntry { Server = server, Port = port, From = "News <news@example.org>" });

    [Theory]
    [InlineData("token", true)]
    [InlineData("Secret", true)]
    [InlineData("api_token", true)]
    [InlineData("apiToken", true)]
    [InlineData("access-token", true)]
    [InlineData("smtp.password", true)]
    [InlineData("passphrase", true)]
    [InlineData("tokens-per-post", false)]
    [InlineData("secretary", false)]
    [InlineData("nonsecret", false)]
    public void Should_Tell_A_Secret_By_Its_Name(string name, bool isSecret) =>
        Read($"plugins:\n  posting: {{ settings: {{ {name}: x }} }}\n").ShouldBeOfType(isSecret ? typeof(WorkspaceRefused) : typeof(WorkspaceRead));

    [Fact]
    public void Should_Tell_All_That_Is_Wrong_By_Line() => Refuse("""
            plugins:
              posting: { verson: 1.2.0, settings: { token: x } }
              posting:
            profiles:
              telco:
                handle: x
                language: english
            zone: Mars/Olympus
            mial: {}
            """).Select(message => message[..message.IndexOf(':', StringComparison.Ordinal)]).ShouldBe([
        "plugins.yaml(2)",
        "plugins.yaml(2)",
        "plugins.yaml(3)",
        "plugins.yaml(5)",
        "plugins.yaml(5)",
        "plugins.yaml(7)",
        "plugins.yaml(8)",
        "plugins.yaml(9)",
    ]);

    [Fact]
    public void Should_Say_What_A_Smallest_Workspace_Looks_Like_When_There_Is_None()
    {
        using var folder = new TemporaryFolder();

        var refused = WorkspaceFile.Read(folder.At("plugins.yaml")).ShouldBeOfType<WorkspaceRefused>();

        refused.Problems.ShouldHaveSingleItem().ToString().ShouldBe(
            $"plugins.yaml: there is no plugins.yaml in {folder.Path} or above it. Make one; a smallest one says \"plugins: {{ posting, rehearsal }}\".");
    }

    [Fact]
    public void Should_Point_To_A_File_With_The_Other_Ending()
    {
        using var folder = new TemporaryFolder();
        folder.Write("plugins.yml", "");

        var refused = WorkspaceFile.Read(folder.At("plugins.yaml")).ShouldBeOfType<WorkspaceRefused>();

        refused.Problems.ShouldHaveSingleItem().Message.ShouldBe(
            $"there is no plugins.yaml in {folder.Path} or above it. There is a plugins.yml: rename it.");
    }

    [Fact]
    public void Should_Refuse_What_Is_Not_Utf8()
    {
        using var folder = new TemporaryFolder();
        var file = folder.Write("plugins.yaml", [.. "plugins:\n# caf"u8, 0xE9]);

        var refused = WorkspaceFile.Read(file).ShouldBeOfType<WorkspaceRefused>();

        refused.Problems.ShouldHaveSingleItem().ToString().ShouldBe("plugins.yaml(2): this is not UTF-8. Save the file as UTF-8.");
    }

    [Fact]
    public void Should_Find_The_Workspace_Of_A_Folder_Below_It()
    {
        using var folder = new TemporaryFolder();
        var file = folder.Write("plugins.yaml", "");
        folder.Write("scripts/deep/a.csx", "");

        WorkspaceFile.Find(folder.Path).ShouldBe(file);
        WorkspaceFile.Find(folder.At("scripts/deep")).ShouldBe(file);
        WorkspaceFile.Read(file).ShouldBeOfType<WorkspaceRead>().Configuration.File.ShouldBe(file);
    }

    [Fact]
    public void Should_Find_The_Nearest_Of_Two_Workspaces()
    {
        using var folder = new TemporaryFolder();
        folder.Write("plugins.yaml", "");
        var inner = folder.Write("inner/plugins.yaml", "");

        WorkspaceFile.Find(folder.At("inner")).ShouldBe(inner);
    }

    [Fact]
    public void Should_Find_No_Workspace_Where_None_Is()
    {
        using var folder = new TemporaryFolder();

        WorkspaceFile.Find(folder.Path).ShouldBeNull();
    }

    private static WorkspaceReading Read(string text) => WorkspaceFile.Parse(text, Path.Combine(Root, "plugins.yaml"));

    private static WorkspaceConfiguration Accept(string text)
    {
        var reading = Read(text);
        return reading is WorkspaceRead read
            ? read.Configuration
            : throw new ShouldAssertException(string.Join('\n', ((WorkspaceRefused)reading).Problems));
    }

    private static string[] Refuse(string text) =>
        [.. Read(text).ShouldBeOfType<WorkspaceRefused>().Problems.Select(problem => problem.ToString())];
}
