using PluginHost.Giveaways.Proofs;
using PluginHost.Giveaways.Tests.Fixtures;

namespace PluginHost.Giveaways.Tests.Proofs;

/// <summary>A proof that was written once holds for ever: its form is part of what is promised to those who have one.</summary>
public sealed class KeptProofTests
{
    private const string Digest = "82f712e2fae774e14ba88443c46fa6be2a902d0157071ff5d0b1aa67f9acd993";

    private static byte[] Kept => File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Vectors", "phones.proof"));

    [Fact]
    public void Should_Still_Hold() => Verifier.Verify(Kept, Digest).ShouldAllBe(finding => finding.Verdict != false);

    [Fact]
    public async Task Should_Still_Hold_In_Python()
    {
        using var folder = new TestFolder();

        var said = await Python.VerifyAsync(folder, Kept);

        said.ExitCode.ShouldBe(0, said.Errors);
    }
}
