using System.Text;
using PluginHost.Engine.Workspaces;

namespace PluginHost.Engine.Tests.Ways;

/// <summary>A mail server that takes what it is given, but for the recipients that it is told to refuse.</summary>
internal sealed class FakeMailServer : IAsyncDisposable
{
    private readonly FakeServer _server;

    public FakeMailServer() => _server = new FakeServer(TalkAsync);

    /// <summary>Answers other than the usual, by the beginning of the command.</summary>
    public Dictionary<string, string> Answers { get; } = [];

    public List<string> Commands { get; } = [];

    /// <summary>The mails that were taken, as they came.</summary>
    public List<string> Mails { get; } = [];

    /// <summary>Ends when the server has been greeted.</summary>
    public TaskCompletionSource Greeted { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Whether it says nothing at all.</summary>
    public bool IsSilent { get; init; }

    public MailEntry Entry => new() { Server = "127.0.0.1", Port = _server.Port, From = "us@shop.example" };

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private async Task TalkAsync(StreamReader reader, StreamWriter writer)
    {
        Greeted.TrySetResult();
        if (IsSilent)
            await new TaskCompletionSource().Task;

        await writer.WriteLineAsync("220 mail.example");
        while (await reader.ReadLineAsync() is { } command)
        {
            Commands.Add(command);
            var answer = Answers.FirstOrDefault(pair => command.StartsWith(pair.Key, StringComparison.OrdinalIgnoreCase)).Value;
            await writer.WriteLineAsync(answer ?? (command == "DATA" ? "354 go on" : "250 ok"));
            if (command == "DATA" && answer is null)
            {
                Mails.Add(await ReadMailAsync(reader));
                await writer.WriteLineAsync("250 taken");
            }

            if (command == "QUIT")
                return;
        }
    }

    private static async Task<string> ReadMailAsync(StreamReader reader)
    {
        var mail = new StringBuilder();
        while (await reader.ReadLineAsync() is { } line && line != ".")
            mail.AppendLine(line);

        return mail.ToString();
    }
}
