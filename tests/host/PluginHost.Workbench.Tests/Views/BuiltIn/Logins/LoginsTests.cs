using PluginHost.Sdk;
using PluginHost.Workbench.Rendering;
using PluginHost.Workbench.Tests.Fixtures;

namespace PluginHost.Workbench.Tests.Views.BuiltIn.Logins;

public sealed class LoginsTests
{
    [Fact]
    public async Task Should_Show_Who_Cannot_Speak_And_Why_And_Log_In_There()
    {
        // Given
        await using var bench = Bench();
        bench.Workbench.OpenView("workbench.logins");
        await bench.ShowsAsync("✗ cannot speak | @bird | parrot | polly |  | @bird is not logged in.");

        // When
        bench.Press("l");
        await bench.UntilAsync(() => bench.Top is InputLayer);
        bench.Top!.Title.ShouldBe("The password of polly:");
        bench.Type("polly wants");
        bench.Screen.ShouldContain("•••••••••••_");
        bench.Screen.ShouldNotContain("polly wants");
        bench.Press("ctrl+a", "ctrl+c");
        bench.Press("enter");

        // Then
        await bench.ShowsAsync("@bird is logged in as polly (bird 1).");
        await bench.ShowsAsync("✓ can speak | @bird");
        bench.Renderer.Copied.ShouldBe("");
        bench.Engine.Output.Lines.ShouldAllBe(line => !line.Text.Contains("polly wants"));
    }

    [Fact]
    public async Task Should_Say_Why_A_Login_Did_Not_Come_About()
    {
        await using var bench = Bench();
        bench.Workbench.OpenView("workbench.logins");
        await bench.ShowsAsync("✗ cannot speak");
        bench.Press("l");
        await bench.UntilAsync(() => bench.Top is InputLayer);

        bench.Press("esc");

        await bench.ShowsAsync("The parrot knows no such password.");
        bench.Screen.ShouldContain("✗ cannot speak");
    }

    [Fact]
    public async Task Should_Ask_Before_A_Profile_Is_Logged_Out()
    {
        await using var bench = Bench();
        bench.Workbench.OpenView("workbench.logins");
        await bench.ShowsAsync("✗ cannot speak");
        bench.Press("l");
        await bench.UntilAsync(() => bench.Top is InputLayer);
        bench.Type("polly wants");
        bench.Press("enter");
        await bench.ShowsAsync("✓ can speak");

        bench.Press("o");
        await bench.UntilAsync(() => bench.Top is ConfirmLayer);
        bench.Top!.Title.ShouldStartWith("Log @bird out?");
        bench.Press("n");
        await bench.UntilAsync(() => bench.Top is null);
        bench.Screen.ShouldContain("✓ can speak");
        bench.Press("o");
        await bench.UntilAsync(() => bench.Top is ConfirmLayer);
        bench.Press("y");

        await bench.ShowsAsync("✗ cannot speak");
    }

    [Fact]
    public async Task Should_Look_A_Profile_Over_In_The_Panel()
    {
        await using var bench = Bench();
        bench.Workbench.OpenView("workbench.logins");
        await bench.ShowsAsync("✗ cannot speak");

        bench.Press("enter");

        await bench.ShowsAsync("✓ | @bird | network | parrot");
        bench.Screen.ShouldContain("✓ | @bird | vault | nothing was ever kept in it");
        bench.Screen.ShouldContain("✗ | @bird | login | @bird is not logged in.");
    }

    [Fact]
    public async Task Should_Add_A_Profile_And_Log_It_In()
    {
        await using var bench = Bench();
        bench.Workbench.OpenView("workbench.logins");
        await bench.ShowsAsync("✗ cannot speak");

        bench.Press("a");
        await bench.UntilAsync(() => bench.Top is PickLayer);
        bench.Press("enter");
        await AnswerAsync(bench, "A name for the profile", "second");
        await AnswerAsync(bench, "What is the account called", "");
        await AnswerAsync(bench, "Its server", "");
        await AnswerAsync(bench, "What do people follow", "support");
        await AnswerAsync(bench, "The password of second:", "polly wants");

        await bench.ShowsAsync("✓ can speak | @second | parrot | second | support");
        File.ReadAllText(bench.File).ShouldContain("  \"@second\": { network: parrot, purpose: support }\n");
    }

    [Fact]
    public async Task Should_Take_A_Profile_Out_Of_The_File_After_A_Yes()
    {
        await using var bench = Bench();
        bench.Workbench.OpenView("workbench.logins");
        await bench.ShowsAsync("✗ cannot speak");

        bench.Press("delete");
        await bench.UntilAsync(() => bench.Top is ConfirmLayer);
        bench.Press("y");

        await bench.ShowsAsync("@bird was taken out of plugins.yaml.");
        File.ReadAllText(bench.File).ShouldNotContain("@bird");
    }

    [Fact]
    public async Task Should_Teach_How_To_Add_One_While_There_Is_None()
    {
        await using var bench = new TestBench { HasBuiltIn = true };
        bench.Workbench.OpenView("workbench.logins");

        await bench.ShowsAsync("Nobody speaks here yet. a adds a profile and logs it in.");
    }

    [Fact]
    public async Task Should_Say_On_The_Status_Line_That_The_Vault_Is_Shut_And_Open_It_From_There()
    {
        // Given
        await using var bench = Bench();
        bench.Workbench.OnCommand(new CommandCall { Id = "parrot.keep" });
        await bench.UntilAsync(() => bench.Top is InputLayer);
        bench.Top!.Title.ShouldStartWith("New passphrase for the vault");
        bench.Press("esc");
        await bench.ShowsAsync("! vault is shut");

        // When
        bench.Workbench.OnCommand(bench.Workbench.Status.Single(item => item.Id == "workbench.vault.open").Command!);
        await AnswerAsync(bench, "New passphrase for the vault", "long enough");
        await AnswerAsync(bench, "The same passphrase once more", "long enough");

        // Then
        await bench.ShowsAsync("The vault is open, by a passphrase that is asked for.");
        bench.Screen.ShouldNotContain("vault is shut");
        bench.Workbench.OnCommand(new CommandCall { Id = "parrot.keep" });
        await bench.ShowsAsync("Parrot: Keep a secret: kept");
    }

    [Fact]
    public async Task Should_Show_The_Address_Of_A_Page_And_Go_On_When_It_Leads_Back()
    {
        // Given
        await using var bench = Bench();
        bench.Workbench.OnCommand(new CommandCall { Id = "parrot.page" });
        await bench.UntilAsync(() => bench.Top is ConfirmLayer);
        var layer = (ConfirmLayer)bench.Top!;
        layer.Title.ShouldBe("Let the parrot in.");

        // When
        bench.Press("y");
        bench.Top.ShouldBe(layer);
        bench.Renderer.Copied.ShouldStartWith("https://parrot.example/in?back=http://127.0.0.1:");
        layer.Details[1].ToString().ShouldBe(bench.Renderer.Copied);
        await LeadBackAsync(new Uri($"{bench.Renderer.Copied.Split("back=")[1]}?code=1"));

        // Then
        await bench.ShowsAsync("Parrot: By a page: ?code=1");
        bench.Top.ShouldBeNull();
    }

    [Fact]
    public async Task Should_Leave_A_Page_With_Esc()
    {
        await using var bench = Bench();
        bench.Workbench.OnCommand(new CommandCall { Id = "parrot.page" });
        await bench.UntilAsync(() => bench.Top is ConfirmLayer);

        bench.Press("esc");

        await bench.ShowsAsync("Parrot: By a page: left");
    }

    private static TestBench Bench() => new TestBench { HasBuiltIn = true, Extra = ParrotPlugin.Profiles }.With(ParrotPlugin.Id, ParrotPlugin.Source);

    private static async Task AnswerAsync(TestBench bench, string question, string answer)
    {
        await bench.UntilAsync(() => bench.Top is InputLayer input && input.Title.StartsWith(question, StringComparison.Ordinal));
        bench.Type(answer);
        bench.Press("enter");
    }

    // As a browser asks, which is led there.
    private static async Task LeadBackAsync(Uri address)
    {
        using var client = new System.Net.Sockets.TcpClient();
        await client.ConnectAsync("127.0.0.1", address.Port, CancellationToken.None);
        var stream = client.GetStream();
        await stream.WriteAsync(System.Text.Encoding.ASCII.GetBytes($"GET {address.PathAndQuery} HTTP/1.1\r\nHost: {address.Authority}\r\n\r\n"), CancellationToken.None);
        using var reader = new StreamReader(stream);
        (await reader.ReadToEndAsync(CancellationToken.None)).ShouldStartWith("HTTP/1.1 200 OK");
    }
}
