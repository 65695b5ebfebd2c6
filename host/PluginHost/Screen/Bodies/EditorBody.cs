using PluginHost.Screen.Parts;
using PluginHost.Terminal;
using PluginHost.Workbench.Rendering;

namespace PluginHost.Screen.Bodies;

/// <summary>Text to edit: the terminal's editor. The workbench is told the text whenever it changes, and gives another where nothing was written.</summary>
internal sealed class EditorBody : Part
{
    private readonly EditorModel _model;
    private readonly Editor _editor;
    private string _text;
    private string _language = "";

    public EditorBody(EditorModel model)
    {
        _model = model;
        _text = model.Text;
        _editor = new Editor(new TextDocument(_text));
        _editor.Changed = Tell;
    }

    protected override void DrawPart(Canvas canvas)
    {
        if (_model.Text != _text)
        {
            _text = _model.Text;
            _editor.Document = new TextDocument(_text);
        }

        _editor.IsReadOnly = _model.IsReadOnly;
        if (_language != _model.Language)
            (_language, _editor.Language) = (_model.Language, LanguageOf(_model.Language));

        _editor.WrapsLines = _model.Language is "text" or "markdown";
        _editor.ShowsLineNumbers = !_editor.WrapsLines;
        _editor.TakesTab = !_editor.WrapsLines;
        Show(_editor, canvas);
    }

    private void Tell()
    {
        _text = _editor.Document.Text;
        _model.Edit(_text);
    }

    private static ILanguage? LanguageOf(string name) => name switch
    {
        "csharp" => new CSharpScript(),
        "markdown" => new Markdown(),
        _ => null,
    };
}
