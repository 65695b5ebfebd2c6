namespace PluginHost.Terminal;

/// <summary>A field with a value of some type.</summary>
/// <typeparam name="T">The type.</typeparam>
public abstract class ValueField<T> : FormField
{
    private protected ValueField(RichLine label)
        : base(label)
    {
    }

    /// <summary>What is filled in. Setting it calls nobody, and checks nothing.</summary>
    public abstract T Value { get; set; }

    /// <summary>Says what is wrong with a value; null where all is well. It is asked at each change, and when the form is submitted.</summary>
    public Func<T, string?>? Validate { get; init; }

    private protected override string? FindProblem() => Validate?.Invoke(Value);
}
