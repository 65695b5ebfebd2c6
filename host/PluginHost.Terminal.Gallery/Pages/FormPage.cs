namespace PluginHost.Terminal.Gallery.Pages;

/// <summary>A form with a field of every kind.</summary>
internal sealed class FormPage : IGalleryPage
{
    public string Id => "form";

    public string Title => "Form";

    public IReadOnlyList<KeyHint> Hints { get; } = [new KeyHint("Tab", "next field"), new KeyHint("Ctrl+Enter", "submit")];

    public Widget Create(GalleryStage stage)
    {
        var form = new Form(
        [
            new TextField("Name") { IsRequired = true, Help = "Letters, digits and dashes.", Validate = WhatIsWrong },
            new TextField("اسم الحملة"),
            new TextField("Password") { IsSecret = true },
            new NumberField("Tickets") { Least = 1, Greatest = 10, MayBeBroken = false, Value = 3 },
            new ChoiceField("Network", ["bluesky", "mastodon", "x", "تجربة"]) { Hint = "choose one" },
            new FlagField("Rehearse") { Caption = "nobody outside sees it", Value = true },
            new InstantField("Closes") { HasTime = true, Value = new DateTime(2026, 11, 27, 18, 0, 0, DateTimeKind.Unspecified) },
            new ParagraphField("Text") { Value = "Tomorrow: Secret Breakfast 👩‍🚀\nنكهة اليوم" },
            new TextsField("Tags") { Value = ["flavours", "متجر"] },
        ]);
        form.Submitted = () => stage.Say("Submitted");
        form.Cancelled = () => stage.Say("Cancelled");
        return form;
    }

    private static string? WhatIsWrong(string name) =>
        name.All(character => char.IsLetterOrDigit(character) || character == '-') ? null : "Letters, digits and dashes only.";
}
