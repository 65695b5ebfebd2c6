using PluginHost.Engine.Secrets.Keys;
using PluginHost.Sdk;

namespace PluginHost.Engine.Tests.Secrets.Keys;

/// <summary>With a tool that the test writes, in the place of <c>secret-tool</c>: the real one needs a desktop.</summary>
public sealed class LibsecretTests
{
    private static readonly CancellationToken Cancel = CancellationToken.None;

    [Fact]
    public async Task Should_File_By_The_Tools_Input_And_Show_Nothing_In_Its_Arguments()
    {
        using var folder = new TestFolder();
        var tool = Write(folder, """
            echo "$@" >> "$(dirname "$0")/arguments"
            eval "holder=\${$#}"
            case "$1" in
              store) cat > "$(dirname "$0")/kept-$holder" ;;
              lookup) cat "$(dirname "$0")/kept-$holder" 2>/dev/null || exit 1 ;;
            esac
            """);
        var store = new Libsecret(new ToolProcess(TimeProvider.System), tool);
        byte[] secret = [.. Enumerable.Range(100, 32).Select(i => (byte)i)];
        (await store.FindAsync("h1", Cancel)).ShouldBeNull();

        await store.KeepAsync("h1", secret, Cancel);

        (await store.FindAsync("h1", Cancel)).ShouldBe(secret);
        (await store.FindAsync("h2", Cancel)).ShouldBeNull();
        var arguments = File.ReadAllText(Path.Combine(folder.Path, "arguments"));
        arguments.ShouldContain("holder h1");
        arguments.ShouldNotContain(Convert.ToHexStringLower(secret));
    }

    [Fact]
    public async Task Should_Say_What_The_Tool_Complains_Of_And_Go_On_With_The_Next_Place()
    {
        using var folder = new TestFolder();
        var tool = Write(folder, "echo 'secret-tool: Cannot autolaunch D-Bus without X11 $DISPLAY' >&2; exit 1");
        await using var bench = new VaultBench(StoreDialect.Sqlite);
        var place = new MachinePlace(new Libsecret(new ToolProcess(TimeProvider.System), tool), bench.Random, bench.Clock);
        var workspace = bench.With(place, bench.Given("a passphrase"));

        await workspace.Vault.WriteAsync("a", "s", "secret", Cancel);

        var look = await workspace.LookAsync(Cancel);
        look.Place.ShouldBe("the test's passphrase");
        look.PassedBy.ShouldHaveSingleItem().ToString().ShouldContain("Cannot autolaunch D-Bus");
    }

    [Fact]
    public async Task Should_Say_That_There_Is_No_Tool()
    {
        var store = new Libsecret(new ToolProcess(TimeProvider.System), "secret-tool-that-is-nowhere");

        (await Should.ThrowAsync<NoMachineStoreException>(store.FindAsync("h", Cancel))).Message.ShouldContain("there is no secret-tool");
    }

    private static string Write(TestFolder folder, string script)
    {
        var file = folder.Write("secret-tool", $"#!/bin/sh\n{script}\n");
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserExecute | UnixFileMode.UserWrite);

        return file;
    }
}
