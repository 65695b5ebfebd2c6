using System.Security.Cryptography;
using System.Text;
using PluginHost.Engine;
using PluginHost.Screen;
using PluginHost.Sdk;
using PluginHost.Terminal;
using PluginHost.Workbench;
using PluginHost.Workbench.Asking;
using Record = PluginHost.Sdk.Record;

namespace PluginHost.Testing;

/// <summary>The workbench on a screen without a terminal, over a workspace of its own with the bundled plugins: keys and clicks go in, what is shown comes out.</summary>
internal sealed class ScreenPlace : IAsyncDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(10);
    private const int MostPauses = 6_000;
    private const int QuietPauses = 5;
    private readonly TestFolder _folder = new();
    private readonly FakeClock _clock = new();
    private readonly ScreenPerson _person = new();
    private readonly Engine.Engine _engine;

    /// <summary>Opens one.</summary>
    /// <param name="guest">The third party's plugin.</param>
    /// <param name="setup">What is different from the usual.</param>
    public ScreenPlace(GuestPlugin guest, ScreenSetup setup)
    {
        Write("plugins.yaml", setup.Configuration.Length > 0 ? setup.Configuration : $$"""
            plugins:
              posting:
              rehearsal:
              guest: { path: {{guest.Folder}} }
            profiles:
              "@shop":   { network: rehearsal, purpose: offers,  language: en }
              "@help":   { network: rehearsal, purpose: support, language: en }
              "@arabic": { network: rehearsal, purpose: offers,  language: ar }
            """);
        foreach (var (name, text) in setup.Files)
            Write(name, text);

        var opened = Engine.Engine.Open(new EngineOptions
        {
            WorkspaceFile = Path.Combine(Root, "plugins.yaml"),
            User = UserFolders.Under(Path.Combine(_folder.Path, "user")),
            BundledPlugins = Path.Combine(Path.GetDirectoryName(ProgramRun.Program)!, "plugins"),
            Person = _person,
            Given = setup.Given,
            Clock = _clock,
            Unloadable = true,
        });
        _engine = opened is EngineOpened { Engine: var engine } ? engine : throw new InvalidOperationException($"{opened}");
        var capabilities = TerminalCapabilities.Full with { Colors = setup.HasColours ? ColorDepth.TrueColor : ColorDepth.None };
        var screen = WorkbenchScreen.For(capabilities, setup.IsAsciiOnly, TimeZoneInfo.Utc);
        Workbench = new Workbench.Workbench(new WorkbenchOptions { Engine = _engine, Person = _person, Renderer = screen, IsServing = false });
        screen.Show(Workbench);
        Screen = new HeadlessScreen(setup.Width, setup.Height, screen);
    }

    public HeadlessScreen Screen { get; }

    public Workbench.Workbench Workbench { get; }

    /// <summary>The workspace's folder.</summary>
    public string Root => Path.Combine(_folder.Path, "workspace");

    /// <summary>What the screen shows.</summary>
    public string Text => Screen.ToText();

    /// <summary>How many keys were pressed.</summary>
    public int Presses { get; private set; }

    /// <summary>The view with the focus, by its title.</summary>
    public string Focused => Workbench.Focused?.Title ?? "";

    /// <summary>Runs a command, as a click on something that leads to it does.</summary>
    public void Run(string command, params (string Name, Value Value)[] arguments)
    {
        Workbench.OnCommand(new CommandCall { Id = command, Arguments = Record.Of(arguments) });
        Settle();
    }

    /// <summary>Runs a command to its end, and closes what it shows of its result.</summary>
    public async Task DoAsync(string command, params (string Name, Value Value)[] arguments)
    {
        var before = Workbench.Log.Entries.Count(entry => entry.Id == command);
        Run(command, arguments);
        await UntilAsync(() => Workbench.Log.Entries.Where(entry => entry.Id == command).Skip(before).Any(entry => entry.Outcome.Length > 0));
        while (Workbench.Focused is { } shown && shown.ViewId.StartsWith("result:", StringComparison.Ordinal))
            Run("workbench.close");

        foreach (var toast in Workbench.Toasts.ToList())
            Workbench.Close(toast);
    }

    /// <summary>Opens a view and waits until it shows something.</summary>
    public async Task OpenAsync(string view, string shows)
    {
        Run("workbench.open", ("view", view));
        await ShowsAsync(shows);
    }

    public void Press(Key key) => Press(key, Modifiers.None);

    public void Press(Key key, Modifiers modifiers)
    {
        Presses++;
        Screen.Press(key, modifiers);
    }

    public void Press(char character, Modifiers modifiers)
    {
        Presses++;
        Screen.Press(character, modifiers);
    }

    public void Press(char character) => Press(character, Modifiers.None);

    public void Ctrl(char character) => Press(character, Modifiers.Control);

    /// <summary>Clicks on a text that the screen shows.</summary>
    public void ClickOn(string text) => ClickOn(text, 0);

    /// <summary>Clicks so many cells beside the start of a text that the screen shows.</summary>
    public void ClickOn(string text, int beside)
    {
        var (x, y) = PlaceOf(text);
        Screen.Click(x + beside, y);
    }

    /// <summary>Drags from one cell to another.</summary>
    public void Drag(int x, int y, int toX, int toY)
    {
        Screen.Send(new MouseInput(x, y, MouseButton.Left, MouseAction.Press, Modifiers.None));
        Screen.Send(new MouseInput(toX, toY, MouseButton.Left, MouseAction.Move, Modifiers.None));
        Screen.Send(new MouseInput(toX, toY, MouseButton.Left, MouseAction.Release, Modifiers.None));
    }

    /// <summary>Turns the wheel over a cell.</summary>
    public void Wheel(int x, int y, bool isDown) =>
        Screen.Send(new MouseInput(x, y, isDown ? MouseButton.WheelDown : MouseButton.WheelUp, MouseAction.Press, Modifiers.None));

    /// <summary>Where the screen shows a text first: its first cell.</summary>
    public (int X, int Y) PlaceOf(string text)
    {
        var rows = Text.Split('\n');
        var y = Array.FindIndex(rows, row => row.Contains(text, StringComparison.Ordinal));
        y.ShouldBeGreaterThanOrEqualTo(0, $"The screen does not show \"{text}\":\n{Text}");
        return (rows[y].IndexOf(text, StringComparison.Ordinal), y);
    }

    /// <summary>A row of the screen.</summary>
    public string Row(int y) => Text.Split('\n')[y];

    /// <summary>Draws a frame.</summary>
    public void Settle()
    {
        Screen.Invalidate();
        Screen.Settle();
    }

    /// <summary>Moves the clocks on, and draws.</summary>
    public void Advance(TimeSpan time)
    {
        _clock.Advance(time);
        Screen.Advance(time);
        Settle();
    }

    /// <summary>Draws frames until something is so. It fails after a minute of the real clock.</summary>
    public async Task UntilAsync(Func<bool> isSo)
    {
        for (var pause = 0; ; pause++)
        {
            Settle();
            if (isSo())
                return;

            if (pause == MostPauses)
                throw new TimeoutException($"What the test waits for did not happen within a minute. The screen:\n{Text}");

            await Task.Delay(Pause, TimeProvider.System, CancellationToken.None);
        }
    }

    public Task ShowsAsync(string text) => UntilAsync(() => Text.Contains(text, StringComparison.Ordinal));

    public Task ShowsNoMoreAsync(string text) => UntilAsync(() => !Text.Contains(text, StringComparison.Ordinal));

    /// <summary>Draws frames until the screen stays as it is.</summary>
    public async Task RestAsync()
    {
        var (before, quiet) = ("", 0);
        await UntilAsync(() =>
        {
            var now = Screen.ToStyledText();
            (before, quiet) = (now, now == before ? quiet + 1 : 0);
            return quiet == QuietPauses;
        });
    }

    /// <summary>What the screen shows, with a digest of its looks, once it stays as it is.</summary>
    public async Task<string> SnapshotAsync()
    {
        await RestAsync();
        var looks = Screen.ToStyledText();
        var digest = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(looks[looks.IndexOf("---", StringComparison.Ordinal)..])))[..16];
        return $"{Text}--- looks {digest}\n";
    }

    public async ValueTask DisposeAsync()
    {
        await Workbench.DisposeAsync();
        var closing = _engine.DisposeAsync().AsTask();
        while (!closing.IsCompleted)
        {
            _clock.Advance(TimeSpan.FromMilliseconds(250));
            await Task.Delay(Pause, TimeProvider.System, CancellationToken.None);
        }

        await closing;
        _folder.Dispose();
    }

    private void Write(string name, string text) => _folder.Write(Path.Combine("workspace", name), text);
}
