using PluginHost.Sdk;
using PluginHost.Workbench.Conditions;
using PluginHost.Workbench.Keys;
using PluginHost.Workbench.Tests.Fixtures;

namespace PluginHost.Workbench.Tests.Keys;

public sealed class KeyMapTests
{
    private readonly FakeConditions _conditions = new();

    [Fact]
    public void Should_Let_The_Person_Win_Over_A_Plugin_And_A_Plugin_Over_The_Workbench()
    {
        var map = new KeyMap([Bind("ctrl+n", "own", KeyRank.Default), Bind("ctrl+n", "plugin", KeyRank.Plugin), Bind("ctrl+n", "user", KeyRank.User)]);

        Find(map, "ctrl+n").ShouldBe("user");
        Find(new KeyMap([Bind("ctrl+n", "own", KeyRank.Default), Bind("ctrl+n", "plugin", KeyRank.Plugin)]), "ctrl+n").ShouldBe("plugin");
    }

    [Fact]
    public void Should_Keep_The_Palette_From_A_Plugin_But_Not_From_The_Person()
    {
        Find(new KeyMap([Bind("ctrl+p", "plugin", KeyRank.Plugin), Bind("ctrl+p", "palette", KeyRank.Reserved)]), "ctrl+p").ShouldBe("palette");
        Find(new KeyMap([Bind("ctrl+p", "user", KeyRank.User), Bind("ctrl+p", "palette", KeyRank.Reserved)]), "ctrl+p").ShouldBe("user");
    }

    [Fact]
    public void Should_Do_Nothing_When_The_Person_Has_Unbound_The_Key() =>
        Find(new KeyMap([Bind("ctrl+n", null, KeyRank.User), Bind("ctrl+n", "plugin", KeyRank.Plugin)]), "ctrl+n").ShouldBeNull();

    [Fact]
    public void Should_Pass_On_To_The_Next_Binding_When_A_Condition_Is_False()
    {
        var map = new KeyMap([Bind("f", "jump", KeyRank.Default), Bind("f", "favourite", KeyRank.Default, "view == list")]);

        Find(map, "f").ShouldBe("jump");
        _conditions["view"] = "list";
        Find(map, "f").ShouldBe("favourite");
    }

    [Fact]
    public void Should_Lead_On_When_A_Chord_Has_Begun()
    {
        var map = new KeyMap([Bind("ctrl+k n", "note", KeyRank.Plugin), Bind("ctrl+k t", "theme", KeyRank.Default)]);

        var answer = map.Find([Press("ctrl+k")], _conditions);

        answer.Binding.ShouldBeNull();
        answer.Next.Select(next => next.Command!.Id).ShouldBe(["note", "theme"]);
        Find(map, "ctrl+k", "n").ShouldBe("note");
        Find(map, "ctrl+k", "x").ShouldBeNull();
    }

    [Fact]
    public void Should_Not_Lead_On_To_A_Chord_When_The_Person_Has_Bound_Its_First_Key() =>
        Find(new KeyMap([Bind("ctrl+k n", "note", KeyRank.Plugin), Bind("ctrl+k", "kill", KeyRank.User)]), "ctrl+k").ShouldBe("kill");

    [Fact]
    public void Should_Not_Lead_On_To_A_Chord_That_The_Person_Has_Unbound() =>
        new KeyMap([Bind("ctrl+k n", "note", KeyRank.Plugin), Bind("ctrl+k n", null, KeyRank.User)]).Find([Press("ctrl+k")], _conditions).Next.ShouldBeEmpty();

    [Fact]
    public void Should_Name_Both_When_Two_Plugins_Want_A_Key()
    {
        var clash = new KeyMap([Bind("ctrl+n", "one", KeyRank.Plugin), Bind("ctrl+n", "two", KeyRank.Plugin)]).Clashes().ShouldHaveSingleItem();

        (clash.Has.Command!.Id, clash.Wants.Command!.Id).ShouldBe(("one", "two"));
    }

    [Fact]
    public void Should_Find_No_Clash_Where_The_Person_Has_Decided_Or_The_Conditions_Differ() =>
        new KeyMap(
        [
            Bind("ctrl+n", "mine", KeyRank.User), Bind("ctrl+n", "one", KeyRank.Plugin),
            Bind("n", "two", KeyRank.Plugin, "view == a"), Bind("n", "three", KeyRank.Plugin, "view == b"),
        ]).Clashes().ShouldBeEmpty();

    [Fact]
    public void Should_Show_No_Key_Beside_A_Command_Whose_Key_Somebody_Else_Has()
    {
        var map = new KeyMap([Bind("ctrl+n", "plugin", KeyRank.Plugin), Bind("ctrl+n", "user", KeyRank.User)]);

        (map.KeyOf("plugin"), map.KeyOf("user")).ShouldBe(("", "Ctrl+N"));
    }

    private string? Find(KeyMap map, params string[] keys) => map.Find([.. keys.Select(Press)], _conditions).Binding?.Command?.Id;

    private static KeyPress Press(string key) => KeyChord.TryParse(key, out _)!.Presses[0];

    private static KeyBinding Bind(string key, string? command, KeyRank rank, string? when = null) => new(
        KeyChord.TryParse(key, out _)!,
        command is null ? null : new CommandCall { Id = command },
        when is null ? null : WhenClause.TryParse(when, out _),
        $"{rank}",
        rank);
}
