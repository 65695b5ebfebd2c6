namespace PluginHost.Terminal.Gallery.Pages;

/// <summary>Each kind of toast.</summary>
internal sealed class ToastsPage : IGalleryPage
{
    private const int Steps = 40;
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(100);

    public string Id => "toasts";

    public string Title => "Toasts";

    public IReadOnlyList<KeyHint> Hints { get; } = [new KeyHint("Enter", "show one"), new KeyHint("Esc", "close the newest")];

    public Widget Create(GalleryStage stage) => new ActionList(
    [
        ("Good to know", () => stage.Toasts.Show(new Toast(Severity.Information, "New version") { Text = "0.2 can be installed." })),
        ("Done, with a way back", () => stage.Toasts.Show(new Toast(Severity.Good, "Sent to 3 profiles") { Actions = [new ToastAction("Undo", 'u', () => stage.Say("Held back")), new ToastAction("Show", 's', () => stage.Say("Shown"))] })),
        ("A warning", () => stage.Toasts.Show(new Toast(Severity.Warning, "80 % the same") { Text = "@slocombe said nearly this two days ago (Mon 09:00)." })),
        ("Something bad, which stays", () => stage.Toasts.Show(new Toast(Severity.Bad, "Refused") { Text = "@slocombe_no: 612 of 500 characters.", Actions = [new ToastAction("Edit", 'e', () => stage.Say("Edit"))] })),
        ("In Arabic", () => stage.Toasts.Show(new Toast(Severity.Good, "تم الإرسال") { Text = "تم نشر المنشور على 3 حسابات." })),
        ("Progress", () => Load(stage)),
        ("Twelve at once", () => Many(stage)),
    ]);

    private static void Many(GalleryStage stage)
    {
        for (var i = 1; i <= 12; i++)
            stage.Toasts.Show(new Toast(Severity.Warning, $"Number {i}") { Text = "More than fit are counted." });
    }

    private static void Load(GalleryStage stage)
    {
        ITimer? timer = null;
        var done = 0;
        var toast = new Toast(Severity.Information, "Fetching answers") { Progress = 0, Closed = () => timer?.Dispose() };
        stage.Toasts.Show(toast);
        timer = stage.Screen.Frames.Clock.CreateTimer(_ => stage.Screen.Frames.Post(Go), null, Step, Step);

        void Go()
        {
            toast.Progress = (double)Math.Min(++done, Steps) / Steps;
            toast.Text = $"{done * 25:N0} of {Steps * 25:N0}";
            if (done >= Steps)
                timer?.Dispose();
        }
    }
}
