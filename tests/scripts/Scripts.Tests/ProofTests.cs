namespace PluginHost.Scripts.Tests;

/// <summary>A proof of a giveaway, in a process that knows nothing but its file.</summary>
public sealed class ProofTests
{
    private static byte[] Kept => File.ReadAllBytes(Path.Combine(Repository.Root, "tests", "plugins", "Giveaways.Tests", "Vectors", "phones.proof"));

    [Fact]
    public async Task Should_Hold_And_Say_What_Was_Not_Verified()
    {
        // Given
        using var place = Repository.Copy();
        File.WriteAllBytes(Path.Combine(place.Root, "phones.proof"), Kept);

        // When
        var found = (await place.RunAsync("do", "giveaways.verify", "file=phones.proof", "--json")).ShouldBeDone().Json.EnumerateArray().ToList();

        // Then
        found.Count(row => row.GetProperty("verified").GetString() == "holds").ShouldBe(8);
        found.Single(row => row.GetProperty("what").GetString() == "signature").GetProperty("verified").GetString().ShouldBe("not verified");
    }

    [Theory]
    [InlineData(0.01)]
    [InlineData(0.3)]
    [InlineData(0.62)]
    [InlineData(0.999)]
    public async Task Should_End_With_1_Where_One_Byte_Was_Changed(double where)
    {
        // Given
        using var place = Repository.Copy();
        var proof = Kept;
        proof[(int)(proof.Length * where)] ^= 1;
        File.WriteAllBytes(Path.Combine(place.Root, "phones.proof"), proof);

        // When
        var end = await place.RunAsync("do", "giveaways.verify", "file=phones.proof");

        // Then
        end.ExitCode.ShouldBe(1, end.ToString());
        end.Errors.ShouldContain("phones.proof does not hold");
    }
}
