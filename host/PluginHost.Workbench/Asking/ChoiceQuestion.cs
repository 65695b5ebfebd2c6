using PluginHost.Workbench.Finding;
using PluginHost.Workbench.Rendering;

namespace PluginHost.Workbench.Asking;

/// <summary>Asks for one of several choices. Typing narrows them, in their own order.</summary>
internal sealed class ChoiceQuestion : PickLayer
{
    private readonly IReadOnlyList<string> _choices;
    private readonly Action<string?> _answered;
    private List<string> _found = [];

    public ChoiceQuestion(string question, IReadOnlyList<string> choices, Action<string?> answered)
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

    public override PickItem Item(int row) => new() { Text = new Line(_found[row].ReplaceLineEndings(" "), Signs.RoleOf(_found[row])) };

    internal override void OnPeeled() => _answered(null);

    private protected override void OnPicked(int row) => _answered(_found[row]);

    private void Find()
    {
        var search = new Search(Input.Text);
        _found = [.. _choices.Where(search.Finds)];
        Restart(0);
    }
}
