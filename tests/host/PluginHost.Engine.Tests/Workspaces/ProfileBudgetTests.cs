using PluginHost.Engine.Workspaces;

namespace PluginHost.Engine.Tests.Workspaces;

public sealed class ProfileBudgetTests
{
    [Fact]
    public void Should_Read_What_A_Profile_May_Spend()
    {
        var read = WorkspaceFile.Parse("profiles: { \"@telco\": { network: x, budget: 5 USD/day } }", "/w/plugins.yaml").ShouldBeOfType<WorkspaceRead>();

        read.Configuration.Profiles.ShouldHaveSingleItem().Profile.Budget!.ToString().ShouldBe("5.00 USD/day");
    }

    [Fact]
    public void Should_Say_What_Is_No_Budget_With_Its_Line() =>
        WorkspaceFile.Parse("profiles:\n  \"@telco\": { network: x, budget: cheap }\n", "/w/plugins.yaml").ShouldBeOfType<WorkspaceRefused>().Problems
            .ShouldHaveSingleItem().ToString().ShouldBe(
                "plugins.yaml(2): \"cheap\" is no budget. Write a sum with its currency, and for how long, as 5 USD/day, 100 USD/month, or 20 USD for ever.");
}
