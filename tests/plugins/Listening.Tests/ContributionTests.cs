using System.Reflection;
using PluginHost.Sdk;

namespace PluginHost.Listening.Tests;

/// <summary>What would keep the plugin from being loaded, found before it is.</summary>
public sealed class ContributionTests
{
    [Fact]
    public void Should_Give_Each_Contribution_An_Id_Of_Its_Own()
    {
        var ids = typeof(ListeningPlugin).GetMethods().SelectMany(method => new[]
        {
            method.GetCustomAttribute<CommandAttribute>()?.Id,
            method.GetCustomAttribute<ViewAttribute>()?.Id,
            method.GetCustomAttribute<BackgroundServiceAttribute>()?.Id,
        }).OfType<string>().ToList();

        ids.Count.ShouldBeGreaterThan(20);
        ids.GroupBy(id => id).Where(group => group.Count() > 1).Select(group => group.Key).ShouldBeEmpty();
    }

    [Fact]
    public void Should_Say_Of_Each_Command_What_It_Does_And_Undo_With_What_There_Is()
    {
        var commands = typeof(ListeningPlugin).GetMethods().Select(method => method.GetCustomAttribute<CommandAttribute>()).OfType<CommandAttribute>().ToList();

        commands.ShouldAllBe(command => command.Description.Length > 0 && command.Title.StartsWith("Listening: ", StringComparison.Ordinal));
        commands.Select(command => command.Undo).OfType<string>().Except(commands.Select(command => command.Id)).ShouldBeEmpty();
    }

    [Fact]
    public void Should_Number_Its_Migrations_Without_Gaps()
    {
        var numbers = typeof(ListeningPlugin).Assembly.GetManifestResourceNames().Where(name => name.EndsWith(".sql", StringComparison.Ordinal))
            .Select(name => name.Split('.')[^2][..3]).Distinct().Order().Select(int.Parse).ToList();

        numbers.ShouldBe(Enumerable.Range(1, numbers.Count));
    }
}
