using PluginHost.Engine.Plugins.Running;

namespace PluginHost.Engine.Tests.Plugins.Running;

public sealed class GateTests
{
    private readonly Gate _gate = new();

    [Fact]
    public void Should_Count_Who_Is_Inside()
    {
        _gate.TryEnter().ShouldBeTrue();
        _gate.TryEnter().ShouldBeTrue();
        _gate.Leave();

        _gate.Inside.ShouldBe(1);
        _gate.Emptied.IsCompleted.ShouldBeFalse();
    }

    [Fact]
    public void Should_Let_Nobody_In_Once_It_Is_Closed()
    {
        _gate.Close();

        _gate.TryEnter().ShouldBeFalse();
        _gate.Inside.ShouldBe(0);
    }

    [Fact]
    public void Should_Be_Emptied_At_Once_Where_Nobody_Is_Inside()
    {
        _gate.Close();

        _gate.Emptied.IsCompleted.ShouldBeTrue();
    }

    [Fact]
    public void Should_Be_Emptied_When_The_Last_One_Leaves()
    {
        _gate.TryEnter();
        _gate.TryEnter();
        _gate.Close();

        _gate.Leave();
        _gate.Emptied.IsCompleted.ShouldBeFalse();
        _gate.Leave();
        _gate.Emptied.IsCompleted.ShouldBeTrue();
    }

    [Fact]
    public void Should_Not_Count_As_Emptied_While_It_Is_Open()
    {
        _gate.TryEnter();
        _gate.Leave();

        _gate.Emptied.IsCompleted.ShouldBeFalse();
    }

    [Fact]
    public void Should_Take_A_Second_Closing_For_The_First()
    {
        _gate.TryEnter();
        _gate.Close();
        _gate.Close();

        _gate.Emptied.IsCompleted.ShouldBeFalse();
    }
}
