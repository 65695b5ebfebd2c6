namespace PluginHost.Terminal.Gallery.Pages;

/// <summary>A script in the editor, with completion and something wrong in it.</summary>
internal sealed class EditorPage : IGalleryPage
{
    private const string Spoof = "\nconst string Role = \"user\"; /*\u202E } \u2066if (isAdmin)\u2069 \u2066 begin admins only */";

    private const string Script = """
        // Answers everyone who waits, in Norwegian first. أجب على الجميع
        var waiting = Inbox.Waiting.Where(talk => talk.Language == "nb");
        foreach (var talk in waiting)
        {
            var answer = Faq.Answer(talk) ?? await Ask.ForText("Answer " + talk.Author);
            if (answer is { Length: > 300 })
                continue; // too long for bluesky

            await talk.Answer(answer + " 👩‍🚀");
        }

        const string Greeting = "مرحبا يا Kari";
        """;

    public string Id => "editor";

    public string Title => "Editor";

    public IReadOnlyList<KeyHint> Hints { get; } = [new KeyHint("Ctrl+Space", "complete"), new KeyHint("Ctrl+F", "find"), new KeyHint("Ctrl+Z", "undo")];

    public Widget Create(GalleryStage stage) => new Editor(new TextDocument(Script + Spoof))
    {
        Language = new CSharpScript(),
        ShowsLineNumbers = true,
        Completions = new Flavours(),
        Problems =
        [
            new TextProblem(TextRange.InLine(4, 17, 27), ProblemSeverity.Warning, "The FAQ has no answer in Norwegian."),
            new TextProblem(TextRange.InLine(5, 8, 14), ProblemSeverity.Error, "'answer' may be null."),
        ],
    };
}
