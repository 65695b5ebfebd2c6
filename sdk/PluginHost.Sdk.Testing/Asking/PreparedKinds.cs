namespace PluginHost.Sdk.Testing;

/// <summary>Kinds of questions, by the names of the methods that prepare their answers, and how yes and no are kept.</summary>
internal static class PreparedKinds
{
    public const string Text = nameof(TestAnswers.Text);
    public const string Choice = nameof(TestAnswers.Choice);
    public const string Confirmation = nameof(TestAnswers.Confirm);
    public const string Secret = nameof(TestAnswers.Secret);
    public const string Page = nameof(TestAnswers.Page);
    public const string Yes = "yes";
    public const string No = "no";
}
