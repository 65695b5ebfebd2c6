using PluginHost.Campaigns;
using PluginHost.Sdk;

namespace PluginHost.Engine.Scripting;

public sealed class ScriptCacheTests : IDisposable
{
    private readonly ScriptBench _bench = new ScriptBench().WithPublish();

    private string Entry => Path.Combine(_bench.CacheFolder, ScriptKey.NameOf(_bench.ScriptPath) + ".script");

    public void Dispose() => _bench.Dispose();

    [Fact]
    public async Task Should_Find_A_Script_Again_After_A_Restart()
    {
        // Given
        await _bench.RunAsync("Say(Args[0]); 1", "first");

        // When
        var wasHit = await IsHitAsync("second");

        // Then
        wasHit.ShouldBeTrue();
        _bench.Person.Said.ShouldBe(["first", "second"]);
    }

    [Fact]
    public async Task Should_Load_No_Compiler_For_A_Script_That_Is_Known()
    {
        // Given
        _bench.Write("own.csx", "async Task Greet(string who) { await Task.Yield(); Say(\"Hello \" + who); }");
        await _bench.RunAsync("#load \"own.csx\"\nawait Greet(Args.FirstOrDefault() ?? \"nobody\");\nawait Publish.Now(\"@a\", \"Hello\");");
        var isolated = new IsolatedEngine("Microsoft.CodeAnalysis");

        // When
        var said = await isolated.RunAsync(_bench.Folder);

        // Then
        said.ShouldBe("ScriptDone { Value =  } Hello isolated");
        string[] slow = ["Microsoft.CodeAnalysis", "System.Reflection.Metadata", "System.Security", "System.Text", "YamlDotNet", "CsvHelper", "System.Private.Xml"];
        isolated.Asked.Where(name => slow.Any(prefix => name.StartsWith(prefix, StringComparison.Ordinal))).ShouldBeEmpty();
        isolated.Asked.ShouldContain("PluginHost.Engine");
    }

    [Fact]
    public async Task Should_Need_The_Compiler_For_A_Script_That_Is_New()
    {
        // The counterpart of the test above: without the cache the isolated engine does ask for the compiler.
        _bench.Write("main.csx", "1");
        var isolated = new IsolatedEngine("Microsoft.CodeAnalysis");
        await isolated.RunAsync(_bench.Folder);
        isolated.Asked.ShouldContain(name => name.StartsWith("Microsoft.CodeAnalysis"));
    }

    [Fact]
    public async Task Should_Compile_Again_After_An_Edit()
    {
        await _bench.RunAsync("1");
        _bench.Write("main.csx", "2");
        _bench.Restart();
        (await _bench.RunAgainAsync()).ShouldBe(new ScriptDone { Value = 2 });
        (await IsHitAsync()).ShouldBeTrue();
    }

    [Fact]
    public async Task Should_Compile_Again_After_An_Edit_Of_A_Loaded_File()
    {
        _bench.Write("own.csx", "#load \"deep.csx\"\n");
        _bench.Write("deep.csx", "int N() => 1;");
        await _bench.RunAsync("#load \"own.csx\"\nN()");
        (await IsHitAsync()).ShouldBeTrue();

        _bench.Write("deep.csx", "int N() => 2;");
        _bench.Restart();
        (await _bench.RunAgainAsync()).ShouldBe(new ScriptDone { Value = 2 });
    }

    [Fact]
    public async Task Should_Refuse_After_A_Loaded_File_Is_Gone()
    {
        _bench.Write("own.csx", "int N() => 1;");
        await _bench.RunAsync("#load \"own.csx\"\nN()");
        File.Delete(Path.Combine(_bench.Folder, "own.csx"));
        _bench.Restart();
        (await _bench.RunAgainAsync()).ShouldBeOfType<ScriptRefused>();
    }

    [Fact]
    public async Task Should_Compile_Again_When_The_Globals_Change()
    {
        // Given
        await _bench.RunAsync("1");
        _bench.World.Offer<IProfiles>("Profiles", _ => _bench.Publisher);

        // Then
        (await IsHitAsync()).ShouldBeFalse();
        (await IsHitAsync()).ShouldBeTrue();
    }

    [Fact]
    public async Task Should_Compile_Again_When_The_Contracts_Change()
    {
        // Given
        await _bench.RunAsync("1");
        _bench.World.Contracts.Add(_bench.Build("Acme.Contract", "public interface IAcme { }"));

        // Then
        (await IsHitAsync()).ShouldBeFalse();
        (await IsHitAsync()).ShouldBeTrue();

        // When: the same contract, built anew
        _bench.Build("Acme.Contract", "public interface IAcme { void New(); }");

        // Then
        (await IsHitAsync()).ShouldBeFalse();
    }

    [Fact]
    public async Task Should_Compile_Again_When_A_Named_File_Is_Built_Anew()
    {
        // Given
        _bench.Build("Acme.Sums", "public static class Sums { public static int One() => 1; }");
        (await _bench.RunAsync("#r \"Acme.Sums.dll\"\nSums.One()")).ShouldBe(new ScriptDone { Value = 1 });
        (await IsHitAsync()).ShouldBeTrue();

        // When
        _bench.Build("Acme.Sums", "public static class Sums { public static int One() => 100; }");

        // Then
        (await IsHitAsync()).ShouldBeFalse();
        (await _bench.RunAgainAsync()).ShouldBe(new ScriptDone { Value = 100 });
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    [InlineData(200)]
    [InlineData(-1)]
    public async Task Should_Take_A_Truncated_Entry_For_None(int length)
    {
        // Given
        await _bench.RunAsync("1");
        var bytes = await File.ReadAllBytesAsync(Entry);
        await File.WriteAllBytesAsync(Entry, length < 0 ? bytes[..^1] : bytes[..length]);

        // Then
        (await IsHitAsync()).ShouldBeFalse();
        (await IsHitAsync()).ShouldBeTrue();
    }

    [Fact]
    public async Task Should_Take_A_Damaged_Entry_For_None()
    {
        // Given
        await _bench.RunAsync("1");
        var whole = await File.ReadAllBytesAsync(Entry);
        for (var at = 0; at < whole.Length; at += whole.Length / 20)
        {
            var damaged = (byte[])whole.Clone();
            damaged[at] ^= 0x10;
            await File.WriteAllBytesAsync(Entry, damaged);

            // Then
            var script = new ScriptFile(_bench.ScriptPath, await File.ReadAllBytesAsync(_bench.ScriptPath));
            var key = ScriptKey.Of(_bench.ScriptPath, ScriptScope.Of(_bench.World), isGuarded: true);
            new ScriptCache(_bench.CacheFolder, _bench.Clock).Find(script, key, _bench.World).ShouldBeNull($"byte {at}");
        }
    }

    [Fact]
    public async Task Should_Not_Keep_A_Script_That_Is_Refused()
    {
        await _bench.RunAsync("nothing");
        File.Exists(Entry).ShouldBeFalse();
    }

    [Fact]
    public async Task Should_Run_Without_A_Cache_Where_None_Can_Be_Written()
    {
        // Given: a file where the folder should be
        await File.WriteAllTextAsync(_bench.CacheFolder, "");

        // Then
        (await _bench.RunAsync("1")).ShouldBe(new ScriptDone { Value = 1 });
        (await _bench.RunAgainAsync()).ShouldBe(new ScriptDone { Value = 1 });
    }

    [Fact]
    public async Task Should_Keep_The_Folder_To_The_Person()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no such modes; the user's folder is the user's by inheritance.");
        await _bench.RunAsync("1");
        if (!OperatingSystem.IsWindows())
            File.GetUnixFileMode(_bench.CacheFolder).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    [Fact]
    public async Task Should_Not_Run_What_Others_Could_Have_Written()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no such modes.");
        if (OperatingSystem.IsWindows())
            return;

        // Given
        await _bench.RunAsync("1");
        var planted = Path.Combine(_bench.CacheFolder, "planted.script");
        await File.WriteAllTextAsync(planted, "");
        File.SetUnixFileMode(_bench.CacheFolder, File.GetUnixFileMode(_bench.CacheFolder) | UnixFileMode.OtherWrite);

        // Then
        (await IsHitAsync()).ShouldBeFalse();
        File.Exists(planted).ShouldBeFalse();
        File.GetUnixFileMode(_bench.CacheFolder).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        (await IsHitAsync()).ShouldBeTrue();
    }

    [Fact]
    public async Task Should_Let_Two_Processes_Write_The_Same_Entry()
    {
        // Given
        _bench.Write("main.csx", "1");
        var request = new ScriptRequest { Path = _bench.ScriptPath };

        // When: engines that know nothing of each other but the folder
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ =>
        {
            _bench.Restart();
            return _bench.Engine.RunAsync(request, _bench.Person, CancellationToken.None);
        }));

        // Then
        outcomes.ShouldAllBe(outcome => outcome == new ScriptDone { Value = 1 });
        Directory.GetFiles(_bench.CacheFolder).ShouldBe([Entry]);
        (await IsHitAsync()).ShouldBeTrue();
    }

    [Fact]
    public async Task Should_Forget_What_Was_Not_Compiled_For_Long()
    {
        // Given
        await _bench.RunAsync("1");
        var old = Path.Combine(_bench.CacheFolder, "old.script");
        var strange = Path.Combine(_bench.CacheFolder, "notes.txt");
        foreach (var path in new[] { old, strange })
        {
            await File.WriteAllTextAsync(path, "");
            File.SetLastWriteTimeUtc(path, _bench.Clock.GetUtcNow().UtcDateTime.AddDays(-61));
        }

        // When
        await _bench.RunAsync("2");

        // Then
        File.Exists(old).ShouldBeFalse();
        File.Exists(strange).ShouldBeTrue();
    }

    // A miss writes the entry anew, a hit leaves it alone.
    private async Task<bool> IsHitAsync(params string[] args)
    {
        if (File.Exists(Entry))
            File.SetLastWriteTimeUtc(Entry, _bench.Clock.GetUtcNow().UtcDateTime);

        _bench.Restart();
        (await _bench.RunAgainAsync(args)).ShouldBeOfType<ScriptDone>();
        return File.Exists(Entry) && File.GetLastWriteTimeUtc(Entry) == _bench.Clock.GetUtcNow().UtcDateTime;
    }
}
