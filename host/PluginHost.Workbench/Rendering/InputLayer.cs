using PluginHost.Workbench.Keys;

namespace PluginHost.Workbench.Rendering;

/// <summary>Asks for a line of text, and says at once what is wrong with it.</summary>
public abstract class InputLayer : Layer
{
    private protected InputLayer(string title)
        : base(title) => Input.Edited = () => Problem = Check(Input.Text);

    /// <summary>The answer so far.</summary>
    public TextField Input { get; } = new();

    /// <summary>What the empty field says.</summary>
    public virtual string Placeholder => "";

    /// <summary>What is wrong with the answer; null where nothing is.</summary>
    public string? Problem { get; private set; }

    /// <summary>Gives the answer, as Enter does; one with something wrong in it is not taken.</summary>
    public void Accept()
    {
        Problem = Check(Input.Text);
        if (Problem is null)
            OnAccepted(Input.Text);
    }

    internal override bool OnKey(KeyPress key, string text)
    {
        if (key.Key != "enter")
            return Input.OnKey(key, text);

        Accept();
        return true;
    }

    internal override void OnPaste(string text) => Input.Insert(text);

    private protected abstract string? Check(string text);

    private protected abstract void OnAccepted(string text);
}
