using PluginHost.Engine.Secrets.Keys;
using PluginHost.Engine.Ways;
using PluginHost.Sdk;

namespace PluginHost.Engine.Tests.Secrets.Keys;

public sealed class KeyPlacesTests
{
    private static readonly CancellationToken Cancel = CancellationToken.None;

    [Fact]
    public void Should_Ask_What_Is_Given_Before_The_Machine_And_The_Person_Last()
    {
        var places = Of(new VaultSurroundings());

        places.Take(3).Select(place => place.Name).ShouldBe(["systemd", "passphrase", "passphrase"]);
        places.Count(place => place is MachinePlace).ShouldBe(1);
        places[^1].Asks.ShouldBeTrue();
    }

    [Theory]
    [InlineData("passphrase", 3)]
    [InlineData("systemd", 1)]
    public void Should_Ask_The_Named_Place_Alone(string name, int count) =>
        Of(new VaultSurroundings { Named = name }).Count.ShouldBe(count);

    [Fact]
    public void Should_Refuse_A_Place_That_There_Is_Not() =>
        Should.Throw<WrongUseException>(() => Of(new VaultSurroundings { Named = "libsecert" })).Message.ShouldContain("Did you mean \"libsecret\"?");

    [Fact]
    public async Task Should_Read_The_Credential_Of_Systemd_And_The_Passphrases_File_Without_Their_Last_Line_End()
    {
        using var folder = new TestFolder();
        folder.Write("pluginhost-vault", "from systemd 1\n");
        var file = folder.Write("passphrase", "from a file 1\r\n");
        await using var bench = new VaultBench(StoreDialect.Sqlite);

        await bench.With([.. Of(new VaultSurroundings { CredentialsFolder = folder.Path })]).Vault.WriteAsync("a", "s", "secret", Cancel);

        (await bench.With(bench.Given("from systemd 1")).Vault.ReadAsync("a", "s", Cancel)).ShouldBe("secret");
        var wrong = bench.With([.. Of(new VaultSurroundings { PassphraseFile = file })]);
        (await Should.ThrowAsync<PluginHostException>(wrong.Vault.ReadAsync("a", "s", Cancel))).Message.ShouldContain("PLUGINHOST_PASSPHRASE_FILE: it is another passphrase");
    }

    [Fact]
    public async Task Should_Say_Which_File_With_The_Passphrase_Is_Missing_Or_Empty()
    {
        using var folder = new TestFolder();
        await using var bench = new VaultBench(StoreDialect.Sqlite);
        var missing = Path.Combine(folder.Path, "nowhere");
        var empty = folder.Write("empty", "\n");

        (await FailAsync(missing)).ShouldContain(missing);
        (await FailAsync(empty)).ShouldContain("is empty");

        async Task<string> FailAsync(string file) =>
            (await Should.ThrowAsync<PluginHostException>(bench.With([.. Of(new VaultSurroundings { PassphraseFile = file })]).Vault.WriteAsync("a", "s", "x", Cancel))).Message;
    }

    private static IReadOnlyList<IKeyPlace> Of(VaultSurroundings given) =>
        KeyPlaces.Of(given, null, Path.GetTempPath(), "telco", new TypingPerson(), new SeededRandom("places"), new FakeClock());
}
