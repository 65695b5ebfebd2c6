using System.Text;
using PluginHost.Engine.Asking;
using PluginHost.Sdk;

namespace PluginHost.Printing;

/// <content>What nobody is to read over a shoulder, and what is done in a browser.</content>
internal sealed partial class TerminalPerson
{
    public async Task<string?> ForSecretAsync(string question, CancellationToken cancel)
    {
        if (!IsThere)
            return await AskAsync($"{question} ", cancel);

        // A terminal that is gone answers nothing; Esc does so too, and is no mishap.
        var keys = new SecretKeys();
        var answer = await AskAsync($"{question} ", keys.Read, cancel);
        line.Aside(Console.Error.WriteLine);
        return keys.WasLeft ? null : answer;
    }

    public async Task<Uri?> ForPageAsync(string question, Func<Uri, Task<Uri>> pageFor, CancellationToken cancel)
    {
        if (!IsThere)
            throw new NobodyAnswersException(question);

        using var quiet = line.Pause();
        return await new PageVisit(TimeProvider.System, Browser.Open).MakeAsync(pageFor, (page, end) =>
        {
            line.Aside(() => Console.Error.WriteLine(Visible.Lines(
                $"{question}\nOpen this address in a browser of this machine, where it did not open by itself:\n\n  {page.AbsoluteUri}\n\nIt goes on here when the page leads back; Ctrl+C leaves it.")));
            return Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, end);
        }, cancel);
    }

    /// <summary>Reads keys and shows none of them.</summary>
    private sealed class SecretKeys
    {
        /// <summary>Whether the person pressed Esc.</summary>
        public bool WasLeft { get; private set; }

        public string? Read()
        {
            var text = new StringBuilder();
            while (true)
            {
                var key = Console.ReadKey(intercept: true);
                switch (key.Key)
                {
                    case ConsoleKey.Enter:
                        return text.ToString();
                    case ConsoleKey.Escape:
                        WasLeft = true;
                        return "";
                    case ConsoleKey.Backspace:
                        text.Length -= text.Length == 0 ? 0 : char.IsLowSurrogate(text[^1]) ? Math.Min(2, text.Length) : 1;
                        break;
                    case ConsoleKey.U when key.Modifiers == ConsoleModifiers.Control:
                        text.Clear();
                        break;
                    default:
                        if (!char.IsControl(key.KeyChar))
                            text.Append(key.KeyChar);

                        break;
                }
            }
        }
    }
}
