using PluginHost.Screen.Parts;
using PluginHost.Sdk;
using PluginHost.Terminal;
using PluginHost.Workbench.Rendering;
using ModelPlace = PluginHost.Workbench.Rendering.TextPlace;
using Severity = PluginHost.Sdk.Severity;
using TextPlace = PluginHost.Terminal.TextPlace;
using TextRange = PluginHost.Terminal.TextRange;

namespace PluginHost.Screen.Bodies;

/// <summary>
/// Text to edit: the terminal's editor. The workbench is told the text and the caret whenever they change, and gives others where something else than the person's
/// keys has changed them: a completion, a command that leads to a place.
/// </summary>
internal sealed class EditorBody : Part
{
    private readonly EditorModel _model;
    private readonly Editor _editor;
    private string _text;
    private string _language = "";
    private long _seen;

    public EditorBody(EditorModel model)
    {
        _model = model;
        _text = model.Text;
        _editor = new Editor(new TextDocument(_text)) { Caret = PlaceOf(model.Caret) };
        _seen = model.Version;
        _editor.Changed = Tell;
        _editor.Moved = Tell;
    }

    /// <summary>Where the caret stands on the screen; null where it is not seen.</summary>
    public Rect? CaretOnScreen => _editor.CaretOnScreen;

    protected override void DrawPart(Canvas canvas)
    {
        if (_seen != _model.Version)
            Take();

        _editor.IsReadOnly = _model.IsReadOnly;
        if (_language != _model.Language)
            (_language, _editor.Language) = (_model.Language, LanguageOf(_model.Language));

        _editor.WrapsLines = _model.Language is "text" or "markdown";
        _editor.ShowsLineNumbers = !_editor.WrapsLines;
        _editor.TakesTab = !_editor.WrapsLines;
        Show(_editor, canvas);
    }

    private void Take()
    {
        // While it is taken over, nothing is told: the workbench has it already.
        var (text, caret) = (_model.Text, PlaceOf(_model.Caret));
        _seen = long.MaxValue;
        if (text != _text)
        {
            Become(text);
            _text = text;
            _editor.Caret = caret;
        }
        else if (_editor.Caret != caret)
        {
            _editor.Caret = caret;
        }

        _editor.Problems = [.. _model.Problems.Select(Problem)];
        _seen = _model.Version;
    }

    // Only what has changed is put in, so that the person can undo it.
    private void Become(string text)
    {
        if (_editor.Document.Text != _text || _text.Contains('\r', StringComparison.Ordinal))
        {
            _editor.Document = new TextDocument(text);
            return;
        }

        var (start, end, put) = TextDifference.Between(_text, text);
        _editor.Document.Replace(new TextRange(PlaceOf(ModelPlace.In(_text, start)), PlaceOf(ModelPlace.In(_text, end))), put);
    }

    private static TextProblem Problem(EditorProblem problem) => new(
        new TextRange(PlaceOf(problem.Start), PlaceOf(problem.End)),
        problem.Severity switch
        {
            Severity.Error => ProblemSeverity.Error,
            Severity.Warning => ProblemSeverity.Warning,
            _ => ProblemSeverity.Information,
        },
        problem.Message);

    private void Tell()
    {
        if (_seen == long.MaxValue)
            return;

        _text = _editor.Document.Text;
        _model.Edit(_text);
        if (_model.Caret != PlaceOf(_editor.Caret))
            _model.MoveTo(PlaceOf(_editor.Caret), selects: false);

        _seen = _model.Version;
    }

    private static TextPlace PlaceOf(ModelPlace place) => new(place.Line, place.Column);

    private static ModelPlace PlaceOf(TextPlace place) => new(place.Line, place.Column);

    private static ILanguage? LanguageOf(string name) => name switch
    {
        "csharp" => new CSharpScript(),
        "markdown" => new Markdown(),
        _ => null,
    };
}
