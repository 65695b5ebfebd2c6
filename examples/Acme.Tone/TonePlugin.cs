using PluginHost.Campaigns;
using PluginHost.Sdk;

namespace Acme.Tone;

/// <summary>Watches the tone: a linter with a fix, the setting that governs it, and a check that <c>pluginhost doctor</c> runs.</summary>
[Setting("words", SettingKind.List, "Words that we do not say, each with what we say instead: \"cheap=good value\".", Default = "[cheap=good value]")]
public sealed class TonePlugin : Plugin
{
    [Linter("acme.tone.words", "Words that we do not say", Severity.Warning)]
    public Linter Words(IHost host) => new ToneLinter(ToneWord.ReadAll(host.Settings.List("words")));

    [Check("acme.tone.list", "The words and what stands for them")]
    public IReadOnlyList<CheckProblem> Check(IHost host) =>
    [
        .. host.Settings.List("words").Where(text => ToneWord.Read(text) is null).Select(text => new CheckProblem
        {
            Message = $"words: \"{text}\" does not say what stands for it. Write it as \"cheap=good value\".",
        }),
    ];
}
