namespace PluginHost.Terminal.Tests.Screens;

public sealed class FramesTests
{
    private const string Fence = "\e[?62c";
    private readonly StepClock _clock = new();
    private readonly FakeDevice _device;
    private readonly FakeScreen _screen = new();
    private readonly Frames _frames;

    public FramesTests()
    {
        _device = new FakeDevice(_clock);
        var session = new TerminalSession(_device, new TerminalOptions { Clock = _clock, FramesPerSecond = 30 });
        session.Enter();
        _frames = new Frames(session, _screen, new TerminalCapabilities { Colors = ColorDepth.TrueColor });
    }

    [Fact]
    public void Should_Draw_The_First_Frame_At_Once_And_In_One_Write()
    {
        // When
        _frames.Begin();
        _frames.Turn();

        // Then
        _device.Log.Count.ShouldBe(4, "raw mode, the modes, the questions, and the frame");
        _device.Log[^1].ShouldContain("hello");
        _frames.FrameCount.ShouldBe(1);
    }

    [Fact]
    public void Should_Sleep_While_Nothing_Happens()
    {
        Settle();

        var (frames, sleeps) = (_frames.FrameCount, _device.Sleeps);
        _frames.Turn();
        _frames.Turn();

        _device.Sleeps.ShouldBe(sleeps + 2);
        _frames.FrameCount.ShouldBe(frames);
    }

    [Fact]
    public void Should_Draw_No_More_Frames_Than_Asked_For()
    {
        // Given
        Settle();
        var (first, end) = (_frames.FrameCount, _clock.Now + TimeSpan.FromSeconds(2));

        // When
        while (_clock.Now < end)
        {
            for (var i = 0; i < 100; i++)
                _frames.Invalidate();

            _screen.Text += "x";
            _frames.Turn();
        }

        // Then
        (_frames.FrameCount - first).ShouldBeInRange(58, 61);
    }

    [Fact]
    public void Should_Wake_The_Terminal_Once_For_Many_Changes()
    {
        Settle();
        var before = _device.Wakes;

        for (var i = 0; i < 5000; i++)
            _frames.Invalidate();

        (_device.Wakes - before).ShouldBe(1);
    }

    [Fact]
    public void Should_Send_Nothing_When_A_Frame_Shows_What_The_Last_One_Did()
    {
        Settle();
        _device.Log.Clear();

        _frames.Invalidate();
        Turn(3);

        _device.Log.ShouldBeEmpty();
    }

    [Fact]
    public void Should_Allocate_Nothing_In_A_Steady_Frame()
    {
        // Given
        Settle();
        _device.Writes = false;
        string[] texts = ["hello", "world"];
        Draw(texts, 20);

        // When
        var before = GC.GetAllocatedBytesForCurrentThread();
        Draw(texts, 100);
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        // Then
        allocated.ShouldBe(0);
        _frames.FrameCount.ShouldBeGreaterThan(100);
    }

    [Fact]
    public void Should_Allocate_Nothing_While_Lines_That_Were_Seen_Before_Stream_Through()
    {
        // Given
        Settle();
        _device.Writes = false;
        string[] texts = ["plain", "blåbær 中文", "مرحبا بالعالم", "👨‍👩‍👧‍👦 family ❤️", new string('æ', 10_000), "\e[31mhostile\u202E"];
        Draw(texts, 100);

        // When
        var (before, first) = (GC.GetAllocatedBytesForCurrentThread(), _frames.ByteCount);
        Draw(texts, 300);
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        // Then
        allocated.ShouldBe(0);
        (_frames.ByteCount - first).ShouldBeGreaterThan(300 * 10);
    }

    [Fact]
    public void Should_Learn_From_What_The_Terminal_Answers()
    {
        // Given
        _frames.Begin();
        _frames.Turn();
        _device.Send("\eP>|some 1.0\e\\\e[?2026;2$y\e[?2027;1$y\e[?3u\e[1;3R\e[1;3R\e[1;3R\e[1;2R" + Fence);

        // When
        Turn(3);

        // Then
        _frames.Capabilities.ShouldBe(new TerminalCapabilities
        {
            Colors = ColorDepth.TrueColor,
            Name = "some 1.0",
            HasSynchronizedOutput = true,
            HasKittyKeys = true,
            AgreesOnClusters = true,
        });
        _frames.Text.Widths.ShouldBe(WidthProfile.Unicode);
        _screen.Inputs.ShouldBeEmpty();
        _device.Log[^1].ShouldStartWith("\e[?2026h");
    }

    [Fact]
    public void Should_Measure_A_Terminal_That_Joins_Nothing()
    {
        _frames.Begin();
        _frames.Turn();
        _device.Send("\e[1;9R\e[1;2R\e[1;5R\e[1;3R" + Fence);

        Turn(3);

        _frames.Text.Widths.ShouldBe(new WidthProfile { JoinsEmoji = false, WidensByVariation = false, JoinsFlags = false, Ambiguous = 2 });
        _frames.Capabilities.AgreesOnClusters.ShouldBeFalse();
    }

    [Fact]
    public void Should_Stop_Waiting_For_Answers_After_A_Second()
    {
        // Given: a terminal that answers nothing.
        _frames.Begin();
        Turn(4);

        // When
        _device.Send("\e[1;2R");
        Turn(2);

        // Then
        _screen.Inputs.ShouldBe([new KeyInput(Key.F3, "", Modifiers.Shift)]);
        _device.Sleeps.ShouldBeGreaterThan(0);
    }

    [Fact]
    public void Should_Tell_Another_Size_And_Draw_Everything()
    {
        Settle();
        _device.Size = (60, 12);

        // When: the way back from a child looks at the size too.
        _frames.RunChild(() => _device.Log.Add("child"));
        Turn(3);

        _screen.Inputs.ShouldBe([new ResizeInput(60, 12)]);
        _device.Log[^1].ShouldContain("\e[2J");
    }

    [Fact]
    public void Should_Ask_For_A_Larger_Window_Where_It_Is_Too_Small()
    {
        Settle();
        _device.Size = (10, 2);

        _frames.RunChild(() => { });
        Turn(3);

        _device.Log[^1].ShouldContain("Enlarge");
        _device.Log[^1].ShouldContain("20x5");
    }

    [Fact]
    public void Should_Lend_The_Terminal_And_Take_It_Back_Though_The_Child_Fails()
    {
        Settle();
        _device.Log.Clear();

        Should.Throw<InvalidOperationException>(() => _frames.RunChild(() => throw new InvalidOperationException("no such program")));
        Turn(2);

        _device.Log[0].ShouldEndWith("\e[?1049l\e[m");
        _device.Log[1].ShouldBe("cooked");
        _device.Log[2].ShouldBe("raw");
        _device.Log[3].ShouldStartWith("\e[?1049h");
        _device.Log[4].ShouldContain("hello");
    }

    [Fact]
    public void Should_Give_The_Terminal_To_The_Shell_While_Suspended()
    {
        Settle();
        _device.Log.Clear();

        _frames.Suspend();

        _device.Log.Skip(1).Take(3).ShouldBe(["cooked", "stopped", "raw"]);
    }

    [Fact]
    public async Task Should_Give_The_Terminal_Back_When_The_Screen_Throws()
    {
        // Given
        _screen.OnEach = _ => throw new InvalidOperationException("the screen is broken");
        _device.Send(Fence);
        _device.Send("x");

        // When
        var thrown = await Should.ThrowAsync<InvalidOperationException>(() => _frames.RunAsync(TestContext.Current.CancellationToken));

        // Then
        thrown.Message.ShouldBe("the screen is broken");
        _device.Log.ShouldContain("cooked");
        _device.Log.ShouldContain(text => text.EndsWith("\e[?1049l\e[m", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Should_End_When_The_Terminal_Is_Gone()
    {
        _device.IsGone = true;

        await _frames.RunAsync(TestContext.Current.CancellationToken);

        _device.Log.ShouldContain("cooked");
    }

    [Fact]
    public void Should_Keep_Releases_From_A_Screen_That_Did_Not_Ask()
    {
        Settle();
        _device.Send("\e[97;1:3u\e[97;1:1u");

        Turn(2);

        _screen.Inputs.ShouldBe([new KeyInput(Key.Character, "a", Modifiers.None)]);
    }

    [Fact]
    public void Should_Not_Let_Work_That_Posts_Work_Hold_Up_The_Frame()
    {
        // Given
        Settle();
        var count = 0;
        void Again()
        {
            count++;
            _frames.Post(Again);
        }

        // When
        _frames.Post(Again);
        Turn(3);

        // Then
        count.ShouldBe(3);
    }

    [Fact]
    public void Should_Hand_Text_To_The_Clipboard_Of_The_Terminal()
    {
        Settle();

        _frames.CopyToClipboard("blåbær");
        Turn(1);

        _device.Log.ShouldContain("\e]52;c;YmzDpWLDpnI=\a");
    }

    [Fact]
    public void Should_Refuse_Text_That_No_Terminal_Takes_Into_Its_Clipboard()
    {
        Settle();
        _device.Log.Clear();

        _frames.CopyToClipboard(new string('x', 75_000)).ShouldBeFalse();
        _frames.CopyToClipboard(new string('x', 74_000)).ShouldBeTrue();
        Turn(1);

        _device.Log.Count(text => text.StartsWith("\e]52;", StringComparison.Ordinal)).ShouldBe(1);
    }

    [Fact]
    public void Should_Write_Nothing_After_The_Terminal_Was_Given_Back()
    {
        Settle();
        _frames.Dispose();
        _device.Log.Clear();

        _frames.Invalidate();
        _frames.Turn().ShouldBeFalse();

        _device.Log.ShouldBeEmpty();
    }

    private void Settle()
    {
        _device.Send(Fence);
        _frames.Begin();
        Turn(4);
    }

    private void Turn(int times)
    {
        for (var i = 0; i < times; i++)
            _frames.Turn();
    }

    private void Draw(string[] texts, int times)
    {
        for (var i = 0; i < times; i++)
        {
            _screen.Text = texts[i % texts.Length];
            _frames.Invalidate();
            _frames.Turn();
        }
    }
}
