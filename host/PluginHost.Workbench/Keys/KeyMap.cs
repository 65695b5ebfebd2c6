using PluginHost.Workbench.Conditions;

namespace PluginHost.Workbench.Keys;

/// <summary>Which key does what now. Of several bindings of a key, the first whose condition holds wins, in the order of
/// <see cref="KeyRank"/>; within a rank, one with a condition is the more particular one.</summary>
internal sealed class KeyMap
{
    private readonly List<KeyBinding> _bindings;

    public KeyMap(IEnumerable<KeyBinding> bindings) => _bindings = [.. bindings.OrderBy(binding => binding.Rank).ThenBy(binding => binding.When is null)];

    public IReadOnlyList<KeyBinding> Bindings => _bindings;

    /// <summary>What keys lead to, pressed one after the other.</summary>
    public KeyAnswer Find(IReadOnlyList<KeyPress> pressed, IConditions conditions)
    {
        KeyBinding? exact = null;
        var isSettled = false;
        List<KeyBinding>? next = null;
        foreach (var binding in _bindings)
        {
            if (!binding.Chord.StartsWith(pressed) || binding.When?.Holds(conditions) == false)
                continue;

            if (binding.Chord.Presses.Count > pressed.Count)
            {
                // A shorter key of a better rank leaves no way to the longer one.
                if (!isSettled && IsLive(binding, conditions))
                    (next ??= []).Add(binding);
            }
            else if (!isSettled)
            {
                isSettled = true;
                exact = binding.Command is null ? null : binding;
            }
        }

        return next is not null ? new KeyAnswer(null, next) : exact is not null ? new KeyAnswer(exact, []) : KeyAnswer.Nothing;
    }

    /// <summary>
    /// The key of a command, as it is shown beside it: the one that wins, and rather one that holds everywhere than one that holds in some view. Empty: there is
    /// none.
    /// </summary>
    public string KeyOf(string command)
    {
        KeyBinding? inSomeView = null;
        foreach (var binding in _bindings)
        {
            if (binding.Command?.Id != command || binding.Command.Arguments.Fields.Count > 0 || Winner(binding) != binding)
                continue;

            if (binding.When is null)
                return binding.Chord.ToString();

            inSomeView ??= binding;
        }

        return inSomeView?.Chord.ToString() ?? "";
    }

    /// <summary>Keys that two want under the same condition, and who they are. The first one has it. That a person takes a key over is no clash.</summary>
    public IEnumerable<(KeyBinding Has, KeyBinding Wants)> Clashes()
    {
        var seen = new Dictionary<(KeyChord, string), KeyBinding>();
        foreach (var binding in _bindings)
        {
            var place = (binding.Chord, binding.When?.Text ?? "");
            if (!seen.TryGetValue(place, out var first))
                seen[place] = binding;
            else if (first.Rank != KeyRank.User && first.Command != binding.Command)
                yield return (first, binding);
        }
    }

    private KeyBinding? KeyOf(string command, Predicate<KeyBinding> fits) => _bindings.Find(binding =>
        fits(binding) && binding.Command?.Id == command && binding.Command.Arguments.Fields.Count == 0 && Winner(binding) == binding);

    // Whether a longer chord still leads somewhere, or somebody better has taken exactly it.
    private bool IsLive(KeyBinding binding, IConditions conditions)
    {
        foreach (var other in _bindings)
        {
            if (other.Chord.Equals(binding.Chord) && other.When?.Holds(conditions) != false)
                return other == binding && other.Command is not null;
        }

        return false;
    }

    private KeyBinding? Winner(KeyBinding binding) =>
        _bindings.Find(other => other.Chord.Equals(binding.Chord) && (other.When is null || other.When.Text == binding.When?.Text));
}
