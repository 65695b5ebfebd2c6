using System.Reflection;
using PluginHost.Sdk;

namespace PluginHost.Inbox.Tests;

/// <summary>What would keep the plugin from being loaded, found before it is.</summary>
public sealed class ContributionTests
{
    [Fact]
    public void Should_Give_Each_Contribution_An_Id_Of_Its_Own_And_Say_What_It_Does()
    {
        var commands = typeof(InboxPlugin).GetMethods().Select(method => method.GetCustomAttribute<CommandAttribute>()).OfType<CommandAttribute>().ToList();
        var views = typeof(InboxPlugin).GetMethods().Select(method => method.GetCustomAttribute<ViewAttribute>()).OfType<ViewAttribute>().ToList();

        commands.Select(command => command.Id).Concat(views.Select(view => view.Id)).ShouldBeUnique();
        commands.ShouldAllBe(command => command.Description.Length > 0 && command.Id.StartsWith("inbox.", StringComparison.Ordinal));
        views.ShouldAllBe(view => view.Welcome.Length > 0);
        typeof(InboxPlugin).GetCustomAttributes<KeyBindingAttribute>().ShouldAllBe(key => commands.Any(command => command.Id == key.Command));
    }

    [Fact]
    public void Should_Number_Its_Migrations_Without_Gaps()
    {
        var numbers = typeof(InboxPlugin).Assembly.GetManifestResourceNames().Where(name => name.EndsWith(".sql", StringComparison.Ordinal))
            .Select(name => name.Split('.')[^2][..3]).Distinct().Order().Select(int.Parse).ToList();

        numbers.ShouldBe(Enumerable.Range(1, numbers.Count));
    }
}
