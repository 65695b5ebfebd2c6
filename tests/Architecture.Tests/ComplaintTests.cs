using System.Text.RegularExpressions;

namespace PluginHost.Architecture.Tests;

/// <summary>What ARCHITECTURE.md says of other hosts' complaints names tests. They exist.</summary>
public sealed class ComplaintTests
{
    [Fact]
    public void Should_Name_Only_Tests_That_There_Are()
    {
        var text = File.ReadAllText(Path.Combine(Repository.Root, "ARCHITECTURE.md"));
        var named = Regex.Matches(text, "`(Should_[A-Za-z_0-9]+)`").Select(match => match.Groups[1].Value).Distinct().ToList();
        var all = Directory.EnumerateFiles(Path.Combine(Repository.Root, "tests"), "*Tests*.cs", SearchOption.AllDirectories)
            .SelectMany(file => Regex.Matches(File.ReadAllText(file), @"\b(Should_[A-Za-z_0-9]+)\(").Select(match => match.Groups[1].Value))
            .ToHashSet();

        named.Count.ShouldBeGreaterThan(20);
        named.Where(name => !all.Contains(name)).ShouldBeEmpty();
    }
}
