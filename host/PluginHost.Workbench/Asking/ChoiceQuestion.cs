using PluginHost.Sdk;
using PluginHost.Workbench.Finding;
using PluginHost.Workbench.Rendering;

namespace PluginHost.Workbench.Asking;

/// <summary>
/// Asks for one of several choices. Typing narrows them, in their own order. An open one takes what is typed too: whoever asks may know more than those
/// that are offered.
/// </summary>
internal sealed class ChoiceQuestion : PickLayer
{
    private readonly IReadOnlyList<Choice> _choices;
    private readonly Action<string?> _answered;
    private readonly bool _isOpen;
    private List<Choice> _found = [];

    public ChoiceQuestion(string question, IReadOnlyList<Choice> choices, Action<string?> answered, bool isOpen)
        : base(question)
    {
        (_choices, _answered, _isOpen) = (choices, answered, isOpen);
        Input.Edited = Find;
        Find();
    }

    public ChoiceQuestion(string question, IReadOnlyList<Choice> choices, Action<string?> answered)
        : this(question, choices, answered, isOpen: false)
    {
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
        if (_isOpen && Input.Text.Length > 0 && !_found.Exists(choice => choice.Text == Input.Text))
            _found.Add(new Choice { Text = Input.Text, Detail = Texts.ChoiceTyped });

        Restart(0);
    }
}
