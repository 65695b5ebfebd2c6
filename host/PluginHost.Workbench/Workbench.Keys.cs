using PluginHost.Sdk;
using PluginHost.Workbench.Commands;
using PluginHost.Workbench.Conditions;
using PluginHost.Workbench.Keys;
using PluginHost.Workbench.Palette;
using PluginHost.Workbench.Rendering;
using PluginHost.Workbench.Telling;

namespace PluginHost.Workbench;

// Which key does what.
public sealed partial class Workbench
{
    private const int MostHints = 8;
    private readonly KeyRouter _router;

    /// <inheritdoc/>
    public IReadOnlyList<KeyHint> Hints
    {
        get
        {
            if (_layers.Top is { } top)
                return top.Hints.Count > 0 ? top.Hints : [new(KeyNames.Write(new KeyPress("enter")), Texts.HintTake, null), new("Esc", Texts.HintBack, null)];

            if (_router.IsInChord)
                return [.. _router.Next.Where(LeadsSomewhere).Take(MostHints).Select(binding => TitleOf(new KeyHint(binding.Chord.ToString(), binding.Command!.Id, binding.Command)))];

            return HintsOfFocus();
        }
    }

    /// <inheritdoc/>
    public bool IsInChord => _router.IsInChord;

    internal KeyMap Keys => _router.Map;

    // What is typed goes into a text, and no question may take it.
    private bool IsTyping => Focused?.Model?.TakesText == true;

    /// <inheritdoc/>
    public bool OnKey(KeyPress key, string text)
    {
        _renderer.Invalidate();
        if (key is { Key: "esc", Modifiers: KeyModifiers.None })
            return Peel();

        if (_layers.Top is { } top)
        {
            if (!top.OnKey(key, text))
                OnReserved(key);

            return true;
        }

        var isTyped = text.Length > 0 && (key.Modifiers & (KeyModifiers.Ctrl | KeyModifiers.Alt)) == 0;
        if (!_router.IsInChord && isTyped && IsTyping && Focused!.Model!.OnKey(key, text))
            return true;

        return _router.OnKey(key) || Focused?.Model?.OnKey(key, text) == true;
    }

    /// <inheritdoc/>
    public void OnPaste(string text)
    {
        _renderer.Invalidate();
        if (_layers.Top is { } top)
            top.OnPaste(text);
        else
            Focused?.Model?.OnPaste(text);
    }

    /// <inheritdoc/>
    public void PeelLayer()
    {
        _layers.Peel();
        _renderer.Invalidate();
    }

    /// <summary>Esc: one layer less. What lies on top goes first, and a text that is written is never touched.</summary>
    /// <returns>Whether there was one.</returns>
    private bool Peel()
    {
        if (_router.IsInChord)
            _router.Cancel();
        else if (_layers.Peel())
            return true;
        else if (Focused?.Model is { Filter.Length: > 0 } filtered)
            filtered.SetFilter("");
        else if (_arrangement.IsZoomed)
            Zoom();
        else if (Focused is { } view && !_arrangement.Editors.Groups.Any(group => group.Tabs.Contains(view)))
            FocusEditors();
        else if (Notifications.Toasts.Count > 0)
            Notifications.Close(Notifications.Toasts[^1].Id);
        else
            return false;

        return true;
    }

    // Over a layer only the few keys count that everybody relies on.
    private void OnReserved(KeyPress key)
    {
        var binding = Keys.Find([key], _context).Binding;
        if (binding?.Rank != KeyRank.Reserved && binding?.Command?.Id is not ("workbench.palette" or "workbench.leave"))
            return;

        while (_layers.Top is PaletteLayer palette)
            _layers.Remove(palette);

        if (_layers.Top is null)
            Run(binding.Command!);
    }

    private void ReadKeys()
    {
        var bindings = new List<KeyBinding>();
        var problems = new List<WorkbenchProblem>();
        foreach (var key in Engine.Workspace.Keys)
            Add(bindings, problems, key.Key, key.Command is null ? null : new CommandCall { Id = key.Command }, key.When, $"plugins.yaml({key.Line})", KeyRank.User);

        foreach (var plugin in Engine.Plugins.All)
        {
            if (plugin is not { IsUsable: true, Contributions: { } contributions })
                continue;

            foreach (var command in contributions.Commands)
            {
                if (command.Key is { } key)
                    Add(bindings, problems, key, new CommandCall { Id = command.Id }, command.When, plugin.Id, KeyRank.Plugin);
            }

            foreach (var binding in contributions.KeyBindings)
                Add(bindings, problems, binding.Key, new CommandCall { Id = binding.Command }, binding.When, plugin.Id, KeyRank.Plugin);
        }

        foreach (var key in _ownKeys)
            Add(bindings, problems, key.Key, new CommandCall { Id = key.Command, Arguments = key.Arguments }, key.When, Texts.WorkbenchName, key.IsReserved ? KeyRank.Reserved : KeyRank.Default);

        _router.Cancel();
        _router.Map = new KeyMap(bindings);
        _keyProblems = problems;
    }

    private static void Add(
        List<KeyBinding> bindings, List<WorkbenchProblem> problems, string key, CommandCall? command, string? when, string owner, KeyRank rank)
    {
        var clause = when is null ? null : WhenClause.TryParse(when, out _);
        if (KeyChord.TryParse(key, out var problem) is not { } chord)
            problems.Add(new WorkbenchProblem { Severity = Severity.Warning, Place = owner, Text = Texts.Fill(Texts.KeyWrong, key, problem) });
        else if (when is not null && clause is null)
            problems.Add(new WorkbenchProblem { Severity = Severity.Warning, Place = owner, Text = Texts.Fill(Texts.KeyWhenWrong, key, ProblemOf(when)) });
        else
            bindings.Add(new KeyBinding(chord, command, clause, owner, rank));
    }

    private static string ProblemOf(string when)
    {
        WhenClause.TryParse(when, out var problem);
        return problem;
    }

    // A key for one of many says which.
    private KeyHint TitleOf(KeyHint hint) =>
        hint.Command is { } call && _commands.Find(call.Id) is { } command ? hint with { Title = Behind(call, command) ?? command.Title } : hint;

    // A number behind which nothing stands is no key that somebody could want.
    private bool LeadsSomewhere(KeyBinding binding) =>
        binding.Command is not { } call || _commands.Find(call.Id) is not { Behind: not null } command || Behind(call, command) is not null;

    private static string? Behind(CommandCall call, CommandEntry command) =>
        call.Arguments.Find("number") is { } number ? command.Behind?.Invoke((int)number.Number) : null;

    // The keys that are for this view alone, then what every view of its kind can do, then what is always there.
    private List<KeyHint> HintsOfFocus()
    {
        var hints = new List<KeyHint>();
        foreach (var binding in Keys.Bindings)
        {
            // A command with several keys shows the first; one for each of many things shows none.
            if (binding.Command?.Arguments.Fields.Count > 0 || hints.Exists(hint => hint.Command == binding.Command))
                continue;

            if (hints.Count < MostHints - 3 && binding is { Command: { } call, When: { } when } && IsAboutFocus(when) && when.Holds(_context))
                hints.Add(TitleOf(new KeyHint(binding.Chord.ToString(), call.Id, call)));
        }

        switch (Focused?.Model)
        {
            case RowsModel rows:
                if (rows is not LogModel && !hints.Exists(hint => hint.Keys == "Enter"))
                    hints.Add(new KeyHint("Enter", Texts.HintOpen, null));

                hints.Add(new KeyHint("/", Texts.HintFilter, new CommandCall { Id = "workbench.filter" }));
                break;
            case FormModel form:
                hints.Add(new KeyHint(Keys.KeyOf("workbench.save"), form.SubmitTitle, new CommandCall { Id = "workbench.save" }));
                break;
            case EditorModel { IsReadOnly: false, IsKept: false }:
                hints.Add(new KeyHint(Keys.KeyOf("workbench.save"), Texts.HintSave, new CommandCall { Id = "workbench.save" }));
                break;
        }

        hints.Add(new KeyHint(Keys.KeyOf("workbench.palette"), Texts.HintPalette, new CommandCall { Id = "workbench.palette" }));
        hints.Add(new KeyHint(Keys.KeyOf("workbench.help"), Texts.HintHelp, new CommandCall { Id = "workbench.help" }));
        return hints;
    }

    private static bool IsAboutFocus(WhenClause when)
    {
        foreach (var key in when.Keys)
        {
            if (key is "view" or "view.kind")
                return true;
        }

        return false;
    }
}
