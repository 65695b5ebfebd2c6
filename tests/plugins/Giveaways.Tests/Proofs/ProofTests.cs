using System.Text;
using PluginHost.Giveaways.Draws;
using PluginHost.Giveaways.Proofs;
using PluginHost.Giveaways.Tests.Fixtures;
using PluginHost.Plugins.Testing;
using PluginHost.Sdk;

namespace PluginHost.Giveaways.Tests.Proofs;

/// <summary>A proof holds as it was written, and in no other way.</summary>
public sealed class ProofTests : IDisposable
{
    private readonly Fair _fair = new();

    [Fact]
    public async Task Should_Hold_As_It_Was_Written_And_Say_What_Was_Not_Verified()
    {
        // Given
        var (plugin, host) = await ProveAsync();

        // When: in a process that knows nothing but the file.
        using var elsewhere = new Fair();
        var (other, otherHost, _) = await elsewhere.StartAsync();
        otherHost.Workspace.Files["theirs.proof"] = host.Workspace.Files["phones.proof"];
        var found = await other.VerifyAsync(otherHost, "theirs.proof", _fair.Database.Query("select list_digest from giveaways_giveaway")[0].ToString()!, CancellationToken.None);

        // Then
        var verdicts = found.Rows.ToDictionary(row => row["what"].ToString(), row => row["verified"].ToString());
        verdicts.Where(verdict => verdict.Value == "holds").Select(verdict => verdict.Key)
            .ShouldBe(["file", "log", "list", "published", "rules", "round", "draw", "randomness", "winners"]);
        verdicts.Where(verdict => verdict.Value == "not verified").Select(verdict => verdict.Key).ShouldBe(["signature", "sources", "posts", "entrants", "end"]);
        found.Rows.Single(row => row["what"].ToString() == "signature")["detail"].ToString().ShouldContain("BLS12-381");
        Encoding.UTF8.GetString(host.Workspace.Files["phones.proof"]).ShouldNotContain("Me, please!");
    }

    [Fact]
    public async Task Should_Not_Hold_With_Any_One_Bit_Changed()
    {
        // Given
        var (_, host) = await ProveAsync();
        var proof = host.Workspace.Files["phones.proof"];
        Holds(proof).ShouldBeTrue();

        // When, Then
        for (var place = 0; place < proof.Length; place++)
        {
            for (var bit = 0; bit < 8; bit++)
            {
                proof[place] ^= (byte)(1 << bit);
                Holds(proof).ShouldBeFalse($"byte {place}, bit {bit}");
                proof[place] ^= (byte)(1 << bit);
            }
        }
    }

    [Fact]
    public async Task Should_Not_Hold_With_A_Byte_Less_Or_More()
    {
        var (_, host) = await ProveAsync();
        var proof = host.Workspace.Files["phones.proof"];

        for (var length = 0; length < proof.Length; length++)
            Holds(proof[..length]).ShouldBeFalse($"{length} bytes");

        Holds([.. proof, (byte)'\n']).ShouldBeFalse();
        Holds([.. proof, .. proof]).ShouldBeFalse();
    }

    /// <summary>Who changes the file can write its last line anew, too. What is said must be found out by itself then.</summary>
    [Theory]
    [InlineData("list", "\"entrant\":\"id:amal\"", "\"entrant\":\"id:amaz\"")]
    [InlineData("rules", "A tablet", "A teapot")]
    [InlineData("log", "\"step\":\"drawn\"", "\"step\":\"Drawn\"")]
    [InlineData("log", "\"reason\":\"did not", "\"reason\":\"did NOT")]
    [InlineData("log", "\"winners\":[\"id:", "\"winners\":[\"ID:")]
    [InlineData("log", "\"list\":\"", "\"lisp\":\"")]
    [InlineData("log", "\"head\":\"", "\"head\":\"0")]
    public async Task Should_Find_What_Was_Changed_Where_The_Whole_Was_Sealed_Anew(string what, string before, string after)
    {
        // Given
        var (_, host) = await ProveAsync();
        var lines = Unsealed(host.Workspace.Files["phones.proof"]);
        lines.ShouldContain(before);

        // When
        var findings = Verifier.Verify(Proof.Seal(lines.Replace(before, after, StringComparison.Ordinal)), "");

        // Then
        findings.ShouldContain(finding => finding.What == what && finding.Verdict == false);
    }

    [Fact]
    public async Task Should_Not_Hold_When_Somebody_Else_Wins_In_A_Log_That_Was_Chained_Anew()
    {
        // Given
        var (_, host) = await ProveAsync();
        var proof = host.Workspace.Files["phones.proof"];

        // When: the two first winners change places, everywhere in the log.
        var forged = Rechained(Unsealed(proof), "drawn", line =>
        {
            var from = line.IndexOf("\"winners\":[", StringComparison.Ordinal) + 11;
            var winners = line[from..line.IndexOf(']', from)].Split(',');
            return line.Replace($"{winners[0]},{winners[1]}", $"{winners[1]},{winners[0]}", StringComparison.Ordinal);
        });

        // Then
        var broken = Verifier.Verify(forged, "").Where(finding => finding.Verdict == false).ToList();
        broken.ShouldHaveSingleItem().What.ShouldBe("winners");
        broken[0].Detail.ShouldContain("others have won");
    }

    [Fact]
    public async Task Should_Not_Hold_When_A_Prize_Goes_On_Without_A_Reason_Or_A_Round_Was_Published_Late()
    {
        // Given
        var (_, host) = await ProveAsync();
        var lines = Unsealed(host.Workspace.Files["phones.proof"]);

        // When
        var silent = Rechained(lines, "passed-on", line => System.Text.RegularExpressions.Regex.Replace(line, "\"reason\":\"[^\"]*\"", "\"reason\":\"\""));
        var late = Rechained(lines, "committed", line => System.Text.RegularExpressions.Regex.Replace(line, "(\"post\":\"[^\"]*\",\"at\":\")2026", "${1}2027"));

        // Then
        Verifier.Verify(silent, "").Single(finding => finding.Verdict == false).Detail.ShouldContain("without a reason");
        Verifier.Verify(late, "").Where(finding => finding.Verdict == false).Select(finding => finding.What).ShouldBe(["round"]);
    }

    [Theory]
    [InlineData("committed", "\"posts\":\\[.*?\\]", "\"posts\":[7]")]
    [InlineData("committed", "\"at\":\"[^\"]*\"\\}", "\"at\":7}")]
    [InlineData("announced", "\"posts\":\\[.*?\\]", "\"posts\":\"p1\"")]
    [InlineData("frozen", "\"step\":\"frozen\"", "\"step\":\"planned\"")]
    public async Task Should_Not_Hold_Where_The_Log_Says_What_It_Never_Says(string step, string before, string after)
    {
        // Given
        var (_, host) = await ProveAsync();

        // When
        var forged = Rechained(Unsealed(host.Workspace.Files["phones.proof"]), step, line =>
        {
            System.Text.RegularExpressions.Regex.IsMatch(line, before).ShouldBeTrue();
            return System.Text.RegularExpressions.Regex.Replace(line, before, after);
        });

        // Then
        Verifier.Verify(forged, "").ShouldContain(finding => finding.Verdict == false);
    }

    [Fact]
    public async Task Should_Not_Hold_Where_The_Log_Was_Cut()
    {
        // Given: the last line is gone, and the file sealed anew.
        var (_, host) = await ProveAsync();
        var lines = Unsealed(host.Workspace.Files["phones.proof"]).TrimEnd('\n').Split('\n').ToList();

        // When
        var cut = Verifier.Verify(Proof.Seal(string.Join('\n', lines[..^1]) + "\n"), "");
        var counted = Verifier.Verify(
            Proof.Seal(string.Join('\n', lines[..^1]).Replace($"\"log\":{_fair.Log().Count}", $"\"log\":{_fair.Log().Count - 1}", StringComparison.Ordinal) + "\n"), "");

        // Then
        cut.ShouldHaveSingleItem().Detail.ShouldContain("promises");
        counted.Single(finding => finding.What == "log").Verdict.ShouldBe(false);
    }

    [Theory]
    [InlineData("delete from giveaways_log where number = (select max(number) from giveaways_log)", "it has ")]
    [InlineData("delete from giveaways_log where number = 3", "line 3 does not follow")]
    [InlineData("update giveaways_log set line = replace(line, 'frozen', 'thawed') where number = 3", "line 4 does not follow")]
    public async Task Should_Prove_Nothing_By_A_Log_That_Was_Cut_In_The_Store(string harm, string complaint)
    {
        // Given
        var (plugin, host) = await ProveAsync();
        _fair.Database.Query(harm);

        // When
        var refused = await Should.ThrowAsync<PluginHostException>(() => plugin.ProveAsync(host, "phones", "", false, CancellationToken.None));

        // Then
        refused.Message.ShouldContain("was cut or changed");
        refused.Message.ShouldContain(complaint);
    }

    [Fact]
    public async Task Should_Say_That_What_Was_Published_Is_Another_List()
    {
        var (plugin, host) = await ProveAsync();

        var refused = await Should.ThrowAsync<PluginHostException>(() => plugin.VerifyAsync(host, "phones.proof", new string('a', 64), CancellationToken.None));

        refused.Message.ShouldContain("phones.proof does not hold: published: the list is not the one that you have read of");
    }

    [Fact]
    public async Task Should_Agree_With_A_Verifier_In_Python()
    {
        // Given
        var (plugin, host) = await ProveAsync();
        using var folder = new TestFolder();

        // When
        var said = await Python.VerifyAsync(folder, host.Workspace.Files["phones.proof"]);

        // Then
        var shown = await plugin.ShowAsync(host, "phones", CancellationToken.None);
        var holders = shown["prizes"].Items.Where(prize => prize["state"].ToString() == "claimed").Select(prize => $"{prize["prize"]}\tid:{prize["who"]}");
        said.Output.TrimEnd().Split('\n').ShouldBe(holders);
        (await Python.VerifyAsync(folder, [.. host.Workspace.Files["phones.proof"][..^20], .. "0123456789abcdef\"}}\n\n"u8])).ExitCode.ShouldNotBe(0);
    }

    [Theory]
    [InlineData("title: Three phones\n")]
    [InlineData("")]
    [InlineData("{\"n\":1}\n")]
    public async Task Should_Tell_What_Is_No_Proof_From_A_Proof_That_Does_Not_Hold(string other)
    {
        // Given
        var (plugin, host) = await ProveAsync();
        host.Workspace.Files["other.txt"] = Encoding.UTF8.GetBytes(other);
        host.Workspace.Files["cut.proof"] = host.Workspace.Files["phones.proof"][..^5];

        // When
        var none = await Should.ThrowAsync<PluginHostException>(() => plugin.VerifyAsync(host, "other.txt", "", CancellationToken.None));
        var broken = await Should.ThrowAsync<PluginHostException>(() => plugin.VerifyAsync(host, "cut.proof", "", CancellationToken.None));

        // Then: neither is the mistake of a caller, so that both end with 1.
        none.ShouldNotBeOfType<WrongUseException>();
        none.Message.ShouldStartWith("other.txt is no proof of a giveaway, so nothing was verified. A proof is a file that giveaways.prove wrote");
        none.Message.ShouldNotContain("hold");
        broken.Message.ShouldStartWith("cut.proof does not hold: file: its end is missing");
    }

    [Fact]
    public async Task Should_Prove_Nothing_Before_The_Draw()
    {
        var (plugin, host, giveaways) = await _fair.StartAsync();
        await giveaways.BeginAsync(_fair.Terms(), Fair.Effect(), CancellationToken.None);

        (await Should.ThrowAsync<WrongUseException>(() => plugin.ProveAsync(host, "phones", "", false, CancellationToken.None))).Message.ShouldContain("nothing was drawn");
    }

    // Drawn, with one silent winner, and over.
    private async Task<(GiveawaysPlugin Plugin, FakeHost Host)> ProveAsync()
    {
        var (plugin, host, giveaways) = await _fair.DrawAsync("ola", "kari", "amal", "luc", "zoë");
        foreach (var award in (await giveaways.GoOnAsync("phones", CancellationToken.None)).Awards.Skip(1))
            await plugin.ClaimAsync(host, "phones", award.Number, "came to the shop", CancellationToken.None);

        _fair.Clock.Advance(TimeSpan.FromDays(3));
        await giveaways.GoOnAsync("phones", CancellationToken.None);
        await plugin.ClaimAsync(host, "phones", 1, "came to the shop", CancellationToken.None);
        await giveaways.GoOnAsync("phones", CancellationToken.None);
        await plugin.ProveAsync(host, "phones", "phones.proof", false, CancellationToken.None);
        return (plugin, host);
    }

    private static bool Holds(byte[] proof) => Verifier.Verify(proof, "").All(finding => finding.Verdict != false);

    private static string Unsealed(byte[] proof)
    {
        var text = Encoding.UTF8.GetString(proof);
        return text[..(text.TrimEnd('\n').LastIndexOf('\n') + 1)];
    }

    // As somebody would who wants to be believed: each digest is worked out anew.
    private static byte[] Rechained(string lines, string step, Func<string, string> change)
    {
        var parts = lines.TrimEnd('\n').Split('\n');
        var previous = new string('0', 64);
        for (var place = 1; place < parts.Length; place++)
        {
            if (!parts[place].StartsWith("{\"n\":", StringComparison.Ordinal))
                continue;

            var line = parts[place].Contains($"\"step\":\"{step}\"", StringComparison.Ordinal) ? change(parts[place]) : parts[place];
            parts[place] = line[..line.LastIndexOf("\"previous\"", StringComparison.Ordinal)] + $"\"previous\":\"{previous}\"}}";
            previous = Hex.DigestOf(parts[place]);
        }

        parts[0] = parts[0][..parts[0].LastIndexOf("\"head\"", StringComparison.Ordinal)] + $"\"head\":\"{previous}\"}}";
        return Proof.Seal(string.Join('\n', parts) + "\n");
    }

    public void Dispose() => _fair.Dispose();
}
