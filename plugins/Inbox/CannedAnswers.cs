using System.Text;
using PluginHost.Sdk;

namespace PluginHost.Inbox;

/// <summary>
/// Answers that are written once and given often, from a YAML file of the workspace: <c>refund: "Hello {name}, your {amount} is on its way."</c>. A field without a value
/// is an error, and never an empty place in an answer.
/// </summary>
internal sealed class CannedAnswers(IWorkspace workspace, string file)
{
    /// <summary>All of them, in the order of the file.</summary>
    /// <exception cref="PluginHostException">There is no file, or it is none of the kind.</exception>
    public async Task<IReadOnlyList<KeyValuePair<string, string>>> ReadAsync(CancellationToken cancel)
    {
        if (!workspace.Exists(file))
            throw new PluginHostException($"There is no {file} in the workspace. Write canned answers there, a name and a text each: hours: \"We are open until {{closing}}.\"");

        if (await workspace.ReadYamlAsync(file, cancel) is not Record answers || answers.Fields.FirstOrDefault(field => field.Value is not TextValue { Text.Length: > 0 }) is { Key: not null })
            throw new PluginHostException($"{file} cannot be read: it holds names and texts alone, as hours: \"We are open until {{closing}}.\"");

        return [.. answers.Fields.Select(field => KeyValuePair.Create(field.Key, field.Value.ToString()))];
    }

    /// <summary>One of them, with its fields filled.</summary>
    /// <param name="name">Its name in the file.</param>
    /// <param name="values">What stands for the fields.</param>
    /// <param name="cancel">Cancels reading.</param>
    /// <exception cref="WrongUseException">There is none of that name, or a field has no value.</exception>
    public async Task<string> FillAsync(string name, IReadOnlyDictionary<string, string> values, CancellationToken cancel)
    {
        var all = await ReadAsync(cancel);
        var text = all.FirstOrDefault(each => each.Key == name).Value
            ?? throw new WrongUseException($"There is no canned answer \"{name}\" in {file}, only {string.Join(", ", all.Select(each => each.Key))}.{Nearest.Hint(name, all.Select(each => each.Key))}");
        var filled = new StringBuilder();
        var missing = new List<string>();
        for (var at = 0; at < text.Length;)
        {
            var end = text[at] == '{' ? text.IndexOf('}', at) : -1;
            if (end < 0)
            {
                filled.Append(text[at++]);
                continue;
            }

            var field = text[(at + 1)..end].Trim();
            if (values.TryGetValue(field, out var value) && !string.IsNullOrWhiteSpace(value))
                filled.Append(value);
            else
                missing.Add(field);

            at = end + 1;
        }

        return missing.Count == 0
            ? filled.ToString()
            : throw new WrongUseException($"The canned answer \"{name}\" needs {string.Join(" and ", missing)}, and nobody has said what to write there. Nothing was sent. Give it: fields=\"{string.Join(',', missing.Select(field => $"{field}=…"))}\".");
    }

    /// <summary>The fields of a text, each once.</summary>
    public static IReadOnlyList<string> FieldsOf(string text) =>
        [.. text.Split('{').Skip(1).Where(piece => piece.Contains('}', StringComparison.Ordinal)).Select(piece => piece[..piece.IndexOf('}', StringComparison.Ordinal)].Trim()).Distinct()];
}
