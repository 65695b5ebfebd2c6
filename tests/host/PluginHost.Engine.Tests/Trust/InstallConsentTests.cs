using PluginHost.Engine.Plugins;
using PluginHost.Engine.Tests.Fixtures;
using PluginHost.Engine.Trust;

namespace PluginHost.Engine.Tests.Trust;

public sealed class InstallConsentTests : IDisposable
{
    private const string Feed = "https://plugins.example/v3";

    private static readonly PluginManifest Notes = new() { Id = "acme.notes", Name = "Notes", Version = "1.0.0", Sdk = "^1.0", Entry = "Acme.Notes.dll", Needs = ["network"] };

    private readonly TestFolder _folder = new();
    private readonly TrustBook _book;
    private readonly InstallConsent _consent;

    public InstallConsentTests()
    {
        _book = new TrustBook(UserFolders.Under(Path.Combine(_folder.Path, "user")), new FakeClock());
        _consent = new InstallConsent(_book, new FakeClock());
        TestPlugin.Assembly(Installed, "Acme.Notes", "public static class Code { public static void Run() { System.IO.File.Delete(\"x\"); } }");
    }

    private string Installed => Path.Combine(_folder.Path, "plugins", "acme.notes");

    private string Entry => Path.Combine(Installed, "Acme.Notes.dll");

    [Fact]
    public void Should_Say_What_A_New_Plugin_Wants_And_Can_Do() => PluginOffer.Of(Notes, Feed, Entry, []).Lines.ShouldBe(
    [
        $"Notes 1.0.0 (acme.notes), from {Feed}",
        "It wants to",
        "  speak with servers on the internet",
        "Past PluginHost, which cannot check it, its code can",
        "  read and write any file that you can: File.Delete; it does not ask for files",
        "Code can hide what it does: what is not listed here may still be so.",
        PluginOffer.Plainly,
    ]);

    [Fact]
    public void Should_Ask_No_More_For_An_Update_That_Wants_The_Same_Or_Less()
    {
        _consent.Accept(Notes, Installed, Feed);

        _consent.IsAsked(Notes with { Version = "1.1.0" }, Feed).ShouldBeFalse();
        _consent.IsAsked(Notes with { Version = "1.1.0", Needs = [] }, Feed).ShouldBeFalse();
    }

    [Fact]
    public void Should_Ask_For_What_Is_New_In_An_Update()
    {
        _consent.Accept(Notes, Installed, Feed);

        var more = Notes with { Needs = ["network", "process"] };

        _consent.IsAsked(more, Feed).ShouldBeTrue();
        PluginOffer.Of(more, Feed, Entry, ["process"]).Lines.ShouldContain("  new: start other programs (past PluginHost, which cannot check what they do)");
    }

    [Fact]
    public void Should_Ask_For_Another_Plugin_Of_The_Same_Id()
    {
        _consent.Accept(Notes, Installed, Feed);

        _consent.IsAsked(Notes, "https://elsewhere.example/v3").ShouldBeTrue();
    }

    [Fact]
    public void Should_Know_The_Files_That_Were_Accepted()
    {
        _consent.Accept(Notes, Installed, Feed);

        _book.FindConsents("acme.notes")[0].Sha512.ShouldBe(PluginContent.Sha512Of(Installed));
        File.WriteAllText(Path.Combine(Installed, "more.txt"), "");
        _book.FindConsents("acme.notes")[0].Sha512.ShouldNotBe(PluginContent.Sha512Of(Installed));
    }

    [Fact]
    public void Should_Ask_Again_For_One_That_Was_Removed()
    {
        _consent.Accept(Notes, Installed, Feed);

        _consent.Forget("acme.notes");

        _consent.IsAsked(Notes, Feed).ShouldBeTrue();
    }

    public void Dispose() => _folder.Dispose();
}
