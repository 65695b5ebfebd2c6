using PluginHost.Workbench.Rendering;

namespace PluginHost.Workbench;

// Why the workbench's own commands have nothing to do now; null where they have.
public sealed partial class Workbench
{
    internal string? WhyNoView() => Focused is null ? Texts.ViewRefused : null;

    internal string? WhyNoFilter() => Focused?.Model?.CanFilter == true ? null : Texts.FilterRefused;

    internal string? WhyNoClearing() => Focused?.Source.CanClear == true ? null : Texts.ClearRefused;

    internal string? WhyNotAgain() => SelectedInLog() is null ? Texts.AgainRefused : null;

    internal string? WhyNoSave() => Focused?.Model is EditorModel { IsReadOnly: false } or FormModel ? null : Texts.SaveRefused;

    internal string? WhyNoCompletion() => Focused?.Model is EditorModel { IsReadOnly: false } ? null : Texts.CompleteRefused;

    internal string? WhyNoClosing() =>
        Focused is { } view && _arrangement.Editors.GroupOf(OwnerOf(view) ?? view) is not null ? null : Texts.CloseRefused;

    internal string? WhyNoSplit() => _arrangement.Editors.Focused.Active is null ? Texts.CloseRefused : null;

    internal string? WhyNoOtherTab() => _arrangement.Editors.Focused.Tabs.Count < 2 ? Texts.TabRefused : null;

    internal string? WhyNoGrowth() => Focused is { } view && (_arrangement.SideViews.Contains(view) || _arrangement.PanelViews.Contains(view)
        || ParentOf(_arrangement.Editors.Root, _arrangement.Editors.Focused) is not null) ? null : Texts.GrowRefused;

    internal string? WhyNoSuspending() => _renderer.Capabilities.CanSuspend ? null : Texts.SuspendRefused;

    internal string? WhyNoUndo() => Undos.Next is null ? Texts.NothingToUndo : null;

    internal string? WhyNoAnswer() => _questions.Count == 0 ? Texts.AnswerRefused : null;

    internal string? WhyNoCancelling() => Engine.Jobs.Running.Count == 0 ? Texts.NoJobs : null;
}
