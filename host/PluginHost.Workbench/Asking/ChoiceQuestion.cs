using PluginHost.Sdk;
using PluginHost.Workbench.Finding;
using PluginHost.Workbench.Rendering;

namespace PluginHost.Workbench.Asking;

/// <summary>Asks for one of several choices. Typing narrows them, in their own order.</summary>
internal sealed class ChoiceQuestion : PickLayer
{
    private readonly IReadOnlyList<Choice> _choices;
    private readonly Action<string?> _answered;
    private List<Choice> _found = [];

    public ChoiceQuestion(string question, IReadOnlyList<Choice> choices, Action<string?> answered)
        : base(question)
    {
        _choices = choices;
        _answered = answered;
        Input.Edited = Find;
        Find();
    }

    public override string Placeholder => Texts.ChoicePlaceholder;

    public override int Count => _found.Count;

    public override string Empty => Texts.ChoiceEmpty;

    public override PickItem Item(int row) => new()
    {
        Text = new Line(_found[row].Text.ReplaceLineEndings(" "), Signs.RoleOf(_found[row].Text)),
        Detail = new Line(_found[row].Detail.ReplaceLineEndings(" "), Role.Dim),
    };

    internal override void OnPeeled() => _answered(null);

    private protected override void OnPicked(int row) => _answered(_found[row].Text);

    private void Find()
    {
        var search = new Search(Input.Text);
        _found = [.. _choices.Where(choice => search.Finds($"{choice.Text} {choice.Detail}"))];
        Restart(0);
    }
}
