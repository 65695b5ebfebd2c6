using System.Collections.Concurrent;
using PluginHost.Sdk;

namespace PluginHost.Engine.Scripting;

/// <summary>A person who hears everything and answers every question the same.</summary>
internal sealed class FakePerson : IScriptPerson, IAsk
{
    private readonly ConcurrentQueue<string> _said = new();

    public IAsk Ask => this;

    public IReadOnlyList<string> Said => [.. _said];

    /// <summary>What was told about the runs themselves.</summary>
    public ConcurrentQueue<string> Noted { get; } = new();

    public bool IsThere { get; set; }

    /// <summary>Which of several choices is taken; null: the last.</summary>
    public Func<string, IReadOnlyList<string>, string?>? Chooses { get; set; }

    /// <summary>Whether yes is said; else nothing ever is.</summary>
    public bool Confirms { get; set; }

    /// <summary>Every question that was asked.</summary>
    public ConcurrentQueue<string> Asked { get; } = new();

    /// <summary>What it was notified of, and every progress, in order.</summary>
    public ConcurrentQueue<string> Shown { get; } = new();

    public void Notify(string text, Severity severity) => Shown.Enqueue($"{severity}: {text}");

    public void Progress(double done, string text) => Shown.Enqueue(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{done:0.00} {text}"));

    /// <summary>Called after each of them, on whatever thread it was told.</summary>
    public Action NotedOne { get; set; } = () => { };

    public void Note(string text)
    {
        Noted.Enqueue(text);
        NotedOne();
    }

    /// <summary>Called with each line, on the script's thread.</summary>
    public Action<string> Heard { get; set; } = _ => { };

    public void Forget() => _said.Clear();

    public void Say(string text)
    {
        _said.Enqueue(text);
        Heard(text);
    }

    public void Say(Value value) => Say($"value: {value}");

    public Task<string?> ForTextAsync(string question, CancellationToken cancel)
    {
        Asked.Enqueue(question);
        return Task.FromResult<string?>($"{question} Kari");
    }

    public Task<string?> ForChoiceAsync(string question, IReadOnlyList<string> choices, CancellationToken cancel)
    {
        Asked.Enqueue(question);
        return Task.FromResult(Chooses is null ? choices[^1] : Chooses(question, choices));
    }

    public async Task<bool> ForConfirmAsync(string question, CancellationToken cancel)
    {
        Asked.Enqueue(question);
        if (Confirms)
            return true;

        var never = new TaskCompletionSource<bool>();
        using var back = cancel.Register(() => never.TrySetCanceled(cancel));
        return await never.Task;
    }
}
