using System.Collections.Concurrent;
using PluginHost.Engine.Plugins.Contributions;
using PluginHost.Sdk;
using PluginHost.Workbench.Asking;
using PluginHost.Workbench.Commands;
using PluginHost.Workbench.Keys;
using PluginHost.Workbench.Palette;
using PluginHost.Workbench.Rendering;
using PluginHost.Workbench.Views;

namespace PluginHost.Workbench;

// Finding and running commands.
public sealed partial class Workbench
{
    private const int MostKept = 20;
    private readonly CommandTable _commands;
    private readonly RecentCommands _recent = new();
    private readonly CommandRunner _runner;
    private readonly List<OwnKey> _ownKeys = [];
    private readonly ConcurrentDictionary<string, int> _opened = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, ViewSource> _opening = new(StringComparer.Ordinal);
    private readonly List<(string Number, string Title, Value Result)> _kept = [];
    private int _results;

    internal CommandLog Log { get; }

    /// <summary>Every command there is.</summary>
    internal IEnumerable<CommandEntry> Commands => _commands.All;

    /// <summary>What questions can offer. Added to while the workbench is being made.</summary>
    internal ChoiceLists Lists { get; } = new();

    internal IReadOnlyList<string> Recent => _recent.Ids;

    /// <inheritdoc/>
    public void OnCommand(CommandCall call) => Run(call);

    /// <summary>Adds a command of the workbench itself, with its keys. Called while the workbench is being made.</summary>
    internal void Add(CommandEntry command, params ReadOnlySpan<OwnKey> keys)
    {
        _commands.Add(command);
        foreach (var key in keys)
            _ownKeys.Add(key);
    }

    internal void AddKeys(IEnumerable<OwnKey> keys) => _ownKeys.AddRange(keys);

    internal void Run(CommandCall call) => Run(call, null);

    internal void OpenPalette(char sign)
    {
        ClosePreviews();
        _layers.Push(new PaletteLayer(PaletteSources, sign, layer => _layers.Remove(layer)));
    }

    internal void Push(Layer layer) => _layers.Push(layer);

    internal void Remove(Layer layer) => _layers.Remove(layer);

    private void Run(CommandCall call, Action? done)
    {
        _renderer.Invalidate();
        _runner.Run(call, FieldsOf(Focused), done);
    }

    // What is selected says it more exactly than the view.
    private static Record FieldsOf(OpenView? view) => view is null ? Record.Empty
        : view.Source.Fields.Fields.Count == 0 ? view.Model?.SelectedFields ?? Record.Empty
        : new Record([.. view.Source.Fields.Fields, .. view.Model?.SelectedFields.Fields ?? []]);

    /// <summary>Shows what a command gave a while ago.</summary>
    internal void ShowKept(string number)
    {
        if (_kept.Find(each => each.Number == number) is { Result: { } result } kept)
            Open(new ResultView($"result:{++_results}", kept.Title, result));
    }

    private void OfferResult(CommandEntry command, Value result)
    {
        if (_kept.Count == MostKept)
            _kept.RemoveAt(0);

        var number = $"{++_results}";
        _kept.Add((number, command.Title, result));
        Tell(
            Severity.Information,
            Texts.Fill(Texts.CommandDone, command.Title),
            new ToastAction(Texts.ShowResult, new CommandCall { Id = "workbench.result", Arguments = Record.Of(("number", number)) }));
    }

    private Desk MakeDesk() => new()
    {
        Engine = Engine,
        Later = Later,
        Post = Post,
        Background = Background,
        Tell = (severity, text) => Tell(severity, text),
        Ask = AskArgument,
        Confirm = (question, told, answered) => Confirm(question, [.. told.Select(line => new Line(line, Role.Text))], Texts.Yes, answered),
        ShowJob = ShowJob,
        CloseToast = CloseJob,
        Show = (command, value) => Open(new ResultView($"result:{++_results}", command.Title, value)),
        Offer = OfferResult,
        OfferUndo = OfferUndo,
        CountOpened = plugin => _opened.GetValueOrDefault(plugin),
    };

    private void AskArgument(CommandEntry command, ParameterContribution parameter, Action<Value> answered)
    {
        var question = parameter.Question.Length > 0 ? parameter.Question : Texts.Fill(Texts.ArgumentWanted, parameter.Name);
        var title = $"{command.Title}: {question}";
        if (parameter.Kind == ParameterKind.Flag)
        {
            AskChoice(title, [new Choice { Text = Texts.Yes }, new Choice { Text = Texts.No }], isOpen: false, taken => answered(taken == Texts.Yes));
            return;
        }

        if (parameter.Choices.Count > 0)
        {
            AskChoice(title, [.. parameter.Choices.Select(choice => new Choice { Text = choice })], isOpen: false, taken => answered(taken));
            return;
        }

        if (parameter.Kind == ParameterKind.Text && Lists.Of(parameter.Name) is { } choices)
        {
            AskChoice(title, choices, isOpen: command.Owner != "workbench", taken => answered(taken));
            return;
        }

        _layers.Push(new ParameterQuestion(Engine.Commands, title, parameter, command.Checks.GetValueOrDefault(parameter.Name), (layer, value) =>
        {
            _layers.Remove(layer);
            answered(value);
        }));
    }

    private void AskChoice(string title, IReadOnlyList<Choice> choices, bool isOpen, Action<string> answered)
    {
        ChoiceQuestion? choice = null;
        choice = new ChoiceQuestion(
            title,
            choices,
            taken =>
            {
                _layers.Remove(choice!);
                if (taken is not null)
                    answered(taken);
            },
            isOpen);
        _layers.Push(choice);
    }

    private IReadOnlyList<PaletteSource> PaletteSources => field ??=
    [
        new('>', Texts.PaletteCommands, Texts.PaletteNoCommand, EverythingToFind),
        new(':', Texts.PaletteViews, Texts.PaletteNoView, ViewCandidates),
        new('@', Texts.PaletteProfiles, Texts.PaletteNoProfile, ProfileCandidates),
        new('?', Texts.PaletteKeys, Texts.PaletteNoKey, KeyCandidates),
        new('!', Texts.PaletteOff, Texts.PaletteNoneOff, () => CommandCandidates(command => !command.IsHidden && _commands.WhyNot(command) is not null)),
    ];

    // Commands first; views and profiles are found too, by whoever does not know the signs. A view that a command of its name opens is there already.
    private List<Candidate> EverythingToFind() =>
    [
        .. CommandCandidates(command => !command.IsHidden),
        .. ViewCandidates().Where(view => _commands.Find(view.Id) is null).Select(view => view with { Detail = Texts.Fill(Texts.ViewOf, view.Detail), Preview = null }),
        .. ProfileCandidates(),
    ];

    // What can be run comes first: those used last, then as they are named.
    private List<Candidate> CommandCandidates(Predicate<CommandEntry> wanted)
    {
        var found = new List<Candidate>();
        foreach (var command in _commands.All)
        {
            if (wanted(command))
                found.Add(CandidateOf(command));
        }

        return [.. found
            .OrderBy(candidate => candidate.Off is not null)
            .ThenByDescending(candidate => candidate.Recency)
            .ThenBy(candidate => candidate.Text, StringComparer.InvariantCultureIgnoreCase)];
    }

    private Candidate CandidateOf(CommandEntry command) => new()
    {
        Id = command.Id,
        Text = command.Title,
        Detail = command.Owner,
        Keys = Keys.KeyOf(command.Id),
        Off = _commands.WhyNot(command),
        Recency = _recent.WorthOf(command.Id),
        Pick = () => Run(new CommandCall { Id = command.Id }),
    };

    // What stands beside or below another view is found with that.
    private List<Candidate> ViewCandidates() => [.. _views.All.Where(source => !_views.All.Any(other => other.Beside == source.Id || other.Below == source.Id)).Select(source => new Candidate
    {
        Id = source.Id,
        Text = source.Title,
        Detail = source.Owner,
        Pick = () => OpenView(source.Id),
        Preview = () => PreviewOf(source),
    })];

    private List<Candidate> ProfileCandidates() => [.. Engine.Profiles.All.Select(profile => new Candidate
    {
        Id = profile.Name,
        Text = profile.Name,
        Detail = $"{profile.Purpose} · {profile.Language} · {profile.Network}",
        Pick = () => ShowProfile(profile.Name),
    })];

    // The keys of the view with the focus first: whoever asks for help asks what can be pressed here.
    private List<Candidate> KeyCandidates() =>
    [
        .. Keys.Bindings.Where(binding => binding.Command is not null && LeadsSomewhere(binding)).OrderByDescending(IsOfFocus).Select(KeyCandidateOf),
    ];

    private bool IsOfFocus(KeyBinding binding) => binding.When is { } when && IsAboutFocus(when) && when.Holds(_context);

    private Candidate KeyCandidateOf(KeyBinding binding)
    {
        var call = binding.Command!;
        var command = _commands.Find(call.Id);
        var hint = TitleOf(new KeyHint(binding.Chord.ToString(), call.Id, call));
        return new Candidate
        {
            Id = $"{binding.Chord} {call.Id}",
            Text = hint.Title,
            Detail = binding.When is null ? binding.Owner
                : IsOfFocus(binding) ? $"{binding.Owner} · {Texts.HelpHere}"
                : $"{binding.Owner} · {binding.When.Say(_context)}",
            Keys = hint.Keys,
            Off = command is null ? Texts.Fill(Texts.NoCommand, call.Id, "") : _commands.WhyNot(command),
            Pick = () => Run(call),
        };
    }

    private void ShowProfile(string name)
    {
        if (_views.Find("workbench.profiles") is null)
        {
            var profile = Engine.Profiles[name];
            Tell(Severity.Information, $"{profile.Name} · {profile.Purpose} · {profile.Language} · {profile.Network}");
            return;
        }

        _wanted = name;
        OpenView("workbench.profiles");
        SelectWanted();
    }
}
