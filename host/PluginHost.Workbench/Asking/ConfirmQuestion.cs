using PluginHost.Workbench.Rendering;

namespace PluginHost.Workbench.Asking;

/// <summary>Asks for yes or no. The question names its object.</summary>
internal sealed class ConfirmQuestion(string question, IReadOnlyList<Line> details, string yes, string no, Action<bool> answered) : ConfirmLayer(question)
{
    public override IReadOnlyList<Line> Details => details;

    public override string YesTitle => yes;

    public override string NoTitle => no;

    internal override void OnPeeled() => answered(false);

    private protected override void OnAnswered(bool yes) => answered(yes);
}
