namespace PluginHost.Terminal.Tests.Widgets.Logs;

public sealed class LogBufferTests
{
    [Fact]
    public void Should_Keep_The_Last_Lines_Under_The_Numbers_They_Had()
    {
        var buffer = new LogBuffer(3);

        for (var i = 0; i < 5; i++)
            buffer.Append($"line {i}").ShouldBe(i);

        (buffer.First, buffer.Count).ShouldBe((2, 3));
        buffer.Line(4).Text.ShouldBe("line 4");
        buffer.Line(2).Text.ShouldBe("line 2");
        buffer.Line(1).ShouldBe(RichLine.Empty);
        buffer.Line(5).ShouldBe(RichLine.Empty);
        buffer.Line(-1).ShouldBe(RichLine.Empty);
    }

    [Fact]
    public void Should_Go_On_Counting_When_It_Is_Cleared()
    {
        var buffer = new LogBuffer(3);
        buffer.Append("gone");

        buffer.Clear();

        (buffer.First, buffer.Count, buffer.Line(0)).ShouldBe((1, 0, RichLine.Empty));
        buffer.Append("next").ShouldBe(1);
    }

    [Fact]
    public void Should_Refuse_To_Keep_Nothing() => Should.Throw<ArgumentOutOfRangeException>(() => new LogBuffer(0));

    [Fact]
    public async Task Should_Lose_No_Line_When_Many_Threads_Add_While_One_Reads()
    {
        // Given
        var buffer = new LogBuffer(100_000);
        var changes = 0;
        buffer.Changed += () => Interlocked.Increment(ref changes);

        // When
        var writers = Enumerable.Range(0, 4).Select(writer => Task.Run(() =>
        {
            for (var i = 0; i < 5000; i++)
                buffer.Append($"{writer} {i}");
        })).ToArray();
        while (!Task.WhenAll(writers).IsCompleted)
            buffer.Line(buffer.First + buffer.Count - 1).ShouldNotBeNull();

        await Task.WhenAll(writers);

        // Then each thread's lines are all there, in its order
        var lines = Enumerable.Range(0, buffer.Count).Select(i => buffer.Line(i).Text.Split(' ')).ToArray();
        (lines.Length, changes).ShouldBe((20_000, 20_000));
        foreach (var own in lines.GroupBy(line => line[0]))
            own.Select(line => int.Parse(line[1], null)).ShouldBe(Enumerable.Range(0, 5000));
    }
}
