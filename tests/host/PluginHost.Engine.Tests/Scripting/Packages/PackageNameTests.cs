namespace PluginHost.Engine.Scripting;

public sealed class PackageNameTests : IDisposable
{
    private readonly ScriptBench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Theory]
    [InlineData("nuget: Acme.Cone, 1.2.0")]
    [InlineData("nuget:Acme.Cone,1.2.0")]
    [InlineData("NuGet:  Acme.Cone ,  1.2.0 ")]
    public void Should_Read_An_Id_And_A_Version(string reference)
    {
        PackageName.IsMeant(reference).ShouldBeTrue();
        PackageName.Parse(reference, out var problem).ShouldBe(new PackageName("Acme.Cone", "1.2.0"));
        problem.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("nuget:", "No package is named.")]
    [InlineData("nuget: , 1.0", "No package is named.")]
    [InlineData("nuget: Acme Cone, 1.0", "\"Acme Cone\" is no id of a package.")]
    [InlineData("nuget: ../Acme, 1.0", "\"../Acme\" is no id of a package.")]
    [InlineData("nuget: Acme.Cone", "Acme.Cone has no version:")]
    [InlineData("nuget: Acme.Cone,", "Acme.Cone has no version:")]
    [InlineData("nuget: Acme.Cone, *", "\"*\" is no version:")]
    [InlineData("nuget: Acme.Cone, [1.0,2.0)", "There is more here than an id and a version.")]
    [InlineData("nuget: Acme.Cone, [1.0]", "\"[1.0]\" is no version:")]
    [InlineData("nuget: Acme.Cone, 1.0, extra", "There is more here than an id and a version.")]
    public async Task Should_Say_What_Is_Wrong_And_Where(string reference, string problem)
    {
        var diagnostic = (await _bench.RunAsync($"\n#r \"{reference}\"\n1")).ShouldBeOfType<ScriptRefused>().Diagnostics.ShouldHaveSingleItem();
        (diagnostic.Line, diagnostic.Id).ShouldBe((2, "PH1003"));
        diagnostic.Text.ShouldStartWith(problem);
        diagnostic.Text.ShouldContain("#r \"nuget: ");
    }

    [Fact]
    public async Task Should_Refuse_Two_Versions_Of_One_Package()
    {
        var outcome = await _bench.RunAsync("#r \"nuget: Acme.Cone, 1.0.0\"\n#r \"nuget: acme.cone, 2.0.0\"\n1");
        var diagnostic = outcome.ShouldBeOfType<ScriptRefused>().Diagnostics.ShouldHaveSingleItem();
        (diagnostic.Line, diagnostic.Text).ShouldBe((2, "Acme.Cone is named in two versions: 1.0.0 and 2.0.0. A script has one of a package."));
    }

    [Fact]
    public void Should_Say_That_There_Is_No_Sdk()
    {
        var packages = new ScriptPackages(_bench.CacheFolder, "dotnet-that-is-not-there");
        Should.Throw<PackageException>(() => packages.Find([new PackageName("Acme.Cone", "1.0.0")], _bench.Folder, CancellationToken.None))
            .Message.ShouldBe("Packages are fetched by the .NET SDK, and there is no \"dotnet-that-is-not-there\" on this machine. Install the SDK, or name a file by #r instead.");
    }
}
