using System.Reflection;
using PluginHost.Campaigns;
using PluginHost.Sdk;

namespace PluginHost.Posting.Tests;

/// <summary>What would keep the plugin from being loaded, found before it is.</summary>
public sealed class ContributionTests
{
    [Fact]
    public void Should_Give_Each_Contribution_An_Id_Of_Its_Own()
    {
        var ids = typeof(PostingPlugin).GetMethods().SelectMany(method => new[]
        {
            method.GetCustomAttribute<CommandAttribute>()?.Id,
            method.GetCustomAttribute<ViewAttribute>()?.Id,
            method.GetCustomAttribute<LinterAttribute>()?.Id,
            method.GetCustomAttribute<BackgroundServiceAttribute>()?.Id,
            method.GetCustomAttribute<CheckAttribute>()?.Id,
        }).OfType<string>().ToList();

        ids.Count.ShouldBeGreaterThan(20);
        ids.GroupBy(id => id).Where(group => group.Count() > 1).Select(group => group.Key).ShouldBeEmpty();
    }

    [Fact]
    public void Should_Number_Its_Migrations_Without_Gaps()
    {
        var numbers = typeof(PostingPlugin).Assembly.GetManifestResourceNames().Where(name => name.EndsWith(".sql", StringComparison.Ordinal))
            .Select(name => name.Split('.')[^2][..3]).Distinct().Order().Select(int.Parse).ToList();

        numbers.ShouldBe(Enumerable.Range(1, numbers.Count));
    }
}
