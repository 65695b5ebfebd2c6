using PluginHost.Workbench.Rendering;

namespace PluginHost.Workbench.Asking;

/// <summary>Sends the person to a page in their browser, and stays until that leads back. The address can be copied, for whoever has to open it by hand.</summary>
internal sealed class PageQuestion(string question, Uri page, Action<string> copy, Action left) : ConfirmLayer(question)
{
    public override IReadOnlyList<Line> Details { get; } = [new Line(Texts.PageDetail, Role.Dim), new Line(page.AbsoluteUri, Role.Text)];

    public override string YesTitle => Texts.PageCopy;

    public override string NoTitle => Texts.PageLeave;

    internal override void OnPeeled() => left();

    private protected override void OnAnswered(bool yes)
    {
        if (yes)
            copy(page.AbsoluteUri);
        else
            left();
    }
}
