using PluginHost.Workbench.Jumping;

namespace PluginHost.Workbench.Tests.Jumping;

public sealed class JumpLettersTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(26)]
    [InlineData(27)]
    [InlineData(300)]
    [InlineData(676)]
    public void Should_Give_Each_Target_A_Way_That_No_Other_Way_Begins_With(int count)
    {
        var labels = JumpLetters.For(count);

        labels.Count.ShouldBe(count);
        labels.Distinct().Count().ShouldBe(count);
        labels.ShouldAllBe(label => label.Length == 1 || label.Length == 2);
        labels.Where(label => label.Length == 1).ShouldAllBe(single => labels.Count(label => label.StartsWith(single, StringComparison.Ordinal)) == 1);
    }

    [Fact]
    public void Should_Leave_Out_What_No_Two_Letters_Are_Left_For() => JumpLetters.For(1_000).Count(label => label.Length == 0).ShouldBe(324);
}
