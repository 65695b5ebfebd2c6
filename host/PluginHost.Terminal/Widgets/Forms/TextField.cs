namespace PluginHost.Terminal;

/// <summary>A field for a line of text, or for a secret.</summary>
public sealed class TextField : TextBasedField<string>
{
    /// <summary>Makes one.</summary>
    /// <param name="label">What is asked for.</param>
    public TextField(RichLine label)
        : base(label)
    {
    }

    /// <inheritdoc/>
    public override string Value
    {
        get => Input.Text;
        set => Input.Text = value;
    }

    /// <summary>Whether a sign is drawn for each character.</summary>
    public bool IsSecret
    {
        get => Input.IsSecret;
        init => Input.IsSecret = value;
    }

    /// <summary>The direction of the field.</summary>
    /// <value><see cref="Direction.Auto"/></value>
    public Direction Direction
    {
        get => Input.Direction;
        init => Input.Direction = value;
    }
}
